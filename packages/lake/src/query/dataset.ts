// One dataset in a query thread's memory: its documents, and the views of them that readers have asked for.
import {LRUCache} from 'lru-cache'
import type {Grants} from '../grants.ts'
import type {Actor, LakeDocument, Role} from '../types.ts'
import {
  hasIdPrefix,
  cached,
  createDocumentIndex,
  createPerspectiveView,
  type Documents,
  type Perspective,
  type PerspectiveView,
  publishedIdOf,
  documentInPerspective,
  withChanges,
} from '@copydesk/groq/documents'
import {createLinks, type Links} from './links.ts'
import {accessOf} from './reader-access.ts'
import {createReaderView, type Before, type ReaderView} from './reader-view.ts'

export interface Dataset {
  /** Applies the changes of a commit; `undefined` for a deleted document. */
  apply(changes: ReadonlyMap<string, LakeDocument | undefined>): void
  /**
   * The documents that this reader sees in this perspective at this time (milliseconds since the
   * epoch).
   */
  view(actor: Actor, perspective: Perspective, now: number): Documents
  /** Whether time passing can change what this reader sees. */
  dependsOnTime(actor: Actor, now: number): boolean
}

/** Views hold references to documents and no copies, but many releases must not fill the memory. */
const MAX_READERS = 16
const MAX_PERSPECTIVES = 8

interface Options {
  /** Ascending by `_id`. */
  documents: readonly LakeDocument[]
  /** Names of their fields that are not in memory. */
  longFieldNames?: ReadonlySet<string>
  roles: readonly Role[]
  grants: Grants
  /** Called when all documents were visited for a reader or a perspective. */
  onView?: () => void
}

export function createDataset({
  documents,
  longFieldNames,
  roles,
  grants,
  onView = () => {},
}: Options): Dataset {
  const source = createDocumentIndex(documents, longFieldNames)
  // Made for the first reader with a grant that depends on other documents.
  let links: Links | undefined
  const readers = new LRUCache<string, Reader>({max: MAX_READERS})

  const readerOf = (asking: Actor, now: number): Reader => {
    // Readers share a view, so it must not contain the documents that one reader's share token
    // opens.
    const {opens: _, ...actor} = asking
    const {key, seesAll, hasConditions} = accessOf(asking, roles, grants)
    if (seesAll) return cached(readers, '*', () => new Reader(source, undefined, onView))
    const reader = cached(readers, key, () => {
      onView()
      const needed = hasConditions ? (links ??= createLinks(source.all)) : undefined
      const view = createReaderView({source, grants, actor, links: needed, now})
      return new Reader(view.index, view, onView)
    })
    reader.passTime(now)
    return reader
  }

  return {
    apply(changes) {
      const moved = new Set<string>()
      const before = new Map(Array.from(changes.keys(), (id) => [id, source.get(id)]))
      for (const [id, document] of changes) {
        for (const target of links?.move(before.get(id), document) ?? []) moved.add(target)
        if (document) source.put(document)
        else source.remove(id)
      }
      for (const reader of readers.values()) reader.update(before, moved)
    },
    dependsOnTime: (actor, now) => readerOf(actor, now).dependsOnTime,
    view(actor, perspective, now) {
      const reader = readerOf(actor, now)
      const view = reader.in(perspective)
      const opens = grants.opened(actor)
      if (opens.length === 0) return view
      // What a share token opens is added for this query only.
      const opened = withChanges(reader.documents, new Map(opens.map((id) => [id, source.get(id)])))
      if (perspective === 'raw') return opened
      const ids = new Set(opens.map(publishedIdOf))
      return withChanges(
        view,
        new Map(Array.from(ids, (id) => [id, documentInPerspective(opened, perspective, id)])),
      )
    },
  }
}

/** How the IDs of drafts and versions begin. */
const COPIES = ['drafts.', 'versions.']
const PUBLISHED = ['published']

/** The documents that some readers see, and their perspectives on them. */
class Reader {
  readonly documents: Documents
  /** Undefined for readers who see all documents. */
  readonly #view: ReaderView | undefined
  readonly #perspectives = new LRUCache<string, PerspectiveView>({max: MAX_PERSPECTIVES})
  readonly #onView: () => void

  constructor(documents: Documents, view: ReaderView | undefined, onView: () => void) {
    this.documents = documents
    this.#view = view
    this.#onView = onView
  }

  get dependsOnTime(): boolean {
    return this.#view?.dependsOnTime() === true
  }

  in(perspective: Perspective): Documents {
    if (perspective === 'raw') return this.documents
    // A reader without drafts and versions sees the same in every perspective. So an anonymous caller cannot make
    // the lake build many views.
    const hasCopies = COPIES.some((prefix) => hasIdPrefix(this.documents.all, prefix))
    const layers = hasCopies ? perspective : PUBLISHED
    return cached(this.#perspectives, layers.join(','), () => {
      this.#onView()
      return createPerspectiveView(this.documents, layers)
    }).index
  }

  passTime(now: number): void {
    if (this.#view) this.#propagate(this.#view.passTime(now))
  }

  /** See `ReaderView.update`. */
  update(before: Before, moved: ReadonlySet<string>): void {
    this.#propagate(this.#view ? this.#view.update(before, moved) : [...before.keys()])
  }

  #propagate(ids: Iterable<string>): void {
    for (const perspective of this.#perspectives.values()) perspective.update(ids)
  }
}
