// Erases a document's content from the log for good. What is left says that it existed and was deleted.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from './database.ts'

interface ContentFinder {
  /** The IDs under which a document is or ever was: its own, its draft's, its versions'. */
  copiesOf(dataset: string, publishedId: string): string[]
  /**
   * Documents that hold, or ever held, one of these pieces of JSON, ascending.
   *
   * @param ids which documents, as SQLite's GLOB
   */
  holding(dataset: string, ids: string, pieces: readonly string[]): string[]
}

interface ContentEraser {
  /**
   * Erases what the log holds of documents that are deleted already. Of each its deletion stays, with its
   * time and author, and without what was deleted.
   *
   * @returns how many revisions were erased
   * @throws Error where a document still exists
   */
  erase(dataset: string, ids: readonly string[]): number
  /** Overwrites in the files what was erased. False where somebody was reading: the files still hold it. */
  scrubFiles(): boolean
}

export interface Erasure extends ContentFinder, ContentEraser {}

/** Prepares the statements once. What this connection deletes is overwritten with zeros. */
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
  const holding = database.prepare(
    `SELECT document_id AS id FROM log_changes WHERE dataset = ?1 AND document_id GLOB ?2
       AND (instr(apply, ?3) > 0 OR instr(revert, ?3) > 0)
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
    `UPDATE log_changes SET previous_rev = NULL, mutations = ?, apply = '[0,null]', revert = '[0,null]'
     WHERE position = ? AND ordinal = ?`,
  )
  // A stream that resumes from before must start again: without whole documents it cannot continue.
  const bodies = database.prepare('DELETE FROM log_bodies WHERE position <= ?')
  const messages = database.prepare(
    'DELETE FROM webhook_messages WHERE dataset = ? AND document_id = ?',
  )
  const missed = database.prepare(
    'DELETE FROM webhook_missed WHERE dataset = ? AND document_id = ?',
  )
  const eraseOne = (dataset: string, id: string): number => {
    if (stored.get(dataset, id)) throw new Error(`${id} still exists: delete it first.`)
    messages.run(dataset, id)
    missed.run(dataset, id)
    const last = newest.get(dataset, id)
    if (!last) return 0
    const [position, ordinal] = [Number(last['position']), Number(last['ordinal'])]
    const erased = Number(forget.run(dataset, id, position, ordinal).changes)
    empty.run(JSON.stringify([{delete: {id}}]), position, ordinal)
    bodies.run(position)
    return erased
  }
  return {
    erase: (dataset, ids) =>
      inTransaction(database, () => ids.reduce((sum, id) => sum + eraseOne(dataset, id), 0)),
    scrubFiles() {
      // Earlier deletions, of connections that overwrote nothing.
      database.exec('VACUUM')
      return Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0
    },
  }
}
