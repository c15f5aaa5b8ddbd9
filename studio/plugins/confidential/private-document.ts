// The private document of a public one: its type, its ID and its reference back.
import {publishedIdOf} from '../../../model/ids.ts'

export interface PrivateDocument {
  type: string
  id: string
  /** The private document's reference to the public one. */
  backlink: string
}

const PRIVATE: Record<string, {type: string; prefix: string; backlink: string}> = {
  source: {type: 'privateSource', prefix: 'private.source.', backlink: 'source'},
  expertQuote: {type: 'privateQuote', prefix: 'private.quote.', backlink: 'quote'},
  photoWithCredit: {type: 'privatePhoto', prefix: 'private.photo.', backlink: 'photo'},
  author: {type: 'privateAuthor', prefix: 'private.author.', backlink: 'author'},
}

/** Null for types without confidential fields. */
export function privateDocumentOf(publicType: string, publicId: string): PrivateDocument | null {
  const known = PRIVATE[publicType]
  if (!known || !publicId) return null
  return {type: known.type, id: known.prefix + publishedIdOf(publicId), backlink: known.backlink}
}

/** The initial value of a private document. The reference is weak, and only the private document has one. */
export function initialPrivateValue(secret: PrivateDocument, publicId: string) {
  return {
    _type: secret.type,
    _id: secret.id,
    [secret.backlink]: {_type: 'reference', _ref: publishedIdOf(publicId), _weak: true},
  }
}
