// rest
import type {Command} from 'commander'
import {withRest} from './data-folder.ts'
import {commandHint} from './hint.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** What a command says about a paused newsroom. */
export const resting = (dataFolder: string): string =>
  `It is paused, as a copy should be: it sends no webhooks and no e-mails and publishes nothing by itself. If it replaces the newsroom: "${commandHint('wake', dataFolder)}".`

/** For a data folder that was copied by hand; `restore` pauses by itself. */
export function restCommand(): Command {
  return subcommand(
    'rest',
    'Pauses a copy of a newsroom: it sends no webhooks and no e-mails and publishes nothing by itself. "wake" resumes it.',
    'rest --data ./copy',
  ).action((options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    const givenUp = withRest(dataFolder, (rest) => rest.begin(new Date().toISOString()))
    console.log(resting(dataFolder))
    if (givenUp > 0) console.error(`${givenUp} deliveries of webhooks that waited are dropped.`)
  })
}
