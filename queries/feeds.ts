// Queries of feeds and sitemaps, and of one article for embeds.
import {defineQuery} from 'groq'
import {
  ARTICLE_CARD_FRAGMENT,
  ARTICLE_DATE,
  ARTICLE_IN_FEED_FRAGMENT,
  NEWEST_FIRST,
} from './fragments.ts'
import {IS_NEWS, PIECE_TITLE} from './piece-parts.ts'

/** Photos that an article shows: with one that was taken down, its photos leave the list. */
const LISTED_PHOTO = /* groq */ `_type == "photoWithCredit" && defined(creditLine)
  && defined(image.asset)
  && count(*[_type == "article" && defined(slug.current) && references(^._id)]) > 0`

/**
 * The newest twenty articles, each with its whole text and its corrections. No parameters. Used by the
 * site's feeds: RSS, Atom and JSON Feed.
 */
export const FEED_QUERY = defineQuery(`
  *[_type == "article" && defined(slug.current)] | ${NEWEST_FIRST} [0...20]{
    ${ARTICLE_IN_FEED_FRAGMENT}
  }
`)

/**
 * A section and its newest twenty articles with their whole text; `null` where there is no such section.
 * Parameter `slug`: the section's. Used by the feeds of a section.
 */
export const SECTION_FEED_QUERY = defineQuery(`
  *[_type == "section" && slug.current == $slug][0]{
    _id,
    title,
    description,
    "articles": *[_type == "article" && defined(slug.current) && section._ref == ^._id]
      | ${NEWEST_FIRST} [0...20]{${ARTICLE_IN_FEED_FRAGMENT}}
  }
`)

/**
 * A topic and its newest twenty articles with their whole text; `null` where there is no such topic.
 * Parameter `slug`: the topic's. Used by the feeds of a topic.
 */
export const TOPIC_FEED_QUERY = defineQuery(`
  *[_type == "topic" && slug.current == $slug][0]{
    _id,
    title,
    description,
    "articles": *[_type == "article" && defined(slug.current) && ^._id in topics[]._ref]
      | ${NEWEST_FIRST} [0...20]{${ARTICLE_IN_FEED_FRAGMENT}}
  }
`)

/**
 * A series and the newest twenty articles among its parts, with their whole text; `null` where there is no such
 * series. Parameter `slug`: the series'. Used by the feeds of a series.
 */
export const SERIES_FEED_QUERY = defineQuery(`
  *[_type == "series" && slug.current == $slug][0]{
    _id,
    title,
    description,
    "articles": *[_type == "article" && _id in ^.parts[]._ref && defined(slug.current)]
      | ${NEWEST_FIRST} [0...20]{${ARTICLE_IN_FEED_FRAGMENT}}
  }
`)

/**
 * An author and the newest twenty articles that name them in the byline, with their whole text; `null`
 * where there is no such author. Parameter `slug`: the author's. Used by the feeds of an author.
 */
export const AUTHOR_FEED_QUERY = defineQuery(`
  *[_type == "author" && slug.current == $slug][0]{
    _id,
    name,
    bio,
    "articles": *[_type == "article" && defined(slug.current) && ^._id in bylines[].author._ref]
      | ${NEWEST_FIRST} [0...20]{${ARTICLE_IN_FEED_FRAGMENT}}
  }
`)

/**
 * How many pieces and how many photos search engines should know. Parameter `types`: the types of the
 * pieces. Used by the site's list of sitemaps, which has a file for each few thousand of them.
 */
export const SITEMAP_SIZES_QUERY = defineQuery(`{
  "pieces": count(*[_type in $types && defined(slug.current)
    && seo.noIndex != true && !defined(seo.canonicalUrl)]),
  "photos": count(*[${LISTED_PHOTO}])
}`)

/**
 * The pieces that search engines should know, oldest first, so that a page of the list fills up and
 * then stays as it is. `corrections` says when pieces were changed; join them by `article`.
 * Parameters `types` as for SITEMAP_SIZES_QUERY; `start` and `end`: the pieces from position `start` up to
 * and without `end`. Used by the site's sitemaps.
 */
export const SITEMAP_QUERY = defineQuery(`{
  "pieces": *[_type in $types && defined(slug.current)
    && seo.noIndex != true && !defined(seo.canonicalUrl)]
    | order(${ARTICLE_DATE} asc, _id asc) [$start...$end]{
      _id,
      _type,
      "slug": slug.current,
      "date": ${ARTICLE_DATE}
    },
  "corrections": *[_type == "correction"]{"article": article._ref, publishedAt}
}`)

/**
 * The lists that search engines should know. No parameters. Used by the sitemap of pages.
 */
export const SITEMAP_PAGES_QUERY = defineQuery(`{
  "sections": *[_type == "section" && defined(slug.current)] | order(_id asc){"slug": slug.current},
  "topics": *[_type == "topic" && defined(slug.current)] | order(_id asc){"slug": slug.current},
  "series": *[_type == "series" && defined(slug.current)] | order(_id asc){"slug": slug.current},
  "authors": *[_type == "author" && defined(slug.current)] | order(_id asc){"slug": slug.current}
}`)

/**
 * The photos that search engines should know, each with the picture: those that an article shows.
 * Parameters `start` and `end` as for SITEMAP_QUERY. Used by the sitemaps of photos.
 */
export const SITEMAP_PHOTOS_QUERY = defineQuery(`
  *[${LISTED_PHOTO}] | order(_createdAt asc, _id asc) [$start...$end]{
    _id,
    _updatedAt,
    creditLine,
    image{crop, hotspot, asset->{_id, "dimensions": metadata.dimensions{width, height}}}
  }
`)

/**
 * The articles and other pieces of news (`news` in the registry) since a moment, newest first, at most a thousand; without advertisers' content.
 * Parameter `since`: that moment, ISO 8601. Used by the site's sitemap for news.
 */
export const NEWS_SITEMAP_QUERY = defineQuery(`
  *[${IS_NEWS} && defined(slug.current) && seo.noIndex != true
    && !defined(seo.canonicalUrl) && articleType != "sponsored"
    && ${ARTICLE_DATE} >= $since] | ${NEWEST_FIRST} [0...1000]{
      _type,
      "headline": ${PIECE_TITLE},
      language,
      "slug": slug.current,
      "date": ${ARTICLE_DATE}
    }
`)

/**
 * One article as a card, by its present or a former address; `null` where there is none. Parameter
 * `slug`: the last part of the address. Used by the site's oEmbed endpoint.
 */
export const OEMBED_QUERY = defineQuery(`
  coalesce(
    *[_type == "article" && slug.current == $slug] | ${NEWEST_FIRST} [0]{${ARTICLE_CARD_FRAGMENT}},
    *[_type == "article" && $slug in previousSlugs && defined(slug.current)]
      | ${NEWEST_FIRST} [0]{${ARTICLE_CARD_FRAGMENT}}
  )
`)
