// The reading site: a request in, a page out. Runs wherever there is fetch's Request and Response.
import {Hono, type Context} from 'hono'
import {parse} from 'hono/utils/cookie'
import {SITE_SETTINGS_QUERY} from '../queries/settings.ts'
import {withSignal, type ContentClient} from './content-client.ts'
import {createImages} from './display/images.ts'
import {PRIVATE, PUBLIC} from './http/cache-control.ts'
import {conditional} from './http/conditional.ts'
import {editingRequest} from './editing/editing-request.ts'
import {editingScript} from './editing/editing-script.ts'
import {STEGA, type EditingOptions} from './editing/stega.ts'
import {isSignedOut} from './http/is-signed-out.ts'
import {createRenderCache} from './http/render-cache.ts'
import {securityHeaders} from './http/security-headers.ts'
import {createSingleFlight} from './http/single-flight.ts'
import {liveScript} from './live/live-script.ts'
import {createPageTags} from './live/page-tags.ts'
import {createFormats} from './formats/formats-app.ts'
import {publisherOf} from './formats/publisher.ts'
import type {Page} from './page.ts'
import {MessagePage} from './pages/message-page.tsx'
import {createPlaceholders} from './placeholders.ts'
import type {SharedPreviewClient} from './previews/shared-preview-client.ts'
import {createSharedPreviews, SHARED_PREVIEWS} from './previews/shared-previews.tsx'
import {renderPage, type Edited, type Live, type Rendered} from './render-page.tsx'
import {PREVIEW_ROUTES, ROUTES} from './routes.tsx'
import type {Site, SiteSettings} from './site-context.ts'
import {withSanitizedResults} from './sanitize-results.ts'
import {stylesheet} from './stylesheet.ts'
import type {Answered, Route, Visit} from './visit.ts'

export {createClients} from './clients.ts'

export interface SiteOptions {
  /** Published content; `createClients(…).client`, or anything else that answers queries. */
  client: ContentClient
  /**
   * Drafts, with the rights of the session in this `Cookie` header; `edited`, words carry the places where
   * they are written. Absent: there are no previews.
   */
  previewClient?: (cookie: string, edited?: EditingOptions) => ContentClient
  /** One article for the holder of a link's secret. Absent: there are no such links. */
  sharedPreviewClient?: (secret: string) => SharedPreviewClient
  /** The address under which readers reach the site, `https://news.example`; for absolute links. */
  origin: string
  projectId: string
  dataset: string
  /** Where pictures are served: absent or empty for `/images` on the site's own origin, or `https://cdn.sanity.io`. */
  imageBaseUrl?: string
  /** Where browsers hear of published changes, a path or an address. Absent: open pages stay as they are. */
  liveEvents?: string
  /** The cookie that a signed-in member of staff sends. */
  sessionCookie?: string
  /** Where to sign in; gets `?to=<path>`. */
  signInPath?: string
  /** The time, in milliseconds since the epoch; what is news depends on it. */
  now?: () => number
  /** Called with whatever kept a page from being made; prints it where absent. */
  onError?: (error: unknown, request: Request) => void
}

/** A page that is made, as an answer to one request. */
type AnswerTo = (request: Request) => Response | Promise<Response>

/** Makes the site. `fetch` answers every request, errors included, and never throws. */
export function createSite(options: SiteOptions): {fetch(request: Request): Promise<Response>} {
  const client = withSanitizedResults(options.client)
  const {
    origin,
    imageBaseUrl,
    liveEvents,
    sessionCookie = 'copydesk_session',
    signInPath = '/login',
    now = Date.now,
    onError = (error) => console.error(error),
  } = options
  const images = createImages({...options, baseUrl: imageBaseUrl})
  const imageOrigin = imageBaseUrl ? new URL(imageBaseUrl).origin : undefined
  const absoluteImages = createImages({...options, baseUrl: imageBaseUrl || origin})
  const liveOrigin = liveEvents?.startsWith('/') === false ? new URL(liveEvents).origin : undefined
  const sheet = stylesheet()
  const script = liveScript()
  const editing = editingScript()
  const ownFiles = Promise.all([
    sheet.then(({path, css}) => ({path, text: css, type: 'text/css'})),
    ...[script, editing].map(async (one) => {
      const {path, js} = await one
      return {path, text: js, type: 'text/javascript'}
    }),
  ])
  const inTurns = createSingleFlight<AnswerTo>()
  const sharedPreview =
    options.sharedPreviewClient &&
    createSharedPreviews({
      sharedPreviewClient: options.sharedPreviewClient,
      settings: () => client.fetch(SITE_SETTINGS_QUERY),
    })
  const kept = createRenderCache<Rendered>({length: ({html}) => html.length})

  // The path as it was sent: each part is decoded by itself, so that `%2F` separates nothing.
  const app = new Hono({getPath: (request) => new URL(request.url).pathname})
  // `fetch` below answers all errors.
  app.onError((error) => {
    throw error
  })
  if (sharedPreview) {
    app.on(['GET', 'POST'], `${SHARED_PREVIEWS}:secret{.*}`, (c) =>
      shared(sharedPreview, c.req.raw),
    )
  }
  app.use(async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return new Response('Method not allowed', {status: 405, headers: {allow: 'GET, HEAD'}})
    const {pathname, search} = new URL(c.req.url)
    if (pathname === '/' || !pathname.endsWith('/')) return await next()
    return redirect(301, pathname.replace(/\/+$/, '').replace(/^\/+/, '/') || '/', search)
  })
  app.get('/_site/:file', async (c, next) => {
    const file = (await ownFiles).find(({path}) => path === c.req.path)
    return file ? conditional(c.req.raw, file.text, ownFile(file.type)) : await next()
  })
  app.route('/', createFormats({client, origin, images: absoluteImages, now}))
  for (const [path, route] of ROUTES) app.get(path, (c) => read(askedOf(c, route)))
  for (const [path, route] of PREVIEW_ROUTES) app.get(path, (c) => previewed(askedOf(c, route)))
  app.get('/preview/:path{.+}', (c) => previewed(askedOf(c, nothing)))
  app.get('*', (c) => read(askedOf(c, nothing)))

  /** Readers and staff get the same bytes, so that one page is made for all who ask at the same time. */
  async function read(asked: Asked): Promise<Response> {
    const {request, url} = asked
    const answerTo = await inTurns({
      key: url.pathname + url.search,
      signal: request.signal,
      work: (signal) => made(asked, signal),
    })
    return answerTo(request)
  }

  async function made({url, route, name}: Asked, signal: AbortSignal): Promise<AnswerTo> {
    const asked = createPageTags(withSignal(client, signal))
    const [settings, page] = await Promise.all([
      asked.client.fetch(SITE_SETTINGS_QUERY),
      visit(route, {name, url, client: asked.client}),
    ])
    if (page && 'movedTo' in page) return () => redirect(301, page.movedTo)
    if (!page) return notFound(url, settings)
    const {status = 200} = page
    const headers = status === 200 ? PUBLIC : PRIVATE
    const {hasForm, hasAudio} = page
    const isLive = liveEvents !== undefined && status === 200 && !hasForm
    const live = isLive
      ? {script: (await script).path, events: liveEvents, tags: asked.tags()}
      : undefined
    const html = await kept(url.pathname + url.search, asked.answers(), () =>
      rendered(page, settings, false, {live}),
    )
    return (request) => send(request, status, html, headers, {hasForm, hasAudio, isLive})
  }

  async function previewed({request, url, route, name}: Asked): Promise<Response> {
    const cookie = request.headers.get('cookie') ?? ''
    const signIn = () =>
      redirect(302, `${signInPath}?to=${encodeURIComponent(url.pathname)}`, '', PRIVATE)
    if (!options.previewClient)
      return (await notFound(url, await client.fetch(SITE_SETTINGS_QUERY)))(request)
    if (parse(cookie, sessionCookie)[sessionCookie] === undefined) return signIn()
    const visitor = editingRequest(url)
    const {previewClient} = options
    const clientOf = (edited?: EditingOptions) =>
      withSignal(withSanitizedResults(previewClient(cookie, edited)), request.signal)
    const drafts = clientOf(visitor && {...visitor, stega: STEGA})
    // What stands on every page is nothing to click on.
    const frame = visitor ? clientOf() : drafts
    try {
      const [settings, page] = await Promise.all([
        frame.fetch(SITE_SETTINGS_QUERY),
        visit(route, {name, url, client: drafts}),
      ])
      const edited = visitor && {script: (await editing).path, address: url}
      if (!page) return (await notFound(url, settings, edited))(request)
      if ('movedTo' in page) return redirect(302, page.movedTo, url.search, PRIVATE)
      const html = await rendered(page, settings, true, {edited})
      return await send(request, 200, html, PRIVATE, {
        isEdited: edited !== undefined,
        hasAudio: page.hasAudio,
      })
    } catch (error) {
      if (isSignedOut(error)) return signIn()
      throw error
    }
  }

  async function shared(
    answerShared: ReturnType<typeof createSharedPreviews>,
    request: Request,
  ): Promise<Response> {
    const answered = await answerShared(request, new URL(request.url))
    if ('seeOther' in answered) return redirect(303, answered.seeOther, '', PRIVATE)
    const {status, page, settings, pass} = answered
    const itsImages = createImages({...options, baseUrl: imageBaseUrl, ...(pass ? {pass} : {})})
    const html = await rendered(page, settings, true, {itsImages})
    return send(request, status, html, PRIVATE, {hasForm: page.hasForm, hasAudio: page.hasAudio})
  }

  async function rendered(
    page: Page,
    answered: SiteSettings,
    preview: boolean,
    {
      live,
      edited,
      itsImages = images,
    }: {live?: Live | undefined; edited?: Edited | undefined; itsImages?: typeof images} = {},
  ): Promise<Rendered> {
    const publisher = publisherOf(answered, {origin, images: absoluteImages})
    const site: Site = {
      ...publisher,
      images: itsImages,
      placeholders: createPlaceholders(),
      preview,
      isEdited: edited !== undefined,
    }
    const {name, settings} = publisher
    const titled = page.title ? page : {...page, title: name, description: settings?.strapline}
    return renderPage(titled, site, {publisher, stylesheet: (await sheet).path, live, edited})
  }

  async function notFound(url: URL, settings: SiteSettings, edited?: Edited): Promise<AnswerTo> {
    const page = {
      title: 'Page not found',
      path: url.pathname,
      noIndex: true,
      main: (
        <MessagePage
          title="Page not found"
          text="There is nothing at this address. It may have been mistyped, or the page was taken down."
        />
      ),
    }
    const html = await rendered(page, settings, false, {edited})
    return (request) => send(request, 404, html, PRIVATE, {isEdited: edited !== undefined})
  }

  function send(
    request: Request,
    status: number,
    {html, etag, styleHash}: Rendered,
    headers: Record<string, string>,
    admitted: {
      hasForm?: boolean | undefined
      hasAudio?: boolean | undefined
      isLive?: boolean
      isEdited?: boolean
    } = {},
  ): Promise<Response> | Response {
    const isPrivate = headers === PRIVATE
    const security = securityHeaders({styleHash, imageOrigin, liveOrigin, isPrivate, ...admitted})
    const all = {...HTML_HEADERS, ...security, ...headers}
    if (status === 200 && headers === PUBLIC) return conditional(request, html, {...all, etag})
    return new Response(request.method === 'HEAD' ? null : html, {status, headers: all})
  }

  return {
    async fetch(request) {
      try {
        return await app.fetch(request)
      } catch (error) {
        if (request.signal.aborted) return new Response(null, {status: READER_LEFT})
        onError(error, request)
        return new Response(UNAVAILABLE, {
          status: 503,
          headers: {...HTML_HEADERS, ...securityHeaders(), ...PRIVATE, 'retry-after': '5'},
        })
      }
    },
  }
}

/** A request for a page, and what answers it. */
interface Asked extends Pick<Visit, 'name'> {
  request: Request
  url: URL
  route: Route
}

const askedOf = (c: Context, route: Route): Asked => ({
  request: c.req.raw,
  url: new URL(c.req.url),
  route,
  name: c.req.param('name') ?? '',
})

/** Where no address leads. */
const nothing: Route = async () => undefined

async function visit(
  route: Route,
  {url, ...asked}: Pick<Visit, 'client' | 'name'> & {url: URL},
): Promise<Answered> {
  const page = Number(url.searchParams.get('page') ?? 1)
  if (!Number.isSafeInteger(page) || page < 1) return undefined
  const answered = await route({...asked, page, search: url.searchParams})
  if (!answered || 'movedTo' in answered || page === 1) return answered
  return {...answered, title: `${answered.title}, page ${page}`}
}

function redirect(
  status: 301 | 302 | 303,
  path: string,
  search = '',
  headers: Record<string, string> = {},
): Response {
  return new Response(null, {status, headers: {...headers, location: `${path}${search}`}})
}

/** For the log: nobody gets this answer. */
const READER_LEFT = 499

const HTML_HEADERS = {'content-type': 'text/html; charset=utf-8'}
/** Headers of a file whose address changes with its content. */
const ownFile = (type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
})

/** Says little and asks nothing of the lake: it is sent when the lake does not answer. */
const UNAVAILABLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not available just now</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Not available just now</h1><p>The page could not be made. Please try again in a moment.</p></main></body></html>`
