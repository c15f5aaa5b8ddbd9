// dataset list|create|delete|events
import {Command, Option} from 'commander'
import type {Lake} from '@copydesk/lake'
import type {AclMode, DatasetDeed} from '@copydesk/lake/types'
import {OperatorError} from '@copydesk/lake/errors'
import {machineUser} from './accounts.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {table} from './table.ts'
import {withLake} from './with-lake.ts'

/** Datasets beside the content, for instance to try things out. */
export function datasetCommand(): Command {
  return new Command('dataset')
    .description('Datasets: sets of documents with the same roles and rules as the content.')
    .addHelpText('after', '\nExample:\n  npm run copydesk -- dataset list')
    .addCommand(list())
    .addCommand(create())
    .addCommand(remove())
    .addCommand(events())
}

/** @throws OperatorError where the newsroom has no such dataset */
export function assertDataset({services}: Lake, name: string): void {
  if (services.datasets.has(name)) return
  throw new OperatorError(
    `There is no dataset "${name}". "npm run copydesk -- dataset list" shows which there are.`,
  )
}

function list(): Command {
  return subcommand('list', 'Lists the datasets.', 'dataset list').action(
    async (options: DataOption) => {
      const rows = await withLake(dataFolderOf(options), ({services: {datasets, documents}}) =>
        datasets
          .all()
          .map(({name, aclMode, createdAt, description}) => [
            name,
            aclMode,
            String(documents.count(name)),
            createdAt,
            description ?? '',
          ]),
      )
      console.log(table([['NAME', 'VISIBILITY', 'DOCUMENTS', 'CREATED', 'DESCRIPTION'], ...rows]))
    },
  )
}

function create(): Command {
  return subcommand(
    'create <name>',
    'Creates an empty dataset. Its roles, rules and editorial actions are those of the content.',
    'dataset create staging --visibility private',
  )
    .addOption(
      new Option('--visibility <mode>', 'private: nobody reads it without an account or a token')
        .choices(['public', 'private'] satisfies AclMode[])
        .default('public'),
    )
    .option('--description <text>', 'what it is for')
    .action(
      async (
        name: string,
        options: DataOption & {visibility: AclMode; description?: string},
      ): Promise<void> => {
        const {visibility: aclMode, description = null} = options
        await withLake(dataFolderOf(options), ({services}) =>
          services.datasets.create({name, aclMode, description}, machineUser()),
        )
        console.log(`The dataset ${name} is there. Its visibility: ${aclMode}.`)
      },
    )
}

function remove(): Command {
  return subcommand(
    'delete <name>',
    'Deletes a dataset with its documents, history, files and webhooks. Nothing but a backup brings it back.',
    'dataset delete staging --confirm staging',
  )
    .option(
      '--confirm <name>',
      'the name once more, so that no other dataset is deleted by mistake',
    )
    .action(async (name: string, options: DataOption & {confirm?: string}) => {
      await withLake(dataFolderOf(options), async (lake) => {
        assertDataset(lake, name)
        if (options.confirm !== name) {
          const count = lake.services.documents.count(name)
          throw new OperatorError(
            `The dataset ${name} has ${count} documents. To delete it for good, add --confirm ${name}.`,
          )
        }
        await lake.services.datasets.delete(name, machineUser())
      })
      console.log(`The dataset ${name} is deleted.`)
    })
}

function events(): Command {
  return subcommand(
    'events',
    'Shows which datasets were created, changed and deleted, when, and by whom; newest first.',
    'dataset events',
  ).action(async (options: DataOption) => {
    const rows = await withLake(dataFolderOf(options), ({services: {access, datasets}}) =>
      datasets.events().map(({dataset, timestamp, datasetEvent}) => {
        const {by} = datasetEvent
        const nameOf = (id: string): string =>
          access.users.get(id)?.name ?? access.tokens.get(id)?.name ?? id
        const author = 'account' in by ? nameOf(by.account) : `${by.machineUser}, by a command`
        return [timestamp, dataset, described(datasetEvent), author]
      }),
    )
    console.log(table([['AT', 'DATASET', 'WHAT', 'BY'], ...rows]))
  })
}

function described(deed: DatasetDeed): string {
  if (deed.event === 'created') return `created, ${deed.aclMode}`
  if (deed.event === 'changed') {
    return deed.before === deed.aclMode ? 'described' : `${deed.before} became ${deed.aclMode}`
  }
  return `deleted, with ${deed.documents} documents`
}
