// A Sanity studio that is not ours, on the lake's packages as a foreign project installs them: the blank template with the
// change that packages/lake/README.md shows, under plain `sanity dev` and `sanity build`.
import {createClient} from '@sanity/client'
import {fileURLToPath} from 'node:url'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {
  addPlugins,
  documented,
  install,
  npx,
  removeProject,
  type Program,
} from '../support/foreign-project.ts'
import {freePort} from '../support/free-port.ts'
import {sharedBrowser} from '../support/newsroom.ts'
import {PASSWORD} from '../support/prepared-newsroom.ts'
import {create, field} from '../support/studio.ts'

/** What `sanity` prints once it serves a studio. */
const SERVED = /running at|localhost:/
const PICTURE = fileURLToPath(new URL('../fixtures/photos/everything.jpg', import.meta.url))
/** Files that the studio's own page names. Without a network the browser goes on without them. */
const NAMED_OUTSIDE = [
  /^https:\/\/core\.sanity-cdn\.com\/bridge\.js$/,
  /^https:\/\/[\w-]+static\.sanity\.io\/[\w.-]+\.woff2$/,
]

const ports = {lake: 0, dev: 0, built: 0, extended: 0}
const origin = (name: keyof typeof ports): string => `http://localhost:${ports[name]}`
let lake: Program
let link = ''
let context: BrowserContext
/** A window of the studio under development, and one of the built studio. */
let one: Page
let two: Page
const problems: string[] = []

const startLake = (): Promise<Program> => {
  const studios = ['dev', 'built', 'extended'] as const
  const origins = studios.map((name) => `--allow-origin ${origin(name)}`).join(' ')
  const line = `copydesk-lake --data ./data --port ${ports.lake} ${origins}`
  return npx(line.split(' '), /Ctrl\+C stops it\./)
}

beforeAll(async () => {
  for (const name of ['lake', 'dev', 'built', 'extended'] as const) ports[name] = await freePort()
  await install(origin('lake'))
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
  removeProject()
})

const title = (page: Page) => field(page, 'title').locator('input')
const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask).toEqual(expected)

it('is built by "sanity build", and runs under "sanity dev"', async () => {
  await npx(['sanity', 'build'])
  await npx(['sanity', 'preview', '--port', String(ports.built)], SERVED)
  await npx(['sanity', 'dev', '--port', String(ports.dev)], SERVED)
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

it('accepts a picture and publishes the document', async () => {
  await one.locator('input[type="file"]').setInputFiles(PICTURE)
  // Loaded from the lake and shown in the other window.
  const drawn = two.locator(`img[src^="${origin('lake')}/images/local/production/"]`).first()
  await becomes(() => drawn.evaluate(({naturalWidth}: HTMLImageElement) => naturalWidth > 1), true)
  await one.getByTestId('action-publish').click()
  await one.getByText('was published').waitFor()
})

it('answers queries from Vision', async () => {
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
  await expect.poll(titles, {interval: 500}).toContain('fried twice')
  const {output} = await npx(documented('copydesk-lake --data ./data sanity dataset import'))
  expect(output).toMatch(/Imported 2 documents/)
  expect(await titles()).toContain('"Herring in oats, fried"')
})

it('continues after the lake was stopped and started again', async () => {
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

describe('with three of our plugins, each by its line', () => {
  beforeAll(async () => {
    addPlugins()
    await npx(['sanity', 'build', 'extended'])
    await npx(['sanity', 'preview', 'extended', '--port', String(ports.extended)], SERVED)
    await one.goto(`${origin('extended')}/structure`)
  }, 300_000)

  it('counts the characters of its own fields', async () => {
    await create(one, 'recipe')
    await field(one, 'title').locator('input:not([readonly])').fill('Herring, fried in butter')
    await field(one, 'title').getByText('24 of 20 characters').waitFor()
    await title(one).pressSequentially(' and oats')
    await field(one, 'title').getByText('33 of 30 characters').waitFor()
  })

  it('fills the fields of its own picture type from the file', async () => {
    await create(one, 'picture')
    await field(one, 'caption').locator('textarea:not([readonly])').waitFor()
    // Sanity's studio mounts each form a second time, with comments, and an upload in the first one ends.
    const comment = field(one, 'caption').locator('[aria-label="Add comment"]')
    await comment.waitFor({state: 'attached'})
    await one.locator('input[type="file"]').setInputFiles(PICTURE)
    const credit = field(one, 'creditLine').locator('input')
    await becomes(() => credit.inputValue(), 'Tomas Ardley / The Harbour Courier')
  })

  it('manages the people of the lake, with the lake’s own roles', async () => {
    await one.getByRole('link', {name: 'People'}).click()
    await one.getByRole('button', {name: 'Invite a colleague'}).click()
    await one.getByLabel('Name').fill('Rosa Marsh')
    await one.getByLabel('E-mail').fill('rosa@example.org')
    await one.getByLabel('Contributor').check()
    await one.getByRole('button', {name: 'Invite', exact: true}).click()
    await one.getByTestId('sign-in-link').waitFor()
    await one.getByRole('button', {name: 'Done'}).click()
    await one.getByLabel('Role of Rosa Marsh: Contributor').waitFor()
  })
})

it('made no request to other hosts, and had no error', () => {
  expect(problems).toEqual([])
})
