// Finds the documents that refer to a document after a transaction.
import {referencesIn} from '../references.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Transaction} from './transaction.ts'

export interface ReferrersOptions {
  documents: Pick<DocumentTable, 'referencing'>
  dataset: string
  strongOnly: boolean
}

/** Returns IDs from the stored documents, updated by the transaction's changes so far. */
export function referrersIn(
  transaction: Transaction,
  options: ReferrersOptions,
): (id: string) => string[] {
  let written = -1
  let find: (id: string) => string[] = () => []
  return (id) => {
    // Computed again only after the transaction has written more.
    const {length} = transaction.results()
    if (length !== written) find = referrersSoFar(transaction, options)
    written = length
    return find(id)
  }
}

function referrersSoFar(
  transaction: Transaction,
  {documents, dataset, strongOnly}: ReferrersOptions,
): (id: string) => string[] {
  const changed = new Set<string>()
  const fresh = new Map<string, Set<string>>()
  for (const {id, result} of transaction.changes()) {
    changed.add(id)
    for (const {target, weak} of result ? referencesIn(result) : []) {
      if (strongOnly && weak) continue
      const sources = fresh.get(target) ?? new Set()
      fresh.set(target, sources.add(id))
    }
  }
  return (id) => {
    const stored = documents
      .referencing(dataset, id, {strongOnly})
      .filter((referrer) => !changed.has(referrer))
    return [...stored, ...(fresh.get(id) ?? [])].filter((referrer) => referrer !== id)
  }
}
