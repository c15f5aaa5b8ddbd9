// Gives one person several roles.
import {Button, Dialog, Flex, Stack} from '@sanity/ui'
import {useId, useState} from 'react'
import type {Person} from './person.ts'
import {Problem} from '../../ui/problem.tsx'
import {useAttempt} from '../../ui/use-attempt.ts'
import {RoleChoice} from './role-choice.tsx'

interface RolesDialogProps {
  person: Person
  isMe: boolean
  /** Rejects with a sentence for the person. */
  change: (roles: string[]) => Promise<void>
  onClose: () => void
}

/** Administrators cannot remove their own role. */
export function RolesDialog({person, isMe, change, onClose}: RolesDialogProps) {
  const [roles, setRoles] = useState(person.roles)
  const {busy, problem, attempt} = useAttempt()
  const isSame = new Set(roles).symmetricDifference(new Set(person.roles)).size === 0

  const save = (): Promise<void> =>
    attempt(async () => {
      await change(roles)
      onClose()
    })
  return (
    <Dialog
      id={useId()}
      header={isMe ? 'Your roles' : `Roles of ${person.name}`}
      width={1}
      onClose={onClose}
    >
      <Stack gap={4} padding={4}>
        <RoleChoice
          roles={roles}
          onChange={setRoles}
          fixed={
            isMe
              ? {role: 'administrator', reason: 'Another administrator can take this from you.'}
              : undefined
          }
        />
        {problem && <Problem>{problem}</Problem>}
        <Flex gap={2} justify="flex-end">
          <Button mode="bleed" text="Cancel" disabled={busy} onClick={onClose} />
          <Button
            tone="primary"
            text="Save"
            loading={busy}
            disabled={busy || isSame || roles.length === 0}
            onClick={() => void save()}
          />
        </Flex>
      </Stack>
    </Dialog>
  )
}
