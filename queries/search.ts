// What readers look for, in the words in which they ask.
import {defineQuery} from 'groq'
import {ARTICLE_CARD_FRAGMENT, ARTICLE_DATE} from './fragments.ts'

/**
 * A page of the articles whose headline, standfirst and kicker hold all words of a search, best first:
 * the headline counts most. Parameters `q`: what the reader typed, as it is, with "phrases", endings
 * left open* and -exclusions; `start` and `end` as for SECTION_BY_SLUG_QUERY; `total` counts them all.
 * Used by the site's search.
 */
export const SEARCH_QUERY = defineQuery(`{
  "found": *[_type == "article" && defined(slug.current)
    && [headline, dek, kicker] match text::query($q)]
    | score(boost(headline match text::query($q), 4), boost(dek match text::query($q), 2))
    | order(_score desc, ${ARTICLE_DATE} desc, _id asc)
}{
  "total": count(found),
  "articles": found[$start...$end]{
    ${ARTICLE_CARD_FRAGMENT}
  }
}`)
