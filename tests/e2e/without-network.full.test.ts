// A journalist opens the studio while the server cannot be reached, writes on, begins a new piece, and finds all of it saved
// when the connection is back.
import {join} from 'node:path'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'
import {create, field, hasFiles, lastPane, openDocument, openNewArticle} from '../support/studio.ts'

const FERRY = 'article-night-ferry'
const BRASK = 'article-anna-brask'
const NEVER_OPENED = 'article-first-snow'
const PICTURE = join(import.meta.dirname, '../fixtures/photos/everything.jpg')

let newsroom: OwnNewsroom
let content: Content
let desk: Desk
let context: BrowserContext

beforeAll(async () => {
  newsroom = await startNewsroom()
  content = openContent(newsroom)
  await content.draft(FERRY, {headline: 'The boat is back'})
  desk = await newsroom.signIn('Ingrid Vassall')
  ;({context} = desk)
})
afterAll(() => newsroom.close())

const input = (page: Page) => field(page, 'headline').locator('textarea:not([readonly])')
const headlineOf = (id: string) => content.asEditor(`*[_id == "drafts.${id}"][0].headline`)
const notice = (page: Page) => page.getByTestId('connection-lost')

/** Appends to the open document's headline. */
async function writeOn(page: Page, words: string): Promise<void> {
  await input(page).press('ControlOrMeta+End')
  await input(page).pressSequentially(words)
}

it('drafts that were opened lately open, take words, and are saved later', async () => {
  const {page} = desk
  await openDocument(page, newsroom.origin, FERRY, 'article')
  await writeOn(page, ', and')
  await expect.poll(() => headlineOf(FERRY)).toBe('The boat is back, and')
  await openDocument(page, newsroom.origin, BRASK, 'article')
  await input(page).waitFor()
  const brask = await input(page).inputValue()
  await expect.poll(() => hasFiles(page)).toBe(true)
  await page.close()

  const next = await context.newPage()
  const problems: Error[] = []
  next.on('pageerror', (error) => problems.push(error))
  await newsroom.withoutServer(async () => {
    await openDocument(next, newsroom.origin, FERRY, 'article')
    // As it was saved, not as it was when the form was opened.
    await expect.poll(() => input(next).inputValue()).toBe('The boat is back, and')
    await notice(next).getByText('will be saved when the connection is back').waitFor()
    await writeOn(next, ' the night shift')
    await openDocument(next, newsroom.origin, BRASK, 'article')
    await writeOn(next, ' again')
    await notice(next).getByText('words in 2 documents').waitFor()

    await openNewArticle(next)
    await input(next).pressSequentially('Begun on the train')
    await notice(next).getByText('words in 3 documents').waitFor()
    await next.evaluate(() => Object.assign(window, {isSamePage: true}))
  })
  await notice(next).waitFor({state: 'detached'})
  await expect.poll(() => headlineOf(FERRY)).toBe('The boat is back, and the night shift')
  await expect.poll(() => headlineOf(BRASK)).toBe(`${brask} again`)
  const begun = () =>
    content.asEditor('*[headline == "Begun on the train"]{language, "writers": count(bylines)}')
  await expect.poll(begun).toEqual([{language: 'en-GB', writers: 1}])
  expect(await input(next).inputValue()).toBe('Begun on the train')
  expect(await next.evaluate(() => 'isSamePage' in window)).toBe(true)
  expect(problems).toEqual([])
  await next.close()
})

it('what cannot be done without the server says so', async () => {
  const page = await context.newPage()
  await openDocument(page, newsroom.origin, FERRY, 'article')
  await input(page).waitFor()
  const submit = page.getByTestId('pane-footer').last().getByRole('button', {name: 'Submit'})
  await expect.poll(() => submit.isEnabled()).toBe(true)
  await newsroom.withoutServer(async () => {
    await expect.poll(() => submit.isDisabled()).toBe(true)
    await submit.hover({force: true})
    await page.getByText('You are offline. This can be done').filter({visible: true}).waitFor()
    await openDocument(page, newsroom.origin, NEVER_OPENED, 'article')
    await notice(page).getByText('What was not opened here lately').waitFor()
  })
  await input(page).waitFor()
  await notice(page).waitFor({state: 'detached'})
  await page.close()
})

it('a picture that is chosen without the server is uploaded afterwards', async () => {
  const page = await context.newPage()
  await page.goto(`${newsroom.origin}/studio/structure`)
  await create(page, 'photoWithCredit')
  const caption = field(page, 'caption').locator('textarea:not([readonly])')
  await caption.fill('Chosen on the train')
  const photo = () =>
    content.asEditor('*[caption == "Chosen on the train"][0]{"asset": defined(image.asset)}')
  await expect.poll(photo).toEqual({asset: false})
  await newsroom.withoutServer(async () => {
    await lastPane(page).locator('input[type="file"]').setInputFiles(PICTURE)
    await notice(page).waitFor()
  })
  await expect.poll(photo).toEqual({asset: true})
  await page.close()
})
