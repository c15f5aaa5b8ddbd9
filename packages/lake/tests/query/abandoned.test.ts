// A query without callers is ended, so that others get its thread. Budgets are endless here, so a query that ends was
// ended by the pool.
import {afterEach, beforeEach, expect, test} from 'vitest'
import {doc} from '@copydesk/groq/tests/fixture.ts'
import {Callers} from '../../src/query/caller.ts'
import {createFixture, JOURNALIST} from './fixture.ts'

/** Compares all documents with each other three times over. */
const ENDLESS =
  '*[count(*[_id != ^._id && count(*[_id != ^._id && count(*[_id != ^._id && _id != ^.^.^._id]) > 0]) > 0]) > 0]'
const STAFF = {lane: 'staff', party: 'u1'} as const
const ANOTHER = {lane: 'site', party: 'site'} as const

let fixture: ReturnType<typeof createFixture>
beforeEach(async () => {
  fixture = createFixture({budgetMs: 600_000, threads: {least: 1, most: 1}})
  fixture.write(Array.from({length: 300}, (_, n) => doc(`n${n}`, 'article', {n})))
  await fixture.ask('count(*)')
})
afterEach(() => fixture.close())

const asked = (query: string, callers: Callers) =>
  fixture.engine.query({dataset: 'production', query, actor: JOURNALIST, callers})

test('is cut in its thread, or taken from the queue', async () => {
  const [running, waiting] = [new Callers(STAFF), new Callers(STAFF)]
  const inHand = asked(ENDLESS, running).catch((error: unknown) => error)
  await expect.poll(() => fixture.engine.load()).toMatchObject({busy: 1, waiting: 0})
  const inQueue = asked(`${ENDLESS}[0]`, waiting).catch((error: unknown) => error)
  await expect.poll(() => fixture.engine.load()).toMatchObject({busy: 1, waiting: 1})
  waiting.leave(STAFF)
  expect(await inQueue).toMatchObject({type: 'abandoned', status: 499})
  running.leave(STAFF)
  expect(await inHand).toMatchObject({type: 'abandoned', status: 499})
  expect(await fixture.ask('count(*)')).toBe(300)
  expect(fixture.engine.load()).toMatchObject({threads: 1, killed: 0, waiting: 0})
})

test('continues while one of its callers waits', async () => {
  const callers = new Callers(STAFF)
  callers.add(ANOTHER)
  const answer = asked('count(*) + 1', callers)
  callers.leave(STAFF)
  expect(await answer).toMatchObject({result: 301})
})

test('is counted by caller, as several may be of one party', () => {
  const callers = new Callers(ANOTHER)
  callers.add(ANOTHER)
  callers.add(STAFF)
  expect(callers.lane).toBe('staff')
  callers.leave(STAFF)
  expect([callers.lane, callers.parties]).toEqual(['site', ['site']])
  callers.leave(ANOTHER)
  expect(callers.isEmpty).toBe(false)
  callers.leave(ANOTHER)
  expect(callers.isEmpty).toBe(true)
})
