import {beforeEach, describe, expect, test, vi} from 'vitest'
import {hostedLake, type LakeAddress} from '../../src/browser/addresses.ts'
import {installTransport, type TransportWindow} from '../../src/browser/install.ts'

const LAKE = {protocol: 'http:', host: '10.0.0.5:3333', projectId: 'copydesk'}

/** The response of `/users/me`. */
let signedIn: object
/** Responses that come next instead. An error stands for a failed connection. */
let instead: (Response | Error)[]
beforeEach(() => {
  signedIn = {}
  instead = []
})

function browserPage(lake: LakeAddress = LAKE) {
  const opened: string[] = []
  const closed: Socket[] = []
  const sent: string[] = []
  let online = (): void => {}
  // The parts of a socket that the transport uses.
  class Socket extends EventTarget {
    constructor(url: string | URL) {
      super()
      opened.push(String(url))
    }
    close() {
      closed.push(this)
      this.dispatchEvent(new Event('close'))
    }
  }
  class Request extends EventTarget {
    url = ''
    open(_method: string, url: string) {
      this.url = url
      opened.push(url)
    }
    send(body: string) {
      sent.push(`${this.url} ${body}`)
    }
    abort() {
      sent.push('aborted')
    }
  }
  const remembered = new Map<string, string>()
  const page = {
    fetch: async (url: string, {mode, headers, signal}: RequestInit = {}) => {
      const lastEventId = new Headers(headers).get('last-event-id')
      opened.push([url, mode, lastEventId].filter(Boolean).join(' '))
      const answer = instead.shift() ?? Response.json(signedIn)
      if (answer instanceof Error) throw answer
      return withSignal(answer, signal)
    },
    localStorage: {
      getItem: (name: string) => remembered.get(name) ?? null,
      setItem: (name: string, value: string) => void remembered.set(name, value),
    },
    XMLHttpRequest: Request,
    WebSocket: Socket,
    URL,
    navigator: {
      sendBeacon: (url: string) => {
        opened.push(url)
        return true
      },
    },
    addEventListener: (_: 'online', listener: () => void) => {
      online = listener
    },
  }
  const {gate} = installTransport(page as unknown as TransportWindow, lake, {
    askBeforeLeaving: () => () => {},
    holdsEndedSession: true,
  })
  return {page: page as any, opened, sent, closed, gate, goOnline: () => online()}
}

/** As a browser does, an abort ends a body that is being read. */
function withSignal(response: Response, signal?: AbortSignal | null): Response {
  if (!signal || !response.body) return response
  const body = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) =>
      signal.addEventListener('abort', () => controller.error(signal.reason as Error)),
  })
  void response.body.pipeTo(body.writable).catch(() => {})
  return new Response(body.readable, response)
}

describe('with the transport installed', () => {
  test('all requests of the page go to its own host', async () => {
    const {page, opened} = browserPage()
    await page.fetch('http://copydesk.10.0.0.5:3333/v1/users/me')
    new page.XMLHttpRequest().open(
      'POST',
      'http://copydesk.10.0.0.5:3333/v1/assets/images/production',
    )
    Reflect.construct(page.WebSocket, ['ws://copydesk.10.0.0.5:3333/v2022-06-30/socket/production'])
    page.navigator.sendBeacon('http://copydesk.10.0.0.5:3333/v1/intake/batch', '')
    expect(opened).toEqual([
      'http://10.0.0.5:3333/v1/users/me',
      'http://10.0.0.5:3333/v1/assets/images/production',
      'ws://10.0.0.5:3333/v2022-06-30/socket/production',
      'http://10.0.0.5:3333/v1/intake/batch',
    ])
  })

  test('an address below an IP address parses', () => {
    const {page} = browserPage()
    const listen = new page.URL('http://copydesk.10.0.0.5:3333/v1/data/listen/production?query=*')
    expect(listen.href).toBe('http://10.0.0.5:3333/v1/data/listen/production?query=*')
    expect(listen).toBeInstanceOf(URL)
    expect(listen).toBeInstanceOf(page.URL)
    expect(new page.URL('/v1', 'http://example.org').href).toBe('http://example.org/v1')
  })

  test('presence reconnects after a sign-in, and only then', async () => {
    const {page, closed, gate} = browserPage()
    const make = (): EventTarget =>
      Reflect.construct(page.WebSocket, ['ws://10.0.0.5:3333/v1/socket/production'])
    const [one, two] = [make(), make()]
    two.dispatchEvent(new Event('close'))
    gate.identify({id: 'u1', name: 'Mei'})
    void gate.wait()
    expect(closed).toEqual([])
    signedIn = {id: 'u1', name: 'Mei'}
    expect(await gate.check()).toEqual({status: 'open'})
    expect(closed).toEqual([one])
  })

  test('a server that refuses the check counts as up', async () => {
    const {page, opened} = browserPage()
    const refusal = Response.json({errorCode: 'SIO-401-AEX'}, {status: 401})
    instead = [new TypeError('Failed to fetch'), refusal, Response.json('words')]
    const response = await page.fetch('http://10.0.0.5:3333/v1/data/doc/production/a')
    expect(await response.json()).toBe('words')
    expect(opened[1]).toBe('http://10.0.0.5:3333/v1/ping')
  })

  test('presence reconnects when the browser is online, because its socket may be dead', () => {
    const {page, closed, goOnline} = browserPage()
    const socket = Reflect.construct(page.WebSocket, ['ws://10.0.0.5:3333/v1/socket/production'])
    goOnline()
    expect(closed).toEqual([socket])
  })

  test('beacons to hosted services are dropped', () => {
    const {page, opened} = browserPage()
    expect(page.navigator.sendBeacon('https://api.sanity.io/v1/intake/batch')).toBe(true)
    expect(opened).toEqual([])
  })
})

describe('a picture', () => {
  const UPLOAD = 'http://copydesk.10.0.0.5:3333/v2025-02-19/assets/images/production'

  test('that is chosen while the server is away is sent once it is back', async () => {
    vi.useFakeTimers()
    const {page, sent} = browserPage()
    instead = [new TypeError('Failed to fetch')]
    const request = new page.XMLHttpRequest()
    request.open('POST', UPLOAD)
    request.send('pixels')
    await vi.advanceTimersByTimeAsync(400)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(200)
    expect(sent).toEqual(['http://10.0.0.5:3333/v2025-02-19/assets/images/production pixels'])
    vi.useRealTimers()
  })

  test('that the person takes back before is not sent', async () => {
    vi.useFakeTimers()
    const {page, sent} = browserPage()
    instead = [new TypeError('Failed to fetch')]
    const request = new page.XMLHttpRequest()
    let aborted = 0
    request.addEventListener('abort', () => aborted++)
    request.open('POST', UPLOAD)
    request.send('pixels')
    request.abort()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual(['aborted'])
    expect(aborted).toBe(1)
    vi.useRealTimers()
  })

  test('does not delay other requests', () => {
    const {page, sent} = browserPage()
    const request = new page.XMLHttpRequest()
    request.open('POST', 'http://10.0.0.5:3333/v1/other')
    request.send('x')
    expect(sent).toEqual(['http://10.0.0.5:3333/v1/other x'])
  })
})

describe('on the hosted lake', () => {
  const API = 'https://abc123de.api.sanity.io'
  const DOCUMENT = `${API}/v2025-02-19/data/doc/production/ferry`
  const LISTEN = `${API}/v2025-02-19/data/listen/production?query=*`
  const hosted = () => browserPage(hostedLake('abc123de'))
  const lost = () => new TypeError('Failed to fetch')
  /** An event stream that does not end. */
  const stream = (text: string): Response => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
    })
    return new Response(body, {headers: {'content-type': 'text/event-stream'}})
  }

  test('requests keep their addresses, and Sanity’s other services are asked, too', async () => {
    const {page, opened} = hosted()
    const addresses = [
      DOCUMENT,
      'https://api.sanity.io/v1/projects/abc123de',
      '/studio/static/a.js',
    ]
    for (const address of addresses) await page.fetch(address)
    page.navigator.sendBeacon(`${API}/v1/intake/batch`)
    expect(opened).toEqual([...addresses, `${API}/v1/intake/batch`])
  })

  test('an event stream goes on when the browser is online again', async () => {
    const {page, opened, goOnline} = hosted()
    instead = [stream('event: welcome\nid: a7\n\n'), stream('event: welcomeback\n\n')]
    const reader = (await page.fetch(LISTEN)).body.getReader()
    const read = async () => new TextDecoder().decode((await reader.read()).value)
    expect(await read()).toContain('id: a7')
    goOnline()
    expect((await read()) + (await read())).toBe('\n\nevent: welcomeback\n\n')
    expect(opened).toEqual([LISTEN, `${LISTEN} a7`])
    await reader.cancel()
  })

  test('a request waits while a gateway answers what the page may not read', async () => {
    vi.useFakeTimers()
    const {page, opened} = hosted()
    await page.fetch(DOCUMENT)
    instead = [lost(), lost(), lost(), Response.json({}), Response.json('words')]
    const response = page.fetch(DOCUMENT)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await (await response).json()).toBe('words')
    const asked = `${API}/v1/users/me`
    expect(opened).toEqual([DOCUMENT, DOCUMENT, asked, asked, asked, DOCUMENT])
    vi.useRealTimers()
  })

  test('a page that never could read it gets the error, with which the studio explains itself', async () => {
    vi.useFakeTimers()
    const {page, opened} = hosted()
    // Each time: the request, the question whether somebody is there, and the same without reading the answer.
    instead = Array.from({length: 6}, () => [lost(), lost(), new Response()]).flat()
    const refused = expect(page.fetch(DOCUMENT)).rejects.toThrow('Failed to fetch')
    await vi.advanceTimersByTimeAsync(10_000)
    await refused
    expect(opened.slice(0, 3)).toEqual([
      DOCUMENT,
      `${API}/v1/users/me`,
      `${API}/v1/users/me no-cors`,
    ])
    vi.useRealTimers()
  })

  test.each([
    ['a cookie ends with its session, and a request waits for the next', {}, true],
    ['a token has no session that could begin again', {authorization: 'Bearer t'}, false],
  ])('%s', async (_, headers, isHeld) => {
    const {page, gate} = hosted()
    signedIn = {id: 'u1', name: 'Mei'}
    await page.fetch(`${API}/v1/users/me`, {headers})
    expect(gate.isKnown()).toBe(isHeld)
    await page.fetch('https://api.sanity.io/v1/users/me')
    expect(gate.isKnown()).toBe(isHeld)
  })
})
