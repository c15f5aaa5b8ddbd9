// The product as its users start it: `npm start`'s own script in a process of its own, on a temporary
// folder, with the demonstration content; and a browser with one context per person.
import {spawn, type ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {launchBrowser} from '../../scripts/browser.ts'
import {ROOT} from '../../server/paths.ts'
import {watchOutside} from './outside.ts'

export interface Newsroom {
  origin: string
  folder: string
  browser: Browser
  /** Sign-in links as printed at the first start, by the person's name. */
  links: ReadonlyMap<string, string>
  /** A browser of one's own for this person, signed in by the printed link. */
  signIn(
    name: string,
    options?: {
      viewport?: {width: number; height: number}
      /** The address of the newsroom that this person uses. */
      at?: string
    },
  ): Promise<Desk>
  /** Runs `npm run copydesk -- …` on the newsroom's folder and answers what it printed. */
  copydesk(...args: string[]): Promise<string>
  /** Stops the server and starts it again on the same port, after `downMs` milliseconds. */
  restart(signal: 'SIGKILL' | 'SIGTERM', downMs?: number): Promise<void>
  close(): Promise<void>
}

export interface Desk {
  context: BrowserContext
  page: Page
  password: string
  email: string
  /** What went wrong: thrown errors, and whatever would lead to another host (`watchOutside`). */
  problems: string[]
  /** Endpoints that the studio asked for and the lake has not, e.g. `GET /data/nothing`. */
  missing: Set<string>
}

const PASSWORD = 'four words of one’s own'

/**
 * Starts server and browser; `close` ends both and deletes the folder.
 *
 * @param host where it listens
 * @param browserArguments of Chromium's own
 * @param environment more variables for the server
 */
export async function startNewsroom({
  host = '127.0.0.1',
  browserArguments = [],
  environment = {},
}: {
  host?: string
  browserArguments?: readonly string[]
  environment?: Readonly<Record<string, string>>
} = {}): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-newsroom-'))
  const browser = await launchBrowser(browserArguments)
  let server = await startServer(folder, {PORT: '0', HOST: host, ...environment})
  const {origin, links} = server
  const port = Number(new URL(origin).port)

  return {
    origin,
    folder,
    browser,
    links,
    async signIn(name, {viewport = {width: 1600, height: 1000}, at = origin} = {}) {
      const link = links.get(name)
      if (!link) throw new Error(`No link was printed for ${name}: ${[...links.keys()].join(', ')}`)
      const context = await browser.newContext({
        viewport,
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      const problems = await watchOutside(context, at)
      const page = await context.newPage()
      const missing = watch(page, problems)
      await page.goto(link.replace(origin, at))
      await page.getByLabel('New password').fill(PASSWORD)
      await page.getByLabel('The same password again').fill(PASSWORD)
      await page.getByRole('button', {name: 'Set password'}).click()
      await page.waitForURL(`${at}/studio**`)
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`
      return {context, page, password: PASSWORD, email, problems, missing}
    },
    copydesk: (...args) => run(['copydesk', ...args, '--data', folder]),
    async restart(signal, downMs = 0) {
      await stop(server.child, signal)
      await sleep(downMs)
      server = await startServer(folder, {PORT: String(port), HOST: host, ...environment})
    },
    async close() {
      await browser.close()
      await stop(server.child, 'SIGTERM')
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

async function startServer(folder: string, environment: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: ROOT,
    env: {...process.env, ...environment, COPYDESK_DATA: folder},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const links = new Map<string, string>()
  let origin = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  for await (const line of createInterface(child.stdout)) {
    origin = /^\s+Studio\s+(\S+)\/studio$/.exec(line)?.[1] ?? origin
    const member = /^\s+(.+?) \([^)]+\)\s+(http\S+\/sign-in\/\S+)$/.exec(line)
    if (member) links.set(member[1] ?? '', member[2] ?? '')
    if (line.startsWith('Ctrl-C stops it')) break
  }
  if (!origin) throw new Error(`The newsroom did not start.\n${errors}`)
  return {child, origin, links}
}

async function stop(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

async function run(args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['scripts/run.mjs', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${errors}`)
  return output.trim()
}

function watch(page: Page, problems: string[]): Desk['missing'] {
  const missing: Desk['missing'] = new Set()
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`))
  page.on('response', (response) => {
    const {pathname} = new URL(response.url())
    const endpoint = /^\/v[\dX][^/]*(\/.*)$/.exec(pathname)?.[1]
    if (response.status() !== 404 || !endpoint) return
    missing.add(
      `${response.request().method()} ${endpoint.replace(/\/documents\/.*/, '/documents/…')}`,
    )
  })
  return missing
}
