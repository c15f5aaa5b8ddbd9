// One dataset in a worker's memory: the documents, and the views of them that readers have asked for.
import {LRUCache} from 'lru-cache'
import {conditionOf, type Grants} from '../grants.ts'
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
import {createReaderView, type ReaderView} from './reader-view.ts'

export interface Dataset {
  /** Takes over what a commit changed; `undefined` for a document that is gone. */
  apply(changes: ReadonlyMap<string, LakeDocument | undefined>): void
  /** What this reader sees from this perspective at this time (milliseconds since the epoch). */
  view(actor: Actor, perspective: Perspective, now: number): Documents
  /** Whether the clock alone may change what this reader sees. */
  dependsOnTime(actor: Actor, now: number): boolean
}

interface Reader {
  /** Undefined where the reader sees everything: then the documents themselves are the view. */
  view?: ReaderView
  perspectives: LRUCache<string, PerspectiveView>
}

/** Which reader somebody is. */
interface Sight {
  key: string
  seesAll: boolean
  hasConditions: boolean
}

/** Views are copies of references, not of content, but a flood of releases must not fill memory. */
const MAX_READERS = 16
const MAX_PERSPECTIVES = 8

const perspectiveViews = () => new LRUCache<string, PerspectiveView>({max: MAX_PERSPECTIVES})

/** How the ids of drafts and versions begin. */
const COPIES = ['drafts.', 'versions.']
const PUBLISHED = ['published']

interface Options {
  /** Ascending by `_id`. */
  documents: readonly LakeDocument[]
  /** Names of their parts that are not in memory. */
  longFieldNames?: ReadonlySet<string>
  roles: readonly Role[]
  grants: Grants
  /** Told when all documents were gone through for a reader or a perspective. */
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
  // Made for the first reader whose sight hangs on it.
  let links: Links | undefined
  const readers = new LRUCache<string, Reader>({max: MAX_READERS})

  const propagate = (reader: Reader, ids: Iterable<string>): void => {
    for (const perspective of reader.perspectives.values()) perspective.update(ids)
  }

  const sightOf = (actor: Actor): Sight => {
    const own = roles.filter((role) => actor.roles.includes(role.name))
    const read = own.flatMap((role) => role.grants).filter((g) => g.permissions.includes('read'))
    // People whose roles read the same share a view, unless a filter asks who they are.
    const personal = read.some((grant) => /\bidentity\b/.test(grant.filter))
    const filters = read.map((grant) => `${conditionOf(grant) ?? ''}: ${grant.filter}`)
    return {
      seesAll: grants.permitsAll(actor, 'read'),
      key: JSON.stringify([[...new Set(filters)].toSorted(), personal ? actor.id : null]),
      hasConditions: read.some((grant) => conditionOf(grant) !== undefined),
    }
  }

  const readerOf = (whoAsks: Actor, now: number): Reader => {
    // Readers share a view: what a pass opens to one of them is no part of it.
    const {opens: _, ...actor} = whoAsks
    const {key, seesAll, hasConditions} = sightOf(whoAsks)
    if (seesAll) return cached(readers, '*', () => ({perspectives: perspectiveViews()}))
    const reader = cached(readers, key, () => {
      onView()
      return {
        view: createReaderView({
          source,
          grants,
          actor,
          links: hasConditions ? (links ??= createLinks(source.all)) : undefined,
          now,
        }),
        perspectives: perspectiveViews(),
      }
    })
    if (reader.view) propagate(reader, reader.view.passTime(now))
    return reader
  }

  const perspectiveOf = (
    {perspectives}: Reader,
    visible: Documents,
    layers: readonly string[],
  ): PerspectiveView => {
    // Whoever sees no drafts and versions sees the same from everywhere: strangers cannot have view after view made.
    const stack = COPIES.some((prefix) => hasIdPrefix(visible.all, prefix)) ? layers : PUBLISHED
    return cached(perspectives, stack.join(','), () => {
      onView()
      return createPerspectiveView(visible, stack)
    })
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
      const ids = [...changes.keys()]
      for (const reader of readers.values()) {
        propagate(reader, reader.view ? reader.view.update(before, moved) : ids)
      }
    },
    dependsOnTime: (actor, now) => readerOf(actor, now).view?.dependsOnTime() === true,
    view(actor, perspective, now) {
      const reader = readerOf(actor, now)
      const visible = reader.view?.index ?? source
      const own =
        perspective === 'raw' ? visible : perspectiveOf(reader, visible, perspective).index
      const opens = grants.opened(actor)
      if (opens.length === 0) return own
      // What a guest sees besides is nobody else's.
      const opened = withChanges(visible, new Map(opens.map((id) => [id, source.get(id)])))
      if (perspective === 'raw') return opened
      const ids = new Set(opens.map(publishedIdOf))
      return withChanges(
        own,
        new Map(Array.from(ids, (id) => [id, documentInPerspective(opened, perspective, id)])),
      )
    },
  }
}
