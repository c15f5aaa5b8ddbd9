// Presence with the protocol of the studio's client: who receives events, which ones, and when
// sockets close.
import fc from 'fast-check'
import {afterAll, afterEach, beforeAll, describe, expect, it} from 'vitest'
import {DATASET} from '../../server/newsroom-lake.ts'
import {startLake, type Role, type TestLake} from '../support/lake.ts'
import {
  openPresenceTab,
  PRESENCE_PATH,
  refusalOf,
  type PresenceTab,
} from '@copydesk/lake/tests/http/presence-tab.ts'
import {FACTOR, runs} from '../support/runs.ts'

const UNAUTHORIZED = 4001

let lake: TestLake
let open: PresenceTab[] = []

beforeAll(async () => {
  lake = await startLake()
  await lake.client('importer').create({_id: 'drafts.ferry', _type: 'article', headline: 'Ferry'})
  await lake
    .client('importer')
    .create({_id: 'private.source.quill', _type: 'privateSource', phone: '1'})
})
afterAll(() => lake.close())
afterEach(async () => {
  for (const tab of open) tab.socket.close()
  await Promise.all(open.map(({closed}) => closed))
  open = []
})

const connect = async (
  headers: Record<string, string>,
  options?: Parameters<typeof openPresenceTab>[2],
): Promise<PresenceTab> => {
  const tab = await openPresenceTab(lake.origin, headers, options)
  open.push(tab)
  return tab
}

interface Colleague extends PresenceTab {
  id: string
  credential: string
  cookie: string
}

/** A person's tab, in the order of the studio's calls: roll call, then subscription. */
async function arrive(role: Role, path = PRESENCE_PATH): Promise<Colleague> {
  const person = lake.person(role)
  const tab = await connect({cookie: person.cookie, origin: lake.origin}, {path})
  const [roll, subscription] = await Promise.all([
    tab.call('presence_rollcall', {session: 'not-yet'}),
    tab.call('presence_subscribe'),
  ])
  expect(roll).toMatchObject({result: null})
  expect(subscription.result).toMatch(/^presence-\d+$/)
  return Object.assign(tab, person)
}

const place = (documentId: string) => ({type: 'document', documentId, path: []})

describe('colleagues', () => {
  it('see where each other are, in running text too, move, and leave', async () => {
    const [one, two] = [await arrive('journalist'), await arrive('editor')]
    const point = {path: ['body', {_key: 'a'}, 'children', {_key: 'b'}], offset: 3}
    const caret = {
      ...place('drafts.ferry'),
      path: ['body', {_key: 'a'}, 'children', {_key: 'b'}],
      lastActiveAt: '2026-11-25T10:00:00.000Z',
      selection: {anchor: point, focus: point, backward: false},
    }
    const said = await one.call('presence_announce', {data: {locations: [caret], sessionId: 's1'}})
    expect(said).toMatchObject({result: null})
    await one.announce('s1', 'ferry')
    await one.call('presence_disconnect', {session: 's1'})
    expect(await two.heard.until(3)).toEqual([
      {type: 'state', i: one.id, m: {sessionId: 's1', locations: [caret]}},
      {type: 'state', i: one.id, m: {sessionId: 's1', locations: [place('ferry')]}},
      {type: 'disconnect', i: one.id, m: {session: 's1'}},
    ])
  })

  it('that were there before are visible to newcomers', async () => {
    const one = await arrive('journalist')
    await one.announce('s1', 'drafts.ferry')
    const two = await arrive('editor')
    expect(await two.heard.until(1)).toEqual([
      {type: 'state', i: one.id, m: {sessionId: 's1', locations: [place('drafts.ferry')]}},
    ])
  })

  it('are notified that a tab has gone, with or without a closing frame', async () => {
    const [one, two, three] = [
      await arrive('journalist'),
      await arrive('photoEditor'),
      await arrive('editor'),
    ]
    await one.announce('s1', 'drafts.ferry')
    await two.announce('s2', 'drafts.ferry')
    one.socket.close()
    await three.heard.until(3)
    two.socket.terminate()
    expect((await three.heard.until(4)).slice(2)).toEqual([
      {type: 'disconnect', i: one.id, m: {session: 's1'}},
      {type: 'disconnect', i: two.id, m: {session: 's2'}},
    ])
  })

  it('do not see others in documents that they may not read', async () => {
    const [editor, developer] = [await arrive('editor'), await arrive('developer')]
    await editor.announce('s1', 'private.source.quill', 'drafts.ferry', 'review.ferry')
    await editor.announce('s1', 'drafts.private.source.unwritten', 'drafts.unwritten')
    const heard = await developer.heard.until(2)
    expect(heard.map((event) => event.type === 'state' && event.m.locations)).toEqual([
      [place('drafts.ferry')],
      [place('drafts.unwritten')],
    ])
    expect(JSON.stringify(developer.heard.items)).not.toContain('private')
    expect(JSON.stringify(await editor.heard.until(2))).toContain('private.source.quill')
  })

  it('are separate for each dataset', async () => {
    const one = await arrive('journalist')
    const two = await arrive('editor', '/v2022-06-30/socket/production-comments')
    await one.announce('s1', 'drafts.ferry')
    await two.settled()
    expect(two.heard.items).toEqual([])
    expect(one.heard.items).toHaveLength(1)
  })

  it('can announce only themselves', async () => {
    const [one, two] = [await arrive('journalist'), await arrive('editor')]
    await one.announce('s1', 'drafts.ferry')
    expect(await two.announce('s1', 'elsewhere')).toMatchObject({error: {code: -32602}})
    await two.call('presence_disconnect', {session: 's1'})
    await two.settled()
    expect(two.heard.items).toHaveLength(1)
  })

  it('get no more events after they unsubscribe', async () => {
    const [one, two] = [await arrive('journalist'), await arrive('editor')]
    expect(await two.call('presence_unsubscribe', {subscriptionId: 'presence-1'})).toMatchObject({
      result: null,
    })
    await one.announce('s1', 'drafts.ferry')
    await two.settled()
    expect(two.heard.items).toEqual([])
    expect(await two.call('presence_unsubscribe', {subscriptionId: 'presence-1'})).toMatchObject({
      error: {code: -32602},
    })
  })
})

describe('a socket is opened', () => {
  it('for all staff, at any version of the API, and at no other address', async () => {
    const {cookie} = lake.person('journalist')
    for (const version of ['v1', 'vX', 'v2022-06-30']) {
      expect(
        await refusalOf(lake.origin, {cookie}, `/${version}/socket/${DATASET}`),
      ).toBeUndefined()
    }
    for (const path of ['/socket/production', '/v1/socket', '/v1/socket/production/more']) {
      expect(await refusalOf(lake.origin, {cookie}, path)).toBe(404)
    }
    expect(await refusalOf(lake.origin, {cookie}, '/v1/socket/nowhere')).toBe(404)
  })

  it.each<Record<string, string>>([
    {origin: 'https://elsewhere.example'},
    {origin: 'null'},
    {host: 'rebound.example', origin: 'http://rebound.example'},
  ])('not for a page of another site: %o', async (headers) => {
    const {cookie} = lake.person('journalist')
    expect(await refusalOf(lake.origin, {cookie, ...headers})).toBe(403)
  })

  it('for a token, sent with the upgrade or as the first call', async () => {
    const authorization = `Bearer ${lake.token('editor')}`
    const [early, late] = [await connect({authorization}), await connect({})]
    expect(await early.call('presence_subscribe')).toHaveProperty('result')
    expect(await late.call('presence_subscribe')).toMatchObject({error: {code: UNAUTHORIZED}})
    expect(await late.call('authorization', {authorization})).toMatchObject({result: null})
    expect(await late.call('presence_subscribe')).toHaveProperty('result')
    await late.announce('s1', 'drafts.ferry')
    expect(await early.heard.until(1)).toHaveLength(1)
  })

  it('not for a reader: with their token, a guess, or none', async () => {
    const reader = `Bearer ${lake.readerToken()}`
    expect(await refusalOf(lake.origin, {authorization: reader})).toBe(403)
    expect(await refusalOf(lake.origin, {authorization: 'Bearer cd_guessed'})).toBe(403)
    for (const authorization of [
      reader,
      'Bearer cd_guessed',
      'Bearer cp_guessed',
      'Basic eDp5',
      7,
    ]) {
      const tab = await connect({})
      const answer = tab.call('authorization', {authorization})
      expect(await answer).toMatchObject({error: {code: UNAUTHORIZED}})
      expect(await tab.closed).toMatchObject({code: UNAUTHORIZED})
    }
    const one = await arrive('journalist')
    const stranger = await connect({})
    const asked = ['presence_subscribe', 'presence_rollcall', 'presence_announce'].map((method) =>
      stranger.call(method, {session: 's', data: {locations: [], sessionId: 's'}}),
    )
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject({error: {code: UNAUTHORIZED}})
    }
    await one.announce('s1', 'drafts.ferry')
    await stranger.settled()
    expect(stranger.heard.items).toEqual([])
  })

  it('64 times at most for one session', async () => {
    const {cookie} = lake.person('journalist')
    const tabs = await Promise.all(Array.from({length: 64}, () => connect({cookie})))
    expect(await refusalOf(lake.origin, {cookie})).toBe(429)
    tabs[0]?.socket.close()
    await tabs[0]?.closed
    await tabs[1]?.settled()
    expect(await refusalOf(lake.origin, {cookie})).toBeUndefined()
  })
})

describe('a session that ends', () => {
  it('removes the person from everybody’s screen at once', async () => {
    const [one, two] = [await arrive('journalist'), await arrive('editor')]
    await one.announce('s1', 'drafts.ferry')
    const response = await lake.fetch('/v1/auth/logout', {
      method: 'POST',
      headers: {cookie: one.cookie, origin: lake.origin},
    })
    expect(response.status).toBe(204)
    expect(await one.closed).toEqual({code: UNAUTHORIZED, reason: 'The session has ended.'})
    expect((await two.heard.until(2))[1]).toEqual({
      type: 'disconnect',
      i: one.id,
      m: {session: 's1'},
    })
  })

  it('lets its tab connect and wait, without events', async () => {
    const person = lake.person('journalist')
    lake.lake.services.access.sessions.end(person.credential)
    const tab = await connect({cookie: person.cookie})
    const other = await arrive('editor')
    expect(await tab.call('presence_subscribe')).toMatchObject({error: {code: UNAUTHORIZED}})
    await other.announce('s1', 'drafts.ferry')
    await tab.settled()
    expect(tab.heard.items).toEqual([])
  })

  it('is also a token that is revoked, or an account with a new role', async () => {
    const {access} = lake.lake.services
    const {secret, id} = access.tokens.create({name: 'bot', role: 'editor'})
    const bot = await connect({authorization: `Bearer ${secret}`})
    access.tokens.revoke(id)
    expect(await bot.closed).toMatchObject({code: UNAUTHORIZED})
    const one = await arrive('developer')
    access.users.setRoles(one.id, ['editor'])
    expect(await one.closed).toMatchObject({code: UNAUTHORIZED})
  })
})

describe('frames', () => {
  it('that are not calls get the error of the specification', async () => {
    const tab = await arrive('editor')
    const frames: [string, number][] = [
      ['{', -32700],
      ['[]', -32600],
      ['null', -32600],
      ['{"method":"presence_subscribe","id":1}', -32600],
      ['{"jsonrpc":"2.0","method":"presence_subscribe","params":[],"id":1}', -32600],
      ['{"jsonrpc":"2.0","method":"constructor","id":1}', -32601],
      ['{"jsonrpc":"2.0","method":"presence_announce","id":1}', -32602],
      [
        '{"jsonrpc":"2.0","method":"presence_disconnect","params":{"session":"a b"},"id":1}',
        -32602,
      ],
    ]
    for (const [frame] of frames) tab.socket.send(frame)
    const answers = await tab.answers.until(frames.length)
    expect(answers.map(({error}) => error?.code)).toEqual(frames.map(([, code]) => code))
    expect(await tab.announce('s1', 'drafts.ferry')).toMatchObject({result: null})
  })

  it('get no response without an ID', async () => {
    const tab = await arrive('editor')
    const data = {locations: [place('drafts.ferry')], sessionId: 's1'}
    tab.socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_announce', params: {data}}))
    expect(await tab.heard.until(1)).toHaveLength(1)
    await tab.settled()
    expect(tab.answers.items).toEqual([])
  })

  it('of bytes, or too large, close the socket', async () => {
    const [one, two] = [await arrive('editor'), await arrive('editor')]
    one.socket.send(Buffer.from('{}'))
    expect(await one.closed).toMatchObject({code: 1008})
    two.socket.send('x'.repeat(17 * 1024))
    expect(await two.closed).toMatchObject({code: 1009})
  })

  it('in a flood close the socket, and no other', async () => {
    const [flooding, other] = [await arrive('editor'), await arrive('journalist')]
    for (let n = 0; n < 200; n++) void flooding.announce('s1', 'drafts.ferry')
    expect(await flooding.closed).toEqual({code: 1008, reason: 'Too many messages.'})
    await other.settled()
    expect(other.heard.items.at(-1)).toMatchObject({type: 'disconnect'})
    expect(other.heard.items.length).toBeLessThan(120)
  })

  it('to many subscriptions on one socket are refused', async () => {
    const tab = await arrive('editor')
    const answers = await Promise.all(Array.from({length: 8}, () => tab.call('presence_subscribe')))
    expect(answers.filter(({error}) => error)).toHaveLength(1)
  })

  it('of any kind leave the lake running', {tags: ['full']}, async () => {
    const method = fc.constantFrom(
      'authorization',
      'presence_subscribe',
      'presence_unsubscribe',
      'presence_rollcall',
      'presence_announce',
      'presence_disconnect',
      '__proto__',
    )
    const place = fc.record(
      {
        type: fc.constant('document'),
        documentId: fc.string(),
        path: fc.jsonValue(),
        selection: fc.jsonValue(),
      },
      {requiredKeys: []},
    )
    const params = fc.oneof(
      fc.jsonValue(),
      fc.record({session: fc.jsonValue()}),
      fc.record({data: fc.record({sessionId: fc.string(), locations: fc.array(place)})}),
      fc.record({
        authorization: fc.oneof(
          fc.jsonValue(),
          fc.string().map((s) => `Bearer ${s}`),
        ),
      }),
    )
    const frame = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc
        .record({
          jsonrpc: fc.constant('2.0'),
          method,
          params,
          id: fc.oneof(fc.integer(), fc.string()),
        })
        .map((value) => JSON.stringify(value)),
    )
    const witness = await arrive('editor')
    const {cookie} = lake.person('journalist')
    let answered = 0
    await fc.assert(
      fc.asyncProperty(fc.array(frame, {minLength: 1, maxLength: 8}), async (frames) => {
        const tab = await openPresenceTab(lake.origin, {cookie})
        for (const text of frames) tab.socket.send(text)
        // It is answered, or closed because of its frames; it never hangs.
        const end = tab.call('nothing').then(({error}) => {
          expect(error?.code).toBe(-32601)
          answered += 1
        })
        await Promise.race([end, tab.closed])
        tab.socket.terminate()
        await tab.closed
      }),
      {seed: 6, numRuns: runs(150)},
    )
    expect(answered).toBeGreaterThan(50 * FACTOR)
    expect(await witness.announce('s1', 'drafts.ferry')).toMatchObject({result: null})
    for (const event of witness.heard.items)
      expect(['state', 'disconnect', 'rollCall']).toContain(event.type)
  })
})
