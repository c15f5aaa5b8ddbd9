// Whom we quote: people and institutions, and what they said in what was published.
import {defineQuery} from 'groq'
import {ARTICLE_DATE, NEWEST_FIRST, QUOTE_FRAGMENT} from './fragments.ts'

/**
 * Everybody whose words stand in a published article, by name. Sort them again by the rules of the
 * language: GROQ puts É after Z. No parameters. Used by the site's index of sources.
 */
export const SOURCES_QUERY = defineQuery(`
  *[_type == "source" && defined(name) && count(
    *[_type == "expertQuote" && references(^._id) && ^._id in speakers[].source._ref
      && count(*[_type == "article" && defined(slug.current) && references(^._id)]) > 0]
  ) > 0] | order(lower(name) asc, _id asc){
    _id,
    name,
    honorific,
    kind,
    "position": affiliations[0]{title, organization}
  }
`)

/**
 * A source and a page of what we quoted, newest article first, each quote with the articles that use it;
 * `null` where there is no such source. A quote that no published article uses is left out. Parameters
 * `id`: the source's; `start` and `end` as for SECTION_BY_SLUG_QUERY; `total` counts the quotes. Used by
 * the site's page of a source.
 */
export const SOURCE_BY_ID_QUERY = defineQuery(`
  *[_type == "source" && _id == $id][0]{
    _id,
    name,
    honorific,
    kind,
    affiliations[]{_key, title, organization, from, to},
    expertise,
    country,
    "total": count(*[_type == "expertQuote" && references($id) && $id in speakers[].source._ref
      && count(*[_type == "article" && defined(slug.current) && references(^._id)]) > 0]),
    "quotes": *[_type == "expertQuote" && references($id) && $id in speakers[].source._ref
      && count(*[_type == "article" && defined(slug.current) && references(^._id)]) > 0]{
        ${QUOTE_FRAGMENT},
        "articles": *[_type == "article" && defined(slug.current) && references(^._id)]
          | ${NEWEST_FIRST} {
            _id,
            headline,
            language,
            "slug": slug.current,
            "date": ${ARTICLE_DATE}
          }
      } | order(articles[0].date desc, _id asc) [$start...$end]
  }
`)
