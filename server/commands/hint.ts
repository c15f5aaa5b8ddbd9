// Commands as a person can type them in a new terminal, whichever data folder this process was given.
import {usualDataFolder} from '../environment.ts'

/** `words` after `npm run copydesk --`, with `--data` where the command would find another folder. */
export function commandHint(words: string, dataFolder: string): string {
  const isUsual = dataFolder === usualDataFolder()
  return `npm run copydesk -- ${words}${isUsual ? '' : ` --data ${quoted(dataFolder)}`}`
}

/** `npm start` for this folder. */
export function startHint(dataFolder: string): string {
  const isUsual = dataFolder === usualDataFolder()
  return `${isUsual ? '' : `COPYDESK_DATA=${quoted(dataFolder)} `}npm start`
}

const quoted = (path: string): string => (/^[\w@%+=:,./\\-]+$/.test(path) ? path : `'${path}'`)

/** What a command says about a paused newsroom. */
export const pausedNotice = (dataFolder: string): string =>
  `It is paused, as a copy should be: it sends no webhooks and no e-mails and publishes nothing by itself. If it replaces the newsroom: "${commandHint('resume', dataFolder)}".`
