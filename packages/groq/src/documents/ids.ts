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

/** Whether the ID is of a draft or of a version in a release. */
export function isUnpublishedId(id: string): boolean {
  return isDraftId(id) || isVersionId(id)
}

/**
 * The id of the document that a draft or version is one of; any other text is its own. Unlike that of Sanity's
 * library it takes any text: an id can come from a client.
 */
export function publishedIdOf(id: string): string {
  if (isDraftId(id)) return id.slice('drafts.'.length)
  if (!isVersionId(id)) return id
  const end = id.indexOf('.', 'versions.'.length)
  return end > 0 ? id.slice(end + 1) : id
}

/** Of a version: the release that it belongs to. */
export function releaseIdOf(id: string): string | undefined {
  return isVersionId(id) ? id.split('.')[1] : undefined
}

/**
 * False for what is named like a draft or a version and is one of no document: `versions.summer`,
 * `drafts.drafts.x`. Views that show copies under the id of their document would mistake it.
 */
export function isWellFormedId(id: string): boolean {
  if (!isUnpublishedId(id)) return true
  const document = id.replace(/^(drafts|versions\.[^.]+)\./, '')
  return document !== id && !isUnpublishedId(document)
}
