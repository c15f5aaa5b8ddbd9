// @module-tag soak
// Twenty restarts and twenty spells without a network, of 5 to 60 s each, while somebody writes: in
// existing and in new articles, with and without Review. A seed and the number of a round repeat
// the round.
import type {BrowserContext} from 'playwright-core'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, afterEach, beforeAll, describe, it} from 'vitest'
import {openContent, type Content} from '../support/content.ts'
import {generator} from '../support/generator.ts'
import {startNewsroom, type OwnNewsroom} from '../support/newsroom.ts'
import {sitDown, withoutLine, type Course} from '../support/outage.ts'

const SEED = Number(process.env['OUTAGE_SEED'] ?? 20_261)
/** Four people write in each. */
const ROUNDS = 5
const PATIENCE = 600_000

let newsroom: OwnNewsroom
let content: Content
let contexts: BrowserContext[]
let articles: string[]
beforeAll(async () => {
  newsroom = await startNewsroom()
  content = openContent(newsroom)
  const desk = await newsroom.signIn('Ingrid Vassall')
  const storageState = await desk.context.storageState()
  await desk.context.close()
  const viewport = {width: 1600, height: 1000}
  contexts = []
  for (let desks = 0; desks < 4; desks++) {
    const context = await newsroom.browser.newContext({storageState, viewport})
    // Four studios in one browser are slow to come.
    context.setDefaultTimeout(120_000)
    contexts.push(context)
  }
  articles = await content.asEditor<string[]>(
    '*[_type == "article" && !(_id in path("drafts.**"))] | order(_id)[0...2]._id',
  )
  for (const id of articles) await content.draft(id, {})
})
afterEach(async () => {
  for (const context of contexts) for (const page of context.pages()) await page.close()
})
afterAll(() => newsroom.close())

type Outage = (ms: number) => Promise<void>

/**
 * Each of the four writes in a different place: in an existing or a new article, with Review or
 * without.
 */
async function round(number: number, outage: Outage): Promise<void> {
  const draw = generator(SEED + number)
  const ms = Math.round(5_000 + draw() * 55_000)
  const courses = contexts.map((_, index): Course => {
    const article = index < 2 ? articles[index] : undefined
    const place = draw() < 0.5 ? 'headline' : 'body'
    const own = generator(SEED + number * 10 + index)
    return {...(article && {article}), place, review: index % 2 === 0, draw: own}
  })
  const before = draw() * 2_500
  console.log(
    `Seed ${SEED}, round ${number}: ${ms} ms, ${Math.round(before)} ms after the first letters; ${courses.map(({place}) => place).join(', ')}`,
  )
  const writings = await Promise.all(
    courses.map((course, index) => {
      const context = contexts[index] as BrowserContext
      return sitDown({newsroom, content, context}, course, `round${number}desk${index}`)
    }),
  )
  const stops = writings.map((writing) => writing.begin())
  for (const writing of writings) await writing.typed(6)
  await sleep(before)
  await outage(ms)
  for (const {page} of writings) {
    await page.getByTestId('connection-lost').waitFor({state: 'detached'})
  }
  await sleep(2_000)
  for (const stop of stops) await stop()
  await Promise.all(writings.map((writing) => writing.holdKept()))
  console.log(`Round ${number}: all is kept.`)
}

describe('a server that restarts loses neither the form nor a character', () => {
  for (let number = 1; number <= ROUNDS; number++) {
    const signal = number % 2 === 0 ? 'SIGKILL' : 'SIGTERM'
    it(
      `restart ${number} by ${signal}`,
      () => round(number, (ms) => newsroom.restart(signal, ms)),
      PATIENCE,
    )
  }
})

describe('a network that is down loses neither the form nor a character', () => {
  for (let number = 1; number <= ROUNDS; number++) {
    const outage: Outage = (ms) => withoutLine(contexts, () => sleep(ms))
    it(`offline ${number}`, () => round(ROUNDS + number, outage), PATIENCE)
  }
})
