// The long parts of a dataset's documents: left in the database, read as they are asked for.
import type {Head} from '../store/heads.ts'
import {StoredDocument} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from '../types.ts'

export interface BodyShelf {
  /** A document with its long parts left out of memory. */
  shelve(head: Head): LakeDocument
  /** Names of all parts that were left out, of whichever document. */
  names: ReadonlySet<string>
  /** To be called when a document has changed. */
  forget(id: string): void
}

/** Letters of documents whose long parts were asked for last: pages ask for the same few again and again. */
const MOST_LETTERS = 4 * 1024 * 1024

interface Kept {
  document: Readonly<Record<string, Json>>
  letters: number
}

/** @param read a document's JSON text as it is stored now; null where there is none */
export function createShelf(read: (id: string) => string | null): BodyShelf {
  const kept = new Map<string, Kept>()
  const names = new Set<string>()
  let letters = 0

  const forget = (id: string): void => {
    letters -= kept.get(id)?.letters ?? 0
    kept.delete(id)
  }

  const take = (id: string): Kept => {
    const text = read(id) ?? '{}'
    letters += text.length
    return {document: JSON.parse(text) as Kept['document'], letters: text.length}
  }

  const shelf = {
    load(id: string) {
      const one = kept.get(id) ?? take(id)
      kept.delete(id)
      kept.set(id, one)
      for (const oldest of kept.keys()) {
        if (letters <= MOST_LETTERS || oldest === id) break
        forget(oldest)
      }
      return one.document
    },
  }
  return {
    names,
    forget,
    shelve({text, shelved}) {
      const document = JSON.parse(text) as LakeDocument
      for (const name of shelved?.names ?? []) names.add(name)
      return StoredDocument.of(document, shelf, shelved)
    },
  }
}
