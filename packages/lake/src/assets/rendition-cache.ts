// Renditions on disk, bounded in size and number: the ones not asked for longest go first.
import {randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

export interface RenditionCache {
  /** Path of a stored rendition, or null. `key` is `<dataset>/<file>/<name>`. */
  find(key: string): Promise<string | null>
  /** Stores a rendition, whole or not at all. Answers its path. */
  add(key: string, bytes: Uint8Array): Promise<string>
  /** Forgets all renditions whose key begins with `prefix` and a slash. */
  forget(prefix: string): Promise<void>
}

interface Entry {
  size: number
  usedAt: number
}

const BLOCK = 4096

/**
 * @param folder may be deleted at any time while the lake does not run
 * @param maxBytes of all renditions together, as a disk counts them
 * @param maxFiles a file system has only so many, and each is remembered here
 */
export function createRenditionCache(
  folder: string,
  maxBytes: number,
  maxFiles = 100_000,
): RenditionCache {
  mkdirSync(folder, {recursive: true})
  const entries = new Map<string, Entry>()
  let total = 0
  let scanned: Promise<void> | undefined
  let uses = 0

  /** What earlier runs left, oldest first. */
  const scan = async () => {
    const found = await readdir(folder, {recursive: true, withFileTypes: true})
    const files = await Promise.all(
      found
        .filter((entry) => entry.isFile())
        .map(async (entry) => {
          const path = join(entry.parentPath, entry.name)
          const {size, mtimeMs} = await stat(path)
          return {path, size, mtimeMs}
        }),
    )
    for (const {path, size} of files.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (path.endsWith('.tmp')) await rm(path, {force: true})
      else remember(path, size)
    }
  }
  const remember = (path: string, size: number) => {
    // A picture of a hundred bytes takes a whole block.
    const onDisk = Math.ceil(size / BLOCK) * BLOCK
    total += onDisk - (entries.get(path)?.size ?? 0)
    entries.set(path, {size: onDisk, usedAt: uses++})
  }
  const drop = async (path: string) => {
    total -= entries.get(path)?.size ?? 0
    entries.delete(path)
    await rm(path, {force: true})
  }
  const shrink = async (keep: string) => {
    if (total <= maxBytes && entries.size <= maxFiles) return
    const oldest = [...entries].toSorted(([, a], [, b]) => a.usedAt - b.usedAt)
    for (const [path] of oldest) {
      // A tenth more than needed, so that not every rendition pays for a round.
      if (total <= maxBytes * 0.9 && entries.size <= maxFiles * 0.9) return
      if (path !== keep) await drop(path)
    }
  }
  /** Where it cannot be read now, whoever comes next tries again. */
  const ready = (): Promise<void> =>
    (scanned ??= scan().catch((error: unknown) => {
      scanned = undefined
      throw error
    }))

  return {
    async find(key) {
      await ready()
      const path = join(folder, key)
      const entry = entries.get(path)
      if (!entry) return null
      entry.usedAt = uses++
      return path
    },
    async add(key, bytes) {
      await ready()
      const path = join(folder, key)
      const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
      await mkdir(dirname(path), {recursive: true})
      try {
        await writeFile(temporary, bytes)
        await rename(temporary, path)
        remember(path, bytes.length)
      } catch (error) {
        await rm(temporary, {force: true})
        throw error
      }
      await shrink(path)
      return path
    },
    async forget(prefix) {
      await ready()
      const below = join(folder, prefix)
      for (const path of entries.keys()) if (dirname(path) === below) await drop(path)
      await rm(below, {recursive: true, force: true})
    },
  }
}
