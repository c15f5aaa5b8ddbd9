// The data folder of a bench: temporary, filled past the commit, and gone afterwards.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {documentTable, inTransaction, openDatabase, referencesIn} from '@copydesk/lake/store'
import type {LakeDocument} from '@copydesk/lake/types'
import {DATASET} from '../../server/newsroom-lake.ts'

/** Runs `work` with a folder that holds these documents; with nothing in it where there are none. */
export async function withFolder<T>(
  documents: Iterable<LakeDocument>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
  const discard = (): void => rmSync(folder, {recursive: true, force: true, maxRetries: 5})
  process.once('exit', discard)
  try {
    if (!Array.isArray(documents) || documents.length > 0) fill(folder, documents)
    return await work(folder)
  } finally {
    discard()
    process.removeListener('exit', discard)
  }
}

/** Past the commit: what is measured is how the lake lives with the documents. */
function fill(folder: string, documents: Iterable<LakeDocument>): void {
  const database = openDatabase(join(folder, 'lake.sqlite'))
  const table = documentTable(database)
  inTransaction(database, () => {
    for (const document of documents) table.put(DATASET, document, referencesIn(document))
  })
  database.close()
}
