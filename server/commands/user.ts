// user add|list|disable|enable|role|release
import {Command} from 'commander'
import type {Lake} from '@copydesk/lake'
import type {Person} from '@copydesk/lake/access'
import {STAFF_ROLES} from '../../model/roles.ts'
import {OperatorError} from '@copydesk/lake/errors'
import {
  findAccount,
  hasPasswords,
  machineUser,
  newsroomAddress,
  showLink,
  signInLink,
} from './accounts.ts'
import {withAccess} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'
import {withLake} from './with-lake.ts'

/** Accounts of the people who work here. */
export function userCommand(): Command {
  return new Command('user')
    .description('Accounts: who may sign in, and as what.')
    .addHelpText('after', '\nExample:\n  npm run copydesk -- user list')
    .addCommand(add())
    .addCommand(list())
    .addCommand(disable())
    .addCommand(enable())
    .addCommand(role())
    .addCommand(release())
}

const rolesText = `Roles: ${STAFF_ROLES.join(', ')}`

/** `importer` and `reader` are roles too, but not a person's. */
function checkStaffRoles(roles: string[]): void {
  const staff: readonly string[] = STAFF_ROLES
  const other = roles.find((name) => !staff.includes(name))
  if (other !== undefined) {
    throw new OperatorError(`There is no role "${other}" for a person. ${rolesText}.`)
  }
}

interface AddFlags extends DataOption {
  name: string
  role: string[]
  author?: string
}

function add(): Command {
  return subcommand(
    'add <email>',
    `Adds an account and prints its sign-in link. ${rolesText}.`,
    'user add rosa@example.org --name "Rosa Marsh" --role journalist',
  )
    .requiredOption('--name <name>', 'the name that colleagues read')
    .requiredOption('--role <role...>', 'one role or several')
    .option(
      '--author <id>',
      'of somebody who writes: their author, or "new" (default: a new one, unless one without an account has the name)',
    )
    .action(async (email: string, options: AddFlags) => {
      checkStaffRoles(options.role)
      const dataFolder = dataFolderOf(options)
      const address = newsroomAddress(dataFolder)
      const {name, role: roles, author} = options
      const invite = async ({services: {newcomers}}: Lake): Promise<string | null> => {
        const newcomer = {email, name, roles}
        const request = author === undefined ? {} : {author}
        if (hasPasswords()) {
          return signInLink(await newcomers.invite(newcomer, machineUser(), request), address)
        }
        await newcomers.add(newcomer, machineUser(), request)
        return null
      }
      const link = await withLake(dataFolder, invite, {create: true})
      if (link) showLink(link, address)
      else console.log(`${options.name} signs in with their work account, ${email}.`)
    })
}

function list(): Command {
  return subcommand('list', 'Lists all accounts.', 'user list').action(
    async (options: DataOption) => {
      const users = await withAccess(dataFolderOf(options), {}, (access) => access.people.list())
      console.log(
        table([
          ['NAME', 'E-MAIL', 'ROLES', 'STATE'],
          ...users.map((user) => [user.name, user.email, user.roles.join(', '), stateOf(user)]),
        ]),
      )
    },
  )
}

function stateOf({disabled, hasSignedIn}: Person): string {
  if (disabled) return 'disabled'
  return hasSignedIn ? 'active' : 'has not signed in yet'
}

function disable(): Command {
  return subcommand(
    'disable <email>',
    'Ends every session of an account at once and lets nobody sign in with it. What the person wrote stays.',
    'user disable rosa@example.org',
  ).action(async (email: string, options: DataOption) => {
    await withAccess(dataFolderOf(options), {}, async (access) => {
      const user = findAccount(access, email)
      await access.people.change(user.id, {disabled: true}, machineUser())
      console.log(`${user.name} (${user.email}) is disabled.`)
    })
  })
}

function enable(): Command {
  return subcommand(
    'enable <email>',
    'Lets a disabled account sign in again.',
    'user enable rosa@example.org',
  ).action(async (email: string, options: DataOption) => {
    await withAccess(dataFolderOf(options), {}, async (access) => {
      const user = findAccount(access, email)
      await access.people.change(user.id, {disabled: false}, machineUser())
      console.log(`${user.name} (${user.email}) can sign in again.`)
    })
  })
}

function role(): Command {
  return subcommand(
    'role <email> <role...>',
    `Gives an account these roles in place of those it has. ${rolesText}.`,
    'user role rosa@example.org editor',
  ).action(async (email: string, roles: string[], options: DataOption) => {
    checkStaffRoles(roles)
    await withAccess(dataFolderOf(options), {}, async (access) => {
      const user = findAccount(access, email)
      await access.people.change(user.id, {roles}, machineUser())
      console.log(`${user.name} (${user.email}) is now: ${roles.join(', ')}.`)
    })
  })
}

function release(): Command {
  return subcommand(
    'release <email>',
    'Lets another person of the sign-in service take the account over: the next to sign in there with its address.',
    'user release rosa@example.org',
  ).action(async (email: string, options: DataOption) => {
    await withAccess(dataFolderOf(options), {}, async (access) => {
      const user = findAccount(access, email)
      const wasBound = await access.people.releaseIdentity(user.id, machineUser())
      console.log(
        wasBound
          ? `The next to sign in as ${user.email} at the sign-in service has the account of ${user.name}.`
          : `Nobody has signed in to the account of ${user.name} by a sign-in service.`,
      )
    })
  })
}
