// What readers look for, in the words in which they ask.
import {defineQuery} from 'groq'
import {ARTICLE_DATE, PIECE_CARD_FRAGMENT} from './fragments.ts'
import {IS_PIECE, PIECE_SUMMARY, PIECE_TITLE} from './piece-parts.ts'

/**
 * A page of the pieces of all types whose title, summary and kicker hold all words of a search, best first:
 * the title counts most. Parameters `q`: what the reader typed, as it is, with "phrases", endings
 * left open* and -exclusions; `start` and `end` as for SECTION_BY_SLUG_QUERY; `total` counts them all.
 * Used by the site's search.
 */
export const SEARCH_QUERY = defineQuery(`{
  "found": *[${IS_PIECE} && defined(slug.current)
    && [${PIECE_TITLE}, ${PIECE_SUMMARY}, kicker] match text::query($q)]
    | score(boost(${PIECE_TITLE} match text::query($q), 4), boost(${PIECE_SUMMARY} match text::query($q), 2))
    | order(_score desc, ${ARTICLE_DATE} desc, _id asc)
}{
  "total": count(found),
  "articles": found[$start...$end]{
    ${PIECE_CARD_FRAGMENT}
  }
}`)
