// backup <folder>
import {relative} from 'node:path'
import type {Command} from 'commander'
import {OperatorError} from '@copydesk/lake/errors'
import {readEnvironment} from '../environment.ts'
import {assertNewsroom} from './data-folder.ts'
import {withProgress} from './progress.ts'
import {dataFolderOf, subcommand, typedPath, type DataOption} from './subcommand.ts'

/** The whole data folder, accounts and all: keep backups as you keep the folder itself. */
export function backupCommand(): Command {
  return subcommand(
    'backup <folder>',
    'Copies the whole newsroom into a new, dated folder below <folder>, with checksums. The server may run and people may write meanwhile.',
    'backup /var/backups/newsroom --keep 14',
  )
    .option(
      '--keep <number>',
      'afterwards delete all but this many of the newest backups in that folder',
    )
    .action(async (folder: string, flags: DataOption & {keep?: string}) => {
      const keep = flags.keep === undefined ? null : Number(flags.keep)
      if (keep !== null && (!Number.isSafeInteger(keep) || keep < 1)) {
        throw new OperatorError('--keep takes a number from 1.')
      }
      const dataFolder = dataFolderOf(flags)
      assertNewsroom(dataFolder)
      const place = typedPath(folder)
      if (!relative(dataFolder, place).startsWith('..')) {
        throw new OperatorError(
          'A backup within the data folder is lost with it. Name another place.',
        )
      }
      const {backUp} = await import('../operations/backup/back-up.ts')
      const {pruneBackups} = await import('../operations/backup/backup-place.ts')
      const {files} = readEnvironment()
      const {openBucket} = await import('@copydesk/lake/cluster')
      const bucket = files && openBucket(files.url)
      await withProgress(async (progress) => {
        const made = await backUp({dataFolder, place, bucket, onStep: progress.step})
        const pruned = keep === null ? [] : await pruneBackups(place, keep)
        progress.done(
          `${made.documents} documents and ${made.files - 1} pictures and files are backed up.${
            pruned.length > 0 ? ` Deleted ${pruned.length} older.` : ''
          } Sessions, tokens and sources are in it: keep it where nobody else reads.`,
        )
        console.log(made.folder)
        assertWhole(made)
      })
    })
}

/** The backup is good for all the rest, but somebody has to know. */
function assertWhole({
  missing,
  altered,
  bucketTrouble,
}: {
  missing: string[]
  altered: string[]
  bucketTrouble: string | null
}): void {
  const problems = [
    ...(bucketTrouble ? [bucketTrouble] : []),
    ...(missing[0] ? [`${missing.length} files are missing, the first is ${missing[0]}.`] : []),
    ...(altered[0] ? [`${altered.length} files are damaged, the first is ${altered[0]}.`] : []),
  ]
  if (problems.length === 0) return
  throw new OperatorError(
    `The backup is made, but the data folder was not whole: ${problems.join(' ')} An older backup may have them.`,
  )
}
