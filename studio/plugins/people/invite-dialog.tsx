// *Invite a colleague*: name, address and role; then the link to send.
import {Button, Dialog, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {writes} from '../../../model/roles.ts'
import {AuthorFields} from './author-fields.tsx'
import {LinkPanel} from './link-panel.tsx'
import type {Invited, Person} from './person.ts'
import {Problem} from '../../ui/problem.tsx'
import {RoleChoice} from './role-choice.tsx'
import {useInvite, type InviteForm} from './use-invite.ts'
import type {PeopleActions} from './use-people.ts'

interface InviteDialogProps {
  actions: Pick<PeopleActions, 'invite' | 'authors'>
  /** People set passwords by links. */
  hasLinks: boolean
  /** The role that is chosen at first. */
  role?: string | undefined
  onClose: () => void
}

/** Stays open until the link was seen. */
export function InviteDialog({actions, hasLinks, role, onClose}: InviteDialogProps) {
  const id = useId()
  const {form, invited} = useInvite(actions, role)
  return (
    <Dialog
      __unstable_autoFocus={false}
      id={id}
      header={invited ? invitedTitle(invited) : 'Invite a colleague'}
      width={1}
      onClose={onClose}
    >
      {invited ? (
        <InvitedPanel invited={invited} onDone={onClose} />
      ) : (
        <InviteFields form={form} hasLinks={hasLinks} id={id} onCancel={onClose} />
      )}
    </Dialog>
  )
}

const invitedTitle = ({person: {name}, link}: Invited): string =>
  link === null ? `${name} can sign in` : `${name} is invited`

function InvitedPanel({invited: {person, link}, onDone}: {invited: Invited; onDone: () => void}) {
  return link === null ? (
    <WorkAccountPanel person={person} onDone={onDone} />
  ) : (
    <LinkPanel signIn={{person, link}} onDone={onDone} />
  )
}

interface InviteFieldsProps {
  form: InviteForm
  hasLinks: boolean
  /** The prefix of the fields' IDs. */
  id: string
  onCancel: () => void
}

function InviteFields({form, hasLinks, id, onCancel}: InviteFieldsProps) {
  const {fields, choice, set, busy, problem} = form
  return (
    <form onSubmit={form.submit} noValidate>
      <Stack gap={5} padding={4}>
        <Text size={1} muted>
          {hasLinks
            ? 'You get a link to send to them. With it they choose a password and are in.'
            : 'They sign in with their work account, whose e-mail address is this one.'}
        </Text>
        <Stack gap={3}>
          <Text as="label" htmlFor={`${id}-name`} size={1} weight="medium">
            Name
          </Text>
          <TextInput
            id={`${id}-name`}
            autoFocus
            autoComplete="off"
            value={fields.name}
            aria-describedby={`${id}-name-note`}
            onChange={(event) => set({name: event.currentTarget.value})}
          />
          <Text id={`${id}-name-note`} size={1} muted>
            {writes(fields.roles)
              ? 'As colleagues read it beside edits and reviews, and readers above articles.'
              : 'As colleagues read it beside edits and reviews.'}
          </Text>
        </Stack>
        <Stack gap={3}>
          <Text as="label" htmlFor={`${id}-email`} size={1} weight="medium">
            E-mail
          </Text>
          <TextInput
            id={`${id}-email`}
            autoComplete="off"
            inputMode="email"
            value={fields.email}
            onChange={(event) => set({email: event.currentTarget.value})}
          />
        </Stack>
        <RoleChoice roles={fields.roles} onChange={(roles) => set({roles})} />
        {choice.namesakes.length > 0 && (
          <AuthorFields choice={choice} onChange={(author) => set({author})} />
        )}
        {problem && <Problem>{problem}</Problem>}
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" text="Cancel" disabled={busy} onClick={onCancel} />
          <Button
            type="submit"
            tone="primary"
            text="Invite"
            loading={busy}
            disabled={busy || !form.isComplete}
          />
        </Flex>
      </Stack>
    </form>
  )
}

/** The body of a dialog. */
function WorkAccountPanel({person, onDone}: {person: Person; onDone: () => void}) {
  return (
    <Stack gap={4} padding={4}>
      <Text size={1} data-testid="work-account">
        Tell {person.name}: they open the studio and sign in with their work account, {person.email}
        . There is no link to send.
      </Text>
      <Flex justify="flex-end">
        <Button autoFocus tone="primary" text="Done" onClick={onDone} />
      </Flex>
    </Stack>
  )
}
