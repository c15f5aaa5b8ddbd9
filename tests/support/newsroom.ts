// A running newsroom with the demonstration content, and a browser with one context per person.
import {spawn} from 'node:child_process'
import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {inject} from 'vitest'
import type {RoleName} from '../../model/roles.ts'
import {launchBrowser} from '../../scripts/browser.ts'
import {findAccount, machineUser, signInLink} from '../../server/commands/accounts.ts'
import {withAccess} from '../../server/commands/data-folder.ts'
import {ROOT} from '../../server/paths.ts'
import {KEPT_STYLES} from '../../studio/build/kept-styles.ts'
import {watchOutside} from './foreign-hosts.ts'
import {PASSWORD} from './prepared-newsroom.ts'
import {startServer} from './server-process.ts'

export interface Newsroom {
  origin: string
  folder: string
  browser: Browser
  /** Tokens of programs, by role. */
  tokens: Record<(typeof TOKENS)[number], string>
  /** A browser context of this person's own, signed in. */
  signIn(
    name: string,
    options?: {
      viewport?: {width: number; height: number}
      /** `block` where a test answers requests itself: those of a page with a worker may pass it by. */
      serviceWorkers?: 'allow' | 'block'
      /** The address of the newsroom that this person uses. */
      at?: string
      /** What the page opens, e.g. `/studio`; without it the page is empty. */
      path?: string
      /** Signs in by setting a password behind this link, and comes to the studio. */
      link?: string
    },
  ): Promise<Desk>
  /** Adds a person without an account, and answers the link that sets their password. */
  invite(name: string, role: RoleName): Promise<string>
  /** Ends all sessions of a person: disables the account and enables it again. */
  endSessions(person: Pick<Desk, 'email'>): Promise<void>
  /** Runs `npm run copydesk -- …` on the newsroom's folder and answers what it printed. */
  copydesk(...args: string[]): Promise<string>
  /** Ends what this file opened: contexts, and the server unless it is shared. */
  close(): Promise<void>
}

export interface OwnNewsroom extends Newsroom {
  /** Stops the server and starts it again on the same port, after `downMs` milliseconds. */
  restart(signal: 'SIGKILL' | 'SIGTERM', downMs?: number): Promise<void>
  /** Stops the server while `work` runs, and starts it again on the same port. */
  withoutServer(work: () => Promise<void>): Promise<void>
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

const TOKENS = ['editor', 'importer', 'administrator'] as const

const WIDE = {width: 1600, height: 1000}

/** For what a busy machine shows late. */
export const PATIENCE_MS = 60_000

/** The files of a worker run one after the other in one browser. It ends with the worker. */
let launched: Promise<Browser> | undefined
export const sharedBrowser = (): Promise<Browser> => (launched ??= launchBrowser())

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`

/**
 * The newsroom that test files share. Each file writes in documents of its own, and leaves people's accounts
 * and the site's settings as they are.
 */
export async function openNewsroom(): Promise<Newsroom> {
  const {origin, folder} = inject('newsroom').shared
  const browser = await sharedBrowser()
  return {...(await openDoors(browser, {origin, folder})), close: () => closeContexts(browser)}
}

/**
 * Starts a server of the file's own on a copy of the prepared newsroom.
 *
 * @param prepared a data folder of another newsroom, to be copied
 * @param host where it listens
 * @param browserArguments of Chromium's own; they start another browser
 * @param environment more variables for the server
 */
export async function startNewsroom({
  prepared = inject('newsroom').folder,
  host = '127.0.0.1',
  browserArguments = [],
  environment = {},
}: {
  prepared?: string
  host?: string
  browserArguments?: readonly string[]
  environment?: Readonly<Record<string, string>>
} = {}): Promise<OwnNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-newsroom-'))
  cpSync(prepared, folder, {recursive: true})
  const isOwn = browserArguments.length > 0
  const browser = await (isOwn ? launchBrowser(browserArguments) : sharedBrowser())
  let server = await startServer(folder, {HOST: host, ...environment})
  const {origin} = server
  const {port} = new URL(origin)
  const start = async (): Promise<void> => {
    server = await startServer(folder, {HOST: host, ...environment, PORT: port})
  }
  return {
    ...(await openDoors(browser, {origin, folder})),
    async restart(signal, downMs = 0) {
      await server.stop(signal)
      await sleep(downMs)
      await start()
    },
    async withoutServer(work) {
      await server.stop()
      await work().finally(start)
    },
    async close() {
      await (isOwn ? browser.close() : closeContexts(browser))
      await server.stop()
      rmSync(folder, {recursive: true, force: true})
    },
  }
}

/** Later windows have the style rules of earlier ones, as in a browser that has been in the studio before. */
let keptStyles: string | null = null

async function closeContexts(browser: Browser): Promise<void> {
  const read = (key: string) => localStorage.getItem(key)
  for (const context of browser.contexts()) {
    // A page that shows an error has no store.
    for (const page of context.pages())
      keptStyles ??= await page.evaluate(read, KEPT_STYLES).catch(() => null)
    await context.close()
  }
}

/** A newsroom that somebody else started, for people and programs. */
export async function openDoors(
  browser: Browser,
  {origin, folder}: {origin: string; folder: string},
): Promise<Omit<Newsroom, 'close'>> {
  const {sessions} = inject('newsroom')
  const tokens = await makeTokens(folder)
  return {
    origin,
    folder,
    browser,
    tokens,
    async signIn(name, {viewport = WIDE, serviceWorkers = 'allow', at = origin, path, link} = {}) {
      const session = sessions[name]
      if (!session && !link)
        throw new Error(`${name} has no session: ${Object.keys(sessions).join(', ')}`)
      const context = await browser.newContext({
        viewport,
        serviceWorkers,
        // Half of the time that a studio takes to come is drawing what moves while one waits.
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
        ...(session && {storageState: signedIn(session, at)}),
      })
      context.setDefaultTimeout(PATIENCE_MS)
      const problems = await watchOutside(context, at)
      const page = await context.newPage()
      const missing = watch(page, problems)
      if (link) await setPassword(page, link, at)
      else if (path) await page.goto(at + path)
      return {context, page, password: PASSWORD, email: emailOf(name), problems, missing}
    },
    invite: (name, role) =>
      withAccess(folder, {}, async ({people}) => {
        const person = {email: emailOf(name), name, roles: [role]}
        return signInLink(await people.invite(person, machineUser()), {origin})
      }),
    endSessions: ({email}) =>
      withAccess(folder, {}, async (access) => {
        const {id} = findAccount(access, email)
        for (const disabled of [true, false])
          await access.people.change(id, {disabled}, machineUser())
      }),
    copydesk: (...args) => run(['copydesk', ...args, '--data', folder]),
  }
}

function makeTokens(folder: string): Promise<Newsroom['tokens']> {
  return withAccess(folder, {}, ({tokens}) => {
    const secretOf = (role: string) => tokens.create({name: 'test', role}).secret
    const [editor, importer, administrator] = TOKENS.map(secretOf) as [string, string, string]
    return {editor, importer, administrator}
  })
}

/** A cookie does not tell the ports of a host apart: the session opens every copy. */
function signedIn(value: string, at: string) {
  const {hostname: domain} = new URL(at)
  const cookie = {path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax'} as const
  const localStorage = keptStyles ? [{name: KEPT_STYLES, value: keptStyles}] : []
  return {
    cookies: [{name: 'copydesk_session', value, domain, ...cookie}],
    origins: [{origin: at, localStorage}],
  }
}

async function setPassword(page: Page, link: string, at: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByLabel('The same password again').fill(PASSWORD)
  await page.getByRole('button', {name: 'Set password'}).click()
  await page.waitForURL(`${at}/studio**`)
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
