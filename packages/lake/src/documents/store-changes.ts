// Writes the changes of a transaction: documents, references and log.
import {mendozaDiff} from '../mendoza.ts'
import {haveSameReferences, referencesIn, type DocumentReference} from '../references.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LoggedEntry, LogTable} from '../store/log.ts'
import type {Change, LakeDocument, LogEntry} from '../types.ts'
import {asRead} from './json-document.ts'

export interface StoreOptions {
  documents: DocumentTable
  log: LogTable
}

/**
 * Returns the log's entry. Call it inside a write transaction.
 * @param entry with the digest of the request, by which a repeated request is recognized
 */
export function storeChanges(
  entry: Omit<LogEntry, 'position' | 'datasetEvent'> & {digest: string},
  {documents, log}: StoreOptions,
): LoggedEntry {
  const {digest, ...rest} = entry
  const {dataset} = entry
  const store = ({id, previous, result: document}: Change): LakeDocument | null => {
    if (!document) {
      documents.remove(dataset, id)
      return null
    }
    const text = documents.put(dataset, document, newReferences(previous, document))
    return asRead(document, text)
  }
  const unplaced = {
    ...rest,
    changes: entry.changes.map((change) => ({
      ...change,
      result: store(change),
      apply: mendozaDiff(change.previous, change.result),
      revert: mendozaDiff(change.result, change.previous),
    })),
  }
  const position = log.append({...unplaced, digest})
  return {...unplaced, position}
}

/** Undefined if they have surely not changed. */
function newReferences(
  previous: LakeDocument | null,
  result: LakeDocument,
): DocumentReference[] | undefined {
  return previous && haveSameReferences(previous, result) ? undefined : referencesIn(result)
}
