// purge <id>, purge --account <who>
import {confirm as ask, isCancel} from '@clack/prompts'
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {machineUser} from './accounts.ts'
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
        const work = {lake, dataFolder, by}
        console.log(
          id === undefined
            ? await account(
                {...work, account: flags.account ?? '', comments: flags.comments === true},
                confirm,
              )
            : await document({...work, id}, confirm),
        )
        const names = lake.services.datasets.all().map(({name}) => name)
        const others = names.filter((name) => name !== DATASET && name !== COMMENTS_DATASET)
        if (others.length > 0) {
          console.log(`Nothing was purged of other datasets: ${others.join(', ')}.`)
        }
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

const NOTHING = 'Nothing was purged.'

async function document(work: Work<Modules['document']>, confirm: Sure): Promise<string> {
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
  if (!purged) return NOTHING
  const {documents, related, revisions} = purged
  return [
    `Purged ${documents.join(', ')}, with ${revisions} earlier revisions. The ledger has a line about it.`,
    ...(related.length > 0
      ? [`With it went ${related.length} that repeat it: ${listed(related)}.`]
      : []),
    ...leftOver(purged),
  ].join('\n')
}

async function account(work: Work<Modules['account']>, confirm: Sure): Promise<string> {
  const {purgeAccount} = await import('../operations/purge/purge-account.ts')
  const purged = await purgeAccount({
    ...work,
    confirm: ({name, email, comments}) =>
      confirm(
        `Purge what is known of ${name} (${email})${
          comments > 0 ? `, with ${comments} comments and tasks` : ''
        }? What they did and signed stays.`,
      ),
  })
  if (!purged) return NOTHING
  const {id, comments} = purged
  return [
    `The account ${id} has neither name nor address any more, and nobody can enter it.`,
    ...(comments > 0 ? [`Gone are ${comments} comments and tasks, with what was answered.`] : []),
    ...leftOver(purged),
  ].join('\n')
}

const listed = (ids: readonly string[]): string =>
  [...ids.slice(0, 10), ...(ids.length > 10 ? ['…'] : [])].join(', ')

function leftOver({scrubbed, olderCopies}: {scrubbed: boolean; olderCopies: string[]}): string[] {
  const within =
    olderCopies.length > 0 ? ` So do the older copies in ${olderCopies.join(', ')}.` : ''
  return [
    `Backups and exports that were made before hold it still.${within}`,
    ...(scrubbed ? [] : ['The server reads just now: stop it once, and its files are clean, too.']),
  ]
}

/** Without a terminal there is no confirmation. */
async function sure(question: string, {yes}: PurgeFlags): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) throw new OperatorError('Nobody can be asked here: add --yes.')
  const answer = await ask({message: question, initialValue: false})
  return !isCancel(answer) && answer
}
