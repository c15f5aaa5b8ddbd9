import {beforeEach, describe, expect, test, vi} from 'vitest'
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

function browserPage() {
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
  const page = {
    fetch: async (url: string) => {
      opened.push(url)
      const answer = instead.shift() ?? Response.json(signedIn)
      if (answer instanceof Error) throw answer
      return answer
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
  const {gate} = installTransport(page as unknown as TransportWindow, LAKE, {
    askBeforeLeaving: () => () => {},
    holdsEndedSession: true,
  })
  return {page: page as any, opened, sent, closed, gate, goOnline: () => online()}
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
