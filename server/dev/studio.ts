// Runs `sanity dev` as a child process on a port of its own, and forwards pages, modules and the WebSocket of hot
// reloading to it.
import {spawn, type ChildProcess} from 'node:child_process'
import {request as httpRequest, type IncomingMessage} from 'node:http'
import {createServer, type AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Duplex} from 'node:stream'
import {setTimeout as wait} from 'node:timers/promises'
import {stripOutsideHosts} from '../../studio/build/strip-outside-hosts.ts'
import {ROOT} from '../paths.ts'
import {studioPolicy} from '../studio-policy.ts'

const LOOPBACK = '127.0.0.1'
const START_MS = 90_000
const POLL_MS = 150

export interface DevStudio {
  fetch(request: Request): Promise<Response>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

/**
 * Resolves once the studio answers.
 *
 * @throws with the tool's own output if it does not start
 */
export async function createDevStudio({
  hosted,
  say,
}: {
  hosted: boolean
  say: (line: string) => void
}): Promise<DevStudio> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [join(ROOT, 'node_modules/sanity/bin/sanity'), 'dev', '--host', LOOPBACK, '--port', `${port}`],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...process.env, DO_NOT_TRACK: '1', NO_UPDATE_NOTIFIER: '1', NODE_ENV: 'development'},
    },
  )
  let output = ''
  // It prints an address that is not the one to open: its output is shown only if it fails.
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  }
  await untilItAnswers(port, child).catch((error: unknown) => {
    child.kill()
    throw new Error(`The studio could not be started.\n${output.trim()}`, {cause: error})
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.removeAllListeners('data').on('data', (text: string) => say(text.trimEnd()))
  }
  let closing = false
  child.once('exit', () => {
    if (!closing) say('The studio under development has ended: stop with Ctrl-C and start again.')
  })

  return {
    fetch: (request) => forward(port, request, hosted),
    upgrade: (request, socket, head) => forwardUpgrade(port, request, socket, head),
    close: () =>
      new Promise((resolve) => {
        closing = true
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve()
          return
        }
        child.once('exit', () => resolve())
        child.kill()
      }),
  }
}

/** Pages get our security headers, and lose their links to other hosts. */
async function forward(port: number, request: Request, hosted: boolean): Promise<Response> {
  const {pathname: asked, search, host} = new URL(request.url)
  const pathname = asked === '/studio' ? '/studio/' : asked
  const headers = new Headers(request.headers)
  for (const name of ['host', 'connection', 'accept-encoding']) headers.delete(name)
  const response = await fetch(`http://${LOOPBACK}:${port}${pathname}${search}`, {
    method: request.method,
    headers,
    redirect: 'manual',
  })
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response
  const answered = new Headers(response.headers)
  for (const name of ['content-length', 'etag']) answered.delete(name)
  const html = stripOutsideHosts(await response.text())
  answered.set('content-security-policy', studioPolicy({html, hosted, host}))
  return new Response(html, {status: response.status, headers: answered})
}

/** Connects a socket to the child process, which answers the handshake itself. */
function forwardUpgrade(port: number, request: IncomingMessage, socket: Duplex, head: Buffer) {
  const onward = httpRequest({
    host: LOOPBACK,
    port,
    path: request.url,
    headers: {...request.headers, host: `${LOOPBACK}:${port}`},
  })
  const drop = (): void => {
    socket.destroy()
    onward.destroy()
  }
  socket.on('error', drop)
  onward.on('error', drop)
  onward.on('response', drop)
  onward.on('upgrade', ({rawHeaders}, other, otherHead) => {
    const lines = rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\r\n`))
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`)
    if (otherHead.length > 0) socket.write(otherHead)
    if (head.length > 0) other.write(head)
    other.on('error', drop)
    other.on('close', () => socket.destroy())
    socket.on('close', () => other.destroy())
    other.pipe(socket).pipe(other)
  })
  onward.end()
}

async function untilItAnswers(port: number, child: ChildProcess): Promise<void> {
  const end = performance.now() + START_MS
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`)
    const response = await fetch(`http://${LOOPBACK}:${port}/studio/`).catch(() => null)
    if (response?.ok) return
    await wait(POLL_MS)
  }
  throw new Error(`It did not answer within ${START_MS / 1000} s.`)
}

/** `sanity dev` takes port 0 for its default port, so a free one is looked for here. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, LOOPBACK, resolve)
  })
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
