import {afterAll, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {startLake, START, type TestLake} from '../../support/lake.ts'

const HOUR = 60 * 60_000
const VERSION = '/v2025-02-19'

let test: TestLake
beforeAll(async () => {
  test = await startLake()
})
afterAll(() => test.close())

interface Someone {
  id: string
  cookie: string
}
/** Anna and Bert are administrators. Rosa is a journalist whose account is changed. */
let anna: Someone
let bert: Someone
let rosa: Someone
beforeEach(() => {
  test.setTime(START)
  const {users} = test.lake.services.access
  // Administrators of earlier tests must not count.
  for (const {id} of users.list()) users.disable(id)
  anna = test.person('administrator', 'Anna Reuter')
  bert = test.person('administrator', 'Bert Halloway')
  rosa = test.person('journalist', 'Rosa Marsh')
})

interface Answer {
  status: number
  text: string
  body: any
  headers: Headers
}

async function send(
  who: Someone | {token: string} | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await test.fetch(VERSION + path, {
    method,
    headers: {
      ...(who && 'cookie' in who ? {cookie: who.cookie} : {}),
      ...(who && 'token' in who ? {authorization: `Bearer ${who.token}`} : {}),
      ...(body === undefined ? {} : {'content-type': 'application/json'}),
    },
    ...(body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  })
  const text = await response.text()
  return {status: response.status, text, body: JSON.parse(text), headers: response.headers}
}

const listed = async (id: string): Promise<any> =>
  (await send(anna, 'GET', '/people')).body.people.find((person: any) => person.id === id)
const status = async (who: Someone): Promise<number> => (await send(who, 'GET', '/users/me')).status
const NORA = {name: ' Nora Vale ', email: 'Nora.Vale@Example.org', roles: ['journalist']}
const newcomer = (() => {
  let count = 0
  return () => ({...NORA, email: `nora${++count}@example.org`})
})()

describe('a caller who may manage people', () => {
  const requests: [method: string, path: (id: string) => string, body?: unknown][] = [
    ['GET', () => '/people'],
    ['GET', () => '/people/events'],
    ['POST', () => '/people', NORA],
    ['PATCH', (id) => `/people/${id}`, {disabled: true}],
    ['DELETE', (id) => `/people/${id}/sessions`],
    ['POST', (id) => `/people/${id}/links`],
  ]
  it.each(requests)('is not a reader, colleague or token: %s', async (method, path, body) => {
    const before = test.lake.services.access.people.list()
    const ask = (who: Parameters<typeof send>[0]): Promise<Answer> =>
      send(who, method, path(rosa.id), body)

    expect((await ask(null)).status).toBe(401)
    const refused = [
      ...(['journalist', 'photoEditor', 'editor', 'developer'] as const).map((role) =>
        test.person(role, `A ${role}`),
      ),
      {token: test.token('administrator')},
      {token: test.token('importer')},
    ]
    for (const who of refused) {
      const {status, text, body} = await ask(who)
      expect(status).toBe(403)
      expect(body.error.description).toMatch(/^(Only an administrator|People are managed by)/)
      expect(text).not.toContain('example.org')
    }
    const after = test.lake.services.access.people.list()
    expect(after.filter(({id}) => before.some((person) => person.id === id))).toEqual(before)
    expect(after).toHaveLength(before.length + 4)
  })

  it('is not a page of another site with the cookie', async () => {
    const response = await test.fetch(`${VERSION}/people/${rosa.id}`, {
      method: 'PATCH',
      headers: {cookie: anna.cookie, origin: 'https://elsewhere.example'},
      body: '{"disabled":true}',
    })
    expect(response.status).toBe(403)
    expect((await listed(rosa.id)).disabled).toBe(false)
  })

  it('is not a person who lost the role during the request', async () => {
    const {access} = test.lake.services
    let finish = (): void => {}
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        finish = () => {
          controller.enqueue(new TextEncoder().encode('{"roles":["journalist"]}'))
          controller.close()
        }
      },
    })
    // Without a port, so that the request has passed authentication before its body arrives.
    const answer = test.lake.fetch(
      new Request(`${test.origin}${VERSION}/people/${anna.id}`, {
        method: 'PATCH',
        headers: {cookie: bert.cookie, host: new URL(test.origin).host},
        body,
        duplex: 'half',
      } as RequestInit),
    )
    await Promise.resolve()
    access.users.setRoles(bert.id, ['editor'])
    finish()
    const response = await answer
    expect(response.status).toBe(403)
    expect(await response.text()).toContain('Your own account was changed meanwhile')
    expect(access.users.get(anna.id)?.roles).toEqual(['administrator'])
  })
})

describe('GET /people', () => {
  it('lists each person with their way to sign in, and no secrets', async () => {
    const {access} = test.lake.services
    access.users.setPasswordHash(rosa.id, 'scrypt$1$secret-hash')
    const {secret} = access.links.create(rosa.id)
    test.setTime(START + 3 * HOUR)
    const answer = await send(anna, 'GET', '/people')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    // The roles that a person can have: not a reader's or a program's.
    expect(answer.body.roles.map(({title}: any) => title)).toEqual([
      'Journalist',
      'Photo editor',
      'Editor',
      'Developer',
      'Administrator',
    ])
    const person = answer.body.people.find(({id}: any) => id === rosa.id)
    expect(person).toEqual({
      id: rosa.id,
      name: 'Rosa Marsh',
      email: expect.stringMatching(/@example\.org$/),
      roles: ['journalist'],
      disabled: false,
      createdAt: '2026-11-25T10:00:00.000Z',
      hasSignedIn: true,
      openSessions: 1,
      lastSeenAt: '2026-11-25T10:00:00.000Z',
      linkExpiresAt: '2026-11-26T10:00:00.000Z',
    })
    const session = rosa.cookie.replace('copydesk_session=', '')
    for (const hidden of [secret, session, 'scrypt', 'hash', 'token']) {
      expect(answer.text).not.toContain(hidden)
    }
  })

  it('is sorted by name and includes disabled accounts', async () => {
    await send(anna, 'PATCH', `/people/${rosa.id}`, {disabled: true})
    const {people} = (await send(anna, 'GET', '/people')).body
    const names = people.map(({name}: any) => name)
    expect(names).toEqual(names.toSorted())
    expect(people.find(({id}: any) => id === rosa.id)).toMatchObject({
      disabled: true,
      openSessions: 0,
    })
  })

  it('knows when a person was last active, to the hour', async () => {
    test.setTime(START + 5 * HOUR)
    expect(await status(rosa)).toBe(200)
    expect((await listed(rosa.id)).lastSeenAt).toBe('2026-11-25T15:00:00.000Z')
    const {people} = test.lake.services.access
    const {person} = await people.invite(newcomer(), {account: anna.id})
    expect(await listed(person.id)).toMatchObject({lastSeenAt: null, openSessions: 0})
  })
})

describe('POST /people', () => {
  it('creates an account and returns its link, which works once', async () => {
    const answer = await send(anna, 'POST', '/people', NORA)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const {person, link, expiresAt} = answer.body
    expect(person).toMatchObject({
      name: 'Nora Vale',
      email: 'nora.vale@example.org',
      roles: ['journalist'],
      hasSignedIn: false,
      linkExpiresAt: '2026-11-26T10:00:00.000Z',
    })
    expect(expiresAt).toBe('2026-11-26T10:00:00.000Z')
    expect(link).toMatch(new RegExp(`^${test.origin}/sign-in/[\\w-]{43}$`))
    expect((await send(anna, 'GET', '/people')).text).not.toContain(link.split('/').at(-1))

    const usePassword = (): Promise<Response> =>
      fetch(link, {
        method: 'POST',
        body: new URLSearchParams({password: 'four words of one', again: 'four words of one'}),
        redirect: 'manual',
      })
    const first = await usePassword()
    expect(first.status).toBe(303)
    const cookie = String(first.headers.get('set-cookie')).split(';')[0] ?? ''
    const me = await send({id: person.id, cookie}, 'GET', '/users/me')
    expect(me.body).toMatchObject({name: 'Nora Vale', role: 'journalist'})
    expect((await usePassword()).status).toBe(410)
    expect(await listed(person.id)).toMatchObject({hasSignedIn: true, linkExpiresAt: null})
  })

  it.each([
    [{...NORA, email: 'no address'}, 400, '"no address" is not an e-mail address.'],
    [{...NORA, name: '  '}, 400, 'An account needs a name of at most 200 characters.'],
    [{...NORA, roles: []}, 400, 'An account needs at least one role.'],
    [{...NORA, roles: ['importer']}, 400, /no role "importer"\. Roles are: journalist, photoEd/],
    [{...NORA, roles: ['reader']}, 400, /no role "reader"/],
    [{...NORA, roles: ['journalist', 'king']}, 400, /no role "king"/],
    [{...NORA, roles: 'journalist'}, 400, /the roles as a list/],
    [{name: 'Nora'}, 400, /Send \{"name", "email", "roles"\}/],
    ['[]', 400, /must be a JSON object/],
    ['{', 400, /not valid JSON/],
    [`{"name":"${'x'.repeat(17_000)}"}`, 413, /larger/],
  ])('refuses %j', async (body, status, words) => {
    const {access} = test.lake.services
    const before = access.users.list().length
    const answer = await send(anna, 'POST', '/people', body)
    expect(answer.status).toBe(status)
    expect(answer.body.error.description).toMatch(words)
    expect(answer.text).not.toContain('/sign-in/')
    expect(access.users.list()).toHaveLength(before)
  })

  it('refuses an address that has an account, in any spelling', async () => {
    const person = newcomer()
    expect((await send(anna, 'POST', '/people', person)).status).toBe(201)
    const again = {...person, name: 'Another', email: person.email.toUpperCase()}
    const answer = await send(anna, 'POST', '/people', again)
    expect(answer.status).toBe(409)
    expect(answer.body.error.description).toBe(`${person.email} has an account already.`)
  })
})

describe('PATCH /people/:id', () => {
  it('changes roles, which apply to the next request', async () => {
    const answer = await send(anna, 'PATCH', `/people/${rosa.id}`, {
      roles: ['editor', 'photoEditor'],
    })
    expect(answer.status).toBe(200)
    expect(answer.body.person.roles).toEqual(['editor', 'photoEditor'])
    const me = await send(rosa, 'GET', '/users/me')
    expect(me.body.roles.map(({name}: any) => name)).toEqual(['photoEditor', 'editor'])
  })

  it('disables: sessions, streams and links end at once, and enabling does not restore them', async () => {
    const {access} = test.lake.services
    const {secret} = access.links.create(rosa.id)
    const stream = await test.fetch(
      `${VERSION}/data/listen/production?query=*&includeResult=true`,
      {
        headers: {cookie: rosa.cookie},
      },
    )
    expect(stream.status).toBe(200)
    const ended = stream.text()
    expect((await send(anna, 'PATCH', `/people/${rosa.id}`, {disabled: true})).status).toBe(200)
    expect(await ended).toContain('welcome')
    expect(await status(rosa)).toBe(401)
    expect((await test.fetch(`/sign-in/${secret}`)).status).toBe(410)

    await send(anna, 'PATCH', `/people/${rosa.id}`, {disabled: false})
    expect(await status(rosa)).toBe(401)
    expect(await listed(rosa.id)).toMatchObject({disabled: false, openSessions: 0})
  })

  it.each([
    [{}, 400, /Send \{"roles"\}/],
    [{disabled: 'yes'}, 400, /true or false/],
    [{roles: 'editor'}, 400, /a list/],
    [{roles: ['editor'], email: 'a@b.org'}, 400, /Send \{"roles"\}/],
    [{roles: []}, 400, /at least one role/],
    [{roles: ['importer'], disabled: true}, 400, /no role "importer"/],
  ])('refuses %j and changes nothing', async (change, status, words) => {
    const answer = await send(anna, 'PATCH', `/people/${rosa.id}`, change)
    expect(answer.status).toBe(status)
    expect(answer.body.error.description).toMatch(words)
    expect(await listed(rosa.id)).toMatchObject({roles: ['journalist'], disabled: false})
  })

  it.each([
    [{disabled: true}, /^You cannot disable your own account\. Another administrator can\.$/],
    [{roles: ['editor']}, /^You cannot stop being an administrator yourself\./],
  ])('does not let people lock themselves out by %j', async (change, words) => {
    const answer = await send(anna, 'PATCH', `/people/${anna.id}`, change)
    expect(answer.status).toBe(409)
    expect(answer.body.error.description).toMatch(words)
    expect(await listed(anna.id)).toMatchObject({roles: ['administrator'], disabled: false})
    expect(await status(anna)).toBe(200)
  })

  it('lets an administrator add a role to their own', async () => {
    const roles = ['administrator', 'editor']
    const answer = await send(anna, 'PATCH', `/people/${anna.id}`, {roles})
    expect(answer.body.person.roles).toEqual(roles)
  })

  it.each([{disabled: true}, {roles: ['editor']}])(
    'always keeps somebody who can manage people: %j',
    async (change) => {
      const {people} = test.lake.services.access
      await people.change(bert.id, change, {account: anna.id})
      // As if Bert's request arrived while Anna's was running.
      await expect(people.change(anna.id, change, {account: bert.id})).rejects.toMatchObject({
        status: 409,
        message:
          'Anna Reuter is the only administrator left. Make somebody else an administrator first.',
      })
      expect(await listed(anna.id)).toMatchObject({roles: ['administrator'], disabled: false})
    },
  )
})

describe('DELETE /people/:id/sessions', () => {
  it('ends the person’s sessions in every browser', async () => {
    const {sessions} = test.lake.services.access
    const phone = {id: rosa.id, cookie: `copydesk_session=${sessions.start(rosa.id).secret}`}
    const answer = await send(anna, 'DELETE', `/people/${rosa.id}/sessions`)
    expect(answer).toMatchObject({status: 200, body: {ended: 2}})
    expect([await status(rosa), await status(phone)]).toEqual([401, 401])
    expect(await listed(rosa.id)).toMatchObject({openSessions: 0, disabled: false})
  })

  it('keeps the session of the request', async () => {
    const {sessions} = test.lake.services.access
    const phone = {id: anna.id, cookie: `copydesk_session=${sessions.start(anna.id).secret}`}
    const answer = await send(anna, 'DELETE', `/people/${anna.id}/sessions`)
    expect(answer.body).toEqual({ended: 1})
    expect([await status(anna), await status(phone)]).toEqual([200, 401])
  })
})

describe('POST /people/:id/links', () => {
  it('returns a new link; the older one stops working, the session continues', async () => {
    const first = (await send(anna, 'POST', `/people/${rosa.id}/links`)).body.link
    const second = await send(anna, 'POST', `/people/${rosa.id}/links`)
    expect(second.status).toBe(201)
    expect((await fetch(first)).status).toBe(410)
    const page = await fetch(second.body.link)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Rosa Marsh')
    expect(await status(rosa)).toBe(200)
  })

  it('refuses a disabled account', async () => {
    await send(anna, 'PATCH', `/people/${rosa.id}`, {disabled: true})
    const answer = await send(anna, 'POST', `/people/${rosa.id}/links`)
    expect(answer.status).toBe(409)
    expect(answer.body.error.description).toMatch(/is disabled\. Enable the account first\.$/)
    expect((await listed(rosa.id)).linkExpiresAt).toBeNull()
  })
})

it.each([
  ['PATCH', '', {disabled: true}],
  ['DELETE', '/sessions', undefined],
  ['POST', '/links', undefined],
])('%s refuses an unknown account', async (method, below, body) => {
  const answer = await send(anna, method, `/people/u-nobody${below}`, body)
  expect(answer.status).toBe(404)
  expect(answer.body.error.description).toBe('There is no account u-nobody.')
})

it('links begin with the public address', async () => {
  const open = await startLake({publicOrigin: 'https://news.example.org'})
  try {
    const {cookie} = open.person('administrator')
    const response = await open.fetch('/v1/people', {
      method: 'POST',
      headers: {cookie},
      body: JSON.stringify(NORA),
    })
    const {link} = (await response.json()) as {link: string}
    expect(link).toMatch(/^https:\/\/news\.example\.org\/sign-in\//)
  } finally {
    await open.close()
  }
})

describe('if nobody has a password', () => {
  let lake: TestLake
  beforeAll(async () => {
    lake = await startLake({signIn: {passwords: 'off'}})
  })
  afterAll(() => lake.close())

  it('a colleague is invited without a link, and cannot get one later', async () => {
    const {cookie} = lake.person('administrator', 'Anna Reuter')
    const ask = async (method: string, path: string, body?: object) => {
      const init = {method, headers: {cookie}, ...(body ? {body: JSON.stringify(body)} : {})}
      const response = await lake.fetch(`${VERSION}${path}`, init)
      return {status: response.status, body: await response.json()}
    }
    const invited = await ask('POST', '/people', NORA)
    expect(invited.status).toBe(201)
    expect(invited.body).toMatchObject({link: null, person: {linkExpiresAt: null}})
    const {id} = invited.body.person
    const link = await ask('POST', `/people/${id}/links`)
    expect([link.status, link.body.error.description]).toEqual([
      409,
      'This newsroom has no passwords: people sign in with their work account.',
    ])
    const {users, identities, links} = lake.lake.services.access
    expect(links.overview().size).toBe(0)
    expect(users.get(id)?.email).toBe('nora.vale@example.org')

    const nora = async () => {
      const {people, hasLinks} = (await ask('GET', '/people')).body
      expect(hasLinks).toBe(false)
      return people.find((person: any) => person.id === id)
    }
    expect((await nora()).hasSignedIn).toBe(false)
    identities.bind(id, {issuer: 'https://id.example.org', subject: 'nora'})
    expect((await nora()).hasSignedIn).toBe(true)
  })
})

describe('GET /people/events', () => {
  const events = async (query = ''): Promise<any> =>
    (await send(anna, 'GET', `/people/events${query}`)).body

  it('lists changes of accounts, newest first, with their authors', async () => {
    const {person} = (await send(anna, 'POST', '/people', newcomer())).body
    test.setTime(START + HOUR)
    await send(bert, 'PATCH', `/people/${rosa.id}`, {roles: ['editor'], disabled: true})
    await send(bert, 'PATCH', `/people/${rosa.id}`, {disabled: false})
    await send(bert, 'POST', `/people/${rosa.id}/links`)
    const {sessions} = test.lake.services.access
    sessions.start(rosa.id)
    sessions.start(rosa.id)
    await send(anna, 'DELETE', `/people/${rosa.id}/sessions`)

    const by = (who: Someone, name: string) => ({by: {id: who.id, name}})
    const ofRosa = {account: {id: rosa.id, name: 'Rosa Marsh'}}
    const byBert = {...ofRosa, ...by(bert, 'Bert Halloway'), at: '2026-11-25T11:00:00.000Z'}
    expect((await events()).events.slice(0, 6)).toEqual([
      {
        ...byBert,
        ...by(anna, 'Anna Reuter'),
        id: expect.any(Number),
        event: 'sessionsEnded',
        ended: 2,
      },
      {...byBert, id: expect.any(Number), event: 'linkMade'},
      {...byBert, id: expect.any(Number), event: 'enabled'},
      {...byBert, id: expect.any(Number), event: 'disabled'},
      {
        ...byBert,
        id: expect.any(Number),
        event: 'rolesChanged',
        before: ['journalist'],
        roles: ['editor'],
      },
      {
        id: expect.any(Number),
        at: '2026-11-25T10:00:00.000Z',
        account: {id: person.id, name: 'Nora Vale'},
        ...by(anna, 'Anna Reuter'),
        event: 'invited',
        roles: ['journalist'],
      },
    ])
  })

  it('lists no change that was refused, or changed nothing', async () => {
    const before = (await events()).events[0]?.id
    await send(anna, 'PATCH', `/people/${anna.id}`, {disabled: true})
    await send(anna, 'PATCH', `/people/${rosa.id}`, {roles: ['pope']})
    await send(anna, 'PATCH', `/people/${rosa.id}`, {roles: ['journalist'], disabled: false})
    const {id} = test.person('journalist', 'Ines Faro')
    test.lake.services.access.sessions.endAllOf(id)
    await send(anna, 'DELETE', `/people/${id}/sessions`)
    expect((await events()).events[0]?.id).toBe(before)
  })

  it('is sent in pages', async () => {
    for (let n = 0; n < 60; n++) {
      await send(anna, 'PATCH', `/people/${rosa.id}`, {disabled: n % 2 === 0})
    }
    const first = await events()
    expect(first).toMatchObject({events: {length: 50}, hasMore: true})
    const second = await events(`?before=${first.events.at(-1).id}`)
    expect(second.events[0].id).toBeLessThan(first.events.at(-1).id)
    expect(second.events.slice(0, 10).every(({account}: any) => account.id === rosa.id)).toBe(true)
    const last = await events('?before=1')
    expect(last).toEqual({events: [], hasMore: false})
    expect((await send(anna, 'GET', '/people/events?before=x')).body.error.description).toBe(
      '"before" must be the id of an event, not "x".',
    )
  })
})
