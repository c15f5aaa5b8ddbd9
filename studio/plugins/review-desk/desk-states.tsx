// What the desk shows where it has no rows.
import {Button, Flex, Spinner, Stack, Text} from '@sanity/ui'

/** While it loads, and where that failed. */
export function DeskWaiting({
  message,
  onRetry,
}: {
  message: string | undefined
  onRetry: () => void
}) {
  return (
    <Flex align="center" justify="center" height="fill" gap={3} role="status">
      {message ? (
        <Stack gap={4}>
          <Text size={1}>The desk could not be loaded: {message}</Text>
          <Flex justify="center">
            <Button mode="ghost" text="Try again" onClick={onRetry} />
          </Flex>
        </Stack>
      ) : (
        <>
          <Spinner muted />
          <Text size={1} muted>
            Looking up what is in the works …
          </Text>
        </>
      )}
    </Flex>
  )
}

/** Nothing to show, by the filters or at all. */
export function DeskNothing({isFiltered, onAll}: {isFiltered: boolean; onAll: () => void}) {
  return (
    <Flex align="center" justify="center" padding={6} direction="column" gap={4}>
      <Text size={1} muted>
        {isFiltered
          ? 'Nothing in the works matches.'
          : 'Nothing is in the works. A new article appears here as soon as it is begun.'}
      </Text>
      {isFiltered && <Button mode="ghost" fontSize={1} text="Show everything" onClick={onAll} />}
    </Flex>
  )
}
