// purge <id>, purge --account <who>
import {confirm as ask, isCancel} from '@clack/prompts'
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {erasureProblems} from '@copydesk/lake/cluster'
import {readEnvironment} from '../environment.ts'
import type {Scrubbed} from '../operations/purge/scrub-files.ts'
import {machineUser} from './accounts.ts'
import {createLineSteps} from './progress.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

interface PurgeFlags extends DataOption {
  account?: string
  comments?: boolean
  by?: string
  yes?: boolean
}

/** What somebody has a right to have forgotten. The server may run meanwhile. */
export function purgeCommand(): Command {
  return subcommand(
    'purge [id]',
    'Takes a document, or what is known of a person, out of the newsroom and its history for good.',
    'purge private.source.x',
  )
    .option(
      '--account <e-mail or id>',
      'a person instead: name, address, password, settings, inbox',
    )
    .option('--comments', 'of a person, what they said in comments and tasks, too')
    .option('--by <name>', 'who does it, for the ledger (default: your name on this machine)')
    .option('--yes', 'do not ask')
    .action(async (id: string | undefined, flags: PurgeFlags) => {
      if ((id === undefined) === (flags.account === undefined)) {
        throw new OperatorError('Name a document, or --account and a person: one of the two.')
      }
      if (flags.comments && id !== undefined) {
        throw new OperatorError('--comments belongs to --account: with a document they go anyway.')
      }
      const dataFolder = dataFolderOf(flags)
      const {COMMENTS_DATASET, DATASET} = await import('../newsroom-lake.ts')
      const by = flags.by ?? `${personHere()}, on the data folder`
      const confirm = (question: string): Promise<boolean> => sure(question, flags)
      await withLake(dataFolder, async (lake) => {
        const work = {lake, dataFolder, by, cluster: readEnvironment().cluster?.url, onNodes}
        const purged =
          id === undefined
            ? await account(
                {...work, account: flags.account ?? '', comments: flags.comments === true},
                confirm,
              )
            : await document({...work, id}, confirm)
        if (purged === null) return console.log('Nothing was purged.')
        console.log([purged.text, ...leftOver(purged)].join('\n'))
        const names = lake.services.datasets.all().map(({name}) => name)
        const others = names.filter((name) => name !== DATASET && name !== COMMENTS_DATASET)
        if (others.length > 0) {
          console.log(`Nothing was purged of other datasets: ${others.join(', ')}.`)
        }
        assertEverywhere(purged)
      })
    })
}

function personHere(): string {
  const by = machineUser()
  return 'machineUser' in by ? by.machineUser : 'somebody'
}

type Sure = (question: string) => Promise<boolean>
type Work<Purge extends (options: never) => unknown> = Omit<Parameters<Purge>[0], 'confirm'>
type Modules = {
  document: typeof import('../operations/purge/purge-document.ts').purgeDocument
  account: typeof import('../operations/purge/purge-account.ts').purgeAccount
}

interface Told extends Scrubbed {
  /** What was purged. */
  text: string
}

const steps = createLineSteps((line) => console.error(line))
const onNodes = (current: number, total: number): void =>
  steps({step: 'Waiting until all nodes have removed it from their files', current, total})

async function document(work: Work<Modules['document']>, confirm: Sure): Promise<Told | null> {
  const {purgeDocument} = await import('../operations/purge/purge-document.ts')
  const purged = await purgeDocument({
    ...work,
    confirm: ({documents, related}) =>
      confirm(
        `Purge ${documents.join(', ')} and all earlier revisions${
          related > 0 ? `, with ${related} comments, notifications and copies that repeat it` : ''
        }? Nothing brings them back.`,
      ),
  })
  if (!purged) return null
  const {documents, related, revisions} = purged
  const text = [
    `Purged ${documents.join(', ')}, with ${revisions} earlier revisions. The ledger has a line about it.`,
    ...(related.length > 0
      ? [`With it went ${related.length} that repeat it: ${listed(related)}.`]
      : []),
  ].join('\n')
  return {...purged, text}
}

async function account(work: Work<Modules['account']>, confirm: Sure): Promise<Told | null> {
  const {purgeAccount} = await import('../operations/purge/purge-account.ts')
  const purged = await purgeAccount({
    ...work,
    async confirm({id, name, email, comments}) {
      const isSure = await confirm(
        `Purge what is known of ${name} (${email})${
          comments > 0 ? `, with ${comments} comments and tasks` : ''
        }? What they did and signed stays.`,
      )
      if (isSure) console.error(`If this is interrupted, repeat it with --account ${id}.`)
      return isSure
    },
  })
  if (!purged) return null
  const {id, comments} = purged
  const text = [
    `The account ${id} has neither name nor address any more, and nobody can enter it.`,
    ...(comments > 0 ? [`Gone are ${comments} comments and tasks, with what was answered.`] : []),
  ].join('\n')
  return {...purged, text}
}

const listed = (ids: readonly string[]): string =>
  [...ids.slice(0, 10), ...(ids.length > 10 ? ['…'] : [])].join(', ')

/** What nobody can reach from here. */
function leftOver({scrubbed, olderCopies, nodes}: Scrubbed): string[] {
  const within =
    olderCopies.length > 0 ? ` So do the older copies in ${olderCopies.join(', ')}.` : ''
  const elsewhere = (nodes?.folders ?? []).filter(({copies}) => copies.length > 0)
  return [
    nodes
      ? `Backups and exports that were made before hold it still, as do PostgreSQL’s archive of its write-ahead log, its base backups, and earlier versions of files in the bucket.${within}`
      : `Backups and exports that were made before hold it still.${within}`,
    ...elsewhere.map(
      ({name, copies}) => `The node ${name} has older copies in its folder: ${copies.join(', ')}.`,
    ),
    ...(scrubbed ? [] : ['The server reads just now: stop it once, and its files are clean, too.']),
  ]
}

/** @throws OperatorError naming where in the cluster it still is */
function assertEverywhere({nodes}: Scrubbed): void {
  const problems = nodes ? erasureProblems(nodes) : []
  if (problems.length > 0) throw new OperatorError(problems.join('\n'))
  if (nodes) console.log('It is gone from PostgreSQL and from the files of all nodes.')
}

/** Without a terminal there is no confirmation. */
async function sure(question: string, {yes}: PurgeFlags): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) throw new OperatorError('Nobody can be asked here: add --yes.')
  const answer = await ask({message: question, initialValue: false})
  return !isCancel(answer) && answer
}
