// Streams send nothing about content under embargo to callers without a staff role, from its import
// on.
import {afterEach, beforeEach, expect, it} from 'vitest'
import {HELD, importEmbargoed, mutate, OPEN} from '../support/embargoed.ts'
import {openEvents, type StreamedEvent} from '../support/events.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {typeTags} from '@copydesk/lake/tests/listen/type-tags.ts'

const UNTIL = START + 3_600_000
const LISTEN = `/vX/data/listen/production?query=${encodeURIComponent('*')}`
const WITH_CONTENT = `${LISTEN}&includeResult=true&includePreviousRevision=true&includeAllVersions=true`
const LIVE = '/vX/data/live/events/production'

let lake: TestLake
beforeEach(async () => {
  lake = await startLake()
})
afterEach(() => lake.close())

/** Nobody can change corrections. */
const CHANGEABLE = Object.values(HELD).filter((id) => id !== HELD.correction)
const touch = (id: string) => ({patch: {id, set: {note: 'Touched'}}})
const correct = (article: string, number: number) => ({
  create: {
    _id: `correction-${article}-${number}`,
    _type: 'correction',
    article: {_type: 'reference', _ref: article, _weak: true},
    number,
    readerNote: `A correction of ${article}`,
  },
})
const idsOf = (events: StreamedEvent[]): string[] =>
  events.map(({data}) => data.documentId).toSorted()

it.each([
  ['anybody', () => ({})],
  ['a reader’s token', () => ({authorization: `Bearer ${lake.readerToken()}`})],
])('%s gets no event for hidden content', async (_who, credentials) => {
  const headers = credentials()
  const listener = await openEvents(lake, WITH_CONTENT, headers)
  const withoutContent = await openEvents(lake, LISTEN, headers)
  const live = await openEvents(lake, LIVE, headers)
  const assets = await importEmbargoed(lake, UNTIL)
  // Readers do not see uploads before a published document uses them.
  expect(idsOf((await listener.until(1 + OPEN.length)).slice(1))).toEqual(OPEN)
  expect(await live.until(2)).toHaveLength(2)

  for (const id of [...CHANGEABLE, assets['held-lead']!]) {
    expect(await mutate(lake, [touch(id)])).toBe(200)
  }
  expect(await mutate(lake, [correct('held', 2)])).toBe(200)
  expect(await mutate(lake, [...CHANGEABLE.map(touch), touch('open-photo')])).toBe(200)
  const after = (await listener.until(2 + OPEN.length)).slice(1 + OPEN.length)
  expect(after.map(({data}) => [data.documentId, data.transition])).toEqual([
    ['open-photo', 'update'],
  ])
  // Neither the number of changes nor their author.
  expect(after[0]!.data).toMatchObject({transactionTotalEvents: 1, identity: ''})
  expect(typeTags((await live.until(3))[2]!.data.tags)).toEqual(['s1:photoWithCredit', 's1:any'])
  expect(await withoutContent.until(2 + OPEN.length)).toHaveLength(2 + OPEN.length)

  const everything = JSON.stringify([listener.items, withoutContent.items, live.items])
  for (const id of Object.values(HELD)) expect(everything).not.toContain(`"documentId":"${id}"`)
  expect(everything).not.toMatch(/nder embargo|Caption of held|correction of held/)
  for (const stream of [listener, withoutContent, live]) await stream.close()
})

it('the newsroom gets all events', async () => {
  const headers = {authorization: `Bearer ${lake.token('journalist')}`}
  const listener = await openEvents(lake, WITH_CONTENT, headers)
  const assets = await importEmbargoed(lake, UNTIL)
  const all = [...OPEN, ...Object.values(HELD), ...Object.values(assets)]
  const heard = (await listener.until(1 + all.length)).slice(1)
  expect(idsOf(heard).filter((id) => all.includes(id))).toHaveLength(all.length)
  await listener.close()
})

it('everybody gets events when the embargo has ended', async () => {
  await importEmbargoed(lake, UNTIL)
  const listener = await openEvents(lake, WITH_CONTENT)
  const live = await openEvents(lake, LIVE)
  lake.setTime(UNTIL - 1)
  expect(await mutate(lake, [touch('held-lead')])).toBe(200)
  lake.setTime(UNTIL)
  for (const [index, id] of CHANGEABLE.entries()) {
    expect(await mutate(lake, [touch(id), {patch: {id, set: {count: index}}}])).toBe(200)
    const {data} = (await listener.until(2 + index))[1 + index]!
    expect(data).toMatchObject({documentId: id, transition: 'update', result: {_id: id}})
    expect(await live.until(2 + index)).toHaveLength(2 + index)
  }
  await listener.close()
  await live.close()
})

it('content of an article appears and disappears with it, without events in between', async () => {
  await importEmbargoed(lake, UNTIL)
  const listener = await openEvents(lake, WITH_CONTENT)
  const parts = [touch('held-lead'), touch('held-source')]
  const lift = {patch: {id: 'held', unset: ['embargo']}}
  expect(await mutate(lake, [lift, ...parts, correct('held', 2)])).toBe(200)
  const appeared = (await listener.until(5)).slice(1)
  expect(idsOf(appeared)).toEqual(['correction-held-2', 'held', 'held-lead', 'held-source'])
  for (const {data} of appeared) {
    expect(data).toMatchObject({transition: 'appear', previous: null})
    expect(data.previousRev).toBeUndefined()
  }

  const until = new Date(UNTIL).toISOString()
  const impose = {patch: {id: 'held', set: {embargo: {until}, headline: 'Under embargo again'}}}
  const change = {patch: {id: 'held-lead', set: {caption: 'Under embargo again'}}}
  expect(await mutate(lake, [change, impose])).toBe(200)
  const gone = (await listener.until(7)).slice(5)
  expect(idsOf(gone)).toEqual(['held', 'held-lead'])
  for (const {data} of gone) {
    expect(data).toMatchObject({transition: 'disappear'})
    expect(data.result).toBeUndefined()
    expect(data.mutations).toEqual([{delete: {id: data.documentId}}])
  }
  expect(JSON.stringify(gone)).not.toContain('again')
  await listener.close()
})
