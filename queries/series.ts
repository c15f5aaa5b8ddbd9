// Series: pieces that are read in order.
import {defineQuery} from 'groq'
import {PHOTO_USE_FRAGMENT, PIECE_CARD_FRAGMENT} from './fragments.ts'

/**
 * A series and a page of its parts, in order; `null` where there is no such series. The number of a part
 * is its place in the list of the series, from 1: `start` plus its index plus 1. `null` is in the place of a
 * part that is not live. `total` counts all places. Parameters `slug`, `start`, `end` as for
 * SECTION_BY_SLUG_QUERY. Used by the site's page of a series.
 */
export const SERIES_BY_SLUG_QUERY = defineQuery(`
  *[_type == "series" && slug.current == $slug][0]{
    _id,
    title,
    description,
    "slug": slug.current,
    picture{${PHOTO_USE_FRAGMENT}},
    "total": coalesce(count(parts), 0),
    "parts": parts[$start...$end]->{${PIECE_CARD_FRAGMENT}}
  }
`)
