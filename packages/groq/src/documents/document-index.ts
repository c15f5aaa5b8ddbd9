// Documents in memory in the order in which GROQ's `*` yields them, with the look-ups that narrow.
import {LRUCache} from 'lru-cache'
import {isVersionOf} from '../functions/sanity.ts'
import {referencesOf} from '../references.ts'
import {publishedIdOf, releaseIdOf} from './ids.ts'
import {StoredDocument} from './stored-document.ts'
import type {LakeDocument} from '../types.ts'
import {cached} from './cached.ts'
import {createFieldIndex, isSimple, type FieldIndex, type Simple} from './field-index.ts'
import {createOrderedIndex, type OrderedIndex} from './ordered-index.ts'
import {createOrdersAmong, type OrdersAmong} from './orders-among.ts'
import {spliceIn, spliceOut, startingWith} from './sorted-list.ts'

/** A part of documents by which they are looked up. */
export interface Field {
  /** Of two with one name each says the same. */
  name: string
  /** The attributes that it looks at; `*` for the whole document. */
  names: readonly string[]
  /** Looked up by what its list holds (`"x" in tags`), not by its own value (`status == "x"`). */
  isList?: boolean
  valueOf(document: LakeDocument): unknown
}

/** The documents whose field is the value, or a list that holds it. */
export interface Among {
  field: Field
  value: Simple
}

/** What a query sees. */
export interface Documents {
  /** Names of parts that are in the database and not in memory: there is no index of them. */
  readonly shelved: ReadonlySet<string>
  /** Ascending by `_id`. Never change it, or a document in it. */
  readonly all: readonly LakeDocument[]
  get(id: string): LakeDocument | undefined
  /** Ascending by `_id`. */
  ofType(type: string): readonly LakeDocument[]
  /** Documents that hold a reference to `id`, ascending by `_id`. */
  referencing(id: string): readonly LakeDocument[]
  /** Documents whose ids begin so, ascending. */
  under(prefix: string): readonly LakeDocument[]
  /** A published id's document, its draft and its versions in releases, ascending by `_id`. */
  versionsOf(id: string): readonly LakeDocument[]
  /** A release's versions, whatever ids they are shown under; ascending by `_id`. */
  inRelease(name: string): readonly LakeDocument[]
  /**
   * Documents (of one type) whose field is the value, or a list that holds it; ascending by `_id`.
   * Undefined where no index can be had of the field.
   */
  having(field: Field, value: Simple, type?: string): readonly LakeDocument[] | undefined
  /**
   * All documents (of one type), or those that have one value, in the order of a field; undefined where
   * no index can be had.
   */
  ordered(field: Field, type?: string, among?: Among): OrderedIndex | undefined
}

export interface DocumentIndex extends Documents {
  /** Takes over a document; false where it is there already. */
  put(document: LakeDocument): boolean
  /** False where there is none. */
  remove(id: string): boolean
}

/** What an index shows of another one: most of its documents. */
export interface Shown {
  /** Where they are looked up. */
  below: Pick<Documents, 'get'>
  /** Ids under which there is something else, or nothing. */
  other: Map<string, LakeDocument | undefined>
}

/** What is kept up to date with each commit. */
interface Kept {
  names?: readonly string[]
  /** The one type that it is about; undefined for all. */
  type?: string | undefined
  index: Pick<FieldIndex, 'add' | 'remove'>
}

/** Those asked for last: whoever may ask anything must not fill the memory. */
const MAX_FIELDS = 24
/** Orders among those that have a value: of authors by date, of topics by title. */
const MAX_ORDERS = 12

/**
 * @param documents ascending by `_id`
 * @param shown of an index of another one's documents
 */
export function createDocumentIndex(
  documents: readonly LakeDocument[] = [],
  shelved: ReadonlySet<string> = new Set(),
  shown?: Shown,
): DocumentIndex {
  const all = [...documents]
  const {get, note} = shown ? lookUpIn(shown) : lookUpAmong(all)
  const byType = createFieldIndex((document) => [document._type], all)
  // Built when the first query asks.
  let byReference: FieldIndex | undefined
  let byPublishedId: FieldIndex | undefined
  let byRelease: FieldIndex | undefined
  const fields = new LRUCache<string, Kept & {index: FieldIndex | OrderedIndex}>({max: MAX_FIELDS})
  const parts = new LRUCache<string, Kept & {index: OrdersAmong}>({max: MAX_ORDERS})

  const ofType = (type: string | undefined): readonly LakeDocument[] =>
    type === undefined ? all : byType.get(type)

  const isShelved = (names: readonly string[]): boolean =>
    shelved.size > 0 && names.some((name) => name === '*' || shelved.has(name))

  const fieldIndex = <T extends FieldIndex | OrderedIndex>(
    how: string,
    {name, names}: Field,
    type: string | undefined,
    build: (documents: readonly LakeDocument[]) => T,
  ): T | undefined => {
    if (isShelved(names)) return undefined
    const key = `${type ?? '*'} ${how} ${name}`
    const make = () => ({names, type, index: build(ofType(type))})
    return cached(fields, key, make).index as T
  }

  const having: Documents['having'] = (field, value, type) => {
    const index = fieldIndex(field.isList ? 'in' : '==', field, type, (list) =>
      createFieldIndex((document) => valuesOf(document, field), list),
    )
    return index?.get(value)
  }

  const orderedAmong = (
    {name, names, valueOf}: Field,
    type: string | undefined,
    {field, value}: Among,
  ): OrderedIndex | undefined => {
    const list = isShelved(names) ? undefined : having(field, value, type)
    if (!list) return undefined
    const key = JSON.stringify([type ?? '*', name, field.isList === true, field.name])
    const orders = cached(parts, key, () => ({
      names: [...names, ...field.names],
      type,
      index: createOrdersAmong({valuesOf: (document) => valuesOf(document, field), valueOf}),
    }))
    return orders.index.of(value, list)
  }

  function* indexes(): Iterable<Kept> {
    yield {index: byType}
    if (byReference) yield {index: byReference}
    if (byPublishedId) yield {index: byPublishedId}
    if (byRelease) yield {index: byRelease}
    yield* fields.values()
    yield* parts.values()
  }

  const forEachIndex = (
    document: LakeDocument,
    change: (index: Pick<FieldIndex, 'add' | 'remove'>) => void,
  ): void => {
    for (const {type, index} of indexes()) {
      if (type === undefined || type === document._type) change(index)
    }
  }

  /** A part that is on the shelf by now says something else as soon as the document has changed. */
  const dropShelved = (): void => {
    for (const kept of [fields, parts]) {
      const shelved = [...kept].filter(([, {names = []}]) => isShelved(names))
      for (const [key] of shelved) kept.delete(key)
    }
  }

  return {
    shelved,
    all,
    get,
    ofType: (type) => byType.get(type),
    referencing(id) {
      byReference ??= createFieldIndex(referencesOf, all)
      return byReference.get(id)
    },
    under: (prefix) => startingWith(all, prefix),
    versionsOf(id) {
      byPublishedId ??= createFieldIndex((document) => [publishedIdOf(document._id)], all)
      return byPublishedId.get(id).filter(({_id}) => isVersionOf(_id, id))
    },
    inRelease(name) {
      byRelease ??= createFieldIndex(releasesOf, all)
      return byRelease.get(name)
    },
    having,
    ordered: (field, type, among) =>
      among
        ? orderedAmong(field, type, among)
        : fieldIndex('order', field, type, (list) => createOrderedIndex(field.valueOf, list)),
    put(document) {
      note(document._id, document)
      const old = spliceIn(all, document)
      if (old === document) return false
      dropShelved()
      if (old) forEachIndex(old, (index) => index.remove(old))
      forEachIndex(document, (index) => index.add(document))
      return true
    },
    remove(id) {
      note(id, undefined)
      const old = spliceOut(all, id)
      if (!old) return false
      dropShelved()
      forEachIndex(old, (index) => index.remove(old))
      return true
    },
  }
}

/** Documents by their ids. */
interface LookUp {
  get(id: string): LakeDocument | undefined
  /** Takes over what is under an id from now on. */
  note(id: string, document: LakeDocument | undefined): void
}

function lookUpAmong(documents: readonly LakeDocument[]): LookUp {
  const byId = new Map<string, LakeDocument>()
  for (const document of documents) byId.set(document._id, document)
  return {
    get: (id) => byId.get(id),
    note(id, document) {
      if (document) byId.set(id, document)
      else byId.delete(id)
    },
  }
}

function lookUpIn({below, other}: Shown): LookUp {
  return {
    get: (id) => (other.has(id) ? other.get(id) : below.get(id)),
    note(id, document) {
      if (below.get(id) === document) other.delete(id)
      else other.set(id, document)
    },
  }
}

/** The release that a document is a version in, if it is one. */
function releasesOf(document: LakeDocument): string[] {
  const release = releaseIdOf(String(StoredDocument.storedId(document)))
  return release === undefined ? [] : [release]
}

function valuesOf(document: LakeDocument, {isList, valueOf}: Field): Iterable<Simple> {
  const value = valueOf(document)
  if (!isList) return isSimple(value) ? [value] : []
  return Array.isArray(value) ? new Set(value.filter(isSimple)) : []
}
