// Feeds, sitemaps, icons, agency formats and link previews: all that the site sends besides pages.
import icons from 'copydesk:icons'
import {Hono} from 'hono'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import {withSignal, type ContentClient} from '../content-client.ts'
import type {Images} from '../display/images.ts'
import {FOR_A_DAY, PRIVATE, PUBLIC} from '../http/cache-control.ts'
import {conditional, taggedBody, type ResponseFor, type TaggedBody} from '../http/conditional.ts'
import {createRenderCache} from '../http/render-cache.ts'
import {createSingleFlight} from '../http/single-flight.ts'
import {robots} from './crawlers/robots.ts'
import {DRAWN_ICON_PATH, ICO_PATH} from './icons/icon-path.ts'
import {markSvg} from './icons/mark.ts'
import type {FormatRoute, FormatRequest} from './format-request.ts'
import {publisherOf} from './publisher.ts'
import {FORMAT_ROUTES} from './routes.ts'

export interface FormatsOptions {
  client: ContentClient
  origin: string
  /** Absolute addresses of pictures. */
  images: Images
  /** Milliseconds since the epoch. */
  now: () => number
}

type Body = string | Uint8Array<ArrayBuffer>

/** The routes of all formats. */
export function createFormats({client, origin, images, now}: FormatsOptions) {
  const app = new Hono()
  const cached = createRenderCache<TaggedBody>()
  const singleFlight = createSingleFlight<ResponseFor>()

  /** Needs no query. A robot that gets no robots.txt does not read the site. */
  const fixed = (path: string, type: string, body: Body) =>
    app.get(path, async (c) => conditional(c.req.raw, body, {...headersOf(type), ...FOR_A_DAY}))
  fixed('/robots.txt', 'text/plain', robots(origin))
  fixed(DRAWN_ICON_PATH, 'image/svg+xml', markSvg())
  for (const [path, base64] of Object.entries(icons)) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    fixed(path, path === ICO_PATH ? 'image/x-icon' : 'image/png', bytes)
  }

  for (const [path, route] of FORMAT_ROUTES) {
    app.get(path, async (c) => {
      const [url, params] = [new URL(c.req.url), c.req.param()]
      const responseFor = await singleFlight({
        key: url.pathname + url.search,
        signal: c.req.raw.signal,
        work: (signal) => load(route, {params, client: withSignal(client, signal)}, url),
      })
      return responseFor(c.req.raw)
    })
  }

  async function load(
    route: FormatRoute,
    {params, client}: Pick<FormatRequest, 'params' | 'client'>,
    url: URL,
  ): Promise<ResponseFor> {
    const settings = await client.fetch(SITE_SETTINGS_QUERY)
    const publisher = publisherOf(settings, {origin, images})
    const {searchParams: search} = url
    const result = await route({params, search, client, publisher, now: now()})
    if ('movedTo' in result) return () => moved(result.movedTo)
    if ('status' in result) return (request) => noFormat(request, result.status)
    const {type, from, write, noIndex} = result
    const results = JSON.stringify([settings, from])
    const {body, etag} = await cached(url.pathname + url.search, results, () => taggedBody(write()))
    const headers = {...headersOf(type), ...PUBLIC, etag, ...(noIndex && NO_INDEX)}
    return (request) => conditional(request, body, headers)
  }

  return app
}

/** Scripts of other sites may follow the redirect, so it needs the CORS header too. */
function moved(location: string): Response {
  return new Response(null, {status: 301, headers: {location, ...ANYBODY, ...PUBLIC}})
}

function noFormat(request: Request, status: keyof typeof MESSAGES): Response {
  return new Response(request.method === 'HEAD' ? null : `${MESSAGES[status]}\n`, {
    status,
    headers: {...headersOf('text/plain'), ...PRIVATE},
  })
}

const MESSAGES = {
  404: 'There is nothing at this address.',
  410: 'This article was taken down.',
  501: 'This format is not offered: json or xml.',
}

/** Scripts of any site may read the formats. */
const ANYBODY = {'access-control-allow-origin': '*'}

const NO_INDEX = {'x-robots-tag': 'noindex'}

/** If a browser shows the format as a page, no script in it runs. */
const headersOf = (type: string): Record<string, string> => ({
  'content-type': /^image\/(png|x-icon)$/.test(type) ? type : `${type}; charset=utf-8`,
  ...ANYBODY,
  'content-security-policy': `default-src 'none'; sandbox`,
  'x-content-type-options': 'nosniff',
})
