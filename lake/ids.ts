// The id's first word says whether a document is a draft, a version or published.
import {DocumentId, isDraftId as isDraft, isVersionId as isVersion} from '@sanity/id-utils'

/** `drafts.<id>` */
export function isDraftId(id: string): boolean {
  return isDraft(DocumentId(id))
}

/** `versions.<release>.<id>` */
export function isVersionId(id: string): boolean {
  return isVersion(DocumentId(id))
}

/** A draft or a version: what only the desk sees until it is published. */
export function isUnpublishedId(id: string): boolean {
  return isDraftId(id) || isVersionId(id)
}
