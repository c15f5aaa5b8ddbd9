// The feeds: of the whole newsroom, of a section, a topic, a series or an author, and of each list of a type.
import {contentType} from '../../../model/registry.ts'
import {
  AUTHOR_FEED_QUERY,
  SECTION_FEED_QUERY,
  SERIES_FEED_QUERY,
  TOPIC_FEED_QUERY,
} from '../../../queries/feeds.ts'
import {authorPath, sectionPath, seriesPath, topicPath} from '../../display/paths.ts'
import {articleEntry} from '../../views/article-view.tsx'
import {LISTS, VIEWS} from '../../views/views.ts'
import type {FeedArticle} from '../feed-article.ts'
import {
  NOT_FOUND,
  type FormatResult,
  type FormatRoute,
  type FormatRequest,
} from '../format-request.ts'
import {jsonText} from '../json-text.ts'
import type {Publisher} from '../publisher.ts'
import {atom} from './atom.ts'
import type {Feed, FeedEntry} from './feed.ts'
import {jsonFeed} from './json-feed.ts'
import {rss} from './rss.ts'

const FEED_FILE = ':file{feed\\.(?:xml|atom|json)}'

/** The addresses of feeds. */
export const FEED_ROUTES: [path: string, route: FormatRoute][] = [
  [`/${FEED_FILE}`, newsroomFeed],
  [`/section/:slug/${FEED_FILE}`, feedOf(SECTION_FEED_QUERY, sectionPath)],
  [`/topic/:slug/${FEED_FILE}`, feedOf(TOPIC_FEED_QUERY, topicPath)],
  [`/series/:slug/${FEED_FILE}`, feedOf(SERIES_FEED_QUERY, seriesPath)],
  [`/author/:slug/${FEED_FILE}`, authorFeed],
  ...LISTS.map(({type, path}): [string, FormatRoute] => [
    `${path}/${FEED_FILE}`,
    (visit) => listFeed(type, path, visit),
  ]),
]

/** Pieces in one feed. */
const MOST = 20

async function newsroomFeed({client, publisher, params: {file}}: FormatRequest) {
  const newest = await Promise.all(Object.values(VIEWS).map((view) => view.newest(client)))
  const entries = newest.flat().toSorted(newestFirst).slice(0, MOST)
  const {name: title, settings} = publisher
  const description = settings?.strapline
  return feedAnswer(file, {_id: '/', title, description, path: '/', entries}, publisher)
}

const newestFirst = ({piece: a}: FeedEntry, {piece: b}: FeedEntry): number =>
  a.date === b.date ? 0 : a.date > b.date ? -1 : 1

async function listFeed(
  type: keyof typeof VIEWS,
  path: string,
  {client, publisher, params: {file}}: FormatRequest,
) {
  const entries = await VIEWS[type].newest(client)
  const title = `${contentType(type)?.plural} – ${publisher.name}`
  return feedAnswer(file, {_id: path, title, description: undefined, path, entries}, publisher)
}

function feedOf(
  query: typeof SECTION_FEED_QUERY | typeof TOPIC_FEED_QUERY | typeof SERIES_FEED_QUERY,
  pathOf: (slug: string) => string,
): FormatRoute {
  return async ({client, publisher, params: {slug = '', file}}) => {
    const found = await client.fetch(query, {slug})
    if (!found) return NOT_FOUND
    const title = `${found.title ?? slug} – ${publisher.name}`
    return feedAnswer(file, {...listed(found), title, path: pathOf(slug)}, publisher)
  }
}

async function authorFeed({client, publisher, params: {slug = '', file}}: FormatRequest) {
  const found = await client.fetch(AUTHOR_FEED_QUERY, {slug})
  if (!found) return NOT_FOUND
  const {name, bio: description, ...rest} = found
  const title = `${name ?? slug} – ${publisher.name}`
  return feedAnswer(file, {...listed(rest), title, description, path: authorPath(slug)}, publisher)
}

const listed = <Found extends {articles: readonly FeedArticle[]}>({articles, ...found}: Found) => ({
  ...found,
  entries: articles.map(articleEntry),
})

/** A feed's forms by the last part of their address. */
const FEED_FORMS: Record<
  string,
  {type: string; write: (feed: Feed, publisher: Publisher) => string}
> = {
  'feed.xml': {type: 'application/rss+xml', write: rss},
  'feed.atom': {type: 'application/atom+xml', write: atom},
  'feed.json': {
    type: 'application/feed+json',
    write: (feed, publisher) => jsonText(jsonFeed(feed, publisher)),
  },
}

function feedAnswer(file: string | undefined, feed: Feed, publisher: Publisher): FormatResult {
  const form = FEED_FORMS[file ?? '']
  if (!form) return NOT_FOUND
  return {type: form.type, from: feed, write: () => form.write(feed, publisher)}
}
