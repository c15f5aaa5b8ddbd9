// The list of colleagues with everything that can be done for each.
import {Card} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {useCurrentUser} from 'sanity'
import {ConfirmDialog, type Question} from '../../ui/confirm-dialog.tsx'
import {LinkDialog} from './link-dialog.tsx'
import {rolesInWords, type Person, type SignInLink} from './person.ts'
import {PersonRow} from './person-row.tsx'
import {RolesDialog} from './roles-dialog.tsx'
import {TableFrame} from './table-frame.ts'
import type {PeopleActions} from './use-people.ts'
import {useReturnFocus} from './use-return-focus.ts'

interface PeopleTableProps {
  people: readonly Person[]
  /** They set passwords by links. */
  hasLinks: boolean
  /** When they were so, in milliseconds since the epoch. */
  asOf: number
  actions: PeopleActions
}

type Open =
  | {kind: 'link'; signIn: SignInLink}
  | {kind: 'roles'; person: Person}
  | {kind: 'question'; question: Question}

/** Asks before what a colleague would notice at once; the rest is done and told. */
export function PeopleTable({people, hasLinks, asOf, actions}: PeopleTableProps) {
  const me = useCurrentUser()?.id
  const toast = useToast()
  const [open, setOpen] = useState<Open | null>(null)
  const {onFocusCapture, giveBack} = useReturnFocus()
  const close = (): void => {
    setOpen(null)
    giveBack()
  }

  /** For what is done without a dialog: the answer comes as a toast. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      toast.push({status: 'error', title: 'Nothing was changed', description: wordsOf(error)})
    }
  }
  const done = (title: string): void => void toast.push({status: 'success', title})
  const changeRoles = async (person: Person, roles: string[]): Promise<void> => {
    await actions.change(person.id, {roles})
    done(`${person.name} now works as ${rolesInWords(roles).toLocaleLowerCase()}.`)
  }
  const disable = ({id, name}: Person): Question => ({
    title: `Disable the account of ${name}?`,
    consequence: `${name} is signed out everywhere at once and cannot sign in again. What they wrote stays, and you can enable the account again at any time.`,
    verb: 'Disable the account',
    act: async () => {
      await actions.change(id, {disabled: true})
      done(`${name} can no longer sign in.`)
    },
  })
  const endSessions = ({id, name}: Person): Question => ({
    title: id === me ? 'Sign out your other browsers?' : `Sign out ${name} everywhere?`,
    consequence:
      id === me
        ? 'You stay signed in here. Every other browser asks you to sign in again.'
        : `Every browser in which ${name} is signed in asks them to sign in again. Text that is being typed is kept there until they have signed in.`,
    verb: 'Sign out',
    act: async () => {
      const ended = await actions.endSessions(id)
      done(`${ended} ${ended === 1 ? 'browser was' : 'browsers were'} signed out.`)
    },
  })

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
                onRole={(role) => void attempt(() => changeRoles(person, [role]))}
                onSeveralRoles={() => setOpen({kind: 'roles', person})}
                onLink={() =>
                  void attempt(async () => {
                    setOpen({kind: 'link', signIn: await actions.renewLink(person.id)})
                  })
                }
                onEndSessions={() => setOpen({kind: 'question', question: endSessions(person)})}
                onDisable={() => setOpen({kind: 'question', question: disable(person)})}
                onEnable={() =>
                  void attempt(async () => {
                    await actions.change(person.id, {disabled: false})
                    done(`${person.name} can sign in again.`)
                  })
                }
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

const wordsOf = (error: unknown): string => (error as Error).message
