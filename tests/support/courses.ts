// A person writes in an article while one thing after the other goes wrong, as a seed decides. What counts are the keys
// that were pressed, not what the form accepted.
import type {SanityClient} from '@sanity/client'
import type {BrowserContext, Dialog, Page} from 'playwright-core'
import {setTimeout as sleep} from 'node:timers/promises'
import {expect} from 'vitest'
import {openContent, type Content} from './content.ts'
import {generator} from './generator.ts'
import {keptIn, offlineDocument} from './kept-in.ts'
import {newsroomClient} from './newsroom-client.ts'
import {startNewsroom, type OwnNewsroom} from './newsroom.ts'
import {withoutLine} from './outage.ts'
import {announceNewBuild} from './new-build.ts'
import {closeDialog, dialog, field, hasFiles, openDocument} from './studio.ts'
import {placeCaret, shownBlocks} from './typing/caret.ts'
import {insertion} from './typing/keys.ts'
import {paragraph} from './typing/program.ts'

/** Where courses happen. They stop its lake. */
interface CourseNewsroom {
  origin: string
  signIn(name: string): Promise<{context: BrowserContext; page: Page}>
  restart(signal: 'SIGKILL' | 'SIGTERM', downMs: number): Promise<void>
  close(): Promise<void>
}

/** What all courses share. */
export interface Courses {
  newsroom: CourseNewsroom
  content: Content
  /** The colleague's. */
  client: SanityClient
  /** The writer's window, which one course leaves to the next one. */
  desk: {context: BrowserContext; page: Page} | undefined
}

/** Starts a newsroom of their own. */
export async function openCourses(): Promise<Courses> {
  const newsroom = await startNewsroom()
  return coursesIn(newsroom, newsroom)
}

/** @param lake programs write there */
export function coursesIn(
  newsroom: CourseNewsroom,
  {origin, tokens}: Pick<OwnNewsroom, 'origin' | 'tokens'>,
): Courses {
  const client = newsroomClient(origin, tokens.editor)
  return {newsroom, client, content: openContent({origin, tokens}), desk: undefined}
}

/** What a seed draws from. */
const STEPS = {
  'write in bold': bold,
  'insert a quote': insertQuote,
  'the server restarts': restart,
  'the server is killed': kill,
  'no network for a moment': offline,
  'no network for two hours': offlineForHours,
  'the window is closed': closeWindow,
  'the window is closed without a network': closeOffline,
  'the page is loaded again': reload,
  'a new build of the studio': newBuild,
  'the studio is opened without a network': openOffline,
  'a colleague writes elsewhere': (course) => course.colleague('first'),
  'a colleague writes in the same paragraph': (course) => course.colleague('last'),
} satisfies Record<string, (course: Course) => Promise<void>>

type Step = keyof typeof STEPS

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const FIRST = 'The ferry left at dawn.'
const LAST = 'Nobody waited on the quay.'

/**
 * The same for the same seed. Fewer steps are the first ones.
 *
 * @param count each opens the studio about once, which takes long
 */
export function stepsOf(seed: number, count = 2): Step[] {
  const draw = generator(seed)
  const names = Object.keys(STEPS) as Step[]
  return Array.from({length: count}, () => draw()).map(
    (drawn) => names[Math.floor(drawn * names.length)] ?? 'write in bold',
  )
}

/** Goes through the steps, then compares the keys with the form and the lake. */
export async function runCourse(
  world: Courses,
  seed: number,
  steps: readonly Step[] = stepsOf(seed),
): Promise<void> {
  const course = await Course.begin(world, seed)
  const {context} = course
  world.desk = undefined
  try {
    await course.write()
    for (const step of steps) {
      await STEPS[step](course)
      await course.write()
    }
    await course.compare()
    world.desk = {context, page: course.page}
  } finally {
    if (!world.desk) await context.close()
  }
}

async function sitDown({newsroom}: Courses) {
  const desk = await newsroom.signIn('Ingrid Vassall')
  // Time passes as usual, and a course can let hours pass.
  await desk.context.clock.install()
  return desk
}

interface Stored {
  body: {_type: string; children?: {text: string}[]}[]
}

class Course {
  page!: Page
  readonly world: Courses
  /** The writer's. */
  readonly context: BrowserContext
  readonly draw: () => number
  readonly #id: string
  /** Words in the order of their keys. */
  readonly #written: string[] = []
  readonly #colleagues: string[] = []
  #quotes = 0

  private constructor(world: Courses, context: BrowserContext, seed: number) {
    this.world = world
    this.context = context
    this.draw = generator(seed * 7919)
    this.#id = `course-${seed}`
  }

  static async begin(world: Courses, seed: number): Promise<Course> {
    const {context, page} = world.desk ?? (await sitDown(world))
    const course = new Course(world, context, seed)
    const body = [paragraph('first', FIRST), paragraph('last', LAST)]
    await world.content.copy('article-night-ferry', course.#id, {body})
    await course.open(page)
    return course
  }

  /** Opens the article with the caret behind its last letter. */
  async open(page: Page): Promise<void> {
    this.page = page
    await openDocument(page, this.world.newsroom.origin, this.#id, 'article')
    await this.takeUp()
  }

  async takeUp(): Promise<void> {
    await this.page.locator('[data-testid="field-body"] [contenteditable="true"]').waitFor()
    const shown = async () => (await shownBlocks(this.page)).at(-1)?.text
    await expect.poll(shown).toBe((await this.#stored()).at(-1))
    await this.putCaret(-1)
  }

  /** Behind the last letter of a paragraph. */
  async putCaret(paragraphAt: number): Promise<void> {
    await placeCaret(this.page, (blocks) => {
      const {key, text} = blocks.at(paragraphAt) ?? {key: '', text: ''}
      return {key, offset: text.length}
    })
  }

  /** Below the first paragraph. */
  async insertQuote(): Promise<void> {
    await this.putCaret(0)
    const body = field(this.page, 'body')
    await body.locator('[data-testid="quoteUse-insert-menu-button"][aria-hidden="false"]').click()
    await dialog(this.page).waitFor()
    await closeDialog(this.page)
    this.#quotes++
    await this.putCaret(-1)
  }

  /** Types some words. */
  async write(words = 3): Promise<void> {
    for (let n = 0; n < words; n++) {
      const word = this.#newWord()
      this.#written.push(word)
      await this.page.keyboard.type(` ${word}`, {delay: this.draw() * 10})
    }
  }

  /** Types on during something else. */
  async writeDuring(work: () => Promise<void>): Promise<void> {
    const over = new AbortController()
    const working = work().finally(() => over.abort())
    while (!over.signal.aborted) await this.write(1)
    await working
  }

  async colleague(key: 'first' | 'last'): Promise<void> {
    const word = this.#newWord()
    this.#colleagues.push(word)
    const path = `body[_key=="${key}"].children[0].text`
    const {body} = await this.#draft()
    const text = body.at(key === 'first' ? 0 : -1)?.children?.[0]?.text ?? ''
    const diffMatchPatch = {[path]: insertion(text, 0, `${word} `)}
    await this.writeDuring(async () => {
      await this.world.client.patch(`drafts.${this.#id}`, {diffMatchPatch}).commit()
    })
  }

  /** Waits until the browser or the lake has the last key. */
  async isKept(): Promise<void> {
    const last = this.#written.at(-1) ?? ''
    const isKept = async () =>
      (await this.#stored()).join('\n').includes(last) ||
      JSON.stringify(await keptIn(this.page)).includes(last)
    await expect.poll(isKept).toBe(true)
  }

  /** Waits until the lake has everything, and the browser what the lake has. */
  async isSaved(): Promise<void> {
    await expect.poll(async () => (await keptIn(this.page)).length).toBe(0)
    const last = this.#written.at(-1) ?? ''
    const kept = async () => JSON.stringify(await offlineDocument(this.page, `drafts.${this.#id}`))
    await expect.poll(kept).toContain(last)
  }

  /** The next window offers what the last one left, if it left anything. */
  async nextWindow(): Promise<void> {
    const page = await this.context.newPage()
    await page.goto(`${this.world.newsroom.origin}/studio/structure`)
    await page.getByTestId('structure-tool-list-pane').first().waitFor()
    await putBack(page)
    await this.open(page)
  }

  /** Each key once and in its place, in the form and in the lake. */
  async compare(): Promise<void> {
    const {page} = this
    expect(await page.getByTestId('studio-error-screen').count()).toBe(0)
    const expected = [FIRST, [LAST, ...this.#written].join(' ')]
    const withoutColleagues = (texts: readonly string[]): string[] =>
      texts.map((text) =>
        this.#colleagues.reduce((rest, word) => rest.replace(`${word} `, ''), text),
      )
    await expect.poll(async () => withoutColleagues(await this.#stored())).toEqual(expected)
    const stored = await this.#stored()
    for (const word of this.#colleagues) {
      expect(stored.join('\n').split(word), `the colleague's ${word}`).toHaveLength(2)
    }
    const shown = async () => (await shownBlocks(page)).map(({text}) => text)
    await expect.poll(shown).toEqual(stored)
    const types = (await this.#draft()).body.map(({_type}) => _type)
    expect(types.filter((type) => type === 'quoteUse')).toHaveLength(this.#quotes)
    await expect.poll(() => keptIn(page)).toEqual([])
  }

  #newWord(): string {
    return Array.from({length: 6}, () => LETTERS[Math.floor(this.draw() * 26)]).join('')
  }

  #draft(): Promise<Stored> {
    return this.world.content.asEditor<Stored>(`*[_id == "drafts.${this.#id}"][0]{body}`)
  }

  /** The text of each paragraph. */
  async #stored(): Promise<string[]> {
    const {body} = await this.#draft()
    return body.flatMap(({children}) => children?.map(({text}) => text).join('') ?? [])
  }
}

async function bold(course: Course): Promise<void> {
  await course.page.keyboard.press('ControlOrMeta+b')
  await course.write(2)
  await course.page.keyboard.press('ControlOrMeta+b')
}

function insertQuote(course: Course): Promise<void> {
  return course.insertQuote()
}

function restart(course: Course): Promise<void> {
  return course.writeDuring(() => course.world.newsroom.restart('SIGTERM', course.draw() * 500))
}

function kill(course: Course): Promise<void> {
  return course.writeDuring(() => course.world.newsroom.restart('SIGKILL', course.draw() * 500))
}

function offline(course: Course): Promise<void> {
  const during = () => course.writeDuring(() => sleep(500 + course.draw() * 2_000))
  return withoutLine([course.context], during)
}

function offlineForHours(course: Course): Promise<void> {
  return withoutLine([course.context], async () => {
    await course.write()
    await course.page.clock.fastForward('02:00:00')
    await course.write()
  })
}

async function closeWindow(course: Course): Promise<void> {
  await course.isKept()
  await course.page.close({runBeforeUnload: false})
  await course.nextWindow()
}

async function closeOffline(course: Course): Promise<void> {
  await withoutLine([course.context], async () => {
    await course.write()
    await course.isKept()
    await course.page.close({runBeforeUnload: false})
  })
  await course.nextWindow()
}

async function reload(course: Course): Promise<void> {
  await course.isKept()
  const accept = (dialog: Dialog) => void dialog.accept()
  course.page.once('dialog', accept)
  await course.page.reload()
  course.page.off('dialog', accept)
  await course.page.getByTestId('document-pane').first().waitFor()
  await putBack(course.page)
  await course.takeUp()
}

/** It is offered while words are unsaved, and loaded when the person says so. */
async function newBuild(course: Course): Promise<void> {
  const {page} = course
  const offer = await announceNewBuild(page)
  await course.write()
  const loaded = page.waitForEvent('domcontentloaded')
  await offer.getByRole('button', {name: 'Load it'}).click()
  await loaded
  await page.getByTestId('document-pane').first().waitFor()
  await course.takeUp()
}

/** A window that is opened on a journey has what was saved before, and takes words. */
async function openOffline(course: Course): Promise<void> {
  const {page, context} = course
  await expect.poll(() => hasFiles(page)).toBe(true)
  await course.isSaved()
  await page.close({runBeforeUnload: false})
  await withoutLine([context], async () => {
    await course.open(await context.newPage())
    await course.write()
  })
}

/** Takes what the page offers, if an earlier window left anything. */
async function putBack(page: Page): Promise<void> {
  const offer = page.getByTestId('unsaved-words')
  const isDecided = async () => (await offer.count()) > 0 || (await keptIn(page)).length === 0
  await expect.poll(isDecided).toBe(true)
  if ((await offer.count()) === 0) return
  await offer.getByRole('button', {name: 'Put them back'}).click()
  await offer.waitFor({state: 'detached'})
}
