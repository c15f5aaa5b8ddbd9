// Takes a document's content out of the log for good. What is left says that it was there and is gone.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from './database.ts'

export interface Erasing {
  /** The ids under which a document is or ever was: its own, its draft's, its versions'. */
  copiesOf(dataset: string, publishedId: string): string[]
  /**
   * Documents that hold, or ever held, one of these pieces of JSON, ascending.
   *
   * @param ids which documents, as SQLite's GLOB
   */
  holding(dataset: string, ids: string, pieces: readonly string[]): string[]
  /**
   * Erases what the log holds of documents that are deleted already. Of each its deletion stays, with
   * its time and who did it, and without what was deleted.
   *
   * @returns how many revisions were erased
   * @throws Error where one of them is there still
   */
  erase(dataset: string, ids: readonly string[]): number
  /** Overwrites in the files what was erased. False where others read just then: they hold it still. */
  scrubFiles(): boolean
}

/** Prepares the statements once. What this connection deletes is overwritten with zeros. */
export function createErasing(database: DatabaseSync): Erasing {
  database.exec('PRAGMA secure_delete = ON')
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
  const newest = database.prepare(
    `SELECT position, ordinal, result_rev FROM log_changes
     WHERE dataset = ? AND document_id = ? ORDER BY position DESC LIMIT 1`,
  )
  const isThere = database.prepare('SELECT 1 FROM documents WHERE dataset = ? AND id = ?')
  const forget = database.prepare(
    `DELETE FROM log_changes
     WHERE dataset = ? AND document_id = ? AND NOT (position = ? AND ordinal = ?)`,
  )
  const empty = database.prepare(
    `UPDATE log_changes SET previous_rev = NULL, mutations = ?, apply = '[0,null]', revert = '[0,null]'
     WHERE position = ? AND ordinal = ?`,
  )
  // Whoever resumes from before is told to begin anew: without whole documents nobody can go on.
  const bodies = database.prepare('DELETE FROM log_bodies WHERE position <= ?')
  const messages = database.prepare(
    'DELETE FROM webhook_messages WHERE dataset = ? AND document_id = ?',
  )
  const missed = database.prepare(
    'DELETE FROM webhook_missed WHERE dataset = ? AND document_id = ?',
  )

  return {
    copiesOf: (dataset, publishedId) => copies.all(dataset, publishedId).map(({id}) => String(id)),
    holding: (dataset, ids, pieces) =>
      [
        ...new Set(
          pieces.flatMap((piece) => holding.all(dataset, ids, piece).map(({id}) => String(id))),
        ),
      ].toSorted(),
    erase: (dataset, ids) =>
      inTransaction(database, () => {
        let erased = 0
        for (const id of ids) {
          if (isThere.get(dataset, id)) throw new Error(`${id} is there still: delete it first.`)
          messages.run(dataset, id)
          missed.run(dataset, id)
          const last = newest.get(dataset, id)
          if (!last) continue
          const [position, ordinal] = [Number(last['position']), Number(last['ordinal'])]
          erased += Number(forget.run(dataset, id, position, ordinal).changes)
          empty.run(JSON.stringify([{delete: {id}}]), position, ordinal)
          bodies.run(position)
        }
        return erased
      }),
    scrubFiles() {
      // Deleted earlier, by connections that overwrote nothing.
      database.exec('VACUUM')
      return Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0
    },
  }
}
