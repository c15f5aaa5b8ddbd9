// What was done to accounts, by whom: under the list of people.
import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {styled} from 'styled-components'
import {useNewsroomTime} from '../time/use-newsroom-time.ts'
import {deedInWords, doerInWords, type AccountEvent} from './account-event.ts'
import {Problem} from './problem.tsx'
import {useAccountEvents} from './use-account-events.ts'

/** @param props.asOf when the list of people was read */
export function AccountEvents({asOf}: {asOf: number}) {
  const {events, failed, hasMore, more} = useAccountEvents(asOf)
  return (
    <Stack as="section" gap={4} aria-label="What was done to accounts" data-testid="account-events">
      <Stack gap={3}>
        <Heading as="h2" size={1}>
          What was done to accounts
        </Heading>
        <Text size={1} muted>
          By administrators here, and by commands on the server.
        </Text>
      </Stack>
      {failed && <Problem>The list could not be loaded. Try again in a moment.</Problem>}
      {events?.length === 0 && (
        <Text size={1} muted>
          Nothing yet.
        </Text>
      )}
      {events && events.length > 0 && <EventsTable events={events} now={asOf} />}
      {(hasMore || (failed && events === null)) && (
        <Flex>
          <Button
            mode="ghost"
            text={events === null ? 'Try again' : 'Show older'}
            onClick={() => void more()}
          />
        </Flex>
      )}
    </Stack>
  )
}

function EventsTable({events, now}: {events: readonly AccountEvent[]; now: number}) {
  const time = useNewsroomTime()
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
                <Text size={1}>{deedInWords(event)}</Text>
              </td>
              <td>
                <Text size={1} muted>
                  {doerInWords(event)}
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
