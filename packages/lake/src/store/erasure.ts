// Erases a document's content from the log for good. Only its existence and deletion are still
// recorded.
import type {DatabaseSync} from 'node:sqlite'
import {addContentText, packContent} from './change-content.ts'
import {inTransaction} from './database.ts'
import {erasedUpToSetting} from './erased-up-to.ts'
import {wholeAfterSetting} from './position-setting.ts'

interface ContentFinder {
  /** All IDs that the document ever had: its own, its draft's, its versions'. */
  copiesOf(dataset: string, publishedId: string): string[]
  /**
   * Documents that contain, or ever contained, one of these pieces of JSON, ascending.
   * @param ids pattern of the documents' IDs for SQLite's GLOB
   */
  holding(dataset: string, ids: string, pieces: readonly string[]): string[]
}

interface ContentEraser {
  /**
   * Erases the log's content of documents that are already deleted. The record of the deletion
   * stays, with its time and author.
   * @returns number of erased revisions
   * @throws Error if a document still exists
   */
  erase(dataset: string, ids: readonly string[]): number
  /**
   * Overwrites erased content in the files. False if another connection was reading: then the files
   * still contain it.
   */
  scrubFiles(): boolean
}

export interface Erasure extends ContentFinder, ContentEraser {}

/** Prepares the statements once. Content that this connection deletes is overwritten with zeros. */
export function createErasure(database: DatabaseSync): Erasure {
  database.exec('PRAGMA secure_delete = ON')
  return {...contentFinder(database), ...contentEraser(database)}
}

function contentFinder(database: DatabaseSync): ContentFinder {
  const copies = database.prepare(
    `SELECT document_id AS id FROM log_changes WHERE dataset = ?1 AND
       (document_id IN (?2, 'drafts.' || ?2) OR document_id GLOB 'versions.*.' || ?2)
     UNION SELECT id FROM documents WHERE dataset = ?1 AND
       (id IN (?2, 'drafts.' || ?2) OR id GLOB 'versions.*.' || ?2) ORDER BY id`,
  )
  addContentText(database)
  const holding = database.prepare(
    `SELECT document_id AS id FROM log_changes WHERE dataset = ?1 AND document_id GLOB ?2
       AND instr(content_text(content), ?3) > 0
     UNION SELECT id FROM documents
       WHERE dataset = ?1 AND id GLOB ?2 AND instr(body, ?3) > 0 ORDER BY id`,
  )
  return {
    copiesOf: (dataset, publishedId) => copies.all(dataset, publishedId).map(({id}) => String(id)),
    holding(dataset, ids, pieces) {
      const found = new Set<string>()
      for (const piece of pieces) {
        for (const {id} of holding.all(dataset, ids, piece)) found.add(String(id))
      }
      return [...found].toSorted()
    },
  }
}

function contentEraser(database: DatabaseSync): ContentEraser {
  const newest = database.prepare(
    `SELECT position, ordinal, result_rev FROM log_changes
     WHERE dataset = ? AND document_id = ? ORDER BY position DESC LIMIT 1`,
  )
  const stored = database.prepare('SELECT 1 FROM documents WHERE dataset = ? AND id = ?')
  const forget = database.prepare(
    `DELETE FROM log_changes
     WHERE dataset = ? AND document_id = ? AND NOT (position = ? AND ordinal = ?)`,
  )
  const empty = database.prepare(
    `UPDATE log_changes SET previous_rev = NULL, content = ? WHERE position = ? AND ordinal = ?`,
  )
  // A stream that resumes from an earlier position must start again.
  const wholeAfter = wholeAfterSetting(database)
  const messages = database.prepare(
    'DELETE FROM webhook_messages WHERE dataset = ? AND document_id = ?',
  )
  const missed = database.prepare(
    'DELETE FROM webhook_missed WHERE dataset = ? AND document_id = ?',
  )
  const erasedUpTo = erasedUpToSetting(database)
  const eraseOne = (dataset: string, id: string): number => {
    if (stored.get(dataset, id)) throw new Error(`${id} still exists: delete it first.`)
    messages.run(dataset, id)
    missed.run(dataset, id)
    const last = newest.get(dataset, id)
    if (!last) return 0
    const [position, ordinal] = [Number(last['position']), Number(last['ordinal'])]
    const erased = Number(forget.run(dataset, id, position, ordinal).changes)
    const nothing = packContent({mutations: [{delete: {id}}], apply: [0, null], revert: [0, null]})
    empty.run(nothing, position, ordinal)
    wholeAfter.raise(position)
    return erased
  }
  return {
    erase: (dataset, ids) =>
      inTransaction(database, () => {
        if (ids.length > 0) erasedUpTo.note()
        return ids.reduce((sum, id) => sum + eraseOne(dataset, id), 0)
      }),
    scrubFiles() {
      // Earlier deletions were not overwritten.
      database.exec('VACUUM')
      return emptyJournal(database)
    },
  }
}

/** Moves the write-ahead log into the database file. False if another connection was reading. */
export const emptyJournal = (database: DatabaseSync): boolean =>
  Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0
