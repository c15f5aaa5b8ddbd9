// The state of *Invite a colleague*: its fields, and the invited person once it has worked.
import {use, useState, type FormEvent} from 'react'
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
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [invited, setInvited] = useState<Invited | null>(null)

  const send = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      setInvited(await invite(fields))
    } catch (error) {
      setProblem((error as Error).message)
    }
    setBusy(false)
  }
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
        void send()
      },
    },
    invited,
  }
}
