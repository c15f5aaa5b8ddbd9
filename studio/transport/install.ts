// Puts the page's requests on its own origin: fetch, XMLHttpRequest, WebSocket, sendBeacon, URL.
import {createSessionGate, type Person, type SessionGate} from '../session/session-gate.ts'
import {isHostedService, toOwnOrigin} from './addresses.ts'
import {createMuxClient} from './mux-client.ts'
import {createOwnFetch} from './own-fetch.ts'

/** The parts of `window` that are replaced. */
export interface TransportWindow {
  location: {protocol: string; host: string; assign: (url: string) => void}
  fetch: typeof fetch
  XMLHttpRequest: {prototype: {open: XMLHttpRequest['open']}}
  WebSocket: typeof WebSocket
  URL: typeof URL
  navigator: {sendBeacon?: Navigator['sendBeacon']}
}

/**
 * Installs the transport and returns the gate that holds requests of an ended session.
 *
 * @param page the browser's `window`, or what stands for it in a test
 * @param projectId what Sanity's client puts before the host
 */
export function installTransport(page: TransportWindow, projectId: string): SessionGate {
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
  const gate = createSessionGate(
    () => whoIsSignedIn(nativeFetch),
    // The sockets' upgrades carried the old cookie: streams and presence begin anew on others.
    () => {
      mux.close()
      for (const socket of sockets) socket.close()
    },
  )
  page.fetch = createOwnFetch({
    nativeFetch,
    page: address,
    projectId,
    mux,
    gate,
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
  return gate
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
