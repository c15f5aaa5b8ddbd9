// The documents that transactions read and wrote last, parsed. A person who types changes the same document
// again and again: without this it would be read and parsed for each keystroke.
import {LRUCache} from 'lru-cache'
import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../types.ts'

export interface RecentDocuments {
  /**
   * To be called before documents of a dataset are read.
   *
   * @param since when the dataset was created. Documents of an earlier dataset of the same name are dropped
   */
  beginIn(dataset: string, since: number): void
  /**
   * A document as it is stored, or as the running transaction has left it. Never change it. Call it inside
   * of a transaction.
   */
  get(dataset: string, id: string): LakeDocument | null
  /** Caches what was just stored, and answers it as it will be read. */
  put(dataset: string, document: LakeDocument): LakeDocument
  /** To be called for a deleted document. */
  forget(dataset: string, id: string): void
  /** Too long to be cached, and to be gone through in no time. */
  isLong(document: LakeDocument): boolean
  /** What was read and put since the last call is on the disk. */
  keep(): void
  /** Some of it is not on the disk. */
  drop(): void
}

const MOST = 128
/** Larger ones are rare, and would fill the memory. */
const LONGEST_TEXT = 64 * 1024

/** Prepares its statement once. */
export function recentDocuments(database: DatabaseSync): RecentDocuments {
  // A revision is made once: the same revision is the same document.
  const select = database.prepare(
    `SELECT rev, iif(rev = ?, NULL, body) AS body FROM documents WHERE dataset = ? AND id = ?`,
  )
  const stored = new LRUCache<string, LakeDocument>({max: MOST})
  let fresh = new Map<string, LakeDocument>()
  const begun = new Map<string, number>()

  const keyOf = (dataset: string, id: string): string => `${dataset} ${id}`
  const isLong = (document: LakeDocument): boolean => JSON.stringify(document).length > LONGEST_TEXT
  const parse = (text: string): LakeDocument => JSON.parse(text) as LakeDocument
  const remember = (dataset: string, document: LakeDocument): LakeDocument => {
    if (!isLong(document)) fresh.set(keyOf(dataset, document._id), document)
    return document
  }
  const forgetDataset = (dataset: string): void => {
    for (const documents of [fresh, stored]) {
      for (const key of documents.keys()) {
        if (key.startsWith(`${dataset} `)) documents.delete(key)
      }
    }
  }
  const forget = (dataset: string, id: string): void => {
    fresh.delete(keyOf(dataset, id))
    stored.delete(keyOf(dataset, id))
  }

  return {
    beginIn(dataset, since) {
      // A revision that a client named can come again in the new dataset, with other content.
      if ((begun.get(dataset) ?? since) !== since) forgetDataset(dataset)
      begun.set(dataset, since)
    },
    get(dataset, id) {
      const key = keyOf(dataset, id)
      const known = fresh.get(key) ?? stored.get(key)
      const row = select.get(known?._rev ?? null, dataset, id)
      if (!row) {
        forget(dataset, id)
        return null
      }
      if (known && row['body'] === null) return known
      return remember(dataset, parse(String(row['body'])))
    },
    put: (dataset, document) =>
      remember(dataset, isExactJson(document) ? document : parse(JSON.stringify(document))),
    forget,
    isLong,
    keep() {
      for (const [key, document] of fresh) stored.set(key, document)
      fresh = new Map()
    },
    drop() {
      fresh = new Map()
    },
  }
}

/** False for what JSON text says otherwise: members without a value, numbers that it does not know. */
function isExactJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  if (typeof value !== 'object') return false
  if (Array.isArray(value)) return value.every(isExactJson)
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  for (const name in value) {
    if (!isExactJson((value as Record<string, unknown>)[name])) return false
  }
  return true
}
