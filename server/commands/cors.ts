// cors add|list|remove
import {Command} from 'commander'
import {withAccess} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'

/** Other origins whose pages may ask this server. */
export function corsCommand(): Command {
  return new Command('cors')
    .description('Origins: which other sites may ask here for more than what is public.')
    .addHelpText('after', '\nExample:\n  npm run copydesk -- cors list')
    .addCommand(add())
    .addCommand(list())
    .addCommand(remove())
}

function add(): Command {
  return subcommand(
    'add <origin>',
    'Lists an origin. Anonymous reads need no listing; --credentials is for a studio that runs elsewhere.',
    'cors add https://studio.example.org --credentials',
  )
    .option(
      '--credentials',
      'its pages may act as the person who is signed in here: only for your own',
    )
    .action(async (origin: string, options: DataOption & {credentials?: boolean}) => {
      const added = await withAccess(dataFolderOf(options), {create: true}, (access) =>
        access.cors.add(origin, {credentials: options.credentials === true}),
      )
      console.log(`${added.origin} is listed${added.credentials ? ', with credentials' : ''}.`)
    })
}

function list(): Command {
  return subcommand('list', 'Lists the origins.', 'cors list').action(
    async (options: DataOption) => {
      const origins = await withAccess(dataFolderOf(options), {}, (access) => access.cors.list())
      console.log(
        table([
          ['ORIGIN', 'CREDENTIALS', 'ADDED'],
          ...origins.map((entry) => [
            entry.origin,
            entry.credentials ? 'yes' : 'no',
            entry.createdAt,
          ]),
        ]),
      )
    },
  )
}

function remove(): Command {
  return subcommand(
    'remove <origin>',
    'Takes an origin off the list.',
    'cors remove https://studio.example.org',
  ).action(async (origin: string, options: DataOption) => {
    await withAccess(dataFolderOf(options), {}, (access) => access.cors.remove(origin))
    console.log(`${origin} is no longer listed.`)
  })
}
