// `studio`: from the link of an article to its text on the screen, and from a key to the letter on a colleague's screen.
// Beside it a plain Sanity studio: the same types on the same lake, and no plugin of ours.
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, BrowserContext, Page} from 'playwright-core'
import {copyProject} from '../../tests/support/project-copy.ts'
import {launchBrowser} from '../browser.ts'
import {withNewsroom, type BenchNewsroom} from './bench-newsroom.ts'
import {median, quantile, time, type Bench, type Row} from './row.ts'

/** In the demonstration content, with photos and quotes. */
const ARTICLE = 'article-two-sessions'
/** In turns, so that what else the machine does meets both. */
const OPENINGS = 5
const KEYS = 20
const PATIENT = {timeout: 180_000}

const PLAIN_CONFIG = `import './studio/data/transport/install.ts'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {schemaTypes} from './schemas/index.ts'
import {workspaceMode} from './studio/data/workspace-mode.ts'

const {projectId, dataset} = workspaceMode()
const origin = globalThis.location?.origin ?? 'http://127.0.0.1:3333'

export default defineConfig({
  name: 'default',
  title: 'Plain',
  projectId,
  dataset,
  basePath: '/',
  apiHost: origin,
  auth: {
    loginMethod: 'cookie',
    redirectOnSingle: true,
    providers: [{name: 'copydesk', title: 'Sign in', url: origin + '/login'}],
  },
  schema: {types: schemaTypes},
  plugins: [structureTool()],
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
  announcements: {enabled: false},
})
`

export const studio: Bench = async (say) => {
  const project = mkdtempSync(join(tmpdir(), 'copydesk-plain-studio-'))
  copyProject(project)
  writeFileSync(join(project, 'sanity.config.ts'), PLAIN_CONFIG)
  say('Building both studios')
  try {
    return await withNewsroom([], (ours) =>
      withNewsroom(
        [],
        async (plain) => {
          const browser = await launchBrowser()
          try {
            return [
              await opening(browser, [ours, plain], say),
              ...(await letters(browser, [ours, plain], say)),
            ]
          } finally {
            await browser.close()
          }
        },
        {project},
      ),
    )
  } finally {
    rmSync(project, {recursive: true, force: true})
  }
}

type Pair<T> = [ours: T, plain: T]

async function opening(
  browser: Browser,
  newsrooms: Pair<BenchNewsroom>,
  say: Parameters<Bench>[0],
): Promise<Row> {
  const took: Pair<number[]> = [[], []]
  const contexts: BrowserContext[] = []
  for (const newsroom of newsrooms) contexts.push(await signedIn(browser, newsroom))
  // The first opening fills the browser's own cache.
  for (let round = 0; round <= OPENINGS; round++) {
    say('Opening', round, OPENINGS)
    for (const [at, newsroom] of newsrooms.entries()) {
      const page = await (contexts[at] as BrowserContext).newPage()
      const ms = await time(() => open(page, newsroom))
      if (round > 0) took[at]?.push(ms)
      await page.close()
    }
  }
  for (const context of contexts) await context.close()
  return {
    what: 'an article by its link, until its text is there',
    reference: 'a plain Sanity studio',
    ours: median(took[0]),
    theirs: median(took[1]),
  }
}

async function letters(
  browser: Browser,
  newsrooms: Pair<BenchNewsroom>,
  say: Parameters<Bench>[0],
): Promise<Row[]> {
  const took: Pair<number[]> = [[], []]
  for (const [at, newsroom] of newsrooms.entries()) {
    say('Typing', at, newsrooms.length)
    const context = await signedIn(browser, newsroom)
    const [writer, colleague] = [await context.newPage(), await context.newPage()]
    for (const page of [colleague, writer]) await open(page, newsroom)
    await writer.bringToFront()
    const words = text(writer).locator('[data-pt-block="text"]').first()
    // The first click makes the text editable where the form waits for it.
    await words.dblclick()
    await words.click()
    await writer.keyboard.press('End')
    took[at]?.push(...(await typeFor(writer, colleague)))
    await context.close()
  }
  const what = 'a letter in the text, until a colleague sees it'
  const reference = 'a plain Sanity studio'
  const tail = (values: number[]): number => quantile(values, 0.95)
  return [
    {what: `${what}, median`, reference, ours: median(took[0]), theirs: median(took[1])},
    {what: `${what}, 95th of 100`, reference, ours: tail(took[0]), theirs: tail(took[1])},
  ]
}

async function signedIn(
  browser: Browser,
  {origin, session = ''}: BenchNewsroom,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: {width: 1600, height: 1000},
    reducedMotion: 'reduce',
  })
  await context.addCookies([{name: 'copydesk_session', value: session, url: origin}])
  return context
}

const text = (page: Page) => page.getByTestId('field-body')

/** Resolves once the headline takes words and the text is drawn. */
async function open(page: Page, {origin}: BenchNewsroom): Promise<void> {
  await page.goto(`${origin}/studio/intent/edit/id=${ARTICLE};type=article/`)
  const headline = page.getByTestId('field-headline').locator('input, textarea')
  await headline.and(page.locator(':not([readonly])')).first().waitFor(PATIENT)
  await text(page).locator('[data-pt-block="text"]').first().waitFor(PATIENT)
}

/** Milliseconds of each key, until the other page shows its letter. */
async function typeFor(writer: Page, colleague: Page): Promise<number[]> {
  const took: number[] = []
  for (let n = 1; n <= KEYS; n++) {
    const seen = colleague.evaluate(whenShown, 'q'.repeat(n))
    await writer.evaluate(watchKey)
    await writer.keyboard.press('q')
    const begun = await writer.evaluate(() => (window as unknown as {pressed: number}).pressed)
    took.push((await seen) - begun)
  }
  return took
}

/** Runs in the page: the time at which its text has these characters. */
function whenShown(characters: string): Promise<number> {
  return new Promise((resolve, reject) => {
    // The field may be drawn again.
    const isShown = (): boolean =>
      document.querySelector('[data-testid="field-body"]')?.textContent?.includes(characters) ??
      false
    const observer = new MutationObserver(() => {
      if (!isShown()) return
      observer.disconnect()
      resolve(Date.now())
    })
    observer.observe(document.body, {subtree: true, childList: true, characterData: true})
    if (isShown()) resolve(Date.now())
    setTimeout(() => reject(new Error(`“${characters}” was not shown within 30 seconds.`)), 30_000)
  })
}

/** Runs in the page. */
function watchKey(): void {
  document.addEventListener('keydown', () => Object.assign(window, {pressed: Date.now()}), {
    capture: true,
    once: true,
  })
}
