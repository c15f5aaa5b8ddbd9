// A request finds the same handlers with the same parameters as in Hono’s own router.
import {Hono} from 'hono'
import {expect, it} from 'vitest'
import {createVersionRouter, VERSION} from '../../src/http/version-router.ts'

function appWith(options: ConstructorParameters<typeof Hono>[0]): Hono {
  const app = new Hono(options)
  const api = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('x-middleware', 'ran')
  })
  app.get('/healthz', (c) => c.text('well'))
  api.use('/doc/*', async (c, next) => {
    await next()
    c.header('x-below', 'ran')
  })
  api.get('/doc/:id', (c) => c.json([c.req.param(), c.req.query('q') ?? null]))
  api.post('/doc/:id', (c) => c.text('posted'))
  api.get('/key/:names{.+}', (c) => c.json(c.req.param()))
  api.all('*', (c) => c.text(`nothing below ${c.req.param('version')}`, 404))
  app.route(VERSION, api)
  app.get('/files/:name', (c) => c.text(c.req.param('name')))
  app.get('/:page', (c) => c.text(`page ${c.req.param('page')}`))
  app.all('*', (c) => c.text(`nothing at ${c.req.path}`, 404))
  return app
}

it.each([
  ['GET', '/v1'],
  ['GET', '/v1/'],
  ['GET', '/v1/doc/a?q=1'],
  ['GET', '/vX/doc/caf%C3%A9'],
  ['GET', '/v2025-02-19/doc/a'],
  ['POST', '/v2025-02-19/doc/a'],
  ['HEAD', '/v1/doc/a'],
  ['DELETE', '/v1/doc/a'],
  ['GET', '/v1/doc/a/b'],
  ['GET', '/v1/key/a/b/c'],
  ['GET', '/v2/doc/a'],
  ['GET', '/v10/doc/a'],
  ['GET', '/v2025-02-190/doc/a'],
  ['GET', '/doc/a'],
  ['GET', '/healthz'],
  ['GET', '/files/v1'],
  ['GET', '/about'],
  ['GET', '/about/us'],
])('answers %s %s as Hono’s own router does', async (method, path) => {
  const [ours, theirs] = await Promise.all(
    [{router: createVersionRouter<never>()}, {}].map(async (options) => {
      const answer = await appWith(options).request(path, {method})
      return [answer.status, [...answer.headers], await answer.text()]
    }),
  )
  expect(ours).toEqual(theirs)
})
