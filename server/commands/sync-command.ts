// The common part of `push` and `pull`: the other lake, the token, and the summary.
import type {Command} from 'commander'
import {readFileSync} from 'node:fs'
import {OperatorError} from '@copydesk/lake/errors'
import type {SyncResult} from '../operations/sync/sync-content.ts'
import type {Scope} from '../operations/sync/scope.ts'
import {assertNewsroom} from './data-folder.ts'
import {withProgress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

interface MoveFlags extends DataOption {
  from?: string
  to?: string
  dataset: string
  tokenFile?: string
  drafts?: boolean
  private?: boolean
  records?: boolean
  releases?: boolean
  comments?: boolean
  all?: boolean
  dryRun?: boolean
  delete?: boolean
}

export interface Direction {
  verb: 'push' | 'pull'
  /** The option that names the other lake. */
  option: '--to <lake>' | '--from <lake>'
  summary: string
  example: string
}

/** A command that syncs content between the data folder and another lake. */
export function syncCommand({verb, option, summary, example}: Direction): Command {
  return subcommand(verb, summary, example)
    .requiredOption(option, 'the address of a newsroom, or the id of a Sanity project')
    .option('--dataset <name>', 'the dataset on the other side', 'production')
    .option('--token-file <file>', 'a file that holds the token (default: COPYDESK_REMOTE_TOKEN)')
    .option('--drafts', 'drafts, too')
    .option('--private', 'confidential documents and articles under embargo, too')
    .option('--records', 'reviews, overrides and the ledger, too')
    .option('--releases', 'releases and what is in them, too; none is scheduled on the other side')
    .option('--comments', 'comments and tasks about what moves, too')
    .option('--all', 'all of these, and pictures that nothing uses')
    .option('--dry-run', 'write nothing, and list what would be written')
    .option('--delete', 'delete documents that are not on the side it comes from')
    .action(async (flags: MoveFlags) => await run(verb, flags))
}

async function run(verb: Direction['verb'], flags: MoveFlags): Promise<void> {
  const dataFolder = dataFolderOf(flags)
  if (verb === 'push') assertNewsroom(dataFolder)
  const {lakeAddress, isReadableOnTheWay} = await import('../operations/sync/lake-address.ts')
  const {connectLake} = await import('../operations/sync/lake-connection.ts')
  const {syncLakes} = await import('../operations/sync/sync-lakes.ts')
  const {settleFronts} = await import('../operations/transfer/settle-fronts.ts')
  const {DATASET, PROJECT_ID} = await import('../newsroom-lake.ts')
  const {withLocalClient} = await import('./local-client.ts')

  const address = lakeAddress(flags.from ?? flags.to ?? '', flags.dataset)
  await withProgress(async (progress) => {
    const patience = {onWait: (why: string) => progress.step({step: why})}
    const there = connectLake(address, tokenOf(flags), patience)
    if (isReadableOnTheWay(address)) {
      console.error('Plain http: anybody on the network can read token and content.')
    }
    const {dryRun = false} = flags
    // Before a data folder is created.
    await there.greet()
    const moved = await withLake(
      dataFolder,
      (lake) =>
        withLocalClient(lake, {name: `copydesk ${verb}`}, async (local) => {
          const place = {
            base: local.address,
            isHosted: false,
            projectId: PROJECT_ID,
            dataset: DATASET,
          }
          const here = connectLake({title: 'this newsroom', ...place}, local.token)
          const [from, to] = verb === 'push' ? [here, there] : [there, here]
          const result = await syncLakes({
            from,
            to,
            scope: scopeOf(flags),
            comments: (flags.all || flags.comments) ?? false,
            dryRun,
            remove: flags.delete ?? false,
            onStep: progress.step,
            say: (line) => console.log(line),
          })
          if (verb === 'pull' && !dryRun) await settleFronts(lake, DATASET)
          return result
        }),
      {create: true},
    )
    const {describeLeftOut} = await import('../operations/sync/scope.ts')
    const summaries = [moved.content, moved.comments].flatMap((one) =>
      one ? summaryOf(one, {dryRun, describeLeftOut}) : [],
    )
    progress.done(summaries.join(' Comments and tasks: '))
  })
}

/** What is synced besides public content. */
function scopeOf({all = false, ...flags}: MoveFlags): Scope {
  return {
    drafts: all || (flags.drafts ?? false),
    private: all || (flags.private ?? false),
    records: all || (flags.records ?? false),
    releases: all || (flags.releases ?? false),
  }
}

/** Not an option, as the list of processes shows what is typed. */
function tokenOf({tokenFile}: MoveFlags): string {
  const token = tokenFile ? textIn(typedPath(tokenFile)) : process.env['COPYDESK_REMOTE_TOKEN']
  if (token) return token
  throw new OperatorError(
    'A token of the other lake is needed: set COPYDESK_REMOTE_TOKEN, or name a file with --token-file.',
  )
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new OperatorError(
      `The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    )
  }
}

interface Summary {
  dryRun: boolean
  describeLeftOut: (counts: SyncResult['leftOut']) => string
}

function summaryOf(moved: SyncResult, {dryRun, describeLeftOut}: Summary): string {
  const {created, changed, same, uploaded, deleted, dangling, conflicts, leftOut} = moved
  const left = describeLeftOut(leftOut)
  const counts = `${created} created, ${changed} changed, ${deleted} deleted, ${uploaded} pictures and files uploaded; ${same} documents are the same.`
  return [
    dryRun ? `Nothing is written. It would be: ${counts}` : counts,
    ...(left ? [`Left out: ${left}.`] : []),
    ...(dangling > 0 ? [`${dangling} references lead nowhere, and are weak there.`] : []),
    ...(conflicts[0]
      ? [`${conflicts.length} are on record there in other words, and stay (${conflicts[0]}).`]
      : []),
  ].join(' ')
}

/** Content of a lake elsewhere into this newsroom: what differs, and nothing else. */
export function pullCommand(): Command {
  return syncCommand({
    verb: 'pull',
    option: '--from <lake>',
    summary:
      'Brings published content, its pictures and files here from another Content Lake: what differs here, and nothing else. Interrupted, it is begun again.',
    example: 'pull --from abc123de --all',
  })
}

/** Content of this newsroom to a lake elsewhere: what differs, and nothing else. */
export function pushCommand(): Command {
  return syncCommand({
    verb: 'push',
    option: '--to <lake>',
    summary:
      'Brings published content, its pictures and files to another Content Lake: what differs there, and nothing else. Interrupted, it is begun again.',
    example: 'push --to https://newsroom.example.org --dry-run',
  })
}
