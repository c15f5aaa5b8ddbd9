// The state of *Invite a colleague*: its fields, and the invited person once it has worked.
import {use, useEffect, useState, type FormEvent} from 'react'
import {useAttempt} from '../../ui/use-attempt.ts'
import type {KnownAuthors} from '../../../model/namesakes.ts'
import {authorChoice, type AuthorChoice} from './author-choice.ts'
import {OfferedRoles, type Invited} from './person.ts'
import type {PeopleActions} from './use-people.ts'

interface InviteFields {
  name: string
  email: string
  roles: string[]
  author?: string
}

export interface InviteForm {
  fields: InviteFields
  choice: AuthorChoice
  set: (changes: Partial<InviteFields>) => void
  busy: boolean
  problem: string | null
  isComplete: boolean
  submit: (event: FormEvent) => void
}

/** The role that is chosen at first, on a lake that has it. */
const MOST_ARE = 'journalist'

export function useInvite(
  {invite, authors}: Pick<PeopleActions, 'invite' | 'authors'>,
  firstRole = MOST_ARE,
): {
  form: InviteForm
  invited: Invited | null
} {
  const isOffered = use(OfferedRoles).some(({name}) => name === firstRole)
  const [fields, setFields] = useState<InviteFields>({
    name: '',
    email: '',
    roles: isOffered ? [firstRole] : [],
  })
  const {busy, problem, attempt} = useAttempt()
  const [invited, setInvited] = useState<Invited | null>(null)

  const [known, setKnown] = useState<KnownAuthors | null>(null)
  useEffect(() => {
    // Without the list the server asks.
    authors().then(setKnown, () => {})
  }, [authors])

  const {name, email, roles, author} = fields
  const choice = authorChoice(fields, author, known)
  const {chosen} = choice
  const isNamed = name.trim() !== '' && email.trim() !== ''
  return {
    form: {
      fields,
      choice,
      set: (changes) => setFields((before) => ({...before, ...changes})),
      busy,
      problem,
      isComplete: isNamed && roles.length > 0 && !choice.isOpen,
      submit(event) {
        event.preventDefault()
        void attempt(async () =>
          setInvited(await invite({name, email, roles, ...(chosen && {author: chosen})})),
        )
      },
    },
    invited,
  }
}
