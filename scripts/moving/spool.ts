// Documents on the disk while they are compared: a newsroom's archive need not fit into the memory.
import {mkdtemp, open, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {MovedDocument} from './lake-connection.ts'

export interface Spool {
  put(document: MovedDocument): Promise<void>
  /** @throws for an id that was not put there */
  get(id: string): Promise<MovedDocument>
  ids(): Iterable<string>
  /** A file of this name beside the documents, for one asset at a time. */
  path(name: string): string
  /** Deletes everything. */
  close(): Promise<void>
}

/** A folder that only this user may open; private documents are in it. */
export async function createSpool(): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-'))
  const file = await open(join(folder, 'documents'), 'wx+', 0o600)
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
      return JSON.parse(bytes.toString()) as MovedDocument
    },
    ids: () => places.keys(),
    path: (name) => join(folder, name),
    async close() {
      await file.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}
