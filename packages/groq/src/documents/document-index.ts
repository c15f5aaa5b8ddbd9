// Documents in memory, in the order in which GROQ's `*` yields them, with their indexes.
import {isVersionOf} from '../functions/sanity.ts'
import {referencesOf} from '../references.ts'
import type {LakeDocument} from '../types.ts'
import {
  createFieldIndex,
  type Field,
  type FieldIndex,
  type FieldValue,
  type Simple,
} from './field-index.ts'
import {publishedIdOf, releaseIdOf} from './ids.ts'
import type {OrderedIndex} from './ordered-index.ts'
import {createQueryIndexes, type Updatable} from './query-indexes.ts'
import {insertSorted, removeSorted, withIdPrefix} from './sorted-list.ts'
import {StoredDocument} from './stored-document.ts'

/** The documents that a query sees. Every list is ascending by `_id`. */
export interface Documents {
  /** Names of fields that are in the long-field store, of any document. They have no index. */
  readonly longFieldNames: ReadonlySet<string>
  /** Never change this list, or a document in it. */
  readonly all: readonly LakeDocument[]
  get(id: string): LakeDocument | undefined
  ofType(type: string): readonly LakeDocument[]
  /** Documents with a reference to `id`. */
  referencing(id: string): readonly LakeDocument[]
  withIdPrefix(prefix: string): readonly LakeDocument[]
  /** The published document, its draft and its versions in releases. */
  versionsOf(publishedId: string): readonly LakeDocument[]
  /** The versions in a release. A perspective may show them under other IDs. */
  inRelease(name: string): readonly LakeDocument[]
  /**
   * Documents (of one type) whose field is the value, or is a list that contains it. Undefined if the
   * field cannot have an index.
   */
  withValue(field: Field, value: Simple, type?: string): readonly LakeDocument[] | undefined
  /**
   * All documents (of one type), or those that the filter selects, in the order of a field. Undefined if
   * the field cannot have an index.
   */
  ordered(field: Field, type?: string, filter?: FieldValue): OrderedIndex | undefined
}

export interface DocumentIndex extends Documents {
  /** Adds or replaces a document. False if this very object is already there. */
  put(document: LakeDocument): boolean
  /** False if there is no document with this ID. */
  remove(id: string): boolean
}

/** The documents on which a view is based: most of them are in the view unchanged. */
export interface BaseView {
  base: Pick<Documents, 'get'>
  /** What differs from the base, by ID; undefined for a document that the view does not have. */
  overrides: Map<string, LakeDocument | undefined>
}

/**
 * @param documents ascending by `_id`
 * @param base saves the memory of a second map from IDs to documents
 */
export function createDocumentIndex(
  documents: readonly LakeDocument[] = [],
  longFieldNames: ReadonlySet<string> = new Set(),
  base?: BaseView,
): DocumentIndex {
  const all = [...documents]
  const byId = base ? createIdOverrides(base) : createIdMap(all)
  const byType = createFieldIndex((document) => [document._type], all)
  const queryIndexes = createQueryIndexes(longFieldNames, (type) =>
    type === undefined ? all : byType.get(type),
  )
  // Built by the first query that needs them.
  let byReference: FieldIndex | undefined
  let byPublishedId: FieldIndex | undefined
  let byRelease: FieldIndex | undefined

  const forEachIndex = ({_type}: LakeDocument, visit: (index: Updatable) => void): void => {
    for (const index of [byType, byReference, byPublishedId, byRelease]) if (index) visit(index)
    queryIndexes.forEach(_type, visit)
  }
  const updateIndexes = (before: LakeDocument | undefined, after?: LakeDocument): void => {
    queryIndexes.dropLongFields()
    if (before) forEachIndex(before, (index) => index.remove(before))
    if (after) forEachIndex(after, (index) => index.add(after))
  }

  return {
    longFieldNames,
    all,
    get: byId.get,
    ofType: (type) => byType.get(type),
    referencing(id) {
      byReference ??= createFieldIndex(referencesOf, all)
      return byReference.get(id)
    },
    withIdPrefix: (prefix) => withIdPrefix(all, prefix),
    versionsOf(id) {
      byPublishedId ??= createFieldIndex((document) => [publishedIdOf(document._id)], all)
      return byPublishedId.get(id).filter(({_id}) => isVersionOf(_id, id))
    },
    inRelease(name) {
      byRelease ??= createFieldIndex(releasesOf, all)
      return byRelease.get(name)
    },
    withValue: queryIndexes.withValue,
    ordered: queryIndexes.ordered,
    put(document) {
      byId.set(document._id, document)
      const before = insertSorted(all, document)
      if (before === document) return false
      updateIndexes(before, document)
      return true
    },
    remove(id) {
      byId.set(id, undefined)
      const before = removeSorted(all, id)
      if (!before) return false
      updateIndexes(before)
      return true
    },
  }
}

interface ById {
  get(id: string): LakeDocument | undefined
  /** Undefined removes the document. */
  set(id: string, document: LakeDocument | undefined): void
}

function createIdMap(documents: readonly LakeDocument[]): ById {
  const byId = new Map<string, LakeDocument>()
  for (const document of documents) byId.set(document._id, document)
  return {
    get: (id) => byId.get(id),
    set(id, document) {
      if (document) byId.set(id, document)
      else byId.delete(id)
    },
  }
}

function createIdOverrides({base, overrides}: BaseView): ById {
  return {
    get: (id) => (overrides.has(id) ? overrides.get(id) : base.get(id)),
    set(id, document) {
      if (base.get(id) === document) overrides.delete(id)
      else overrides.set(id, document)
    },
  }
}

/** The release that the document is a version in, if any. */
function releasesOf(document: LakeDocument): string[] {
  const release = releaseIdOf(String(StoredDocument.storedId(document)))
  return release === undefined ? [] : [release]
}
