// The id's first word says whether a document is a draft, a version or published.
import {isDraftId as isDraft, isVersionId as isVersion, type DocumentId} from '@sanity/id-utils'

/** `drafts.<id>` */
export function isDraftId(id: string): boolean {
  return isDraft(id as DocumentId)
}

/** `versions.<release>.<id>` */
export function isVersionId(id: string): boolean {
  return isVersion(id as DocumentId)
}

/** A draft or a version: what only the desk sees until it is published. */
export function isUnpublishedId(id: string): boolean {
  return isDraftId(id) || isVersionId(id)
}

/**
 * False for what is named like a draft or a version and is one of no document: `versions.summer`,
 * `drafts.drafts.x`. Views that show copies under the id of their document would mistake it.
 */
export function namesOneDocument(id: string): boolean {
  if (!isUnpublishedId(id)) return true
  const document = id.replace(/^(drafts|versions\.[^.]+)\./, '')
  return document !== id && !isUnpublishedId(document)
}
