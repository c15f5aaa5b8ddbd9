// The long parts of a dataset's documents: left in the database, read as they are asked for.
import {StoredDocument} from '../stored-document.ts'
import type {Json, LakeDocument} from '../types.ts'
import {skim} from './skim.ts'

export interface BodyShelf {
  /** A document, from its JSON text, with its long parts left out of memory. */
  shelve(text: string): LakeDocument
  /** Names of all parts that were left out, of whichever document. */
  names: ReadonlySet<string>
  /** To be called when a document has changed. */
  forget(id: string): void
}

/** Documents whose long parts were asked for last: pages ask for the same few again and again. */
const MOST_KEPT = 200

/** @param read a document as it is stored now; null where there is none */
export function createShelf(read: (id: string) => LakeDocument | null): BodyShelf {
  const kept = new Map<string, Readonly<Record<string, Json>>>()
  const names = new Set<string>()
  const shelf = {
    load(id: string) {
      const document = kept.get(id) ?? read(id) ?? {}
      kept.delete(id)
      kept.set(id, document)
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_KEPT) break
        kept.delete(oldest)
      }
      return document
    },
  }
  return {
    names,
    forget: (id) => void kept.delete(id),
    shelve(text) {
      const {document, shelved} = skim(text)
      for (const name of shelved?.names ?? []) names.add(name)
      return StoredDocument.of(document, shelf, shelved)
    },
  }
}
