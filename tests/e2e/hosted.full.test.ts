// The studio on Sanity's hosted Content Lake: somebody writes while that cannot be reached, and nothing is lost.
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {coursesIn, runCourse, stepsOf, type Courses} from '../support/courses.ts'
import {startHostedNewsroom, type HostedNewsroom} from '../support/hosted-newsroom.ts'
import {seedArticle, wordFile} from '../support/seed-article.ts'
import {create, field, hasFiles, openDocument, openNewArticle} from '../support/studio.ts'

const FERRY = 'article-night-ferry'
/** The lake is killed, the window is closed without a network, a colleague writes. */
const SEED = 12
const STEPS = stepsOf(SEED, 4)

let newsroom: HostedNewsroom
let content: Content
let courses: Courses
let context: BrowserContext
let page: Page

beforeAll(async () => {
  newsroom = await startHostedNewsroom()
  content = openContent(newsroom.lake)
  courses = coursesIn(newsroom, newsroom.lake)
  await content.write({_id: `drafts.${FERRY}`, _type: 'article', headline: 'The boat is back'})
  ;({context, page} = await newsroom.signIn())
})
afterAll(() => newsroom.close())

const headline = (in_: Page) => field(in_, 'headline').locator('textarea:not([readonly])')
const notice = (in_: Page) => in_.getByTestId('connection-lost')

it('is opened without a network, takes words, and saves them later', async () => {
  await openDocument(page, newsroom.origin, FERRY, 'article')
  await headline(page).press('ControlOrMeta+End')
  await headline(page).pressSequentially(', and')
  const stored = () => content.asEditor(`*[_id == "drafts.${FERRY}"][0].headline`)
  await expect.poll(stored).toBe('The boat is back, and')
  await expect.poll(() => hasFiles(page)).toBe(true)
  await page.close()

  const next = await context.newPage()
  await newsroom.withoutServer(async () => {
    await openDocument(next, newsroom.origin, FERRY, 'article')
    await expect.poll(() => headline(next).inputValue()).toBe('The boat is back, and')
    await headline(next).press('ControlOrMeta+End')
    await headline(next).pressSequentially(' the night shift')
    await notice(next).getByText('words in one document').waitFor()
    await openNewArticle(next)
    await headline(next).pressSequentially('Begun on the train')
    await notice(next).getByText('words in 2 documents').waitFor()
  })
  await notice(next).waitFor({state: 'detached'})
  await expect.poll(stored).toBe('The boat is back, and the night shift')
  const begun = () => content.asEditor('*[headline == "Begun on the train"]{language}')
  await expect.poll(begun).toEqual([{language: 'en'}])
  await next.close()
})

it('keeps the form when the session ends, and saves once somebody has signed in again', async () => {
  const open = await context.newPage()
  await openDocument(open, newsroom.origin, FERRY, 'article')
  await headline(open).press('ControlOrMeta+End')
  const before = await headline(open).inputValue()
  const cookies = await context.cookies()
  await context.clearCookies()
  await headline(open).pressSequentially(' at last')
  await open.getByTestId('session-ended').getByRole('button', {name: 'Sign in again'}).waitFor()
  await headline(open).pressSequentially(' and for good')
  // As after a sign-in in another window.
  await context.addCookies(cookies)
  await open.getByTestId('session-ended').waitFor({state: 'detached'})
  const stored = () => content.asEditor(`*[_id == "drafts.${FERRY}"][0].headline`)
  await expect.poll(stored).toBe(`${before} at last and for good`)
  await open.close()
})

it('makes an article of a Word file, with its pictures and speakers', async () => {
  const open = await context.newPage()
  await open.goto(`${newsroom.origin}/studio/structure`)
  await create(open, 'article-from-text')
  await open.getByTestId('intake-file').setInputFiles(wordFile())
  await open.getByTestId('intake-result').waitFor()
  await open.keyboard.press('Control+Enter')
  await open.getByTestId('intake-open').waitFor()
  const {headline, body} = seedArticle
  const made = content.asEditor(
    `*[_type == "article" && headline == "${headline}"]{
      "blocks": count(body),
      "pictures": count(*[_type == "photoWithCredit" && defined(image.asset) && defined(creditLine)]),
      "quotes": count(*[_type == "expertQuote" && count(speakers) > 0])
    }`,
  )
  expect(await made).toEqual([{blocks: body.length, pictures: 4, quotes: 6}])
  await open.close()
})

it(`course ${SEED}: ${STEPS.join(', ')}`, () => runCourse(courses, SEED, STEPS))
