// seed
import type {Command} from 'commander'
import {newsroomAddress} from './accounts.ts'
import {createProgress} from './progress.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** Demonstration content, for a newsroom that has none. */
export function seedCommand(): Command {
  return subcommand(
    'seed',
    'Adds the demonstration content. What of it exists already is left as it is.',
    'seed --data ./demonstration',
  )
    .option('--replace', 'overwrite what of it exists, edits included')
    .action(async (options: DataOption & {replace?: boolean}) => {
      const {createNewsroomLake} = await import('../newsroom-lake.ts')
      const {seedNewsroom} = await import('../operations/seed/seed-newsroom.ts')
      const dataFolder = dataFolderOf(options)
      const {origin} = newsroomAddress(dataFolder)
      const lake = createNewsroomLake({dataFolder, origin})
      const progress = createProgress()
      try {
        const replace = options.replace === true
        const {written, existing} = await seedNewsroom({lake, replace, onStep: progress.step})
        const note = existing > 0 ? ` ${existing} were there already.` : ''
        progress.done(`Added ${written} documents.${note}`)
      } catch (error) {
        progress.failed()
        throw error
      } finally {
        await lake.close()
      }
    })
}
