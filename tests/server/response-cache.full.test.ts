// A cached response is sent without a look at the request's content: identical to a new response to the
// last header, and only while it would be.
import pino from 'pino'
import {getRequestListener} from '@hono/node-server'
import {createServer, request, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, it, onTestFinished, vi} from 'vitest'
import type {ResponseCachePolicy} from '@copydesk/lake/http'
import {createResponseCache} from '@copydesk/lake/serve'
import {HELD, importEmbargoed, mutate} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'

const AUTHORS = '*[_type == "author"] | order(name){name}'
const address = (query: string, more: Record<string, string> = {}): string =>
  `/v2025-02-19/data/query/production?${new URLSearchParams({query, ...more})}`

const OWN = /^(?:date|x-request-id)$/i

interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** All that comes back but what is each answer’s own, to the last byte. */
function ask(origin: string, {path, method = 'GET', headers = {}, body}: Asked): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(origin, {path, method, headers}, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('error', reject)
      answer.once('end', () => {
        const {statusCode, rawHeaders} = answer
        // A different set of pairs each time.
        const told = rawHeaders.filter((_, at) => !OWN.test(rawHeaders[at - (at % 2)] ?? ''))
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

  /** An answer, whether the lake’s app was asked for it, and how often something was evaluated. */
  async function get(
    asked: Asked,
  ): Promise<{answer: string; isByApp: boolean; evaluations: number}> {
    const fetching = vi.spyOn(lake.lake, 'fetch')
    const evaluating = vi.spyOn(lake.lake.services.engine, 'queryJson')
    const answer = await ask(lake.origin, asked)
    const isByApp = fetching.mock.calls.length > 0
    const evaluations = evaluating.mock.calls.length
    fetching.mockRestore()
    evaluating.mockRestore()
    return {answer, isByApp, evaluations}
  }

  /** Asks until nothing is evaluated and nobody looks at the request any more. */
  async function known(asked: Asked): Promise<string> {
    await get(asked)
    await get(asked)
    const {answer, isByApp, evaluations} = await get(asked)
    expect([isByApp, evaluations]).toEqual([false, 0])
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
  ])('is asked %s: the answer is the same with and without the cache', async (_how, asked) => {
    const first = await get(asked)
    const second = await get(asked)
    const third = await get(asked)
    const fourth = await get(asked)
    expect([first, third, fourth].map(({isByApp}) => isByApp)).toEqual([true, false, false])
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
    ['for nothing', () => ({path: address(' ')})],
    ['for a page', () => ({path: '/'})],
  ])('looks at what is asked %s each time', async (_how, make) => {
    const asked = make()
    for (let n = 0; n < 4; n++) expect((await get(asked)).isByApp).toBe(true)
  })

  it.each([
    ['for drafts', address(AUTHORS, {perspective: 'drafts'})],
    ['by the second', address('now()')],
  ])('evaluates what is asked %s each time', async (_how, path) => {
    for (let n = 0; n < 4; n++) {
      lake.setTime(START + n * 1_000)
      expect((await get({path})).evaluations).toBe(1)
    }
  })

  describe('after another query at the same address', () => {
    /** The response to a query after a different one at its address, and the response of the app to the same query. */
    async function bothWays(asked: Asked, known = PLAIN.path) {
      await get({...asked, path: known})
      const own = await get(asked)
      const {answer: other} = await get({...asked, headers: {...asked.headers, 'x-another': 'way'}})
      return {...own, other}
    }

    it.each<[string, Record<string, string>]>([
      ['itself', {}],
      ['with a parameter', {query: '*[_id == $id]', $id: '"ada"'}],
      ['without the query in the answer', {returnQuery: 'false'}],
      ['in a perspective', {perspective: 'raw'}],
      ['with a source map', {resultSourceMap: 'withKeyArraySelector'}],
      [
        'of many characters',
        {query: `*[name match "漢 'x' ${'(~!*.)'.repeat(20)}"]{_id,  "a": 1}`},
      ],
      ['with parameters that change nothing', {tag: 'site', nonsense: '$'}],
    ])('a query %s gets the same response without the app', async (_what, search) => {
      for (const encoding of ['identity', 'gzip', 'br, gzip']) {
        const headers = {'accept-encoding': encoding}
        const asked = {path: address('*[_type == "author"]{_id}', search), headers}
        const {answer, other, isByApp} = await bothWays(asked)
        expect(isByApp).toBe(false)
        expect(answer).toMatch(/^\[200,/)
        expect(answer).toBe(other)
        await known(asked)
      }
    })

    it.each<[string, Record<string, string>, RegExp]>([
      ['that does not parse', {query: '*[_type == ]'}, /^\[400,.*queryParseError/],
      ['without the value of a parameter', {query: '*[_id == $id]'}, /^\[400,.*queryParseError/],
      ['that fails', {query: 'count(*[0...$n])', $n: '"x"'}, /^\[400,/],
    ])('a query %s is evaluated once and refused by the app', async (_what, search, told) => {
      const {answer, other, evaluations} = await bothWays({path: address('', search)})
      expect(answer).toMatch(told)
      expect(answer).toBe(other)
      expect(evaluations).toBe(1)
    })

    it.each<[string, string]>([
      ['is empty', address(' ')],
      ['has a parameter that is not JSON', address(AUTHORS, {$id: 'ada'})],
      ['names an invalid perspective', address(AUTHORS, {perspective: '!'})],
      ['asks for an explanation', address(AUTHORS, {explain: 'true'})],
      ['has characters that addresses encode', `${address(AUTHORS)}&$a="b"`],
      ['names an unknown dataset', address(AUTHORS).replace('production', 'nowhere')],
      ['names an unknown version', address(AUTHORS).replace('2025-02-19', '2')],
    ])('a query that %s is answered by the app', async (_what, path) => {
      const {answer, other, isByApp} = await bothWays({path})
      expect(isByApp).toBe(true)
      expect(answer).toBe(other)
    })

    it('a query to a dataset that was deleted is answered by the app', async () => {
      const {datasets} = lake.lake.services
      await datasets.create({name: 'spare'}, {machineUser: 'ada'})
      const inSpare = (query: string): Asked => ({
        path: address(query).replace('production', 'spare'),
      })
      expect((await get(inSpare('1'))).answer).toMatch(/^\[200,/)
      await datasets.delete('spare', {machineUser: 'ada'})
      expect((await get(inSpare('2'))).answer).toMatch(/^\[404,.*datasetNotFound/)
    })

    it('a response that the client has is not sent again', async () => {
      const [, etag = ''] =
        /"etag","(\\"[^"]*\\")"/.exec(await ask(lake.origin, {path: address('1')})) ?? []
      const headers = {'if-none-match': etag.replaceAll('\\', '')}
      const {answer, isByApp} = await bothWays({path: address('1'), headers})
      expect([answer.slice(0, 5), isByApp]).toEqual(['[304,', true])
    })

    it('requests from one address share a query limit', async () => {
      await get(PLAIN)
      const evaluating = vi.spyOn(lake.lake.services.engine, 'queryJson')
      await ask(lake.origin, {path: address('2')})
      expect(evaluating.mock.calls.map(([{callers}]) => callers?.parties)).toEqual([['127.0.0.1']])
      evaluating.mockRestore()
    })
  })

  it('answers again after a commit, also of another process, and keeps what did not change', async () => {
    const other = {path: address('*[_type == "section"]')}
    const before = await known(PLAIN)
    await known(other)
    await write({_id: 'bea', _type: 'author', name: 'Bea'})
    const after = await get(PLAIN)
    expect([after.evaluations, after.answer === before]).toEqual([1, false])
    expect(after.answer).toContain('Bea')
    expect(await get(other)).toMatchObject({isByApp: false, evaluations: 0})
    await known(PLAIN)
    const elsewhere = await startLake({dataFolder: lake.folder, serve: false})
    onTestFinished(() => elsewhere.close())
    const cyd = {createOrReplace: {_id: 'cyd', _type: 'author', name: 'Cyd'}}
    expect(await mutate(elsewhere, [cyd])).toBe(200)
    expect((await get(PLAIN)).answer).toContain('Cyd')
  })

  it(
    'shows what an embargo hid from the second on in which it ends',
    {tags: ['full']},
    async () => {
      await importEmbargoed(lake, START + 60_000)
      const asked = {path: address('*[_type == "article"]._id')}
      expect(await known(asked)).not.toContain(HELD.article)
      lake.setTime(START + 60_000)
      const {answer, evaluations} = await get(asked)
      expect(evaluations).toBe(1)
      expect(answer).toContain(HELD.article)
    },
  )

  it('checks who asks: an ended session and a removed origin get nothing', async () => {
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
    const responses = createResponseCache(() => 'anywhere', 1_000)
    const fetch = responses.storing((_request, bindings) => {
      made += 1
      const {cachePolicy} = bindings as {cachePolicy: ResponseCachePolicy}
      cachePolicy.isValid = () => true
      return new Response('x'.repeat(300))
    })
    const listener = getRequestListener(fetch)
    const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
      responses.answer(incoming, outgoing, () => void listener(incoming, outgoing))
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
