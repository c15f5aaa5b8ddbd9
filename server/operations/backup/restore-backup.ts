// Puts a backup in a data folder's place. What was there is moved aside within the folder, as that may
// be the root of a volume of its own.
import {existsSync} from 'node:fs'
import {link, mkdir, readdir, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {removeTextIndex, textFileOf} from '@copydesk/lake/query'
import {createPause, isNode} from '@copydesk/lake/store'
import {OperatorError} from '@copydesk/lake/errors'
import {lockFolder} from '@copydesk/lake/data-folder'
import {writable} from '../../writable.ts'
import type {Step} from '../../commands/progress.ts'
import {damaged, DATABASE, type Checksums, type Manifest} from './backup-manifest.ts'
import {timeName} from './backup-place.ts'
import {copyHashed, syncFolder} from './copy-hashed.ts'
import {verifyBackup} from './verify-backup.ts'

export interface RestoreOptions {
  backup: string
  dataFolder: string
  /** Moves the newsroom that is there aside. */
  force?: boolean
  /** It takes the newsroom’s place and is not paused. */
  awake?: boolean
  onStep?: (step: Step) => void
  clock?: () => number
}

export interface Restored extends Manifest {
  /** Where the earlier newsroom is now; null if there was none. */
  aside: string | null
  /** Deliveries of webhooks that waited and are dropped. */
  givenUp: number
}

const STAGING = 'restoring'
const ASIDE = 'before-restore-'
const LOCK = 'server.lock'
/** Made of a database: it may have been left behind by one. */
const TEXTS = 'text.sqlite'
const SIDE_FILES = ['-wal', '-shm', '-journal'].map((suffix) => DATABASE + suffix)

/**
 * Nothing in the data folder changes before the backup is verified and completely copied into it.
 *
 * @throws OperatorError where a server uses the folder, where there is a newsroom and no `force`, or for
 * a backup that is damaged or newer
 */
export async function restoreBackup({
  backup,
  dataFolder,
  force = false,
  awake = false,
  onStep = () => {},
  clock = Date.now,
}: RestoreOptions): Promise<Restored> {
  // A mistyped folder is left without even a lock in it.
  await look(dataFolder)
  if (isNodeFolder(dataFolder)) throw new OperatorError(refusalOfNode(dataFolder))
  let lock = existsSync(dataFolder) ? lockFolder(dataFolder) : null
  const staging = join(dataFolder, STAGING)
  try {
    const found = await look(dataFolder)
    if (found === 'newsroom' && !force) {
      throw new OperatorError(
        `There is a newsroom in ${dataFolder}. Name another folder with --data, or use --force, which moves it aside.`,
      )
    }
    const {manifest, checksums} = await verifyBackup(backup, onStep)
    lock ??= lockFolder(writable(dataFolder))
    await rm(staging, {recursive: true, force: true})
    await stage({backup, staging, checksums, onStep})
    const givenUp = settle(join(staging, DATABASE), {awake, now: new Date(clock()).toISOString()})
    const aside = found === 'newsroom' ? join(dataFolder, `${ASIDE}${timeName(clock())}`) : null
    if (aside) await mkdir(aside, {mode: 0o700})
    await exchange({dataFolder, staging, aside})
    return {...manifest, aside, givenUp}
  } finally {
    if (lock) await rm(staging, {recursive: true, force: true})
    lock?.release()
  }
}

/** False for a database that cannot be read: it may be why somebody restores. */
function isNodeFolder(dataFolder: string): boolean {
  const file = join(dataFolder, DATABASE)
  if (!existsSync(file)) return false
  try {
    const database = new DatabaseSync(file, {readOnly: true})
    try {
      return isNode(database)
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}

const refusalOfNode = (dataFolder: string): string =>
  `${dataFolder} is a node of a cluster: what is restored there would not reach the other nodes. Restore into a new folder with --data. To make a cluster of that, name an empty database and an unused folder of the bucket, and run "cluster init" on it. The other nodes begin in empty folders.`

/** @throws OperatorError for a folder that holds something else: somebody has mistyped a path */
async function look(dataFolder: string): Promise<'newsroom' | 'nothing'> {
  const names = await readdir(dataFolder).catch((): string[] => [])
  if (names.includes(DATABASE) || names.includes('assets')) return 'newsroom'
  const other = names.find(
    (name) =>
      !name.startsWith(LOCK) &&
      !name.startsWith(ASIDE) &&
      !name.startsWith(TEXTS) &&
      name !== STAGING,
  )
  if (other === undefined) return 'nothing'
  throw new OperatorError(`${dataFolder} is not a data folder: there is ${other} in it.`)
}

interface Staging {
  backup: string
  staging: string
  checksums: Checksums
  onStep: (step: Step) => void
}

async function stage({backup, staging, checksums, onStep}: Staging): Promise<void> {
  await mkdir(join(staging, 'assets'), {recursive: true, mode: 0o700})
  let current = 0
  for (const [path, expected] of checksums) {
    onStep({step: 'Copying', current: ++current, total: checksums.size})
    const to = join(staging, path)
    await mkdir(dirname(to), {recursive: true, mode: 0o700})
    // A disk that returns other bytes the second time is not rare among those that need a restore.
    const {sha256} = await copyHashed(join(backup, path), to)
    if (sha256 !== expected) throw damaged(backup, `${path} is not what was written`)
  }
}

/**
 * People who were signed in then may have been signed out since, for a reason. A link that was used since
 * would work once more. And notifications may have been sent already.
 */
function settle(databaseFile: string, {awake, now}: {awake: boolean; now: string}): number {
  const database = new DatabaseSync(databaseFile)
  try {
    const has = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`)
    // Without its row in `cluster`, the copy of a node is a newsroom of its own.
    for (const table of ['sessions', 'sign_in_links', 'sign_in_attempts', 'cluster']) {
      if (has.get(table)) database.exec(`DELETE FROM ${table}`)
    }
    const pause = createPause(database)
    const givenUp = pause.begin(now)
    if (awake) pause.end(now)
    return givenUp
  } finally {
    database.close()
  }
}

/** At each moment the folder has a whole database: the old one, then the new one. */
async function exchange({
  dataFolder,
  staging,
  aside,
}: {
  dataFolder: string
  staging: string
  aside: string | null
}): Promise<void> {
  const database = join(dataFolder, DATABASE)
  const assets = join(dataFolder, 'assets')
  if (aside) {
    // A -wal that stayed would be read as the new database's.
    if (existsSync(database)) await keepBeside(database, join(aside, DATABASE))
    for (const name of SIDE_FILES) await moveIfThere(join(dataFolder, name), join(aside, name))
    await moveIfThere(assets, join(aside, 'assets'))
  }
  removeTextIndex(textFileOf(database))
  await rename(join(staging, 'assets'), assets)
  await rename(join(staging, DATABASE), database)
  await syncFolder(dataFolder)
}

/** Under a second name, until the new one takes the first. */
async function keepBeside(database: string, to: string): Promise<void> {
  closeJournal(database)
  await link(database, to).catch(() => copyHashed(database, to))
}

/** @throws OperatorError where a command has the database open */
function closeJournal(databaseFile: string): void {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(databaseFile, {timeout: 2_000})
    database.exec('PRAGMA journal_mode = DELETE')
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
    if (code === 5) {
      throw new OperatorError('Another command uses the data folder. Try again when it is done.')
    }
    // A damaged database is why one restores; it is moved aside as it is.
  } finally {
    database?.close()
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  if (existsSync(from)) await rename(from, to)
}
