// The app's response without a route, and the routes that a host adds.
import {describe, expect, it} from 'vitest'
import {testApp} from '../access/http-support.ts'

const FOREIGN = {origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site'}

describe('an address without a route', () => {
  it.each(['GET', 'POST', 'DELETE'])('is a 404 with the reason as JSON, for %s', async (method) => {
    const {send, unknownEndpoints} = testApp()
    const response = await send('/some-page', {method, headers: {origin: FOREIGN.origin}})
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      statusCode: 404,
      error: {
        type: 'notFound',
        description: `${method} /some-page is not part of this Content Lake.`,
      },
    })
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(unknownEndpoints.entries()).toEqual([{endpoint: `${method} /some-page`, count: 1}])
  })

  it('has no body for HEAD', async () => {
    const response = await testApp().send('/some-page', {method: 'HEAD'})
    expect([response.status, await response.text()]).toEqual([404, ''])
  })
})

describe('a route that a host adds', () => {
  const withSite = () => {
    const test = testApp()
    const asked: string[] = []
    test.app.all('*', (c) => {
      asked.push(`${c.req.raw.method} ${c.req.path}`)
      return new Response('a page')
    })
    return {...test, asked}
  }

  it('gets requests without a route of the lake, with the lake’s headers', async () => {
    const {send, unknownEndpoints} = withSite()
    const response = await send('/some-page')
    expect([response.status, await response.text()]).toEqual([200, 'a page'])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(unknownEndpoints.entries()).toEqual([])
  })

  it('gets HEAD as HEAD', async () => {
    const {send, asked} = withSite()
    expect(await (await send('/some-page', {method: 'HEAD'})).text()).toBe('')
    expect(asked).toEqual(['HEAD /some-page'])
  })

  it.each([
    ['another host name', {host: 'evil.example'}, 421],
    ['the cookie of a foreign page', {cookie: 'a=b', ...FOREIGN}, 403],
  ])('does not get a request with %s', async (_, headers, status) => {
    const {send, asked} = withSite()
    expect((await send('/some-page', {headers})).status).toBe(status)
    expect(asked).toEqual([])
  })

  it.each(['/v1/nothing', '/login', '/healthz'])('does not get %s', async (path) => {
    const {send, asked} = withSite()
    await send(path)
    expect(asked).toEqual([])
  })

  it('has its own pattern in the log', async () => {
    const {send, observed} = withSite()
    await send('/some-page')
    expect(observed).toMatchObject([{route: '/*', path: '/some-page', status: 200}])
  })
})
