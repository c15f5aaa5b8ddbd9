// Costly queries of anonymous callers delay no others. The tests count which of them end before another query is
// answered. Budgets are endless, so each query that ends was ended for another.
import {afterEach, describe, expect, test} from 'vitest'
import {LakeError} from '../../src/errors.ts'
import {Callers} from '../../src/query/caller.ts'
import {ANYONE, createFixture, JOURNALIST} from './fixture.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'

let fixture: ReturnType<typeof createFixture> | undefined
afterEach(async () => {
  await fixture?.close()
  fixture = undefined
})

const HOSTILE =
  '*[count(*[_id != ^._id && count(*[_id != ^._id && count(*[_id != ^._id && _id != ^.^.^._id]) > 0]) > 0]) > 0]'
const ONE_THREAD = {least: 1, most: 1}
const SITE = {lane: 'site', party: 'site'} as const

const open = async (options: Parameters<typeof createFixture>[0]) => {
  const world = createFixture({budgetMs: 600_000, maxRows: Infinity, ...options})
  fixture = world
  world.write(Array.from({length: 300}, (_, n) => doc(`n${n}`, 'article', {n})))
  await world.ask('count(*)')
  let ended = 0
  const ends: string[] = []
  const flood = (addresses: number, query = HOSTILE) =>
    Promise.all(
      Array.from({length: addresses}, (_, n) =>
        world.ask(query, {actor: ANYONE, party: `10.0.${n}.1`}).catch((error: LakeError) => {
          ended += 1
          ends.push(error.type)
        }),
      ),
    )
  const asSite = async (query: string) => {
    const callers = new Callers(SITE)
    const asked = {dataset: 'production', query, actor: ANYONE, callers}
    return (await world.engine.query(asked)).result
  }
  return {...world, flood, asSite, ended: () => ended, ends}
}

describe('Sixty addresses with a costly query each, on one thread', () => {
  test('do not delay the staff or the site', async () => {
    const {ask, asSite, engine, ended, flood} = await open({threads: ONE_THREAD})
    void flood(60)
    for (let n = 0; n < 3; n++) {
      expect(await ask(`{"n": ${n}, "all": count(*)}`, {actor: JOURNALIST})).toMatchObject({
        all: 300,
      })
      expect(await asSite(`{"n": ${n}, "all": count(*)}`)).toMatchObject({all: 300})
    }
    expect(ended()).toBe(0)
    expect(engine.load()).toMatchObject({threads: 1, killed: 0})
    expect(engine.load().cut).toBeGreaterThan(0)
  })

  test('come after an address without earlier queries', async () => {
    const {ask, ended, flood} = await open({threads: ONE_THREAD})
    void flood(10)
    expect(await ask('count(*)', {actor: ANYONE, party: 'elsewhere'})).toBe(300)
    expect(ended()).toBe(0)
  })

  test('are ended after one second each, with an error', async () => {
    const {ends, flood} = await open({threads: ONE_THREAD})
    const all = flood(2)
    await expect.poll(() => ends, {timeout: 15_000}).toEqual(['queryTimeout'])
    await fixture?.close()
    fixture = undefined
    await all
    // The last one had nobody behind it, and would have gone on.
    expect(ends).toEqual(['queryTimeout', 'unavailable'])
  })
})

test('An anonymous query continues while no other query waits', async () => {
  const {ask, engine, write} = await open({threads: ONE_THREAD, budgetMs: 2_500})
  write([doc('a')])
  await expect(ask(HOSTILE, {actor: ANYONE})).rejects.toMatchObject({
    message: expect.stringContaining('its budget of 2500 ms'),
  })
  expect(engine.load()).toMatchObject({cut: 0, killed: 0})
})

test('A query that was cut is answered later', async () => {
  const {ask, engine, flood} = await open({threads: ONE_THREAD})
  // Takes longer than a slice on any machine, and far less than a budget.
  const long = 'count(*[count(*[_id != ^._id && n + 1 != ^.n * 2 && n - 1 != ^.n]) > 0])'
  void flood(3)
  const all = Array.from({length: 3}, (_, n) =>
    ask(`${long} + ${n}`, {actor: ANYONE, party: `${n}`}),
  )
  expect(await Promise.all(all)).toEqual([300, 301, 302])
  expect(engine.load().cut).toBeGreaterThan(0)
})

test('Anonymous callers leave one thread to others, whatever their number', async () => {
  const {ask, engine, flood} = await open({threads: {least: 2, most: 3}})
  void flood(60)
  await expect
    .poll(() => engine.load(), {timeout: 15_000})
    .toMatchObject({threads: 3, busy: 2, waiting: 58})
  const {busy} = engine.load()
  expect(await ask('count(*)', {actor: JOURNALIST})).toBe(300)
  expect(busy).toBe(2)
})

describe('Reading the text of a query', () => {
  /** Takes seconds to read on any machine. */
  const LONG = `[${'1,'.repeat(45_000)}1]`

  test('ends in its thread when it takes too long, without the queries behind it', async () => {
    const {ask, engine} = await open({threads: ONE_THREAD, budgetMs: 500})
    const long = ask(LONG, {actor: ANYONE})
    const behind = ask('count(*)', {actor: ANYONE})
    await expect(long).rejects.toMatchObject({
      status: 400,
      type: 'queryTimeout',
      message: expect.stringContaining('its text takes too long to parse'),
    })
    expect(await behind).toBe(300)
    expect(engine.load()).toMatchObject({threads: 1, killed: 0})
  })

  test('counts towards what an address has used', async () => {
    const {ask} = await open({threads: ONE_THREAD})
    await ask(LONG, {actor: ANYONE, party: 'reads'}).catch(() => {})
    const order: string[] = []
    const asked = ['reads', 'new'].map((party) =>
      ask(`{"all": count(*), "by": "${party}"}`, {actor: ANYONE, party}).then(() =>
        order.push(party),
      ),
    )
    await Promise.all(asked)
    expect(order).toEqual(['new', 'reads'])
  })
})

test('A query that is turned away gets a time to retry', async () => {
  const {engine, ends, flood} = await open({threads: ONE_THREAD})
  void flood(600)
  await expect.poll(() => ends.length).toBeGreaterThanOrEqual(99)
  expect(new Set(ends)).toEqual(new Set(['tooManyQueries']))
  expect(engine.load().turnedAway).toBe(ends.length)
})
