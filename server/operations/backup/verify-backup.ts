// Whether a backup is what was written: every file, every checksum, and the database in itself.
import {readdir} from 'node:fs/promises'
import {join, sep} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {pathToFileURL} from 'node:url'
import {MIGRATIONS} from '@copydesk/lake/store'
import {OperatorError} from '@copydesk/lake/errors'
import type {Step} from '../../commands/progress.ts'
import {pathBelow} from '../sync/asset-addresses.ts'
import {
  CHECKSUMS,
  damaged,
  DATABASE,
  MANIFEST,
  readManifest,
  type Checksums,
  type Manifest,
} from './backup-manifest.ts'
import {hashFile} from './copy-hashed.ts'

/** @throws OperatorError naming the first thing that is wrong, or the newer Copydesk that wrote it */
export async function verifyBackup(
  folder: string,
  onStep: (step: Step) => void = () => {},
): Promise<{manifest: Manifest; checksums: Checksums}> {
  const read = await readManifest(folder)
  const {manifest, checksums} = read
  if (manifest.schema > MIGRATIONS.length) {
    throw new OperatorError(
      `The backup ${folder} was made by a newer Copydesk (${manifest.copydesk}, schema ${manifest.schema}; this one knows ${MIGRATIONS.length}). Update first.`,
    )
  }
  let current = 0
  for (const [path, expected] of checksums) {
    onStep({step: 'Comparing checksums', current: ++current, total: checksums.size})
    // The folder may come from somebody else: it must not copy other files of this machine.
    if (pathBelow(folder, pathToFileURL(join(folder, path)).href) === null) {
      throw damaged(folder, `${path} leads out of it`)
    }
    const hashed = await hashFile(join(folder, path)).catch(() => null)
    if (!hashed) throw damaged(folder, `${path} is missing, or cannot be read`)
    if (hashed.sha256 !== expected) throw damaged(folder, `${path} is not what was written`)
  }
  for (const path of await filesBelow(folder)) {
    if (checksums.has(path) || path === MANIFEST || path === CHECKSUMS) continue
    throw damaged(folder, `${path} does not belong in it`)
  }
  assertIntact(folder, manifest)
  return read
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({parentPath, name}) => join(parentPath, name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
}

function assertIntact(folder: string, {schema}: Manifest): void {
  const database = new DatabaseSync(join(folder, DATABASE), {readOnly: true})
  try {
    const first = String(database.prepare('PRAGMA integrity_check').get()?.['integrity_check'])
    if (first !== 'ok') throw damaged(folder, `its database says ${first}`)
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
    if (version !== schema) throw damaged(folder, `its database is of another schema`)
  } finally {
    database.close()
  }
}
