// A journalist composes the demonstration's explainer in a newsroom that has neither its speakers nor its pictures: from a
// Word file, and by hand. The test counts presses, and compares what is stored with the documents of the seed.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, it} from 'vitest'
import {onFolder} from '../server/support.ts'
import {openContent, type Content} from '../support/content.ts'
import {drop, pictureFile} from '../support/dropped-files.ts'
import {startNewsroom, type Desk, type OwnNewsroom} from '../support/newsroom.ts'
import {
  captionOf,
  newsroomAround,
  seedArticle,
  wordFile,
  type SeedBlock,
  type SeedPhoto,
} from '../support/seed-article.ts'
import {
  bodyText,
  choose,
  closeDialog,
  create,
  dialog,
  field,
  openNewArticle,
} from '../support/studio.ts'

/** Of the pointer, and of keys that do what a press would. */
const MOST_BY_INTAKE = 15
const MOST_BY_HAND = 45
const {headline, dek, section, author, lead, body, photos, quotes} = seedArticle

const folder = mkdtempSync(join(tmpdir(), 'copydesk-around-'))
const data = join(folder, 'data')
let link: string
let newsroom: OwnNewsroom
let content: Content
let desk: Desk
let page: Page
let presses: string[]

beforeAll(async () => {
  const run = async (...args: string[]): Promise<string> => {
    const {code, stdout, stderr} = await onFolder(data)(...args)
    expect(code, stderr).toBe(0)
    return stdout.trim()
  }
  await run('init', '--name', 'The Harbour Courier', '--admin', 'agnes@example.org')
  const file = join(folder, 'around.ndjson')
  writeFileSync(file, newsroomAround.map((document) => JSON.stringify(document)).join('\n'))
  await run('import', file)
  link = await run(
    'user',
    'add',
    'ingrid.vassall@example.org',
    '--name',
    author,
    '--role',
    'journalist',
    '--author',
    'author-ingrid-vassall',
  )
}, 120_000)
afterEach(() => newsroom.close())
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function sitDown(): Promise<void> {
  newsroom = await startNewsroom({prepared: data})
  content = openContent(newsroom)
  desk = await newsroom.signIn(author, {link: newsroom.origin + new URL(link).pathname})
  ;({page} = desk)
  presses = []
}

async function press(key: string, what: string): Promise<void> {
  presses.push(what)
  await page.keyboard.press(key)
}

/** The draft that a reference means. */
const documentOf = (reference: string): string =>
  `*[_id in [^.${reference}._ref, "drafts." + ^.${reference}._ref]] | order(_id desc)[0]`
const PHOTO = `{"caption": coalesce(^.caption, caption), creditLine, creator, copyrightHolder, "hasPicture": defined(image.asset)}`
const QUOTE = `{text, kind, "speakers": speakers[]{"name": ${documentOf('source')}.name, titleAtTime, affiliationAtTime}}`

/** The draft as it is compared: headline, dek, lead photo, and each block with its photo or quotes. */
const stored = () =>
  content.asEditor(`*[_type == "article"][0]{
    headline, dek, "section": section->title, "author": bylines[0]{"it": ${documentOf('author')}.name}.it,
    "lead": leadPhoto{"it": ${documentOf('photo')}${PHOTO}}.it,
    "body": body[]{
      _type, style, display, "text": coalesce(pt::text(@), text),
      "photo": ${documentOf('photo')}${PHOTO},
      "quote": ${documentOf('quote')}${QUOTE},
      "quotes": markDefs[_type == "quotation"]{"it": ${documentOf('quote')}${QUOTE}}.it
    }
  }`)

const photoOf = ({caption, creditLine, creator, copyrightHolder}: SeedPhoto) => ({
  caption,
  creditLine,
  creator,
  copyrightHolder,
  hasPicture: true,
})
const EMPTY = {style: null, display: null, text: null, photo: null, quote: null, quotes: null}
/** The same of the seed. */
const wanted = {
  headline,
  dek,
  section,
  author,
  lead: photoOf(lead),
  body: body.map((block) => {
    if (block.kind === 'photo') return {...EMPTY, _type: 'photoUse', photo: photoOf(block.photo)}
    if (block.kind === 'pull')
      return {...EMPTY, _type: 'quoteUse', display: 'pull', quote: block.quote}
    if (block.kind === 'callToAction') return {...EMPTY, _type: 'callToAction', text: block.text}
    const {style, spans, quotes} = block
    return {...EMPTY, _type: 'block', style, text: spans.map(({text}) => text).join(''), quotes}
  }),
}

it(`comes from a Word file with at most ${MOST_BY_INTAKE} presses`, async () => {
  await sitDown()
  await create(page, 'article-from-text')
  await page.getByTestId('intake-file').setInputFiles(wordFile())
  await page.getByTestId('intake-result').waitFor()
  await press('Control+Enter', 'make drafts')
  await page.getByTestId('intake-open').waitFor()
  presses.push('confirm them')
  await page.getByRole('button', {name: 'Confirm them'}).click()
  const open = page.getByTestId('intake-suggestion')
  await open.first().waitFor()
  for (let left = await open.count(); left > 0; left--) {
    await expect.poll(() => open.count()).toBe(left)
    await page.locator('[data-testid="intake-suggestion"]:focus').waitFor()
    await press('c', 'confirm')
  }
  await page.getByText('Everything that was read from a text is confirmed.').waitFor()
  expect(await stored()).toEqual(wanted)
  expect(desk.problems).toEqual([])
  expect(presses.length, presses.join(', ')).toBeLessThanOrEqual(MOST_BY_INTAKE)
})

/** Presses the middle of these words, and again where the text has moved below the pointer: it follows the caret. */
async function pressWords(words: string): Promise<void> {
  for (let attempts = 0; attempts < 5; attempts++) {
    const {x, y} = await placeOf(words)
    presses.push(`press “${words}”`)
    // As long as a finger takes: the editor looks for a moved caret ten times a second.
    await page.mouse.click(x, y, {delay: 150})
    const isThere = await page.evaluate(async (wanted) => {
      for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame)
      return getSelection()?.anchorNode?.textContent?.includes(wanted) ?? false
    }, words)
    if (isThere) return
  }
  throw new Error(`The caret does not go into “${words}”.`)
}

/** The middle of these words on the screen. */
const placeOf = (words: string): Promise<{x: number; y: number}> =>
  bodyText(page).evaluate(async (root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      node.parentElement?.scrollIntoView({block: 'center'})
      const range = document.createRange()
      range.setStart(node, at + Math.floor(wanted.length / 2))
      range.setEnd(node, at + Math.floor(wanted.length / 2) + 1)
      // A person presses when the text does not move.
      let {left, top, width, height} = range.getBoundingClientRect()
      for (let still = 0; still < 10; still++) {
        await new Promise(requestAnimationFrame)
        const next = range.getBoundingClientRect()
        if (next.left !== left || next.top !== top) still = 0
        ;({left, top, width, height} = next)
      }
      return {x: left + width / 2, y: top + height / 2}
    }
    throw new Error(`The text has no “${wanted}”.`)
  }, words)

/** What a journalist types: paragraphs, and captions with their credits where the photos belong. */
const typed = body.flatMap((block) => {
  if (block.kind === 'photo') return [captionOf(block.photo)]
  if (block.kind !== 'text') return []
  const words = block.spans.map(({text}) => text).join('')
  return [block.style === 'h2' ? `## ${words}` : words]
})
const isA =
  <Kind extends SeedBlock['kind']>(kind: Kind) =>
  (block: SeedBlock): block is Extract<SeedBlock, {kind: Kind}> =>
    block.kind === kind
const pull = body.find(isA('pull'))!
const call = body.find(isA('callToAction'))!

/** Words without an apostrophe: the editor makes straight ones round as one types. */
const tailOf = (text: string): string => (text.split("'").at(-1) ?? text).slice(0, 30).trim()
const withRoundApostrophes = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll("'", '’')) as T

it(`is composed by hand with at most ${MOST_BY_HAND} presses`, async () => {
  await sitDown()
  await openNewArticle(page)
  presses.push('create', 'article', 'headline')
  await field(page, 'headline').locator('textarea').click()
  await page.keyboard.insertText(headline)
  await press('Enter', 'to the dek')
  await page.keyboard.insertText(dek)
  await press('Enter', 'to the text')
  for (const [index, line] of typed.entries()) {
    // The next paragraph is typed, as its words are.
    if (index > 0) await page.keyboard.press('Enter')
    const [, mark = '', words = ''] = /^(## )?(.*)$/.exec(line) ?? []
    if (mark) await page.keyboard.type(mark)
    await page.keyboard.insertText(words)
  }
  for (const {text} of quotes) {
    await pressWords(tailOf(text))
    await press('Control+Alt+q', 'make a quote')
    const opened = page.getByTestId('quote-dialog')
    await opened.getByLabel('Words', {exact: true}).waitFor()
    await press('Control+Enter', 'save the quote')
    await opened.waitFor({state: 'detached'})
  }
  await press('ControlOrMeta+a', 'select the text')
  await press('Control+Alt+f', 'make photos')
  const waiting = page.getByTestId('photo-waits')
  await expect.poll(() => waiting.count()).toBe(photos.length)
  for (const {file} of photos) {
    const left = await waiting.count()
    presses.push('drop a picture')
    await drop(waiting.first(), 'top', pictureFile(file))
    await expect.poll(() => waiting.count()).toBe(left - 1)
  }
  presses.push('drop the lead photo')
  await drop(page.getByTestId('lead-photo'), 'top', pictureFile(lead.file))
  presses.push('its caption')
  await field(page, 'leadPhoto.caption').locator('textarea').click()
  await page.keyboard.insertText(lead.caption)

  // Below the paragraph with the same words.
  const {quote} = pull
  await pressWords(tailOf(quote.text))
  presses.push('insert a quote')
  await field(page, 'body')
    .locator('[data-testid="quoteUse-insert-menu-button"][aria-hidden="false"]')
    .click()
  await dialog(page).waitFor()
  presses.push('choose the quote')
  await choose(page, dialog(page).locator('input').first(), quote.text.slice(0, 12))
  presses.push('as a pull quote', 'close')
  await dialog(page)
    .getByText(/^Pull quote:/)
    .click()
  await closeDialog(page)
  await pressWords(typed.at(-1)?.slice(0, 30) ?? '')
  presses.push('more kinds', 'insert a call to action')
  await field(page, 'body').getByTestId('insert-menu-button').click()
  await page.getByRole('menuitem', {name: /Call to action/}).click()
  presses.push('its words', 'close')
  await dialog(page).locator('[data-testid$=".text"] input').click()
  await page.keyboard.insertText(call.text)
  await closeDialog(page)
  presses.push('the section', 'choose it', 'generate the address')
  await page.locator('#section').click()
  await choose(page, page.locator('#section'), section)
  await field(page, 'slug').getByRole('button', {name: 'Generate'}).click()
  await expect.poll(stored).toEqual(withRoundApostrophes(wanted))
  expect(desk.problems).toEqual([])
  expect(presses.length, presses.join(', ')).toBeLessThanOrEqual(MOST_BY_HAND)
})
