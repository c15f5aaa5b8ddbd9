// The documents before and after changes of the log. The log stores patches only: each revision is made from the one
// after it, beginning with the current document.
import {applyPatch, type RawPatch} from 'mendoza'
import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../types.ts'
import {unpackContent} from './change-content.ts'

/** A row of the table `log_changes`. */
export type ChangeRow = Record<string, unknown>

export interface Documents {
  previous: LakeDocument | null
  result: LakeDocument | null
}

/** Applies a patch to a revision, to get the one before it. Patches do not contain `_rev`. */
export function oneBack(
  state: LakeDocument | null,
  revert: RawPatch,
  previousRev: string | null,
): LakeDocument | null {
  const {_rev, ...content} = state ?? ({} as LakeDocument)
  const before = applyPatch(state === null ? null : content, revert) as LakeDocument | null
  return before === null || previousRev === null ? null : {...before, _rev: previousRev}
}

/**
 * Prepares the statements once. Call the answered function and read the rows at one moment, in one transaction.
 *
 * @returns finds the documents of each given row. A row whose documents cannot be made, because its dataset is being
 * deleted, is not among them
 */
export function documentsOfChanges(
  database: DatabaseSync,
): (rows: readonly ChangeRow[]) => Map<ChangeRow, Documents> {
  const current = database.prepare('SELECT body FROM documents WHERE dataset = ? AND id = ?')
  const later = database.prepare(
    `SELECT position, previous_rev, result_rev, content FROM log_changes
     WHERE dataset = ? AND document_id = ? AND position >= ? ORDER BY position DESC`,
  )
  const currentOf = (dataset: string, id: string): LakeDocument | null => {
    const row = current.get(dataset, id)
    return row ? (JSON.parse(String(row['body'])) as LakeDocument) : null
  }
  const addDocuments = (rows: readonly ChangeRow[], found: Map<ChangeRow, Documents>): void => {
    const [first] = rows
    if (!first) return
    const [dataset, id] = [String(first['dataset']), String(first['document_id'])]
    const wanted = new Map(rows.map((row) => [Number(row['position']), row]))
    let state = currentOf(dataset, id)
    for (const row of later.iterate(dataset, id, Number(first['position']))) {
      if ((row['result_rev'] ?? null) !== (state?._rev ?? null)) return
      // Unpacking takes long, and nothing was there before a document was created.
      const previous =
        row['previous_rev'] === null
          ? null
          : oneBack(state, unpackContent(row['content']).revert, String(row['previous_rev']))
      const asked = wanted.get(Number(row['position']))
      if (asked) found.set(asked, {previous, result: state})
      state = previous
    }
  }
  return (rows) => {
    const found = new Map<ChangeRow, Documents>()
    // A transaction changes a document once.
    const byDocument = Map.groupBy(
      rows,
      (row) => `${String(row['dataset'])} ${String(row['document_id'])}`,
    )
    for (const changes of byDocument.values()) addDocuments(changes, found)
    return found
  }
}
