// Table `heads`: a short copy, without long fields, of each document that has any. A query thread reads these
// copies into memory and not the long texts.
import type {DatabaseSync} from 'node:sqlite'
import {splitLongFields} from '../long-fields.ts'
import type {LongFields} from '@copydesk/groq/documents'
import type {LakeDocument} from '../types.ts'

/** A document without its long fields. */
export interface ShortDocument {
  /** Its JSON text, with null in place of each long field. */
  text: string
  /** Undefined for a document without long fields. */
  longFields?: LongFields
}

export interface ShortDocumentTable {
  /** Null for a document without long fields. */
  get(dataset: string, id: string): ShortDocument | null
  /** Of all documents with long fields, ascending by `_id`. */
  all(dataset: string): Generator<{id: string; short: ShortDocument}>
  /** Stores or removes the short copy of a document that is being written. */
  put(dataset: string, document: LakeDocument): void
  remove(dataset: string, id: string): void
}

/** Prepares the statements once. */
export function shortDocumentTable(database: DatabaseSync): ShortDocumentTable {
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
      return row ? shortDocumentIn(row) : null
    },
    *all(dataset) {
      for (const row of all.iterate(dataset)) {
        yield {id: String(row['id']), short: shortDocumentIn(row)}
      }
    },
    put(dataset, document) {
      const {_id: id} = document
      const split = splitLongFields(document)
      if (!split) remove.run(dataset, id)
      else put.run(dataset, id, JSON.stringify(split.short), JSON.stringify(split.longFields))
    },
    remove: (dataset, id) => void remove.run(dataset, id),
  }
}

const shortDocumentIn = (row: Record<string, unknown>): ShortDocument => ({
  text: String(row['head']),
  longFields: JSON.parse(String(row['shelved'])) as LongFields,
})

/** Index of the migration that creates the table. */
export const SHORT_DOCUMENTS_MIGRATION = 4

/** Documents between two reports of progress. */
const STEP = 10_000

/**
 * Fills the table from documents that are older than it.
 *
 * @param onProgress how many documents were looked at, and of how many
 */
export function fillShortDocuments(
  database: DatabaseSync,
  onProgress: (done: number, of: number) => void = () => {},
): void {
  const table = shortDocumentTable(database)
  const count = Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n'])
  const bodies = database.prepare('SELECT dataset, body FROM documents')
  let done = 0
  for (const {dataset, body} of bodies.iterate()) {
    table.put(String(dataset), JSON.parse(String(body)) as LakeDocument)
    done += 1
    if (done % STEP === 0 || done === count) onProgress(done, count)
  }
}
