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
  /** Call it when a query begins. */
  beginQuery(): void
}

/** Characters of the documents whose long fields were used last. Pages use the same few again and again. */
const CACHED_CHARACTERS = 4 * 1024 * 1024
/**
 * How many of them one query may add. A search that reads all documents would replace the whole cache. It would also take
 * three times the memory: a cached document lives so long that its memory is freed late.
 */
const CHARACTERS_OF_QUERY = CACHED_CHARACTERS / 4

/** @param read a document's JSON text as it is stored now; null for a missing document */
export function createLongFieldStore(read: (id: string) => string | null): DatasetLongFields {
  const cache = new LRUCache<string, Readonly<Record<string, Json>>>({maxSize: CACHED_CHARACTERS})
  const names = new Set<string>()
  /** Of the current query. */
  let added = 0
  /** Read last: a query uses several fields of a document, one after the other. */
  let last: {id: string; document: LakeDocument} | undefined

  const store = {
    load(id: string) {
      const known = last?.id === id ? last.document : cache.get(id)
      if (known) return known
      const text = read(id) ?? '{}'
      const document = JSON.parse(text) as LakeDocument
      last = {id, document}
      // A document longer than the limit is cached too, as the only one.
      const size = Math.min(text.length, CACHED_CHARACTERS)
      if (added < CHARACTERS_OF_QUERY) cache.set(id, document, {size})
      added += size
      return document
    },
  }
  return {
    names,
    forget(id) {
      cache.delete(id)
      if (last?.id === id) last = undefined
    },
    beginQuery() {
      added = 0
    },
    open({text, longFields}) {
      const document = JSON.parse(text) as LakeDocument
      for (const name of longFields?.names ?? []) names.add(name)
      return StoredDocument.of(document, store, longFields)
    },
  }
}
