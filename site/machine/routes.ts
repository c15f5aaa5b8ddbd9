// The addresses that machines ask for on one screen, and what each of them answers.
import {ARTICLE_BY_SLUG_QUERY, ARTICLE_MOVED_QUERY} from '../../queries/articles.ts'
import {NOTICE_BY_SLUG_QUERY} from '../../queries/corrections.ts'
import {
  AUTHOR_FEED_QUERY,
  FEED_QUERY,
  NEWS_SITEMAP_QUERY,
  OEMBED_QUERY,
  SECTION_FEED_QUERY,
  SITEMAP_QUERY,
} from '../../queries/feeds.ts'
import type {ContentClient} from '../content-client.ts'
import {articlePath, authorPath, sectionPath} from '../format/paths.ts'
import {ninjs} from './agency/ninjs.ts'
import {newsml} from './agency/newsml.ts'
import {manifest} from './crawlers/manifest.ts'
import {newsSince, newsSitemap} from './crawlers/news-sitemap.ts'
import {SITEMAP_SIZE, sitemap, sitemapIndex} from './crawlers/sitemap.ts'
import type {Feed} from './feeds/feed.ts'
import {FEED_FORMS} from './feeds/feed-forms.ts'
import {jsonText} from './json-text.ts'
import {embeddedSlug, oembed, oembedXml} from './oembed.ts'
import type {Publisher} from './publisher.ts'

/** A body of this media type, another address, or a status that says why there is none. */
export type MachineAnswer =
  | {body: string; type: string}
  | {movedTo: string}
  | {status: 404 | 410 | 501}

export interface MachineVisit {
  /** What the pattern caught, decoded. */
  parts: string[]
  search: URLSearchParams
  client: ContentClient
  publisher: Publisher
  /** Milliseconds since the epoch. */
  now: number
}

type MachineRoute = (visit: MachineVisit) => Promise<MachineAnswer>

const FEED_FILE = '(feed\\.(?:xml|atom|json))'

const XML = 'application/xml'
const NOT_FOUND = {status: 404} as const

/** Addresses for machines. */
export const MACHINE_ROUTES: [pattern: RegExp, route: MachineRoute][] = [
  [new RegExp(`^/${FEED_FILE}$`), newsroomFeed],
  [new RegExp(`^/section/([^/]+)/${FEED_FILE}$`), sectionFeed],
  [new RegExp(`^/author/([^/]+)/${FEED_FILE}$`), authorFeed],
  [/^\/article\/([^/]+)\/(ninjs\.json|newsml\.xml)$/, agencyForm],
  [/^\/sitemap\.xml$/, wholeSitemap],
  [/^\/sitemap-(\d{1,6})\.xml$/, sitemapPage],
  [/^\/sitemap-news\.xml$/, recentSitemap],
  [/^\/manifest\.webmanifest$/, webManifest],
  [/^\/oembed$/, embedding],
]

async function newsroomFeed({client, publisher, parts: [file]}: MachineVisit) {
  const articles = await client.fetch(FEED_QUERY)
  const {name: title, settings} = publisher
  return feedAnswer(file, {title, description: settings?.strapline, path: '/', articles}, publisher)
}

async function sectionFeed({client, publisher, parts: [slug = '', file]}: MachineVisit) {
  const found = await client.fetch(SECTION_FEED_QUERY, {slug})
  if (!found) return NOT_FOUND
  const title = `${found.title ?? slug} – ${publisher.name}`
  return feedAnswer(file, {...found, title, path: sectionPath(slug)}, publisher)
}

async function authorFeed({client, publisher, parts: [slug = '', file]}: MachineVisit) {
  const found = await client.fetch(AUTHOR_FEED_QUERY, {slug})
  if (!found) return NOT_FOUND
  const {name, bio: description, articles} = found
  const title = `${name ?? slug} – ${publisher.name}`
  return feedAnswer(file, {title, description, path: authorPath(slug), articles}, publisher)
}

function feedAnswer(file: string | undefined, feed: Feed, publisher: Publisher): MachineAnswer {
  const form = FEED_FORMS[file ?? '']
  return form ? {body: form.write(feed, publisher), type: form.type} : NOT_FOUND
}

async function agencyForm({client, publisher, parts: [slug = '', file]}: MachineVisit) {
  const article = await client.fetch(ARTICLE_BY_SLUG_QUERY, {slug})
  if (!article) return elsewhere(client, slug, file ?? '')
  return file === 'ninjs.json'
    ? {body: jsonText(ninjs(article, publisher)), type: 'application/json'}
    : {body: newsml(article, publisher), type: 'application/vnd.iptc.g2.newsmessage+xml'}
}

/** As for the article's page: moved, taken away, or never there. */
async function elsewhere(
  client: ContentClient,
  slug: string,
  file: string,
): Promise<MachineAnswer> {
  const [moved, gone] = await Promise.all([
    client.fetch(ARTICLE_MOVED_QUERY, {slug}),
    client.fetch(NOTICE_BY_SLUG_QUERY, {slug}),
  ])
  const present = moved ?? gone?.movedTo
  if (present && present !== slug) return {movedTo: `${articlePath(present)}/${file}`}
  return gone?.notice ? {status: 410} : NOT_FOUND
}

async function wholeSitemap({client, publisher}: MachineVisit) {
  const listed = await client.fetch(SITEMAP_QUERY, {start: 0, end: SITEMAP_SIZE})
  const body =
    listed.total > SITEMAP_SIZE
      ? sitemapIndex(listed.total, publisher)
      : sitemap(listed, 1, publisher)
  return {body, type: XML}
}

async function sitemapPage({client, publisher, parts: [number]}: MachineVisit) {
  const page = Number(number)
  const range = {start: (page - 1) * SITEMAP_SIZE, end: page * SITEMAP_SIZE}
  if (page < 1) return NOT_FOUND
  const listed = await client.fetch(SITEMAP_QUERY, range)
  if (page > 1 && listed.articles.length === 0) return NOT_FOUND
  return {body: sitemap(listed, page, publisher), type: XML}
}

async function recentSitemap({client, publisher, now}: MachineVisit) {
  const articles = await client.fetch(NEWS_SITEMAP_QUERY, {since: newsSince(now)})
  return {body: newsSitemap(articles, publisher), type: XML}
}

async function webManifest({publisher}: MachineVisit) {
  return {body: jsonText(manifest(publisher)), type: 'application/manifest+json'}
}

async function embedding({client, publisher, search}: MachineVisit): Promise<MachineAnswer> {
  const format = search.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return {status: 501}
  const slug = embeddedSlug(search.get('url') ?? '', publisher)
  const article = slug === undefined ? null : await client.fetch(OEMBED_QUERY, {slug})
  if (!article) return NOT_FOUND
  const answer = oembed(article, publisher, {
    width: limit(search.get('maxwidth')),
    height: limit(search.get('maxheight')),
  })
  return format === 'json'
    ? {body: jsonText(answer), type: 'application/json'}
    : {body: oembedXml(answer), type: 'text/xml'}
}

/** A size in pixels; none that anybody could mean is no limit. */
function limit(text: string | null): number {
  return text && /^\d{1,5}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
}
