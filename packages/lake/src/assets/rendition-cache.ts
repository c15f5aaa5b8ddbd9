// Renditions on disk, bounded in size and number: the ones not asked for longest go first.
import {LRUCache} from 'lru-cache'
import {randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join, sep} from 'node:path'

export interface RenditionCache {
  /** Path of a stored rendition, or null. `key` is `<dataset>/<file>/<name>`. */
  find(key: string): Promise<string | null>
  /** Stores a rendition, whole or not at all. Answers its path. */
  add(key: string, bytes: Uint8Array): Promise<string>
  /** Forgets all renditions whose key begins with `prefix` and a slash: of a file, or of a dataset. */
  forget(prefix: string): Promise<void>
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
  let evicted: string[] = []
  const entries = new LRUCache<string, number>({
    maxSize: maxBytes,
    sizeCalculation: (bytes) => bytes,
    dispose: (_, path, reason) => {
      if (reason === 'evict') evicted.push(path)
    },
  })
  let scanned: Promise<void> | undefined

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
      else await remember(path, size)
    }
  }
  const remember = async (path: string, size: number) => {
    // A picture of a hundred bytes takes a whole block.
    const onDisk = Math.ceil((size || 1) / BLOCK) * BLOCK
    // One that is larger than the limit is kept, without any other.
    entries.set(path, Math.min(onDisk, maxBytes))
    // The option `max` would reserve memory for that many at once.
    while (entries.size > maxFiles) entries.pop()
    const files = evicted
    evicted = []
    await Promise.all(files.map((file) => rm(file, {force: true})))
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
      return entries.get(path) === undefined ? null : path
    },
    async add(key, bytes) {
      await ready()
      const path = join(folder, key)
      const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
      await mkdir(dirname(path), {recursive: true})
      try {
        await writeFile(temporary, bytes)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, {force: true})
        throw error
      }
      await remember(path, bytes.length)
      return path
    },
    async forget(prefix) {
      await ready()
      const below = join(folder, prefix)
      const paths = [...entries.keys()].filter((path) => path.startsWith(below + sep))
      for (const path of paths) entries.delete(path)
      await rm(below, {recursive: true, force: true})
    },
  }
}
