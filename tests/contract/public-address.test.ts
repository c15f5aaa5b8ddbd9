// PUBLIC_URL decides every address that the newsroom sends, whatever the request says.
import {createClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom, type Running} from '../../server/newsroom.ts'
import {temporaryFolder} from '../server/support.ts'

const PUBLIC = 'https://newsroom.example.org'
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let newsroom: Running
/** The server's own address, for a proxy that sets no Host. */
let own: string
let token: string
let cookie: string

beforeAll(async () => {
  const environment = readEnvironment({
    PORT: '0',
    PUBLIC_URL: PUBLIC,
    COPYDESK_DATA: temporaryFolder(),
  })
  const ports: number[] = []
  newsroom = await startNewsroom(environment, () => {}, {
    demonstration: false,
    onListening: (port) => void ports.push(port),
  })
  own = `http://127.0.0.1:${ports[0]}`
  const {access} = newsroom.lake.services
  token = access.tokens.create({name: 'importer', role: 'importer'}).secret
  const people = {email: 'ada@example.org', name: 'Ada', roles: ['administrator']}
  const user = access.users.add(people)
  cookie = `copydesk_session=${access.sessions.start(user.id).secret}`
}, 60_000)
afterAll(() => newsroom.close())

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(own + path, {headers, redirect: 'manual'})

describe('PUBLIC_URL', () => {
  it('is the newsroom’s address', () => expect(newsroom.origin).toBe(PUBLIC))

  it('is the address of pictures', async () => {
    const client = createClient({
      projectId: 'copydesk',
      dataset: 'production',
      apiHost: own,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      token,
    })
    const asset = await client.assets.upload('image', Buffer.from(PNG, 'base64'))
    expect(asset.url).toMatch(/^https:\/\/newsroom\.example\.org\/images\/copydesk\/production\//)
    expect((await get(new URL(asset.url).pathname)).status).toBe(200)
  })

  test.each(['/robots.txt', '/sitemap.xml', '/feed.xml', '/feed.json'])(
    '%s has no other address of the newsroom',
    async (path) => {
      const text = await (await get(path)).text()
      expect(text).toContain(PUBLIC)
      expect(text).not.toContain('127.0.0.1')
    },
  )

  it('is in sign-in links', async () => {
    const response = await fetch(`${own}/v1/people`, {
      method: 'POST',
      headers: {cookie, 'content-type': 'application/json'},
      body: JSON.stringify({name: 'Rosa', email: 'rosa@example.org', roles: ['journalist']}),
    })
    const {link} = (await response.json()) as {link: string}
    expect(link).toMatch(/^https:\/\/newsroom\.example\.org\/sign-in\/[\w-]{43}$/)
  })

  it('makes the session cookie secure', async () => {
    const {access} = newsroom.lake.services
    const {id} = access.users.add({email: 'jo@example.org', name: 'Jo', roles: ['editor']})
    const response = await fetch(`${own}/sign-in/${access.links.create(id).secret}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {origin: PUBLIC, 'sec-fetch-site': 'same-origin'},
      body: new URLSearchParams({password: 'a good long one', again: 'a good long one'}),
    })
    expect(response.status).toBe(303)
    expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('makes browsers return only by https', async () => {
    for (const path of ['/', '/v1/ping', '/login', '/studio']) {
      const {headers} = await get(path)
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    }
  })

  it('is the studio’s own origin, also behind a proxy that sets another Host', async () => {
    const ask = (origin: string) => get('/v1/users/me', {cookie, origin})
    expect((await ask(PUBLIC)).status).toBe(200)
    expect((await ask('https://elsewhere.example.org')).status).toBe(403)
    const check = await get('/v1/check/cors', {origin: PUBLIC})
    expect(await check.json()).toEqual({result: {allowed: true, withCredentials: true}})
  })

  it('has priority over the headers of a request', async () => {
    const spoofed = {'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http'}
    const providers = await (await get('/v1/auth/providers', spoofed)).json()
    expect(providers).toMatchObject({providers: [{url: `${PUBLIC}/login`}]})
    expect(await (await get('/robots.txt', spoofed)).text()).not.toContain('evil.example')
  })
})
