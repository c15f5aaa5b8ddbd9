// Copies of the database within its own folder, which erasing does not reach.
import {readdirSync} from 'node:fs'

/** Names of folders: of copies made before a schema changed, or moved aside by a restore or by joining a cluster. */
export const olderCopies = (dataFolder: string): string[] =>
  readdirSync(dataFolder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .filter((name) => name === 'backups' || name.startsWith('before-restore-'))
