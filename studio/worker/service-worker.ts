// Opens the studio without a network, from the files that the page has kept (plugins/frame/keep-files.ts).
//
// It serves only the page and its files, and stores nothing. Requests to the lake, streams and sign-ins go past it.

/** What it uses of `ServiceWorkerGlobalScope`: the types of workers and of pages exclude each other. */
interface Worker {
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void
  skipWaiting: () => Promise<void>
  clients: {claim: () => Promise<void>}
  location: Location
}
interface WorkerEvent {
  request: Request
  respondWith: (response: Promise<Response>) => void
  waitUntil: (work: Promise<unknown>) => void
}

const worker = globalThis as unknown as Worker

/** Milliseconds. A network that is up but does not answer is none. */
const PATIENCE = 5000
const PAGE = '/studio'
/** A proxy says that the server is away. */
const AWAY = new Set([502, 503, 504])

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  const {request} = event
  const {origin, pathname} = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  const isPage = pathname === PAGE || pathname.startsWith(`${PAGE}/`)
  if (request.mode === 'navigate' && isPage) event.respondWith(page(request))
  else if (pathname.startsWith(`${PAGE}/static/`)) event.respondWith(file(request))
})

/** The newest page that the server has, else the newest that was kept. */
async function page(request: Request): Promise<Response> {
  const kept = await keptPage()
  try {
    const signal = kept ? AbortSignal.timeout(PATIENCE) : request.signal
    const response = await fetch(request, {signal})
    return kept && AWAY.has(response.status) ? kept : response
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/** Files have a hash of their contents in their names, or are not kept. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? (await fetch(request))
}

/** Caches are listed in the order in which they were made. */
async function keptPage(): Promise<Response | undefined> {
  for (const name of (await caches.keys()).toReversed()) {
    const kept = await (await caches.open(name)).match(PAGE)
    if (kept) return kept
  }
  return undefined
}
