// The members for a studio's configuration, and the requests of its page.
import {beforeEach, describe, expect, test, vi} from 'vitest'

/** Loads the module again, in a page at this address. */
async function localLakeAt(address?: string) {
  vi.resetModules()
  const asked: string[] = []
  if (address) {
    const {protocol, host, hostname} = new URL(address)
    const page = {
      location: {protocol, host, hostname},
      fetch: async (url: string) => {
        asked.push(url)
        return Response.json({})
      },
      XMLHttpRequest: class {
        open() {}
      },
      WebSocket: class extends EventTarget {},
      URL,
      navigator: {},
      addEventListener() {},
    }
    vi.stubGlobal('window', page)
  }
  const {localLake} = await import('../../src/browser/local-lake.ts')
  return {localLake, asked}
}

describe('localLake', () => {
  beforeEach(() => vi.unstubAllGlobals())

  test('uses the command’s default project on the host of the page', async () => {
    for (const host of ['localhost', '127.0.0.1', '192.168.0.7']) {
      const {localLake} = await localLakeAt(`http://${host}:3333`)
      expect(localLake()).toMatchObject({
        projectId: 'local',
        dataset: 'production',
        apiHost: `http://${host}:5333`,
        auth: {loginMethod: 'cookie', providers: [{url: `http://${host}:5333/login`}]},
      })
    }
  })

  test('works without a page, as Sanity’s command line loads it', async () => {
    const {localLake} = await localLakeAt()
    expect(localLake().apiHost).toBe('http://localhost:5333')
  })

  test('accepts another project, dataset and address', async () => {
    const {localLake} = await localLakeAt('https://studio.example.org')
    const url = 'https://lake.example.org/'
    expect(localLake({projectId: 'abc123', dataset: 'staging', url})).toMatchObject({
      projectId: 'abc123',
      dataset: 'staging',
      apiHost: 'https://lake.example.org',
      auth: {providers: [{url: 'https://lake.example.org/login'}]},
    })
  })

  test('sends the page’s requests to its lake, also after the import', async () => {
    const {localLake, asked} = await localLakeAt('http://localhost:3333')
    localLake({projectId: 'abc123', url: 'http://localhost:4400'})
    await window.fetch('http://abc123.localhost:4400/v1/users/me')
    await window.fetch('https://sanity-cdn.com/v1/modules/sanity')
    expect(asked).toEqual(['http://localhost:4400/v1/users/me'])
  })

  test.each(['lake', 'ftp://localhost'])('refuses %s as an address', async (url) => {
    const {localLake} = await localLakeAt()
    expect(() => localLake({url})).toThrow(
      `localLake: "${url}" is not an address. Write scheme, host and port, such as http://localhost:5333.`,
    )
  })
})
