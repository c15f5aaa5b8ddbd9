// Removes all rows of a deleted dataset in small steps, so that other writes do not wait. Only the
// log's entries about the dataset itself stay.
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as turn} from 'node:timers/promises'
import {inTransactionWhenFree} from '../store/database.ts'

/** Rows of each table that are removed in one transaction. */
const AT_ONCE = 500

const OF_LOG = `SELECT position FROM log
  WHERE dataset = ?1 AND dataset_event IS NULL ORDER BY position LIMIT ${AT_ONCE}`

/** Changes are removed before the log's entries that they belong to. */
const STATEMENTS = [
  `DELETE FROM documents WHERE dataset = ?1
     AND id IN (SELECT id FROM documents WHERE dataset = ?1 LIMIT ${AT_ONCE})`,
  `DELETE FROM heads WHERE dataset = ?1
     AND id IN (SELECT id FROM heads WHERE dataset = ?1 LIMIT ${AT_ONCE})`,
  `DELETE FROM document_references WHERE dataset = ?1
     AND source IN (SELECT source FROM document_references WHERE dataset = ?1 LIMIT ${AT_ONCE})`,
  `DELETE FROM log_changes WHERE position IN (${OF_LOG})`,
  `DELETE FROM log WHERE position IN (${OF_LOG})`,
  'DELETE FROM webhook_messages WHERE dataset = ?1',
  'DELETE FROM webhook_missed WHERE dataset = ?1',
  'DELETE FROM webhook_waiting WHERE dataset = ?1',
]

/**
 * @param isDeleted called within each transaction: another process may have finished, and somebody may
 *   have created the dataset again
 */
export async function clearDataset(
  database: DatabaseSync,
  dataset: string,
  isDeleted: () => boolean,
): Promise<void> {
  const statements = STATEMENTS.map((sql) => database.prepare(sql))
  const clearSome = (): boolean =>
    isDeleted() &&
    statements.map((statement) => Number(statement.run(dataset).changes)).some((rows) => rows > 0)
  while (await inTransactionWhenFree(database, clearSome)) await turn()
}
