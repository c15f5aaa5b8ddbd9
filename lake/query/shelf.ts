// The long parts of a dataset's documents: left in the database, read as they are asked for.
import {referencesOf} from '../groq/references.ts'
import {targetsOf} from '../references.ts'
import {StoredDocument} from '../stored-document.ts'
import type {Json, LakeDocument} from '../types.ts'

export interface BodyShelf {
  /** The document with its long parts left out of memory. */
  shelve(document: LakeDocument): LakeDocument
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
  const isLong = (value: Json, name: string): boolean => {
    const isSo = isPortableText(value)
      ? isLongerThan(LONG_TEXT, value)
      : typeof value === 'string' && value.length > LONG_STRING
    if (isSo) names.add(name)
    return isSo
  }
  return {
    names,
    forget: (id) => void kept.delete(id),
    shelve: (document) => StoredDocument.of(document, shelf, isLong, referredIn),
  }
}

/** Letters, about: below, a document costs more to fetch than its text to keep. */
const LONG_TEXT = 400
const LONG_STRING = 4_000

const isPortableText = (value: Json): value is Json[] =>
  Array.isArray(value) &&
  value.some((block) => typeof block === 'object' && block !== null && 'children' in block)

/** Whether a value has more letters, all its strings together; stops counting as soon as it has. */
function isLongerThan(most: number, value: Json): boolean {
  let left = most
  const count = (inner: Json): void => {
    if (left < 0) return
    if (typeof inner === 'string') left -= inner.length
    else if (Array.isArray(inner)) inner.forEach(count)
    else if (typeof inner === 'object' && inner !== null) Object.values(inner).forEach(count)
  }
  count(value)
  return left < 0
}

function referredIn(parts: readonly Json[]): {references: string[]; targets: string[]} {
  const references = [...referencesOf(parts)]
  const targets = [...targetsOf(parts)]
  const isSame =
    targets.length === references.length && targets.every((id, n) => id === references[n])
  return {references, targets: isSame ? references : targets}
}
