// sign-in, invite and token
import type {Access} from '../access/access.ts'
import {OperatorError} from '../operator-error.ts'
import type {Call} from './arguments.ts'
import {addressOf, machineUser, withAccess} from './lake-folder.ts'
import {ADMINISTRATOR} from './roles.ts'

const ONCE = 'The link works once, for 24 hours, while the lake runs.'

/** Prints a new sign-in link. Older links of the person stop working. */
export async function signIn({settings, words: [, email]}: Call): Promise<void> {
  const link = await withAccess(settings.data, async (access) => {
    const user = email ? access.users.byEmail(email) : firstAdministrator(access)
    if (!user) throw new OperatorError(`There is no account ${email}. ${namesOf(access)}`)
    const {secret} = await access.people.renewLink(user.id, machineUser())
    return `${addressOf(settings)}/sign-in/${secret}`
  })
  console.log(link)
  console.error(ONCE)
}

/** Adds a person and prints their first sign-in link. */
export async function invite({settings, words: [, email], name, role}: Call): Promise<void> {
  if (!email) {
    throw new OperatorError(
      'invite needs an e-mail address, for example: copydesk-lake invite rosa@example.org --name Rosa --role editor',
    )
  }
  const person = {email, name: name ?? email.split('@')[0] ?? email, roles: [role]}
  const link = await withAccess(settings.data, async (access) => {
    const {secret} = await access.people.invite(person, machineUser())
    return `${addressOf(settings)}/sign-in/${secret}`
  })
  console.log(link)
  console.error(ONCE)
}

/** Prints a token for a program. */
export async function token({settings, role}: Call): Promise<void> {
  const {secret} = await withAccess(settings.data, ({tokens}) =>
    tokens.create({name: 'copydesk-lake token', role}),
  )
  console.log(secret)
}

const firstAdministrator = (access: Access) =>
  access.users.list().find(({roles, disabled}) => roles.includes(ADMINISTRATOR) && !disabled)

const namesOf = (access: Access): string =>
  `Accounts are: ${access.users
    .list()
    .map(({email}) => email)
    .join(', ')}.`
