// The reading site: a request in, a page out. Runs wherever there is fetch's Request and Response.
import {Hono, type Context} from 'hono'
import {SITE_SETTINGS_QUERY} from '../queries/settings.ts'
import type {ContentClient} from './content-client.ts'
import type {EditingOptions} from './editing/stega.ts'
import {createFormats} from './formats/formats-app.ts'
import {PRIVATE} from './http/cache-control.ts'
import {redirect} from './http/redirect.ts'
import {HTML, securityHeaders} from './http/security-headers.ts'
import {createPageResponses} from './page-responses.tsx'
import {createDraftPreviews} from './previews/draft-previews.ts'
import type {SharedPreviewClient} from './previews/shared-preview-client.ts'
import {createSharedPreviews, SHARED_PREVIEWS} from './previews/shared-previews.tsx'
import {createPublicPages} from './public-pages.ts'
import {noRoute, type PageRequest, type Route} from './route.ts'
import {PREVIEW_ROUTES, ROUTES} from './routes.tsx'
import {withSanitizedResults} from './sanitize-results.ts'
import {loadSiteFiles} from './site-files.ts'

export {createClients} from './clients.ts'

export interface SiteOptions {
  /** Published content: `createClients(…).client`, or another client that answers queries. */
  client: ContentClient
  /**
   * Drafts, with the rights of the session in this `Cookie` header. With `editing`, texts have stega: the
   * document and field that they come from. Absent: there are no previews.
   */
  previewClient?: (cookie: string, editing?: EditingOptions) => ContentClient
  /** One piece, for the holder of a share token. Absent: previews cannot be shared. */
  sharedPreviewClient?: (secret: string) => SharedPreviewClient
  /** The address under which readers reach the site, `https://news.example`; for absolute links. */
  origin: string
  projectId: string
  dataset: string
  /** Where pictures are served: absent or empty for `/images` on the site's own origin, or `https://cdn.sanity.io`. */
  imageBaseUrl?: string
  /** Where browsers get published changes, a path or an address. Absent: open pages do not change. */
  liveEvents?: string
  /** The cookie that a signed-in member of staff sends. */
  sessionCookie?: string
  /** Where to sign in; gets `?to=<path>`. */
  signInPath?: string
  /** The time, in milliseconds since the epoch; what is news depends on it. */
  now?: () => number
  /** Called with the error if a page fails; by default it is printed. */
  onError?: (error: unknown, request: Request) => void
}

/** Makes the site. `fetch` answers every request, errors included, and never throws. */
export function createSite(options: SiteOptions): {fetch(request: Request): Promise<Response>} {
  const {previewClient, sharedPreviewClient, now = Date.now} = options
  const {sessionCookie = 'copydesk_session', signInPath = '/login'} = options
  const client = withSanitizedResults(options.client)
  const files = loadSiteFiles()
  const pages = createPageResponses({...options, files})

  // The path as it was sent: each part is decoded by itself, so that `%2F` separates nothing.
  const app = new Hono({getPath: (request) => new URL(request.url).pathname})
  // `fetch` below answers all errors.
  app.onError((error) => {
    throw error
  })
  if (sharedPreviewClient) {
    const settings = () => client.fetch(SITE_SETTINGS_QUERY)
    const shared = createSharedPreviews({sharedPreviewClient, settings, pages})
    const path = `${SHARED_PREVIEWS}:secret{.*}`
    app.on(['GET', 'POST'], path, (c) => shared(c.req.raw))
    app.all(path, () => methodNotAllowed('GET, HEAD, POST'))
  }
  const atBareAddress = async (url: URL): Promise<Response> => await app.request(url)
  app.use(
    async (c, next) =>
      wrongMethod(c.req.raw) ?? (await withoutSlash(c.req.raw, atBareAddress)) ?? (await next()),
  )
  app.get('/_site/:file', async (c, next) => {
    return (await (await files).respond(c.req.raw, c.req.path)) ?? (await next())
  })
  app.route('/', createFormats({...options, client, images: pages.absoluteImages, now}))
  const read = createPublicPages({...options, client, pages, files})
  for (const [path, route] of ROUTES) app.get(path, (c) => read(pageRequest(c, route)))
  if (previewClient) {
    const preview = createDraftPreviews({previewClient, pages, files, sessionCookie, signInPath})
    for (const [path, route] of PREVIEW_ROUTES) app.get(path, (c) => preview(pageRequest(c, route)))
    app.get('/preview/:path{.+}', (c) => preview(pageRequest(c, noRoute)))
  }
  app.get('*', (c) => read(pageRequest(c, noRoute)))

  return {fetch: (request) => answerErrors(request, app, options.onError)}
}

async function answerErrors(
  request: Request,
  app: Hono,
  onError: SiteOptions['onError'] = (error) => console.error(error),
): Promise<Response> {
  try {
    return await app.fetch(request)
  } catch (error) {
    if (request.signal.aborted) return new Response(null, {status: READER_LEFT})
    onError(error, request)
    return new Response(UNAVAILABLE, {
      status: 503,
      headers: {...HTML, ...securityHeaders(), ...PRIVATE, 'retry-after': '5'},
    })
  }
}

const pageRequest = (c: Context, route: Route): PageRequest => ({
  request: c.req.raw,
  url: new URL(c.req.url),
  route,
  name: c.req.param('name') ?? '',
})

function wrongMethod({method}: Request): Response | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  return methodNotAllowed('GET, HEAD')
}

const methodNotAllowed = (allow: string): Response =>
  new Response('Method not allowed', {status: 405, headers: {allow}})

/** An old address leads to its page at once, not to itself without its slash. */
async function withoutSlash(
  {url}: Request,
  respond: (bare: URL) => Promise<Response>,
): Promise<Response | undefined> {
  const {pathname, search} = new URL(url)
  if (pathname === '/' || !pathname.endsWith('/')) return undefined
  const path = pathname.replace(/\/+$/, '').replace(/^\/+/, '/') || '/'
  const {status, headers} = await respond(new URL(path + search, url))
  const moved = status === 301 ? headers.get('location') : null
  return redirect(301, moved ?? path + search)
}

/** For the log: nobody gets this answer. */
const READER_LEFT = 499

/** Needs no query: it is sent when the lake does not answer. */
const UNAVAILABLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not available just now</title><meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Not available just now</h1><p>The page could not be made. Please try again in a moment.</p></main></body></html>`
