// What a publication of the front would change, and the publication.
import {Button, Dialog, Flex, Stack, TextInput} from '@sanity/ui'
import {useId, useState} from 'react'
import {useRawClient} from '../../data/use-raw-client.ts'
import {Labelled} from '../../ui/labelled.tsx'
import {Problem} from '../../ui/problem.tsx'
import {useAttempt} from '../../ui/use-attempt.ts'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {ChangeList, Newer} from './change-list.tsx'
import type {FrontDocument} from './front-document.ts'
import type {FrontState} from './load-front.ts'
import {publishFront, scheduleFront} from './publish-front.ts'
import {ScheduledWarning} from './scheduled-notice.tsx'
import {TouchArea} from './touch-area.ts'
import {useChanges} from './use-changes.ts'

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
  const lines = useChanges(state.published, draft)
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
        <Newer
          begun={draft._createdAt}
          entries={state.entries}
          title="This front was changed after you began. Yours takes its place."
        />
        {state.scheduled.map((scheduled) => (
          <ScheduledWarning key={scheduled.release} publishAt={publishAt} scheduled={scheduled} />
        ))}
        <ChangeList lines={lines} />
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
