// One photo with all that is said about it.
import {defineQuery} from 'groq'
import {ARTICLE_CARD_FRAGMENT, NEWEST_FIRST, PHOTO_FRAGMENT} from './fragments.ts'

/**
 * A photo, its rights, and the newest articles that show it; `null` where none is published under this
 * id. Do not show one with `isDenied` that no article shows. Parameter `id`: the photo's. Used by the
 * site's page of a photo.
 */
export const PHOTO_BY_ID_QUERY = defineQuery(`
  *[_type == "photoWithCredit" && _id == $id][0]{
    ${PHOTO_FRAGMENT},
    people,
    "isDenied": rights.clearance == "denied",
    "articles": *[_type == "article" && defined(slug.current) && references($id)]
      | ${NEWEST_FIRST} [0...20]{
        ${ARTICLE_CARD_FRAGMENT}
      }
  }
`)
