// What an actor may know of the past. Stricter than the hosted API, where who may read a document now
// may read all that it ever was: here each revision is asked for itself as well.
import type {Grants, Holds} from '../grants.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {permitsId} from './permits-id.ts'
import {oneBack, type PastDeps} from './walk-back.ts'

export interface SightDeps extends PastDeps {
  grantsOf: (dataset: string) => Pick<Grants, 'decide' | 'permits'>
  holdsFor: (dataset: string, actor: Actor) => Holds
}

export interface PastSight {
  /** The document as it is, or as it was last; null where the log knows none. */
  latest(id: string): LakeDocument | null
  /** Whether the actor may know that there is a history. */
  opens(id: string): boolean
  /** Whether they may see this revision; "no document" hides nothing. */
  sees(revision: LakeDocument | null): boolean
  /** Whether they may see any revision of it, whatever it held. */
  seesAll(id: string): boolean
}

export function createPastSight(
  {grantsOf, holdsFor, documents, history}: SightDeps,
  {dataset, actor}: {dataset: string; actor: Actor},
): PastSight {
  const grants = grantsOf(dataset)
  const holds = holdsFor(dataset, actor)
  const sees = (revision: LakeDocument | null): boolean =>
    revision === null ||
    (grants.permits(actor, 'read', revision, holds) &&
      grants.permits(actor, 'history', revision, holds))
  const seesAll = (id: string): boolean =>
    permitsId(grants, actor, 'read', id) && permitsId(grants, actor, 'history', id)
  const latest = (id: string): LakeDocument | null => {
    const stored = documents.get(dataset, id)
    if (stored) return stored
    const last = history.lastChange(dataset, id, Number.MAX_SAFE_INTEGER)
    return last && oneBack(null, last.revert, last.previousRev)
  }
  return {
    latest,
    sees,
    seesAll,
    opens(id) {
      if (seesAll(id)) return true
      const document = latest(id)
      return document !== null && sees(document)
    },
  }
}
