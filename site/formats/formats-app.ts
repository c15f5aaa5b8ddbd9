// Answers machines: readers of feeds, search engines, agencies' customers, services that preview links.
import icons from 'copydesk:icons'
import {Hono} from 'hono'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import {withSignal, type ContentClient} from '../content-client.ts'
import type {Images} from '../display/images.ts'
import {FOR_A_DAY, PRIVATE, PUBLIC} from '../http/cache-control.ts'
import {conditional, strongTag} from '../http/conditional.ts'
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
  /** Addresses of pictures, absolute ones. */
  images: Images
  /** Milliseconds since the epoch. */
  now: () => number
}

type Body = string | Uint8Array<ArrayBuffer>

/** What was found, as an answer to one request. */
type AnswerTo = (request: Request) => Response | Promise<Response>

/** The routes for machines. */
export function createFormats({client, origin, images, now}: FormatsOptions) {
  const app = new Hono()
  const kept = createRenderCache<{body: string; etag: string}>({length: ({body}) => body.length})
  const inTurns = createSingleFlight<AnswerTo>()

  /** These ask nothing of the lake: a robot that gets no answer to its first question stays away. */
  const fixed = (path: string, type: string, body: Body) =>
    app.get(path, async (c) => conditional(c.req.raw, body, {...headersOf(type), ...FOR_A_DAY}))
  fixed('/robots.txt', 'text/plain', robots(origin))
  fixed(DRAWN_ICON_PATH, 'image/svg+xml', markSvg())
  for (const [path, base64] of Object.entries(icons)) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    fixed(path, path === ICO_PATH ? 'image/x-icon' : 'image/png', bytes)
  }

  for (const [path, route] of FORMAT_ROUTES) {
    app.get(path, async (c) => {
      const [url, params] = [new URL(c.req.url), c.req.param()]
      const answerTo = await inTurns({
        key: url.pathname + url.search,
        signal: c.req.raw.signal,
        work: (signal) => found(route, {params, client: withSignal(client, signal)}, url),
      })
      return answerTo(c.req.raw)
    })
  }

  async function found(
    route: FormatRoute,
    {params, client}: Pick<FormatRequest, 'params' | 'client'>,
    url: URL,
  ): Promise<AnswerTo> {
    const settings = await client.fetch(SITE_SETTINGS_QUERY)
    const publisher = publisherOf(settings, {origin, images})
    const {searchParams: search} = url
    const answered = await route({params, search, client, publisher, now: now()})
    if ('movedTo' in answered) return () => moved(answered.movedTo)
    if ('status' in answered) return (request) => nothing(request, answered.status)
    const {type, from, write, noIndex} = answered
    const answers = JSON.stringify([settings, from])
    const {body, etag} = await kept(url.pathname + url.search, answers, () => tagged(write()))
    const headers = {...headersOf(type), ...PUBLIC, etag, ...(noIndex && NO_INDEX)}
    return (request) => conditional(request, body, headers)
  }

  return app
}

const tagged = async (body: string) => ({body, etag: await strongTag(body)})

/** A page elsewhere that follows the address has to be allowed this answer, too. */
function moved(location: string): Response {
  return new Response(null, {status: 301, headers: {location, ...ANYBODY, ...PUBLIC}})
}

function nothing(request: Request, status: keyof typeof STATUS_WORDS): Response {
  return new Response(request.method === 'HEAD' ? null : `${STATUS_WORDS[status]}\n`, {
    status,
    headers: {...headersOf('text/plain'), ...PRIVATE},
  })
}

const STATUS_WORDS = {
  404: 'There is nothing at this address.',
  410: 'This article was taken down.',
  501: 'This format is not offered: json or xml.',
}

/** Any page may read what any machine may. */
const ANYBODY = {'access-control-allow-origin': '*'}

const NO_INDEX = {'x-robots-tag': 'noindex'}

/** Where a browser shows it, nothing in it runs. */
const headersOf = (type: string): Record<string, string> => ({
  'content-type': /^image\/(png|x-icon)$/.test(type) ? type : `${type}; charset=utf-8`,
  ...ANYBODY,
  'content-security-policy': `default-src 'none'; sandbox`,
  'x-content-type-options': 'nosniff',
})
