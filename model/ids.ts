// Ids of drafts and versions, in the words of Sanity's own library.
import {getDraftId, getPublishedId, type DocumentId} from '@sanity/id-utils'

/** The id of the document that a draft or version is one of; any other id is its own. */
export const publishedIdOf = (id: string): string => getPublishedId(id as DocumentId)

/** `drafts.<id>`, for any id of the document. */
export const draftIdOf = (id: string): string => getDraftId(id as DocumentId)
