// What is beside the lake: studio and site. `npm start` serves the built ones, `npm run dev` those
// under development.
import type {Server} from 'node:http'
import {buildAll} from './build.ts'
import {createPages} from './pages.ts'
import {loadSite, type SiteOptions} from './site.ts'

export interface Front {
  /** Answers what the lake has no route for. */
  pages: (request: Request) => Response | Promise<Response>
  close(): Promise<void>
}

export interface FrontMaker {
  /**
   * Puts a handler of WebSocket upgrades before the lake's, and answers the server whose upgrades the
   * lake may have: those that the front leaves over.
   */
  beforeLake?(server: Server): Server
  /** Does what takes long and needs no lake. */
  prepare?(say: (line: string) => void): Promise<void>
  open(site: SiteOptions, say: (line: string) => void): Promise<Front>
}

/** Studio and site from `dist/`, brought up to date first. */
export const builtFront: FrontMaker = {
  prepare: buildAll,
  async open(site, say) {
    await buildAll(say)
    const pages = createPages({site: await loadSite(site), hosted: site.lake === undefined})
    const feed = site.lake && (await warmUp(pages, site.origin))
    // Closed before the lake: what still asks it would report an error that is none.
    return {pages, close: async () => void (await feed?.made)}
  },
}

/**
 * The first page after a start takes long, threads for queries and all: no reader is to wait for it.
 * With what it has loaded the feed is fast, also for a reader: it is made afterwards, until `made`.
 */
async function warmUp(pages: Front['pages'], origin: string): Promise<{made: Promise<unknown>}> {
  const make = async (path: string) => (await pages(new Request(origin + path))).bytes()
  await make('/')
  // A reader who asks gets its error.
  return {made: make('/feed.xml').catch(() => {})}
}
