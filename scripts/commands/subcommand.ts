// What every command has in common: the data folder, and an example in its help.
import {Command} from 'commander'
import {resolve} from 'node:path'

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

/** The folder that a command works on, absolute. */
export function dataFolderOf({data}: DataOption): string {
  return data ? typedPath(data) : resolve(process.env['COPYDESK_DATA'] || 'copydesk-data')
}

/** A path that somebody typed: npm moves to the project's root, and the person did not. */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', path)
}
