import {describe, expect, it} from 'vitest'
import {ORIGIN, testApp} from './http-support.ts'
import {DAY} from './support.ts'

const json = async (response: Response): Promise<any> => await response.json()

describe('/users/me', () => {
  it('is an empty 200 for anonymous readers', async () => {
    const {send} = testApp()
    const response = await send('/vX/users/me')
    expect(response.status).toBe(200)
    expect(await json(response)).toEqual({})
  })

  it('is the person, with titles of the roles', async () => {
    const {send, signedIn, rosa} = testApp()
    const response = await send('/v2021-06-07/users/me', {headers: signedIn()})
    expect(await json(response)).toEqual({
      id: rosa,
      name: 'Rosa Marsh',
      email: 'rosa@example.org',
      profileImage: null,
      role: 'journalist',
      roles: [{name: 'journalist', title: 'Journalist', description: 'Writes.'}],
      provider: 'lake',
    })
  })

  it('is the token for a token', async () => {
    const {send, token} = testApp()
    const {id, headers} = token()
    const me = await json(await send('/v1/users/me', {headers}))
    expect(me).toMatchObject({id, name: 'bot', role: 'editor', provider: 'lake-token'})
  })

  it('is a 401 with the code on which the studio keeps unsaved text after the session has ended', async () => {
    const {send, signedIn, pass} = testApp()
    const headers = signedIn()
    pass(15 * DAY)
    const response = await send('/v1/users/me', {headers})
    expect(response.status).toBe(401)
    expect(await json(response)).toMatchObject({errorCode: 'SIO-401-AEX', statusCode: 401})
  })
})

describe('/users/:ids', () => {
  it('is one person, or a list of those that exist', async () => {
    const {send, signedIn, rosa, token} = testApp()
    const headers = signedIn()
    const bot = token()
    const one = await json(await send(`/v1/users/${rosa}`, {headers}))
    expect(one).toMatchObject({id: rosa, displayName: 'Rosa Marsh', imageUrl: null})
    expect(await json(await send('/v1/users/me', {headers}))).toMatchObject({id: rosa})
    const many = await json(await send(`/v1/users/${bot.id},u-nobody,system,${rosa}`, {headers}))
    expect(many.map((person: any) => [person.id, person.displayName])).toEqual([
      [bot.id, 'bot'],
      ['system', 'The system'],
      [rosa, 'Rosa Marsh'],
    ])
    expect((await send('/v1/users/u-nobody', {headers})).status).toBe(404)
  })

  it('shows e-mail addresses only to people, and names only to staff', async () => {
    const {send, signedIn, rosa, token} = testApp()
    const person = await json(await send(`/v1/users/${rosa}`, {headers: signedIn()}))
    expect(person.email).toBe('rosa@example.org')
    const {headers} = token('journalist')
    const toToken = await (await send(`/v1/users/${rosa}`, {headers})).text()
    expect(toToken).toContain('Rosa Marsh')
    expect(toToken).not.toContain('rosa@example.org')
    const toAnybody = await send(`/v1/users/${rosa}`)
    expect(toAnybody.status).toBe(401)
    expect(await toAnybody.text()).not.toContain('Rosa')
  })
})

describe('/users/me/keyvalue', () => {
  it('stores the studio’s settings and returns them in its format', async () => {
    const {send, signedIn} = testApp()
    const headers = signedIn()
    const body = JSON.stringify([{key: 'studio.sort', value: {by: 'title'}}])
    const put = await send('/v1/users/me/keyvalue', {method: 'PUT', body, headers})
    expect(await json(put)).toEqual([{key: 'studio.sort', value: {by: 'title'}}])
    const got = await json(await send('/v1/users/me/keyvalue/studio.sort,other', {headers}))
    expect(got).toEqual([{key: 'studio.sort', value: {by: 'title'}}])
  })

  it('deletes a setting of the person, and says if it was not set', async () => {
    const {send, signedIn} = testApp()
    const headers = signedIn()
    const body = JSON.stringify([
      {key: 'a.b', value: 1},
      {key: 'c', value: 2},
    ])
    await send('/v1/users/me/keyvalue', {method: 'PUT', body, headers})
    const remove = (key: string) =>
      send(`/v1/users/me/keyvalue/${key}`, {method: 'DELETE', headers})
    expect((await remove('a.b')).status).toBe(204)
    expect((await remove('a.b')).status).toBe(404)
    expect(await json(await send('/v1/users/me/keyvalue/a.b,c', {headers}))).toEqual([
      {key: 'c', value: 2},
    ])
    expect((await send('/v1/users/me/keyvalue/c', {method: 'DELETE'})).status).toBe(401)
  })

  it.each(['{', '{}', '[1]', '[{"key":1,"value":2}]', '[{"key":"a"}]', ''])(
    'refuses the body %s',
    async (body) => {
      const {send, signedIn} = testApp()
      const request = {method: 'PUT', body, headers: signedIn()}
      const response = await send('/v1/users/me/keyvalue', request)
      expect(response.status).toBe(400)
      expect((await json(response)).error.description).toContain('{"key", "value"}')
    },
  )

  it('has a size limit, and refuses anonymous readers', async () => {
    const {send, signedIn} = testApp()
    const body = JSON.stringify([{key: 'a', value: 'x'.repeat(1024 * 1024)}])
    const request = {
      method: 'PUT',
      body,
      headers: {...signedIn(), 'content-length': `${body.length}`},
    }
    expect((await send('/v1/users/me/keyvalue', request)).status).toBe(413)
    expect((await send('/v1/users/me/keyvalue/a')).status).toBe(401)
    expect((await send('/v1/users/me/keyvalue', {method: 'PUT', body: '[]'})).status).toBe(401)
  })
})

it('stores nothing for the token of a front end, which is not secret', async () => {
  const {send, token} = testApp()
  const {headers} = token('reader')
  const body = JSON.stringify([{key: 'a', value: 'x'.repeat(200_000)}])
  expect((await send('/v1/users/me/keyvalue', {method: 'PUT', body, headers})).status).toBe(403)
  expect((await send('/v1/users/me/keyvalue/a', {headers})).status).toBe(403)
})

describe('every response', () => {
  it.each(['/v1/users/me', '/v1/nothing', '/v1/projects/example', '/login', '/healthz', '/x'])(
    'of %s has its type, and browsers do not guess another',
    async (path) => {
      const {headers} = await testApp().send(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    },
  )

  it.each(['/v1/users/me', '/v1/projects/example', '/v1/datasets', '/v1/auth/id'])(
    'of %s is not stored by browsers or proxies',
    async (path) => {
      const {send, signedIn} = testApp()
      const response = await send(path, {headers: signedIn()})
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('private, no-store')
    },
  )
})

describe('/auth', () => {
  it('says who is signed in and until when', async () => {
    const {send, signedIn, rosa} = testApp()
    const response = await send('/v1/auth/id', {headers: signedIn()})
    expect(await json(response)).toEqual({id: rosa, expiry: '2026-12-09T12:00:00.000Z'})
    expect((await send('/v1/auth/id')).status).toBe(401)
  })

  it('signs out: 204, the cookie is deleted and the session has ended', async () => {
    const {send, signedIn} = testApp()
    const headers = signedIn()
    const response = await send('/v1/auth/logout', {method: 'POST', headers})
    expect(response.status).toBe(204)
    expect(response.headers.get('set-cookie')).toMatch(/^lake_session=; .*Max-Age=0/)
    expect((await send('/v1/users/me', {headers})).status).toBe(401)
    const again = await send('/v1/auth/logout', {method: 'POST', headers})
    expect(again.status).toBe(204)
  })

  it('does not let another site sign a person out', async () => {
    const {send, signedIn} = testApp()
    const headers = signedIn()
    const foreign = {...headers, origin: 'https://evil.example'}
    expect((await send('/v1/auth/logout', {method: 'POST', headers: foreign})).status).toBe(403)
    expect((await send('/v1/users/me', {headers})).status).toBe(200)
  })

  it('names the one sign-in provider, with the public address', async () => {
    const local = await json(await testApp().send('/v1/auth/providers'))
    expect(local.providers).toEqual([
      {name: 'lake', title: 'The Harbour Courier', url: `${ORIGIN}/login`},
    ])
    const app = testApp({publicOrigin: 'https://news.example.org'})
    const open = await json(await app.send('/v1/auth/providers'))
    expect(open.providers[0].url).toBe('https://news.example.org/login')
  })

  it('exchanges a handover for the session, once', async () => {
    const {send, access, rosa} = testApp()
    const {secret} = access.sessions.start(rosa)
    const sid = access.handovers.give(secret)
    const asStudio = {headers: {'x-sanity-app': 'studio@6.16.0'}}
    const response = await send(`/v1/auth/fetch?sid=${sid}`, asStudio)
    expect(await json(response)).toEqual({token: secret, label: 'Rosa Marsh'})
    expect(response.headers.get('set-cookie')).toContain(`lake_session=${secret}`)
    const headers = {authorization: `Bearer ${secret}`}
    expect(await json(await send('/v1/users/me', {headers}))).toMatchObject({id: rosa})
    expect((await send(`/v1/auth/fetch?sid=${sid}`, asStudio)).status).toBe(404)
    expect((await send('/v1/auth/fetch', asStudio)).status).toBe(404)
  })
})

it('does not sign a person in as somebody else through a link', async () => {
  const {send, access, rosa} = testApp()
  const sid = access.handovers.give(access.sessions.start(rosa).secret)
  const overHttps = {'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'cross-site'}
  // On plain http, browsers send no such headers to other machines.
  const overHttp = {accept: 'text/html', 'upgrade-insecure-requests': '1'}
  for (const headers of [overHttps, overHttp, {}]) {
    const response = await send(`/v1/auth/fetch?sid=${sid}`, {headers})
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
  }
  const headers = {'x-sanity-app': 'studio@6.16.0'}
  expect((await send(`/v1/auth/fetch?sid=${sid}`, {headers})).status).toBe(200)
})

it('a script of an unlisted origin cannot send the header for a handover with cookies', async () => {
  const {send} = testApp()
  const preflight = await send('/v1/auth/fetch?sid=x', {
    method: 'OPTIONS',
    headers: {
      origin: 'http://elsewhere.example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-sanity-app',
    },
  })
  // A browser sends no cookie, and keeps none, where the answer is for every origin.
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
})

describe('/projects/:project', () => {
  it('shows colleagues only to colleagues, and has no organization', async () => {
    const {send, signedIn, rosa, access} = testApp()
    const gone = access.users.add({email: 'gone@example.org', name: 'Gone', roles: ['editor']})
    access.users.disable(gone.id)
    const project = await json(await send('/v1/projects/example', {headers: signedIn()}))
    expect(project).toMatchObject({
      id: 'example',
      displayName: 'The Harbour Courier',
      organizationId: null,
      features: [],
    })
    expect(project.members).toEqual([
      {
        id: rosa,
        role: 'journalist',
        roles: [{name: 'journalist', title: 'Journalist', description: 'Writes.'}],
        isRobot: false,
        isCurrentUser: true,
        createdAt: '2026-11-25T12:00:00.000Z',
      },
    ])
    expect((await json(await send('/v1/projects/example'))).members).toEqual([])
  })

  it.each(['', '/datasets', '/grants', '/user-applications', '/datasets/production/acl'])(
    'is a 404 for another project at …%s',
    async (path) => {
      const {send, signedIn} = testApp()
      const response = await send(`/v1/projects/elsewhere${path}`, {headers: signedIn()})
      expect(response.status).toBe(404)
      const body = await json(response)
      expect(body).toMatchObject({errorCode: 'SIO-404-PNF', attributes: {type: 'project'}})
      expect(body.error.description).toBe('There is no project "elsewhere".')
    },
  )

  it('lists its datasets to people who are signed in; none has comments', async () => {
    const {send, signedIn, token} = testApp()
    const headers = signedIn()
    const listed = await json(await send('/v1/projects/example/datasets', {headers}))
    expect(listed).toMatchObject([{name: 'production', aclMode: 'public', tags: []}])
    expect(await json(await send('/v1/datasets', token()))).toEqual(listed)
    const addons = '/v1/projects/example/datasets?datasetProfile=comments&addonFor=production'
    expect(await json(await send(addons, {headers}))).toEqual([])
    expect((await send('/v1/projects/example/datasets')).status).toBe(401)
    expect((await send('/v1/datasets')).status).toBe(401)
  })

  it('sends the grants of the actor', async () => {
    const {send, signedIn, token} = testApp()
    const path = '/v2021-06-07/projects/example/datasets/production/acl'
    expect(await json(await send(path))).toEqual([
      {filter: '_id in path("*")', permissions: ['read']},
    ])
    expect(await json(await send(path, {headers: signedIn()}))).toEqual([
      {filter: '_id in path("drafts.**")', permissions: ['read', 'create', 'update']},
    ])
    expect(await json(await send(path, token()))).toEqual([
      {filter: 'true', permissions: ['read', 'update']},
    ])
    expect((await send(path.replace('production', 'other'))).status).toBe(404)
  })

  it('does not offer the studio features that do not exist', async () => {
    const {send, signedIn} = testApp()
    const headers = signedIn()
    const grants = await json(await send('/v1/projects/example/grants', {headers}))
    expect(Object.keys(grants)).toEqual(['sanity.project', 'sanity.project.members'])
    expect(JSON.stringify(grants)).not.toMatch(/deployStudio|invite/)
    expect(await json(await send('/v1/projects/example/user-applications', {headers}))).toEqual([])
    expect(await json(await send('/v1/features', {headers}))).toEqual([
      'contentReleases',
      'privateDataset',
    ])
    expect((await send('/v1/subscriptions/project/example', {headers})).status).toBe(404)
  })
})

describe('the platform around a lake', () => {
  it('answers pings, refuses telemetry and announces nothing', async () => {
    const {send} = testApp()
    expect((await send('/v1/ping')).headers.get('timing-allow-origin')).toBe('*')
    expect(await (await send('/v1/data/ping/production')).json()).toEqual({pong: true})
    const denied = {status: 'denied'}
    expect(await json(await send('/v1/intake/telemetry-status'))).toEqual(denied)
    expect(await json(await send('/v1/intake/batch', {method: 'POST'}))).toEqual(denied)
    expect(await json(await send('/v1/journey/announcements'))).toEqual([])
    expect(await json(await send('/v1/journey/trial?studioVersion=6'))).toBeNull()
  })

  it('says whether an origin may send cookies', async () => {
    const {send, access} = testApp()
    access.cors.add('https://studio.example.org', {credentials: true})
    const ask = async (origin: string): Promise<any> =>
      (await json(await send('/v1/check/cors', {headers: {origin}}))).result
    expect(await ask(ORIGIN)).toEqual({allowed: true, withCredentials: true})
    expect(await ask('https://studio.example.org')).toEqual({allowed: true, withCredentials: true})
    expect(await ask('https://evil.example')).toEqual({allowed: true, withCredentials: false})
  })
})
