// Answers machines: readers of feeds, search engines, agencies' customers, services that preview links.
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import type {ContentClient} from '../content-client.ts'
import type {Images} from '../format/images.ts'
import {FOR_A_DAY, PRIVATE, PUBLIC} from '../http/cache-control.ts'
import {conditional} from '../http/conditional.ts'
import {robots} from './crawlers/robots.ts'
import {DRAWN_ICON_PATH, ICON_SIZES, iconPath} from './icons/icon-path.ts'
import {createIcons} from './icons/icons.ts'
import {markSvg} from './icons/mark.ts'
import {publisherOf} from './publisher.ts'
import {MACHINE_ROUTES, type MachineAnswer} from './routes.ts'

export interface MachinesOptions {
  client: ContentClient
  origin: string
  /** Addresses of pictures, absolute ones. */
  images: Images
  /** Milliseconds since the epoch. */
  now: () => number
}

/** Answers what is addressed to machines, and `undefined` to all else. */
export function createMachines({client, origin, images, now}: MachinesOptions) {
  const icons = createIcons()

  async function answer(request: Request, url: URL): Promise<Response | undefined> {
    // These ask nothing of the lake: a robot that gets no answer to its first question stays away.
    const fixed = await fixedAnswer(url.pathname)
    if (fixed) return conditional(request, fixed.body, {...headersOf(fixed.type), ...FOR_A_DAY})
    for (const [pattern, route] of MACHINE_ROUTES) {
      const parts = decoded(pattern.exec(url.pathname)?.slice(1))
      if (!parts) continue
      const settings = await client.fetch(SITE_SETTINGS_QUERY)
      const publisher = publisherOf(settings, {origin, images})
      const found = await route({parts, search: url.searchParams, client, publisher, now: now()})
      return responseTo(request, found)
    }
    return undefined
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

function responseTo(request: Request, answer: MachineAnswer): Response | Promise<Response> {
  if ('movedTo' in answer)
    return new Response(null, {status: 301, headers: {location: answer.movedTo}})
  if ('status' in answer)
    return new Response(request.method === 'HEAD' ? null : `${STATUS_WORDS[answer.status]}\n`, {
      status: answer.status,
      headers: {...headersOf('text/plain'), ...PRIVATE},
    })
  return conditional(request, answer.body, {...headersOf(answer.type), ...PUBLIC})
}

const STATUS_WORDS = {
  404: 'There is nothing at this address.',
  410: 'This article was taken down.',
  501: 'This format is not offered: json or xml.',
}

/** Any page may read what any machine may. Where a browser shows it, nothing in it runs. */
const headersOf = (type: string): Record<string, string> => ({
  'content-type': /^image\/(png|x-icon)$/.test(type) ? type : `${type}; charset=utf-8`,
  'access-control-allow-origin': '*',
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
