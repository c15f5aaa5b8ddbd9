// The state of *Invite a colleague*: its fields, and the invited person once it has worked.
import {use, useState, type FormEvent} from 'react'
import {useAttempt} from '../../ui/use-attempt.ts'
import {OfferedRoles, type Invited} from './person.ts'
import type {PeopleActions} from './use-people.ts'

interface InviteFields {
  name: string
  email: string
  roles: string[]
}

export interface InviteForm {
  fields: InviteFields
  set: (changes: Partial<InviteFields>) => void
  busy: boolean
  problem: string | null
  isComplete: boolean
  submit: (event: FormEvent) => void
}

/** The role that is chosen at first, on a lake that has it. */
const MOST_ARE = 'journalist'

export function useInvite(invite: PeopleActions['invite']): {
  form: InviteForm
  invited: Invited | null
} {
  const isOffered = use(OfferedRoles).some(({name}) => name === MOST_ARE)
  const [fields, setFields] = useState<InviteFields>({
    name: '',
    email: '',
    roles: isOffered ? [MOST_ARE] : [],
  })
  const {busy, problem, attempt} = useAttempt()
  const [invited, setInvited] = useState<Invited | null>(null)

  const {name, email, roles} = fields
  return {
    form: {
      fields,
      set: (changes) => setFields((before) => ({...before, ...changes})),
      busy,
      problem,
      isComplete: name.trim() !== '' && email.trim() !== '' && roles.length > 0,
      submit(event) {
        event.preventDefault()
        void attempt(async () => setInvited(await invite(fields)))
      },
    },
    invited,
  }
}
