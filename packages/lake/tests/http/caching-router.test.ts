// An address finds the same handlers with the same parameters each time, and no other address’s.
import {Hono} from 'hono'
import {expect, test} from 'vitest'
import {createCachingRouter} from '../../src/http/caching-router.ts'

function appWith(router: ConstructorParameters<typeof Hono>[0]): Hono {
  const app = new Hono(router)
  app.use('/a/*', async (c, next) => {
    await next()
    c.header('x-seen', 'a')
  })
  app.get('/:version{v(?:1|X)}/doc/:id', (c) => c.json([c.req.param(), c.req.query('q') ?? null]))
  app.post('/:version{v(?:1|X)}/doc/:id', (c) => c.text('posted'))
  app.get('/a/:name', (c) => c.text(c.req.param('name')))
  app.all('*', (c) => c.text(`nothing at ${c.req.path}`, 404))
  return app
}

const REQUESTS: [method: string, path: string][] = [
  ['GET', '/v1/doc/a'],
  ['GET', '/v1/doc/b'],
  ['GET', '/v1/doc/a?q=1'],
  ['GET', '/v1/doc/a?q=2'],
  ['POST', '/v1/doc/a'],
  ['HEAD', '/v1/doc/a'],
  ['GET', '/v2/doc/a'],
  ['GET', '/a/caf%C3%A9'],
  ['GET', '/a/caf%25'],
  ['GET', `/v1/doc/${'x'.repeat(2_000)}`],
]

test('every request is answered as without it, the first time and later', async () => {
  const plain = appWith({})
  const remembering = appWith({router: createCachingRouter()})
  for (const [method, path] of [...REQUESTS, ...REQUESTS, ...REQUESTS.toReversed()]) {
    const [own, other] = await Promise.all(
      [remembering, plain].map(async (app) => {
        const answer = await app.request(path, {method})
        return [answer.status, [...answer.headers], await answer.text()]
      }),
    )
    expect(own).toEqual(other)
  }
})
