// The server or the network goes down while somebody writes: the form stays, and so does every
// character. Longer and more often: `outage.soak.test.ts`.
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {BrowserContext} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {STUDIO_BUILD} from '../../server/paths.ts'
import {openContent, type Content} from '../support/content.ts'
import {generator} from '../support/generator.ts'
import {startNewsroom, type OwnNewsroom} from '../support/newsroom.ts'
import {sitDown, withoutLine} from '../support/outage.ts'
import {field, hasFiles, openDocument} from '../support/studio.ts'

const ARTICLE = 'article-night-ferry'
/** The studio's requests time out earlier. Milliseconds. */
const OUTAGE = 7_000

let newsroom: OwnNewsroom
let content: Content
let context: BrowserContext
beforeAll(async () => {
  newsroom = await startNewsroom()
  content = openContent(newsroom)
  const desk = await newsroom.signIn('Ingrid Vassall')
  context = desk.context
  await content.draft(ARTICLE, {})
  await desk.page.close()
})
afterAll(() => newsroom.close())

it('a server that restarts loses neither the form nor a word', async () => {
  const course = {article: ARTICLE, place: 'body', review: true, draw: generator(1)} as const
  const writing = await sitDown({newsroom, content, context}, course, '')
  const notice = writing.page.getByTestId('connection-lost')
  const stop = writing.begin()
  await writing.typed(10)
  const restarting = newsroom.restart('SIGTERM', OUTAGE)
  await notice.waitFor()
  await restarting
  await notice.waitFor({state: 'detached'})
  await stop()
  await writing.holdKept()
  await writing.page.close()
})

it('a network that is down loses neither a new article nor a word', async () => {
  const course = {place: 'headline', review: true, draw: generator(2)} as const
  const writing = await sitDown({newsroom, content, context}, course, 'offline')
  const {page} = writing
  const notice = page.getByTestId('connection-lost')
  const stop = writing.begin()
  await writing.typed(10)
  await withoutLine([context], async () => {
    await notice.waitFor()
    await page.waitForTimeout(OUTAGE)
  })
  await notice.waitFor({state: 'detached'})
  await stop()
  await writing.holdKept()
  await page.close()
})

it('a save whose response is lost writes nothing twice', async () => {
  const page = await context.newPage()
  await openDocument(page, newsroom.origin, ARTICLE, 'article')
  const input = field(page, 'headline').locator('textarea:not([readonly])')
  const before = await input.inputValue()
  let lost = 0
  await page.route('**/data/actions/**', async (route) => {
    if (lost++ > 0) return await route.continue()
    await route.fetch()
    return await route.abort('connectionreset')
  })
  await input.press('ControlOrMeta+End')
  await input.pressSequentially(' Once')
  const stored = () => content.asEditor(`*[_id == "drafts.${ARTICLE}"][0].headline`)
  await expect.poll(() => lost).toBeGreaterThan(1)
  await input.pressSequentially(' only')
  await expect.poll(stored).toBe(`${before} Once only`)
  expect(await input.inputValue()).toBe(`${before} Once only`)
  await page.close()
})

it('scripts that the studio has not needed yet are available offline', async () => {
  const page = await context.newPage()
  await page.goto(`${newsroom.origin}/studio/structure`)
  const files = readdirSync(join(STUDIO_BUILD, 'static')).filter((name) => /\.(js|css)$/.test(name))
  await expect.poll(() => hasFiles(page), {timeout: 90_000, interval: 500}).toBe(true)
  await context.setOffline(true)
  // As text, because Vitest would make another import of it.
  const refused = await page.evaluate<string[]>(`(async () => {
    const failed = []
    for (const name of ${JSON.stringify(files)}) {
      const url = '/studio/static/' + name
      await (name.endsWith('.js') ? import(url) : fetch(url)).catch(() => failed.push(name))
    }
    return failed
  })()`)
  await context.setOffline(false)
  await page.close()
  expect(files.length).toBeGreaterThan(100)
  expect(refused).toEqual([])
})

it('a window whose first script breaks off is loaded again', async () => {
  // Nothing of the studio is in this browser yet.
  const fresh = await newsroom.signIn('Ingrid Vassall')
  const {page} = fresh
  let broken = 0
  // The second attempt shows that this does not end after the first one.
  await page.route('**/static/WorkspaceLoader-*.js', (route) =>
    broken++ < 2 ? route.abort('failed') : route.continue(),
  )
  await page.goto(`${newsroom.origin}/studio/structure`)
  await page.getByText('The studio did not load completely.').waitFor()
  await page.getByTestId('structure-tool-list-pane').first().waitFor()
  expect(broken).toBe(3)
  await fresh.context.close()
})
