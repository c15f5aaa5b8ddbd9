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
  const stored = createFileList(maxBytes, maxFiles)
  let scanned: Promise<void> | undefined

  /** If the folder cannot be read now, the next call tries again. */
  const ready = (): Promise<void> =>
    (scanned ??= scan(folder, stored).catch((error: unknown) => {
      scanned = undefined
      throw error
    }))

  return {
    async find(key) {
      await ready()
      const path = join(folder, key)
      return stored.has(path) ? path : null
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
      await stored.add(path, bytes.length)
      return path
    },
    async forget(prefix) {
      await ready()
      const below = join(folder, prefix)
      stored.forget(below + sep)
      await rm(below, {recursive: true, force: true})
    },
  }
}

/** Files with their sizes, bounded: those that were not asked for longest are deleted. */
function createFileList(maxBytes: number, maxFiles: number) {
  let evicted: string[] = []
  const entries = new LRUCache<string, number>({
    maxSize: maxBytes,
    sizeCalculation: (bytes) => bytes,
    dispose: (_, path, reason) => {
      if (reason === 'evict') evicted.push(path)
    },
  })
  return {
    /** Counts as a use. */
    has: (path: string): boolean => entries.get(path) !== undefined,
    async add(path: string, size: number): Promise<void> {
      // A picture of a hundred bytes takes a whole block.
      const onDisk = Math.ceil((size || 1) / BLOCK) * BLOCK
      // A file that is larger than the limit is cached without any other.
      entries.set(path, Math.min(onDisk, maxBytes))
      // The option `max` would reserve memory for that many at once.
      while (entries.size > maxFiles) entries.pop()
      const files = evicted
      evicted = []
      await Promise.all(files.map((file) => rm(file, {force: true})))
    },
    forget(prefix: string): void {
      const paths = [...entries.keys()].filter((path) => path.startsWith(prefix))
      for (const path of paths) entries.delete(path)
    },
  }
}

/** Lists what earlier runs left, oldest first. */
async function scan(folder: string, stored: ReturnType<typeof createFileList>): Promise<void> {
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
    else await stored.add(path, size)
  }
}
