// The dataset as one reader may see it: no query, subquery or reference reaches beyond it.
import type {Grants} from '../grants.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {createDocumentIndex, referencesOf, type DocumentIndex} from './document-index.ts'

export interface ReaderView {
  index: DocumentIndex
  /** Decides changed documents again; answers the ids that look different to this reader now. */
  update(ids: Iterable<string>): Set<string>
  /** Decides again what depends on the clock (an embargo). Same answer as `update`. */
  passTime(now: number): Set<string>
}

interface Options {
  source: DocumentIndex
  grants: Grants
  actor: Actor
  /** Whether the reader's roles hold a grant that counts only while something refers to it. */
  followsReferences: boolean
  now: number
}

const NEVER = (): boolean => false
const ALWAYS = (): boolean => true

export function createReaderView({
  source,
  grants,
  actor,
  followsReferences,
  now,
}: Options): ReaderView {
  const index = createDocumentIndex()
  const timed = new Set<string>()
  let decidedAt = now

  // Target → readable, published documents (no dot in the id) that refer to it. Documents that are
  // readable only because something refers to them do not count: no chains.
  const referrers = new Map<string, Set<string>>()
  const referencedBy = new Map<string, Set<string>>()

  const setReferences = (id: string, targets: Set<string>, touched: Set<string>): void => {
    for (const target of referencedBy.get(id) ?? []) {
      if (targets.has(target)) continue
      referrers.get(target)?.delete(id)
      touched.add(target)
    }
    for (const target of targets) {
      const set = referrers.get(target) ?? new Set()
      if (set.has(id)) continue
      referrers.set(target, set.add(id))
      touched.add(target)
    }
    if (targets.size > 0) referencedBy.set(id, targets)
    else referencedBy.delete(id)
  }

  /** Whether the reader sees the document by a grant of its own. */
  const seesByItself = (document: LakeDocument): boolean => {
    const {permitted, dependsOnTime} = grants.decide(actor, 'read', document, NEVER)
    if (dependsOnTime) timed.add(document._id)
    return permitted
  }
  const seesWhileReferenced = (document: LakeDocument): boolean => {
    if (!followsReferences || !referrers.get(document._id)?.size) return false
    const {permitted, dependsOnTime} = grants.decide(actor, 'read', document, ALWAYS)
    if (dependsOnTime) timed.add(document._id)
    return permitted
  }

  const show = (id: string, document: LakeDocument | undefined, changed: Set<string>): void => {
    if (index.get(id) === document) return
    if (document) index.put(document)
    else index.remove(id)
    changed.add(id)
  }

  const update = (ids: Iterable<string>): Set<string> => {
    const changed = new Set<string>()
    const undecided = new Set<string>()
    for (const id of ids) {
      timed.delete(id)
      const document = source.get(id)
      const own = document !== undefined && seesByItself(document)
      if (own) show(id, document, changed)
      else undecided.add(id)
      if (followsReferences) {
        const counts = own && !id.includes('.')
        setReferences(id, counts ? referencesOf(document) : new Set(), undecided)
      }
    }
    for (const id of undecided) {
      const document = source.get(id)
      const seen = document && (seesByItself(document) || seesWhileReferenced(document))
      show(id, seen ? document : undefined, changed)
    }
    return changed
  }

  update(source.all.map((document) => document._id))
  return {
    index,
    update,
    passTime(time) {
      if (time === decidedAt || timed.size === 0) return new Set()
      decidedAt = time
      return update([...timed])
    },
  }
}
