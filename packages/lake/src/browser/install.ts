// Directs the requests of a studio's page to the lake's host: fetch, XMLHttpRequest, WebSocket, sendBeacon, URL.
import {
  addressOf,
  isApi,
  isHostedService,
  isUpload,
  originOf,
  pathOf,
  toLakeHost,
  type LakeAddress,
} from './addresses.ts'
import type {AskBeforeLeaving} from './ask-before-leaving.ts'
import {createConnection, type Connection} from './connection.ts'
import {createLakeFetch, type OpenStream} from './lake-fetch.ts'
import {createMuxClient} from './mux-client.ts'
import {createSessionGate, type Person, type SessionGate} from './session-gate.ts'
import {isUnavailable} from './retry-request.ts'

/** The parts of `window` that are replaced. */
export interface TransportWindow {
  fetch: typeof fetch
  XMLHttpRequest: {prototype: {open: XMLHttpRequest['open']; send: XMLHttpRequest['send']}}
  WebSocket: typeof WebSocket
  URL: typeof URL
  navigator: {sendBeacon?: Navigator['sendBeacon']}
  localStorage: Pick<Storage, 'getItem' | 'setItem'>
  addEventListener: (type: 'online', listener: () => void) => void
}

export interface PageTransport {
  lake: LakeAddress
  /** Holds requests of an ended session. */
  gate: SessionGate
  /** Holds requests that the server did not answer. */
  connection: Connection
}

export interface TransportOptions {
  /** Called while a change cannot be sent. */
  askBeforeLeaving: AskBeforeLeaving
  /**
   * Whether the studio shows that a session has ended. Then requests wait until the person has
   * signed in again.
   */
  holdsEndedSession: boolean
  /** Called when the person has signed out here. */
  onSignedOut?: () => void
}

/** True in a browser. Sanity's command line loads a studio with a `window` that cannot fetch. */
export const isBrowserPage = (): boolean =>
  typeof window !== 'undefined' &&
  Boolean(window.location?.host) &&
  typeof window.fetch === 'function'

/**
 * Installs the transport, and returns what its requests wait for.
 *
 * @param page the browser's `window`, or a substitute in a test
 * @param lake read again for each request: it may be set after the transport is installed
 */
export function installTransport(
  page: TransportWindow,
  lake: LakeAddress,
  options: TransportOptions,
): PageTransport {
  const own = (url: string): string => toLakeHost(url, lake)
  const NativeSocket = page.WebSocket
  const send = page.fetch.bind(page)
  let isReadable = !lake.isHosted
  const nativeFetch: typeof fetch = async (input, init) => {
    const response = await send(input, init)
    if (!isReadable && isApi(addressOf(input), lake)) {
      isReadable = true
      page.localStorage.setItem(READABLE, lake.host)
    }
    return response
  }

  const streams = lake.isHosted
    ? createNativeStreams(nativeFetch)
    : createMuxStreams(lake, NativeSocket)
  /** The studio's own sockets, for presence. */
  const sockets = new Set<WebSocket>()
  const renewSockets = (): void => {
    streams.renew()
    for (const socket of sockets) socket.close()
  }
  // The sockets were opened with the old cookie, so streams and presence need new ones.
  const gate = createSessionGate(() => whoIsSignedIn(nativeFetch, lake), renewSockets)
  // A socket that was open when the connection was lost may be dead, and the browser would not know.
  const connection = createConnection(
    async () => (await isServerThere(send, lake)) || (await refuses(page, send, lake)),
    renewSockets,
  )
  page.addEventListener('online', () => {
    renewSockets()
    connection.askNow()
  })
  const {askBeforeLeaving: onUnsent, ...session} = options
  page.fetch = createLakeFetch({
    nativeFetch,
    lake,
    openStream: streams.open,
    gate,
    connection,
    onUnsent,
    ...session,
  })

  replaceRequests(page, own, {connection, askBeforeLeaving: onUnsent})

  page.WebSocket = withOwnAddress(NativeSocket, own, (socket) => {
    sockets.add(socket)
    socket.addEventListener('close', () => sockets.delete(socket))
  })
  // Sanity's event source parses its address before it fetches it, and a project id before an IP
  // address does not parse.
  page.URL = withOwnAddress(page.URL, own)

  const beacon = page.navigator.sendBeacon?.bind(page.navigator)
  if (beacon) {
    page.navigator.sendBeacon = (url, data) =>
      isHostedService(String(url), lake) || beacon(own(String(url)), data)
  }
  return {lake, gate, connection}
}

interface Streams {
  open: OpenStream
  /** Ends what is open, so that it is opened again with the session of now. */
  renew: () => void
}

/** All streams of a tab on one socket: a browser opens few connections over HTTP/1.1. */
function createMuxStreams(lake: LakeAddress, NativeSocket: typeof WebSocket): Streams {
  const mux = createMuxClient({
    // `https` becomes `wss`.
    connect: () => new NativeSocket(`${originOf(lake).replace(/^http/, 'ws')}/v1/mux`),
  })
  return {open: (url, init) => mux.open(pathOf(url, lake), init), renew: mux.close}
}

/** The hosted lake has HTTP/2, and no such socket. */
function createNativeStreams(nativeFetch: typeof fetch): Streams {
  let ending = new AbortController()
  return {
    open: (url, {signal, ...init}) =>
      nativeFetch(url, {...init, signal: AbortSignal.any([signal, ending.signal])}),
    renew() {
      // The same error as that of a lost connection.
      ending.abort(new TypeError('The streams are opened again'))
      ending = new AbortController()
    },
  }
}

/** The studio sends files by `XMLHttpRequest`, which shows their progress. Without the server they wait. */
function replaceRequests(
  page: TransportWindow,
  own: (url: string) => string,
  {connection, askBeforeLeaving}: {connection: Connection; askBeforeLeaving: AskBeforeLeaving},
): void {
  const request = page.XMLHttpRequest.prototype
  const {open, send} = request
  const uploads = new WeakSet<XMLHttpRequest>()
  request.open = function openOwn(
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    ...rest: unknown[]
  ) {
    const address = own(String(url))
    if (isUpload(address)) uploads.add(this)
    return Reflect.apply(open, this, [method, address, ...rest]) as void
  }
  request.send = function sendWhenThere(
    this: XMLHttpRequest,
    body?: XMLHttpRequestBodyInit | null,
  ) {
    if (!uploads.has(this)) return send.call(this, body)
    const stopAsking = askBeforeLeaving()
    const {abort} = this
    const abandoned = new AbortController()
    // A request that was not sent has no event for that.
    this.abort = () => {
      abandoned.abort()
      abort.call(this)
      this.dispatchEvent(new Event('abort'))
    }
    const waiting = connection.wait(abandoned.signal).then(() => {
      this.abort = abort
      send.call(this, body)
    })
    void waiting.catch(() => {}).finally(stopAsking)
  }
}

/** The same constructor, with its first argument directed to the lake's host. */
function withOwnAddress<C extends typeof WebSocket | typeof URL>(
  constructor: C,
  own: (url: string) => string,
  onMade: (made: InstanceType<C>) => void = () => {},
): C {
  return new Proxy(constructor, {
    construct(target, [url, ...rest]: [unknown, ...unknown[]], newTarget) {
      const address = typeof url === 'string' ? own(url) : url
      const made = Reflect.construct(target, [address, ...rest], newTarget) as InstanceType<C>
      onMade(made)
      return made
    },
  })
}

async function whoIsSignedIn(nativeFetch: typeof fetch, lake: LakeAddress): Promise<Person | null> {
  const response = await nativeFetch(`${originOf(lake)}/v1/users/me`, {credentials: 'include'})
  if (!response.ok) return null
  const body = (await response.json()) as {id?: string; name?: string}
  return body.id ? {id: body.id, name: body.name ?? ''} : null
}

/** Milliseconds. A server that is up answers at once. */
const PATIENCE = 10_000

async function isServerThere(
  nativeFetch: typeof fetch,
  lake: LakeAddress,
  init: RequestInit = {},
): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const asked = {...init, cache: 'no-store', signal} as const
    // A refusal is an answer too: the session may have ended meanwhile.
    return !isUnavailable(await nativeFetch(originOf(lake) + pingOf(lake), asked))
  } catch {
    return false
  }
}

/** A page of another origin may read this path of the hosted lake if it may read any. */
const pingOf = ({isHosted}: LakeAddress): string => (isHosted ? '/v1/users/me' : '/v1/ping')

/** Remembers the hosted lake that pages of this origin could read. */
const READABLE = 'lake.readable'

/**
 * Whether the hosted lake is there, but pages of this origin may not read its answers. Then the studio says how to allow
 * that. If they ever could, an answer that cannot be read is a gateway's.
 */
async function refuses(
  {localStorage}: TransportWindow,
  nativeFetch: typeof fetch,
  lake: LakeAddress,
): Promise<boolean> {
  if (!lake.isHosted || localStorage.getItem(READABLE) === lake.host) return false
  return await isServerThere(nativeFetch, lake, {mode: 'no-cors'})
}
