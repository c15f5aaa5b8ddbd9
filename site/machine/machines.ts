// Answers machines: readers of feeds, search engines, agencies' customers, services that preview links.
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import type {ContentClient} from '../content-client.ts'
import type {Images} from '../format/images.ts'
import {FOR_A_DAY, PRIVATE, PUBLIC} from '../http/cache-control.ts'
import {conditional, strongTag} from '../http/conditional.ts'
import {createKept} from '../http/kept.ts'
import {createTurns} from '../http/turns.ts'
import {robots} from './crawlers/robots.ts'
import {DRAWN_ICON_PATH, ICON_SIZES, iconPath} from './icons/icon-path.ts'
import {createIcons} from './icons/icons.ts'
import {markSvg} from './icons/mark.ts'
import type {MachineRoute} from './machine-visit.ts'
import {publisherOf} from './publisher.ts'
import {MACHINE_ROUTES} from './routes.ts'

export interface MachinesOptions {
  client: ContentClient
  origin: string
  /** Addresses of pictures, absolute ones. */
  images: Images
  /** Milliseconds since the epoch. */
  now: () => number
}

/** What was found, as an answer to one request. */
type AnswerTo = (request: Request) => Response | Promise<Response>

/** Answers what is addressed to machines, and `undefined` to all else. */
export function createMachines({client, origin, images, now}: MachinesOptions) {
  const icons = createIcons()
  const kept = createKept<{body: string; etag: string}>({length: ({body}) => body.length})
  const inTurns = createTurns<AnswerTo>()

  async function answer(request: Request, url: URL): Promise<Response | undefined> {
    // These ask nothing of the lake: a robot that gets no answer to its first question stays away.
    const fixed = await fixedAnswer(url.pathname)
    if (fixed) return conditional(request, fixed.body, {...headersOf(fixed.type), ...FOR_A_DAY})
    for (const [pattern, route] of MACHINE_ROUTES) {
      const parts = decoded(pattern.exec(url.pathname)?.slice(1))
      if (!parts) continue
      const answerTo = await inTurns(url.pathname + url.search, () => found(route, parts, url))
      return answerTo(request)
    }
    return undefined
  }

  async function found(route: MachineRoute, parts: string[], url: URL): Promise<AnswerTo> {
    const settings = await client.fetch(SITE_SETTINGS_QUERY)
    const publisher = publisherOf(settings, {origin, images})
    const {searchParams: search} = url
    const answered = await route({parts, search, client, publisher, now: now()})
    if ('movedTo' in answered) return () => moved(answered.movedTo)
    if ('status' in answered) return (request) => nothing(request, answered.status)
    const {type, from, write, noIndex} = answered
    const answers = JSON.stringify([settings, from])
    const {body, etag} = await kept(url.pathname + url.search, answers, () => tagged(write()))
    const headers = {...headersOf(type), ...PUBLIC, etag, ...(noIndex && NO_INDEX)}
    return (request) => conditional(request, body, headers)
  }

  async function fixedAnswer(path: string) {
    if (path === '/robots.txt') return {body: robots(origin), type: 'text/plain'}
    if (path === DRAWN_ICON_PATH) return {body: markSvg(), type: 'image/svg+xml'}
    if (path === '/favicon.ico') return {body: await icons.ico(), type: 'image/x-icon'}
    const size = ICON_SIZES.find((one) => iconPath(one) === path)
    return size && {body: await icons.png(size), type: 'image/png'}
  }

  return {answer}
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

function decoded(parts: string[] | undefined): string[] | undefined {
  try {
    return parts?.map((part) => decodeURIComponent(part))
  } catch {
    return undefined
  }
}
