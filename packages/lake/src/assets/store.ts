// Stores uploaded files, named by their content. A file is written to a temporary name, synced and
// renamed, so it is never incomplete under its final name.
import {createHash, randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {mkdir, open, readdir, rename, rm, rmdir, stat, type FileHandle} from 'node:fs/promises'
import {join} from 'node:path'
import {TooLarge} from '../errors.ts'
import {isDatasetName, parseAssetFile} from './names.ts'

/** Uploaded bytes without a final name. End it with `keep` or `discard`. */
export interface StagedAsset {
  /** Temporary path; readable until `keep` or `discard`. */
  path: string
  /** Hexadecimal SHA-1 of all bytes. */
  sha1: string
  /** Bytes. */
  size: number
  /** Renames the file to its final name. Returns false if that file already exists. */
  keep(dataset: string, file: string): Promise<boolean>
  /** Deletes the file. Does nothing after `keep`. */
  discard(): Promise<void>
}

interface StoredAsset {
  size: number
  /** Milliseconds since the epoch. */
  modifiedAt: number
}

export interface AssetStore {
  /**
   * Writes an upload to a temporary file.
   * @throws TooLarge beyond `maxBytes`; then the temporary file is deleted
   */
  stage(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StagedAsset>
  /** Work on the same file runs one after the other. */
  exclusively<T>(dataset: string, file: string, work: () => Promise<T>): Promise<T>
  /**
   * Path of the original on this machine.
   * @throws RangeError for an invalid name
   */
  locate(dataset: string, file: string): Promise<string>
  stat(dataset: string, file: string): Promise<StoredAsset | null>
  /** The original, open for reading any range. The caller closes it. */
  open(dataset: string, file: string): Promise<FileHandle>
  delete(dataset: string, file: string): Promise<void>
  /** Names of all stored files of a dataset. */
  list(dataset: string): Promise<string[]>
  /** Names of the datasets that have a folder for files. */
  datasets(): Promise<string[]>
  /** Deletes all files of a dataset. */
  deleteDataset(dataset: string): Promise<void>
  /** Deletes a dataset's folder where it is empty. */
  deleteEmptyFolder(dataset: string): Promise<void>
  /** Deletes temporary files of interrupted uploads that are older than `time` (ms). */
  forgetStagedBefore(time: number): Promise<void>
}

/**
 * Opens the store and creates its folders.
 * @param folder originals go to `<folder>/originals/<dataset>/`, unfinished uploads to
 * `<folder>/incoming/`
 */
export function createAssetStore(folder: string): AssetStore {
  const incoming = join(folder, 'incoming')
  const originals = join(folder, 'originals')
  mkdirSync(incoming, {recursive: true})
  mkdirSync(originals, {recursive: true})
  return {
    stage: (body, maxBytes) => stage({incoming, originals}, body, maxBytes),
    exclusively: createExclusive(),
    ...originalFiles(originals),
    async forgetStagedBefore(time) {
      for (const name of await readdir(incoming)) {
        const file = join(incoming, name)
        const found = await statOrNull(file)
        if (found && found.modifiedAt < time) await rm(file, {force: true})
      }
    },
  }
}

function folderOf(originals: string, dataset: string): string {
  if (!isDatasetName(dataset)) throw new RangeError(`Not a dataset name: ${dataset}`)
  return join(originals, dataset)
}

function pathOf(originals: string, dataset: string, file: string): string {
  if (!parseAssetFile(file)) throw new RangeError(`Not an asset's file name: ${file}`)
  return join(folderOf(originals, dataset), file)
}

function originalFiles(
  originals: string,
): Omit<AssetStore, 'stage' | 'exclusively' | 'forgetStagedBefore'> {
  const path = (dataset: string, file: string) => pathOf(originals, dataset, file)
  return {
    locate: async (dataset, file) => path(dataset, file),
    async stat(dataset, file) {
      return statOrNull(path(dataset, file))
    },
    async open(dataset, file) {
      return open(path(dataset, file), 'r')
    },
    async delete(dataset, file) {
      await rm(path(dataset, file), {force: true})
    },
    async list(dataset) {
      const names = await readdir(folderOf(originals, dataset)).catch(() => [])
      return names.filter((name) => parseAssetFile(name)).toSorted()
    },
    async datasets() {
      return (await readdir(originals)).filter(isDatasetName)
    },
    async deleteDataset(dataset) {
      await rm(folderOf(originals, dataset), {recursive: true, force: true})
    },
    async deleteEmptyFolder(dataset) {
      await rmdir(folderOf(originals, dataset)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOTEMPTY' && error.code !== 'ENOENT') throw error
      })
    },
  }
}

async function stage(
  {incoming, originals}: {incoming: string; originals: string},
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StagedAsset> {
  const temporary = join(incoming, randomBytes(16).toString('hex'))
  const discard = () => rm(temporary, {force: true})
  try {
    const written = await write(temporary, body, maxBytes)
    return {
      path: temporary,
      ...written,
      discard,
      async keep(dataset, file) {
        const target = pathOf(originals, dataset, file)
        const existed = (await statOrNull(target)) !== null
        await mkdir(join(originals, dataset), {recursive: true})
        // Renaming over an equal file renews its time, so a sweep does not delete it.
        await rename(temporary, target)
        await syncFolder(join(originals, dataset))
        return !existed
      },
    }
  } catch (error) {
    await discard()
    throw error
  }
}

function createExclusive(): AssetStore['exclusively'] {
  const running = new Map<string, Promise<unknown>>()
  return async (dataset, file, work) => {
    const key = `${dataset}/${file}`
    const before = running.get(key) ?? Promise.resolve()
    const result = before.then(work, work)
    const settled = result.then(
      () => {},
      () => {},
    )
    running.set(key, settled)
    void settled.then(() => {
      if (running.get(key) === settled) running.delete(key)
    })
    return result
  }
}

async function write(
  file: string,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{sha1: string; size: number}> {
  const hash = createHash('sha1')
  let size = 0
  const handle = await open(file, 'wx')
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > maxBytes) throw tooLarge(maxBytes)
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    // The file must be on disk before its document, even if the power fails.
    await handle.sync()
  } finally {
    await handle.close()
  }
  return {sha1: hash.digest('hex'), size}
}

/** 413, with the limit. */
export function tooLarge(maxBytes: number): TooLarge {
  const megabytes = Math.floor(maxBytes / 1_000_000)
  const limit = megabytes > 0 ? `${megabytes} MB` : `${maxBytes} bytes`
  return new TooLarge(`The file is too large: at most ${limit} can be uploaded.`)
}

async function statOrNull(file: string): Promise<StoredAsset | null> {
  try {
    const found = await stat(file)
    return {size: found.size, modifiedAt: found.mtimeMs}
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder to sync it. Its journal makes the rename durable.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
