// Renditions on disk, limited in size and number. The least recently used are deleted first.
import {LRUCache} from 'lru-cache'
import {randomBytes} from 'node:crypto'
import {mkdirSync} from 'node:fs'
import {mkdir, readdir, rename, rm, stat, writeFile} from 'node:fs/promises'
import {dirname, join, sep} from 'node:path'

export interface RenditionCache {
  /** Path of a stored rendition, or null. `key` is `<dataset>/<file>/<name>`. */
  find(key: string): Promise<string | null>
  /** Stores a rendition completely or not at all. Returns its path. */
  add(key: string, bytes: Uint8Array): Promise<string>
  /**
   * Deletes all renditions whose key begins with `prefix` and a slash: those of a file or of a
   * dataset.
   */
  forget(prefix: string): Promise<void>
}

const BLOCK = 4096

/**
 * @param folder can be deleted while the lake is stopped
 * @param maxBytes of all renditions together, in blocks on disk
 * @param maxFiles file systems limit their number, and each entry uses memory
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

/** Files with their sizes. The least recently used are deleted at the limit. */
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
      // Even a file of a hundred bytes takes a whole block.
      const onDisk = Math.ceil((size || 1) / BLOCK) * BLOCK
      // A file that is larger than the limit is cached as the only one.
      entries.set(path, Math.min(onDisk, maxBytes))
      // The option `max` would allocate memory for that many entries immediately.
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

/** Lists the files of earlier runs, oldest first. */
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
