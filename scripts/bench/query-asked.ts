// What the bench `query` asks: a newsroom's pages and lists, in GROQ and in SQL written by hand.
import type {Perspective} from '@copydesk/groq/documents'
import {ARTICLE_BY_SLUG_QUERY, HOME_QUERY} from '../../queries/articles.ts'
import {SECTION_BY_SLUG_QUERY} from '../../queries/sections.ts'
import {rareWord, sizesFor} from './articles.ts'

/** How many articles there are. */
type Params = (n: number, count: number) => Record<string, unknown>

export interface Asked {
  name: string
  query: string
  /** Other ones each time, as readers ask for other pages. */
  params: Params
  perspective: Perspective
  /** The same answer by SQLite, a row of JSON text for each document; none for the site's own queries. */
  sql?: {text: string; params: string[]; isOne?: boolean}
}

const PUBLISHED: Perspective = ['published']
const one = (prefix: string, n: number, of: number): string => `${prefix}-${(n * 7919) % of}`

const field = (path: string, table = 'd'): string => `json_extract(${table}.body, '$.${path}')`
const CARD = `json_object('_id', d.id, 'headline', ${field('headline')})`
/** As the indexes say it (`query-sql.ts`), or they are not used. */
const ARTICLES = `d.published = 1 AND d.type = 'article'`
const NEWEST = `ORDER BY ${field('firstPublishedAt')} DESC, d.id`
const counted = (type: string): string =>
  `(SELECT count(*) FROM documents WHERE published = 1 AND type = '${type}')`

export const ASKED: Asked[] = [
  {
    name: 'article by slug with what it refers to',
    query: `*[_type == "article" && slug.current == $slug][0]{
      _id, headline, dek,
      section->{title},
      "authors": bylines[].author->name,
      "photo": leadPhoto.photo->{caption, creditLine, "url": image.asset->url},
      "topics": topics[]->title
    }`,
    params: (n, count) => ({slug: one('article', n, count)}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT json_object(
          '_id', d.id, 'headline', ${field('headline')}, 'dek', ${field('dek')},
          'section', json((SELECT json_object('title', ${field('title', 's')}) FROM documents s
            WHERE s.id = ${field('section._ref')})),
          'authors', json((SELECT json_group_array(${field('name', 'p')})
            FROM json_each(d.body, '$.bylines') b
            JOIN documents p ON p.id = json_extract(b.value, '$.author._ref'))),
          'photo', json((SELECT json_object('caption', ${field('caption', 'f')},
              'creditLine', ${field('creditLine', 'f')},
              'url', (SELECT ${field('url', 'i')} FROM documents i
                WHERE i.id = ${field('image.asset._ref', 'f')}))
            FROM documents f WHERE f.id = ${field('leadPhoto.photo._ref')})),
          'topics', json((SELECT json_group_array(${field('title', 't')})
            FROM json_each(d.body, '$.topics') x
            JOIN documents t ON t.id = json_extract(x.value, '$._ref')))
        ) AS json FROM documents d
        WHERE ${ARTICLES} AND ${field('slug.current')} = ? LIMIT 1`,
      params: ['slug'],
      isOne: true,
    },
  },
  {
    name: 'article by slug with its 12 kB of text',
    query: `*[_type == "article" && slug.current == $slug][0]{headline, body}`,
    params: (n, count) => ({slug: one('article', n, count)}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT json_object('headline', ${field('headline')}, 'body', json(${field('body')})) AS json
        FROM documents d WHERE ${ARTICLES} AND ${field('slug.current')} = ? LIMIT 1`,
      params: ['slug'],
      isOne: true,
    },
  },
  {
    name: 'latest 20 of a section',
    query: `*[_type == "article" && section._ref == $section]
      | order(firstPublishedAt desc)[0...20]{_id, headline}`,
    params: (n) => ({section: `section-${n % 8}`}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT ${CARD} AS json FROM documents d
        WHERE ${ARTICLES} AND ${field('section._ref')} = ? ${NEWEST} LIMIT 20`,
      params: ['section'],
    },
  },
  {
    name: 'front page, latest 20',
    query: `*[_type == "article"] | order(firstPublishedAt desc)[0...20]{
      _id, headline, "section": section->title, "author": bylines[0].author->name
    }`,
    params: () => ({}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT json_object('_id', d.id, 'headline', ${field('headline')},
          'section', (SELECT ${field('title', 's')} FROM documents s
            WHERE s.id = ${field('section._ref')}),
          'author', (SELECT ${field('name', 'p')} FROM documents p
            WHERE p.id = ${field('bylines[0].author._ref')})) AS json
        FROM documents d INDEXED BY by_date WHERE ${ARTICLES} ${NEWEST} LIMIT 20`,
      params: [],
    },
  },
  {
    name: 'count by type',
    query: `{
      "articles": count(*[_type == "article"]),
      "photos": count(*[_type == "photoWithCredit"]),
      "authors": count(*[_type == "author"])
    }`,
    params: () => ({}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT json_object('articles', ${counted('article')},
        'photos', ${counted('photoWithCredit')}, 'authors', ${counted('author')}) AS json`,
      params: [],
      isOne: true,
    },
  },
  {
    name: 'references($id)',
    query: `*[references($id)]._id`,
    params: (n, count) => ({id: one('photo', n, count)}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT json_quote(source) AS json FROM edges WHERE target = ? ORDER BY source`,
      params: ['id'],
    },
  },
  {
    name: 'match in headline, dek and text, latest 20',
    query: `*[_type == "article" && [headline, dek, pt::text(body)] match $word]
      | order(firstPublishedAt desc)[0...20]{_id, headline}`,
    params: (n) => ({word: rareWord(n)}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT ${CARD} AS json FROM texts JOIN documents d ON d.rowid = texts.rowid
        WHERE texts MATCH ? ${NEWEST} LIMIT 20`,
      params: ['word'],
    },
  },
  {
    name: 'facets: articles in each section',
    query: `*[_type == "section"]{_id, "n": count(*[_type == "article" && section._ref == ^._id])}`,
    params: () => ({}),
    perspective: PUBLISHED,
    sql: {
      // Without the sign SQLite would not use the index: a column has an affinity, an expression none.
      text: `SELECT json_object('_id', s.id, 'n', (SELECT count(*) FROM documents d
          WHERE ${ARTICLES} AND ${field('section._ref')} = +s.id)) AS json
        FROM documents s WHERE s.published = 1 AND s.type = 'section' ORDER BY s.id`,
      params: [],
    },
  },
  {
    name: 'related by shared topics',
    query: `*[_type == "article" && _id != $id && references($topics)]
      | order(count(topics[_ref in $topics]) desc, firstPublishedAt desc)[0...5]{_id, headline}`,
    params(n, count) {
      const {topics} = sizesFor(count)
      return {
        id: one('article', n, count),
        topics: [`topic-${n % topics}`, `topic-${(n + 7) % topics}`],
      }
    },
    perspective: PUBLISHED,
    sql: {
      text: `SELECT ${CARD} AS json FROM (
          SELECT article, count(*) AS shared FROM topics_of
          WHERE topic IN (SELECT value FROM json_each(?)) AND article != ? GROUP BY article
        ) JOIN documents d ON d.id = article
        ORDER BY shared DESC, ${field('firstPublishedAt')} DESC, d.id LIMIT 5`,
      params: ['topics', 'id'],
    },
  },
  {
    name: 'drafts in review, mine',
    query: `*[_id in path("drafts.**") && _type == "article" && stage == "review"
        && $author in bylines[].author._ref] | order(_updatedAt desc){_id, headline}`,
    params: (n, count) => ({author: one('author', n, sizesFor(count).authors)}),
    perspective: 'raw',
    sql: {
      text: `SELECT ${CARD} AS json FROM authors_of JOIN documents d ON d.id = article
        WHERE author = ? AND authors_of.published = 0 AND ${field('stage')} = 'review'
        ORDER BY ${field('_updatedAt')} DESC, d.id`,
      params: ['author'],
    },
  },
  {
    name: 'usage of five photos',
    query: `*[_id in $ids]{_id, "used": *[_type == "article" && references(^._id)]{_id, headline}}`,
    params: (n, count) => ({ids: [0, 1, 2, 3, 4].map((at) => one('photo', n * 5 + at, count))}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT json_object('_id', p.id, 'used', json((SELECT json_group_array(json(card)) FROM (
            SELECT ${CARD} AS card FROM edges JOIN documents d ON d.id = source
            WHERE target = +p.id AND d.type = 'article' ORDER BY source)))) AS json
        FROM documents p WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id`,
      params: ['ids'],
    },
  },
  {
    name: 'by author, latest 20',
    query: `*[_type == "article" && $author in bylines[].author._ref]
      | order(firstPublishedAt desc)[0...20]{_id, headline}`,
    params: (n, count) => ({author: one('author', n, sizesFor(count).authors)}),
    perspective: PUBLISHED,
    sql: {
      text: `SELECT ${CARD} AS json FROM authors_of JOIN documents d ON d.id = article
        WHERE author = ? AND authors_of.published = 1
        ORDER BY authors_of.published_at DESC, article LIMIT 20`,
      params: ['author'],
    },
  },
  {
    name: 'the site’s article',
    query: ARTICLE_BY_SLUG_QUERY,
    params: (n, count) => ({slug: one('article', n, count)}),
    perspective: PUBLISHED,
  },
  {
    name: 'the site’s section',
    query: SECTION_BY_SLUG_QUERY,
    params: (n) => ({slug: `section-${n % 8}`, start: 0, end: 24}),
    perspective: PUBLISHED,
  },
  {name: 'the site’s front page', query: HOME_QUERY, params: () => ({}), perspective: PUBLISHED},
]
