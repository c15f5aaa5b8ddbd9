// The reading site straight from its sources: the next request renders what was changed.
import {stripVTControlCharacters} from 'node:util'
import {createServer, type ViteDevServer} from 'vite'
import {ROOT} from '../paths.ts'
import {makeSite, type BuiltSite, type SiteOptions} from '../site.ts'

const ENTRY = '/site/server.tsx'

export interface DevSite {
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

/** @param options with `onChange`, called once a changed source is ready to be rendered */
export async function createDevSite(
  options: SiteOptions & {onChange: () => void},
): Promise<DevSite> {
  const {onChange, ...siteOptions} = options
  const vite = await createServer({
    configFile: 'site/vite.config.ts',
    root: ROOT,
    appType: 'custom',
    logLevel: 'warn',
    // The studio has another Vite cache; neither may delete the other's files.
    cacheDir: 'node_modules/.vite/site',
    server: {middlewareMode: true, ws: false},
    plugins: [
      {
        name: 'copydesk:site-changes',
        // Asked once the changed module is no longer served from memory.
        hotUpdate({modules}) {
          if (this.environment.name === 'ssr' && modules.length > 0) onChange()
        },
      },
    ],
  })

  let loaded: BuiltSite | undefined
  let site: ReturnType<BuiltSite['createSite']> | undefined
  return {
    async fetch(request) {
      try {
        const built = (await vite.ssrLoadModule(ENTRY)) as BuiltSite
        if (!site || built !== loaded) {
          site = makeSite(built, siteOptions, (error) => mapped(vite, error))
          loaded = built
        }
        return await site.fetch(unconditional(request))
      } catch (error) {
        return brokenPage(mapped(vite, error))
      }
    },
    close: () => vite.close(),
  }
}

/** Without `If-None-Match`: a page that a browser keeps from a start without reloading has no script. */
function unconditional(request: Request): Request {
  if (!request.headers.has('if-none-match')) return request
  const headers = new Headers(request.headers)
  headers.delete('if-none-match')
  return new Request(request, {headers})
}

/** The stack in terms of the sources. */
function mapped(vite: ViteDevServer, error: unknown): unknown {
  if (error instanceof Error) vite.ssrFixStacktrace(error)
  return error
}

/** Vite has printed the error already. */
function brokenPage(error: unknown): Response {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const escaped = stripVTControlCharacters(stack).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return new Response(
    `<!doctype html><title>The site does not load</title><body><h1>The site does not load</h1><pre>${escaped}</pre></body>`,
    {status: 500, headers: {'content-type': 'text/html; charset=utf-8'}},
  )
}
