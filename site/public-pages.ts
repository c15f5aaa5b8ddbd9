// Pages for readers. Equal requests at the same time share one page, and a page is rendered again only
// after the content that it shows has changed.
import {SITE_SETTINGS_QUERY} from '../queries/settings.ts'
import {withSignal, type ContentClient} from './content-client.ts'
import {PRIVATE, PUBLIC} from './http/cache-control.ts'
import type {ResponseFor} from './http/conditional.ts'
import {redirect} from './http/redirect.ts'
import {createRenderCache} from './http/render-cache.ts'
import {createSingleFlight} from './http/single-flight.ts'
import {createPageTags} from './live/page-tags.ts'
import {movedAddress} from './moved-address.ts'
import type {PageResponses} from './page-responses.tsx'
import type {Rendered} from './render-page.tsx'
import {runRoute, type PageRequest} from './route.ts'
import type {SiteFiles} from './site-files.ts'

interface Options {
  client: ContentClient
  pages: PageResponses
  files: Promise<SiteFiles>
  /** Where browsers get changes; without it, open pages do not follow them. */
  liveEvents?: string | undefined
}

export function createPublicPages({client, pages, files, liveEvents}: Options) {
  const singleFlight = createSingleFlight<ResponseFor>()
  const cached = createRenderCache<Rendered>()

  async function load(asked: PageRequest, signal: AbortSignal): Promise<ResponseFor> {
    const {url} = asked
    const tagged = createPageTags(withSignal(client, signal))
    const [settings, page] = await Promise.all([
      tagged.client.fetch(SITE_SETTINGS_QUERY),
      runRoute(asked, tagged.client),
    ])
    if (page && 'movedTo' in page) return () => redirect(301, page.movedTo)
    const moved = await movedAddress(url, page !== undefined, tagged.client)
    if (moved) return () => redirect(301, moved)
    if (!page) return await pages.notFound(url.pathname, settings)
    const {status = 200, hasForm, hasAudio} = page
    const headers = status === 200 ? PUBLIC : PRIVATE
    const isLive = liveEvents !== undefined && status === 200 && !hasForm
    const live = isLive
      ? {script: (await files).liveScript, events: liveEvents, tags: tagged.tags()}
      : undefined
    const rendered = await cached(keyOf(url), tagged.answers(), () =>
      pages.render(page, settings, {live}),
    )
    // Each page has the field for searching.
    const policy = {hasForm: true, hasAudio, isLive}
    return (request) => pages.respond(request, rendered, {status, headers, ...policy})
  }

  return async (asked: PageRequest): Promise<Response> => {
    const {request, url} = asked
    const responseFor = await singleFlight({
      key: keyOf(url),
      signal: request.signal,
      work: (signal) => load(asked, signal),
    })
    return await responseFor(request)
  }
}

/** Readers and staff get the same page at the same address. */
const keyOf = ({pathname, search}: URL): string => pathname + search
