// What a reader sees where that hangs on other documents: a hidden post hides the photos, quotes
// and sources that only it brings along. One definition, for queries, streams and files alike.
import type {Condition, Decision, Grants, Holds} from './grants.ts'
import {targetsOf} from './references.ts'
import type {DocumentTable} from './store/documents.ts'
import type {Actor, LakeDocument} from './types.ts'

/** The documents around, at one moment. */
export interface Scene {
  /** What a document says by itself; undefined where there is none. */
  decide(id: string): Decision | undefined
  /** Ids of the documents that refer to it. */
  referrers(id: string): Iterable<string>
}

/** A dot in the id marks drafts, versions, what is private and what is the system's. */
export const isPublished = (id: string): boolean => !id.includes('.')

export const hangsOn = (decision: Decision | undefined, condition: Condition): boolean =>
  decision?.conditions.includes(condition) === true

/**
 * Answers whether a grant's condition holds. It keeps what it found out: ask another one as soon as
 * the scene has changed.
 *
 * Who is seen by the condition `whileReferenced` or `targets` alone (an asset, say) hides and shows
 * nobody else.
 */
export function createSight({decide, referrers}: Scene): Holds {
  /** Of documents that hang on their referrers, by id. */
  const seen = new Map<string, boolean>()

  /** True and false where a document has a say; undefined where it is open, or has none. */
  const known = (id: string, decision: Decision): boolean | undefined => {
    if (decision.permitted) return true
    if (hangsOn(decision, 'referrers')) return seen.get(id)
    return decision.conditions.length === 0 ? false : undefined
  }

  function* publishedReferrers(id: string): Generator<[string, Decision]> {
    for (const referrer of referrers(id)) {
      const decision = isPublished(referrer) ? decide(referrer) : undefined
      if (decision) yield [referrer, decision]
    }
  }

  /**
   * Goes up to all that the document's fate can hang on, then down again. It is seen where something
   * seen refers to it, or where nothing hidden is above it at all: documents that refer to each other
   * in a circle below a hidden one do not hold each other up.
   */
  const explore = (start: string): void => {
    const found = new Set([start])
    const below = new Map<string, string[]>()
    const shown = new Set<string>()
    const doubtful = new Set<string>()
    for (const id of found) {
      for (const [referrer, decision] of publishedReferrers(id)) {
        const answer = known(referrer, decision)
        if (answer === true) {
          shown.add(id)
          break
        }
        if (answer === false) doubtful.add(id)
        else if (hangsOn(decision, 'referrers')) {
          below.set(referrer, [...(below.get(referrer) ?? []), id])
          found.add(referrer)
        }
      }
    }
    spread(doubtful, below)
    for (const id of found) if (!doubtful.has(id)) shown.add(id)
    spread(shown, below)
    for (const id of found) seen.set(id, shown.has(id))
  }

  /** What those alone say that refer to it; undefined where one of them hangs on others still. */
  const toldByReferrers = (id: string): boolean | undefined => {
    let isDoubtful = false
    let isOpen = true
    for (const [referrer, decision] of publishedReferrers(id)) {
      const answer = known(referrer, decision)
      if (answer === true) return true
      if (answer === false) isDoubtful = true
      else if (hangsOn(decision, 'referrers')) isOpen = false
    }
    return isOpen ? !isDoubtful : undefined
  }

  const sees = (id: string): boolean => {
    const answer = seen.get(id) ?? toldByReferrers(id)
    if (answer === undefined) explore(id)
    else seen.set(id, answer)
    return seen.get(id) === true
  }
  /** Undefined for who has no say. */
  const answerOf = (id: string, decision: Decision): boolean | undefined =>
    known(id, decision) ?? (hangsOn(decision, 'referrers') ? sees(id) : undefined)

  return (condition, document) => {
    const {_id: id} = document
    if (condition === 'referrers') return sees(id)
    if (condition === 'whileReferenced') {
      return publishedReferrers(id).some(([referrer, decision]) => answerOf(referrer, decision))
    }
    return ![...targetsOf(document)].some((target) => {
      const decision = isPublished(target) ? decide(target) : undefined
      return decision !== undefined && answerOf(target, decision) === false
    })
  }
}

/** Adds to the ids all that is below them. */
function spread(ids: Set<string>, below: ReadonlyMap<string, string[]>): void {
  for (const id of ids) for (const next of below.get(id) ?? []) ids.add(next)
}

/** Where documents are stored, or lie as they would be stored. */
export interface Stored {
  get(id: string): LakeDocument | null
  /** Ids of the documents that refer to it. */
  referencing(id: string): Iterable<string>
}

/** The documents of a dataset as the table has them now. */
export function storedIn(
  documents: Pick<DocumentTable, 'get' | 'referencing'>,
  dataset: string,
): Stored {
  return {
    get: (id) => documents.get(dataset, id),
    referencing: (id) => documents.referencing(dataset, id),
  }
}

/** What an actor may read of stored documents, looked up as it is asked. */
export function createStoredSight(grants: Grants, actor: Actor, stored: Stored): Holds {
  const decisions = new Map<string, Decision | undefined>()
  return createSight({
    referrers: (id) => stored.referencing(id),
    decide(id) {
      if (decisions.has(id)) return decisions.get(id)
      const document = stored.get(id)
      const decision = document ? grants.decide(actor, 'read', document) : undefined
      decisions.set(id, decision)
      return decision
    },
  })
}
