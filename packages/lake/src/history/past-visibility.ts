// Decides which revisions of a document an actor may see. In the hosted API, a person who may read
// the document now may read all its revisions. Here the grants decide for each revision.
import type {Grants, Holds} from '../grants.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {permitsId} from './permits-id.ts'
import {oneBack} from '../store/documents-of-changes.ts'
import type {PastDeps} from './walk-back.ts'

export interface VisibilityDeps extends PastDeps {
  grantsOf: (dataset: string) => Pick<Grants, 'decide' | 'permits'>
  holdsFor: (dataset: string, actor: Actor) => Holds
}

export interface PastVisibility {
  /** The current document, or the last revision of a deleted one; null if the log has none. */
  latest(id: string): LakeDocument | null
  /** Whether the actor may know that the document has a history. */
  opens(id: string): boolean
  /** Whether the actor may see this revision. A missing document is visible: it hides nothing. */
  sees(revision: LakeDocument | null): boolean
  /** Whether the actor may see every revision, whatever its content. */
  seesAll(id: string): boolean
}

export function createPastVisibility(
  {grantsOf, holdsFor, documents, history}: VisibilityDeps,
  {dataset, actor}: {dataset: string; actor: Actor},
): PastVisibility {
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
