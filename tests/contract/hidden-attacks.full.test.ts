// @module-tag random
// Random attacks on hidden content: queries, listeners, writes, addresses, webhooks. Each gets the
// same response, whatever the hidden content is.
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {openEvents} from '../support/events.ts'
import {attemptsAt, type Attempt} from '../support/authorization/random-requests.ts'
import {
  changeHidden,
  HIDDEN_CHANGES,
  hiddenFrom,
  KEPT_OUT,
  referToHidden,
} from '../support/authorization/hidden.ts'
import {
  perspective,
  plainFilter,
  question,
  version,
} from '../support/authorization/random-queries.ts'
import type {RoleColumn} from '../support/authorization/table.ts'
import {DATASET, MARK, openWorld, type World} from '../support/authorization/world.ts'
import {runs} from '../support/runs.ts'

const SEED = 20_261_125
const LONG = 120_000
/** Fewer would hardly ask an editor about what changes. */
const QUESTIONS = Math.max(40, runs(90))
const ATTEMPTS = runs(100)
const LISTENERS = runs(20)
/** These differ from one response to the next for any request. */
const OF_THE_MOMENT = ['date', 'x-request-id', 'keep-alive', 'connection']

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, {seed: SEED, numRuns})

async function ask(who: RoleColumn, {path, method, body}: Attempt, more: HeadersInit = {}) {
  const response = await world.lake.fetch(path, {
    method,
    redirect: 'manual',
    headers: {...world.voices[who].headers, ...(more as Record<string, string>)},
    ...(body ? {body: JSON.stringify(body)} : {}),
  })
  const text = (await response.text()).replace(/"ms":\d+/, '')
  const headers = [...response.headers].filter(([name]) => !OF_THE_MOMENT.includes(name))
  return {status: response.status, text, all: JSON.stringify([response.status, headers, text])}
}

const marksOf = (who: RoleColumn): string[] => hiddenFrom(who).map((kind) => `${MARK}: ${kind}"`)

const questions = (): Attempt[] =>
  sample(fc.tuple(question, perspective, version), QUESTIONS).map(([query, view, api], index) => {
    const search = new URLSearchParams({query, perspective: view})
    if (index % 2 === 1) search.set('resultSourceMap', 'true')
    return {path: `/${api}/data/query/${DATASET}?${search}`, method: 'GET'}
  })

/** What is heard by who asks for one thing or another; everybody hears the last change. */
async function listenTo(who: RoleColumn, filters: readonly string[]) {
  const {headers} = world.voices[who]
  return await Promise.all(
    filters.map((filter) => {
      const search = new URLSearchParams({
        query: `*[(_id == "subject" && title == "The last word") || (${filter})]`,
        includeResult: 'true',
        includePreviousRevision: 'true',
        includeAllVersions: 'true',
        effectFormat: 'mendoza',
      })
      return openEvents(world.lake, `/vX/data/listen/${DATASET}?${search}`, headers)
    }),
  )
}

describe.each(KEPT_OUT)('%s', {timeout: LONG}, (who) => {
  beforeEach(() => referToHidden(world, who))

  it('learns nothing of hidden content by queries, refusals or listeners', async () => {
    const asked = [
      ...questions(),
      ...sample(attemptsAt(hiddenFrom(who).map((kind) => world.subjects[kind].id)), ATTEMPTS),
      // A developer is told that a document is there which they may not read, as on Sanity.
    ].filter(({path}) => who !== 'developer' || !path.includes('/data/doc/'))
    const askAll = async (as: RoleColumn, what: readonly Attempt[]) => {
      const answers: Awaited<ReturnType<typeof ask>>[] = []
      for (const one of what) answers.push(await ask(as, one))
      return answers
    }
    const streams = await listenTo(who, sample(plainFilter, LISTENERS))
    const before = world.everything()
    const first = await askAll(who, asked)
    expect(world.everything()).toBe(before)
    for (const {status, text} of first) {
      expect(status, text).toBeLessThan(500)
      for (const mark of marksOf(who)) expect(text).not.toContain(mark)
    }
    const editor = [await askAll('editor', questions())]
    for (const change of HIDDEN_CHANGES) {
      await changeHidden(world, who, change)
      const now = await askAll(who, asked)
      for (const [index, {all}] of now.entries()) {
        expect(all, JSON.stringify(asked[index])).toBe(first[index]!.all)
      }
      editor.push(await askAll('editor', questions()))
    }
    // An editor is told otherwise now and then: the questions are about what changes.
    const [then = [], ...later] = editor
    const different = then.filter(({all}, index) => later.some((one) => one[index]!.all !== all))
    expect(different.length).toBeGreaterThan(QUESTIONS / 6)

    await world.put([{patch: {id: 'subject', set: {title: 'The last word'}}}])
    let heard = 0
    for (const stream of streams) {
      const [welcome, last] = await stream.until(stream.items[0]?.event === 'welcome' ? 2 : 1)
      if (welcome!.event !== 'welcome') continue
      expect(last!.data.documentId).toBe('subject')
      for (const mark of marksOf(who)) expect(JSON.stringify(stream.items)).not.toContain(mark)
      heard += 1
    }
    expect(heard).toBeGreaterThan(LISTENERS / 2)
    await Promise.all(streams.map(({close}) => close()))
  })
})

describe('the address of a picture or file that is under embargo', () => {
  const FORMS = ['', '?w=4', '?dlRaw=true', '?dl', '/name.jpg', '?pass=cp_x.y', '?w=nonsense']
  const HEADERS: Record<string, string>[] = [
    {},
    {'if-none-match': '*'},
    {range: 'bytes=0-3'},
    {accept: 'image/avif'},
  ]
  it.each(['anonymous', 'guest', 'reader token'] as const)(
    'gets the response of a missing one for %s, header by header',
    async (who) => {
      for (const path of [world.pictures.embargoed, world.files.embargoed]) {
        const nothing = path.replace(/[0-9a-f]{40}/, 'f'.repeat(40))
        expect(nothing).not.toBe(path)
        for (const method of ['GET', 'HEAD']) {
          for (const form of FORMS) {
            for (const headers of form === '' ? HEADERS : [{}]) {
              const hidden = await ask(who, {path: path + form, method}, headers)
              const absent = await ask(who, {path: nothing + form, method}, headers)
              expect(hidden.all, `${method} ${path}${form}`).toBe(absent.all)
              expect([400, 401, 404]).toContain(hidden.status)
            }
          }
        }
      }
    },
  )
})

it('webhooks get what their author may see, and no hidden content', async () => {
  const {webhooks} = world.lake.lake.services
  await referToHidden(world, 'anonymous')
  const projections = [
    '',
    '{_id, "there": hides[]->{_id, headline, secret}}',
    '{"before": before(), "after": after(), "there": after().hides[]->headline}',
    '{"n": count(*[_type == "article"]), "back": *[references(^._id)]._id}',
  ]
  const filters = ['', 'true', 'defined(headline)', 'count(hides[]->[defined(secret)]) > 0']
  const url = 'http://127.0.0.1:9/'
  const make = (more: object, dataset = DATASET) =>
    filters.flatMap((filter) =>
      projections.map((projection) => {
        const rule = {on: ['create', 'update', 'delete'], filter, projection}
        return webhooks.add({name: 'Spy', url, dataset, rule, ...more}).id
      }),
    )
  const readers = make({})
  // Beside the content, where readers see nothing, there is no hook with their eyes at all.
  expect(() => make({}, world.subjects.comment.dataset)).toThrow(
    'Readers cannot see any documents in',
  )
  const drafts = make({includeDrafts: true, includeAllVersions: true})
  for (const change of HIDDEN_CHANGES) await changeHidden(world, 'anonymous', change)
  await world.put([{patch: {id: 'subject', set: {title: 'The last word'}}}])
  await webhooks.check()

  const told = (ids: readonly string[]) => ids.flatMap((id) => webhooks.messages(id))
  expect(new Set(told(readers).map(({documentId}) => documentId))).toEqual(new Set(['subject']))
  for (const {payload} of told(readers)) {
    for (const mark of marksOf('anonymous')) expect(payload).not.toContain(mark)
    expect(payload).not.toMatch(/Zebra/)
  }
  // With drafts a hook sees what a developer does: nothing in confidence, and no records.
  expect(told(drafts).map(({documentId}) => documentId)).toContain('drafts.other')
  for (const {payload, documentId} of told(drafts)) {
    expect(documentId).not.toMatch(/^(private|review|notification|link)\./)
    for (const mark of marksOf('developer')) expect(payload).not.toContain(mark)
  }
})
