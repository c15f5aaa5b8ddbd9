// Keeps a whole build of the studio in the browser, so that it opens without a network.
//
// Browsers allow that on https and on this machine only. Elsewhere the scripts are in the browser's own cache, which
// serves a page that is open already.
import {worksOffline} from '../../data/works-offline.ts'

/** The files of one build. Null where the browser keeps none. */
export interface KeptFiles {
  has: (path: string) => Promise<boolean>
  put: (path: string, response: Response) => Promise<void>
  /** Call once every file is there. Builds before the last two are forgotten. */
  complete: (page: Response) => Promise<void>
}

const PAGE = '/studio'
const PREFIX = 'copydesk-studio-'
const WORKER = '/studio/service-worker.js'

/** @param build a name that changes with the files */
export async function openKeptFiles(build: string): Promise<KeptFiles | null> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return null
  // What an earlier build kept goes by the server's own service worker (server/pages.ts).
  if (!worksOffline()) return null
  // Its scope is the page's address, which has no slash at its end.
  await navigator.serviceWorker.register(WORKER, {scope: PAGE})
  const cache = await caches.open(PREFIX + build)
  return {
    has: async (path) => (await cache.match(path)) !== undefined,
    put: async (path, response) => await cache.put(path, response),
    async complete(page) {
      await cache.put(PAGE, page)
      const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
      // A window that is open may have the build before.
      for (const name of builds.slice(0, -2)) await caches.delete(name)
    },
  }
}
