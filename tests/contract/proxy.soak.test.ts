// @module-tag soak
// The newsroom behind a real proxy that ends TLS and speaks HTTP/2, as docs/operating.md sets it up.
import {createHash, randomBytes} from 'node:crypto'
import {connect, type ClientHttp2Session, type IncomingHttpHeaders} from 'node:http2'
import {brotliDecompressSync} from 'node:zlib'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {WebSocket} from 'ws'
import {launchBrowser} from '../../scripts/browser.ts'
import {readEnvironment} from '../../server/environment.ts'
import {startNewsroom, type Running} from '../../server/newsroom.ts'
import {temporaryFolder} from '../server/support.ts'
import {field, openNewArticle} from '../support/studio.ts'
import {
  isInstalled,
  loopback,
  PROXY_HOST,
  proxyAddress,
  startProxy,
  type ProxyName,
  type TlsProxy,
} from '../support/tls-proxy.ts'

const LISTEN = '/v2025-02-19/data/listen/production'
const MEGABYTE = 1_000_000

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

const PROXIES: ProxyName[] = ['Caddy', 'nginx']
// npm does not offer them, so nothing is tried with a proxy that is not installed.
for (const name of PROXIES.filter((one) => !isInstalled(one))) {
  it.skip(`behind ${name}, which is not installed on this machine`, () => {})
}

describe.each(PROXIES.filter(isInstalled))('behind %s', (name) => {
  let newsroom: Running
  let proxy: TlsProxy
  let session: ClientHttp2Session
  let token: string

  beforeAll(async () => {
    const {origin, port} = await proxyAddress()
    const environment = readEnvironment({
      PORT: '0',
      PUBLIC_URL: origin,
      TRUST_PROXY: 'loopback',
      COPYDESK_DATA: temporaryFolder(),
    })
    let upstream = 0
    newsroom = await startNewsroom(environment, () => {}, {
      demonstration: false,
      onListening: (own) => void (upstream = own),
    })
    proxy = await startProxy(name, port, upstream)
    token = newsroom.lake.services.access.tokens.create({name: 'bot', role: 'importer'}).secret
    // Only browsers look the name up. HTTP/2 is required.
    session = connect(origin, {ca: proxy.ca, servername: PROXY_HOST, lookup: loopback})
  })
  afterAll(async () => {
    session?.close()
    await proxy?.close()
    await newsroom?.close()
  })

  /** @param body written whole, of any size */
  const send = (headers: Record<string, string>, body?: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const stream = session.request({':method': body ? 'POST' : 'GET', ...headers})
      let answered: IncomingHttpHeaders = {}
      const chunks: Buffer[] = []
      stream.on('response', (received) => void (answered = received))
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('error', reject)
      stream.on('close', () => reject(new Error('No answer')))
      stream.on('end', () => {
        resolve({
          status: Number(answered[':status']),
          headers: answered,
          body: Buffer.concat(chunks),
        })
      })
      stream.end(body)
    })
  const write = (headline: string): Promise<Answer> =>
    send(
      {':path': '/v2025-02-19/data/mutate/production', authorization: `Bearer ${token}`},
      Buffer.from(
        JSON.stringify({
          mutations: [{createOrReplace: {_id: 'drafts.story', _type: 'article', headline}}],
        }),
      ),
    )

  it('answers over HTTP/2, only under its own name', async () => {
    const {status, body} = await send({':path': '/healthz'})
    expect([status, JSON.parse(body.toString())]).toEqual([200, {status: 'ok'}])
    expect(session.alpnProtocol).toBe('h2')
  })

  it('passes on events immediately', async () => {
    const stream = session.request({
      ':path': `${LISTEN}?query=*&includeAllVersions=true`,
      authorization: `Bearer ${token}`,
    })
    let text = ''
    const received = async function* () {
      for await (const chunk of stream) yield String(chunk)
    }
    const chunks = received()
    const until = async (part: string): Promise<void> => {
      while (!text.includes(part)) {
        const {done, value} = await chunks.next()
        if (done) throw new Error(`The stream ended after ${text}`)
        text += value
      }
    }
    await until('event: welcome')
    // The stream stays open: a proxy that buffered the response would show nothing of this.
    const times: number[] = []
    for (const words of ['One', 'Two', 'Three']) {
      const began = performance.now()
      await write(words)
      await until(`"headline":"${words}"`)
      times.push(Math.round(performance.now() - began))
    }
    console.log(`Through TLS and HTTP/2 from write to event: ${times.join(', ')} ms`)
    stream.close()
    expect(Math.max(...times)).toBeLessThan(2_000)
  })

  it('passes on the studio’s WebSocket', async () => {
    const socket = new WebSocket(`${proxy.origin.replace('https', 'wss')}/v1/mux`, {
      ca: proxy.ca,
      lookup: loopback,
      headers: {origin: proxy.origin},
    })
    const frames: string[] = []
    const welcome = new Promise<void>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('message', (data: Buffer) => {
        frames.push(data.toString())
        if (data.toString().includes('event: welcome')) resolve()
      })
    })
    await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))
    socket.send(JSON.stringify({type: 'open', id: 1, url: `${LISTEN}?query=*`, headers: {}}))
    await welcome
    expect(JSON.parse(frames[0] ?? '')).toMatchObject({type: 'head', id: 1, status: 200})
    socket.close()
  })

  it('refuses the WebSocket to pages of another site', async () => {
    const socket = new WebSocket(`${proxy.origin.replace('https', 'wss')}/v1/mux`, {
      ca: proxy.ca,
      lookup: loopback,
      headers: {origin: 'https://elsewhere.example'},
    })
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
    expect(error.message).toContain('403')
  })

  it('accepts a file of a hundred megabytes, and sends any part of it', async () => {
    const bytes = randomBytes(100 * MEGABYTE)
    const began = performance.now()
    const {status, body} = await send(
      {
        ':path': '/v2025-02-19/assets/files/production?filename=footage.bin',
        'content-type': 'application/octet-stream',
        authorization: `Bearer ${token}`,
      },
      bytes,
    )
    console.log(`100 MB went up in ${Math.round(performance.now() - began)} ms`)
    const {document} = JSON.parse(body.toString()) as {
      document: {size: number; sha1hash: string; url: string}
    }
    expect([status, document.size]).toEqual([200, bytes.length])
    expect(document.sha1hash).toBe(createHash('sha1').update(bytes).digest('hex'))
    expect(document.url.startsWith(`${proxy.origin}/files/`)).toBe(true)
    const part = await send({
      ':path': new URL(document.url).pathname,
      authorization: `Bearer ${token}`,
      range: `bytes=${50 * MEGABYTE}-${50 * MEGABYTE + 99}`,
    })
    expect(part.status).toBe(206)
    expect(part.body.equals(bytes.subarray(50 * MEGABYTE, 50 * MEGABYTE + 100))).toBe(true)
  })

  it('compresses once, with one ETag', async () => {
    const plain = await send({':path': '/'})
    const packed = await send({':path': '/', 'accept-encoding': 'gzip, br'})
    expect(packed.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true)
    expect(packed.headers.etag).toMatch(/^"[^"]+-br"$/)
    const again = await send({
      ':path': '/',
      'accept-encoding': 'gzip, br',
      'if-none-match': String(packed.headers.etag),
    })
    expect([again.status, again.headers.etag]).toEqual([304, packed.headers.etag])
  })

  it('shows who guesses passwords, despite forged headers', async () => {
    const guess = (number: number): Promise<Answer> =>
      send(
        {
          ':path': '/login',
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `198.51.100.${number}`,
          origin: proxy.origin,
          'sec-fetch-site': 'same-origin',
        },
        Buffer.from(`email=nobody${number}%40example.org&password=wrong`),
      )
    const statuses: number[] = []
    for (let number = 0; number < 31; number++) statuses.push((await guess(number)).status)
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401))
    expect(statuses[30]).toBe(429)
  })

  describe('in a browser', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchBrowser()
    })
    afterAll(() => browser?.close())

    it('a journalist signs in, writes, and what she wrote is saved', async () => {
      const {access, documents} = newsroom.lake.services
      const person = {email: 'rosa@example.org', name: 'Rosa Marsh', roles: ['journalist']}
      const {secret} = access.links.create(access.users.add(person).id)
      const context = await browser.newContext({ignoreHTTPSErrors: true})
      const page = await context.newPage()
      const foreign: string[] = []
      page.on('request', (request) => {
        const url = request.url()
        if (/^(?:https?|wss?):/.test(url) && !url.startsWith(proxy.origin)) foreign.push(url)
      })
      await page.goto(`${proxy.origin}/sign-in/${secret}`)
      await page.getByLabel('New password').fill('four words of one’s own')
      await page.getByLabel('The same password again').fill('four words of one’s own')
      await page.getByRole('button', {name: 'Set password'}).click()
      await page.waitForURL(`${proxy.origin}/studio**`)
      const cookies = await context.cookies()
      expect(cookies).toMatchObject([{name: 'copydesk_session', secure: true, httpOnly: true}])

      await openNewArticle(page)
      const headline = field(page, 'headline').locator('textarea:not([readonly])')
      await headline.pressSequentially('The ferry is late again')
      const saved = () =>
        documents
          .ofType('production', 'article')
          .some((article) => article['headline'] === 'The ferry is late again')
      await expect.poll(saved, {timeout: 20_000}).toBe(true)
      const protocols = await page.evaluate(() =>
        [...performance.getEntriesByType('resource')]
          .filter((entry) => entry.name.startsWith(location.origin))
          .map((entry) => (entry as PerformanceResourceTiming).nextHopProtocol),
      )
      expect(new Set(protocols)).toEqual(new Set(['h2']))
      expect(foreign).toEqual([])
      await context.close()
    })
  })
})
