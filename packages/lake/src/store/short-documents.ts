// Table `heads`: documents with long parts once more without these, so that they can be had without
// reading the long ones.
import type {DatabaseSync} from 'node:sqlite'
import {skim} from '../long-fields.ts'
import type {LongFields} from '@copydesk/groq/documents'
import type {LakeDocument} from '../types.ts'

/** A document without its long parts. */
export interface Head {
  /** Its JSON text, with null in place of these. */
  text: string
  /** Which they are; undefined where there are none. */
  shelved?: LongFields
}

export interface HeadTable {
  /** Null for a document that has no long parts. */
  get(dataset: string, id: string): Head | null
  /** Of all documents with long parts, ascending by `_id`. */
  all(dataset: string): Generator<{id: string; head: Head}>
  /** Takes over a document as it is written. */
  put(dataset: string, document: LakeDocument): void
  remove(dataset: string, id: string): void
}

/** Prepares the statements once. */
export function headTable(database: DatabaseSync): HeadTable {
  const get = database.prepare('SELECT head, shelved FROM heads WHERE dataset = ? AND id = ?')
  const all = database.prepare('SELECT id, head, shelved FROM heads WHERE dataset = ? ORDER BY id')
  const put = database.prepare(
    `INSERT INTO heads (dataset, id, head, shelved) VALUES (?, ?, ?, ?)
     ON CONFLICT (dataset, id) DO UPDATE SET head = excluded.head, shelved = excluded.shelved`,
  )
  const remove = database.prepare('DELETE FROM heads WHERE dataset = ? AND id = ?')
  return {
    get(dataset, id) {
      const row = get.get(dataset, id)
      return row ? headIn(row) : null
    },
    *all(dataset) {
      for (const row of all.iterate(dataset)) yield {id: String(row['id']), head: headIn(row)}
    },
    put(dataset, document) {
      const {_id: id} = document
      const skimmed = skim(document)
      if (!skimmed) remove.run(dataset, id)
      else put.run(dataset, id, JSON.stringify(skimmed.head), JSON.stringify(skimmed.shelved))
    },
    remove: (dataset, id) => void remove.run(dataset, id),
  }
}

const headIn = (row: Record<string, unknown>): Head => ({
  text: String(row['head']),
  shelved: JSON.parse(String(row['shelved'])) as LongFields,
})

/** The migration that made the table. */
export const HEADS = 4

/** How many documents are looked at between two reports. */
const STEP = 10_000

/**
 * Fills the table from documents that were written before there was one.
 *
 * @param onProgress how many documents were looked at, and of how many
 */
export function fillHeads(
  database: DatabaseSync,
  onProgress: (done: number, of: number) => void = () => {},
): void {
  const heads = headTable(database)
  const count = Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n'])
  const bodies = database.prepare('SELECT dataset, body FROM documents')
  let done = 0
  for (const {dataset, body} of bodies.iterate()) {
    heads.put(String(dataset), JSON.parse(String(body)) as LakeDocument)
    done += 1
    if (done % STEP === 0 || done === count) onProgress(done, count)
  }
}
