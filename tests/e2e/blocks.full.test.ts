// Blocks in the text of an article: inserting one loses no word, writing goes on after one, and a
// person who brings a picture in another way gets advice. Words keep the quote that they are annotated
// with. The test compares the stored text and not the form.
import type {SanityClient} from '@sanity/client'
import type {Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {quoting, type Words} from '../support/quotations.ts'
import {newsroomClient} from '../support/newsroom-client.ts'
import {bodyText, choose, closeDialog, dialog, field, openDocument} from '../support/studio.ts'
import {paragraph} from '../support/typing/program.ts'

interface Block {
  _type: string
  children?: {text: string; marks?: string[]}[]
  markDefs?: {quote?: {_ref: string}}[]
}

const FIRST = {
  ...paragraph('first', ''),
  markDefs: [{_type: 'link', _key: 'link', href: 'https://example.org/'}],
  children: [
    {_type: 'span', _key: 'plain', text: 'Some plain, ', marks: []},
    {_type: 'span', _key: 'linked', text: 'linked', marks: ['strong', 'link']},
    {_type: 'span', _key: 'more', text: ' and more words.', marks: []},
  ],
}
const SECOND = paragraph('second', 'The second paragraph.')
const CALL = {_type: 'callToAction', _key: 'call', text: 'Write to us', label: 'Write'}

let newsroom: Newsroom
let desk: Desk
let page: Page
let client: SanityClient
beforeAll(async () => {
  newsroom = await openNewsroom()
  desk = await newsroom.signIn('Ingrid Vassall')
  ;({page} = desk)
  client = newsroomClient(newsroom.origin, newsroom.tokens.editor)
})
afterAll(() => newsroom.close())

/** Opens a new article with this text. Returns its stored blocks, one a line. */
async function openArticle(id: string, body: object[]): Promise<() => Promise<string[]>> {
  await client.create({_id: `drafts.${id}`, _type: 'article', headline: id, body})
  await openDocument(page, newsroom.origin, id, 'article')
  await bodyText(page).locator('[data-pt-block]').first().waitFor()
  await bodyText(page).scrollIntoViewIfNeeded()
  return async () => {
    const {body: stored} = (await client.getDocument<{body: Block[]}>(`drafts.${id}`)) ?? {}
    return (stored ?? []).map(asLine)
  }
}

/** Marked text is between asterisks: `*…*`. */
function asLine({_type, children}: Block): string {
  if (!children) return _type
  return children.map(({text, marks = []}) => (marks.length > 0 ? `*${text}*` : text)).join('')
}

/** The IDs of the quotes that the paragraphs are annotated with. */
async function quotesOf(id: string): Promise<(string | undefined)[][]> {
  const {body} = (await client.getDocument<{body: Block[]}>(`drafts.${id}`)) ?? {}
  return (body ?? []).map(({markDefs = []}) => markDefs.map(({quote}) => quote?._ref))
}

/** The editor reads the browser's selection a moment later. Its buttons show what it has read. */
const isMarkedStrong = (is: boolean): Promise<void> => {
  const state = is ? '[data-selected]' : ':not([data-selected])'
  return field(page, 'body')
    .locator(`[data-testid="action-button-strong"][aria-hidden="false"]${state}`)
    .waitFor()
}

/** By words that are bold and linked, so that the buttons tell when the editor has seen it. */
async function select(extend: string): Promise<void> {
  await bodyText(page).getByText('linked').dblclick()
  await isMarkedStrong(true)
  await page.keyboard.press(extend)
  await isMarkedStrong(false)
}

/** By the button above the text, or in the menu beside it. */
async function insert(title: string): Promise<void> {
  const name = `Insert ${title} (block)`
  const button = field(page, 'body').getByRole('button', {name})
  const item = page.getByRole('menuitem', {name})
  if ((await button.count()) === 0) await page.getByTestId('insert-menu-button').click()
  await button.or(item).click()
  await dialog(page).waitFor()
}

describe('a block that is inserted', () => {
  const before = ['The second paragraph.', 'Some plain, *linked* and more words.', 'callToAction']
  const after = (type: string): string[] => [...before.slice(0, 2), type, 'callToAction']
  let stored: () => Promise<string[]>
  beforeAll(async () => {
    stored = await openArticle('inserted', [SECOND, FIRST, CALL])
  })

  /** Each of the tests restores the text. */
  async function undo(): Promise<void> {
    await closeDialog(page)
    await bodyText(page).getByText('The second').click()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(stored).toEqual(before)
    expect(desk.problems).toEqual([])
  }

  it.each([
    ['Photo', 'photoUse'],
    ['Quote', 'quoteUse'],
    ['Call to action', 'callToAction'],
    ['Key points', 'keyPoints'],
    ['Fact box', 'factBox'],
    ['Embed', 'embed'],
  ])('keeps the selected words, and is removed by one undo: %s', async (title, type) => {
    await select('Shift+End')
    await insert(title)
    await expect.poll(stored).toEqual(after(type))
    await undo()
  })

  it('goes after the last paragraph of a selection that was made upwards', async () => {
    await select('Shift+ArrowUp')
    await insert('Quote')
    await expect.poll(stored).toEqual(after('quoteUse'))
    await undo()
  })

  it('does not split the sentence with the caret in it', async () => {
    await bodyText(page).getByText('linked').click()
    await isMarkedStrong(true)
    await insert('Photo')
    await expect.poll(stored).toEqual(after('photoUse'))
    await undo()
  })
})

describe('words that are annotated with a quote', () => {
  const QUOTE = 'quote-green-wait'

  /** By the menu beside the buttons above the text. */
  async function annotate(): Promise<void> {
    await field(page, 'body').getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Quotation'}).click()
  }

  /** A pointer that does not move sends no event to words that appear below it. */
  const showsOver = (words: Locator, text: string): Promise<void> =>
    expect
      .poll(async () => {
        await page.mouse.move(0, 0)
        await words.first().hover()
        const found = page.getByText(text).filter({visible: true}).first()
        return found.waitFor({timeout: 2_000}).then(
          () => true,
          () => false,
        )
      })
      .toBe(true)

  it('get any quote by the button above the text, and show its speaker', async () => {
    await openArticle('annotating', [FIRST])
    await bodyText(page).getByText('linked').dblclick()
    await isMarkedStrong(true)
    await annotate()
    await dialog(page).getByRole('button', {name: 'Choose another quote…'}).click()
    const popover = page.getByTestId('popover-edit-dialog')
    await choose(page, popover.locator('input'), 'wait-and-see')
    await expect.poll(() => quotesOf('annotating')).toEqual([[undefined, QUOTE]])
    await popover.getByTestId('close-popover-edit-dialog-button').click()
    await popover.waitFor({state: 'detached'})
    await showsOver(bodyText(page).getByText('linked'), 'Rory Green, Chief China Economist')
    expect(desk.problems).toEqual([])
  })

  it('keep it when they are copied, pasted and divided', async () => {
    const words: Words[] = ['He said: ', ['It is ', QUOTE], ['linked', QUOTE, 'strong'], '.']
    const stored = await openArticle('dividing', [quoting('said', ...words)])
    await bodyText(page).getByText('linked').dblclick()
    await isMarkedStrong(true)
    await page.keyboard.press('ControlOrMeta+c')
    await page.keyboard.press('End')
    await isMarkedStrong(false)
    await page.keyboard.press('ControlOrMeta+v')
    await expect.poll(stored).toEqual(['He said: *It is **linked*.*linked*'])
    await bodyText(page).getByText('linked').first().click()
    await isMarkedStrong(true)
    await page.keyboard.press('Enter')
    const divided = /^He said: \*It is \*\*l\w*\*\|\*\w*d\*\.\*linked\*$/
    await expect.poll(async () => (await stored()).join('|')).toMatch(divided)
    const quotes = (await quotesOf('dividing')).map((ids) => [...new Set(ids)])
    expect(quotes).toEqual([[QUOTE], [QUOTE]])
    expect(desk.problems).toEqual([])
  })

  it('are marked with both versions if they are not the words of the quote', async () => {
    await openArticle('altering', [quoting('said', ['It will certainly adopt', QUOTE])])
    const words = bodyText(page).locator('[data-warning] [data-annotation]')
    await showsOver(words, 'Rory Green, Chief China Economist')
    await showsOver(words, 'The text says “It will certainly adopt”, the quote says')
  })
})

describe('text that is typed while a block is selected', () => {
  /** Like an input method: the word changes while it is composed. */
  const compose = async (): Promise<void> => {
    const session = await desk.context.newCDPSession(page)
    for (const text of ['h', 'へ'])
      await session.send('Input.imeSetComposition', {text, selectionStart: 1, selectionEnd: 1})
    // The selected block shows nothing of it.
    await bodyText(page).locator('[data-pt-block="text"]').getByText('へ').waitFor()
    await session.send('Input.insertText', {text: 'へ'})
    await session.detach()
  }
  const paste = async (): Promise<void> => {
    await page.evaluate(() => navigator.clipboard.writeText('Pasted'))
    await page.keyboard.press('ControlOrMeta+v')
  }
  const type = async (text: string, before?: string): Promise<void> => {
    if (before) await page.keyboard.press(before)
    await page.keyboard.type(text)
  }
  // From the last block to the first, so that one does not move the others.
  const WAYS = [
    {way: 'pasted', write: paste, text: 'Pasted'},
    {way: 'composed', write: compose, text: 'へ'},
    {way: 'typed after Shift and Enter', write: () => type('Lower', 'Shift+Enter'), text: 'Lower'},
    {way: 'typed after Enter', write: () => type('Next', 'Enter'), text: 'Next'},
    {way: 'typed', write: () => type('Hello'), text: 'Hello'},
  ].map((one, index) => ({...one, index}))
  let stored: () => Promise<string[]>
  beforeAll(async () => {
    const calls = WAYS.map((_, index) => ({...CALL, _key: `call-${index}`}))
    stored = await openArticle('written', [SECOND, ...calls])
    await bodyText(page).getByText('The second').click()
  })

  it.each(WAYS.toReversed())('begins a paragraph after it: $way', async ({index, write, text}) => {
    const block = page.getByTestId('pte-block-object').nth(index)
    if (index === WAYS.length - 1) await page.keyboard.press('ControlOrMeta+End')
    else await block.click()
    await block.and(page.locator('[data-focused]')).waitFor()
    await write()
    await page.keyboard.type(', again')
    await expect
      .poll(async () => (await stored()).slice(index + 1, index + 3))
      .toEqual(['callToAction', `${text}, again`])
    expect(desk.problems).toEqual([])
  })

  it('keeps its first character when it replaces everything', async () => {
    stored = await openArticle('everything', [{...CALL, _key: 'top'}, FIRST, CALL])
    await select('ControlOrMeta+a')
    await page.keyboard.type('Hello')
    await expect.poll(stored).toEqual(['Hello'])
  })
})

describe('a picture that cannot be inserted this way', () => {
  const advice = async (): Promise<string[]> => {
    const texts = await page.locator('[data-ui="Toast"]').allInnerTexts()
    return texts.flatMap((text) => text.split('\n'))
  }
  let stored: () => Promise<string[]>
  beforeAll(async () => {
    const box = {_type: 'factBox', _key: 'box', title: 'Who is who', body: [SECOND]}
    stored = await openArticle('pictures', [FIRST, box])
  })

  it('is reported as missing: pictures of a pasted page', async () => {
    await bodyText(page).getByText('linked').click()
    await isMarkedStrong(true)
    await page.keyboard.press('End')
    await isMarkedStrong(false)
    await page.evaluate(async () => {
      const html = '<h1>Title</h1><img src="/a.png"><p>Words<img src="/b.png"></p>'
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html], {type: 'text/html'}),
          'text/plain': new Blob(['Title\nWords'], {type: 'text/plain'}),
        }),
      ])
    })
    await page.keyboard.press('ControlOrMeta+v')
    await expect
      .poll(stored)
      .toEqual(['Some plain, *linked* and more words.Title', 'Words', 'factBox'])
    await expect.poll(async () => (await advice())[0]).toBe('2 pictures were left out.')
  })

  it('is refused with advice in a text without photos, too', async () => {
    await bodyText(page).getByText('Who is who').dblclick()
    await dialog(page).locator('[contenteditable="true"]').getByText('The second').click()
    await page.evaluate(async () => {
      const picture = await new Promise<Blob | null>((resolve) =>
        document.createElement('canvas').toBlob(resolve),
      )
      await navigator.clipboard.write([new ClipboardItem({'image/png': picture ?? ''})])
    })
    await page.keyboard.press('ControlOrMeta+v')
    await expect
      .poll(async () => (await advice()).at(-1))
      .toBe('This text holds words and links only. Photos go into the main text of an article.')
    expect(desk.problems).toEqual([])
  })
})
