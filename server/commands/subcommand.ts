// What every command has in common: the data folder, and an example in its help.
import {Command} from 'commander'
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {OperatorError} from '@copydesk/lake/errors'

export interface DataOption {
  data?: string
}

/**
 * @param name with its arguments, as commander writes them: `disable <email>`
 * @param example what follows `npm run copydesk -- `
 */
export function subcommand(name: string, summary: string, example: string): Command {
  const [verb = '', ...args] = name.split(' ')
  const command = new Command(verb)
  if (args.length > 0) command.arguments(args.join(' '))
  return command
    .description(summary)
    .option('--data <folder>', 'the data folder (default: COPYDESK_DATA, or ./copydesk-data)')
    .addHelpText('after', `\nExample:\n  npm run copydesk -- ${example}`)
}

/**
 * The folder that a command works on, absolute.
 *
 * @throws OperatorError in hosted mode, where no folder is named and none is there
 */
export function dataFolderOf({data}: DataOption): string {
  if (data) return typedPath(data)
  const folder = resolve(process.env['COPYDESK_DATA'] || 'copydesk-data')
  const project = process.env['SANITY_STUDIO_PROJECT_ID']
  if (project && !existsSync(join(folder, 'lake.sqlite'))) {
    throw new OperatorError(
      `This newsroom is Sanity's project ${project}: its people, tokens, origins and content are at https://www.sanity.io/manage/project/${project}. For a newsroom on this machine name its folder with --data.`,
    )
  }
  return folder
}

/** A path that somebody typed: npm moves to the project's root, and the person did not. */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', path)
}
