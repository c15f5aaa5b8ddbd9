// The piece that a form shows, for the plugins that add something to the form.
import {isPieceType} from '../../../model/registry.ts'
import {getPublishedId, isVersionId, type InputProps} from 'sanity'

export interface ArticleOfForm {
  /** Its published ID; null until it exists. */
  id: string | null
  /** The form shows its version in a release. */
  isInRelease: boolean
}

/** Undefined for all inputs except the whole form of a piece. */
export function articleOfForm({path, schemaType, value}: InputProps): ArticleOfForm | undefined {
  if (path.length > 0 || !isPieceType(schemaType.name)) return undefined
  const {_id, _createdAt} = (value ?? {}) as {_id?: string; _createdAt?: string}
  return {
    id: _id && _createdAt ? getPublishedId(_id) : null,
    isInRelease: _id !== undefined && isVersionId(_id),
  }
}
