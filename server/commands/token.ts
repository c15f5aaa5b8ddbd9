// token create|list|revoke
import {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {ROLE_NAMES, withAccess} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'

/** Credentials for programs. */
export function tokenCommand(): Command {
  return new Command('token')
    .description('Tokens: how programs come in.')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s copydesk -- token create --role editor --name bot',
    )
    .addCommand(create())
    .addCommand(list())
    .addCommand(revoke())
}

function create(): Command {
  return subcommand(
    'create',
    `Makes a token and prints it, and nothing else; it is shown this once. Roles: ${ROLE_NAMES.join(', ')}.`,
    'token create --role editor --name bot',
  )
    .requiredOption('--role <role>', 'what the program may do')
    .requiredOption('--name <name>', 'what the program is; shown as the author of its changes')
    .action(async (options: DataOption & {role: string; name: string}) => {
      const token = await withAccess(dataFolderOf(options), {create: true}, (access) =>
        access.tokens.create({name: options.name, role: options.role}),
      )
      console.log(token.secret)
    })
}

function list(): Command {
  return subcommand('list', 'Lists the tokens, without their secrets.', 'token list')
    .option('--all', 'revoked ones too')
    .action(async (options: DataOption & {all?: boolean}) => {
      const tokens = await withAccess(dataFolderOf(options), {}, (access) => access.tokens.list())
      const shown = tokens.filter(({revokedAt}) => options.all || revokedAt === null)
      console.log(
        table([
          ['ID', 'NAME', 'ROLE', 'CREATED', 'STATE'],
          ...shown.map(({id, name, role, createdAt, revokedAt}) => [
            id,
            name,
            role,
            createdAt,
            revokedAt === null ? 'active' : `revoked ${revokedAt}`,
          ]),
        ]),
      )
    })
}

function revoke(): Command {
  return subcommand(
    'revoke <id>',
    'Ends a token at once. "token list" shows the ids.',
    'token revoke t7k2m9x4p3qa8',
  ).action(async (id: string, options: DataOption) => {
    await withAccess(dataFolderOf(options), {}, ({tokens}) => {
      if (!tokens.list().some((token) => token.id === id)) {
        throw new OperatorError(
          `There is no token ${id}. "npm run copydesk -- token list" shows their ids.`,
        )
      }
      tokens.revoke(id)
    })
    console.log(`Token ${id} is revoked.`)
  })
}
