// More actions for a person: a new link, signing out, disabling and enabling the account.
import {EllipsisHorizontalIcon} from '@sanity/icons/EllipsisHorizontal'
import {LeaveIcon} from '@sanity/icons/Leave'
import {LinkIcon} from '@sanity/icons/Link'
import {LockIcon} from '@sanity/icons/Lock'
import {UnlockIcon} from '@sanity/icons/Unlock'
import {Button} from '@sanity/ui'
import {Menu, MenuButton, MenuDivider, MenuItem} from '@sanity/ui/menu'
import {useId} from 'react'
import {MENU_POPOVER} from './menu-popover.ts'
import type {Person} from './person.ts'

interface PersonMenuProps {
  person: Person
  isMe: boolean
  /** People set passwords by links. */
  hasLinks: boolean
  onLink: () => void
  onEndSessions: () => void
  onDisable: () => void
  onEnable: () => void
}

/** A person's own browser stays signed in, and their own account cannot be disabled. */
export function PersonMenu({person, isMe, hasLinks, ...on}: PersonMenuProps) {
  const {name, disabled, openSessions} = person
  const others = isMe ? openSessions - 1 : openSessions
  return (
    <MenuButton
      id={useId()}
      button={
        <Button
          aria-label={`More for ${name}`}
          icon={EllipsisHorizontalIcon}
          mode="bleed"
          padding={2}
        />
      }
      popover={{...MENU_POPOVER, placement: 'bottom-end'}}
      menu={
        <Menu>
          {hasLinks && (
            <MenuItem
              disabled={disabled}
              icon={LinkIcon}
              text={
                person.hasSignedIn ? 'New sign-in link (forgotten password)' : 'New sign-in link'
              }
              onClick={on.onLink}
            />
          )}
          <MenuItem
            disabled={others < 1}
            icon={LeaveIcon}
            text={isMe ? 'Sign out my other browsers' : 'Sign out everywhere'}
            onClick={on.onEndSessions}
          />
          {!isMe && <MenuDivider />}
          {!isMe && disabled && (
            <MenuItem icon={UnlockIcon} text="Enable the account" onClick={on.onEnable} />
          )}
          {!isMe && !disabled && (
            <MenuItem
              icon={LockIcon}
              text="Disable the account"
              tone="critical"
              onClick={on.onDisable}
            />
          )}
        </Menu>
      }
    />
  )
}
