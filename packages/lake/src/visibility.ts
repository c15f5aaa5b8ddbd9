// Visibility of documents that depends on other documents: a hidden document also hides those to
// which only it refers. Queries, streams and files share this definition.
import type {Condition, Decision, Grants, Holds} from './grants.ts'
import {targetsOf} from './references.ts'
import type {DocumentTable} from './store/documents.ts'
import type {Actor, LakeDocument} from './types.ts'

/** The documents and their references at one moment. */
export interface DocumentGraph {
  /** The grants' decision on a document by itself; undefined for a missing document. */
  decide(id: string): Decision | undefined
  /** IDs of the documents that refer to it. */
  referrers(id: string): Iterable<string>
}

/** A dot in the ID marks drafts, versions, private documents and the system's. */
export const isPublished = (id: string): boolean => !id.includes('.')

export const dependsOn = (decision: Decision | undefined, condition: Condition): boolean =>
  decision?.conditions.includes(condition) === true

/**
 * Returns a function that decides whether a grant's condition holds. It caches its results, so make
 * a new one after documents have changed. A document that is visible only by the condition
 * `whileReferenced` or `targets`, such as an asset, neither hides nor shows others.
 */
export function createVisibility(graph: DocumentGraph): Holds {
  const visibility = new ReferrerVisibility(graph)
  return (condition, document) => {
    const {_id: id} = document
    if (condition === 'referrers') return visibility.isVisible(id)
    if (condition === 'whileReferenced') return visibility.hasVisibleReferrer(id)
    return ![...targetsOf(document)].some((target) => visibility.isHidden(target))
  }
}

/** Visibility of documents that depend on their referrers, with its results by ID. */
class ReferrerVisibility {
  readonly #graph: DocumentGraph
  readonly #known = new Map<string, boolean>()

  constructor(graph: DocumentGraph) {
    this.#graph = graph
  }

  isVisible(id: string): boolean {
    const known = this.#known.get(id) ?? this.#ofReferrers(id)
    if (known === undefined) this.#explore(id)
    else this.#known.set(id, known)
    return this.#known.get(id) === true
  }

  hasVisibleReferrer(id: string): boolean {
    return this.#publishedReferrers(id).some(([referrer, decision]) => this.#of(referrer, decision))
  }

  isHidden(id: string): boolean {
    const decision = isPublished(id) ? this.#graph.decide(id) : undefined
    return decision !== undefined && this.#of(id, decision) === false
  }

  /** Undefined for a document that neither hides nor shows others. */
  #of(id: string, decision: Decision): boolean | undefined {
    const known = this.#knownOf(id, decision)
    return known ?? (dependsOn(decision, 'referrers') ? this.isVisible(id) : undefined)
  }

  /**
   * As `#of`, without following references. Undefined also for documents that are not explored yet.
   */
  #knownOf(id: string, decision: Decision): boolean | undefined {
    if (decision.permitted) return true
    if (dependsOn(decision, 'referrers')) return this.#known.get(id)
    return decision.conditions.length === 0 ? false : undefined
  }

  *#publishedReferrers(id: string): Generator<[string, Decision]> {
    for (const referrer of this.#graph.referrers(id)) {
      const decision = isPublished(referrer) ? this.#graph.decide(referrer) : undefined
      if (decision) yield [referrer, decision]
    }
  }

  /**
   * The decision of the direct referrers; undefined if one of them depends on further referrers.
   */
  #ofReferrers(id: string): boolean | undefined {
    let hasHidden = false
    let isDecided = true
    for (const [referrer, decision] of this.#publishedReferrers(id)) {
      const visible = this.#knownOf(referrer, decision)
      if (visible === true) return true
      if (visible === false) hasHidden = true
      else if (dependsOn(decision, 'referrers')) isDecided = false
    }
    return isDecided ? !hasHidden : undefined
  }

  /**
   * Goes up to every document that can decide, then down again. A document is visible if a visible one refers to
   * it, or if nothing above it is hidden. So documents in a circle of references below a hidden one stay hidden.
   */
  #explore(start: string): void {
    const found = new Set([start])
    const below = new Map<string, string[]>()
    const visible = new Set<string>()
    const belowHidden = new Set<string>()
    for (const id of found) {
      for (const [referrer, decision] of this.#publishedReferrers(id)) {
        const known = this.#knownOf(referrer, decision)
        if (known === true) {
          visible.add(id)
          break
        }
        if (known === false) belowHidden.add(id)
        else if (dependsOn(decision, 'referrers')) {
          below.set(referrer, [...(below.get(referrer) ?? []), id])
          found.add(referrer)
        }
      }
    }
    spread(belowHidden, below)
    for (const id of found) if (!belowHidden.has(id)) visible.add(id)
    spread(visible, below)
    for (const id of found) this.#known.set(id, visible.has(id))
  }
}

/** Adds to the IDs all that are below them. */
function spread(ids: Set<string>, below: ReadonlyMap<string, string[]>): void {
  for (const id of ids) for (const next of below.get(id) ?? []) ids.add(next)
}

/** Documents as they are stored, or as they would be after a transaction. */
export interface Stored {
  get(id: string): LakeDocument | null
  /** IDs of the documents that refer to it. */
  referencing(id: string): Iterable<string>
}

/** The documents of a dataset as they are stored now. */
export function storedIn(
  documents: Pick<DocumentTable, 'get' | 'referencing'>,
  dataset: string,
): Stored {
  return {
    get: (id) => documents.get(dataset, id),
    referencing: (id) => documents.referencing(dataset, id),
  }
}

/** Whether conditions hold for an actor's reading of stored documents. Each document is read when it is needed. */
export function createStoredVisibility(grants: Grants, actor: Actor, stored: Stored): Holds {
  const decisions = new Map<string, Decision | undefined>()
  return createVisibility({
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
