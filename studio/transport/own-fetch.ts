// The `fetch` of a page that talks to its own origin only: streams over the mux, the rest natively.
import type {SessionGate} from '../session/session-gate.ts'
import {
  isApi,
  isEventStream,
  isFeedback,
  isHostedService,
  pathOf,
  toOwnOrigin,
  type PageAddress,
} from './addresses.ts'
import {openLastingStream} from './lasting-stream.ts'
import type {MuxClient} from './mux-client.ts'

export interface OwnFetchOptions {
  nativeFetch: typeof fetch
  page: PageAddress
  projectId: string
  mux: MuxClient
  gate: SessionGate
  /** Called when the person has signed out here. */
  onSignedOut?: () => void
}

/** Error codes by which the lake says that a session is over (and not that something is denied). */
const ENDED = new Set(['SIO-401-AEX', 'SIO-401-ANF'])

/** Builds the function that replaces `window.fetch`. */
export function createOwnFetch(options: OwnFetchOptions): typeof fetch {
  const {nativeFetch, page, projectId, mux, gate} = options

  const send = (url: string, input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    // A Request can be read once only; a copy leaves the original for a second attempt.
    if (input instanceof Request) return nativeFetch(new Request(url, input.clone()), init)
    return nativeFetch(url, init)
  }

  /** Repeats what an ended session refused, once the person is back. */
  const holding = async (
    path: string,
    signal: AbortSignal | null,
    attempt: () => Promise<Response>,
  ): Promise<Response> => {
    for (;;) {
      const response = await attempt()
      if (/\/users\/me(\?|$)/.test(path)) await noteWhoItIs(response, gate)
      if (!gate.isKnown() || isAboutTheSession(path) || !(await saysEnded(response))) {
        return response
      }
      await gate.wait(signal)
    }
  }

  return async (input, init) => {
    const url = toOwnOrigin(input instanceof Request ? input.url : String(input), page, projectId)
    // The studio asks beforehand whether it may offer its form for feedback, which nobody would read.
    if (isFeedback(url, page)) return Response.json({}, {status: 403})
    // An empty answer instead of an error, which the studio would report in the console.
    if (isHostedService(url, page)) return Response.json({})
    if (!isApi(url, page)) {
      return input instanceof Request ? nativeFetch(input, init) : nativeFetch(url, init)
    }
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    const path = pathOf(url, page)
    const signingOut = /\/auth\/logout\b/.test(path)
    if (signingOut) gate.identify(null)
    if (!isEventStream(url, page)) {
      const response = await holding(path, signal, () => send(url, input, init))
      if (signingOut && response.ok) options.onSignedOut?.()
      return response
    }

    const headers = streamHeaders(input, init)
    return openLastingStream({
      open: (lastEventId) =>
        holding(path, signal, () =>
          mux.open(path, {
            headers: lastEventId ? {...headers, 'last-event-id': lastEventId} : headers,
            signal,
          }),
        ),
      lasts: gate.isKnown,
    })
  }
}

/** The studio asks these in order to learn of an ended session: they are answered as they are. */
const isAboutTheSession = (path: string): boolean => /\/(auth\/|users\/me(\?|$))/.test(path)

async function saysEnded(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return ENDED.has(String((body as {errorCode?: unknown} | null)?.errorCode))
}

async function noteWhoItIs(response: Response, gate: SessionGate): Promise<void> {
  if (!response.ok || gate.isKnown()) return
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as {id?: string; name?: string} | null
  if (body?.id) gate.identify({id: body.id, name: body.name ?? ''})
}

function streamHeaders(input: RequestInfo | URL, init?: RequestInit): Record<string, string> {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}))
  const carried: Record<string, string> = {}
  for (const name of ['authorization', 'last-event-id']) {
    const value = headers.get(name)
    if (value) carried[name] = value
  }
  return carried
}
