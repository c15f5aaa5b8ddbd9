// The `fetch` of a studio's page: what it sends to the lake waits for the server and for the session.
import type {SessionGate} from './session-gate.ts'
import {
  addressOf,
  asksWhoIsSignedIn,
  isApi,
  isCorsCheck,
  isEventStream,
  isFeedback,
  isHostedService,
  pathOf,
  toLakeHost,
  type LakeAddress,
} from './addresses.ts'
import type {Connection} from './connection.ts'
import {openResumingStream} from './resuming-stream.ts'
import {retryKindOf} from './retryable.ts'
import {bufferBody, retryRequest} from './retry-request.ts'

export interface LakeFetchOptions {
  nativeFetch: typeof fetch
  lake: LakeAddress
  openStream: OpenStream
  gate: SessionGate
  connection: Connection
  /**
   * False if nothing asks the person to sign in again: then the studio gets the 401 of an ended
   * session.
   */
  holdsEndedSession?: boolean
  /** Called when a write cannot be sent; the returned function is called once it is sent. */
  onUnsent?: () => () => void
  /** Called when the person has signed out here. */
  onSignedOut?: () => void
}

/** Requests an event stream once. Rejects with a `TypeError` if the server cannot be reached, as `fetch` does. */
export type OpenStream = (
  url: string,
  init: {headers: Record<string, string>; credentials?: RequestCredentials; signal: AbortSignal},
) => Promise<Response>

/** The lake's error codes for an ended session, as opposed to a missing right. */
const ENDED = new Set(['SIO-401-AEX', 'SIO-401-ANF'])

/** How long the server may take to answer, in milliseconds; less than the studio's own five minutes. */
const DEADLINE = 120_000

const CORS_ALLOWED = {result: {allowed: true, withCredentials: true}}

/** Builds the function that replaces `window.fetch`. */
export function createLakeFetch(options: LakeFetchOptions): typeof fetch {
  const {
    nativeFetch,
    lake,
    openStream,
    gate,
    connection,
    holdsEndedSession = true,
    onUnsent,
  } = options

  /** Sends a request once, or until it is answered if repeating it does no harm. */
  const send = async (url: string, input: RequestInfo | URL, init?: RequestInit) => {
    const once = (given?: RequestInit): Promise<Response> =>
      // A Request can be read only once: a copy leaves the original for another attempt.
      input instanceof Request
        ? nativeFetch(new Request(url, input.clone()), given)
        : nativeFetch(url, given)
    const kind = retryKindOf({
      method: (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase(),
      path: pathOf(url, lake),
      body: typeof init?.body === 'string' ? init.body : undefined,
    })
    if (!kind) return await once(init)
    const whole = async (abandoned: AbortSignal): Promise<Response> => {
      const signal = AbortSignal.any([abandoned, AbortSignal.timeout(DEADLINE)])
      return await bufferBody(await once({...init, signal}))
    }
    const signal = signalOf(input, init)
    const onWait = kind === 'transaction' ? onUnsent : undefined
    return await retryRequest(whole, {connection, signal, ...(onWait && {onWait})})
  }

  return async (input, init) => {
    const url = toLakeHost(addressOf(input), lake)
    const own = answerLocally(url, lake)
    if (own) return own
    if (!isApi(url, lake)) {
      return input instanceof Request ? nativeFetch(input, init) : nativeFetch(url, init)
    }
    const signal = signalOf(input, init)
    const path = pathOf(url, lake)
    const headers = headersOf(input, init)
    // A token ends with nothing that a person could begin again.
    const holds = holdsEndedSession && !headers.has('authorization')
    const identifies = holds && asksWhoIsSignedIn(url, lake)
    const session = {path, signal, gate, identifies}
    const signingOut = /\/auth\/logout\b/.test(path)
    if (signingOut) gate.identify(null)
    if (!isEventStream(url, lake)) {
      const response = await untilSignedIn(session, () => send(url, input, init))
      if (signingOut && response.ok) options.onSignedOut?.()
      return response
    }

    const {credentials} = init ?? {}
    return openResumingStream({
      open: (lastEventId) => {
        if (lastEventId) headers.set('last-event-id', lastEventId)
        const request = {headers: carriedHeaders(headers), ...(credentials && {credentials})}
        const attempt = (until: AbortSignal) => openStream(url, {...request, signal: until})
        return untilSignedIn(session, () => retryRequest(attempt, {connection, signal}))
      },
    })
  }
}

/** Answers that need no server; undefined for every other request. */
function answerLocally(url: string, lake: LakeAddress): Response | undefined {
  if (lake.isHosted) return undefined
  // The studio asks whether it may show its feedback form. Nobody would read the feedback.
  if (isFeedback(url, lake)) return Response.json({}, {status: 403})
  // It asks why a request has failed. If CORS is the cause, the lake's error message says so.
  if (isCorsCheck(url, lake)) return Response.json(CORS_ALLOWED)
  // An empty response, because the studio would report an error in the console.
  if (isHostedService(url, lake)) return Response.json({})
  return undefined
}

interface SessionRequest {
  path: string
  signal: AbortSignal | null
  gate: SessionGate
  /** Whether the answer tells the gate who is signed in. */
  identifies: boolean
}

/** Repeats a request that an ended session refused, once the person has signed in again. */
async function untilSignedIn(
  {path, signal, gate, identifies}: SessionRequest,
  attempt: () => Promise<Response>,
): Promise<Response> {
  for (;;) {
    const response = await attempt()
    if (identifies) await identify(response, gate)
    if (!gate.isKnown() || isAboutTheSession(path) || !(await saysEnded(response))) {
      return response
    }
    await gate.wait(signal)
  }
}

const signalOf = (input: RequestInfo | URL, init?: RequestInit): AbortSignal | null =>
  init?.signal ?? (input instanceof Request ? input.signal : null)

const headersOf = (input: RequestInfo | URL, init?: RequestInit): Headers =>
  new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))

/** The studio learns from these that the session has ended: they are not repeated. */
const isAboutTheSession = (path: string): boolean => /\/(auth\/|users\/me(\?|$))/.test(path)

async function saysEnded(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return ENDED.has(String((body as {errorCode?: unknown} | null)?.errorCode))
}

async function identify(response: Response, gate: SessionGate): Promise<void> {
  if (!response.ok || gate.isKnown()) return
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as {id?: string; name?: string} | null
  if (body?.id) gate.identify({id: body.id, name: body.name ?? ''})
}

function carriedHeaders(headers: Headers): Record<string, string> {
  const carried: Record<string, string> = {}
  for (const name of ['authorization', 'last-event-id']) {
    const value = headers.get(name)
    if (value) carried[name] = value
  }
  return carried
}
