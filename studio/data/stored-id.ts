// The ID under which a new document is written that belongs to the one in a form.
import {getVersionFromId, getVersionId, isVersionId} from 'sanity'
import {draftIdOf} from '../../model/ids.ts'

/** As a version in the release that the form's document is in, otherwise as a draft. */
export function storedIdBeside(documentId: string): (publishedId: string) => string {
  const release = isVersionId(documentId) ? getVersionFromId(documentId) : undefined
  return release ? (id) => getVersionId(id, release) : draftIdOf
}
