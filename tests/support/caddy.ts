// Caddy with the configuration that docs/proxy/Caddyfile shows, on a free port, with a certificate of
// its own making.
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import type {LookupFunction} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {connect} from 'node:tls'
import {ROOT} from '../../scripts/paths.ts'
import {freePort} from './free-port.ts'

/** A name that browsers look up on this machine alone. */
export const PROXY_HOST = 'newsroom.localhost'

export interface Caddy {
  /** As a person types it. */
  origin: string
  port: number
  /** What signs its certificate. */
  ca: string
  close(): Promise<void>
}

/** Debian: `apt-get install caddy`. */
export const hasCaddy = (): boolean => spawnSync('caddy', ['version']).status === 0

/** Takes a port before there is anything behind it, as the newsroom has to know its public address. */
export async function caddyAddress(): Promise<{origin: string; port: number}> {
  const port = await freePort()
  return {origin: `https://${PROXY_HOST}:${port}`, port}
}

/** @param upstream the port of the newsroom itself */
export async function startCaddy(port: number, upstream: number): Promise<Caddy> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-caddy-'))
  const shown = readFileSync(join(ROOT, 'docs/proxy/Caddyfile'), 'utf8')
  const own = shown
    .replace(/^newsroom\.example\.org \{/m, `${PROXY_HOST}:${port} {\n\ttls internal`)
    .replace('127.0.0.1:3333', `127.0.0.1:${upstream}`)
  const options = ['admin off', 'skip_install_trust', 'auto_https disable_redirects']
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, `{\n\t${options.join('\n\t')}\n}\n${own}`)
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: {...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder},
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
    }
    rmSync(folder, {recursive: true, force: true})
  }
  const root = join(folder, 'caddy/pki/authorities/local/root.crt')
  // It serves before it has made its certificate.
  for (let tries = 0; !(existsSync(root) && (await answers(port, readFileSync(root)))); tries++) {
    if (child.exitCode !== null || tries > 200) {
      await close()
      throw new Error(`Caddy did not start.\n${said}`)
    }
    await wait(50)
  }
  return {origin: `https://${PROXY_HOST}:${port}`, port, ca: readFileSync(root, 'utf8'), close}
}

/** Names below `localhost` are not looked up everywhere. */
export const loopback: LookupFunction = (_name, {all}, answer) => {
  if (all) answer(null, [{address: '127.0.0.1', family: 4}])
  else answer(null, '127.0.0.1', 4)
}

function answers(port: number, ca: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({host: '127.0.0.1', port, ca, servername: PROXY_HOST})
    socket.once('secureConnect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('secureConnect', () => socket.end())
  })
}
