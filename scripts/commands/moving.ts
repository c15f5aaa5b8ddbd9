// What `push` and `pull` have in common: the other lake, the token, and what is said of it.
import type {Command} from 'commander'
import {readFileSync} from 'node:fs'
import {OperatorError} from '../environment.ts'
import type {LakeConnection} from '../moving/lake-connection.ts'
import type {Moved} from '../moving/move.ts'
import {ownOrigin} from './accounts.ts'
import {assertNewsroom} from './data-folder.ts'
import {createProgress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'

interface MoveFlags extends DataOption {
  from?: string
  to?: string
  dataset: string
  tokenFile?: string
  drafts?: boolean
  private?: boolean
  records?: boolean
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

/** A command that moves content between the data folder and a lake elsewhere. */
export function movingCommand({verb, option, summary, example}: Direction): Command {
  return subcommand(verb, summary, example)
    .requiredOption(option, 'the address of a newsroom, or the id of a Sanity project')
    .option('--dataset <name>', 'the dataset over there', 'production')
    .option('--token-file <file>', 'a file that holds the token (default: COPYDESK_REMOTE_TOKEN)')
    .option('--drafts', 'drafts, too')
    .option('--private', 'confidential documents and articles under embargo, too')
    .option('--records', 'reviews, overrides and the ledger, too')
    .option('--all', 'all of these, and pictures that nothing uses')
    .option('--dry-run', 'write nothing, and list what would be written')
    .option('--delete', 'delete documents that are not on the side it comes from')
    .action(async (flags: MoveFlags) => await run(verb, flags))
}

async function run(verb: Direction['verb'], flags: MoveFlags): Promise<void> {
  const dataFolder = dataFolderOf(flags)
  if (verb === 'push') assertNewsroom(dataFolder)
  const {lakeAddress, isReadableOnTheWay} = await import('../moving/lake-address.ts')
  const {connectLake} = await import('../moving/lake-connection.ts')
  const {move} = await import('../moving/move.ts')
  const {createNewsroomLake, DATASET, PROJECT_ID} = await import('../newsroom-lake.ts')
  const {withLocalClient} = await import('./local-client.ts')

  const address = lakeAddress(flags.from ?? flags.to ?? '', flags.dataset)
  const there = connectLake(address, tokenOf(flags))
  if (isReadableOnTheWay(address)) {
    console.error('Plain http: token and content can be read by whoever is on the way.')
  }
  const lake = createNewsroomLake({dataFolder, origin: ownOrigin()})
  const progress = createProgress()
  try {
    const moved = await withLocalClient(lake, {name: `copydesk ${verb}`}, async (local) => {
      const here = connectLake(
        {
          title: 'this newsroom',
          base: local.address,
          isHosted: false,
          projectId: PROJECT_ID,
          dataset: DATASET,
        },
        local.token,
      )
      const [from, to] = verb === 'push' ? [here, there] : [there, here]
      const isRead = await readersOf(from)
      return await move({
        from,
        to,
        scope: {
          drafts: flags.all ?? flags.drafts ?? false,
          private: flags.all ?? flags.private ?? false,
          records: flags.all ?? flags.records ?? false,
        },
        dryRun: flags.dryRun ?? false,
        remove: flags.delete ?? false,
        ...(isRead ? {isRead} : {}),
        onStep: progress.step,
        say: (line) => console.log(line),
      })
    })
    const {describeLeftOut} = await import('../moving/scope.ts')
    progress.done(summaryOf(moved, {dryRun: flags.dryRun ?? false, describeLeftOut}))
  } catch (error) {
    progress.failed()
    throw error
  } finally {
    await lake.close()
  }
}

/** Sanity's own lake knows no embargo: there every published document is everybody's. */
async function readersOf(from: LakeConnection): Promise<((id: string) => boolean) | null> {
  if (from.isHosted) return null
  const ids = new Set(await from.publicIds())
  return (id) => ids.has(id)
}

/** Never an option of its own: what is typed can be read in the list of processes. */
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
  describeLeftOut: (counts: Moved['leftOut']) => string
}

function summaryOf(moved: Moved, {dryRun, describeLeftOut}: Summary): string {
  const {created, changed, same, uploaded, deleted, dangling, kept, leftOut} = moved
  const left = describeLeftOut(leftOut)
  const counts = `${created} created, ${changed} changed, ${deleted} deleted, ${uploaded} pictures and files uploaded; ${same} documents are the same.`
  return [
    dryRun ? `Nothing is written. It would be: ${counts}` : counts,
    ...(left ? [`Left out: ${left}.`] : []),
    ...(dangling > 0 ? [`${dangling} references lead nowhere, and are weak there.`] : []),
    ...(kept[0]
      ? [`${kept.length} are on record there in other words, and stay (${kept[0]}).`]
      : []),
  ].join(' ')
}
