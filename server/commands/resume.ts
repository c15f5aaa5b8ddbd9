// wake
import type {Command} from 'commander'
import {withRest} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** The copy takes the newsroom's place; the server may run. */
export function wakeCommand(): Command {
  return subcommand(
    'wake',
    'Resumes a paused newsroom: it sends webhooks and e-mails about what happens from now on, and publishes what is scheduled. What fell due in the pause is published at once.',
    'wake --data ./restored',
  ).action((options: DataOption) => {
    const woke = withRest(dataFolderOf(options), (rest) => rest.end(new Date().toISOString()))
    console.log(woke ? 'It is the newsroom now.' : 'It was not paused.')
  })
}
