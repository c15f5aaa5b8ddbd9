// Who published this front, and what changed each time.
import {Card, Stack, Text} from '@sanity/ui'
import {useMinute} from '../../ui/time/use-minute.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import type {FrontEntry} from './load-front.ts'

export function FrontRecord({entries}: {entries: readonly FrontEntry[]}) {
  const time = useNewsroomTime()
  const now = useMinute()
  if (entries.length === 0) {
    return (
      <Text muted size={1}>
        This front was never published.
      </Text>
    )
  }
  return (
    <Stack as="ul" gap={3} style={{listStyle: 'none', margin: 0, padding: 0}}>
      {entries.map(({_id, at, byName, changes}) => (
        <Card key={_id} as="li" border padding={3} radius={2}>
          <Stack gap={3}>
            <Text muted size={1}>
              {byName}, {time.moment(at, now)}
            </Text>
            <Text size={1} style={{whiteSpace: 'pre-line'}}>
              {changes.join('\n')}
            </Text>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
