// The studio's requests while the server is away.
import 'fake-indexeddb/auto'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {offline} from '../../../../../studio/data/transport/offline.ts'
import {
  forgetAnswers,
  keepHead,
} from '../../../../../studio/plugins/session/offline/kept-answers.ts'
import {recall} from '../../../../../studio/plugins/session/offline/kept-store.ts'
import {workOffline} from '../../../../../studio/plugins/session/offline/work-offline.ts'

const HOST = 'http://desk.local:3333'
const MEI = {id: 'mei', name: 'Mei'}
const LIST = `${HOST}/v2025-02-19/data/query/production?query=*`
const PAIR = `${HOST}/v2025-02-19/data/doc/production/ferry,drafts.ferry`
const LISTEN = `${HOST}/v2025-02-19/data/listen/production?query=*[_id in $ids]&enableResume=true&$ids=${encodeURIComponent('["ferry","drafts.ferry"]')}`

beforeEach(() => void vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']}))
afterEach(async () => {
  vi.useRealTimers()
  await forgetAnswers()
  offline.become({isAway: false, isIncomplete: false})
})

interface Asked {
  path: string
  method: string
  lastEventId: string | null
}

/** A page whose server answers, or is away. */
function openPage({isAway = false, person = MEI, href = `${HOST}/studio`} = {}) {
  const asked: Asked[] = []
  const listeners = new Set<() => void>()
  let state: 'open' | 'lost' = isAway ? 'lost' : 'open'
  let back = Promise.withResolvers<void>()
  if (!isAway) back.resolve()
  const answers = new Map<string, () => Response>([
    ['/v1/users/me', () => Response.json(person)],
    ['/v2025-02-19/data/query/production', () => Response.json({result: ['now']})],
    [
      '/v2025-02-19/data/doc/production/ferry,drafts.ferry',
      () => Response.json({documents: [{_id: 'drafts.ferry', _type: 'article', headline: 'A'}]}),
    ],
    [
      '/v2025-02-19/data/listen/production',
      () =>
        new Response('event: welcome\nid: 40\ndata: {}\n\n', {
          headers: {'content-type': 'text/event-stream'},
        }),
    ],
  ])
  const page = {
    location: {href},
    fetch: (async (input: RequestInfo | URL, init?: RequestInit) => {
      const {pathname} = new URL(String(input), HOST)
      await Promise.race([
        back.promise,
        new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
        ),
      ])
      asked.push({
        path: pathname,
        method: init?.method ?? 'GET',
        lastEventId: new Headers(init?.headers).get('last-event-id'),
      })
      return answers.get(pathname)?.() ?? Response.json({})
    }) as typeof fetch,
  }
  const gate = {identified: [] as string[], waits: 0}
  workOffline(page, {
    lake: {protocol: 'http:', host: 'desk.local:3333', projectId: 'copydesk'},
    connection: {
      state: () => state,
      subscribe: (listener: () => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    gate: {
      identify: ({id}: {id: string}) => gate.identified.push(id),
      wait: async () => {
        gate.waits++
        answers.set('/v1/users/me', () => Response.json(MEI))
      },
    },
  } as never)
  const become = (next: typeof state): void => {
    state = next
    if (next === 'lost') back = Promise.withResolvers()
    for (const listener of listeners) listener()
    if (next === 'open') back.resolve()
  }
  if (isAway) become('lost')
  return {asked, gate, become, answers, get: async (url: string) => await page.fetch(url), page}
}

/** Bodies are read beside the studio, and written down together. */
async function written(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
  await vi.advanceTimersByTimeAsync(1000)
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** A page that opens while the server is away. */
async function openAway(options: Parameters<typeof openPage>[0] = {}) {
  const page = openPage({...options, isAway: true})
  await vi.advanceTimersByTimeAsync(0)
  return page
}

/** What a page reads that is online, written down. */
async function read(...urls: string[]): Promise<ReturnType<typeof openPage>> {
  const desk = openPage()
  for (const url of [`${HOST}/v1/users/me`, ...urls]) await (await desk.get(url)).text()
  await written()
  return desk
}

describe('a page that opens while the server is away', () => {
  test('reads what was read before, and tells who works here', async () => {
    await read(LIST, PAIR)
    const {get, gate, asked} = await openAway()
    const answers = await Promise.all([`${HOST}/v1/users/me`, LIST, PAIR].map(get))
    expect(await answers[0]?.json()).toEqual(MEI)
    expect(await answers[1]?.json()).toEqual({result: ['now']})
    expect(await answers[2]?.json()).toMatchObject({documents: [{headline: 'A'}]})
    expect(gate.identified).toEqual(['mei'])
    expect(asked).toEqual([])
  })

  test('waits for what was never read, and says so', async () => {
    await read(LIST)
    const {get, become} = await openAway()
    const waiting = get(PAIR)
    await expect.poll(() => offline.get()).toEqual({isAway: true, isIncomplete: true})
    become('open')
    expect(await (await waiting).json()).toMatchObject({documents: [{headline: 'A'}]})
    expect(offline.get()).toEqual({isAway: false, isIncomplete: false})
  })

  test('begins a stream, which goes on from the log position of its documents', async () => {
    const before = await read(LISTEN, PAIR)
    keepHead('production', 'drafts.ferry', {_type: 'article', headline: 'A2'})
    before.answers.set('/v2025-02-19/data/listen/production', () => new Response('id: 90\n\n'))
    await (await before.get(LISTEN)).text()
    await written()
    await written()
    const {get, become, asked} = await openAway()
    expect(await (await get(PAIR)).json()).toMatchObject({documents: [{headline: 'A2'}]})
    const stream = await get(LISTEN)
    const reader = stream.body!.getReader()
    const welcome = new TextDecoder().decode((await reader.read()).value)
    expect(welcome).toMatch(/^event: welcome\nid: 40\n/)
    const next = reader.read()
    become('open')
    expect(new TextDecoder().decode((await next).value)).toContain('id: 40')
    expect(asked.map(({lastEventId}) => lastEventId)).toEqual(['40'])
  })

  test('asks once who is signed in before it sends what waits', async () => {
    await read(LIST)
    const {get, page, become, asked, gate} = await openAway()
    await get(`${HOST}/v1/users/me`)
    const save = `${HOST}/v2025-02-19/data/actions/production`
    const saving = ['one document', 'another'].map((body) =>
      page.fetch(save, {method: 'POST', body}),
    )
    become('open')
    await Promise.all(saving)
    expect(gate.waits).toBe(0)
    expect(asked.map(({path}) => path)).toEqual([
      '/v1/users/me',
      '/v2025-02-19/data/actions/production',
      '/v2025-02-19/data/actions/production',
    ])
  })

  test('sends no words in the name of another person', async () => {
    await read(LIST)
    const {get, page, become, asked, gate} = await openAway({person: {id: 'tomas', name: 'Tomas'}})
    await get(`${HOST}/v1/users/me`)
    const saving = page.fetch(`${HOST}/v2025-02-19/data/actions/production`, {method: 'POST'})
    become('open')
    await saving
    expect(gate.waits).toBe(1)
    expect(asked.map(({path}) => path)).toEqual([
      '/v1/users/me',
      '/v1/users/me',
      '/v2025-02-19/data/actions/production',
    ])
  })
})

describe('a page that loses the server', () => {
  test('waits for a restart, and reads what is kept when it takes longer', async () => {
    const {get, become} = await read(LIST)
    become('lost')
    let isAnswered = false
    const reading = get(LIST).then((response) => {
      isAnswered = true
      return response
    })
    await vi.advanceTimersByTimeAsync(4900)
    expect(isAnswered).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(offline.get().isAway).toBe(true)
    expect(await (await reading).json()).toEqual({result: ['now']})
  })

  test('reads from the server after a restart', async () => {
    const {get, become, answers} = await read(LIST)
    become('lost')
    const reading = get(LIST)
    await vi.advanceTimersByTimeAsync(4000)
    answers.set('/v2025-02-19/data/query/production', () => Response.json({result: ['newer']}))
    become('open')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(offline.get().isAway).toBe(false)
    expect(await (await reading).json()).toEqual({result: ['newer']})
  })
})

test('another person finds nothing of what the one before has read', async () => {
  await read(LIST)
  const other = openPage({person: {id: 'tomas', name: 'Tomas'}})
  await (await other.get(`${HOST}/v1/users/me`)).text()
  await expect.poll(async () => (await recall(['person'])).get('person')).toBe('tomas')
  const {get} = await openAway()
  void get(LIST)
  await expect.poll(() => offline.get().isIncomplete).toBe(true)
})

test('other requests pass through, and errors are not kept', async () => {
  const {get, page, asked, answers} = await read()
  answers.set('/v2025-02-19/data/query/production', () => new Response('no', {status: 500}))
  expect((await get(LIST)).status).toBe(500)
  await page.fetch(`${HOST}/v2025-02-19/acts/production`, {method: 'POST', body: '{}'})
  await page.fetch(`${HOST}/images/a.jpg`)
  expect(asked.map(({method, path}) => `${method} ${path}`)).toEqual([
    'GET /v1/users/me',
    'GET /v2025-02-19/data/query/production',
    'POST /v2025-02-19/acts/production',
    'GET /images/a.jpg',
  ])
  await written()
  const away = await openAway()
  void away.get(LIST)
  await expect.poll(() => offline.get().isIncomplete).toBe(true)
})
