// An administrator's actions on one person of the list. A toast reports the result.
import {useToast} from '@sanity/ui/toast'
import {use} from 'react'
import type {Question} from '../../ui/confirm-dialog.tsx'
import {OfferedRoles, rolesLabel, type Person, type SignInLink} from './person.ts'
import type {PersonRowProps} from './person-row.tsx'
import type {PeopleActions} from './use-people.ts'

/** The dialog that is open above the list. */
export type OpenDialog =
  | {kind: 'link'; signIn: SignInLink}
  | {kind: 'roles'; person: Person}
  | {kind: 'question'; question: Question}

type RowHandlers = Omit<PersonRowProps, 'person' | 'isMe' | 'now' | 'hasLinks'>

/** Asks for confirmation before actions that affect the person at once; performs the others without a question. */
export function usePersonActions(
  actions: PeopleActions,
  me: string | undefined,
  open: (dialog: OpenDialog) => void,
) {
  const toast = useToast()
  const offered = use(OfferedRoles)
  const done = (title: string): void => void toast.push({status: 'success', title})
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const {message: description} = error as Error
      toast.push({status: 'error', title: 'Nothing was changed', description})
    }
  }
  const ask = (question: Question): void => open({kind: 'question', question})

  const changeRoles = async (person: Person, roles: string[]): Promise<void> => {
    await actions.change(person.id, {roles})
    done(`${person.name} now works as ${rolesLabel(roles, offered).toLocaleLowerCase()}.`)
  }
  const handlersOf = (person: Person): RowHandlers => {
    const {id, name} = person
    return {
      onRole: (role) => void attempt(() => changeRoles(person, [role])),
      onSeveralRoles: () => open({kind: 'roles', person}),
      onLink: () =>
        void attempt(async () => open({kind: 'link', signIn: await actions.renewLink(id)})),
      onEndSessions: () =>
        ask(
          endSessionsQuestion(name, id === me, async () => {
            const ended = await actions.endSessions(id)
            done(`${ended} ${ended === 1 ? 'browser was' : 'browsers were'} signed out.`)
          }),
        ),
      onDisable: () =>
        ask(
          disableQuestion(name, async () => {
            await actions.change(id, {disabled: true})
            done(`${name} can no longer sign in.`)
          }),
        ),
      onEnable: () =>
        void attempt(async () => {
          await actions.change(id, {disabled: false})
          done(`${name} can sign in again.`)
        }),
    }
  }
  return {changeRoles, handlersOf}
}

const disableQuestion = (name: string, perform: Question['perform']): Question => ({
  title: `Disable the account of ${name}?`,
  consequence: `${name} is signed out everywhere at once and cannot sign in again. What they wrote stays, and you can enable the account again at any time.`,
  verb: 'Disable the account',
  perform,
})

const endSessionsQuestion = (
  name: string,
  isMe: boolean,
  perform: Question['perform'],
): Question => ({
  title: isMe ? 'Sign out your other browsers?' : `Sign out ${name} everywhere?`,
  consequence: isMe
    ? 'You stay signed in here. Every other browser asks you to sign in again.'
    : `Every browser in which ${name} is signed in asks them to sign in again. Text that is being typed is kept there until they have signed in.`,
  verb: 'Sign out',
  perform,
})
