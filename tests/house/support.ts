// `npm start` or `npm run dev` as a process of its own, and what it printed.
import {spawn, type ChildProcess} from 'node:child_process'
import {afterAll} from 'vitest'
import {ROOT} from '../../server/paths.ts'
export {temporaryFolder} from '../support/temporary-folder.ts'

const RUNNING = 'Ctrl-C stops it.'
const children = new Set<ChildProcess>()

afterAll(() => children.forEach(killGroup))

function killGroup({pid}: ChildProcess): void {
  try {
    process.kill(-Number(pid), 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}

export interface Started {
  /** What `Site`, `Studio` and `API` name; empty where it did not start. */
  addresses: {site: string; studio: string; api: string}
  /** Lines printed so far. */
  output(): string
  errors(): string
  /** Sends the signal and answers the exit code. `group`: as a terminal does, to all of its processes. */
  stop(signal: 'SIGINT' | 'SIGTERM', to?: 'group'): Promise<number | null>
  ended: Promise<number | null>
}

/** Resolves once the addresses are printed, or once it has ended without. */
export function start(
  environment: Record<string, string>,
  script: 'start' | 'dev' = 'start',
): Promise<Started> {
  return follow([process.execPath, 'scripts/run.mjs', script], environment)
}

/** `npm start`, the process that a process manager or a terminal knows, in a process group of its own. */
export function startByNpm(environment: Record<string, string>, until = RUNNING): Promise<Started> {
  return follow(['npm', 'start'], environment, until)
}

/** The same, and whatever reads its output has gone once it runs. */
export function startWithoutReader(environment: Record<string, string>): Promise<Started> {
  const reader = `{ sed '/ Studio /q'; echo '${RUNNING}'; }`
  return follow(['sh', '-c', `npm start | ${reader}`], environment)
}

async function follow(
  [command = '', ...args]: string[],
  environment: Record<string, string>,
  until = RUNNING,
): Promise<Started> {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: {...withoutSettings(), ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  children.add(child)
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => void (errors += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    })
  })
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes(until)) resolve()
    })
  })
  await Promise.race([ready, ended])
  const address = (name: string): string => new RegExp(`${name}\\s+(\\S+)`).exec(output)?.[1] ?? ''
  return {
    addresses: {site: address('Site'), studio: address('Studio'), api: address('API')},
    output: () => output,
    errors: () => errors,
    ended,
    stop(signal, to) {
      process.kill(to === 'group' ? -Number(child.pid) : Number(child.pid), signal)
      return ended
    },
  }
}

/** This process's environment, without what would set the newsroom up otherwise, `.env` included. */
function withoutSettings(): Record<string, string | undefined> {
  const names = [
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'TRUST_PROXY',
    'SITE',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_TRUST_EMAIL',
    'PASSWORD_SIGN_IN',
    'METRICS_TOKEN',
    'LOG_LEVEL',
    'SLOW_QUERY_MS',
    'QUERY_MEMORY_MB',
    'SMTP_URL',
    'SMTP_FROM',
    'SANITY_STUDIO_PROJECT_ID',
    'SANITY_STUDIO_DATASET',
  ]
  return {...process.env, ...Object.fromEntries(names.map((name) => [name, '']))}
}
