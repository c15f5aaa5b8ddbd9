// The addresses of all formats on one screen, and what each answers.
import {CONTENT_TYPES} from '../../model/content-types.ts'
import {ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import {MOVED_QUERY, NOTICE_BY_SLUG_QUERY} from '../../queries/pieces.ts'
import type {ContentClient} from '../content-client.ts'
import {articlePath} from '../display/paths.ts'
import {VIEWS} from '../views/views.ts'
import {ninjs} from './agency/ninjs.ts'
import {newsml} from './agency/newsml.ts'
import {manifest} from './crawlers/manifest.ts'
import {SITEMAP_ROUTES} from './crawlers/sitemap-routes.ts'
import {FEED_ROUTES} from './feeds/feed-routes.ts'
import {jsonText} from './json-text.ts'
import {
  NOT_FOUND,
  type FormatResult,
  type FormatRoute,
  type FormatRequest,
} from './format-request.ts'
import {embeddedPiece, oembed, oembedXml} from './oembed.ts'

/** Addresses of formats. */
export const FORMAT_ROUTES: [path: string, route: FormatRoute][] = [
  ...FEED_ROUTES,
  [`${CONTENT_TYPES.article.path}/:file{ninjs\\.json|newsml\\.xml}`, agencyForm],
  ...SITEMAP_ROUTES,
  ['/manifest.webmanifest', webManifest],
  ['/oembed', embedding],
]

async function agencyForm({client, publisher, params: {slug = '', file}}: FormatRequest) {
  const article = await client.fetch(ARTICLE_BY_SLUG_QUERY, {slug})
  if (!article) return movedOrWithdrawn(client, slug, file ?? '')
  const common = {from: article, noIndex: true}
  return file === 'ninjs.json'
    ? {...common, type: 'application/json', write: () => jsonText(ninjs(article, publisher))}
    : {
        ...common,
        type: 'application/vnd.iptc.g2.newsmessage+xml',
        write: () => newsml(article, publisher),
      }
}

/** As for the article's page: moved, withdrawn, or never there. */
async function movedOrWithdrawn(
  client: ContentClient,
  slug: string,
  file: string,
): Promise<FormatResult> {
  const [moved, gone] = await Promise.all([
    client.fetch(MOVED_QUERY, {type: 'article', slug}),
    client.fetch(NOTICE_BY_SLUG_QUERY, {type: 'article', slug}),
  ])
  const present = moved ?? gone?.movedTo
  if (present && present !== slug) return {movedTo: `${articlePath(present)}/${file}`}
  return gone?.notice ? {status: 410} : NOT_FOUND
}

async function webManifest({publisher}: FormatRequest) {
  const write = () => jsonText(manifest(publisher))
  return {type: 'application/manifest+json', from: null, write}
}

async function embedding({client, publisher, search}: FormatRequest): Promise<FormatResult> {
  const format = search.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') return {status: 501}
  const embedded = embeddedPiece(search.get('url') ?? '', publisher)
  const piece = embedded && (await VIEWS[embedded.type].card(client, embedded.slug))
  if (!piece) return NOT_FOUND
  const answer = oembed(piece, publisher, {
    width: limit(search.get('maxwidth')),
    height: limit(search.get('maxheight')),
  })
  return format === 'json'
    ? {type: 'application/json', from: answer, write: () => jsonText(answer)}
    : {type: 'text/xml', from: answer, write: () => oembedXml(answer)}
}

/** A size in pixels; other values set no limit. */
function limit(text: string | null): number {
  return text && /^\d{1,5}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY
}
