// The documents that transactions read and wrote last, parsed: whoever types changes the same one again
// and again, and it need not be read anew for each letter.
import {LRUCache} from 'lru-cache'
import type {DatabaseSync} from 'node:sqlite'
import type {Json, LakeDocument} from '../types.ts'

export interface RecentDocuments {
  /**
   * To be called before documents of a dataset are read.
   *
   * @param since when the dataset was created: what is remembered of an earlier one of its name is forgotten
   */
  beginIn(dataset: string, since: number): void
  /**
   * A document as it is stored, or as the running transaction has left it. To be looked at, never to be
   * changed. Call it inside of a transaction.
   */
  get(dataset: string, id: string): LakeDocument | null
  /** Remembers what was just stored, and answers it as it will be read. */
  put(dataset: string, document: LakeDocument): LakeDocument
  /** What is deleted is not kept in memory either. */
  forget(dataset: string, id: string): void
  /** A document's JSON text, made once. */
  textOf(document: LakeDocument): string
  /** Too long to be remembered, and to be gone through in no time. */
  isLong(document: LakeDocument): boolean
  /** What was read and put since the last call is on the disk: it may be trusted from now on. */
  keep(): void
  /** It is not, or not all of it. */
  drop(): void
}

const MOST = 128
/** Larger ones are rare, and would fill the memory. */
const LONGEST_TEXT = 64 * 1024

/** Prepares its statement once. */
export function recentDocuments(database: DatabaseSync): RecentDocuments {
  // A revision is made once: what has the same one is the same.
  const select = database.prepare(
    `SELECT rev, iif(rev = ?, NULL, body) AS body FROM documents WHERE dataset = ? AND id = ?`,
  )
  const texts = new WeakMap<LakeDocument, string>()
  const kept = new LRUCache<string, LakeDocument>({max: MOST})
  let fresh = new Map<string, LakeDocument>()
  const begun = new Map<string, number>()

  const keyOf = (dataset: string, id: string): string => `${dataset} ${id}`
  const textOf = (document: LakeDocument): string => {
    const known = texts.get(document)
    if (known !== undefined) return known
    const text = textOfParts(document)
    texts.set(document, text)
    return text
  }
  const isLong = (document: LakeDocument): boolean => textOf(document).length > LONGEST_TEXT
  const remember = (dataset: string, document: LakeDocument): LakeDocument => {
    if (!isLong(document)) fresh.set(keyOf(dataset, document._id), document)
    return document
  }
  const parsed = (text: string): LakeDocument => {
    const document = JSON.parse(text) as LakeDocument
    texts.set(document, text)
    return document
  }

  const forgetDataset = (dataset: string): void => {
    for (const documents of [fresh, kept]) {
      for (const key of documents.keys()) {
        if (key.startsWith(`${dataset} `)) documents.delete(key)
      }
    }
  }
  const forget = (dataset: string, id: string): void => {
    fresh.delete(keyOf(dataset, id))
    kept.delete(keyOf(dataset, id))
  }

  return {
    beginIn(dataset, since) {
      // A revision that a client named can come again in the new dataset, with other content.
      if ((begun.get(dataset) ?? since) !== since) forgetDataset(dataset)
      begun.set(dataset, since)
    },
    get(dataset, id) {
      const key = keyOf(dataset, id)
      const known = fresh.get(key) ?? kept.get(key)
      const row = select.get(known?._rev ?? null, dataset, id)
      if (!row) {
        forget(dataset, id)
        return null
      }
      if (known && row['body'] === null) return known
      return remember(dataset, parsed(String(row['body'])))
    },
    put: (dataset, document) =>
      remember(dataset, isExactJson(document) ? document : parsed(textOf(document))),
    forget,
    textOf,
    isLong,
    keep() {
      for (const [key, document] of fresh) kept.set(key, document)
      fresh = new Map()
    },
    drop() {
      fresh = new Map()
    },
  }
}

/** Of paragraphs and the like: an edit of one leaves the others the same objects as before. */
const textsOfItems = new WeakMap<object, string | undefined>()

/** As `JSON.stringify` writes it. */
function textOfParts(document: LakeDocument): string {
  const fields: string[] = []
  for (const name of Object.keys(document)) {
    const value = document[name]
    const text = Array.isArray(value) ? textOfList(value) : JSON.stringify(value)
    if (text !== undefined) fields.push(`${JSON.stringify(name)}:${text}`)
  }
  return `{${fields.join(',')}}`
}

const textOfList = (items: readonly Json[]): string =>
  `[${items.map((item) => textOfItem(item) ?? 'null').join(',')}]`

function textOfItem(item: Json): string | undefined {
  if (typeof item !== 'object' || item === null) return JSON.stringify(item)
  const known = textsOfItems.get(item)
  if (known !== undefined) return known
  const text = JSON.stringify(item)
  textsOfItems.set(item, text)
  return text
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
