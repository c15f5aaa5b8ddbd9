// *Invite a colleague*: name, address and role; then the link to send.
import {Button, Dialog, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useState, type FormEvent} from 'react'
import {LinkPanel} from './link-panel.tsx'
import type {Invited} from './person.ts'
import {Problem} from '../../ui/problem.tsx'
import {RoleChoice} from './role-choice.tsx'
import {WorkAccountPanel} from './work-account-panel.tsx'
import type {PeopleActions} from './use-people.ts'

interface InviteDialogProps {
  invite: PeopleActions['invite']
  /** People set passwords by links. */
  hasLinks: boolean
  onClose: () => void
}

/** Stays open until the link was seen. */
export function InviteDialog({invite, hasLinks, onClose}: InviteDialogProps) {
  const id = useId()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<string[]>(['journalist'])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [invited, setInvited] = useState<Invited | null>(null)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    try {
      setInvited(await invite({name, email, roles}))
    } catch (error) {
      setProblem((error as Error).message)
    }
    setBusy(false)
  }

  if (invited) {
    const {person, link} = invited
    return (
      <Dialog
        __unstable_autoFocus={false}
        id={id}
        header={link === null ? `${person.name} can sign in` : `${person.name} is invited`}
        width={1}
        onClose={onClose}
      >
        {link === null ? (
          <WorkAccountPanel person={person} onDone={onClose} />
        ) : (
          <LinkPanel signIn={{person, link}} onDone={onClose} />
        )}
      </Dialog>
    )
  }
  return (
    <Dialog
      __unstable_autoFocus={false}
      id={id}
      header="Invite a colleague"
      width={1}
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
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
              value={name}
              aria-describedby={`${id}-name-note`}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Text id={`${id}-name-note`} size={1} muted>
              As colleagues read it beside edits and reviews.
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
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </Stack>
          <RoleChoice roles={roles} onChange={setRoles} />
          {problem && <Problem>{problem}</Problem>}
          <Flex gap={2} justify="flex-end">
            <Button mode="bleed" text="Cancel" disabled={busy} onClick={onClose} />
            <Button
              type="submit"
              tone="primary"
              text="Invite"
              loading={busy}
              disabled={busy || name.trim() === '' || email.trim() === '' || roles.length === 0}
            />
          </Flex>
        </Stack>
      </form>
    </Dialog>
  )
}
