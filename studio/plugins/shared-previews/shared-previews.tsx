// *Shared*: the people outside the newsroom who can read the piece, until when, and their remarks.
import {Spoken} from '../../ui/spoken.ts'
import {Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {LoadingBlock, useCurrentUser} from 'sanity'
import {textAt} from '../../../workflow/checks/reading.ts'
import {currentOf} from '../../../workflow/gather.ts'
import {useReadHere} from '../../data/use-read-here.ts'
import type {PieceStatus} from '../../data/piece/follow-piece.ts'
import {publishesArticles} from '../../data/roles.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {LinkLists} from './link-lists.tsx'
import {SharePanel} from './share-panel.tsx'
import {sharedLinks} from './shared-links.ts'
import {closedLabel} from './shared-labels.ts'
import {usePreviewActions} from './use-preview-actions.ts'
import {useShared} from './use-shared.ts'
import {useCallback, useState, type ReactNode} from 'react'

/** The contents of a tab of *Review*, on the embedded lake. */
export function SharedPreviews({status}: {status: PieceStatus & {status: 'ready'}}) {
  const {root: article} = status.piece
  const isEditor = publishesArticles(useCurrentUser())
  const {value, error, retry} = useShared(article.id)
  const acts = usePreviewActions()
  const {say, region} = useSpoken()
  const time = useNewsroomTime()
  const now = useMinute()
  useReadHere(article.id, value ? String(value.remarks.length) : null, 'remarks')

  const links = value && sharedLinks(value, now)
  const closed = closedLabel(status.standing.state)
  return (
    <Stack gap={5} data-testid="shared-previews">
      {region}
      {closed && <Text size={1}>{closed}</Text>}
      {isEditor && !closed && (
        <SharePanel
          key={article.id}
          acts={acts}
          articleId={article.id}
          ended={links?.ended ?? []}
          now={now}
          say={say}
          time={time}
        />
      )}
      {!isEditor && (
        <Text muted size={1}>
          An editor can share a preview of the piece with somebody outside: a source, a lawyer.
        </Text>
      )}
      {error && (
        <Card tone="caution" radius={3} padding={3} role="alert">
          <Stack gap={3}>
            <Text size={1}>What is shared could not be looked up: {error.message}</Text>
            <Flex>
              <Button fontSize={1} mode="ghost" padding={2} text="Try again" onClick={retry} />
            </Flex>
          </Stack>
        </Card>
      )}
      {!links && !error && <LoadingBlock />}
      {links && (
        <LinkLists
          key={`${article.id} lists`}
          acts={isEditor ? acts : null}
          links={links}
          now={now}
          revision={textAt(currentOf(article), '_rev')}
          say={say}
          time={time}
        />
      )}
    </Stack>
  )
}

/** `region` must stay in the tree. The same text twice is also read aloud twice. */
function useSpoken(): {say: (words: string) => void; region: ReactNode} {
  const [said, setSaid] = useState({words: '', count: 0})
  const say = useCallback((words: string) => setSaid(({count}) => ({words, count: count + 1})), [])
  const region = (
    <Spoken role="status" data-testid="shared-said">
      <span key={said.count}>{said.words}</span>
    </Spoken>
  )
  return {say, region}
}
