// Copies of the newsroom within its own folder, which a purge does not reach.
import {readdirSync} from 'node:fs'
import {join} from 'node:path'

/** Made before a schema changed, or moved aside by a restore. */
export function olderCopies(dataFolder: string): string[] {
  const names = readdirSync(dataFolder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name)
    .filter((name) => name === 'backups' || name.startsWith('before-restore-'))
  return names.map((name) => join(dataFolder, name))
}
