// Who refers to a document once a transaction is through.
import {referencesIn} from '../references.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Transaction} from './transaction.ts'

/**
 * Answers which documents refer to an id once the transaction is through: stored ones, less what it
 * changed, and what it wrote.
 */
export function referrersAfter(
  transaction: Transaction,
  documents: DocumentTable,
  dataset: string,
  strongOnly: boolean,
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
