// Which documents somebody may be told that a colleague is in: those that they may read.
import {publishedIdOf} from '@copydesk/groq/documents'
import type {GrantsOf} from '../dataset-grants.ts'
import type {Holds} from '../grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor, LakeDocument} from '../types.ts'

export interface LocationVisibilityOptions {
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get'>
  /** What the actor sees of documents that others hang on. */
  holdsFor: (dataset: string, actor: Actor) => Holds
}

export interface LocationVisibility {
  /** Whether the actor may hear of somebody in this document. */
  of(actor: Actor, dataset: string, documentId: string): boolean
  /** The same for everybody to whom the grants say the same. */
  groupOf(actor: Actor, dataset: string): string
}

/**
 * A studio says that somebody is in a draft before the first word of it is stored. Then what is
 * published decides, and where there is nothing yet, the names that both have or would have.
 */
export function createLocationVisibility({
  grantsOf,
  documents,
  holdsFor,
}: LocationVisibilityOptions): LocationVisibility {
  return {
    of(actor, dataset, documentId) {
      const reads = (document: LakeDocument): boolean =>
        grantsOf(dataset).permits(actor, 'read', document, holdsFor(dataset, actor))
      const stored = documents.get(dataset, documentId)
      if (stored) return reads(stored)
      const published = publishedIdOf(documentId)
      const readers = documents.get(dataset, published)
      if (readers) return reads({...readers, _id: documentId})
      return [documentId, published].every((id) => reads(unwritten(id)))
    },
    groupOf: (actor, dataset) => grantsOf(dataset).audienceOf(actor),
  }
}

/** All that is known of a document that is not stored. */
const unwritten = (_id: string): LakeDocument => ({
  _id,
  _type: '',
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
})
