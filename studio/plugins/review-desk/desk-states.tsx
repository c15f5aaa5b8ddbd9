// The messages in place of rows, and above rows that are out of date.
import {Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'

/** While it loads, and after a failure. */
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

/** The rows are those before the failure. */
export function DeskOutdated({message, onRetry}: {message: string; onRetry: () => void}) {
  return (
    <Card tone="caution" padding={3} role="status">
      <Flex align="center" gap={3} justify="center">
        <Text size={1}>The desk is not up to date: {message}</Text>
        <Button mode="ghost" fontSize={1} padding={2} text="Try again" onClick={onRetry} />
      </Flex>
    </Card>
  )
}

/** Shown if there are no pieces, with these filters or at all. */
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
