// Requests that are made to break the lake: each is refused, and all others are answered.
import {connect, type Socket} from 'node:net'
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
  await lake.client('importer').create({_id: 'story', _type: 'article', headline: 'A'})
})
afterAll(() => lake.close())

const API = '/v2025-02-19'
const send = (path: string, body: string, {method = 'POST', role = 'journalist' as const} = {}) =>
  lake.fetch(API + path, {
    method,
    body,
    headers: {authorization: `Bearer ${lake.token(role)}`, 'content-type': 'application/json'},
  })
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

describe.each([200, 3_000, 100_000])('JSON of %i levels', (levels) => {
  const WAYS: [string, () => Promise<Response>][] = [
    [
      'in a document',
      () =>
        send(
          '/data/mutate/production',
          `{"mutations":[{"create":{"_id":"drafts.deep","_type":"article","a":${nested(levels)}}}]}`,
        ),
    ],
    [
      'that asks for keys',
      () =>
        send(
          '/data/mutate/production?autoGenerateArrayKeys=true',
          `{"mutations":[{"create":{"_id":"drafts.deep","_type":"article","a":${nested(levels)}}}]}`,
        ),
    ],
    [
      'in an edit',
      () =>
        send(
          '/data/actions/production',
          `{"actions":[{"actionType":"sanity.action.document.edit","publishedId":"story","patch":{"set":{"a":${nested(levels)}}}}]}`,
        ),
    ],
    [
      'in a query’s parameter',
      () => send('/data/query/production', `{"query":"$a","params":{"a":${nested(levels)}}}`),
    ],
    [
      'in a setting',
      () => send('/users/me/keyvalue', `[{"key":"a","value":${nested(levels)}}]`, {method: 'PUT'}),
    ],
  ]
  it.each(WAYS)('is refused %s', async (_name, way) => {
    const response = await way()
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/levels/)
  })
})

describe('a document', () => {
  it('cannot become deeper than the limit by patches to deep paths', async () => {
    await lake.client('journalist').create({_id: 'drafts.grows', _type: 'article', a: {}})
    const path = Array(150).fill('a').join('.')
    const mutations = [{patch: {id: 'drafts.grows', set: {[path]: 1}}}]
    const response = await send('/data/mutate/production', JSON.stringify({mutations}))
    expect(response.status).toBe(400)
    expect(await lake.client('editor').fetch('*[_id == "drafts.grows"][0].a')).toEqual({})
  })

  it.each(['versions.summer', 'drafts.drafts.x', 'versions.a.versions.b.x', 'drafts.versions.a.x'])(
    'cannot have the ID %s, which is a copy of no document',
    async (_id) => {
      const body = JSON.stringify({mutations: [{create: {_id, _type: 'article'}}]})
      const response = await send('/data/mutate/production', body)
      expect(response.status).toBe(400)
      expect(await response.text()).toContain(_id)
    },
  )
})

describe('an action', () => {
  it.each(['constructor', '__proto__', 'toString'])(
    'cannot have the type %s',
    async (actionType) => {
      const body = JSON.stringify({actions: [{actionType, publishedId: 'story'}]})
      expect((await send('/data/actions/production', body)).status).toBe(400)
    },
  )

  it.each(['list[(', 'a b', '\u0000', '\ud800', '..', 'versions.x'])(
    'on the ID %j is refused for good, so that no studio repeats it endlessly',
    async (id) => {
      const named = {publishedId: id, draftId: id, versionId: id, baseId: id, patch: {}}
      const document = {_id: id, _type: 'article'}
      const types = ['create', 'edit', 'publish', 'unpublish', 'discard', 'delete', 'replaceDraft']
      for (const type of [...types, 'version.create', 'version.discard', 'version.replace']) {
        const actionType = `sanity.action.document.${type}`
        const action = {actionType, ...named, attributes: document, document, includeDrafts: [id]}
        const body = JSON.stringify({actions: [action]})
        expect([400, 409]).toContain((await send('/data/actions/production', body)).status)
      }
    },
  )

  it('cannot copy another document into a draft', async () => {
    await lake.client('importer').create({_id: 'other', _type: 'article', headline: 'Other'})
    const body = JSON.stringify({
      actions: [
        {
          actionType: 'sanity.action.document.version.create',
          publishedId: 'story',
          versionId: 'drafts.story',
          baseId: 'other',
        },
      ],
    })
    expect((await send('/data/actions/production', body)).status).toBe(400)
  })
})

describe('queries', () => {
  it('continue after parameters that no thread accepts', async () => {
    for (let n = 0; n < 4; n++) {
      await send('/data/query/production', `{"query":"$a","params":{"a":${nested(200_000)}}}`)
    }
    expect(await lake.client('journalist').fetch('count(*[_id == "story"])')).toBe(1)
  })
})

describe('a connection', () => {
  const crashed = vi.fn()
  beforeAll(() => void process.on('uncaughtException', crashed))
  afterEach(() => expect(crashed).not.toHaveBeenCalled())
  afterAll(() => void process.off('uncaughtException', crashed))

  const upgrade = (path: string): Promise<Socket> =>
    new Promise((resolve) => {
      const {hostname, port, host} = new URL(lake.origin)
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
          () => resolve(socket),
        )
      })
      socket.on('error', () => {})
    })

  it.each(['/v1/muxes', '/v1/mux/', '/v2022-06-30/sockets/production', '/'])(
    'that requests a socket at %s gets a 404',
    async (path) => {
      const socket = await upgrade(path)
      const answer = await new Promise((resolve) => {
        socket.once('data', (data) => resolve(data.toString()))
      })
      expect(answer).toMatch(/^HTTP\/1\.1 404 /)
      socket.destroy()
    },
  )

  it.each(['/v1/muxes', '/v1/mux', '/v2022-06-30/socket/production'])(
    'that breaks off during an upgrade at %s leaves the process alive',
    async (path) => {
      for (let n = 0; n < 20; n++) (await upgrade(path)).resetAndDestroy()
      expect((await lake.fetch('/healthz')).status).toBe(200)
    },
  )
})

describe('a listener whose query never ends', () => {
  it.each([undefined, 'journalist'] as const)(
    'as %s gets an error, and saving continues',
    async (role) => {
      const search = new URLSearchParams({
        query: '*[count($a[count($a[count($a[@ >= 0]) > 0]) > 0]) > 0]',
        $a: JSON.stringify([...Array(900).keys()]),
      })
      const response = await lake.fetch(`${API}/data/listen/production?${search}`, {
        headers: role ? {authorization: `Bearer ${lake.token(role)}`} : {},
      })
      const stream = response.text()
      await lake.client('importer').patch('story').inc({version: 1}).commit()
      expect(await stream).toMatch(/event: channelError\ndata: .*queryTimeout/)
    },
  )
})

describe('HEAD', () => {
  it.each([
    '/data/listen/production?query=*',
    '/data/live/events/production',
    '/data/query/production?query=*',
  ])('of %s opens no stream', async (path) => {
    const opened = vi.spyOn(lake.lake.services.hub, path.includes('/live/') ? 'live' : 'listen')
    const response = await lake.fetch(API + path, {method: 'HEAD'})
    expect(response.status).toBe(200)
    expect(opened).not.toHaveBeenCalled()
  })
})

describe('a page of another origin', () => {
  it.each(['Basic YTpi', 'Negotiate x', 'BearerX'])(
    'cannot use the cookie with the header "Authorization: %s"',
    async (authorization) => {
      const {cookie} = lake.person('editor')
      const response = await lake.fetch(`${API}/data/mutate/production`, {
        method: 'POST',
        headers: {cookie, authorization, origin: 'http://elsewhere.example'},
        body: JSON.stringify({mutations: [{create: {_id: 'forged', _type: 'topic'}}]}),
      })
      expect(response.status).toBe(403)
      expect(lake.lake.services.documents.get('production', 'forged')).toBeNull()
    },
  )
})

describe('the server’s own page behind a proxy that does not pass on the Host header', () => {
  it('can use its cookie, only at the public address', async () => {
    const proxied = await startLake({publicOrigin: 'https://desk.example'})
    const {cookie} = proxied.person('journalist')
    const save = async (origin: string): Promise<number> => {
      const response = await proxied.fetch(`${API}/data/mutate/production`, {
        method: 'POST',
        headers: {cookie, origin},
        body: JSON.stringify({mutations: [{create: {_id: 'drafts.', _type: 'article'}}]}),
      })
      return response.status
    }
    expect(await save('https://desk.example')).toBe(200)
    expect(await save('http://desk.example')).toBe(403)
    expect(await save('https://desk.example.org')).toBe(403)
    await proxied.close()
  })
})

describe('/login', () => {
  it.each(['/.//elsewhere.example', '/..//elsewhere.example/a', '/%2e//elsewhere.example'])(
    'does not redirect to another server by the path %s',
    async (to) => {
      const {users, links, signIn} = lake.lake.services.access
      const {id, email} = users.add({
        email: `somebody${encodeURIComponent(to).length}@example.org`,
        name: 'Somebody',
        roles: ['editor'],
      })
      const password = 'four words of one’s own'
      await signIn.withLink({secret: links.create(id).secret, password})
      for (const query of [`to=${encodeURIComponent(to)}`, `origin=${lake.origin}${to}`]) {
        const response = await lake.fetch(`/login?${query}`, {
          method: 'POST',
          redirect: 'manual',
          body: new URLSearchParams({email, password}),
        })
        expect(response.status).toBe(303)
        const target = new URL(response.headers.get('location') ?? '', lake.origin)
        expect(target.origin).toBe(lake.origin)
      }
    },
  )
})
