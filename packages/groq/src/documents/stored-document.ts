// A document in memory whose long parts (Portable Text, long strings) stay in the database until they
// are read. A dataset without its long texts fits into memory, with them it may not.
import type {Json, LakeDocument} from '../types.ts'

/** Where the long parts of a dataset's documents are. */
export interface Shelf {
  /** The whole document as it is stored now. */
  load(id: string): Readonly<Record<string, Json>>
}

/** Which parts are on the shelf, and what they refer to, so that nobody has to load them to find out. */
export interface Shelved {
  names: readonly string[]
  /** As `references()` finds them. */
  references: readonly string[]
  /** Without those to other datasets. */
  targets: readonly string[]
}

const NOTHING: Shelved = {names: [], references: [], targets: []}

/** Whether answers are of a perspective, where each document tells its `_originalId`. */
let showsOriginalIds = false

/** Runs `work`, in which documents tell their `_originalId` or keep it to themselves. */
export function withOriginalIds<T>(isShown: boolean, work: () => T): T {
  const before = showsOriginalIds
  showsOriginalIds = isShown
  try {
    return work()
  } finally {
    showsOriginalIds = before
  }
}

/**
 * Read like any document: its long parts are there, in their places, and are loaded as they are read.
 * What is loaded is the document as the shelf has it now: do not keep one beyond the next commit.
 */
export class StoredDocument implements LakeDocument {
  declare _id: string
  declare _type: string
  declare _rev: string
  declare _createdAt: string
  declare _updatedAt: string;
  [field: string]: Json
  readonly #id: string
  readonly #shelf: Shelf
  readonly #shelved: Shelved

  private constructor(id: string, shelf: Shelf, shelved: Shelved) {
    this.#id = id
    this.#shelf = shelf
    this.#shelved = shelved
  }

  /**
   * @param document whatever stands in place of what is on the shelf
   * @param shelved undefined where all of it is there
   */
  static of(document: LakeDocument, shelf: Shelf, shelved: Shelved = NOTHING): LakeDocument {
    const long = shelved.names
    const stored = new StoredDocument(document._id, shelf, shelved)
    for (const name of Object.keys(document)) {
      if (long.includes(name)) Object.defineProperty(stored, name, loading(name))
      else if (name === '__proto__') define(stored, name, document[name] as Json)
      else stored[name] = document[name] as Json
    }
    if (!('_originalId' in document)) Object.defineProperty(stored, '_originalId', ORIGINAL_ID)
    return stored
  }

  /** The same under another id, as a perspective shows a draft. Its own stays in `_originalId`. */
  static under(id: string, original: LakeDocument): LakeDocument {
    if (!(original instanceof StoredDocument)) {
      return {...original, _id: id, _originalId: original._id}
    }
    const copy = new StoredDocument(original.#id, original.#shelf, original.#shelved)
    const descriptors = Object.getOwnPropertyDescriptors(original)
    const plain = (value: string) => ({value, enumerable: true, configurable: true, writable: true})
    Object.defineProperties(copy, {
      ...descriptors,
      _id: plain(id),
      _originalId: plain(original._id),
    })
    return copy
  }

  /** The id under which a document is stored, whatever id a perspective shows it under. */
  static storedId(document: Readonly<Record<string, unknown>>): unknown {
    if (document instanceof StoredDocument) return document.#id
    return document['_originalId'] ?? document['_id']
  }

  /** What is on the shelf; undefined for a document that is no such one. */
  static shelved(document: object): Shelved | undefined {
    return document instanceof StoredDocument ? document.#shelved : undefined
  }

  /** Tells each part that is in memory. */
  static forEachPart(document: object, visit: (part: unknown) => void): void {
    const names = StoredDocument.shelved(document)?.names ?? NOTHING.names
    for (const name in document) {
      if (!Object.hasOwn(document, name) || (names.length > 0 && names.includes(name))) continue
      visit((document as Record<string, unknown>)[name])
    }
  }

  static load(document: StoredDocument, name: string): Json {
    return document.#shelf.load(document.#id)[name] ?? null
  }
}

/** One description for all documents: then they share their shape, as objects with plain fields do. */
const descriptions = new Map<string, PropertyDescriptor>()

function loading(name: string): PropertyDescriptor {
  const known = descriptions.get(name) ?? {
    get(this: StoredDocument): Json {
      return StoredDocument.load(this, name)
    },
    enumerable: true,
    configurable: true,
  }
  descriptions.set(name, known)
  return known
}

const ORIGINAL_ID: PropertyDescriptor = {
  get(this: LakeDocument): string | undefined {
    return showsOriginalIds ? this._id : undefined
  },
  enumerable: true,
  configurable: true,
}

function define(object: object, name: string, value: Json): void {
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}
