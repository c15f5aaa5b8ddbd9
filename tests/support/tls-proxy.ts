// A proxy that ends TLS, with the configuration that docs/server/ shows, on a free port and with a
// certificate of its own making.
import {spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import type {LookupFunction} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {connect} from 'node:tls'
import {ROOT} from '../../server/paths.ts'
import {freePort} from './free-port.ts'

/** A name that browsers resolve only on this machine. */
export const PROXY_HOST = 'newsroom.localhost'

export interface TlsProxy {
  /** As a person types it. */
  origin: string
  /** What its certificate is trusted by. */
  ca: string
  close(): Promise<void>
}

export type ProxyName = 'Caddy' | 'nginx'

interface Recipe {
  /** Arguments that make it say its version. */
  version: [command: string, ...string[]]
  /** Writes what it needs into the folder, and answers how to start it and what to trust. */
  prepare(
    folder: string,
    ports: {own: number; upstream: number},
  ): {command: [string, ...string[]]; certificate: string}
}

const shown = (file: string, upstream: number): string =>
  readFileSync(join(ROOT, 'docs/server', file), 'utf8').replace(
    '127.0.0.1:3333',
    `127.0.0.1:${upstream}`,
  )

/** Debian: `apt-get install caddy nginx`. */
const RECIPES: Record<ProxyName, Recipe> = {
  Caddy: {
    version: ['caddy', 'version'],
    prepare(folder, {own, upstream}) {
      const options = ['admin off', 'skip_install_trust', 'auto_https disable_redirects']
      const site = shown('Caddyfile', upstream).replace(
        /^newsroom\.example\.org \{/m,
        `${PROXY_HOST}:${own} {\n\ttls internal`,
      )
      const file = join(folder, 'Caddyfile')
      writeFileSync(file, `{\n\t${options.join('\n\t')}\n}\n${site}`)
      return {
        command: ['caddy', 'run', '--config', file, '--adapter', 'caddyfile'],
        certificate: join(folder, 'caddy/pki/authorities/local/root.crt'),
      }
    },
  },
  nginx: {
    version: ['nginx', '-v'],
    prepare(folder, {own, upstream}) {
      const [certificate, key] = [join(folder, 'own.pem'), join(folder, 'own.key')]
      const request = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=${PROXY_HOST} -addext subjectAltName=DNS:${PROXY_HOST}`
      const files = ['-keyout', key, '-out', certificate]
      const made = spawnSync('openssl', request.split(' ').concat(files))
      if (made.status !== 0) throw new Error(`No certificate was made.\n${made.stderr.toString()}`)
      const site = shown('nginx.conf', upstream)
        .replace('listen 443 ssl', `listen 127.0.0.1:${own} ssl`)
        .replace('newsroom.example.org;', `${PROXY_HOST};`)
        .replace('/etc/ssl/newsroom.example.org.pem', certificate)
        .replace('/etc/ssl/private/newsroom.example.org.key', key)
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join('\n')
      const file = join(folder, 'whole.conf')
      writeFileSync(
        file,
        `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp {\n${temporary}\n${site}}\n`,
      )
      return {command: ['nginx', '-p', folder, '-e', 'stderr', '-c', file], certificate}
    },
  },
}

export function isInstalled(name: ProxyName): boolean {
  const [command, ...args] = RECIPES[name].version
  return spawnSync(command, args).status === 0
}

/** Takes a port before there is anything behind it, as the newsroom has to know its public address. */
export async function proxyAddress(): Promise<{origin: string; port: number}> {
  const port = await freePort()
  return {origin: `https://${PROXY_HOST}:${port}`, port}
}

/** @param upstream the port of the newsroom itself */
export async function startProxy(
  name: ProxyName,
  own: number,
  upstream: number,
): Promise<TlsProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-proxy-'))
  const {command, certificate} = RECIPES[name].prepare(folder, {own, upstream})
  const [program, ...args] = command
  const child = spawn(program, args, {
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
  // Caddy serves before it has made its certificate.
  for (let tries = 0; !(existsSync(certificate) && (await answers(own, certificate))); tries++) {
    if (child.exitCode !== null || tries > 200) {
      await close()
      throw new Error(`${name} did not start.\n${said}`)
    }
    await wait(50)
  }
  return {origin: `https://${PROXY_HOST}:${own}`, ca: readFileSync(certificate, 'utf8'), close}
}

/** Names below `localhost` are not looked up everywhere. */
export const loopback: LookupFunction = (_name, {all}, answer) => {
  if (all) answer(null, [{address: '127.0.0.1', family: 4}])
  else answer(null, '127.0.0.1', 4)
}

function answers(port: number, certificate: string): Promise<boolean> {
  return new Promise((resolve) => {
    const ca = readFileSync(certificate)
    const socket = connect({host: '127.0.0.1', port, ca, servername: PROXY_HOST})
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.once('secureConnect', () => {
      resolve(true)
      socket.end()
    })
  })
}
