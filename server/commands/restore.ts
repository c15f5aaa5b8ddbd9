// restore <backup>
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {withProgress} from './progress.ts'
import {pausedNotice} from './hint.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'

/** Checksums first; nothing is changed before all of them are right. */
export function restoreCommand(): Command {
  return subcommand(
    'restore <backup>',
    'Puts a backup into the data folder. All its checksums are compared before anything is changed.',
    'restore /var/backups/newsroom/copydesk-20261125T030000Z --data ./restored',
  )
    .option('--force', 'where there is a newsroom, move it aside within its folder')
    .option(
      '--awake',
      'it takes the newsroom’s place: it tells others and publishes what is planned at once',
    )
    .action(async (given: string, flags: DataOption & {force?: boolean; awake?: boolean}) => {
      const {restoreBackup} = await import('../operations/backup/restore-backup.ts')
      const {backupsIn} = await import('../operations/backup/backup-place.ts')
      const backup = typedPath(given)
      const newest = (await backupsIn(backup)).at(-1)
      if (newest) {
        throw new OperatorError(`${backup} holds several backups. The newest: ${newest}`)
      }
      const dataFolder = dataFolderOf(flags)
      await withProgress(async (progress) => {
        const {documents, createdAt, aside, givenUp} = await restoreBackup({
          backup,
          dataFolder,
          force: flags.force === true,
          awake: flags.awake === true,
          onStep: progress.step,
        })
        progress.done(
          `The newsroom of ${createdAt} is back, with ${documents} documents.${
            aside ? ` The newsroom that was there is in ${aside}.` : ''
          } Everybody signs in again. Tokens, accounts and roles are as they were then: check "token list" and "user list", and remove what you had removed since.${
            givenUp > 0 ? ` ${givenUp} deliveries of webhooks that waited then are dropped.` : ''
          } ${flags.awake ? 'It is the newsroom now.' : pausedNotice(dataFolder)}`,
        )
      })
    })
}
