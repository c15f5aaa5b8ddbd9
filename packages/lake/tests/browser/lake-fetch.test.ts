import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {createSessionGate, type Person} from '../../src/browser/session-gate.ts'
import {createConnection} from '../../src/browser/connection.ts'
import {createLakeFetch, type OpenStream} from '../../src/browser/lake-fetch.ts'

const lake = {protocol: 'http:', host: 'desk.local:3333', projectId: 'copydesk'}
const mei = {id: 'u1', name: 'Mei'}
const ended = () => Response.json({error: 'Unauthorized', errorCode: 'SIO-401-AEX'}, {status: 401})

/** A response of the network. An error stands for a failed connection. */
type Answer = Response | Error

/** A lake with prepared responses that records its requests. */
function pageWith(
  answers: Answer[],
  signedIn: () => Person | null = () => null,
  connection = createConnection(async () => true),
) {
  const next = (otherwise: () => Response): Response => {
    const answer = answers.shift() ?? otherwise()
    if (answer instanceof Error) throw answer
    return answer
  }
  const asked: {url: string; body: unknown}[] = []
  const streams: {url: string; headers: Record<string, string>}[] = []
  const nativeFetch = (async (input: RequestInfo | URL, init?: RequestInit) => {
    const body = input instanceof Request ? await input.text() : init?.body
    asked.push({url: input instanceof Request ? input.url : String(input), body})
    return next(() => Response.json({}))
  }) as typeof fetch
  const openStream: OpenStream = async (url, {headers}) => {
    streams.push({url, headers})
    return next(() => new Response('stream'))
  }
  const gate = createSessionGate(async () => signedIn())
  const signedOut: string[] = []
  const onSignedOut = () => void signedOut.push('signed out')
  const unsent: string[] = []
  const own = createLakeFetch({
    nativeFetch,
    lake,
    openStream,
    gate,
    connection,
    onSignedOut,
    onUnsent: () => {
      unsent.push('waits')
      return () => void unsent.push('sent')
    },
  })
  return {own, asked, streams, gate, signedOut, unsent}
}

/** The beginning of a stream that goes on. */
async function firstOf({body}: Response): Promise<string> {
  const reader = body!.getReader()
  const {value} = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}

describe('requests', () => {
  test('for the feedback form are refused without a server', async () => {
    const {own, asked} = pageWith([])
    for (const host of ['https://api.sanity.io', '']) {
      expect((await own(`${host}/vX/intake/feedback`, {method: 'POST'})).ok).toBe(false)
    }
    expect(asked).toEqual([])
  })

  test('to the project’s host go to this one', async () => {
    const {own, asked} = pageWith([])
    await own('http://copydesk.desk.local:3333/v1/data/query/production', {
      method: 'POST',
      body: 'q',
    })
    expect(asked).toEqual([{url: 'http://desk.local:3333/v1/data/query/production', body: 'q'}])
  })

  test('keep method and body when they come as a Request', async () => {
    const {own, asked} = pageWith([])
    await own(
      new Request('http://copydesk.desk.local:3333/v1/data/actions/production', {
        method: 'POST',
        body: 'words',
      }),
    )
    expect(asked).toEqual([
      {url: 'http://desk.local:3333/v1/data/actions/production', body: 'words'},
    ])
  })

  test('to services of the hosted platform never leave the page', async () => {
    const {own, asked} = pageWith([])
    const response = await own('https://sanity-cdn.com/v1/modules/sanity/latest/^6/t1')
    expect(await response.json()).toEqual({})
    expect(asked).toEqual([])
  })

  test('for event streams have the necessary headers', async () => {
    const {own, asked, streams} = pageWith([])
    const response = await own(
      'http://copydesk.desk.local:3333/v1/data/listen/production?query=*',
      {
        headers: {'Last-Event-ID': '42', Accept: 'text/event-stream'},
      },
    )
    expect(await firstOf(response)).toBe('stream')
    expect(streams).toEqual([
      {
        url: 'http://desk.local:3333/v1/data/listen/production?query=*',
        headers: {'last-event-id': '42'},
      },
    ])
    expect(asked).toEqual([])
  })
})

describe('when the session has ended', () => {
  const url = 'http://desk.local:3333/v1/data/actions/production'

  test('a save waits, and is sent again with the same body', async () => {
    let signedIn: Person | null = null
    const {own, asked, gate} = pageWith(
      [ended(), Response.json({transactionId: 't'})],
      () => signedIn,
    )
    gate.identify(mei)
    const save = own(url, {method: 'POST', body: 'every word'})
    await untilEnded(gate)
    signedIn = mei
    await gate.check()
    expect(await (await save).json()).toEqual({transactionId: 't'})
    expect(asked.map(({body}) => body)).toEqual(['every word', 'every word'])
  })

  test('a stream waits as well', async () => {
    let signedIn: Person | null = null
    const {own, streams, gate} = pageWith([ended(), new Response('events')], () => signedIn)
    gate.identify(mei)
    const stream = own('/v1/data/listen/production?query=*')
    await untilEnded(gate)
    signedIn = mei
    await gate.check()
    expect(await firstOf(await stream)).toBe('events')
    expect(streams).toHaveLength(2)
  })

  test('a page on which nobody has signed in gets the 401 immediately', async () => {
    const {own} = pageWith([ended()])
    expect((await own(url, {method: 'POST', body: 'x'})).status).toBe(401)
  })

  test('requests about the session get their response unchanged', async () => {
    const {own, gate} = pageWith([ended(), ended()])
    gate.identify(mei)
    expect((await own('/v1/users/me')).status).toBe(401)
    expect((await own('/v1/auth/id')).status).toBe(401)
  })

  test('a missing permission does not end the session: the studio gets the response', async () => {
    const denial = Response.json({error: {type: 'denied'}}, {status: 401})
    const {own, gate} = pageWith([denial])
    gate.identify(mei)
    expect((await own(url, {method: 'POST', body: 'x'})).status).toBe(401)
  })

  test('nothing is held after signing out', async () => {
    const {own, gate, signedOut} = pageWith([Response.json({}), ended()])
    gate.identify(mei)
    await own('/v1/auth/logout', {method: 'POST'})
    expect(signedOut).toEqual(['signed out'])
    expect((await own(url, {method: 'POST', body: 'x'})).status).toBe(401)
  })

  test('the studio’s own request shows who is signed in', async () => {
    const {own, gate} = pageWith([Response.json({id: 'u1', name: 'Mei'})])
    expect(gate.isKnown()).toBe(false)
    const response = await own('/vX/users/me?tag=x')
    expect(await response.json()).toEqual({id: 'u1', name: 'Mei'})
    expect(gate.isKnown()).toBe(true)
  })
})

describe('without a response', () => {
  // The pauses between attempts.
  beforeEach(() => {
    vi.useFakeTimers()
    vi.setTimerTickMode('nextTimerAsync')
  })
  afterEach(() => void vi.useRealTimers())

  const host = 'http://desk.local:3333'
  const lost = () => new TypeError('Failed to fetch')
  const starting = () => new Response('<p>starting', {status: 503})
  const transaction = JSON.stringify({transactionId: 't', actions: []})

  test.each([
    ['a read', '/v1/data/doc/production/a', {}],
    ['a query that is posted', '/v1/data/query/production', {method: 'POST', body: 'q'}],
    ['a setting', '/v1/users/me/keyvalue', {method: 'PUT', body: '[]'}],
    ['an edit', '/v1/data/actions/production', {method: 'POST', body: transaction}],
    ['a mutation', '/v1/data/mutate/production', {method: 'POST', body: transaction}],
  ])('%s is sent again, unchanged', async (_, path, init) => {
    const {own, asked} = pageWith([lost(), starting(), Response.json('there')])
    const response = await own(host + path, init)
    expect(await response.json()).toBe('there')
    const once = {url: host + path, body: (init as RequestInit).body}
    expect(asked).toEqual([once, once, once])
  })

  test.each([
    ['an act', '/v1/acts/production', {method: 'POST', body: transaction}],
    ['a transaction without an id', '/v1/data/mutate/production', {method: 'POST', body: '{}'}],
    ['a removal', '/v1/people/u1/sessions', {method: 'DELETE'}],
  ])('%s is not sent again, because it may have arrived', async (_, path, init) => {
    const {own, asked} = pageWith([lost()])
    await expect(own(host + path, init)).rejects.toThrow('Failed to fetch')
    expect(asked).toHaveLength(1)
  })

  test('a response that breaks off does not count', async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new TypeError('network error')),
    })
    const {own, asked} = pageWith([new Response(broken), Response.json('whole')])
    expect(await (await own(`${host}/v1/data/doc/production/a`)).json()).toBe('whole')
    expect(asked).toHaveLength(2)
  })

  test('a stream is opened again', async () => {
    const {own, streams} = pageWith([lost(), new Response('events')])
    expect(await firstOf(await own('/v1/data/listen/production?query=*'))).toBe('events')
    expect(streams).toHaveLength(2)
  })

  test('a stream begins after the server has answered: what is read because of it is as new', async () => {
    let isThere = false
    const connection = createConnection(async () => isThere)
    const {own, streams} = pageWith([new Response('events')], undefined, connection)
    const seen: string[] = []
    connection.subscribe(() => seen.push(`${connection.state()}, ${streams.length} streams`))
    void connection.wait()
    await vi.waitFor(() => expect(connection.state()).toBe('lost'))
    const stream = own('/v1/data/listen/production?query=*')
    isThere = true
    expect(await firstOf(await stream)).toBe('events')
    expect(seen).toEqual(['lost, 0 streams', 'open, 0 streams'])
  })

  test('the lake’s own refusal is a response', async () => {
    const {own, asked} = pageWith([Response.json({error: {}}, {status: 503})])
    expect((await own(`${host}/v1/data/doc/production/a`)).status).toBe(503)
    expect(asked).toHaveLength(1)
  })

  test('a request that fails while others succeed fails in the end', async () => {
    const {own, asked} = pageWith(Array.from({length: 20}, lost))
    await expect(own(`${host}/v1/data/doc/production/a`)).rejects.toThrow('Failed to fetch')
    expect(asked.length).toBeLessThan(10)
  })

  test('a person who leaves with unsaved changes is asked', async () => {
    const {own, unsent} = pageWith([lost(), Response.json({}), lost(), Response.json({})])
    await own(`${host}/v1/data/doc/production/a`)
    expect(unsent).toEqual([])
    await own(`${host}/v1/data/actions/production`, {method: 'POST', body: transaction})
    expect(unsent).toEqual(['waits', 'sent'])
  })

  test('the check of CORS is answered with no, without a server', async () => {
    const {own, asked} = pageWith([])
    const response = await own('http://copydesk.desk.local:3333/v2026-05-04/check/cors')
    expect(await response.json()).toEqual({result: {allowed: true, withCredentials: true}})
    expect(asked).toEqual([])
  })
})

const untilEnded = (gate: ReturnType<typeof createSessionGate>) =>
  new Promise<void>((resolve) => {
    const look = () => gate.state().status === 'ended' && resolve()
    gate.subscribe(look)
    look()
  })
