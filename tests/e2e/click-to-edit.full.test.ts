// A journalist edits an article on its page: a click on its text opens the field.
import type {FrameLocator, Locator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openNewsroom, startNewsroom, type Desk, type Newsroom} from '../support/newsroom.ts'
import {
  bodyText,
  clickToEdit,
  closeDocuments,
  field,
  knowEachOther,
  openDocument,
  takesClicks,
  untilDone,
  visit,
} from '../support/studio.ts'

/** Published, with photos, quotes and a byline. */
const ARTICLE = 'article-two-sessions'
const ARTICLE_HEADLINE = 'China’s Two Sessions open: why a scripted week matters'
/** Nobody has seen it yet. */
const DRAFT = 'article-cold-store'
const DRAFT_HEADLINE = 'The cold store on Pier 4 changes hands, and nobody says to whom'
/** Sanity's presence says goodbye on a socket that the page has already closed. */
const FAREWELL = 'WebSocket is already in CLOSING or CLOSED state.'

let newsroom: Newsroom
let journalist: Desk
let page: Page
let frame: FrameLocator
const consoleErrors: string[] = []

beforeAll(async () => {
  newsroom = await openNewsroom()
  journalist = await newsroom.signIn('Tomas Ardley', {viewport: {width: 1440, height: 900}})
  ;({page} = journalist)
  page.on('console', (message) => {
    const said = message.text()
    if (message.type() === 'error' && said !== FAREWELL) consoleErrors.push(said)
  })
  frame = page.frameLocator('iframe')
})
afterAll(() => newsroom.close())

const becomes = (ask: () => Promise<unknown>, expected: unknown): Promise<void> =>
  expect.poll(ask).toEqual(expected)
const contains = (ask: () => Promise<string>, expected: string): Promise<void> =>
  expect.poll(ask).toContain(expected)

/** `type/id/path` of the open form. */
const opened = (): string => {
  const [, place = ''] = /\/studio\/page\/(.*)$/.exec(new URL(page.url()).pathname) ?? []
  return decodeURIComponent(place).replace(/\/$/, '')
}

/** The field in which the caret is. */
const focused = (): Promise<string | null> =>
  page.evaluate(
    () =>
      document.activeElement?.closest('[data-testid^="field-"]')?.getAttribute('data-testid') ??
      null,
  )

const isOnScreen = (element: Locator): Promise<boolean> =>
  element.evaluate((it) => {
    const {top, bottom} = it.getBoundingClientRect()
    const scroller = it.closest('[data-testid="document-panel-scroller"]')?.getBoundingClientRect()
    return scroller !== undefined && top >= scroller.top && bottom <= scroller.bottom
  })

const isCaretOnScreen = (): Promise<boolean> =>
  page.evaluate(() => {
    const selection = getSelection()
    const scroller = selection?.focusNode?.parentElement
      ?.closest('[data-testid="document-panel-scroller"]')
      ?.getBoundingClientRect()
    if (!selection || !scroller) return false
    const {top, bottom} = selection.getRangeAt(0).getBoundingClientRect()
    return top >= scroller.top && bottom <= scroller.bottom
  })

const isFocused = (fieldOf: string) => async (): Promise<boolean> => (await focused()) === fieldOf

/** Follows a link of the page to a page whose document is at `place`. */
const follow = (what: string, place: string): Promise<void> =>
  untilDone(
    async () => {
      const link = frame.locator(what).first()
      await link.scrollIntoViewIfNeeded()
      await link.click()
    },
    () => opened().startsWith(place),
  )

/** Runs `act` while the browser computes this many times slower. */
async function slowly<T>(times: number, act: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', {rate: times})
  try {
    return await act()
  } finally {
    await session.detach()
  }
}

describe('from the form', () => {
  it('leads to the page of the current article', async () => {
    await openDocument(page, newsroom.origin, DRAFT, 'article')
    await page.getByRole('button', {name: 'Edit it on its page'}).click()
    await page.getByRole('link', {name: DRAFT_HEADLINE}).last().click()
    await page.waitForURL('**/studio/page/article/article-cold-store**')
    await contains(() => frame.locator('h1').innerText(), DRAFT_HEADLINE)
    await takesClicks(page)
  })

  it('and so does the tool by itself, from wherever one is', async () => {
    await closeDocuments(page, newsroom.origin)
    await openDocument(page, newsroom.origin, DRAFT, 'article')
    await field(page, 'headline').locator('textarea').waitFor()
    await page.getByRole('link', {name: 'On the page'}).click()
    await becomes(async () => opened(), `article/${DRAFT}`)
    await contains(() => frame.locator('h1').innerText(), DRAFT_HEADLINE)
  })

  it('and a link to another article shows that article’s page in the tool', async () => {
    await page.getByRole('link', {name: 'On the page'}).click()
    // With a page or without: the tool may go on at once to what was open.
    await page.waitForURL(({pathname}) => pathname.startsWith('/studio/page'))
    await visit(page, `${newsroom.origin}/studio/intent/edit/id=${ARTICLE};type=article/`)
    await becomes(async () => opened(), `article/${ARTICLE}`)
    await contains(() => frame.locator('h1').innerText(), ARTICLE_HEADLINE)
    await takesClicks(page)
    await visit(page, `${newsroom.origin}/studio/intent/edit/id=${DRAFT};type=article/`)
    await contains(() => frame.locator('h1').innerText(), DRAFT_HEADLINE)
    await takesClicks(page)
  })
})

describe('a click on the page', () => {
  it('on a paragraph puts the caret into that paragraph', async () => {
    await clickToEdit(page, '.text p:has-text("On 14 October")', isFocused('field-body'))
    await becomes(focused, 'field-body')
    await contains(
      () => page.evaluate(() => getSelection()?.anchorNode?.textContent ?? ''),
      'On 14 October the building was sold',
    )
    await becomes(isCaretOnScreen, true)
  })

  it('on the headline opens it, and the page shows typed text and keeps its place', async () => {
    await clickToEdit(page, 'h1', isFocused('field-headline'))
    await becomes(focused, 'field-headline')
    await frame.locator('h1').evaluate(() => window.scrollTo(0, 120))
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(', still')
    await contains(() => frame.locator('h1').innerText(), `${DRAFT_HEADLINE}, still`)
    expect(await frame.locator('h1').evaluate(() => window.scrollY)).toBe(120)
    expect(await frame.locator('h1').evaluate(() => document.title)).not.toMatch(
      /[\u200B-\u200D]{2}/,
    )
  })

  it.each([
    ['the standfirst', '.dek', `article/${ARTICLE}/dek`, 'field-dek'],
    [
      'a caption of this place alone',
      '.photo--lead .photo__caption',
      `article/${ARTICLE}/leadPhoto.caption`,
      'field-leadPhoto.caption',
    ],
    [
      'the credit, which is the photo’s',
      '.photo--lead .photo__credit',
      'photoWithCredit/photo-nagasaki-boats/creditLine',
      'field-creditLine',
    ],
    [
      'a caption that is the photo’s',
      '.text .photo__caption',
      'photoWithCredit/photo-growth-targets-chart/caption',
      'field-caption',
    ],
    ['a quote', '.quote blockquote p', 'expertQuote/quote-green-wait/text', 'field-text'],
    ['who said it', '.quote cite', 'source/source-rory-green/name', 'field-name'],
    ['the byline', '.byline a', 'author/author-ingrid-vassall/name', 'field-name'],
  ])('on %s opens that field of that document', async (_, what, place, fieldOf) => {
    if (!page.url().includes(`preview/article/${ARTICLE}`)) {
      const preview = `/preview/article/${ARTICLE}`
      await page.goto(`${newsroom.origin}/studio/page/article/${ARTICLE}?preview=${preview}`)
    }
    await clickToEdit(page, what, () => opened() === place)
    await becomes(async () => opened(), place)
    await becomes(focused, fieldOf)
    await becomes(
      () =>
        isOnScreen(page.locator(`[data-testid="${fieldOf}"]`).locator('input, textarea').first()),
      true,
    )
  })

  it('on a paragraph reopens the article, with the caret there, on a slow computer too', async () => {
    await slowly(4, async () => {
      await clickToEdit(page, '.text h2', () => opened().includes(`article/${ARTICLE}/body`))
      await contains(async () => opened(), `article/${ARTICLE}/body`)
      await becomes(focused, 'field-body')
    })
    await contains(
      () => page.evaluate(() => getSelection()?.anchorNode?.textContent ?? ''),
      await bodyText(page).locator('h2').first().innerText(),
    )
  })

  it('follows a link if nothing is edited; the form follows the page', async () => {
    await knowEachOther(page)
    // Until the page confirms the switch, a click opens a field. While the page is loaded again, the switch is closed: a
    // person to whom nothing happens clicks again.
    await untilDone(
      () => page.getByText('Click to edit').click(),
      async () => !(await page.locator('label:has-text("Click to edit") input').isChecked()),
    )
    await follow('.kicker a', 'section/')
    await contains(() => frame.locator('.preview-notice').innerText(), 'Drafts')
    await becomes(async () => opened(), 'section/section-politics')
    await knowEachOther(page)
    await follow('.card__headline a', 'article/')
    await page.getByText('Click to edit').click()
  })
})

describe('beside the page', () => {
  it.each([1440, 1280])(
    'form and review have room, with their close buttons, at %d pixels',
    async (width) => {
      await page.setViewportSize({width, height: 900})
      const preview = `/preview/article/${ARTICLE}`
      const there = `${newsroom.origin}/studio/page/article/${ARTICLE}`
      await page.goto(`${there}?preview=${preview}&inspect=review`)
      const review = page.getByTestId('review-inspector')
      const close = review.getByRole('button', {name: 'Close'})
      await close.waitFor()
      await becomes(
        () => close.evaluate((it) => it.getBoundingClientRect().right <= innerWidth),
        true,
      )
      expect((await field(page, 'headline').boundingBox())?.width).toBeGreaterThan(240)
      await close.click()
      await review.waitFor({state: 'detached'})
    },
  )
})

describe('a photo', () => {
  const PHOTO = 'photo-nagasaki-boats'

  it('lists the pages that show it, drafts included, and leads to each', async () => {
    await openDocument(page, newsroom.origin, PHOTO, 'photoWithCredit')
    await page.getByRole('button', {name: 'Used on 3 pages'}).click()
    for (const name of [
      'The Anna Brask sends the harbour a bill for five hours',
      'The page of the photo',
    ]) {
      await page.getByRole('link', {name}).waitFor()
    }
    await page
      .getByRole('link', {name: 'China’s Two Sessions open: why a scripted week matters'})
      .click()
    await page.waitForURL(`**/studio/page/photoWithCredit/${PHOTO}**`)
    await contains(() => frame.locator('h1').innerText(), 'China’s Two Sessions open')
    expect(opened()).toBe(`photoWithCredit/${PHOTO}`)
  })
})

describe('elsewhere', () => {
  it('the page beside the form is only for reading', async () => {
    // Like a link in an e-mail: the studio is loaded.
    await page.goto('about:blank')
    await openDocument(page, newsroom.origin, DRAFT, 'article')
    await page.getByRole('tab', {name: 'Page'}).click()
    const beside = page.frameLocator('[title="The article’s page"]')
    await contains(() => beside.locator('h1').innerText(), DRAFT_HEADLINE)
    expect(await beside.locator('script, sanity-visual-editing, [data-sanity]').count()).toBe(0)
    expect(await beside.locator('body').innerText()).not.toMatch(/[\u200B-\u200D]{2}/)
  })

  it('nothing was requested from another host, missing, or refused by a policy', () => {
    expect(journalist.problems).toEqual([])
    expect([...journalist.missing]).toEqual([])
    expect(consoleErrors).toEqual([])
  })

  it('without a site there is no such tool, and articles have no page', async () => {
    const alone = await startNewsroom({environment: {SITE: 'off'}})
    try {
      const desk = await alone.signIn('Tomas Ardley')
      await openDocument(desk.page, alone.origin, DRAFT, 'article')
      await desk.page.getByRole('link', {name: 'Releases'}).waitFor()
      expect(await desk.page.getByRole('link', {name: 'On the page'}).count()).toBe(0)
      expect(await desk.page.getByText('Edit it on its page').count()).toBe(0)
      await desk.page.getByRole('tab', {name: 'Page'}).waitFor()
      expect(desk.problems).toEqual([])
    } finally {
      await alone.close()
    }
  })
})
