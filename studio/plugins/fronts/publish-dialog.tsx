// What a publication of the front would change, and the publication.
import {Button, Card, Dialog, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useEffect, useId, useState} from 'react'
import type {SanityClient} from 'sanity'
import {describeFrontChange} from '../../../workflow/fronts/describe-front-change.ts'
import {slotsOf} from '../../../workflow/fronts/read-front.ts'
import {nameOf} from '../../../workflow/checks/reading.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {Labelled} from '../../ui/labelled.tsx'
import {Problem} from '../../ui/problem.tsx'
import {useAttempt} from '../../ui/use-attempt.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import type {FrontDocument} from './front-document.ts'
import type {FrontEntry, FrontState} from './load-front.ts'
import {publishFront, scheduleFront} from './publish-front.ts'
import {TouchArea} from './touch-area.ts'

interface PublishDialogProps {
  id: string
  title: string
  state: FrontState
  draft: FrontDocument
  onDone: (said: string) => void
  onClose: () => void
}

export function PublishDialog({id, title, state, draft, onDone, onClose}: PublishDialogProps) {
  const client = useRawClient()
  const lines = useChanges(client, state, draft)
  const {busy, problem, attempt} = useAttempt()
  const [publishAt, setPublishAt] = useState<string>()
  const publish = (): Promise<void> =>
    attempt(async () => {
      if (publishAt) await scheduleFront(client, {id, draft, publishAt, title})
      else await publishFront(client, id, draft)
      onDone(publishAt ? `${title} is scheduled.` : `${title} is published.`)
      onClose()
    })
  return (
    <Dialog header={`Publish: ${title}`} id={useId()} width={1} onClose={onClose}>
      <Stack as={TouchArea} gap={4} padding={4}>
        <Newer draft={draft} entries={state.entries} />
        <Stack as="section" gap={3} aria-label="What changes">
          <Text size={1} weight="semibold">
            What changes for readers
          </Text>
          {lines?.length === 0 && <Text size={1}>Nothing: readers see the same as now.</Text>}
          <Stack as="ul" gap={2} style={{margin: 0, paddingLeft: '1.2em'}}>
            {lines?.map((line) => (
              <Text key={line} as="li" size={1}>
                {line}
              </Text>
            ))}
          </Stack>
        </Stack>
        <When value={publishAt} onChange={setPublishAt} />
        {problem && <Problem>{problem}</Problem>}
        <Flex gap={2} justify="flex-end">
          <Button disabled={busy} mode="bleed" text="Cancel" onClick={onClose} />
          <Button
            disabled={busy || !lines}
            loading={busy}
            text={publishAt ? 'Schedule' : 'Publish now'}
            tone="primary"
            onClick={() => void publish()}
          />
        </Flex>
      </Stack>
    </Dialog>
  )
}

/** Readers have got another front since this draft was begun. */
function Newer({draft, entries}: {draft: FrontDocument; entries: readonly FrontEntry[]}) {
  const begun = draft._createdAt ?? ''
  const newer = entries.filter(({at}) => at > begun)
  if (newer.length === 0) return null
  return (
    <Card padding={3} radius={2} role="alert" tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          This front was changed after you began. Yours takes its place.
        </Text>
        {newer.map(({_id, byName, changes}) => (
          <Text key={_id} size={1} style={{whiteSpace: 'pre-line'}}>
            {byName}: {changes.join(' ')}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

function When({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (publishAt: string | undefined) => void
}) {
  const id = useId()
  const time = useNewsroomTime()
  const now = useMinute()
  return (
    <Labelled id={id} label={`Or at a time (${time.zoneName(now)})`}>
      <TextInput
        id={id}
        type="datetime-local"
        value={value ? time.wallOf(Date.parse(value)) : ''}
        onChange={(event) => onChange(time.instantOf(event.currentTarget.value))}
      />
    </Labelled>
  )
}

/** In the words of the ledger; undefined until the names have been read. */
function useChanges(
  client: SanityClient,
  {published, live}: FrontState,
  draft: FrontDocument,
): string[] | undefined {
  const [lines, setLines] = useState<string[]>()
  useEffect(() => {
    const closing = new AbortController()
    const ids = JSON.stringify([published, draft]).match(/"_ref":"[^"]+"/g) ?? []
    client
      .fetch<PieceDocument[]>(
        '*[_id in $ids]',
        {ids: ids.flatMap((ref) => [ref.slice(8, -1), `drafts.${ref.slice(8, -1)}`])},
        {tag: 'fronts.names', signal: closing.signal},
      )
      .then((documents) => {
        const named = new Map(documents.map((one) => [publishedIdOf(one._id), one]))
        const name = (id: string): string => nameOf(named.get(id))
        const hidden = slotsOf(draft).filter(({piece}) => !live.has(piece))
        setLines([
          ...describeFrontChange(published, draft, name),
          ...hidden.map(({piece}) => `${name(piece)} will come off: readers cannot open it.`),
        ])
      })
      .catch((error: Error) => {
        if (!closing.signal.aborted) setLines([`The changes could not be listed: ${error.message}`])
      })
    return () => closing.abort()
  }, [client, draft, live, published])
  return lines
}
