// Loads the studio's scripts before they are needed, and keeps them. The studio fetches a dialog's script when the dialog
// opens, and the script of its error page after the error. If this fails, because the server restarts or the connection is
// down, the studio replaces the form by a notice and reloads the page.
import {openKeptFiles} from './keep-files.ts'

const FOLDER = '/studio/static/'
/** Milliseconds: the studio's first form comes first, and an absent server needs time. */
const PAUSE = 3000

/** Milliseconds that a file waits at most until the page has nothing else to do. */
const PATIENCE = 1000

/** At the same time: a browser has six connections over HTTP/1.1, and the studio needs them. */
const AT_ONCE = 3

type Page = Pick<Window, 'fetch' | 'performance'> & Partial<Pick<Window, 'requestIdleCallback'>>

/** The first form and a person who types come first. Safari does not say when it is idle. */
const idle = (page: Page): Promise<void> =>
  new Promise((resolve) => {
    if (!page.requestIdleCallback) return resolve()
    page.requestIdleCallback(() => resolve(), {timeout: PATIENCE})
  })

/**
 * Fetches each script and style sheet of the build that the page has not loaded. The browser keeps them, because
 * their names change with their contents. Where it allows that, the page and all of its files are kept for work without
 * a network. A studio under development has no list of them.
 *
 * @returns ends it
 */
export function loadAhead(page: Page, openKept: typeof openKeptFiles = openKeptFiles): () => void {
  const ending = new AbortController()
  const {signal} = ending
  const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE))
  const get = async (path: string, init: RequestInit): Promise<Response> => {
    for (;;) {
      try {
        const response = await page.fetch(path, {...init, signal})
        // The browser caches only responses that were read to the end.
        const body = await response.arrayBuffer()
        if (response.status < 500) return new Response(body, response)
      } catch (error) {
        if (signal.aborted) throw error
      }
      await pause()
    }
  }
  const getAll = async (): Promise<void> => {
    await pause()
    const list = await get(`${FOLDER}files.json`, {cache: 'no-cache'})
    if (!list.ok || !list.headers.get('content-type')?.includes('json')) return
    const {build, files} = (await list.json()) as {build: string; files: string[]}
    const kept = await openKept(build)
    const loaded = page.performance.getEntriesByType('resource').map(({name}) => name)
    const isLoaded = (path: string) => loaded.some((url) => url.endsWith(path))
    const left = files.map((name) => FOLDER + name)
    const work = async (): Promise<void> => {
      for (let path = left.shift(); path; path = left.shift()) {
        await idle(page)
        if (await (kept?.has(path) ?? isLoaded(path))) continue
        const response = await get(path, {priority: 'low'})
        if (response.ok) await kept?.put(path, response)
      }
    }
    await Promise.all(Array.from({length: AT_ONCE}, work))
    if (!kept) return
    const html = await get('/studio', {cache: 'no-cache'})
    // A build may have replaced this one meanwhile. Its own window keeps it.
    if (html.ok && (await html.clone().text()).includes(build)) await kept.complete(html)
  }
  getAll().catch((error: unknown) => {
    if (!signal.aborted) console.warn('The studio’s scripts could not be loaded ahead.', error)
  })
  return () => ending.abort()
}
