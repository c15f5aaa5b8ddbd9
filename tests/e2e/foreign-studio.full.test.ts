// A Sanity studio that is not ours, on the lake's packages as a foreign project installs them: the blank template with the
// change that packages/lake/README.md shows, under plain `sanity dev` and `sanity build`.
import {createClient} from '@sanity/client'
import {spawn, type ChildProcess} from 'node:child_process'
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {BLANK_TEMPLATE} from '../fixtures/blank-template.ts'
import {freePort} from '../support/free-port.ts'
import {sharedBrowser} from '../support/newsroom.ts'
import {PASSWORD} from '../support/prepared-newsroom.ts'
import {create, field} from '../support/studio.ts'

const PICTURE = fileURLToPath(new URL('../fixtures/photos/exif-gps.jpg', import.meta.url))
const README = readFileSync(join(ROOT, 'packages/lake/README.md'), 'utf8')
/** They come from this repository, so that nothing is downloaded. */
const INSTALLED = ['sanity', 'react', 'react-dom', 'styled-components', '@sanity/vision']
/** Files that the studio's own page names. Without a network the browser goes on without them. */
const NAMED_OUTSIDE = [
  /^https:\/\/core\.sanity-cdn\.com\/bridge\.js$/,
  /^https:\/\/[\w-]+static\.sanity\.io\/[\w.-]+\.woff2$/,
]

const folder = mkdtempSync(join(tmpdir(), 'foreign-studio-'))
const studio = join(folder, 'studio')
const children = new Set<ChildProcess>()
const ports = {lake: 0, dev: 0, built: 0}
const origin = (name: keyof typeof ports): string => `http://localhost:${ports[name]}`
let lake: Program
let link = ''
let context: BrowserContext
/** A window of the studio under development, and one of the built studio. */
let one: Page
let two: Page
const problems: string[] = []

interface Program {
  output: string
  child: ChildProcess
  ended: Promise<number | null>
}

/**
 * Resolves once the program has ended well, or printed `until`.
 *
 * @throws with what it printed where it ends otherwise
 */
async function run(command: string, args: string[], cwd: string, until?: RegExp): Promise<Program> {
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const child = spawn(command, args, {
    cwd,
    // A group of its own: npm, its shell and the program are stopped together, as by Ctrl+C.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: path,
      NODE_COMPILE_CACHE: undefined,
      NODE_ENV: undefined,
      NODE_OPTIONS: '',
      DO_NOT_TRACK: '1',
    },
  })
  children.add(child)
  let output = ''
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      children.delete(child)
      resolve(code)
    })
  })
  const printed = new Promise<'printed'>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (until?.test(output)) resolve('printed')
      })
    }
  })
  const outcome = await Promise.race([ended, printed])
  if (outcome !== (until ? 'printed' : 0)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${outcome}: ${output}`)
  }
  return {output, child, ended}
}

const npx = (args: string[], until?: RegExp): Promise<Program> =>
  run('npx', ['--no-install', ...args], studio, until)

const startLake = (): Promise<Program> => {
  const origins = `--allow-origin ${origin('dev')} --allow-origin ${origin('built')}`
  const line = `copydesk-lake --data ./data --port ${ports.lake} ${origins}`
  return npx(line.split(' '), /Ctrl\+C stops it\./)
}

/** The command of the README that begins so, without npx. */
function documented(beginning: string): string[] {
  const line = README.split('\n').find((text) => text.startsWith(`npx ${beginning}`))
  if (!line) throw new Error(`packages/lake/README.md has no command "npx ${beginning}"`)
  return line.split(' ').slice(1)
}

/** The template's file as the README's diff changes it. */
function changed(before: string): string {
  const [, diff = ''] = /```diff\n--- sanity\.config\.ts\n([^]*?)```/.exec(README) ?? []
  const lines = diff.split('\n').slice(0, -1)
  const without = (mark: string): string =>
    lines.flatMap((line) => (line.startsWith(mark) ? [] : [`${line.slice(1)}\n`])).join('')
  expect(without('+')).toBe(before)
  expect(lines.filter((line) => /^[-+]/.test(line)).length).toBeLessThanOrEqual(5)
  return without('-')
}

async function install(): Promise<void> {
  mkdirSync(join(studio, 'schemaTypes'), {recursive: true})
  const workspaces = ['--workspace=@copydesk/groq', '--workspace=@copydesk/lake']
  await run('npm', ['pack', ...workspaces, '--pack-destination', folder], ROOT)
  writeFileSync(join(studio, 'package.json'), '{"private": true}')
  const tarballs = globSync('*.tgz', {cwd: folder}).map((name) => join(folder, name))
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline']
  await run('npm', ['install', ...quiet, ...tarballs], studio)
  for (const name of INSTALLED) {
    symlinkSync(join(ROOT, 'node_modules', name), join(studio, 'node_modules', name))
  }
  symlinkSync('../sanity/bin/sanity', join(studio, 'node_modules/.bin/sanity'))
  for (const [name, text] of Object.entries(BLANK_TEMPLATE)) writeFileSync(join(studio, name), text)
  // The port is the only difference: another program may have the usual one.
  const config = changed(BLANK_TEMPLATE['sanity.config.ts'])
  writeFileSync(
    join(studio, 'sanity.config.ts'),
    config.replace('localLake()', `localLake({url: '${origin('lake')}'})`),
  )
}

beforeAll(async () => {
  for (const name of ['lake', 'dev', 'built'] as const) ports[name] = await freePort()
  await install()
  lake = await startLake()
  link = /http:\S+\/sign-in\/\S+/.exec(lake.output)?.[0] ?? ''
  context = await (
    await sharedBrowser()
  ).newContext({viewport: {width: 1400, height: 900}, reducedMotion: 'reduce'})
  // The first page of `sanity dev` waits until the studio's modules are bundled.
  context.setDefaultTimeout(90_000)
  // There is no network.
  await context.route(
    ({hostname}) => hostname !== 'localhost',
    (route) => {
      const url = route.request().url()
      if (!NAMED_OUTSIDE.some((named) => named.test(url))) problems.push(`asked for ${url}`)
      return route.abort()
    },
  )
  context.on('weberror', (error) => problems.push(error.error().message))
  context.on('response', (response) => {
    const {port, pathname} = new URL(response.url())
    if (port === String(ports.lake) && response.status() >= 400) {
      problems.push(`${response.status()} ${response.request().method()} ${pathname}`)
    }
  })
}, 300_000)

afterAll(async () => {
  await context?.close()
  for (const {pid} of children) process.kill(-Number(pid), 'SIGKILL')
  rmSync(folder, {recursive: true, force: true, maxRetries: 5})
})

const title = (page: Page) => field(page, 'title').locator('input')
const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask, {timeout: 20_000, interval: 100}).toEqual(expected)

it('is built by "sanity build", and runs under "sanity dev"', async () => {
  await npx(['sanity', 'build'])
  const served = /running at|localhost:/
  await npx(['sanity', 'preview', '--port', String(ports.built)], served)
  await npx(['sanity', 'dev', '--port', String(ports.dev)], served)
})

it('leads to the sign-in page, and the first link leads into the studio', async () => {
  one = await context.newPage()
  await one.goto(origin('dev'))
  await one.waitForURL(`${origin('lake')}/login?**`)
  await one.goto(link)
  await one.getByLabel('New password').fill(PASSWORD)
  await one.getByLabel('The same password again').fill(PASSWORD)
  await one.getByRole('button', {name: 'Set password'}).click()
  await one.waitForURL(`${origin('dev')}/structure`)
})

it('shows in each of two windows what is typed in the other', async () => {
  await create(one, 'recipe')
  await field(one, 'title').locator('input:not([readonly])').fill('Herring')
  two = await context.newPage()
  // The list says where the document is.
  await two.goto(`${origin('built')}/structure/recipe`)
  await two.getByRole('link', {name: 'Herring'}).click()
  await field(two, 'title').locator('input:not([readonly])').waitFor()
  await title(two).press('End')
  await title(two).pressSequentially(' in oats')
  await becomes(() => title(one).inputValue(), 'Herring in oats')
  await title(one).press('End')
  await title(one).pressSequentially(', fried')
  await becomes(() => title(two).inputValue(), 'Herring in oats, fried')
})

it('takes a picture and publishes the document', async () => {
  await one.locator('input[type="file"]').setInputFiles(PICTURE)
  // Drawn in the other window, from the lake.
  const drawn = two.locator(`img[src^="${origin('lake')}/images/local/production/"]`).first()
  await becomes(() => drawn.evaluate(({naturalWidth}: HTMLImageElement) => naturalWidth > 1), true)
  await one.getByTestId('action-publish').click()
  await one.getByText('was published').waitFor()
})

it('answers Vision', async () => {
  await one.getByRole('link', {name: 'Vision'}).click()
  await one.getByTestId('vision-query-editor').locator('.cm-content').click()
  await one.keyboard.insertText('*[_type == "recipe"]{"words": title}')
  await one.getByRole('button', {name: 'Fetch'}).click()
  const result = one.getByTestId('vision-result')
  await result.getByText('Herring in oats, fried').waitFor()
})

it('answers the client, by its token’s role', async () => {
  const clientOf = async (role: string) => {
    const {output} = await npx(['copydesk-lake', '--data', './data', 'token', '--role', role])
    return createClient({
      projectId: 'local',
      dataset: 'production',
      apiVersion: '2025-02-19',
      apiHost: origin('lake'),
      useProjectHostname: false,
      useCdn: false,
      token: output.trim(),
    })
  }
  const viewer = await clientOf('viewer')
  const pictures = '*[_type == "recipe"]{title, "width": image.asset->metadata.dimensions.width}'
  expect(await viewer.fetch(pictures)).toEqual([{title: 'Herring in oats, fried', width: 640}])
  const document = {_type: 'anything', _id: 'any', at: 1}
  await expect(viewer.create(document)).rejects.toMatchObject({statusCode: 403})
  expect(await (await clientOf('editor')).create(document)).toMatchObject(document)
})

it('is exported and imported by Sanity’s command line', async () => {
  const query = ['copydesk-lake', '--data', './data', 'sanity', 'documents', 'query']
  const titles = async () => (await npx([...query, '*[_type == "recipe"].title'])).output
  await npx(documented('copydesk-lake --data ./data sanity dataset export'))
  await title(two).press('End')
  await title(two).pressSequentially(' twice')
  await two.getByTestId('action-publish').click()
  await expect.poll(titles, {timeout: 30_000, interval: 500}).toContain('fried twice')
  const {output} = await npx(documented('copydesk-lake --data ./data sanity dataset import'))
  expect(output).toMatch(/Imported 2 documents/)
  expect(await titles()).toContain('"Herring in oats, fried"')
})

it('goes on after the lake was stopped and started again', async () => {
  process.kill(-Number(lake.child.pid), 'SIGINT')
  await lake.ended
  lake = await startLake()
  expect(lake.output).not.toContain('/sign-in/')
  await field(two, 'title').locator('input:not([readonly])').fill('Mackerel')
  await two.locator('[data-testid="action-publish"]:not([data-disabled="true"])').click()
  const query = new URL(`${origin('lake')}/v2025-02-19/data/query/production`)
  query.searchParams.set('query', '*[_type == "recipe"].title')
  const read = async () => (await (await fetch(query)).json()) as {result: string[]}
  await becomes(async () => (await read()).result, ['Mackerel'])
})

it('asked for nothing elsewhere, and got no error', () => {
  expect(problems).toEqual([])
})
