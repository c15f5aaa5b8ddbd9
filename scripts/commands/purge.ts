// purge <id>, purge --account <who>
import {confirm as ask, isCancel} from '@clack/prompts'
import type {Command} from 'commander'
import {userInfo} from 'node:os'
import {OperatorError} from '../environment.ts'
import {ownOrigin} from './accounts.ts'
import {assertNewsroom} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

interface PurgeFlags extends DataOption {
  account?: string
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
    .option('--account <e-mail or id>', 'a person instead: name, address, password, settings')
    .option('--by <name>', 'who does it, for the ledger (default: your name on this machine)')
    .option('--yes', 'do not ask')
    .action(async (id: string | undefined, flags: PurgeFlags) => {
      if ((id === undefined) === (flags.account === undefined)) {
        throw new OperatorError('Name a document, or --account and a person: one of the two.')
      }
      const dataFolder = dataFolderOf(flags)
      assertNewsroom(dataFolder)
      const {createNewsroomLake} = await import('../newsroom-lake.ts')
      const lake = createNewsroomLake({dataFolder, origin: ownOrigin()})
      const by = flags.by ?? `${userInfo().username}, on the data folder`
      const confirm = (question: string): Promise<boolean> => sure(question, flags)
      try {
        const work = {lake, dataFolder, by}
        console.log(
          id === undefined
            ? await account({...work, account: flags.account ?? ''}, confirm)
            : await document({...work, id}, confirm),
        )
      } finally {
        await lake.close()
      }
    })
}

type Sure = (question: string) => Promise<boolean>
type Work<Purge extends (options: never) => unknown> = Omit<Parameters<Purge>[0], 'confirm'>
type Modules = {
  document: typeof import('../purging/purge-document.ts').purgeDocument
  account: typeof import('../purging/purge-account.ts').purgeAccount
}

const NOTHING = 'Nothing was purged.'

async function document(work: Work<Modules['document']>, confirm: Sure): Promise<string> {
  const {purgeDocument} = await import('../purging/purge-document.ts')
  const purged = await purgeDocument({
    ...work,
    confirm: ({documents}) =>
      confirm(`Purge ${documents.join(', ')} and all earlier revisions? Nothing brings them back.`),
  })
  if (!purged) return NOTHING
  const {documents, revisions, scrubbed} = purged
  return [
    `Purged ${documents.join(', ')}, with ${revisions} earlier revisions. The ledger has a line about it.`,
    'Backups and exports that were made before hold it still.',
    ...(scrubbed ? [] : ['The server reads just now: stop it once, and its files are clean, too.']),
  ].join('\n')
}

async function account(work: Work<Modules['account']>, confirm: Sure): Promise<string> {
  const {purgeAccount} = await import('../purging/purge-account.ts')
  const id = await purgeAccount({
    ...work,
    confirm: ({name, email}) =>
      confirm(`Purge what is known of ${name} (${email})? What they did and signed stays.`),
  })
  if (id === null) return NOTHING
  return `The account ${id} has neither name nor address any more, and nobody can enter it.`
}

/** Without a terminal nobody can be asked. */
async function sure(question: string, {yes}: PurgeFlags): Promise<boolean> {
  if (yes) return true
  if (!process.stdin.isTTY) throw new OperatorError('Nobody can be asked here: add --yes.')
  const answer = await ask({message: question, initialValue: false})
  return !isCancel(answer) && answer
}
