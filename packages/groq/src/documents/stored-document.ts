// A document in memory whose long fields (Portable Text, long strings) are read from the database when they
// are used. A dataset without its long texts fits into memory, with them it may not.
import type {Json, LakeDocument} from '../types.ts'

/** Reads the long fields of a dataset's documents. */
export interface LongFieldStore {
  /** The whole document as it is stored now. */
  load(id: string): Readonly<Record<string, Json>>
}

/** The long fields of one document, and the references in them: nobody has to load them to follow those. */
export interface LongFields {
  names: readonly string[]
  /** IDs, as `references()` finds them. */
  references: readonly string[]
  /** The same without references to other datasets. */
  targets: readonly string[]
}

const NO_LONG_FIELDS: LongFields = {names: [], references: [], targets: []}

/** Set while a query with a perspective runs: only then documents have an `_originalId`. */
let showOriginalIds = false

/** Runs `work`, in which documents have an `_originalId` or not. */
export function withOriginalIds<T>(isShown: boolean, work: () => T): T {
  const before = showOriginalIds
  showOriginalIds = isShown
  try {
    return work()
  } finally {
    showOriginalIds = before
  }
}

/**
 * Used like any document. A long field is loaded when it is read, as it is in the database at that time.
 * Do not keep such a value after the next commit.
 */
export class StoredDocument implements LakeDocument {
  declare _id: string
  declare _type: string
  declare _rev: string
  declare _createdAt: string
  declare _updatedAt: string;
  [field: string]: Json
  readonly #id: string
  readonly #store: LongFieldStore
  readonly #longFields: LongFields

  private constructor(id: string, store: LongFieldStore, longFields: LongFields) {
    this.#id = id
    this.#store = store
    this.#longFields = longFields
  }

  /**
   * @param document with any value in the place of each long field
   * @param longFields omitted for a document without long fields
   */
  static of(
    document: LakeDocument,
    store: LongFieldStore,
    longFields: LongFields = NO_LONG_FIELDS,
  ): LakeDocument {
    const long = longFields.names
    const stored = new StoredDocument(document._id, store, longFields)
    for (const name of Object.keys(document)) {
      if (long.includes(name)) Object.defineProperty(stored, name, loaderOf(name))
      else if (name === '__proto__') defineField(stored, name, document[name] as Json)
      else stored[name] = document[name] as Json
    }
    if (!('_originalId' in document)) Object.defineProperty(stored, '_originalId', ORIGINAL_ID)
    return stored
  }

  /** A copy with another ID, as a perspective shows a draft. `_originalId` is the stored ID. */
  static under(id: string, original: LakeDocument): LakeDocument {
    if (!(original instanceof StoredDocument)) {
      return {...original, _id: id, _originalId: original._id}
    }
    const copy = new StoredDocument(original.#id, original.#store, original.#longFields)
    const descriptors = Object.getOwnPropertyDescriptors(original)
    const plain = (value: string) => ({value, enumerable: true, configurable: true, writable: true})
    Object.defineProperties(copy, {
      ...descriptors,
      _id: plain(id),
      _originalId: plain(original._id),
    })
    return copy
  }

  /** The ID in the database. A perspective may show the document under another ID. */
  static storedId(document: Readonly<Record<string, unknown>>): unknown {
    if (document instanceof StoredDocument) return document.#id
    return document['_originalId'] ?? document['_id']
  }

  /** Undefined for a document that is not a `StoredDocument`. */
  static longFieldsOf(document: object): LongFields | undefined {
    return document instanceof StoredDocument ? document.#longFields : undefined
  }

  /** Visits the value of each field that is in memory. */
  static forEachFieldInMemory(document: object, visit: (value: unknown) => void): void {
    const names = StoredDocument.longFieldsOf(document)?.names ?? NO_LONG_FIELDS.names
    for (const name in document) {
      if (!Object.hasOwn(document, name) || (names.length > 0 && names.includes(name))) continue
      visit((document as Record<string, unknown>)[name])
    }
  }

  static load(document: StoredDocument, name: string): Json {
    return document.#store.load(document.#id)[name] ?? null
  }
}

/** One descriptor per name for all documents, so that V8 gives them one hidden class. */
const loaders = new Map<string, PropertyDescriptor>()

function loaderOf(name: string): PropertyDescriptor {
  const known = loaders.get(name) ?? {
    get(this: StoredDocument): Json {
      return StoredDocument.load(this, name)
    },
    enumerable: true,
    configurable: true,
  }
  loaders.set(name, known)
  return known
}

const ORIGINAL_ID: PropertyDescriptor = {
  get(this: LakeDocument): string | undefined {
    return showOriginalIds ? this._id : undefined
  },
  enumerable: true,
  configurable: true,
}

function defineField(object: object, name: string, value: Json): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}
