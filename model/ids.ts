// Ids of drafts and versions. Unlike those of Sanity's library, these functions take any text: an id can come from a client.
import {isDraftId, isVersionId, type DocumentId} from '@sanity/id-utils'

/** The id of the document that a draft or version is one of; any other text is its own. */
export function publishedIdOf(id: string): string {
  if (isDraftId(id as DocumentId)) return id.slice('drafts.'.length)
  if (!isVersionId(id as DocumentId)) return id
  const end = id.indexOf('.', 'versions.'.length)
  return end > 0 ? id.slice(end + 1) : id
}

/** `drafts.<id>`, for any id of the document. */
export const draftIdOf = (id: string): string => `drafts.${publishedIdOf(id)}`
