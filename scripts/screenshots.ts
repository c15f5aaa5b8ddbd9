// `npm run screenshots`: the pictures of README and docs, taken from the running product on a
// temporary folder with the demonstration content. Writes docs/images/*.png.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import sharp from 'sharp'
import {launchBrowser} from './browser.ts'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {startNewsroom} from '../server/newsroom.ts'
import {DATASET} from '../server/newsroom-lake.ts'
import {ROOT} from '../server/paths.ts'

const IMAGES = join(ROOT, 'docs/images')
/** A draft that has a body, a quote and a source of its own. */
const DRAFT = 'article-cold-store'
/** Published, with pictures in its body. */
const PUBLISHED = 'article-two-sessions'
/** On the editor's desk: submitted and assigned to her, approved, and changed since the approval. */
const IN_REVIEW = 'article-cellar-insurance'
const APPROVED = 'article-first-snow'
const LAPSED = 'article-anna-brask'
const NOTICE = '/article/who-bid-for-the-tram-depot'
const ARTICLE = '/article/china-two-sessions-why-they-matter'
const FRONT_HEADLINE = 'The barrier that shut itself'
const REMARK = 'The pilot went on board at ten to four, not at four. The log is with me.'
/** As an agency sends it. */
const TEXT = `Economy

The ice house gets a door again

For sixty years Ostrey kept its nets where it once kept its ice. On Saturday the cooperative moves back in.

By Tomas Ardley

The ice house before the walls were cleaned. (© Harbour Courier by Noor Haddow)

“We found the old door under forty years of rope,” said Maren Oakley, chair of the Corran Fishers’ Cooperative. The hinges had been taken for the school’s gate in 1971.

The thaw costs the cooperative a fifth of its catch each summer. A report by the Port Aldon Statistics Office called the loss “the most expensive puddle on the coast.”

Paul Renwick, an engineer who has measured the walls, expects ice to keep until May. “They are thicker than any that we build today,” he said.

Follow The Harbour Courier for more from the harbour.`
const PASSWORD = 'a password for the pictures'
// Wide enough for the page to stand beside the form.
const DESK = {width: 1720, height: 1040}
const MAX_BYTES = 400_000

const folder = mkdtempSync(join(tmpdir(), 'copydesk-screenshots-'))
const lines: string[] = []
const newsroom = await startNewsroom(
  {host: '127.0.0.1', port: 0, dataFolder: folder},
  (line) => void lines.push(line),
)
let browser: Browser | undefined
try {
  browser = await launchBrowser()
  mkdirSync(IMAGES, {recursive: true})
  await takeSite(browser)
  await takeSignIn(browser)
  await takeJournalist(browser)
  await takeEditor(browser)
  await takeAdministrator(browser)
} finally {
  await browser?.close()
  await newsroom.close()
  rmSync(folder, {recursive: true, force: true})
}

async function takeSite(browser: Browser): Promise<void> {
  const views: [name: string, path: string, options: BrowserContextOptions][] = [
    ['site-home', '/', {viewport: {width: 1280, height: 1400}}],
    ['site-home-dark', '/', {viewport: {width: 1280, height: 900}, colorScheme: 'dark'}],
    ['site-article', ARTICLE, {viewport: {width: 1280, height: 1500}}],
    ['site-corrections', '/corrections', {viewport: {width: 1280, height: 1000}}],
    ['site-notice', NOTICE, {viewport: {width: 1280, height: 700}}],
    ['site-article-phone', ARTICLE, {viewport: {width: 390, height: 1100}, deviceScaleFactor: 2}],
  ]
  for (const [name, path, options] of views) {
    const page = await open(browser, path, options)
    await settle(page)
    await take(page, name)
    await page.context().close()
  }
}

async function takeSignIn(browser: Browser): Promise<void> {
  const page = await open(browser, linkOf('Agnes Tollerby'), {viewport: {width: 800, height: 860}})
  await take(page, 'sign-in-link')
  await page.goto(`${newsroom.origin}/login`)
  await take(page, 'sign-in')
  await page.context().close()
}

async function takeJournalist(browser: Browser): Promise<void> {
  const page = await signIn(browser, 'Tomas Ardley')
  await openInStudio(page, DRAFT)
  await showBody(page)
  await take(page, 'studio-journalist')
  await takeOnThePage(await page.context().newPage())
  await takeIntake(await page.context().newPage())
  await takeMishaps(page)
  await page.context().close()
}

/** A text beside what was found in it, and a quotation in the article that it became. */
async function takeIntake(page: Page): Promise<void> {
  await page.setViewportSize({width: 1440, height: 900})
  await page.goto(`${newsroom.origin}/studio/structure`)
  await page.getByRole('button', {name: 'Create new document'}).click()
  await page.getByTestId('create-new-article-from-text').click()
  await page.getByTestId('intake-text').fill(TEXT)
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('intake-result').waitFor()
  await settle(page)
  await take(page, 'studio-intake')
  await page.keyboard.press('Control+Enter')
  await page.getByTestId('intake-open').waitFor()
  await showBody(page)
  const words = page.getByTestId('field-body').getByText('They are thicker').first()
  await words.evaluate((element) => element.scrollIntoView({block: 'center'}))
  await settle(page)
  await words.hover()
  await page.waitForTimeout(500)
  await take(page, 'studio-quotation')
}

/** Words without a connection, a closed window, and a colleague who changed the same words. */
async function takeMishaps(page: Page): Promise<void> {
  const context = page.context()
  const headline = page.getByTestId('field-headline').locator('textarea')
  await headline.press('ControlOrMeta+End')
  await context.setOffline(true)
  await headline.pressSequentially(', and it stays')
  await page.getByTestId('connection-lost').getByText('Unsaved').waitFor()
  await take(page, 'studio-offline')
  // The browser keeps the words within this time.
  await page.waitForTimeout(1000)
  await page.close({runBeforeUnload: false})
  await context.setOffline(false)

  const headlineOfColleague =
    'The cold store on Pier 4 changes hands, and nobody says to whom for a week'
  const patch = {id: `drafts.${DRAFT}`, set: {headline: headlineOfColleague}}
  await newsroom.lake.services.commit({
    dataset: DATASET,
    actor: SYSTEM_ACTOR,
    steps: [() => ({mutations: [{patch}]})],
  })
  const next = await context.newPage()
  await next.setViewportSize(DESK)
  await next.goto(`${newsroom.origin}/studio/structure`)
  await next.getByTestId('unsaved-words').waitFor()
  await settle(next)
  await take(next, 'studio-unsaved')
  await next.getByRole('button', {name: 'Put them back'}).click()
  await next.getByTestId('collisions').waitFor()
  await take(next, 'studio-collision')
}

/** A click on a quote of the page: the quote opens beside it. */
async function takeOnThePage(page: Page): Promise<void> {
  await page.setViewportSize({width: 1440, height: 900})
  const preview = `/preview/article/${PUBLISHED}`
  await page.goto(`${newsroom.origin}/studio/page/article/${PUBLISHED}?preview=${preview}`)
  const frame = page.frameLocator('iframe')
  await frame.locator('sanity-visual-editing [data-ui="Card"]').first().waitFor({state: 'attached'})
  await frame.locator('.quote blockquote p').first().click()
  await page.getByTestId('field-text').locator('textarea').waitFor()
  await page.getByRole('button', {name: 'Used on one page'}).waitFor()
  // With a frame that was navigated the browser's network is never called idle.
  await page.waitForTimeout(4000)
  await page.mouse.move(0, 0)
  await frame.locator('.quote blockquote p').first().hover()
  await page.waitForTimeout(500)
  await take(page, 'studio-page')
}

async function takeEditor(browser: Browser): Promise<void> {
  const page = await signIn(browser, 'Hester Brandwick')
  await page.goto(`${newsroom.origin}/studio/desk`)
  await page.getByTestId('desk-grid').waitFor()
  await settle(page)
  await take(page, 'studio-desk')
  await page.getByTestId('inbox-bell').click()
  await settle(page)
  await take(page, 'studio-inbox')
  await openInStudio(page, PUBLISHED)
  await showBody(page)
  await take(page, 'studio-editor')
  await openInStudio(page, LAPSED)
  await page.getByTestId('review-tab-changes').click()
  await settle(page)
  await take(page, 'studio-changes')
  await openDialog(page, IN_REVIEW, 'Approve')
  await take(page, 'studio-approve')
  await openDialog(page, APPROVED, 'Publish')
  await take(page, 'studio-publish')
  await takeShared(page)
  await takeFronts(page)
  await page.context().close()
}

/** The front page as an editor arranges it: a story that is placed, in words of the front's own. */
async function takeFronts(page: Page): Promise<void> {
  await page.setViewportSize({width: 1440, height: 1040})
  await page.goto(`${newsroom.origin}/studio/fronts`)
  await page.getByRole('button', {name: 'Arrange this front'}).click()
  const top = page.getByRole('region', {name: /^container 1/})
  const placed = top.getByRole('listitem', {name: /Placed by hand\.$/})
  await top.getByRole('button', {name: /^Pin/}).first().click()
  await placed.getByRole('button', {name: /^Words/}).click()
  await page.getByRole('dialog').getByLabel('Headline').fill(FRONT_HEADLINE)
  await page.getByRole('button', {name: 'Store'}).click()
  await top.getByText(FRONT_HEADLINE).waitFor()
  await settle(page)
  await take(page, 'studio-fronts')
}

/** What somebody without an account is shown, and what they say about it. */
async function takeShared(page: Page): Promise<void> {
  const beside = ';inspect=review;reviewTab=shared'
  await page.goto(`${newsroom.origin}/studio/intent/edit/id=${LAPSED};type=article${beside}/`)
  await page.getByLabel('Whom is it for?').fill('Counsel for the harbour')
  await page.getByRole('button', {name: 'Make link'}).click()
  const address = await page.getByTestId('preview-address').inputValue()
  const outside = await page
    .context()
    .browser()
    ?.newContext({viewport: {width: 1280, height: 900}})
  const visitor = await outside?.newPage()
  if (!outside || !visitor) throw new Error('There is no browser for the visitor.')
  await visitor.goto(address)
  await settle(visitor)
  await take(visitor, 'site-shared')
  await visitor.getByRole('textbox', {name: 'Your remark'}).fill(REMARK)
  await visitor.getByRole('button', {name: 'Send remark'}).click()
  await visitor.getByRole('status').waitFor()
  await outside.close()
  await page.getByTestId('preview-remark').waitFor()
  await settle(page)
  await take(page, 'studio-shared')
}

async function takeAdministrator(browser: Browser): Promise<void> {
  const page = await signIn(browser, 'Agnes Tollerby')
  await page.goto(`${newsroom.origin}/studio/people`)
  await page.getByRole('table').first().waitFor()
  await settle(page)
  await take(page, 'studio-people')
  await page.context().close()
}

/** Opens the dialog of what comes next for an article, once everything in it has been checked. */
async function openDialog(page: Page, id: string, act: string): Promise<void> {
  await openInStudio(page, id)
  await page.getByTestId('pane-footer').last().getByRole('button', {name: act, exact: true}).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await dialog.getByText('Checking…').waitFor({state: 'detached'})
  await settle(page)
}

function linkOf(name: string): string {
  const link = lines.find((line) => line.includes(name))?.match(/http\S+/)?.[0]
  if (!link) throw new Error(`No sign-in link was printed for ${name}.`)
  return link
}

async function open(browser: Browser, path: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({colorScheme: 'light', ...options})
  const page = await context.newPage()
  await page.goto(new URL(path, newsroom.origin).href)
  return page
}

async function signIn(browser: Browser, name: string): Promise<Page> {
  const page = await open(browser, linkOf(name), {viewport: DESK})
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByLabel('The same password again').fill(PASSWORD)
  await page.getByRole('button', {name: 'Set password'}).click()
  await page.waitForURL(/\/studio/)
  return page
}

async function openInStudio(page: Page, id: string): Promise<void> {
  await page.goto(`${newsroom.origin}/studio/intent/edit/id=${id};type=article/`)
  await page.getByTestId('field-headline').locator('textarea').waitFor()
  await settle(page)
}

/** Brings the body's beginning under the form's header. */
async function showBody(page: Page): Promise<void> {
  await page
    .getByTestId('field-body')
    .first()
    .evaluate((field) => field.scrollIntoView({block: 'start'}))
  await settle(page)
}

/** Pictures are there, and nothing asks or moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    const visible = [...document.images].filter(
      ({loading, y}) => loading !== 'lazy' || y < window.innerHeight,
    )
    await Promise.all(visible.map((image) => image.decode().catch(() => {})))
    await document.fonts.ready
  })
  await page.waitForTimeout(500)
}

async function take(page: Page, name: string): Promise<void> {
  // Disabled animations are at their end: without this the reading progress would be complete at the head of an article.
  await page.emulateMedia({reducedMotion: 'reduce'})
  const png = await page.screenshot({animations: 'disabled', caret: 'hide'})
  let small = Buffer.alloc(0)
  for (const quality of [90, 70, 50, 30]) {
    small = await sharp(png).png({palette: true, quality, effort: 10}).toBuffer()
    if (small.length <= MAX_BYTES) break
  }
  writeFileSync(join(IMAGES, `${name}.png`), small)
  console.log(`docs/images/${name}.png  ${Math.round(small.length / 1000)} kB`)
}
