// The site for people who use a keyboard, a screen reader, or other settings of the browser: the
// order of things, and that nothing is lost.
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {spokenArticles, asSpoken} from '../support/article-read-aloud.ts'
import {openContent, type Content} from '../support/content.ts'
import {ARABIC, importHardPages, JAPANESE, SECOND_PAGES} from '../support/hard-pages.ts'
import {ambiguousLinks, spokenOn, outOfOrder, structureFaults} from '../support/screen-reader.ts'
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

let newsroom: Newsroom
let content: Content
/** The pages of readers, and a draft that was shown to somebody by a link. */
let pages: string[]
beforeAll(async () => {
  newsroom = await startNewsroom()
  await importHardPages(newsroom)
  content = openContent(newsroom)
  const {context: staff} = await newsroom.signIn('Samuel Okonjo-Reeve')
  pages = [...PAGES, await sharePreview(newsroom, {staff, content}, 'article-cold-store')]
  await staff.close()
})
afterAll(() => newsroom.close())

const faultsOf = (stops: TabStop[]): string[] =>
  stops.flatMap(({what, faults}) => faults.map((fault) => `${what} ${fault}`))

describe('by keyboard', () => {
  it.each([
    {seen: 'in the light', options: {...WIDE, colorScheme: 'light'}},
    {seen: 'in the dark', options: {...WIDE, colorScheme: 'dark'}},
    {seen: 'in forced colours', options: {...WIDE, forcedColors: 'active'}},
    {seen: 'on a phone', options: PHONE},
  ] as const)('every stop is named, in order and clearly visible, $seen', async ({options}) => {
    await readAll(newsroom, options, pages, async ({page}, path) => {
      const named = await spokenOn(page)
      const stops = await tabThrough(page)
      expect(stops[0]?.what, path).toBe('a “Skip to the text” in the page')
      expect(stops.length, path).toBeGreaterThan(15)
      expect(faultsOf(stops), path).toEqual([])
      const controls = named.filter(({role}) =>
        /^(link|button|searchbox|textbox|Disclosure)/.test(role),
      )
      expect(controls.length, path).toBe(stops.length)
      expect(
        controls.filter(({name}) => name === ''),
        path,
      ).toEqual([])
    })
  })

  it('the way back is the same', async () => {
    await readAll(newsroom, {}, ['/', ARTICLE, '/search?q=barrier'], async ({page}, path) => {
      const forth = (await tabThrough(page)).map(({what}) => what)
      expect(await tabBack(page, forth.length), path).toEqual(forth.toReversed())
    })
  })

  it('the first stop leads past the masthead to the text', async () => {
    await readAll(newsroom, {...WIDE, javaScriptEnabled: true}, pages, async ({page}, path) => {
      await page.keyboard.press('Tab')
      const skip = page.locator('.skip:focus')
      expect((await skip.boundingBox())?.height, path).toBeGreaterThan(24)
      await page.keyboard.press('Enter')
      await page.waitForURL('**#content')
      expect(await page.evaluate(() => document.activeElement?.localName), path).toBe('main')
      await page.keyboard.press('Tab')
      const landed = await page.evaluate(() => {
        const inMain = document.querySelector('main :is(a[href], input, summary)')
        return !inMain || document.activeElement === inMain
      })
      expect(landed, path).toBe(true)
    })
  })

  it('a search leads to a quote in its own language', async () => {
    const reader = await openReader(newsroom, {...WIDE, javaScriptEnabled: false})
    const {page} = reader
    await reader.visit('/')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search')
    const focused = page.locator(':focus')
    for (let stop = 0; stop < 30 && !(await focused.and(page.locator('#q')).count()); stop++)
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
  it('an article is in the intended order', async () => {
    const reader = await openReader(newsroom)
    const articles = await spokenArticles(content)
    expect(articles.filter(({corrections}) => corrections.length > 0).length).toBeGreaterThan(1)
    expect(articles.filter(({keyPoints}) => keyPoints?.length).length).toBeGreaterThan(4)
    expect(articles.flatMap(({body}) => body).filter(({names}) => names).length).toBeGreaterThan(30)
    for (const article of articles) {
      await reader.visit(`/article/${article.slug}`)
      const heard = await spokenOn(reader.page)
      expect(outOfOrder(heard, asSpoken(article)), article.slug).toBeUndefined()
      // The reverse order would be noticed.
      expect(outOfOrder(heard, asSpoken(article).toReversed()), article.slug).toBeDefined()
    }
    await reader.close()
  })

  it('every page has one main heading, different landmarks and clear links', async () => {
    const titles = new Map<string, string>()
    const paths = [...(await publicPaths(content)), ...SECOND_PAGES, '/nowhere']
    const renamed = await content.asReader<string[]>('*[defined(seoHeadline)].slug.current')
    await readAll(newsroom, {}, new Set(paths), async ({page}, path) => {
      const heard = await spokenOn(page)
      expect(structureFaults(heard), path).toEqual([])
      expect(ambiguousLinks(heard), path).toEqual([])
      const title = await page.title()
      expect(titles.get(title), `“${title}”, as ${path} is called`).toBeUndefined()
      titles.set(title, path)
      const heading = heard.find(({level}) => level === 1)?.name ?? 'none'
      if (!renamed.includes(path.replace('/article/', '')))
        expect(title.startsWith(heading) || title.includes(`: ${heading}`), path).toBe(true)
    })
  })

  it('a picture has a description, or none if it is decorative', async () => {
    await readAll(newsroom, {}, pages, async ({page}, path) => {
      const images = (await spokenOn(page)).filter(({role}) => role === 'image')
      expect(
        images.filter(({name}) => name === ''),
        path,
      ).toEqual([])
      const {all, silent} = await page.evaluate(() => ({
        all: document.images.length,
        silent: document.querySelectorAll('img[alt=""]').length,
      }))
      expect(images.length, path).toBe(all - silent)
      // Only this picture is decorative, by its own document.
      expect(silent, path).toBe(path === JAPANESE ? 1 : 0)
    })
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
      'Licence',
      'to read',
    ]
    const there = await Promise.all(own.map((words) => page.getByText(words).first().count()))
    for (const words of own.filter((_, index) => there[index]))
      expect(await languageOf(words), words).toMatch(/^en/)
    await reader.close()
  })
})

describe('with any browser settings', () => {
  it('nothing is cut off or covered at four times the size, or with spaced text', async () => {
    for (const viewport of [{width: 320, height: 256}, WIDE.viewport]) {
      await readAll(newsroom, {viewport}, [...pages, '/login'], async ({page}, path) => {
        expect(await overflow(page, viewport.width), path).toEqual([])
        expect(await lostText(page), path).toEqual([])
        await spaceOutText(page)
        expect(await overflow(page, viewport.width), `${path}, spaced`).toEqual([])
        expect(await lostText(page), `${path}, spaced`).toEqual([])
      })
    }
  })

  it.each([WIDE, PHONE])(
    'every target is large enough, with any font, $viewport.width',
    async (shape) => {
      await readAll(newsroom, shape, [...pages, '/login'], async ({page}, path) => {
        expect(await smallTargets(page), path).toEqual([])
        for (const font of FONTS) {
          await setInFont(page, font)
          expect(await smallTargets(page), `${path}, ${JSON.stringify(font)}`).toEqual([])
        }
      })
    },
  )

  it('nothing moves for readers who asked for less motion', async () => {
    await readAll(
      newsroom,
      {reducedMotion: 'reduce'},
      [...pages, '/login'],
      async ({page}, path) => {
        expect(await movements(page), path).toEqual([])
      },
    )
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
