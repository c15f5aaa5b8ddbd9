// The messages in place of rows, and above rows that are out of date.
import {AddIcon} from '@sanity/icons/Add'
import {Button, Card, Flex, Spinner, Stack, Text} from '@sanity/ui'
import {useCurrentUser, useTemplates} from 'sanity'
import {useRouter} from 'sanity/router'
import {DEFAULT_PIECE} from '../../../model/registry.ts'
import {FROM_TEXT} from '../../data/from-text.ts'
import {beginsPieces, publishesArticles} from '../../data/roles.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {nothingHere} from './nothing-here.ts'

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

interface DeskNothingProps {
  isMyWork: boolean
  isFiltered: boolean
  onAll: () => void
}

/** Shown if there are no pieces, with these filters or at all: it says the next step. */
export function DeskNothing({isMyWork, isFiltered, onAll}: DeskNothingProps) {
  const user = useCurrentUser()
  const hosted = !workspaceMode().embedded
  const text = isFiltered
    ? 'Nothing in the works matches.'
    : nothingHere(isMyWork, publishesArticles(user, hosted))
  return (
    <Flex align="center" justify="center" padding={6} direction="column" gap={4}>
      <Text size={1} muted align="center">
        {text}
      </Text>
      {isFiltered && <Button mode="ghost" fontSize={1} text="Show everything" onClick={onAll} />}
      {!isFiltered && beginsPieces(user, hosted) && <BeginButtons />}
    </Flex>
  )
}

function BeginButtons() {
  const {navigateIntent} = useRouter()
  const readsTexts = useTemplates().some(({id}) => id === FROM_TEXT)
  // Without a template, the form has no initial values, such as the byline.
  const begin = (template: string): void =>
    navigateIntent('create', {type: DEFAULT_PIECE, template})
  return (
    <Flex gap={2} wrap="wrap" justify="center">
      <Button
        fontSize={1}
        icon={AddIcon}
        tone="primary"
        text="Begin an article"
        onClick={() => begin(DEFAULT_PIECE)}
      />
      {readsTexts && (
        <Button
          mode="ghost"
          fontSize={1}
          text="Article from a text…"
          onClick={() => begin(FROM_TEXT)}
        />
      )}
    </Flex>
  )
}
