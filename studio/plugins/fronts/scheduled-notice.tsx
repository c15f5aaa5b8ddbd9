// Says that a version of the front goes out at a time, and what it changes.
import {ClockIcon} from '@sanity/icons/Clock'
import {Box, Button, Card, Dialog, Flex, Stack, Text} from '@sanity/ui'
import {useId, useState} from 'react'
import {useCurrentUser, useUser} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {ChangeList, Newer} from './change-list.tsx'
import type {FrontState} from './load-front.ts'
import {staysAfter, type ScheduledFront} from './scheduled-fronts.ts'
import {TouchArea} from './touch-area.ts'
import {useChanges} from './use-changes.ts'

/** `A version of this front is scheduled for today 14:00 by Hester Brandwick.` */
function useSentence({at, by}: ScheduledFront): string {
  const time = useNewsroomTime()
  const now = useMinute()
  const me = useCurrentUser()?.id
  const [user] = useUser(by ?? me ?? '')
  const name = by === me ? 'you' : user?.displayName
  return `A version of this front is scheduled for ${time.moment(at, now)}${by && name ? ` by ${name}` : ''}.`
}

/** Below the head of the tool. */
export function ScheduledNotice({
  scheduled,
  state,
}: {
  scheduled: ScheduledFront
  state: FrontState
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card as="section" aria-label="Scheduled" border padding={3} radius={2} tone="primary">
      <Flex align="center" gap={3} wrap="wrap">
        <Text size={1}>
          <ClockIcon />
        </Text>
        <Box flex={1} style={{minWidth: 200}}>
          <Text size={1}>{useSentence(scheduled)}</Text>
        </Box>
        <Button
          mode="ghost"
          style={{minHeight: 44}}
          text="See what it changes"
          onClick={() => setOpen(true)}
        />
      </Flex>
      {isOpen && (
        <ScheduledChanges scheduled={scheduled} state={state} onClose={() => setOpen(false)} />
      )}
    </Card>
  )
}

interface ScheduledChangesProps {
  scheduled: ScheduledFront
  state: FrontState
  onClose: () => void
}

function ScheduledChanges({scheduled, state, onClose}: ScheduledChangesProps) {
  const {front, at, release} = scheduled
  const lines = useChanges(state.published, front, at)
  return (
    <Dialog header="The scheduled version" id={useId()} width={1} onClose={onClose}>
      <Stack as={TouchArea} gap={4} padding={4}>
        <Text size={1}>{useSentence(scheduled)}</Text>
        <Newer
          begun={front._createdAt}
          entries={state.entries}
          title="This front was changed after work on that version began. The version takes its place."
        />
        <ChangeList lines={lines} />
        <Flex gap={2} justify="flex-end" wrap="wrap">
          <Button
            as={IntentLink}
            mode="ghost"
            text="Open its release"
            {...{intent: 'release', params: {id: release}}}
          />
          <Button mode="bleed" text="Close" onClick={onClose} />
        </Flex>
      </Stack>
    </Dialog>
  )
}

/** Before a publication: which of the two readers keep. */
export function ScheduledWarning({
  scheduled,
  publishAt,
}: {
  scheduled: ScheduledFront
  publishAt: string | undefined
}) {
  return (
    <Card padding={3} radius={2} role="alert" tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {useSentence(scheduled)}
        </Text>
        <Text size={1}>
          {staysAfter(scheduled, publishAt) === 'scheduled'
            ? 'It will take the place of what you publish.'
            : 'Yours will take its place.'}
        </Text>
      </Stack>
    </Card>
  )
}
