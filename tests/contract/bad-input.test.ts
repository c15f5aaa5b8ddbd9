// Invalid requests get a 4xx with a reason, write nothing, and leave the process alive.
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

/** `says` is a word that the description must hold, so that a person can act on it. */
type Scenario = [
  name: string,
  request: () => {path: string; init: RequestInit},
  status: number,
  says: RegExp,
]

const SCENARIOS: Scenario[] = [
  ['malformed JSON', () => post('/data/mutate/production', '{"mutations":['), 400, /JSON/],
  ['a body that is no object', () => post('/data/mutate/production', '[]'), 400, /object/],
  ['no mutations', () => post('/data/mutate/production', '{}'), 400, /mutations/],
  ['an unknown mutation', () => mutate([{upsert: {_id: 'x'}}]), 400, /upsert/],
  [
    'two mutations in one',
    () => mutate([{create: {_type: 'a'}, delete: {id: 'a'}}]),
    400,
    /create, delete/,
  ],
  ['a document without a type', () => mutate([{create: {_id: 'x'}}]), 400, /_type/],
  ['an unknown patch operation', () => mutate([{patch: {id: 'a', rename: {}}}]), 400, /rename/],
  [
    'a document whose id is null',
    () => mutate([{create: {_id: null, _type: 'a'}}]),
    400,
    /id null/,
  ],
  [
    'a patch whose path has an open bracket',
    () => mutate([{patch: {id: 'a', set: {'body[0': 1}}}]),
    400,
    /"body\[0" of "set" ends where a "\]" is expected/,
  ],
  [
    'a patch that adds a text to a number',
    () => mutate([{patch: {id: 'a', inc: {views: '1'}}}]),
    400,
    /needs a number/,
  ],
  ['an id that climbs', () => mutate([{create: {_id: '../../x', _type: 'a'}}]), 400, /id/],
  [
    'a wrong revision',
    () => mutate([{patch: {id: 'a', ifRevisionID: 'no', set: {x: 1}}}]),
    409,
    /revision/,
  ],
  [
    'a dangling reference',
    () => mutate([{create: {_type: 'topic', s: {_ref: 'nowhere'}}}]),
    409,
    /nowhere/,
  ],
  [
    'a patch that does not fit',
    () => mutate([{patch: {id: 'a', diffMatchPatch: {headline: 'no patch at all'}}}]),
    409,
    /patch/i,
  ],
  ['no actions', () => act([]), 400, /actions/],
  ['an unknown action', () => act([{actionType: 'sanity.action.document.burn'}]), 400, /burn/],
  [
    'an action across documents',
    () =>
      act([{actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'b'}]),
    400,
    /is not a draft of/,
  ],
  ['bad GROQ', () => query('*[_type == '), 400, /./],
  ['an unknown function', () => query('nonsense::call(1)'), 400, /./],
  ['a parameter that was not given', () => query('*[_id == $id]'), 400, /id/],
  ['a parameter that is no JSON', () => query('*[_id == $id]', '&$id=abc'), 400, /\$?id/],
  ['no query', () => get(`${API}/data/query/production`), 400, /query/],
  ['an unknown dataset', () => get(`${API}/data/query/elsewhere?query=*`), 404, /elsewhere/],
  ['a listener without a query', () => get(`${API}/data/listen/production`), 400, /query/],
  [
    'a foreign token',
    () => get(`${API}/data/query/production?query=*`, {authorization: 'Bearer sk-somebody-else'}),
    401,
    /./,
  ],
  [
    'a dead session',
    () => get(`${API}/data/query/production?query=*`, {cookie: 'copydesk_session=gone'}),
    401,
    /sign in/i,
  ],
  [
    'a body that is too large',
    () => post('/data/mutate/production', 'x'.repeat(5 * 1024 * 1024)),
    413,
    /MB/,
  ],
  [
    'an upload that is no image',
    () =>
      post('/assets/images/production?filename=a.jpg', 'plain text', {
        'content-type': 'image/jpeg',
      }),
    400,
    /image|picture/i,
  ],
  [
    'a path outside the data folder',
    () => get('/images/copydesk/production/..%2f..%2flake.sqlite'),
    404,
    /./,
  ],
  [
    'an encoded path outside the data folder',
    () => get('/files/copydesk/production/%2e%2e%2flake.sqlite'),
    404,
    /./,
  ],
  ['an endpoint that nobody implemented', () => get(`${API}/carrier-pigeons/fly`), 404, /pigeons/],
]

describe('bad input', () => {
  it.each(SCENARIOS)('%s is answered in words', async (_, request, status, says) => {
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

  it('of an ended session gets the code on which the studio keeps unsaved text', async () => {
    const {cookie, credential} = lake.person('journalist')
    const ask = () => lake.fetch(`${API}/users/me`, {headers: {cookie}})
    expect((await ask()).status).toBe(200)
    lake.lake.services.access.sessions.end(credential)
    const response = await ask()
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({errorCode: 'SIO-401-AEX'})
  })

  it('with a parse error gets the position', async () => {
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

  it('for unknown endpoints is counted by name', async () => {
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
  ])('have no other name (%s, %s): a page cannot rebind its own', async (host, before) => {
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

  it('let any page read public content, without credentials', async () => {
    const response = await lake.fetch(query('count(*)').path, {
      headers: {origin: 'https://a.example'},
    })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })

  it('refuse a request from a foreign page with the cookie, unless its origin is listed', async () => {
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
