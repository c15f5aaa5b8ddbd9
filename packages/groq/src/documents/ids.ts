// Reads document IDs. The prefix tells drafts and versions from published documents.
import {isDraftId as isDraft, isVersionId as isVersion, type DocumentId} from '@sanity/id-utils'

/** `drafts.<id>` */
export function isDraftId(id: string): boolean {
  return isDraft(id as DocumentId)
}

/** `versions.<release>.<id>` */
export function isVersionId(id: string): boolean {
  return isVersion(id as DocumentId)
}

/** Whether the ID is of a draft or of a version in a release. */
export function isUnpublishedId(id: string): boolean {
  return isDraftId(id) || isVersionId(id)
}

/**
 * The published ID of a draft or version; any other text is returned as it is. Unlike the function of
 * `@sanity/id-utils` it takes any text, because IDs come from clients.
 */
export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice('drafts.'.length)
  if (!isVersionId(id)) return id
  const end = id.indexOf('.', 'versions.'.length)
  return end > 0 ? id.slice(end + 1) : id
}

/** The release of a version. */
export function releaseIdOf(id: string): string | undefined {
  return isVersionId(id) ? id.split('.')[1] : undefined
}

/**
 * False for an ID with the prefix of a draft or version that belongs to no document, such as
 * `versions.summer` or `drafts.drafts.x`. Perspectives could not show such a document.
 */
export function isWellFormedId(id: string): boolean {
  if (!isUnpublishedId(id)) return true
  const document = id.replace(/^(drafts|versions\.[^.]+)\./, '')
  return document !== id && !isUnpublishedId(document)
}
