// One colleague in the list.
import {Avatar, Badge, Box, Flex, Stack, Text} from '@sanity/ui'
import {useUserColor} from 'sanity'
import {initialsOf, stateOf, type Person} from './person.ts'
import {PersonMenu} from './person-menu.tsx'
import {RoleMenu} from './role-menu.tsx'

export interface PersonRowProps {
  person: Person
  isMe: boolean
  now: number
  onRole: (role: string) => void
  onSeveralRoles: () => void
  onLink: () => void
  onEndSessions: () => void
  onDisable: () => void
  onEnable: () => void
}

/** A row of the table; the person's colour is the one beside their edits. */
export function PersonRow({person, isMe, now, onRole, onSeveralRoles, ...on}: PersonRowProps) {
  const {id, name, email, disabled} = person
  const state = stateOf(person, now)
  const color = useUserColor(id).name
  return (
    <tr data-testid={`person-${email}`} data-disabled={disabled}>
      <th scope="row">
        <Flex align="center" gap={3}>
          <Avatar
            aria-hidden
            color={disabled ? 'gray' : color}
            initials={initialsOf(name)}
            size={1}
          />
          <Box flex={1}>
            <Stack gap={2}>
              <Flex align="center" gap={2}>
                <Text size={1} weight="medium" muted={disabled} textOverflow="ellipsis">
                  {name}
                </Text>
                {isMe && <Badge fontSize={0}>You</Badge>}
              </Flex>
              <Text size={1} muted textOverflow="ellipsis">
                {email}
              </Text>
            </Stack>
          </Box>
        </Flex>
      </th>
      <td>
        <RoleMenu person={person} isMe={isMe} onChoose={onRole} onSeveral={onSeveralRoles} />
      </td>
      <td>
        <Flex align="center" gap={3} wrap="wrap">
          <Badge fontSize={1} tone={state.tone}>
            {state.label}
          </Badge>
          <Text size={1} muted>
            {state.detail}
          </Text>
        </Flex>
      </td>
      <td>
        <PersonMenu person={person} isMe={isMe} {...on} />
      </td>
    </tr>
  )
}
