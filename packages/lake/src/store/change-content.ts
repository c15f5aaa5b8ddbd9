// Column `content` of the table `log_changes`: what was asked for, and how a document changed by it.
import type {RawPatch} from 'mendoza'
import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib'
import type {Mutation} from '../types.ts'

export interface ChangeContent {
  mutations: Mutation[]
  /** Mendoza patches on the document without `_rev`. */
  apply: RawPatch
  revert: RawPatch
}

/** Characters. Compressing a shorter text, such as that of a keystroke, saves little and takes time. */
const LONG = 1_000

/** JSON text; compressed with zstd, as bytes, if it is long. A new document is in it twice, which compression undoes. */
export function packContent({mutations, apply, revert}: ChangeContent): string | Uint8Array {
  const text = JSON.stringify([mutations, apply, revert])
  return text.length < LONG ? text : zstdCompressSync(text)
}

export function unpackContent(stored: unknown): ChangeContent {
  const [mutations, apply, revert] = JSON.parse(textOf(stored)) as [Mutation[], RawPatch, RawPatch]
  return {mutations, apply, revert}
}

function textOf(stored: unknown): string {
  return stored instanceof Uint8Array ? zstdDecompressSync(stored).toString() : String(stored)
}

/** Adds the function `content_text(content)` to a connection, which answers the JSON text. */
export function addContentText(database: DatabaseSync): void {
  const options = {deterministic: true, directOnly: true}
  database.function('content_text', options, (stored: SQLOutputValue) => textOf(stored))
}

/** Index of the migration that creates the table `packed_changes`. */
export const PACKING_MIGRATION = 9

/** Changes between two reports of progress. */
const STEP = 10_000

/**
 * Packs the changes that an older version logged. Their whole documents go: `documents-of-changes.ts` makes them again.
 *
 * @param onProgress how many changes were packed, and of how many
 */
export function packOldChanges(
  database: DatabaseSync,
  onProgress: (done: number, of: number) => void = () => {},
): void {
  const count = Number(database.prepare('SELECT count(*) AS n FROM log_changes').get()?.['n'])
  const insert = database.prepare(`INSERT INTO packed_changes VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const rows = database.prepare(
    `SELECT position, ordinal, dataset, document_id, previous_rev, result_rev,
       '[' || mutations || ',' || apply || ',' || revert || ']' AS content
     FROM log_changes ORDER BY position, ordinal`,
  )
  let done = 0
  for (const {content, ...rest} of rows.iterate()) {
    const text = String(content)
    const packed = text.length < LONG ? text : zstdCompressSync(text)
    insert.run(...Object.values(rest), packed)
    done += 1
    if (done % STEP === 0 || done === count) onProgress(done, count)
  }
  database.exec(`
    INSERT INTO settings (key, value)
      SELECT 'history.wholeAfter', coalesce((SELECT min(position) - 1 FROM log_bodies), max(position))
      FROM log HAVING max(position) IS NOT NULL;
    DROP TABLE log_bodies;
    DROP TABLE log_changes;
    ALTER TABLE packed_changes RENAME TO log_changes;
    CREATE INDEX log_changes_by_document ON log_changes (dataset, document_id, position);
  `)
}
