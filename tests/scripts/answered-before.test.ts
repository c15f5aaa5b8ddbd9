// What was answered a moment ago goes out again without anybody looking at the request: to the last header as it
// would be answered anew, and only while it would be.
import pino from 'pino'
import {getRequestListener} from '@hono/node-server'
import {createServer, request, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest'
import type {Repetition} from '../../lake/http/repetition.ts'
import {createAnsweredBefore} from '../../scripts/answered-before.ts'
import {HELD, importEmbargoed, mutate} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'

const AUTHORS = '*[_type == "author"] | order(name){name}'
const address = (query: string, more: Record<string, string> = {}): string =>
  `/v2025-02-19/data/query/production?${new URLSearchParams({query, ...more})}`

interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** All that comes back but the time of day, to the last byte. */
function ask(origin: string, {path, method = 'GET', headers = {}, body}: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(origin + path, {method, headers}, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const {statusCode, rawHeaders} = answer
        const date = rawHeaders.indexOf('Date')
        const told = rawHeaders.filter((_, at) => at !== date && at !== date + 1)
        resolve(JSON.stringify([statusCode, told, Buffer.concat(chunks).toString('latin1')]))
      })
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

describe('the lake', () => {
  let lake: TestLake
  let log: string
  beforeEach(async () => {
    log = ''
    const logger = pino({level: 'info'}, {write: (line: string) => void (log += line)})
    lake = await startLake({logger})
    await write({_id: 'ada', _type: 'author', name: 'Ada Ångström 漢'})
  })
  afterEach(() => lake.close())

  async function write(...documents: object[]): Promise<void> {
    const mutations = documents.map((document) => ({createOrReplace: document}))
    expect(await mutate(lake, mutations)).toBe(200)
  }

  /** An answer, and whether the lake was asked for it. */
  async function get(asked: Asked): Promise<{answer: string; isAnew: boolean}> {
    const fetching = vi.spyOn(lake.lake, 'fetch')
    const answer = await ask(lake.origin, asked)
    const isAnew = fetching.mock.calls.length > 0
    fetching.mockRestore()
    return {answer, isAnew}
  }

  /** Asks until nobody looks at the request any more. */
  async function known(asked: Asked): Promise<string> {
    await get(asked)
    await get(asked)
    const {answer, isAnew} = await get(asked)
    expect(isAnew).toBe(false)
    return answer
  }

  const PLAIN = {path: address(AUTHORS)}
  it.each<[string, Asked]>([
    ['plainly', PLAIN],
    ['without the query in it', {path: address(AUTHORS, {returnQuery: 'false'})}],
    ['with a source map', {path: address(AUTHORS, {resultSourceMap: 'true'})}],
    ['with parameters', {path: address('*[_id == $id]', {$id: '"ada"'})}],
    ['in an older version', {path: address(AUTHORS).replace('2025-02-19', '2021-03-25')}],
    ['with two slashes', {path: `/${address(AUTHORS)}`}],
    ['for its head', {...PLAIN, method: 'HEAD'}],
    ['compressed', {...PLAIN, headers: {'accept-encoding': 'gzip, deflate'}}],
    ['better compressed', {...PLAIN, headers: {'accept-encoding': 'br'}}],
    ['for its head, compressed', {...PLAIN, method: 'HEAD', headers: {'accept-encoding': 'br'}}],
    ['with a validator of before', {...PLAIN, headers: {'if-none-match': '"other"'}}],
    ['with any validator', {...PLAIN, headers: {'if-none-match': '*'}}],
    [
      'with any validator, packed',
      {...PLAIN, headers: {'if-none-match': '*', 'accept-encoding': 'br'}},
    ],
    ['by a script of another site', {...PLAIN, headers: {'sec-fetch-site': 'cross-site'}}],
    ['over a connection that ends', {...PLAIN, headers: {connection: 'close'}}],
  ])('is asked %s: the answer is the same, whoever gives it', async (_how, asked) => {
    const first = await get(asked)
    const second = await get(asked)
    const third = await get(asked)
    const fourth = await get(asked)
    expect([first, second, third, fourth].map(({isAnew}) => isAnew)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(first.answer).toMatch(/^\[(?:200|304),/)
    for (const {answer} of [second, third, fourth]) expect(answer).toBe(first.answer)
  })

  it.each<[string, () => Asked]>([
    ['with a token', () => ({...PLAIN, headers: {authorization: `Bearer ${lake.readerToken()}`}})],
    ['with a session', () => ({...PLAIN, headers: {cookie: lake.person('editor').cookie}})],
    ['with a cookie of somebody else’s', () => ({...PLAIN, headers: {cookie: 'theme=dark'}})],
    ['by a page of elsewhere', () => ({...PLAIN, headers: {origin: 'https://example.org'}})],
    ['with a body', () => ({...PLAIN, headers: {'content-length': '2'}, body: '{}'})],
    ['by POST', () => ({...PLAIN, method: 'POST', body: JSON.stringify({query: AUTHORS})})],
    ['under a foreign name', () => ({...PLAIN, headers: {host: 'example.org'}})],
    ['for drafts', () => ({path: address(AUTHORS, {perspective: 'drafts'})})],
    ['by the hour', () => ({path: address('now()')})],
    ['for nothing', () => ({path: address(' ')})],
    ['for a page', () => ({path: '/'})],
  ])('looks at what is asked %s each time', async (_how, make) => {
    const asked = make()
    for (let n = 0; n < 4; n++) {
      lake.setTime(START + n * 1_000)
      expect((await get(asked)).isAnew).toBe(true)
    }
  })

  it('answers anew after a commit, also of another process, and knows what did not change', async () => {
    const other = {path: address('*[_type == "section"]')}
    const before = await known(PLAIN)
    await known(other)
    await write({_id: 'bea', _type: 'author', name: 'Bea'})
    const after = await get(PLAIN)
    expect([after.isAnew, after.answer === before]).toEqual([true, false])
    expect(after.answer).toContain('Bea')
    expect((await get(other)).isAnew).toBe(false)
    await known(PLAIN)
    const elsewhere = await startLake({dataFolder: lake.folder, serve: false})
    onTestFinished(() => elsewhere.close())
    const cyd = {createOrReplace: {_id: 'cyd', _type: 'author', name: 'Cyd'}}
    expect(await mutate(elsewhere, [cyd])).toBe(200)
    expect((await get(PLAIN)).answer).toContain('Cyd')
  })

  it('shows what an embargo hid from the second on in which it ends', async () => {
    await importEmbargoed(lake, START + 60_000)
    const asked = {path: address('*[_type == "article"]._id')}
    expect(await known(asked)).not.toContain(HELD.article)
    lake.setTime(START + 60_000)
    const {answer, isAnew} = await get(asked)
    expect(isAnew).toBe(true)
    expect(answer).toContain(HELD.article)
  })

  it('takes nobody’s word for who comes: not of an ended session, nor of an origin that was removed', async () => {
    const {cookie, credential} = lake.person('editor')
    const origin = 'https://front.example.org'
    const {access} = lake.lake.services
    access.cors.add(origin, {credentials: true})
    const staff = {...PLAIN, headers: {cookie}}
    const page = {...PLAIN, headers: {origin}}
    for (let n = 0; n < 3; n++) {
      expect((await get(staff)).answer).toMatch(/^\[200,/)
      expect((await get(page)).answer).toContain(origin)
    }
    access.sessions.end(credential)
    access.cors.remove(origin)
    expect((await get(staff)).answer).toMatch(/^\[401,/)
    expect((await get(page)).answer).not.toContain(origin)
    // Who has never been anybody is not affected.
    expect(await known(PLAIN)).toMatch(/^\[200,/)
  })

  it('tells its log and counts each, with an id of its own', async () => {
    await known(PLAIN)
    await get(PLAIN)
    const lines = log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({method}) => method === 'GET')
    expect(lines).toHaveLength(4)
    for (const line of lines) {
      expect({...lines[0], id: line['id'], ms: line['ms'], time: line['time']}).toEqual(line)
    }
    expect(lines[3]).toMatchObject({address: '127.0.0.1', ms: expect.any(Number), status: 200})
    expect(new Set(lines.map(({id}) => id)).size).toBe(4)
    const metrics = await (await lake.fetch('/metrics')).text()
    expect(metrics).toContain('copydesk_answers_total{kept="yes"} 3\n')
    expect(metrics).toContain('copydesk_answers_total{kept="no"} 1\n')
    const labels = 'route="/v/data/query/:dataset",method="GET",status="200"'
    expect(metrics).toContain(`copydesk_http_requests_total{${labels}} 4\n`)
  })
})

describe('memory', () => {
  it('is bounded: the answer that was asked for last goes last', async () => {
    let made = 0
    const before = createAnsweredBefore(() => 'anywhere', 1_000)
    const fetch = before.keeping((_request, bindings) => {
      made += 1
      const {repetition} = bindings as {repetition: Repetition}
      repetition.isSame = () => true
      return new Response('x'.repeat(300))
    })
    const listener = getRequestListener(fetch)
    const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
      if (!before.answer(incoming, outgoing)) void listener(incoming, outgoing)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const madeFor = async (...paths: string[]): Promise<number> => {
      const first = made
      for (const path of paths) await ask(origin, {path})
      return made - first
    }
    expect(await madeFor('/a', '/b', '/a')).toBe(2)
    expect(await madeFor('/c')).toBe(1)
    expect(await madeFor('/a', '/c')).toBe(0)
    expect(await madeFor('/b')).toBe(1)
  })
})
