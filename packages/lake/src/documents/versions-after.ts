// Finds the versions of a release after a transaction.
import {versionPrefix} from '../release.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Transaction} from './transaction.ts'

/** Stored versions and created ones, without deleted ones. */
export function versionsAfter(
  transaction: Pick<Transaction, 'changes'>,
  documents: Pick<DocumentTable, 'idsUnder'>,
  dataset: string,
): (release: string) => string[] {
  return (release) => {
    const prefix = versionPrefix(release)
    const ids = new Set(documents.idsUnder(dataset, prefix))
    for (const {id, result} of transaction.changes()) {
      if (!id.startsWith(prefix)) continue
      if (result) ids.add(id)
      else ids.delete(id)
    }
    return [...ids].toSorted()
  }
}
