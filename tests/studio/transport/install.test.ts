import {describe, expect, test} from 'vitest'
import {installTransport, type TransportWindow} from '../../../studio/transport/install.ts'

function browserPage() {
  const opened: string[] = []
  // A function, as `new` needs one, but nothing of a socket besides.
  function Socket(url: string | URL) {
    opened.push(String(url))
  }
  class Request {
    open(_method: string, url: string) {
      opened.push(url)
    }
  }
  const page = {
    location: {protocol: 'http:', host: '10.0.0.5:3333'},
    fetch: async (url: string) => {
      opened.push(url)
      return new Response('{}')
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
  }
  installTransport(page as unknown as TransportWindow, 'copydesk')
  return {page: page as any, opened}
}

describe('with the transport installed', () => {
  test('every way out of the page leads to its own host', async () => {
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

  test('beacons to hosted services are swallowed', () => {
    const {page, opened} = browserPage()
    expect(page.navigator.sendBeacon('https://api.sanity.io/v1/intake/batch')).toBe(true)
    expect(opened).toEqual([])
  })
})
