// seed
import type {Command} from 'commander'
import {withProgress} from './progress.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'
import {withLake} from './with-lake.ts'

/** Demonstration content, for a newsroom that has none. */
export function seedCommand(): Command {
  return subcommand(
    'seed',
    'Adds the demonstration content. What of it exists already is left as it is.',
    'seed --data ./demonstration',
  )
    .option('--replace', 'overwrite what of it exists, edits included')
    .action(async (options: DataOption & {replace?: boolean}) => {
      const {seedNewsroom} = await import('../operations/seed/seed-newsroom.ts')
      const replace = options.replace === true
      await withProgress(async (progress) => {
        const {written, existing} = await withLake(
          dataFolderOf(options),
          (lake) => seedNewsroom({lake, replace, onStep: progress.step}),
          {create: true},
        )
        const note = existing > 0 ? ` ${existing} were there already.` : ''
        progress.done(`Added ${written} documents.${note}`)
      })
    })
}
