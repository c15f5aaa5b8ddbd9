// compact-history
import type {Command} from 'commander'
import {documentTable, historyTable, compactHistory, compactionTable} from '@copydesk/lake/store'
import {readEnvironment} from '../environment.ts'
import {withDatabase} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

const DAY_MS = 24 * 60 * 60_000

/** What the server does once an hour by itself. */
export function compactHistoryCommand(): Command {
  return subcommand(
    'compact-history',
    'Merges keystrokes in drafts that are older than COPYDESK_HISTORY_DAYS, per editing session.',
    'compact-history --dry-run',
  )
    .option('--dry-run', 'only say what there is to merge')
    .action(async (flags: DataOption & {dryRun?: boolean}) => {
      const {historyDays = 30} = readEnvironment()
      await withDatabase(dataFolderOf(flags), async (database) => {
        const deps = {
          database,
          documents: documentTable(database),
          history: historyTable(database),
          table: compactionTable(database),
        }
        const before = Date.now() - historyDays * DAY_MS
        const {edits, sessions, drafts} = await compactHistory(deps, {
          before,
          dryRun: flags.dryRun === true,
        })
        const verb = flags.dryRun ? 'To be merged' : 'Merged'
        console.log(
          edits === 0
            ? `Nothing is to be merged: no keystrokes are older than ${historyDays} days.`
            : `${verb}: ${edits} edits of ${drafts === 1 ? 'one draft' : `${drafts} drafts`} into ${sessions}.`,
        )
      })
    })
}
