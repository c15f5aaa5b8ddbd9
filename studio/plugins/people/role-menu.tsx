// A person's role as a button, with a menu that changes it.
import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {Menu, MenuButton, MenuDivider, MenuItem} from '@sanity/ui/menu'
import {use, useId} from 'react'
import {MENU_POPOVER} from './menu-popover.ts'
import {OfferedRoles, rolesLabel, type Person} from './person.ts'

interface RoleMenuProps {
  person: Person
  isMe: boolean
  onChoose: (role: string) => void
  onSeveral: () => void
}

/**
 * Not a select, because its arrow keys would change a colleague's role while the person looks for
 * the right one.
 */
export function RoleMenu({person, isMe, onChoose, onSeveral}: RoleMenuProps) {
  const offered = use(OfferedRoles)
  const label = rolesLabel(person.roles, offered)
  const button = (
    <Button
      mode="bleed"
      padding={2}
      iconRight={ChevronDownIcon}
      text={label}
      textWeight="regular"
      aria-label={isMe ? `Your role: ${label}` : `Role of ${person.name}: ${label}`}
      {...(isMe && {onClick: onSeveral})}
    />
  )
  const id = useId()
  // People can only add to their own roles here.
  if (isMe) return button
  return (
    <MenuButton
      id={id}
      button={button}
      popover={{...MENU_POPOVER, placement: 'bottom-start'}}
      menu={
        <Menu style={{maxWidth: 'min(500px, 92vw)'}}>
          {offered.map(({name, title, description}) => {
            const current = person.roles.length === 1 && person.roles[0] === name
            return (
              <MenuItem
                key={name}
                role="menuitemradio"
                aria-checked={current}
                padding={3}
                pressed={current}
                onClick={() => (current ? undefined : onChoose(name))}
              >
                <Flex gap={3}>
                  <Box flex={1}>
                    <Stack gap={2}>
                      <Text size={1} weight="medium">
                        {title}
                      </Text>
                      <Text size={1}>{description}</Text>
                    </Stack>
                  </Box>
                  <Text size={1}>{current && <CheckmarkIcon />}</Text>
                </Flex>
              </MenuItem>
            )
          })}
          <MenuDivider />
          <MenuItem padding={3} text="Several roles…" onClick={onSeveral} />
        </Menu>
      }
    />
  )
}
