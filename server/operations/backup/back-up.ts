// A complete, consistent copy of a data folder, made while others go on writing to it.
import {existsSync, readFileSync} from 'node:fs'
import {chmod, link, mkdir, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {fetchFile, type Bucket} from '@copydesk/lake/cluster'
import {parseAssetFile} from '@copydesk/lake/store'
import {LakeError, OperatorError} from '@copydesk/lake/errors'
import {ROOT} from '../../paths.ts'
import type {Step} from '../../commands/progress.ts'
import {
  DATABASE,
  ORIGINALS,
  readManifest,
  writeManifest,
  type Checksums,
  type Manifest,
} from './backup-manifest.ts'
import {backupName, backupsIn, forgetAbandoned, PARTIAL} from './backup-place.ts'
import {copyDatabase} from './copy-database.ts'
import {copyHashed, hashFile, syncFolder, type Hashed} from './copy-hashed.ts'

export interface BackUpOptions {
  dataFolder: string
  /** The folder that holds the backups; made where it is missing. */
  place: string
  /** The bucket that has the originals, where they are not in the data folder. */
  bucket?: Bucket | undefined
  onStep?: (step: Step) => void
  clock?: () => number
}

export interface BackedUp extends Manifest {
  folder: string
  /** Originals whose bytes are not those that were uploaded. They are in the backup as they are. */
  altered: string[]
  /** Why originals could not be copied from the bucket; null if it answered. */
  bucketTrouble: string | null
}

/**
 * Writes `<place>/copydesk-<time>`. Until it is complete it has another name.
 *
 * @throws OperatorError where a backup of this name exists, or the place cannot be written
 */
export async function backUp({
  dataFolder,
  place,
  bucket,
  onStep = () => {},
  clock = Date.now,
}: BackUpOptions): Promise<BackedUp> {
  const now = clock()
  const folder = join(place, backupName(now))
  const partial = folder + PARTIAL
  await mkdir(place, {recursive: true, mode: 0o700}).catch(unwritable(place))
  await forgetAbandoned(place, now)
  for (const taken of [folder, partial]) {
    if (existsSync(taken)) throw new OperatorError(`${taken} exists. Nothing is overwritten.`)
  }
  await mkdir(partial, {mode: 0o700}).catch(unwritable(place))
  try {
    const earlier = await earlierOriginals(place)
    const originals = createOriginals({dataFolder, partial, earlier, bucket, onStep})
    const database = join(dataFolder, DATABASE)
    // Before the database and after it. What is deleted in the studio meanwhile may lose its file at
    // any time; what is uploaded meanwhile keeps it for an hour at least, whatever becomes of it.
    await originals.copy(namedOriginals(database))
    const copy = join(partial, DATABASE)
    await copyDatabase(database, copy, (current, total) =>
      onStep({step: 'Copying the database', current, total}),
    )
    const named = namedOriginals(copy)
    await originals.copy(named)
    await originals.forgetAllBut(new Set(named))

    const checksums: Checksums = new Map()
    let bytes = 0
    for (const [path, hashed] of [[DATABASE, await hashFile(copy)] as const, ...originals.copied]) {
      checksums.set(path, hashed.sha256)
      bytes += hashed.bytes
    }
    const manifest: Manifest = {
      format: 1,
      copydesk: ownVersion(),
      createdAt: new Date(now).toISOString(),
      ...countsOf(copy),
      files: checksums.size,
      bytes,
      missing: named.filter((path) => !originals.copied.has(path)),
    }
    await writeManifest(partial, manifest, checksums)
    await syncFolder(partial)
    await rename(partial, folder)
    await syncFolder(place)
    const [altered, bucketTrouble] = [originals.altered(), originals.bucketTrouble()]
    return {...manifest, folder, altered, bucketTrouble}
  } catch (error) {
    await rm(partial, {recursive: true, force: true})
    throw error
  }
}

interface OriginalsOptions {
  dataFolder: string
  partial: string
  earlier: {folder: string; checksums: Checksums} | null
  bucket: Bucket | undefined
  onStep: (step: Step) => void
}

function createOriginals({dataFolder, partial, earlier, bucket, onStep}: OriginalsOptions) {
  const copied = new Map<string, Hashed>()
  const remote = createRemote(bucket)

  const copyOne = async (path: string): Promise<void> => {
    const to = join(partial, path)
    await mkdir(dirname(to), {recursive: true, mode: 0o700})
    // Originals never change: one that the last backup holds takes no room a second time.
    const known = earlier?.checksums.get(path)
    if (earlier && known && (await isLinked(join(earlier.folder, path), to))) {
      const hashed = await hashFile(to)
      if (hashed.sha256 === known) return void copied.set(path, hashed)
      await rm(to)
    }
    try {
      copied.set(path, await copyHashed(join(dataFolder, path), to))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      await rm(to, {force: true})
      if (await remote.fetch(path, to)) copied.set(path, await hashFile(to))
    }
  }

  return {
    copied,
    bucketTrouble: remote.trouble,
    async copy(paths: readonly string[]): Promise<void> {
      remote.tryAgain()
      const left = paths.filter((path) => !copied.has(path))
      for (const [index, path] of left.entries()) {
        onStep({step: 'Copying pictures and files', current: index + 1, total: left.length})
        await copyOne(path)
      }
      for (const path of new Set(left.map((each) => dirname(join(partial, each))))) {
        if (existsSync(path)) await syncFolder(path)
      }
    },
    /** Those deleted between the looks at the live database and at its copy. */
    async forgetAllBut(named: ReadonlySet<string>): Promise<void> {
      for (const path of copied.keys()) {
        if (named.has(path)) continue
        await rm(join(partial, path))
        copied.delete(path)
      }
    },
    altered: () =>
      [...copied].flatMap(([path, {sha1}]) => (path.includes(`/${sha1}`) ? [] : [path])),
  }
}

/** Fetches from the bucket what this machine has not shown. */
function createRemote(bucket: Bucket | undefined) {
  let trouble: string | null = null
  return {
    async fetch(path: string, to: string): Promise<boolean> {
      // One that is away answers each request after seconds.
      if (!bucket || trouble !== null) return false
      try {
        const [dataset = '', file = ''] = path.split('/').slice(-2)
        if (!(await fetchFile(bucket, [dataset, file], to))) return false
        await chmod(to, 0o600)
        return true
      } catch (error) {
        await rm(to, {force: true})
        if (!(error instanceof LakeError || error instanceof OperatorError)) throw error
        trouble = error.message
        return false
      }
    },
    tryAgain: () => void (trouble = null),
    trouble: () => trouble,
  }
}

/** The newest other backup; a damaged one is ignored. */
async function earlierOriginals(place: string): Promise<OriginalsOptions['earlier']> {
  const folder = (await backupsIn(place)).at(-1)
  const read = folder && (await readManifest(folder).catch(() => null))
  return folder && read ? {folder, checksums: read.checksums} : null
}

async function isLinked(from: string, to: string): Promise<boolean> {
  // Some file systems have no hard links.
  return await link(from, to).then(
    () => true,
    () => false,
  )
}

/** Paths below the data folder of all files that a database's documents name. */
function namedOriginals(databaseFile: string): string[] {
  return reading(databaseFile, (database) =>
    database
      .prepare(
        `SELECT DISTINCT dataset, json_extract(body, '$.path') AS path FROM documents
         WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset')
         AND typeof(json_extract(body, '$.path')) = 'text' ORDER BY 1, 2`,
      )
      .all()
      .flatMap(({dataset, path}) => {
        const file = String(path).split('/').at(-1) ?? ''
        // Where an import has put something else there, no file of ours is meant.
        return parseAssetFile(file) ? [`${ORIGINALS}/${String(dataset)}/${file}`] : []
      }),
  )
}

const countsOf = (databaseFile: string): Pick<Manifest, 'schema' | 'documents'> =>
  reading(databaseFile, (database) => ({
    schema: Number(database.prepare('PRAGMA user_version').get()?.['user_version']),
    documents: Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n']),
  }))

function reading<T>(databaseFile: string, work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(databaseFile, {readOnly: true, timeout: 10_000})
  try {
    return work(database)
  } finally {
    database.close()
  }
}

export const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {version: string}).version

const unwritable =
  (place: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw new OperatorError(`${place} cannot be written (${error.code ?? error.message}).`)
  }
