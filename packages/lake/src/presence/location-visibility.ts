// Whether a person may see that a colleague is in a document: only if they may read the document.
import {publishedIdOf} from '@copydesk/groq/documents'
import type {GrantsOf} from '../dataset-grants.ts'
import type {Holds} from '../grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor, LakeDocument} from '../types.ts'

export interface LocationVisibilityOptions {
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get'>
  /** The documents that the actor sees, for grants that depend on other documents. */
  holdsFor: (dataset: string, actor: Actor) => Holds
}

export interface LocationVisibility {
  /** Whether the actor may see who is in this document. */
  isVisible(actor: Actor, dataset: string, documentId: string): boolean
  /** Equal for actors who may read the same documents. */
  audienceOf(actor: Actor, dataset: string): string
}

/**
 * A studio announces a draft before its first word is stored. Then the published document decides.
 * If there is none, a grant must permit both IDs.
 */
export function createLocationVisibility({
  grantsOf,
  documents,
  holdsFor,
}: LocationVisibilityOptions): LocationVisibility {
  return {
    isVisible(actor, dataset, documentId) {
      const reads = (document: LakeDocument): boolean =>
        grantsOf(dataset).permits(actor, 'read', document, holdsFor(dataset, actor))
      const stored = documents.get(dataset, documentId)
      if (stored) return reads(stored)
      const published = publishedIdOf(documentId)
      const readers = documents.get(dataset, published)
      if (readers) return reads({...readers, _id: documentId})
      return [documentId, published].every((id) => reads(unwritten(id)))
    },
    audienceOf: (actor, dataset) => grantsOf(dataset).audienceOf(actor),
  }
}

/** A document that is not stored has only an ID. */
const unwritten = (_id: string): LakeDocument => ({
  _id,
  _type: '',
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
})
