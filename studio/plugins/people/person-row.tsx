// One colleague in the list.
import {LinkIcon} from '@sanity/icons/Link'
import {Avatar, Badge, Box, Button, Flex, Stack, Text} from '@sanity/ui'
import type {CSSProperties} from 'react'
import {useUserColor} from 'sanity'
import {initialsOf, stateOf, type Person} from './person.ts'
import {PersonMenu} from './person-menu.tsx'
import {RoleMenu} from './role-menu.tsx'

export interface PersonRowProps {
  person: Person
  isMe: boolean
  now: number
  hasLinks: boolean
  onRole: (role: string) => void
  onSeveralRoles: () => void
  onLink: () => void
  onEndSessions: () => void
  onDisable: () => void
  onEnable: () => void
}

/** A row of the table. The person has the same colour beside their edits. */
export function PersonRow({
  person,
  isMe,
  now,
  hasLinks,
  onRole,
  onSeveralRoles,
  ...on
}: PersonRowProps) {
  return (
    <tr data-testid={`person-${person.email}`}>
      <th scope="row">
        <NameCell person={person} isMe={isMe} />
      </th>
      <td>
        <RoleMenu person={person} isMe={isMe} onChoose={onRole} onSeveral={onSeveralRoles} />
      </td>
      <td>
        <StateCell person={person} now={now} hasLinks={hasLinks} onLink={on.onLink} />
      </td>
      <td>
        <PersonMenu person={person} isMe={isMe} hasLinks={hasLinks} {...on} />
      </td>
    </tr>
  )
}

function NameCell({person, isMe}: Pick<PersonRowProps, 'person' | 'isMe'>) {
  const {id, name, email, disabled} = person
  const color = useUserColor(id).name
  const hue = disabled ? 'gray' : color
  return (
    <Flex align="center" gap={3}>
      <div aria-hidden>
        <Avatar color={hue} initials={initialsOf(name)} size={1} style={readable(hue)} />
      </div>
      <Box flex={1}>
        <Stack gap={2}>
          <Flex align="center" gap={2}>
            <Text size={1} weight="medium" muted={disabled} textOverflow="ellipsis">
              {name}
            </Text>
            {isMe && (
              <Badge fontSize={0} style={{marginBlock: -4}}>
                You
              </Badge>
            )}
          </Flex>
          <Text size={1} muted textOverflow="ellipsis">
            {email}
          </Text>
        </Stack>
      </Box>
    </Flex>
  )
}

type StateCellProps = Pick<PersonRowProps, 'person' | 'now' | 'hasLinks' | 'onLink'>

function StateCell({person, now, hasLinks, onLink}: StateCellProps) {
  const {name, disabled, hasSignedIn, linkExpiresAt} = person
  const state = stateOf(person, now, hasLinks)
  return (
    <Flex align="center" gap={2} wrap="wrap">
      <Flex align="center" style={{minWidth: 68}}>
        <Badge fontSize={1} tone={state.tone}>
          {state.label}
        </Badge>
      </Flex>
      <Text size={1} muted>
        {state.detail}
      </Text>
      {hasLinks && !disabled && !hasSignedIn && linkExpiresAt === null && (
        <Button
          aria-label={`New link for ${name}`}
          icon={LinkIcon}
          mode="bleed"
          padding={2}
          style={{marginBlock: -4}}
          text="New link"
          onClick={onLink}
        />
      )}
    </Flex>
  )
}

/** Initials are small: a yellow or a cyan needs more contrast than the palette gives, in light and dark. */
function readable(hue: string): CSSProperties {
  const strong = `color-mix(in srgb, var(--card-avatar-${hue}-bg-color), var(--card-fg-color) 40%)`
  return {'--avatar-bg-color': strong} as CSSProperties
}
