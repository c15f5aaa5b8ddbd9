// The list of people, with the actions for each.
import {Card, Dialog} from '@sanity/ui'
import {useState, useId, useCallback, useRef, type FocusEvent} from 'react'
import {useCurrentUser} from 'sanity'
import {ConfirmDialog} from '../../ui/confirm-dialog.tsx'
import type {Person, SignInLink} from './person.ts'
import {PersonRow} from './person-row.tsx'
import {RolesDialog} from './roles-dialog.tsx'
import {TableFrame} from './table-frame.ts'
import type {PeopleActions} from './use-people.ts'
import {usePersonActions, type OpenDialog} from './use-person-actions.ts'
import {LinkPanel} from './link-panel.tsx'

interface PeopleTableProps {
  people: readonly Person[]
  /** People set passwords by links. */
  hasLinks: boolean
  /** When the list was read, in milliseconds since the epoch. */
  asOf: number
  actions: PeopleActions
}

export function PeopleTable({people, hasLinks, asOf, actions}: PeopleTableProps) {
  const me = useCurrentUser()?.id
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const {changeRoles, handlersOf} = usePersonActions(actions, me, setOpen)
  const {onFocusCapture, giveBack} = useReturnFocus()
  const close = (): void => {
    setOpen(null)
    giveBack()
  }

  return (
    <>
      <Card border radius={3} overflow="hidden">
        <TableFrame onFocusCapture={onFocusCapture}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Works as</th>
              <th scope="col">State</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={person.id === me}
                now={asOf}
                hasLinks={hasLinks}
                {...handlersOf(person)}
              />
            ))}
          </tbody>
        </TableFrame>
      </Card>
      {open?.kind === 'link' && <LinkDialog signIn={open.signIn} onClose={close} />}
      {open?.kind === 'question' && <ConfirmDialog question={open.question} onClose={close} />}
      {open?.kind === 'roles' && (
        <RolesDialog
          person={open.person}
          isMe={open.person.id === me}
          change={(roles) => changeRoles(open.person, roles)}
          onClose={close}
        />
      )}
    </>
  )
}

/** Shown once, because the link cannot be shown again. */
function LinkDialog({signIn, onClose}: {signIn: SignInLink; onClose: () => void}) {
  const header = `New sign-in link for ${signIn.person.name}`
  return (
    <Dialog __unstable_autoFocus={false} id={useId()} header={header} width={1} onClose={onClose}>
      <LinkPanel signIn={signIn} onDone={onClose} />
    </Dialog>
  )
}

interface ReturnFocus {
  /** For the element around everything that opens a dialog. */
  onFocusCapture: (event: FocusEvent<HTMLElement>) => void
  /** Call it after the dialog has closed. */
  giveBack: () => void
}

/** The last element that had the keyboard focus gets it back. */
function useReturnFocus(): ReturnFocus {
  const last = useRef<HTMLElement | null>(null)
  const onFocusCapture = useCallback((event: FocusEvent<HTMLElement>) => {
    const {currentTarget, target} = event
    // React also bubbles events of menus and dialogs, which are elsewhere in the page.
    if (currentTarget.contains(target) && target instanceof HTMLElement) last.current = target
  }, [])
  const giveBack = useCallback(() => {
    requestAnimationFrame(() => last.current?.focus())
  }, [])
  return {onFocusCapture, giveBack}
}
