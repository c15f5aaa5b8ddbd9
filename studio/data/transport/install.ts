// Puts the page's requests on its own origin: fetch, XMLHttpRequest, WebSocket, sendBeacon, URL.
import type {AskBeforeLeaving} from './ask-before-leaving.ts'
import {createSessionGate, type Person, type SessionGate} from './session-gate.ts'
import {isHostedService, toOwnOrigin} from './addresses.ts'
import {createConnection, type Connection} from './connection.ts'
import {createMuxClient} from './mux-client.ts'
import {createOwnFetch} from './own-fetch.ts'
import {isNotThere} from './until-answered.ts'

/** The parts of `window` that are replaced. */
export interface TransportWindow {
  location: {protocol: string; host: string; assign: (url: string) => void}
  fetch: typeof fetch
  XMLHttpRequest: {prototype: {open: XMLHttpRequest['open']}}
  WebSocket: typeof WebSocket
  URL: typeof URL
  navigator: {sendBeacon?: Navigator['sendBeacon']}
  addEventListener: (type: 'online', listener: () => void) => void
}

export interface PageTransport {
  /** Holds requests of an ended session. */
  gate: SessionGate
  /** Holds requests that the server did not answer. */
  connection: Connection
}

/**
 * Installs the transport, and returns what its requests wait for.
 *
 * @param page the browser's `window`, or what stands for it in a test
 * @param projectId what Sanity's client puts before the host
 * @param askBeforeLeaving is asked for while something that was written cannot be sent
 */
export function installTransport(
  page: TransportWindow,
  projectId: string,
  askBeforeLeaving: AskBeforeLeaving,
): PageTransport {
  const address = page.location
  const own = (url: string): string => toOwnOrigin(url, address, projectId)
  const NativeSocket = page.WebSocket
  const nativeFetch = page.fetch.bind(page)

  const mux = createMuxClient({
    connect: () =>
      new NativeSocket(`${address.protocol === 'https:' ? 'wss' : 'ws'}://${address.host}/v1/mux`),
  })
  /** The studio's own: presence. */
  const sockets = new Set<WebSocket>()
  const renewSockets = (): void => {
    mux.close()
    for (const socket of sockets) socket.close()
  }
  // The sockets' upgrades carried the old cookie: streams and presence begin anew on others.
  const gate = createSessionGate(() => whoIsSignedIn(nativeFetch), renewSockets)
  // A socket that was open when the connection was lost may be dead, and the browser would not know.
  const connection = createConnection(() => isServerThere(nativeFetch), renewSockets)
  page.addEventListener('online', renewSockets)
  page.fetch = createOwnFetch({
    nativeFetch,
    page: address,
    projectId,
    mux,
    gate,
    connection,
    onUnsent: askBeforeLeaving,
    // Instead of the studio's choice between one provider. First it tells its other tabs.
    onSignedOut: () => setTimeout(() => address.assign('/login?to=/studio'), 300),
  })

  const openRequest = page.XMLHttpRequest.prototype.open
  page.XMLHttpRequest.prototype.open = function open(
    this: XMLHttpRequest,
    method: string,
    url: string | URL,
    ...rest: unknown[]
  ) {
    return Reflect.apply(openRequest, this, [method, own(String(url)), ...rest]) as void
  }

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
      isHostedService(String(url), address) || beacon(own(String(url)), data)
  }
  return {gate, connection}
}

/** The same constructor, whose first argument is put on the page's own origin. */
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

async function whoIsSignedIn(nativeFetch: typeof fetch): Promise<Person | null> {
  const response = await nativeFetch('/v1/users/me', {credentials: 'same-origin'})
  if (!response.ok) return null
  const body = (await response.json()) as {id?: string; name?: string}
  return body.id ? {id: body.id, name: body.name ?? ''} : null
}

/** Milliseconds; a server that is there answers at once. */
const PATIENCE = 10_000

async function isServerThere(nativeFetch: typeof fetch): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    // Also when it refuses, because the session has ended meanwhile.
    return !isNotThere(await nativeFetch('/v1/ping', {cache: 'no-store', signal}))
  } catch {
    return false
  }
}
