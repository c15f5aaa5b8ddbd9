// rest
import type {Command} from 'commander'
import {withRest} from './data-folder.ts'
import {commandHint} from './hint.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** What people are told of a newsroom that rests. */
export const resting = (dataFolder: string): string =>
  `It rests, as a copy should: webhooks and letters go out to nobody, and what is planned is not published. When it is the newsroom: "${commandHint('wake', dataFolder)}".`

/** For a data folder that was copied by hand; a restored one rests by itself. */
export function restCommand(): Command {
  return subcommand(
    'rest',
    'Makes a copy of a newsroom keep to itself: no webhook, no letter, nothing that is planned is published. "wake" ends it.',
    'rest --data ./copy',
  ).action((options: DataOption) => {
    const dataFolder = dataFolderOf(options)
    const givenUp = withRest(dataFolder, (rest) => rest.begin(new Date().toISOString()))
    console.log(resting(dataFolder))
    if (givenUp > 0) console.error(`${givenUp} deliveries of webhooks that waited are given up.`)
  })
}
