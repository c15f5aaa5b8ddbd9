// A newsroom on Sanity's hosted Content Lake: the studio is built with a project ID and served without a lake. In place of
// the hosted lake there is one of ours without the newsroom's rules, behind HTTP/2 and TLS.
import {spawn, type ChildProcess} from 'node:child_process'
import {readFileSync, mkdtempSync, rmSync} from 'node:fs'
import {createSecureServer, type Http2ServerRequest, type Http2ServerResponse} from 'node:http2'
import {request as httpRequest, type IncomingMessage} from 'node:http'
import {connect, type AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Duplex} from 'node:stream'
import {setTimeout as sleep} from 'node:timers/promises'
import {listen} from '@copydesk/lake/serve'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {launchBrowser} from '../../scripts/browser.ts'
import {buildStudio} from '../../server/build.ts'
import {createPages} from '../../server/pages.ts'
import {ROOT} from '../../server/paths.ts'
import {freePort} from './free-port.ts'
import {PATIENCE_MS, type Newsroom} from './newsroom.ts'
import {PASSWORD} from './prepared-newsroom.ts'
import {stop} from './server-process.ts'

const PROJECT_ID = 'abc123de'
/** Made by `openssl req -x509` for this file. The browser of these tests takes any certificate. */
const CERTIFICATE = readFileSync(join(ROOT, 'tests/fixtures/hosted-api.pem'))

export interface HostedNewsroom {
  /** Serves the studio. */
  origin: string
  /** The lake without TLS, for programs, with tokens that have all rights. */
  lake: Pick<Newsroom, 'origin' | 'tokens'>
  browser: Browser
  /** A browser context of its own, signed in as the administrator. */
  signIn(): Promise<{context: BrowserContext; page: Page}>
  /** Stops the lake and starts it again on the same port, after `downMs` milliseconds. */
  restart(signal: 'SIGKILL' | 'SIGTERM', downMs?: number): Promise<void>
  /** Stops the lake while `work` runs. The studio is still served. */
  withoutServer(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Builds a studio, which takes half a minute. */
export async function startHostedNewsroom(): Promise<HostedNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-hosted-'))
  const studioBuild = join(folder, 'studio')
  await buildStudio(studioBuild, {SANITY_STUDIO_PROJECT_ID: PROJECT_ID})
  const pages = await listen({
    host: '127.0.0.1',
    port: 0,
    fetch: createPages({
      site: async () => new Response('', {status: 404}),
      studioBuild,
      studioBuildBefore: join(folder, 'none'),
      hosted: true,
    }),
  })
  const origin = `http://127.0.0.1:${pages.port}`
  const lakePort = await freePort()
  const data = join(folder, 'data')
  const settings = ['--data', data, '--port', String(lakePort), '--project-id', PROJECT_ID]
  const startLake = () => run([...settings, '--allow-origin', origin], /Ctrl\+C stops it\./)
  let lake = await startLake()
  const lakeOrigin = `http://127.0.0.1:${lakePort}`
  const cookie = await signInBy(/http:\S+\/sign-in\/\S+/.exec(lake.output)?.[0] ?? '')
  const token = (await run([...settings, '--role', 'administrator', 'token'])).output.trim()
  const proxy = await startProxy(lakePort)
  const hosts = `MAP *.sanity.io 127.0.0.1:${proxy.port}, MAP *.sanity-cdn.com ~NOTFOUND`
  const browser = await launchBrowser([
    `--host-resolver-rules=${hosts}`,
    '--ignore-certificate-errors',
  ])
  return {
    origin,
    lake: {origin: lakeOrigin, tokens: {editor: token, importer: token, administrator: token}},
    browser,
    async signIn() {
      const context = await browser.newContext({
        viewport: {width: 1600, height: 1000},
        reducedMotion: 'reduce',
        ignoreHTTPSErrors: true,
        storageState: {cookies: [{...cookie, ...HOSTED_COOKIE}], origins: []},
      })
      context.setDefaultTimeout(PATIENCE_MS)
      return {context, page: await context.newPage()}
    },
    async restart(signal, downMs = 0) {
      await stop(lake.child, signal)
      await sleep(downMs)
      lake = await startLake()
    },
    async withoutServer(work) {
      await stop(lake.child)
      await work().finally(async () => {
        lake = await startLake()
      })
    },
    async close() {
      await browser.close()
      proxy.close()
      await stop(lake.child)
      await pages.close()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

const HOSTED_COOKIE = {
  domain: `.api.sanity.io`,
  path: '/',
  expires: -1,
  httpOnly: true,
  secure: true,
  sameSite: 'None',
} as const

async function signInBy(link: string): Promise<{name: string; value: string}> {
  const body = new URLSearchParams({password: PASSWORD, again: PASSWORD})
  const answer = await fetch(link, {method: 'POST', body, redirect: 'manual'})
  const [, name = '', value = ''] =
    /^([^=]+)=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? []
  if (!value) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`)
  return {name, value}
}

/** Runs `copydesk-lake` until it prints `until`, else to its end. */
async function run(args: string[], until?: RegExp): Promise<{child: ChildProcess; output: string}> {
  const program = join(ROOT, 'packages/lake/bin/copydesk-lake.js')
  const child = spawn(process.execPath, ['--conditions=@copydesk/source', program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (until?.test(output)) resolve()
    })
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(output + errors))))
  })
  return {child, output}
}

/** Sanity's front: while the lake is away it says so in a response that pages of other origins may not read. */
async function startProxy(lakePort: number): Promise<{port: number; close: () => void}> {
  const server = createSecureServer({key: CERTIFICATE, cert: CERTIFICATE, allowHTTP1: true})
  const sockets = new Set<Duplex>()
  server.on('connection', (socket: Duplex) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('request', (request, response) => forward(request, response, lakePort))
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    tunnel(request, socket, lakePort)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function forward(incoming: Http2ServerRequest, response: Http2ServerResponse, port: number): void {
  const named = Object.entries(incoming.headers).filter(([name]) => !name.startsWith(':'))
  const headers = {...Object.fromEntries(named), host: `127.0.0.1:${port}`}
  const {method, url: path} = incoming
  const onward = httpRequest({host: '127.0.0.1', port, method, path, headers}, (answer) => {
    const kept = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.has(name))
    response.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept))
    answer.pipe(response)
    answer.once('error', () => response.stream.destroy())
  })
  onward.once('error', () => {
    if (!response.headersSent) response.writeHead(503, {'content-type': 'text/plain'})
    response.end()
  })
  response.once('close', () => onward.destroy())
  incoming.pipe(onward)
}

/** HTTP/2 has none of these. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

function tunnel({method, url, headers}: IncomingMessage, socket: Duplex, port: number): void {
  const onward = connect(port, '127.0.0.1', () => {
    const named = Object.entries({...headers, host: `127.0.0.1:${port}`})
    const lines = named.map(([name, value]) => `${name}: ${String(value)}`)
    onward.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    socket.pipe(onward).pipe(socket)
  })
  for (const end of [socket, onward]) {
    end.on('error', () => {})
    end.once('close', () => {
      socket.destroy()
      onward.destroy()
    })
  }
}
