// pause, resume
import type {Command} from 'commander'
import {withPause} from './data-folder.ts'
import {pausedNotice} from './hint.ts'
import {dataFolderOf, subcommand, type DataOption} from './subcommand.ts'

/** For a data folder that was copied by hand; `restore` pauses by itself. */
export function pauseCommand(): Command {
  return subcommand(
    'pause',
    'Pauses a copy of a newsroom: it sends no webhooks and no e-mails and publishes nothing by itself. "resume" ends the pause.',
    'pause --data ./copy',
  )
    .alias('rest')
    .action(async (options: DataOption) => {
      const dataFolder = dataFolderOf(options)
      const givenUp = await withPause(dataFolder, (pause) => pause.begin(new Date().toISOString()))
      console.log(pausedNotice(dataFolder))
      if (givenUp > 0) console.error(`${givenUp} deliveries of webhooks that waited are dropped.`)
    })
}

/** The copy takes the newsroom's place; the server may run. */
export function resumeCommand(): Command {
  return subcommand(
    'resume',
    'Resumes a paused newsroom: it sends webhooks and e-mails about what happens from now on, and publishes what is scheduled. What fell due in the pause is published at once.',
    'resume --data ./restored',
  )
    .alias('wake')
    .action(async (options: DataOption) => {
      const wasPaused = await withPause(dataFolderOf(options), (pause) =>
        pause.end(new Date().toISOString()),
      )
      console.log(wasPaused ? 'It is the newsroom now.' : 'It was not paused.')
    })
}
