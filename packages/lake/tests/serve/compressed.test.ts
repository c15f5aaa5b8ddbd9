// Public responses are compressed for clients that accept it, each encoding with a validator of
// its own; all else goes out as it is.
import {expect, test} from 'vitest'
import {brotliDecompressSync, gunzipSync} from 'node:zlib'
import {COMPRESS, compressed} from '../../src/serve/compressed.ts'

const TEXT = 'All the news that fits. '.repeat(100)
const HTML = {'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, no-cache'}

interface Answered {
  body?: BodyInit | null
  status?: number
  headers?: Record<string, string>
}

/** A server with one page, as the site answers: 304 where its validator is known. */
function server({body = TEXT, status = 200, headers = {...HTML, etag: '"abc"'}}: Answered = {}) {
  let asked = 0
  const answer = compressed((request) => {
    asked++
    const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
    if (known.includes('"abc"') || known.includes('*'))
      return new Response(null, {status: 304, headers: {etag: '"abc"', 'cache-control': 'public'}})
    return new Response(request.method === 'HEAD' ? null : body, {status, headers})
  })
  return {
    asked: () => asked,
    ask: async (encoding?: string, more: Record<string, string> = {}, init: RequestInit = {}) => {
      const accept: Record<string, string> =
        encoding === undefined ? {} : {'accept-encoding': encoding}
      const {path = '/', ...others} = more
      const headers = {...accept, ...others}
      return await answer(new Request(`http://localhost${path}`, {...init, headers}), {})
    },
  }
}

const header = (response: Response, name: string) => response.headers.get(name)

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['BR;q=0.5, GZIP', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.1', 'gzip', gunzipSync],
] as const)('a client that accepts %j gets %s', async (accepted, encoding, unpack) => {
  const response = await server().ask(accepted)
  expect(header(response, 'content-encoding')).toBe(encoding)
  expect(header(response, 'etag')).toBe(`"abc-${encoding}"`)
  expect(header(response, 'vary')).toBe('Accept-Encoding')
  const bytes = await response.bytes()
  expect(bytes.length).toBeLessThan(TEXT.length / 2)
  expect(unpack(bytes).toString()).toBe(TEXT)
})

test.each(['br', 'gzip'] as const)(
  'what is made in %s takes no more memory than its bytes',
  async (name) => {
    const bytes = await COMPRESS[name](Buffer.from(TEXT))
    expect(bytes.buffer.byteLength).toBe(bytes.length)
  },
)

test.each([undefined, '', 'identity', 'br;q=0', 'deflate'])(
  'a client that accepts %j gets no encoding, and caches learn that others may differ',
  async (accepted) => {
    const response = await server().ask(accepted)
    expect(header(response, 'content-encoding')).toBeNull()
    expect(header(response, 'etag')).toBe('"abc"')
    expect(header(response, 'vary')).toBe('Accept-Encoding')
    expect(await response.text()).toBe(TEXT)
  },
)

test('a body that the client has is not sent again, under the client’s ETag', async () => {
  const {ask} = server()
  for (const [accepted, tag] of [
    ['br', '"abc-br"'],
    ['gzip, br', '"abc-gzip"'],
    ['br', '"abc"'],
    [undefined, '"abc"'],
  ] as const) {
    for (const known of [tag, `"other-br", ${tag}`]) {
      const response = await ask(accepted, {'if-none-match': known})
      expect([response.status, header(response, 'etag')]).toEqual([304, tag])
      expect(header(response, 'vary')).toBe('Accept-Encoding')
    }
  }
  const weak = await ask('br', {'if-none-match': 'W/"abc-br"'})
  expect([weak.status, header(weak, 'etag')]).toEqual([304, '"abc-br"'])
  const any = await ask('br', {'if-none-match': '*'})
  expect([any.status, header(any, 'etag')]).toEqual([304, '"abc-br"'])
})

test('a body in an encoding that the client no longer accepts is sent again', async () => {
  for (const accepted of [undefined, 'gzip']) {
    const response = await server().ask(accepted, {'if-none-match': '"abc-br"'})
    expect(response.status).toBe(200)
  }
  expect((await server().ask('br', {'if-none-match': '"old-br"'})).status).toBe(200)
})

test('HEAD has the headers of GET', async () => {
  const {ask} = server()
  const get = await ask('br')
  const head = await ask('br', {}, {method: 'HEAD'})
  expect(await head.text()).toBe('')
  expect([...head.headers]).toEqual([...get.headers])
})

test('other Vary headers stay', async () => {
  const headers = {...HTML, etag: '"abc"', vary: 'Cookie, Origin'}
  const response = await server({headers}).ask('br')
  expect(header(response, 'vary')).toBe('Cookie, Origin, Accept-Encoding')
})

test('a change is compressed again', async () => {
  let [text, etag] = ['old', '"1"']
  const answer = compressed(() => new Response(text, {headers: {...HTML, etag}}))
  const get = async () => {
    const request = new Request('http://localhost/', {headers: {'accept-encoding': 'gzip'}})
    return gunzipSync(await (await answer(request, {})).bytes()).toString()
  }
  expect([await get(), await get()]).toEqual(['old', 'old'])
  text = 'new'
  etag = '"2"'
  expect([await get(), await get()]).toEqual(['new', 'new'])
})

test('a file whose address changes with its content needs no ETag', async () => {
  const headers = {
    'content-type': 'text/javascript',
    'cache-control': 'public, max-age=31536000, immutable',
  }
  const {ask, asked} = server({headers})
  const all = await Promise.all([ask('br'), ask('br')])
  for (const response of all) {
    expect(header(response, 'etag')).toBeNull()
    expect(brotliDecompressSync(await response.bytes()).toString()).toBe(TEXT)
  }
  expect(asked()).toBe(2)
})

const etag = '"abc"'
const cached = {'cache-control': 'public, no-cache', etag}
const as = (type: string, more: Record<string, string> = cached): Answered => ({
  headers: {'content-type': type, ...more},
})
const UNTOUCHED: [what: string, answered: Answered, more?: Record<string, string>][] = [
  ['an event stream', as('text/event-stream')],
  ['an export', as('application/x-ndjson')],
  ['a picture', as('image/png')],
  ['an uploaded file', as('text/plain'), {path: '/files/copydesk/production/a.txt'}],
  ['what is for one person', as('text/html', {'cache-control': 'private, no-store', etag})],
  ['a preview', as('text/html', {'cache-control': 'no-store', etag})],
  ['what has no validator', as('text/html', {'cache-control': 'no-cache'})],
  ['what has a weak one', as('text/html', {'cache-control': 'public', etag: 'W/"abc"'})],
  ['an error', {status: 404, ...as('text/html')}],
]

test.each(UNTOUCHED)('%s is sent unchanged', async (_what, answered, more) => {
  const response = await server(answered).ask('br, gzip', more)
  expect(header(response, 'content-encoding')).toBeNull()
  expect(header(response, 'vary')).toBeNull()
  expect(header(response, 'etag')).toBe(answered.headers?.['etag'] ?? null)
  expect(await response.text()).toBe(TEXT)
})

test('a stream is passed on while it runs', async () => {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('data: first\n\n'))
    },
  })
  const headers = {'content-type': 'text/event-stream', ...cached}
  const response = await server({body: stream, headers}).ask('br')
  const {value} = await response.body!.getReader().read()
  expect(new TextDecoder().decode(value)).toBe('data: first\n\n')
})

test('responses to writes are unchanged', async () => {
  const response = await server().ask('br', {}, {method: 'POST', body: 'x'})
  expect(header(response, 'content-encoding')).toBeNull()
})
