// Documents on disk while they are compared: an archive need not fit into memory.
import {mkdtempSync, rmSync} from 'node:fs'
import {open, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SyncDocument} from './lake-connection.ts'

export interface Spool {
  put(document: SyncDocument): Promise<void>
  /** @throws for an id that was not put there */
  get(id: string): Promise<SyncDocument>
  ids(): Iterable<string>
  /** A file of this name beside the documents, for one asset at a time. */
  path(name: string): string
  /** Deletes everything. */
  close(): Promise<void>
}

const NAME = 'copydesk-move-'

/** A folder that only this user may open; private documents are in it. */
export async function createSpool(): Promise<Spool> {
  await forgetKilled()
  // Ctrl-C ends the process at once. It must find the folder's removal arranged, so nothing is awaited
  // between the two.
  const folder = mkdtempSync(join(tmpdir(), `${NAME}${process.pid}-`))
  const forget = (): void => rmSync(folder, {recursive: true, force: true})
  process.once('exit', forget)
  const file = await open(join(folder, 'documents'), 'wx+', 0o600)
  // While it is open it needs no name; so a process that is killed leaves none. Windows keeps it.
  await rm(join(folder, 'documents'), {force: true}).catch(() => {})
  const places = new Map<string, {at: number; length: number}>()
  let end = 0
  return {
    async put(document) {
      const bytes = Buffer.from(JSON.stringify(document))
      places.set(document._id, {at: end, length: bytes.length})
      await file.write(bytes, 0, bytes.length, end)
      end += bytes.length
    },
    async get(id) {
      const place = places.get(id)
      if (!place) throw new Error(`The document ${id} was not read.`)
      const bytes = Buffer.alloc(place.length)
      await file.read(bytes, 0, place.length, place.at)
      return JSON.parse(bytes.toString()) as SyncDocument
    },
    ids: () => places.keys(),
    path: (name) => join(folder, name),
    async close() {
      await file.close()
      await rm(folder, {recursive: true, force: true})
      process.removeListener('exit', forget)
    },
  }
}

/** Pictures can remain where a process was killed. */
async function forgetKilled(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    // Another user's cannot be deleted, and is theirs to look after.
    await rm(join(tmpdir(), name), {recursive: true, force: true}).catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
