// Loads the studio's scripts before they are needed. The studio fetches a dialog's script when the dialog opens, and the
// script of its error page after the error. If this fails, because the server restarts or the connection is down, the studio
// replaces the form by a notice and reloads the page.

const FOLDER = '/studio/static/'
/** Milliseconds: the studio's first form comes first, and an absent server needs time. */
const PAUSE = 3000

/** At the same time: a browser has six connections over HTTP/1.1, and the studio needs them. */
const AT_ONCE = 3

/**
 * Fetches each script and style sheet of the build that the page has not loaded. The browser keeps them, because
 * their names change with their contents. A studio under development has no list of them.
 *
 * @returns ends it
 */
export function loadAhead(page: Pick<Window, 'fetch' | 'performance'>): () => void {
  const ending = new AbortController()
  const {signal} = ending
  const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE))
  const get = async (name: string, init: RequestInit): Promise<Response> => {
    for (;;) {
      try {
        const response = await page.fetch(FOLDER + name, {...init, signal})
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
    const list = await get('files.json', {cache: 'no-cache'})
    if (!list.ok || !list.headers.get('content-type')?.includes('json')) return
    const loaded = page.performance.getEntriesByType('resource').map(({name}) => name)
    const isMissing = (name: string) => !loaded.some((url) => url.endsWith(FOLDER + name))
    const missing = ((await list.json()) as string[]).filter(isMissing)
    const work = async (): Promise<void> => {
      for (let name = missing.shift(); name; name = missing.shift()) {
        await get(name, {priority: 'low'})
      }
    }
    await Promise.all(Array.from({length: AT_ONCE}, work))
  }
  getAll().catch((error: unknown) => {
    if (!signal.aborted) console.warn('The studio’s scripts could not be loaded ahead.', error)
  })
  return () => ending.abort()
}
