// wake
import type {Command} from 'commander'
import {withRest} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** The copy takes the newsroom's place; the server may run. */
export function wakeCommand(): Command {
  return subcommand(
    'wake',
    'Ends the rest of a restored newsroom: it tells others of what happens from now on, and publishes what is planned; what fell due meanwhile at once.',
    'wake --data ./restored',
  ).action((options: DataOption) => {
    const woke = withRest(dataFolderOf(options), (rest) => rest.end(new Date().toISOString()))
    console.log(woke ? 'It is the newsroom now.' : 'It did not rest.')
  })
}
