// Drives `/data/listen` with the real client, as the studio and front ends do.
import {createClient, type ListenEvent, type MutationEvent, type SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {collector, type Collector} from '../../listen/collect.ts'
import {startTestServer, type TestServer} from '../../listen/server.ts'

type Event = ListenEvent<Record<string, unknown>>

let running: TestServer
let subscriptions: {unsubscribe(): void}[] = []

beforeEach(async () => {
  running = await startTestServer()
})
afterEach(async () => {
  for (const subscription of subscriptions) subscription.unsubscribe()
  subscriptions = []
  await running.close()
})

const ALL = ['welcome', 'mutation', 'reconnect', 'welcomeback', 'reset'] as const

function client(token?: string, apiVersion = '2025-02-19'): SanityClient {
  return createClient({
    projectId: 'copydesk',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${running.port}`,
    useProjectHostname: false,
    useCdn: false,
    apiVersion,
    ...(token && {token}),
  })
}

function listen(
  query: string,
  {
    token,
    apiVersion,
    params = {},
    ...options
  }: {
    token?: string
    apiVersion?: string
    params?: Record<string, unknown>
    includeAllVersions?: boolean
    enableResume?: boolean
    includeResult?: boolean
    includePreviousRevision?: boolean
    includeMutations?: boolean
    effectFormat?: 'mendoza'
    visibility?: 'query'
    dataset?: string
  } = {},
): Collector<Event> {
  const {dataset = 'production', ...rest} = options
  const collected = collector<Event>()
  const events = client(token, apiVersion)
    .withConfig({dataset})
    .listen(query, params, {...rest, events: [...ALL]} as never)
  subscriptions.push(
    events.subscribe({
      next: (event) => collected.add(event),
      error: collected.finish,
      complete: () => collected.finish(),
    }),
  )
  return collected
}

const editor = {token: 'editor', includeAllVersions: true, includeResult: false}

function write(...args: Parameters<TestServer['lake']['write']>): string {
  const id = running.lake.write(...args)
  running.hub.notify()
  return id
}

const story = (events: Event[]): string[] =>
  events.map((event) =>
    event.type === 'mutation' ? `${event.transition} ${event.documentId}` : event.type,
  )
const mutations = (events: Event[]): MutationEvent[] =>
  events.filter((event): event is MutationEvent => event.type === 'mutation')

const counts = (events: Event[]): string[] =>
  mutations(events).map(
    (event) =>
      `${event.documentId} ${event.transactionCurrentEvent}/${event.transactionTotalEvents}`,
  )

describe('GET /data/listen', () => {
  it('sends welcome first, then the documents that appear, change and disappear', async () => {
    write({a: {title: 'Before'}})
    const heard = listen('*[_type == $type]', {...editor, params: {type: 'photo'}})
    await heard.until(1)
    write({p: {_type: 'photo'}, a: {title: 'No photo'}})
    write({p: {_type: 'photo', title: 'Ferry'}})
    write({p: {_type: 'article'}})
    write({p: {_type: 'photo'}})
    write({p: null})
    expect(story(await heard.until(6))).toEqual([
      'welcome',
      'appear p',
      'update p',
      'disappear p',
      'appear p',
      'disappear p',
    ])
  })

  it('sends the events that the client documents, and only the requested ones', async () => {
    const heard = listen('*', {...editor, effectFormat: 'mendoza'})
    await heard.until(1)
    const id = write({a: {title: 'Ferry late'}})
    const [event] = mutations(await heard.until(2))
    expect(event).toEqual({
      type: 'mutation',
      eventId: `${id}#a`,
      documentId: 'a',
      transactionId: id,
      identity: 'uEditor',
      timestamp: '2026-11-25T09:30:00.000Z',
      resultRev: id,
      transition: 'appear',
      visibility: 'transaction',
      transactionTotalEvents: 1,
      transactionCurrentEvent: 1,
      mutations: [{patch: {id: 'a', set: {title: 'Ferry late'}}}],
      effects: {apply: [0, expect.objectContaining({title: 'Ferry late'})], revert: [0, null]},
    })
  })

  it('sends documents without mutations on request', async () => {
    write({a: {title: 'One'}})
    const heard = listen('*', {
      ...editor,
      includeResult: true,
      includePreviousRevision: true,
      includeMutations: false,
      visibility: 'query',
    })
    await heard.until(1)
    write({a: {title: 'Two'}})
    write({a: null})
    const [update, removal] = mutations(await heard.until(3))
    expect(update).toMatchObject({
      previous: {title: 'One', _rev: 'tx-1'},
      result: {title: 'Two', _rev: 'tx-2'},
      visibility: 'query',
    })
    expect(update).not.toHaveProperty('mutations')
    expect(update).not.toHaveProperty('effects')
    expect(removal).toMatchObject({previous: {title: 'Two'}, resultRev: 'tx-3'})
    expect(removal).not.toHaveProperty('result')
  })

  it('chains revisions and effects, so that a copy can follow the document', async () => {
    const heard = listen('*[_id == "a"]', {...editor, effectFormat: 'mendoza'})
    await heard.until(1)
    const body = [{_key: 'k1', text: 'The ferry left at dawn.'}]
    write({a: {body}})
    write({a: {body: [{_key: 'k1', text: 'The ferry left long before dawn.'}]}})
    write({a: {body: [{_key: 'k0', text: 'Harbour, 😀'}, ...body], title: 'Ferry'}})
    let copy: Record<string, unknown> | null = null
    let revision: string | undefined
    for (const event of mutations(await heard.until(4))) {
      expect(event.previousRev).toBe(revision)
      const before = copy
      copy = applyPatch(copy, event.effects?.apply ?? [])
      expect(applyPatch(copy, event.effects?.revert ?? [])).toEqual(before)
      revision = event.resultRev
    }
    const {_rev, ...stored} = running.lake.get('a') ?? {}
    expect({copy, revision}).toEqual({copy: stored, revision: _rev})
  })

  it('counts only the events that this listener receives', async () => {
    const pair = listen('*[_id in $ids]', {...editor, params: {ids: ['a', 'drafts.a']}})
    const reader = listen('*')
    await Promise.all([pair.until(1), reader.until(1)])
    write({'drafts.a': {}, 'drafts.b': {}})
    write({'drafts.a': null, a: {}, 'drafts.b': null, b: {}})
    expect(counts(await pair.until(4))).toEqual(['drafts.a 1/1', 'drafts.a 1/2', 'a 2/2'])
    expect(counts(await reader.until(3))).toEqual(['a 1/2', 'b 2/2'])
  })

  it('sends drafts and versions only to listeners who request and may read them', async () => {
    const asked = listen('*', editor)
    const unasked = listen('*', {...editor, includeAllVersions: false})
    const earlier = listen('*', {...editor, includeAllVersions: false, apiVersion: '2021-06-07'})
    const reader = listen('*', {includeAllVersions: true})
    const all = [asked, unasked, earlier, reader]
    await Promise.all(all.map((each) => each.until(1)))
    write({'drafts.a': {}})
    write({'versions.r1.a': {}})
    write({a: {}})
    const both = ['welcome', 'appear drafts.a', 'appear versions.r1.a', 'appear a']
    expect(story(await asked.until(4))).toEqual(both)
    expect(story(await earlier.until(4))).toEqual(both)
    expect(story(await unasked.until(2))).toEqual(['welcome', 'appear a'])
    expect(story(await reader.until(2))).toEqual(['welcome', 'appear a'])
  })

  it('sends missed events once after a lost connection', async () => {
    const heard = listen('*', {...editor, enableResume: true})
    await heard.until(1)
    write({a: {}})
    await heard.until(2)
    running.dropConnections()
    write({b: {}})
    write({c: {}, d: {}})
    await heard.until(7)
    write({e: {}})
    expect(story(await heard.until(8))).toEqual([
      'welcome',
      'appear a',
      'reconnect',
      'welcomeback',
      'appear b',
      'appear c',
      'appear d',
      'appear e',
    ])
  })

  it('starts again if the missed edits may be merged', async () => {
    const heard = listen('*', {...editor, enableResume: true})
    await heard.until(1)
    running.dropConnections()
    write({a: {}})
    write({b: {}})
    running.lake.mergeUpTo(1)
    await heard.until(3)
    write({c: {}})
    expect(story(await heard.until(4))).toEqual(['welcome', 'reconnect', 'reset', 'appear c'])
  })

  it('sends a new welcome to a client that cannot resume', async () => {
    const heard = listen('*', editor)
    await heard.until(1)
    running.dropConnections()
    expect(story(await heard.until(3))).toEqual(['welcome', 'reconnect', 'welcome'])
  })

  it('ends with the session, and the next attempt gets the reason', async () => {
    const heard = listen('*', {...editor, enableResume: true})
    await heard.until(1)
    running.endSession()
    expect(await heard.finished).toMatchObject({name: 'ConnectionFailedError', status: 401})
  })

  it('reports the position of an error in a query, and ends', async () => {
    const heard = listen('*[_type == ', editor)
    expect(await heard.finished).toMatchObject({
      name: 'ChannelError',
      message: expect.stringContaining('*[_type == '),
      data: {error: {type: 'queryParseError', start: 1}},
    })
  })

  it('refuses an unknown dataset for good', async () => {
    const heard = listen('*', {...editor, dataset: 'elsewhere'})
    expect(await heard.finished).toMatchObject({name: 'ConnectionFailedError', status: 404})
  })

  it.each([
    ['/v1/data/listen/production', /needs the parameter "query"/],
    ['/v1/data/listen/production?query=*&$type=article', /\$type is not valid JSON/],
  ])('answers %s with 400 before any stream', async (path, description) => {
    const response = await running.app.request(path)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {description: expect.stringMatching(description)},
    })
  })

  it('drops a listener that disconnects', async () => {
    const heard = listen('*', editor)
    await heard.until(1)
    expect(running.closedStreams.items).toEqual([])
    for (const subscription of subscriptions) subscription.unsubscribe()
    expect(await running.closedStreams.until(1)).toEqual(['uEditor'])
  })

  it('ends for a reader that is too slow, and can be resumed', async () => {
    const response = await running.app.request(
      '/v1/data/listen/production?query=*&includeResult=true',
    )
    for (let n = 0; n < 8; n++) write({a: {n, text: 'x'.repeat(1024 * 1024)}})
    const text = await response.text()
    expect(text.startsWith(':\nretry: 500\n\nevent: welcome\n')).toBe(true)
    const received = text.match(/^event: mutation$/gm)?.length ?? 0
    expect(received).toBeGreaterThan(0)
    expect(received).toBeLessThan(8)
  })
})

describe('GET /data/live/events', () => {
  it('sends the changed tags to the real client', async () => {
    const heard = collector<unknown>()
    subscriptions.push(client().live.events().subscribe({next: heard.add, error: heard.finish}))
    await heard.until(1)
    write({'drafts.a': {}})
    write({a: {}})
    expect(await heard.until(2)).toEqual([
      {type: 'welcome', id: '0', data: {id: '0'}},
      {type: 'message', id: '2', tags: expect.arrayContaining(['s1:article', 's1:any'])},
    ])
  })

  it('asks callers who want drafts to sign in', async () => {
    const path = '/v1/data/live/events/production?includeDrafts=true'
    expect((await running.app.request(path)).status).toBe(401)
    const signedIn = {headers: {authorization: 'Bearer editor'}}
    const response = await running.app.request(path, signedIn)
    expect(response.status).toBe(200)
    await response.body?.cancel()
  })

  it('refuses an unknown dataset', async () => {
    expect((await running.app.request('/v1/data/live/events/elsewhere')).status).toBe(404)
  })
})

it('parses an anonymous query on a query thread, and a staff query immediately', async () => {
  const open = async (query: string, headers = {}): Promise<void> => {
    const address = `/v2025-02-19/data/listen/production?${new URLSearchParams({query})}`
    const stream = await fetch(`http://127.0.0.1:${running.port}${address}`, {headers})
    expect(stream.status).toBe(200)
    await stream.body?.cancel()
  }
  await open('*[_type == "topic"]')
  await open('*[_type == "article"]', {authorization: 'Bearer editor'})
  expect(running.readElsewhere).toEqual(['*[_type == "topic"]'])
})
