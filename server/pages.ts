// What is beside the lake: the built studio below /studio, the reading site elsewhere.
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono, type MiddlewareHandler} from 'hono'
import {existsSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {STUDIO_BUILD, STUDIO_BUILD_BEFORE} from './paths.ts'
import {studioPolicy} from './studio-policy.ts'

export interface PagesOptions {
  /** The reading site. */
  site: (request: Request) => Promise<Response>
  studioBuild?: string
  /** Windows that were opened before an update load their scripts from this one. */
  studioBuildBefore?: string
  /** The studio talks to Sanity's hosted API. */
  hosted?: boolean
}

/** Vite puts a content hash into the name of everything below /static. */
const HASHED = /\/static\/.*-[\w-]{8}\.\w+$/

/** A service worker that takes the one before it out of the browser, with all that was kept for it. */
const REMOVAL = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('copydesk-')) await caches.delete(name)
  await registration.unregister()
})()))
`

function filesOf(studioBuild: string): MiddlewareHandler {
  const serve = serveStatic({
    root: relative(process.cwd(), studioBuild) || '.',
    rewriteRequestPath: (path) => path.replace(/^\/studio/, ''),
  })
  return async (c, next) => {
    const response = await serve(c, next)
    if (response instanceof Response && HASHED.test(c.req.path)) {
      response.headers.set('Cache-Control', 'public, max-age=31536000, immutable')
    }
    return response
  }
}

/** Builds the handler of all that the lake has no route for. */
export function createPages({
  site,
  studioBuild = STUDIO_BUILD,
  studioBuildBefore = STUDIO_BUILD_BEFORE,
  hosted = false,
}: PagesOptions) {
  const app = new Hono()
  const files = filesOf(studioBuild)
  app.get('/studio/static/*', files)
  // The first build has none before it.
  if (existsSync(studioBuildBefore)) app.get('/studio/static/*', filesOf(studioBuildBefore))
  app.get('/studio/static/*', (c) => c.notFound())
  app.get('/studio/service-worker.js', () => serviceWorker())
  app.get('/studio/*', (c, next) => (/\.\w+$/.test(c.req.path) ? files(c, next) : next()))
  app.get('/studio/*', (c) => studioPage(c.req.url))
  app.get('/studio', (c) => studioPage(c.req.url))
  app.all('*', (c) => site(c.req.raw))
  return (request: Request) => app.fetch(request)

  /** Browsers look for a newer one at every visit. Where this release has none, the one they have removes itself. */
  function serviceWorker(): Response {
    const file = join(studioBuild, 'service-worker.js')
    const isOff = process.env['SANITY_STUDIO_OFFLINE'] === 'off' || !existsSync(file)
    return new Response(isOff ? REMOVAL : readFileSync(file, 'utf8'), {
      headers: {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'no-cache',
        // Its folder is `/studio/`, and the page's address has no slash at its end.
        'Service-Worker-Allowed': '/studio',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  }

  /** Every address inside the studio is its one page. */
  function studioPage(url: string): Response {
    const html = readFileSync(join(studioBuild, 'index.html'), 'utf8')
    return new Response(html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-cache',
        'Content-Security-Policy': studioPolicy({html, hosted, host: new URL(url).host}),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'same-origin',
      },
    })
  }
}
