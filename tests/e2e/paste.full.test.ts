// A journalist pastes from Word and from Google Docs: the article keeps the structure, and every
// word once. The test compares the stored text and not the form.
import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {bodyText, closeDocuments, field, openNewArticle} from '../support/studio.ts'

interface Line {
  style?: string
  listItem?: string
  level?: number
  text: string
  strong?: string[]
  em?: string[]
  links?: {text: string; href: string}[]
}

interface Block {
  style?: string
  listItem?: string
  level?: number
  markDefs?: {_key: string; _type: string; href?: string}[]
  children: {text: string; marks?: string[]}[]
}

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/paste/${name}`, import.meta.url), 'utf8')
const EXPECTED = JSON.parse(fixture('expected.json')) as Line[]

let newsroom: Newsroom
let content: Content
let desk: Desk
beforeAll(async () => {
  newsroom = await openNewsroom()
  content = openContent(newsroom)
  desk = await newsroom.signIn('Ingrid Vassall')
})
afterAll(() => newsroom.close())

/** Puts HTML on the clipboard as another program would, and presses the keys. */
async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate(async (html) => {
    const plain = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], {type: 'text/html'}),
        'text/plain': new Blob([plain], {type: 'text/plain'}),
      }),
    ])
  }, html)
  await page.keyboard.press('ControlOrMeta+v')
}

/**
 * The same HTML as an event with the exact bytes, because Chromium's clipboard would sanitize them.
 */
async function hand(page: Page, html: string): Promise<void> {
  await bodyText(page).evaluate((editor, html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    const plain = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
    data.setData('text/plain', plain)
    const target = document.activeElement ?? editor
    target.dispatchEvent(
      new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}),
    )
  }, html)
}

/** A block in the form of `expected.json`. */
function asLine({style, listItem, level, markDefs = [], children}: Block): Line {
  const marked = (mark: string): string[] =>
    children.filter(({marks = []}) => marks.includes(mark)).map(({text}) => text)
  const links = markDefs.flatMap(({_key, _type, href = ''}) =>
    _type === 'link' ? [{text: marked(_key).join(''), href}] : [],
  )
  const [strong, em] = [marked('strong'), marked('em')]
  return {
    ...(listItem ? {listItem, level: level ?? 1} : {style: style ?? 'normal'}),
    text: children.map(({text}) => text).join(''),
    ...(strong.length > 0 && {strong}),
    ...(em.length > 0 && {em}),
    ...(links.length > 0 && {links}),
  }
}

/** The body of the draft with this headline, block by block. */
async function stored(headline: string): Promise<Line[]> {
  const bodies = await content.asEditor<(Block[] | null)[]>(
    `*[_type == "article" && headline == ${JSON.stringify(headline)}].body`,
  )
  return (bodies[0] ?? []).map(asLine)
}

describe.each([
  {program: 'Word', file: 'word.html'},
  {program: 'Google Docs', file: 'google-docs.html'},
])('text that is pasted from $program', ({program, file}) => {
  it.each([
    {way: 'as it was copied', put: hand},
    {way: 'by the keyboard, as the browser cleans it', put: paste},
  ])('keeps its structure, $way', async ({way, put}) => {
    const {page} = desk
    const headline = `Pasted from ${program}, ${way}`
    await closeDocuments(page, newsroom.origin)
    await openNewArticle(page)
    await field(page, 'headline').locator('textarea').fill(headline)
    await bodyText(page).click()
    await put(page, fixture(file))
    await expect.poll(() => stored(headline)).toEqual(EXPECTED)
    // Typing goes on where the pasted text ends, and nothing is doubled.
    await page.keyboard.type(' So far.')
    const last = EXPECTED.at(-1)
    const whole = [...EXPECTED.slice(0, -1), {...last, text: `${last?.text} So far.`}]
    await expect.poll(() => stored(headline)).toEqual(whole)
    expect(desk.problems).toEqual([])
  })
})
