// The long parts of a dataset's documents: left in the database, read as they are asked for.
import {LRUCache} from 'lru-cache'
import type {Head} from '../store/short-documents.ts'
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

/** @param read a document's JSON text as it is stored now; null where there is none */
export function createShelf(read: (id: string) => string | null): BodyShelf {
  const kept = new LRUCache<string, Readonly<Record<string, Json>>>({maxSize: MOST_LETTERS})
  const names = new Set<string>()

  const shelf = {
    load(id: string) {
      const known = kept.get(id)
      if (known) return known
      const text = read(id) ?? '{}'
      const document = JSON.parse(text) as LakeDocument
      // A document longer than the limit is kept, too, without any other.
      kept.set(id, document, {size: Math.min(text.length, MOST_LETTERS)})
      return document
    },
  }
  return {
    names,
    forget: (id) => void kept.delete(id),
    shelve({text, shelved}) {
      const document = JSON.parse(text) as LakeDocument
      for (const name of shelved?.names ?? []) names.add(name)
      return StoredDocument.of(document, shelf, shelved)
    },
  }
}
