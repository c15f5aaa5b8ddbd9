// What will be published, what stands in the way, and the one button that does it.
import {PublishIcon} from '@sanity/icons/Publish'
import {Box, Button, Card, Flex, Heading, Spinner, Stack, Text} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useCallback, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {PieceMember} from './piece-member.tsx'
import {inWords, publishActions, type PieceState} from './piece-state.ts'
import {PIECE_API_VERSION, usePiece} from './use-piece.ts'

interface PublishPieceDialogProps {
  articleId: string
  onClose: () => void
}

/** The body of the dialog that *Publish* opens. */
export function PublishPieceDialog({articleId, onClose}: PublishPieceDialogProps) {
  const {lookup, reload} = usePiece(articleId)
  if (lookup.status === 'failed') {
    return (
      <Stack gap={4}>
        <Notice tone="critical">The article could not be loaded: {lookup.message}</Notice>
        <Flex justify="flex-end">
          <Button mode="ghost" text="Try again" onClick={reload} />
        </Flex>
      </Stack>
    )
  }
  if (lookup.status !== 'ready') {
    return (
      <Flex align="center" gap={3} padding={4} justify="center">
        <Spinner muted />
        <Text muted>
          {lookup.status === 'saving' ? 'Saving the last edits…' : 'Looking up what belongs to it…'}
        </Text>
      </Flex>
    )
  }
  return <ReadyPiece state={lookup.state} onClose={onClose} reload={reload} />
}

interface ReadyPieceProps {
  state: PieceState
  onClose: () => void
  reload: () => void
}

function ReadyPiece({state, onClose, reload}: ReadyPieceProps) {
  const client = useClient({apiVersion: PIECE_API_VERSION})
  const toast = useToast()
  const [publishing, setPublishing] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const [checks, setChecks] = useState<Record<string, number | 'checking'>>({})

  // Readers look at the article first; the order of publication is the other way round.
  const shown = useMemo(() => state.toPublish.toReversed(), [state])
  const note = useCallback(
    (id: string, result: number | 'checking') =>
      setChecks((current) => (current[id] === result ? current : {...current, [id]: result})),
    [],
  )
  const results = state.toPublish.map(({id}) => checks[id] ?? 'checking')
  const checking = results.includes('checking')
  const mistakes = results.filter((result) => typeof result === 'number' && result > 0).length
  const blocked = state.obstacles.length > 0 || mistakes > 0

  const publish = async (): Promise<void> => {
    setPublishing(true)
    setFailure(null)
    try {
      await client.action(publishActions(state), {tag: 'publish-piece'})
      toast.push({
        status: 'success',
        title: 'Published',
        description: `${capitalised(inWords(shown.map(({draft}) => draft)))} went out${shown.length > 1 ? ' together' : ''}.`,
      })
      onClose()
    } catch (error) {
      setPublishing(false)
      const status = (error as {statusCode?: number}).statusCode
      setFailure(failureInWords(error as Error, status))
      if (status === 409) reload()
    }
  }

  return (
    <Stack gap={4}>
      <Text size={1} muted>
        {shown.length === 1
          ? 'Readers will see the article at once. Everything it uses is published already.'
          : 'Readers will see all of this at once, or, should anything fail, none of it.'}
      </Text>
      <Card border radius={3} overflow="hidden">
        {shown.map(({id, draft, published}, index) => (
          <Box key={id}>
            {index > 0 && <Card borderTop />}
            <PieceMember
              document={draft}
              isNew={!published}
              onChecked={note}
              onChanged={reload}
              publishedId={id}
            />
          </Box>
        ))}
      </Card>
      {state.obstacles.length > 0 && (
        <Notice tone="caution">
          <Stack gap={3}>
            <Heading size={0}>Before it can be published</Heading>
            {state.obstacles.map(({id, message}) => (
              <Text key={id} size={1}>
                {message}
              </Text>
            ))}
          </Stack>
        </Notice>
      )}
      {failure && <Notice tone="critical">{failure}</Notice>}
      <Flex justify="flex-end" gap={2} align="center">
        <Box flex={1}>
          <Text size={1} muted>
            {checking
              ? 'Checking…'
              : mistakes > 0
                ? 'Correct what is marked above, then publish.'
                : ''}
          </Text>
        </Box>
        <Button mode="bleed" text="Not yet" onClick={onClose} disabled={publishing} />
        <Button
          data-testid="publish-piece"
          icon={PublishIcon}
          loading={publishing}
          disabled={checking || blocked || publishing || shown.length === 0}
          text={shown.length === 1 ? 'Publish' : `Publish all ${shown.length}`}
          tone="positive"
          onClick={() => void publish()}
        />
      </Flex>
    </Stack>
  )
}

function Notice({tone, children}: {tone: 'caution' | 'critical'; children: React.ReactNode}) {
  return (
    <Card tone={tone} border radius={3} padding={4} role="alert">
      <Box>{typeof children === 'object' ? children : <Text size={1}>{children}</Text>}</Box>
    </Card>
  )
}

function failureInWords(error: Error, status?: number): string {
  if (status === 409) {
    return 'Somebody changed a part of it while you were looking. Look at it again, then publish.'
  }
  if (status === 403) return `It was refused: ${error.message}`
  return `Nothing was published: ${error.message}`
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
