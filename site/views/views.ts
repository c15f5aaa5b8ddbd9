// The types of pieces that have a page on the site, one line each. What `model/content-types.ts` gives a path
// and is missing here, the type check names.
import {CONTENT_TYPES, type PublicPiece} from '../../model/content-types.ts'
import type {ContentType} from '../../model/kinds.ts'
import {contentType} from '../../model/registry.ts'
import {articleView} from './article-view.tsx'
import type {View} from './view.tsx'

export const VIEWS: Record<PublicPiece, View> = {
  article: articleView,
}

/** Their names. */
export const PUBLIC_PIECES = Object.keys(VIEWS) as PublicPiece[]

/** Whether pieces of a type have a recording. */
export const hasAudio = (type: PublicPiece): boolean =>
  contentType(type)?.fields.audio !== undefined

/** The lists of all pieces of a type: where they are. */
export const LISTS = PUBLIC_PIECES.flatMap((type) => {
  const {list}: ContentType = CONTENT_TYPES[type]
  return list ? [{type, path: list}] : []
})
