// Authors: who they are and what they wrote.
import {defineQuery} from 'groq'
import {
  ARTICLE_CARD_FRAGMENT,
  NEWEST_FIRST,
  PHOTO_USE_FRAGMENT,
  RICH_TEXT_FRAGMENT,
} from './fragments.ts'

/**
 * An author and a page of the articles that name them in the byline, newest first; `null` where there
 * is no such author. Parameters `slug`, `start`, `end` as for SECTION_BY_SLUG_QUERY. Used by the site's
 * author page.
 */
export const AUTHOR_BY_SLUG_QUERY = defineQuery(`
  *[_type == "author" && slug.current == $slug][0]{
    _id,
    name,
    jobTitle,
    affiliation,
    status,
    bio,
    longBio[]{${RICH_TEXT_FRAGMENT}},
    expertise,
    languages,
    links[]{_key, label, url},
    persistentId,
    "slug": slug.current,
    portrait{${PHOTO_USE_FRAGMENT}},
    "total": count(*[_type == "article" && defined(slug.current) && ^._id in bylines[].author._ref]),
    "articles": *[_type == "article" && defined(slug.current) && ^._id in bylines[].author._ref]
      | ${NEWEST_FIRST} [$start...$end]{
        ${ARTICLE_CARD_FRAGMENT}
      }
  }
`)
