// The tool *People*: the accounts and their roles. For administrators, on the embedded lake.
import {AddUserIcon} from '@sanity/icons/AddUser'
import {SearchIcon} from '@sanity/icons/Search'
import {UsersIcon} from '@sanity/icons/Users'
import {
  Box,
  Button,
  Card,
  Container,
  Flex,
  Heading,
  Spinner,
  Stack,
  Text,
  TextInput,
} from '@sanity/ui'
import {useRef, useState} from 'react'
import type {Tool} from 'sanity'
import {route, useRouter} from 'sanity/router'
import {AccountEvents} from './account-events.tsx'
import {InviteDialog} from './invite-dialog.tsx'
import {inOrder, OfferedRoles, type Person} from './person.ts'
import {PeopleTable} from './people-table.tsx'
import {Problem} from '../../ui/problem.tsx'
import {usePeople, type PeopleActions, type PeopleLookup} from './use-people.ts'

/** Registered in the workspace's tools. */
export const peopleTool: Tool = {
  name: 'people',
  title: 'People',
  icon: UsersIcon,
  component: PeopleScreen,
  // An address that opens the invitation of a colleague with this role.
  router: route.create('/', [route.create('/invite/:role')]),
}

function PeopleScreen() {
  const {lookup, actions} = usePeople()
  const [isInviting, setInviting] = useState(false)
  const {state, navigate} = useRouter()
  const role = typeof state['role'] === 'string' ? state['role'] : undefined
  const inviteButton = useRef<HTMLButtonElement>(null)
  const ready = lookup.status === 'ready'
  return (
    <OfferedRoles value={ready ? lookup.roles : []}>
      <Card height="fill" overflow="auto" data-testid="people-tool">
        <Container width={3} padding={[3, 4, 5]}>
          <Stack gap={5}>
            <Flex align="flex-end" gap={4} wrap="wrap">
              <Box flex={1}>
                <Stack gap={3}>
                  <Heading as="h1" size={3}>
                    People
                  </Heading>
                  <Text size={1} muted>
                    {ready ? countLabel(lookup.people) : 'Who works here, and as what.'}
                  </Text>
                </Stack>
              </Box>
              <Button
                ref={inviteButton}
                icon={AddUserIcon}
                tone="primary"
                text="Invite a colleague"
                disabled={!ready}
                onClick={() => setInviting(true)}
              />
            </Flex>
            <PeopleList lookup={lookup} actions={actions} />
            {ready && (
              <AccountEvents
                page={lookup.events}
                asOf={lookup.asOf}
                before={actions.eventsBefore}
              />
            )}
          </Stack>
        </Container>
        {ready && (isInviting || role !== undefined) && (
          <InviteDialog
            actions={actions}
            hasLinks={lookup.hasLinks}
            role={role}
            onClose={() => {
              setInviting(false)
              if (role !== undefined) navigate({})
              inviteButton.current?.focus()
            }}
          />
        )}
      </Card>
    </OfferedRoles>
  )
}

function PeopleList({lookup, actions}: {lookup: PeopleLookup; actions: PeopleActions}) {
  const [search, setSearch] = useState('')
  if (lookup.status === 'loading') {
    return (
      <Flex align="center" gap={3} padding={5} justify="center">
        <Spinner muted />
        <Text muted size={1}>
          Looking up who works here…
        </Text>
      </Flex>
    )
  }
  if (lookup.status === 'failed') {
    return (
      <Stack gap={3}>
        <Problem>The list could not be loaded. {lookup.message}</Problem>
        <Flex>
          <Button mode="ghost" text="Try again" onClick={() => void actions.reload()} />
        </Flex>
      </Stack>
    )
  }
  const shown = inOrder(lookup.people, lookup.roles, search)
  return (
    <Stack gap={4}>
      <Box style={{maxWidth: 360}}>
        <TextInput
          aria-label="Find a person"
          fontSize={1}
          icon={SearchIcon}
          placeholder="Name, e-mail or role"
          type="search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Box>
      {shown.length > 0 ? (
        <PeopleTable
          people={shown}
          hasLinks={lookup.hasLinks}
          asOf={lookup.asOf}
          actions={actions}
        />
      ) : (
        <Card border radius={3} padding={5}>
          <Text align="center" muted size={1}>
            Nobody here matches “{search.trim()}”.
          </Text>
        </Card>
      )}
    </Stack>
  )
}

function countLabel(people: readonly Person[]): string {
  const disabled = people.filter((person) => person.disabled).length
  const invited = people.filter((person) => !person.disabled && !person.hasSignedIn).length
  return [
    `${people.length} ${people.length === 1 ? 'person' : 'people'}`,
    ...(invited > 0 ? [`${invited} yet to sign in`] : []),
    ...(disabled > 0 ? [`${disabled} disabled`] : []),
  ].join(' · ')
}
