// The site for people who use a keyboard, a screen reader, or other settings of the browser: the
// order of things, and that nothing is lost.
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {spokenArticles, asSpoken} from '../support/article-read-aloud.ts'
import {openContent, type Content} from '../support/content.ts'
import {
  ARABIC,
  importHardPages,
  JAPANESE,
  SECOND_PAGES,
  withoutRepetition,
} from '../support/hard-pages.ts'
import {
  ambiguousLinks,
  spokenOn,
  outOfOrder,
  structureFaults,
  type Spoken,
} from '../support/screen-reader.ts'
import {
  lostText,
  movements,
  setInFont,
  smallTargets,
  spaceOutText,
  type FontShape,
} from '../support/legible.ts'
import {startNewsroom, type Newsroom} from '../support/newsroom.ts'
import {publicPaths} from '../support/public-paths.ts'
import {openReader, overflow, PHONE, readAll, WIDE} from '../support/reader.ts'
import {sharePreview} from '../support/share-preview.ts'
import {tabBack, tabThrough, type TabStop} from '../support/tab-stops.ts'

/** More than fonts differ: very short and narrow, as common ones are, very tall and wide. */
const FONTS: readonly FontShape[] = [
  {above: 40, below: 10, width: 40},
  {above: 76, below: 24, width: 100},
  {above: 140, below: 60, width: 130},
]

const ARTICLE = '/article/china-two-sessions-why-they-matter'
/** A page of each kind, and those on which most can fail. */
const PAGES = [
  '/',
  ARTICLE,
  '/article/the-reservoir-nobody-built',
  '/article/the-woman-who-gives-old-films-their-speed-back',
  JAPANESE,
  ARABIC,
  '/section/environment',
  '/topic/politics',
  '/series/high-water',
  '/author/noor-haddow',
  '/author/graphics-desk',
  '/source/source-ruth-damaso',
  '/sources',
  '/photo/photo-free',
  '/search',
  '/search?q=barrier',
  '/search?q=nothing-like-it',
  '/policies',
  '/corrections',
  ...SECOND_PAGES,
  '/article/who-bid-for-the-tram-depot',
  '/nowhere',
]

const LOOKS = {
  'in the light': {colorScheme: 'light', forcedColors: 'none'},
  'in the dark': {colorScheme: 'dark', forcedColors: 'none'},
  'in forced colours': {colorScheme: 'light', forcedColors: 'active'},
} as const
/** At four times the size, and as on a desk. */
const WINDOWS = [{width: 320, height: 256}, WIDE.viewport]

/** What tests ask of a page, noted at one visit. */
interface Noted {
  title: string
  spoken: Spoken[]
  images: {all: number; silent: number}
  /** By how the page looks. */
  stops: Record<string, TabStop[]>
  smallTargets: string[]
}
interface NotedAtDesk extends Noted {
  lost: string[]
  movements: string[]
  /** The sign-in page has none. */
  skip: Skip | undefined
}
/** What the first stop does. */
interface Skip {
  height: number
  /** The element that has the focus then. */
  landsOn: string
  /** Whether the next stop is the first of the text. */
  goesOn: boolean
}

let newsroom: Newsroom
let content: Content
/** The pages of readers, and a draft that was shown to somebody by a link. */
let pages: string[]
const atDesk = new Map<string, NotedAtDesk>()
const onPhone = new Map<string, Noted>()
beforeAll(async () => {
  newsroom = await startNewsroom()
  await importHardPages(newsroom)
  content = openContent(newsroom)
  const {context: staff} = await newsroom.signIn('Samuel Okonjo-Reeve')
  pages = [...PAGES, await sharePreview(newsroom, {staff, content}, 'article-cold-store')]
  await staff.close()
  const all = [...pages, '/login']
  await readAll(newsroom, WIDE, all, async ({page}, path) => {
    atDesk.set(path, await noteAtDesk(page))
  })
  await readAll(newsroom, PHONE, all, async ({page}, path) => {
    const atRest = await noteAtRest(page)
    const stops = {'on a phone': await tabThrough(page)}
    onPhone.set(path, {...atRest, stops, smallTargets: await smallInAnyFont(page)})
  })
})
afterAll(() => newsroom.close())

async function noteAtRest(page: Page): Promise<Pick<Noted, 'title' | 'spoken' | 'images'>> {
  const title = await page.title()
  const spoken = await spokenOn(page)
  const images = await page.evaluate(() => ({
    all: document.images.length,
    silent: document.querySelectorAll('img[alt=""]').length,
  }))
  return {title, spoken, images}
}

async function noteAtDesk(page: Page): Promise<NotedAtDesk> {
  const atRest = await noteAtRest(page)
  const stops: Noted['stops'] = {}
  for (const [look, media] of Object.entries(LOOKS)) {
    await page.emulateMedia(media)
    stops[look] = await tabThrough(page)
  }
  await page.emulateMedia(LOOKS['in the light'])
  const lost = await lostInAnyWindow(page, 'as it is')
  await spaceOutText(page)
  lost.push(...(await lostInAnyWindow(page, 'spaced')))
  await page.evaluate(() => void (document.adoptedStyleSheets = []))
  const smallTargets = await smallInAnyFont(page)
  await page.emulateMedia({reducedMotion: 'reduce'})
  const moving = await movements(page)
  await page.emulateMedia({reducedMotion: 'no-preference'})
  return {...atRest, stops, lost, smallTargets, movements: moving, skip: await skip(page)}
}

async function skip(page: Page): Promise<Skip | undefined> {
  if ((await page.locator('.skip').count()) === 0) return undefined
  await page.keyboard.press('Tab')
  const {height = 0} = (await page.locator('.skip:focus').boundingBox()) ?? {}
  await page.keyboard.press('Enter')
  await page.waitForURL('**#content')
  const landsOn = await page.evaluate(() => document.activeElement?.localName ?? 'nothing')
  await page.keyboard.press('Tab')
  const goesOn = await page.evaluate(() => {
    const inMain = document.querySelector('main :is(a[href], input, summary)')
    return !inMain || document.activeElement === inMain
  })
  return {height, landsOn, goesOn}
}

async function lostInAnyWindow(page: Page, text: string): Promise<string[]> {
  const faults: string[] = []
  for (const viewport of WINDOWS) {
    await page.setViewportSize(viewport)
    const found = [...(await overflow(page, viewport.width)), ...(await lostText(page))]
    faults.push(...found.map((fault) => `${text}, ${viewport.width} pixels: ${fault}`))
  }
  return faults
}

async function smallInAnyFont(page: Page): Promise<string[]> {
  const faults = await smallTargets(page)
  for (const font of FONTS) {
    await setInFont(page, font)
    const found = await smallTargets(page)
    faults.push(...found.map((fault) => `${JSON.stringify(font)}: ${fault}`))
  }
  return faults
}

/** What was noted of each page, `/login` included. */
function* noted<T>(notes: ReadonlyMap<string, T>): Generator<[string, T]> {
  expect(notes.size).toBe(pages.length + 1)
  yield* notes
}

const faultsOf = (stops: TabStop[]): string[] =>
  stops.flatMap(({what, faults}) => faults.map((fault) => `${what} ${fault}`))

describe('by keyboard', () => {
  it.each<[string, ReadonlyMap<string, Noted>]>([
    ...Object.keys(LOOKS).map((look): [string, ReadonlyMap<string, Noted>] => [look, atDesk]),
    ['on a phone', onPhone],
  ])('every stop is named, in its place and plainly to be seen, %s', (look, notes) => {
    for (const path of pages) {
      const {spoken = [], stops: {[look]: stops = []} = {}} = notes.get(path) ?? {}
      expect(stops[0]?.what, path).toBe('a “Skip to the text” in the page')
      expect(stops.length, path).toBeGreaterThan(15)
      expect(faultsOf(stops), path).toEqual([])
      const controls = spoken.filter(({role}) =>
        /^(link|button|searchbox|textbox|Disclosure)/.test(role),
      )
      expect(controls.length, path).toBe(stops.length)
      expect(
        controls.filter(({name}) => name === ''),
        path,
      ).toEqual([])
    }
  })

  it('the way back is the same', async () => {
    await readAll(newsroom, {}, ['/', ARTICLE, '/search?q=barrier'], async ({page}, path) => {
      const forth = (await tabThrough(page)).map(({what}) => what)
      expect(await tabBack(page, forth.length), path).toEqual(forth.toReversed())
    })
  })

  it('the first stop leads past the masthead to the text', () => {
    for (const path of pages) {
      const {height = 0, ...after} = atDesk.get(path)?.skip ?? {}
      expect(height, path).toBeGreaterThan(24)
      expect(after, path).toEqual({landsOn: 'main', goesOn: true})
    }
  })

  it('a search leads to a quote in its own language', async () => {
    const reader = await openReader(newsroom, {...WIDE, javaScriptEnabled: false})
    const {page} = reader
    await reader.visit('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('門')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=*')
    const found = page
      .getByRole('region', {name: 'Results'})
      .getByRole('link', {name: '港の門が閉じた夜'})
    await found.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${JAPANESE}`)
    const summary = page.locator('summary')
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await page.getByText('La mer n’attend personne.').isVisible()).toBe(true)
    await page.keyboard.press('Space')
    expect(await page.getByText('La mer n’attend personne.').isVisible()).toBe(false)
    await reader.close()
  })
})

describe('read aloud', () => {
  it('an article comes in the order in which it was meant', async () => {
    const articles = await spokenArticles(content)
    expect(articles.filter(({corrections}) => corrections.length > 0).length).toBeGreaterThan(1)
    expect(articles.filter(({keyPoints}) => keyPoints?.length).length).toBeGreaterThan(4)
    expect(articles.flatMap(({body}) => body).filter(({names}) => names).length).toBeGreaterThan(30)
    const meant = new Map(articles.map((one) => [`/article/${one.slug}`, asSpoken(one)]))
    await readAll(newsroom, {}, withoutRepetition([...meant.keys()]), async ({page}, path) => {
      const heard = await spokenOn(page)
      const order = meant.get(path) ?? []
      expect(outOfOrder(heard, order), path).toBeUndefined()
      // Told the other way round it would be noticed.
      expect(outOfOrder(heard, order.toReversed()), path).toBeDefined()
    })
  })

  it('every page has one main heading, different landmarks and clear links', async () => {
    const titles = new Map<string, string>()
    const published = withoutRepetition(await publicPaths(content))
    const paths = new Set([...published, ...SECOND_PAGES, '/nowhere'])
    const renamed = await content.asReader<string[]>('*[defined(seoHeadline)].slug.current')
    const notes = new Map<string, Pick<Noted, 'title' | 'spoken'>>(atDesk)
    const others = [...paths].filter((path) => !atDesk.has(path))
    await readAll(newsroom, {}, others, async ({page}, path) => {
      notes.set(path, {title: await page.title(), spoken: await spokenOn(page)})
    })
    for (const path of paths) {
      const {title = '', spoken: heard = []} = notes.get(path) ?? {}
      expect(structureFaults(heard), path).toEqual([])
      expect(ambiguousLinks(heard), path).toEqual([])
      expect(titles.get(title), `“${title}”, as ${path} is called`).toBeUndefined()
      titles.set(title, path)
      const heading = heard.find(({level}) => level === 1)?.name ?? 'none'
      if (!renamed.includes(path.replace('/article/', '')))
        expect(title.startsWith(heading) || title.includes(`: ${heading}`), path).toBe(true)
    }
  })

  it('a picture says what it shows, or nothing where it shows nothing', () => {
    for (const [path, {spoken, images}] of noted(atDesk)) {
      const heard = spoken.filter(({role}) => role === 'image')
      expect(
        heard.filter(({name}) => name === ''),
        path,
      ).toEqual([])
      expect(heard.length, path).toBe(images.all - images.silent)
      // Decorative by its own document, and nothing else is.
      expect(images.silent, path).toBe(path === JAPANESE ? 1 : 0)
    }
  })

  it.each([
    {path: JAPANESE, language: 'ja'},
    {path: ARABIC, language: 'ar'},
    {path: '/source/source-ruth-damaso', language: 'en-GB'},
    {path: ARTICLE, language: 'en-GB'},
  ])('each voice is read in its own language, $path', async ({path, language}) => {
    const reader = await openReader(newsroom)
    const {page} = reader
    await reader.visit(path)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    const languageOf = (words: string) =>
      page
        .getByText(words)
        .first()
        .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))
    const quotes = await content.asReader<
      {text: string; language: string; original: string | null}[]
    >('*[_type == "expertQuote"]{text, language, "original": original.text}')
    const shown = await page.locator('.quote').allTextContents()
    const here = quotes.filter(({text}) => shown.some((words) => words.includes(text)))
    expect(here.length).toBe(shown.length)
    for (const quote of here) expect(await languageOf(quote.text), quote.text).toBe(quote.language)
    if (path === JAPANESE) expect(await languageOf('La mer n’attend personne.')).toBe('fr')
    // The page's own words are in the newsroom's language, whatever the article's.
    const own = [
      'Skip to the text',
      'Explainer',
      'Noor Haddow',
      'About this photo',
      'About this graphic',
      'Licence',
      'to read',
    ]
    const there = await Promise.all(own.map((words) => page.getByText(words).first().count()))
    for (const words of own.filter((_, index) => there[index]))
      expect(await languageOf(words), words).toMatch(/^en/)
    await reader.close()
  })
})

describe('however the browser is set', () => {
  it('nothing is cut off or laid over at four times the size, nor when the text is spaced out', () => {
    for (const [path, {lost}] of noted(atDesk)) expect(lost, path).toEqual([])
  })

  it('whatever is to be hit is large enough, with any font, on a desk and on a phone', () => {
    for (const notes of [atDesk, onPhone])
      for (const [path, {smallTargets}] of noted(notes)) expect(smallTargets, path).toEqual([])
  })

  it('nothing moves for those who asked for less motion', () => {
    for (const [path, {movements}] of noted(atDesk)) expect(movements, path).toEqual([])
  })
})

describe('these tests', () => {
  it('notice the faults that they look for', async () => {
    const reader = await openReader(newsroom)
    const {page} = reader
    const spoil = async (css: string) => {
      await reader.visit('/search?q=barrier')
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(css)
        document.adoptedStyleSheets.push(sheet)
      }, css)
    }
    const faults = async () => faultsOf(await tabThrough(page)).join('\n')
    await spoil(':focus-visible {outline: none !important}')
    expect(await faults()).toContain('looks the same with the focus')
    await spoil(':focus-visible {outline-color: #eee !important}')
    expect(await faults()).toContain('shows the focus faintly')
    await spoil('.search__line {flex-direction: row-reverse}')
    expect(await faults()).toContain('button “Search” in main stands before')
    await spoil('.sections a {opacity: 0}')
    expect(await faults()).toContain('a “Home” in nav cannot be seen')
    await spoil(
      '.search__line {margin-bottom: -2rem !important} .search__hint {height: 1rem; overflow: hidden}',
    )
    const lost = (await lostText(page)).join('\n')
    expect(lost).toContain('cut off: All words must be there')
    expect(lost).toContain('on one another: ')
    await spoil('.footer a {font-size: 8px; padding: 0} .card {transition: opacity 1s}')
    expect((await smallTargets(page)).join('\n')).toContain('footer “Ethics”')
    expect((await movements(page)).join('\n')).toContain('class="card')
    await reader.close()
  })
})
