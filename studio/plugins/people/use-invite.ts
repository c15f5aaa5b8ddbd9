// The state of *Invite a colleague*: its fields, and the invited person once it has worked.
import {useState, type FormEvent} from 'react'
import type {Invited} from './person.ts'
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

export function useInvite(invite: PeopleActions['invite']): {
  form: InviteForm
  invited: Invited | null
} {
  const [fields, setFields] = useState<InviteFields>({name: '', email: '', roles: ['journalist']})
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
