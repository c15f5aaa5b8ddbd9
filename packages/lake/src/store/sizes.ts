// Sizes of a lake for monitoring: numbers that are cheap to read.
import {statSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'

export interface Sizes {
  /** By dataset. */
  documents(): {dataset: string; count: number}[]
  /** Size of the database file and its write-ahead log. */
  databaseBytes(): number
  /** Size of the uploaded pictures and files. */
  assetBytes(): number
}

/** Prepares the statements once. */
export function createSizes(database: DatabaseSync, file: string): Sizes {
  const documents = database.prepare(
    'SELECT dataset, count(*) AS n FROM documents GROUP BY dataset ORDER BY dataset',
  )
  const assets = database.prepare(
    `SELECT coalesce(sum(json_extract(body, '$.size')), 0) AS n FROM documents
     WHERE dataset IN (SELECT name FROM datasets) AND type IN ('sanity.imageAsset', 'sanity.fileAsset')`,
  )
  const bytesOf = (path: string): number => statSync(path, {throwIfNoEntry: false})?.size ?? 0
  return {
    documents: () =>
      documents.all().map(({dataset, n}) => ({dataset: String(dataset), count: Number(n)})),
    databaseBytes: () => bytesOf(file) + bytesOf(`${file}-wal`),
    assetBytes: () => Number(assets.get()?.['n'] ?? 0),
  }
}
