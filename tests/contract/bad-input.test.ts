// What is wrong is refused with a 4xx in words, writes nothing, and leaves the process alive.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
  await lake.client('importer').create({_id: 'a', _type: 'article', headline: 'A'})
})
afterAll(() => lake.close())

const API = '/v2025-02-19'
const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) => ({
  path: API + path,
  init: {
    method: 'POST',
    body,
    headers: {authorization: `Bearer ${lake.token('editor')}`, ...headers},
  },
})
const mutate = (mutations: unknown) => post('/data/mutate/production', JSON.stringify({mutations}))
const act = (actions: unknown) => post('/data/actions/production', JSON.stringify({actions}))
const get = (path: string, headers: Record<string, string> = {}) => ({path, init: {headers}})
const query = (groq: string, more = '') =>
  get(`${API}/data/query/production?query=${encodeURIComponent(groq)}${more}`)

interface Scenario {
  name: string
  request: () => {path: string; init: RequestInit}
  status: number
  /** A word that the description must hold, so that a person can act on it. */
  says: RegExp
}

const SCENARIOS: Scenario[] = [
  {
    name: 'malformed JSON',
    request: () => post('/data/mutate/production', '{"mutations":['),
    status: 400,
    says: /JSON/,
  },
  {
    name: 'a body that is no object',
    request: () => post('/data/mutate/production', '[]'),
    status: 400,
    says: /object/,
  },
  {
    name: 'no mutations',
    request: () => post('/data/mutate/production', '{}'),
    status: 400,
    says: /mutations/,
  },
  {
    name: 'an unknown mutation',
    request: () => mutate([{upsert: {_id: 'x'}}]),
    status: 400,
    says: /upsert/,
  },
  {
    name: 'two mutations in one',
    request: () => mutate([{create: {_type: 'a'}, delete: {id: 'a'}}]),
    status: 400,
    says: /create, delete/,
  },
  {
    name: 'a document without a type',
    request: () => mutate([{create: {_id: 'x'}}]),
    status: 400,
    says: /_type/,
  },
  {
    name: 'an unknown patch operation',
    request: () => mutate([{patch: {id: 'a', rename: {}}}]),
    status: 400,
    says: /rename/,
  },
  {
    name: 'a document whose id is null',
    request: () => mutate([{create: {_id: null, _type: 'a'}}]),
    status: 400,
    says: /id null/,
  },
  {
    name: 'a patch whose path has an open bracket',
    request: () => mutate([{patch: {id: 'a', set: {'body[0': 1}}}]),
    status: 400,
    says: /"body\[0" of "set" ends where a "\]" is expected/,
  },
  {
    name: 'a patch that adds a text to a number',
    request: () => mutate([{patch: {id: 'a', inc: {views: '1'}}}]),
    status: 400,
    says: /needs a number/,
  },
  {
    name: 'an id that climbs',
    request: () => mutate([{create: {_id: '../../x', _type: 'a'}}]),
    status: 400,
    says: /id/,
  },
  {
    name: 'a wrong revision',
    request: () => mutate([{patch: {id: 'a', ifRevisionID: 'no', set: {x: 1}}}]),
    status: 409,
    says: /revision/,
  },
  {
    name: 'a dangling reference',
    request: () => mutate([{create: {_type: 'topic', s: {_ref: 'nowhere'}}}]),
    status: 409,
    says: /nowhere/,
  },
  {
    name: 'a patch that does not fit',
    request: () => mutate([{patch: {id: 'a', diffMatchPatch: {headline: 'no patch at all'}}}]),
    status: 409,
    says: /patch/i,
  },
  {name: 'no actions', request: () => act([]), status: 400, says: /actions/},
  {
    name: 'an unknown action',
    request: () => act([{actionType: 'sanity.action.document.burn'}]),
    status: 400,
    says: /burn/,
  },
  {
    name: 'an action across documents',
    request: () =>
      act([{actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'b'}]),
    status: 400,
    says: /is not a draft of/,
  },
  {name: 'bad GROQ', request: () => query('*[_type == '), status: 400, says: /./},
  {name: 'an unknown function', request: () => query('nonsense::call(1)'), status: 400, says: /./},
  {
    name: 'a parameter that was not given',
    request: () => query('*[_id == $id]'),
    status: 400,
    says: /id/,
  },
  {
    name: 'a parameter that is no JSON',
    request: () => query('*[_id == $id]', '&$id=abc'),
    status: 400,
    says: /\$?id/,
  },
  {
    name: 'no query',
    request: () => get(`${API}/data/query/production`),
    status: 400,
    says: /query/,
  },
  {
    name: 'an unknown dataset',
    request: () => get(`${API}/data/query/elsewhere?query=*`),
    status: 404,
    says: /elsewhere/,
  },
  {
    name: 'a listener without a query',
    request: () => get(`${API}/data/listen/production`),
    status: 400,
    says: /query/,
  },
  {
    name: 'a foreign token',
    request: () =>
      get(`${API}/data/query/production?query=*`, {authorization: 'Bearer sk-somebody-else'}),
    status: 401,
    says: /./,
  },
  {
    name: 'a dead session',
    request: () => get(`${API}/data/query/production?query=*`, {cookie: 'copydesk_session=gone'}),
    status: 401,
    says: /sign in/i,
  },
  {
    name: 'a body that is too large',
    request: () => post('/data/mutate/production', 'x'.repeat(5 * 1024 * 1024)),
    status: 413,
    says: /MB/,
  },
  {
    name: 'an upload that is no image',
    request: () =>
      post('/assets/images/production?filename=a.jpg', 'plain text', {
        'content-type': 'image/jpeg',
      }),
    status: 400,
    says: /image|picture/i,
  },
  {
    name: 'a path outside the data folder',
    request: () => get('/images/copydesk/production/..%2f..%2flake.sqlite'),
    status: 404,
    says: /./,
  },
  {
    name: 'an encoded path outside the data folder',
    request: () => get('/files/copydesk/production/%2e%2e%2flake.sqlite'),
    status: 404,
    says: /./,
  },
  {
    name: 'an endpoint that nobody implemented',
    request: () => get(`${API}/carrier-pigeons/fly`),
    status: 404,
    says: /pigeons/,
  },
]

describe('bad input', () => {
  it.each(SCENARIOS)('$name is answered $status in words', async ({request, status, says}) => {
    const position = lake.lake.services.log.last()
    const {path, init} = request()
    const response = await lake.fetch(path, init)
    const body = (await response.json()) as {error: {type: string; description: string}}
    expect({status: response.status, ...body.error}).toMatchObject({
      status,
      type: expect.stringMatching(/\w/),
      description: expect.stringMatching(says),
    })
    expect(body.error.description).not.toMatch(/\bat .*\.ts:\d+/)
    expect(lake.lake.services.log.last()).toBe(position)
    expect((await lake.fetch('/healthz')).status).toBe(200)
  })

  it('tells an ended session by the code at which the studio keeps what was typed', async () => {
    const {cookie, credential} = lake.person('journalist')
    const ask = () => lake.fetch(`${API}/users/me`, {headers: {cookie}})
    expect((await ask()).status).toBe(200)
    lake.lake.services.access.sessions.end(credential)
    const response = await ask()
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({errorCode: 'SIO-401-AEX'})
  })

  it('gives a parse error its place', async () => {
    const response = await lake.fetch(query('*[_type == "article" && ]').path)
    expect(await response.json()).toMatchObject({
      error: {
        type: 'queryParseError',
        query: '*[_type == "article" && ]',
        start: expect.any(Number),
        end: expect.any(Number),
      },
    })
  })

  it('remembers endpoints that nobody implemented by name', async () => {
    await lake.fetch(`${API}/not/there`)
    expect(lake.lake.services.unknownEndpoints.entries()).toContainEqual({
      endpoint: 'GET /not/there',
      count: 1,
    })
  })
})

describe('hosts and origins', () => {
  it.each([
    ['evil.example', ''],
    ['127.0.0.1.evil.example', ''],
    ['copydesk.evil.example', ''],
    ['copydesk.127.0.0.1', ''],
    [undefined, 'http://evil.example'],
  ])('answers no other name (%s, %s): a page cannot rebind its own', async (host, before) => {
    const {request} = await import('node:http')
    const status = await new Promise((resolve, reject) => {
      const {hostname, port} = new URL(lake.origin)
      const path = `${before}${API}/data/query/production?query=*`
      const headers = host === undefined ? {} : {host}
      request({hostname, port, path, headers}, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(421)
  })

  it('lets any page read what is public, without credentials', async () => {
    const response = await lake.fetch(query('count(*)').path, {
      headers: {origin: 'https://a.example'},
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('refuses a request that a foreign page sends with the cookie, unless its origin is listed', async () => {
    const {cookie} = lake.person('editor')
    const send = () =>
      lake.fetch(`${API}/data/mutate/production`, {
        method: 'POST',
        headers: {cookie, origin: 'https://front.example'},
        body: JSON.stringify({mutations: [{createOrReplace: {_id: 'csrf', _type: 'topic'}}]}),
      })
    expect((await send()).status).toBe(403)
    expect(lake.lake.services.documents.get('production', 'csrf')).toBeNull()
    lake.lake.services.access.cors.add('https://front.example', {credentials: true})
    const response = await send()
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://front.example')
  })
})
