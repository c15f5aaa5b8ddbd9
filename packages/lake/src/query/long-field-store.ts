// Leaves the long fields of a dataset's documents in the database and reads them when they are used.
import {LRUCache} from 'lru-cache'
import type {ShortDocument} from '../store/short-documents.ts'
import {StoredDocument} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from '../types.ts'

export interface DatasetLongFields {
  /** The whole document. Its long fields are read when they are used. */
  open(short: ShortDocument): LakeDocument
  /** Names of all long fields of the documents opened so far. */
  names: ReadonlySet<string>
  /** Call it when a document has changed. */
  forget(id: string): void
}

/** Characters of the documents whose long fields were used last. Pages use the same few again and again. */
const CACHED_CHARACTERS = 4 * 1024 * 1024

/** @param read a document's JSON text as it is stored now; null for a missing document */
export function createLongFieldStore(read: (id: string) => string | null): DatasetLongFields {
  const cache = new LRUCache<string, Readonly<Record<string, Json>>>({maxSize: CACHED_CHARACTERS})
  const names = new Set<string>()

  const store = {
    load(id: string) {
      const known = cache.get(id)
      if (known) return known
      const text = read(id) ?? '{}'
      const document = JSON.parse(text) as LakeDocument
      // A document longer than the limit is cached too, as the only one.
      cache.set(id, document, {size: Math.min(text.length, CACHED_CHARACTERS)})
      return document
    },
  }
  return {
    names,
    forget: (id) => void cache.delete(id),
    open({text, longFields}) {
      const document = JSON.parse(text) as LakeDocument
      for (const name of longFields?.names ?? []) names.add(name)
      return StoredDocument.of(document, store, longFields)
    },
  }
}
