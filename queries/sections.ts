// Sections and topics: the articles in each, page by page.
import {defineQuery} from 'groq'
import {ARTICLE_CARD_FRAGMENT, NEWEST_FIRST, OFF_FRONTS, PORTRAIT_FRAGMENT} from './fragments.ts'

/**
 * A section and a page of its articles, newest first; `null` where there is no such section.
 * Parameters `slug`; `start` and `end`: the articles from position `start` (counted from 0) up to and
 * without `end`. Ask for one more than you show to learn whether there is another page. `total` counts
 * them all; `offFronts` are ids of pieces that are on no front. Used by the site's section page.
 */
export const SECTION_BY_SLUG_QUERY = defineQuery(`
  *[_type == "section" && slug.current == $slug][0]{
    _id,
    title,
    "offFronts": ${OFF_FRONTS},
    description,
    hue,
    "slug": slug.current,
    "total": count(*[_type == "article" && defined(slug.current) && section._ref == ^._id]),
    "articles": *[_type == "article" && defined(slug.current) && section._ref == ^._id]
      | ${NEWEST_FIRST} [$start...$end]{
        ${ARTICLE_CARD_FRAGMENT},
        ${PORTRAIT_FRAGMENT}
      }
  }
`)

/**
 * A topic and a page of its articles, newest first; `null` where there is no such topic.
 * Parameters as for SECTION_BY_SLUG_QUERY. Used by the site's topic page.
 */
export const TOPIC_BY_SLUG_QUERY = defineQuery(`
  *[_type == "topic" && slug.current == $slug][0]{
    _id,
    title,
    description,
    "slug": slug.current,
    "total": count(*[_type == "article" && defined(slug.current) && ^._id in topics[]._ref]),
    "articles": *[_type == "article" && defined(slug.current) && ^._id in topics[]._ref]
      | ${NEWEST_FIRST} [$start...$end]{
        ${ARTICLE_CARD_FRAGMENT}
      }
  }
`)
