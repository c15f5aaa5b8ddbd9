// resume
import type {Command} from 'commander'
import {withPause} from './data-folder.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** The copy takes the newsroom's place; the server may run. */
export function resumeCommand(): Command {
  return subcommand(
    'resume',
    'Resumes a paused newsroom: it sends webhooks and e-mails about what happens from now on, and publishes what is scheduled. What fell due in the pause is published at once.',
    'resume --data ./restored',
  )
    .alias('wake')
    .action((options: DataOption) => {
      const wasPaused = withPause(dataFolderOf(options), (pause) =>
        pause.end(new Date().toISOString()),
      )
      console.log(wasPaused ? 'It is the newsroom now.' : 'It was not paused.')
    })
}
