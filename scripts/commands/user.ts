// user add|list|disable|enable|role
import {Command} from 'commander'
import type {User} from '../../lake/access/users.ts'
import {STAFF_ROLES} from '../../workflow/roles.ts'
import {OperatorError} from '../environment.ts'
import {findAccount, LINK_NOTE, newSignInLink} from './accounts.ts'
import {withAccess} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'

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

function add(): Command {
  return subcommand(
    'add <email>',
    `Adds an account and prints its sign-in link. ${rolesText}.`,
    'user add rosa@example.org --name "Rosa Marsh" --role journalist',
  )
    .requiredOption('--name <name>', 'the name that colleagues read')
    .requiredOption('--role <role...>', 'one role or several')
    .action((email: string, options: DataOption & {name: string; role: string[]}) => {
      checkStaffRoles(options.role)
      const link = withAccess(dataFolderOf(options), {create: true}, (access) => {
        const user = access.users.add({email, name: options.name, roles: options.role})
        return newSignInLink(access, user.id)
      })
      console.log(link)
      console.error(LINK_NOTE)
    })
}

function list(): Command {
  return subcommand('list', 'Lists all accounts.', 'user list').action((options: DataOption) => {
    const users = withAccess(dataFolderOf(options), {}, (access) => access.users.list())
    console.log(
      table([
        ['NAME', 'E-MAIL', 'ROLES', 'STATE'],
        ...users.map((user) => [user.name, user.email, user.roles.join(', '), stateOf(user)]),
      ]),
    )
  })
}

function stateOf({disabled, hasPassword}: User): string {
  if (disabled) return 'disabled'
  return hasPassword ? 'active' : 'has not set a password yet'
}

function disable(): Command {
  return subcommand(
    'disable <email>',
    'Ends every session of an account at once and lets nobody sign in with it. What the person wrote stays.',
    'user disable rosa@example.org',
  ).action((email: string, options: DataOption) => {
    withAccess(dataFolderOf(options), {}, (access) => {
      const user = findAccount(access, email)
      access.users.disable(user.id)
      console.log(`${user.name} (${user.email}) is disabled.`)
    })
  })
}

function enable(): Command {
  return subcommand(
    'enable <email>',
    'Lets a disabled account sign in again.',
    'user enable rosa@example.org',
  ).action((email: string, options: DataOption) => {
    withAccess(dataFolderOf(options), {}, (access) => {
      const user = findAccount(access, email)
      access.users.enable(user.id)
      console.log(`${user.name} (${user.email}) can sign in again.`)
    })
  })
}

function role(): Command {
  return subcommand(
    'role <email> <role...>',
    `Gives an account these roles in place of those it has. ${rolesText}.`,
    'user role rosa@example.org editor',
  ).action((email: string, roles: string[], options: DataOption) => {
    checkStaffRoles(roles)
    withAccess(dataFolderOf(options), {}, (access) => {
      const user = findAccount(access, email)
      access.users.setRoles(user.id, roles)
      console.log(`${user.name} (${user.email}) is now: ${roles.join(', ')}.`)
    })
  })
}
