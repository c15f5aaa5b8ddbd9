// The changes of accounts, below the list of people.
import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {use, useState} from 'react'
import {styled} from 'styled-components'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {eventLabel, actorLabel, type AccountEvent, type AccountEventsPage} from './account-event.ts'
import {OfferedRoles} from './person.ts'
import {Problem} from '../../ui/problem.tsx'
import type {PeopleActions} from './use-people.ts'

interface AccountEventsProps {
  /** The newest. */
  page: AccountEventsPage
  /** When they were read, in milliseconds since the epoch. */
  asOf: number
  before: PeopleActions['eventsBefore']
}

/** Older pages are read on demand, and again after the newest one was reloaded, so that no event is left out. */
export function AccountEvents({page, asOf, before}: AccountEventsProps) {
  const [older, setOlder] = useState<(AccountEventsPage & {asOf: number}) | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const current = older?.asOf === asOf ? older : null
  const events = [...page.events, ...(current?.events ?? [])]
  const last = events.at(-1)

  const showOlder = async (id: number): Promise<void> => {
    setProblem(null)
    try {
      const found = await before(id)
      setOlder({...found, asOf, events: [...(current?.events ?? []), ...found.events]})
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <Stack as="section" gap={4} aria-label="What was done to accounts" data-testid="account-events">
      <Stack gap={3}>
        <Heading as="h2" size={1}>
          What was done to accounts
        </Heading>
        <Text size={1} muted>
          {last ? 'By administrators here, and by commands on the server.' : 'Nothing yet.'}
        </Text>
      </Stack>
      {last && <EventsTable events={events} now={asOf} />}
      {problem && <Problem>{problem}</Problem>}
      {last && (current ?? page).hasMore && (
        <Flex>
          <Button mode="ghost" text="Show older" onClick={() => void showOlder(last.id)} />
        </Flex>
      )}
    </Stack>
  )
}

function EventsTable({events, now}: {events: readonly AccountEvent[]; now: number}) {
  const time = useNewsroomTime()
  const offered = use(OfferedRoles)
  return (
    <Card border radius={3} overflow="hidden">
      <EventsFrame>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Account</th>
            <th scope="col">What was done</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td>
                <Text as="time" size={1} muted dateTime={event.at} title={time.full(event.at)}>
                  {time.moment(event.at, now)}
                </Text>
              </td>
              <th scope="row">
                <Text size={1} weight="medium">
                  {event.account.name}
                </Text>
              </th>
              <td>
                <Text size={1}>{eventLabel(event, offered)}</Text>
              </td>
              <td>
                <Text size={1} muted>
                  {actorLabel(event)}
                </Text>
              </td>
            </tr>
          ))}
        </tbody>
      </EventsFrame>
    </Card>
  )
}

const EventsFrame = styled.table`
  width: 100%;
  border-collapse: collapse;
  text-align: left;

  th,
  td {
    padding: 11px 16px;
    font-weight: inherit;
    vertical-align: top;
  }
  thead th {
    font-size: 12px;
    color: var(--card-muted-fg-color);
  }
  tbody tr {
    border-top: 1px solid var(--card-border-color);
  }
  tbody td:first-child {
    white-space: nowrap;
  }

  @media (max-width: 760px) {
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tbody tr {
      display: block;
      padding-block: 8px;
    }
    tbody th,
    tbody td {
      display: block;
      padding-block: 4px;
    }
  }
`
