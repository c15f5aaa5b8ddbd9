import {afterAll, afterEach, beforeAll, describe, expect, test, vi} from 'vitest'
import type {TooLarge} from '../../src/query/messages.ts'
import {ANYONE, createFixture, JOURNALIST, SYSTEM} from './fixture.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'

let fixture: ReturnType<typeof createFixture> | undefined
afterEach(async () => {
  await fixture?.close()
  fixture = undefined
})

const open = (options?: Parameters<typeof createFixture>[0]) => (fixture = createFixture(options))

/**
 * More work than any time limit here, on any machine: compares every document with all triples of
 * others.
 */
const HOSTILE =
  '*[count(*[_id != ^._id && count(*[_id != ^._id && count(*[_id != ^._id && _id != ^.^.^._id]) > 0]) > 0]) > 0]'
const crowd = Array.from({length: 300}, (_, n) => doc(`n${n}`, 'article', {n}))

describe('A result', () => {
  test('reflects what any connection wrote before the query', async () => {
    const {ask, write} = open()
    expect(await ask('count(*)')).toBe(0)
    write([doc('a', 'article', {v: 1}), doc('b')])
    expect(await ask('*[_id == "a"][0].v')).toBe(1)
    write([doc('a', 'article', {v: 2}), 'b'])
    expect(await ask('*{_id, v}')).toEqual([{_id: 'a', v: 2}])
  })

  test('is never older than the position that the query names', async () => {
    const {engine, write} = open()
    const position = write([doc('a')])
    const question = {dataset: 'production', query: 'count(*)', actor: SYSTEM}
    expect((await engine.query({...question, atLeast: position})).result).toBe(1)
    await expect(engine.query({...question, atLeast: position + 1})).rejects.toMatchObject({
      status: 503,
    })
  })

  test(
    'waits while one thread loads a large dataset, which is reported',
    {tags: ['full']},
    async () => {
      const told: string[] = []
      const {ask, write} = open({
        threads: {least: 1, most: 3},
        onLoading: ({documents, tookMs}) =>
          told.push(`${documents} ${tookMs === undefined ? 'begun' : 'done'}`),
      })
      // Takes longer than the query waits for a thread.
      write(Array.from({length: 40_000}, (_, n) => doc(`n${n}`, 'article', {n})))
      const all = await Promise.all(
        [SYSTEM, JOURNALIST, ANYONE].map((actor) => ask('count(*)', {actor})),
      )
      expect(all).toEqual([40_000, 40_000, 40_000])
      // A second thread may have started if loading was fast. It loaded nothing of this.
      expect(told).toEqual(['40000 begun', '40000 done'])
    },
  )

  test(
    'waits for its thread if a new thread would have to load all documents first',
    {tags: ['full']},
    async () => {
      // On any machine, loading takes many times the time that a query waits.
      const {ask, engine, write} = open({budgetMs: 150, threads: {least: 1, most: 2}})
      write(Array.from({length: 250_000}, (_, n) => doc(`n${n}`, 'article', {n})))
      expect(await ask('count(*[n < 10])', {actor: ANYONE})).toBe(10)
      const hostile = ask(HOSTILE, {actor: ANYONE}).catch(({type}: {type: string}) => type)
      expect(await ask('count(*[n < 10])', {actor: JOURNALIST})).toBe(10)
      expect(await hostile).toBe('queryTimeout')
      expect(engine.load().threads).toBe(1)
    },
  )

  test('comes from the dataset that the query names', async () => {
    const {ask, engine, write} = open()
    write([doc('comment')], 'production-comments')
    write([doc('a')])
    expect(await ask('*._id')).toEqual(['a'])
    const other = {dataset: 'production-comments', query: '*._id', actor: SYSTEM}
    expect((await engine.query(other)).result).toEqual(['comment'])
    write([doc('reply')], 'production-comments')
    expect((await engine.query(other)).result).toEqual(['comment', 'reply'])
  })

  test('is also available as JSON text', async () => {
    const {engine, write} = open()
    write([doc('a')])
    const {json} = await engine.queryJson({
      dataset: 'production',
      query: '{"n": count(*)}',
      actor: SYSTEM,
    })
    expect(json).toBe('{"n":1}')
  })

  test('selects ids for a mutation by query', async () => {
    const {ask, write} = open()
    write([doc('a'), doc('drafts.a'), doc('b', 'author')])
    const select = (query: string, params = {}) =>
      ask(`(${query})[]._id`, {actor: JOURNALIST, params})
    expect(await select('*[_type == $type]', {type: 'article'})).toEqual(['a', 'drafts.a'])
    expect(await select('*[_type == "article"] | order(_id desc)[0...1]')).toEqual(['drafts.a'])
    expect(await select('*[_type == "author"]{_id}')).toEqual(['b'])
    expect(await select('*[_type == "nothing"]')).toEqual([])
  })
})

describe('A document that the reader may not see', () => {
  let shared: ReturnType<typeof createFixture>
  beforeAll(() => {
    shared = createFixture()
    shared.write(documents)
  })
  afterAll(() => shared.close())
  const documents = [
    doc('a', 'article', {
      source: {_ref: 'private.source.s', _weak: true},
      draft: {_ref: 'drafts.a', _weak: true},
    }),
    doc('drafts.a', 'article', {headline: 'Secret headline'}),
    doc('private.source.s', 'privateSource', {phone: '123', about: {_ref: 'a'}}),
    doc('held', 'article', {embargo: {until: '2027-01-01T00:00:00Z'}, to: {_ref: 'a'}}),
  ]
  test.each([
    ['by dereference', '*[_id == "a"][0]{"s": source->, "d": draft->headline}', {s: null, d: null}],
    ['by counting', 'count(*)', 1],
    ['by reverse reference', '*[references("a")]', []],
    ['by the count of references', '*[_id == "a"][0]{"n": documents::incomingRefCount()}', {n: 0}],
    ['by id', '*[_id in ["drafts.a", "private.source.s", "held"]]', []],
    ['by documents::get', 'documents::get("held")', null],
    ['by search', '*[[@, _id] match text::query("secret*")]', []],
    ['in a subquery', '*{"all": *._id}', [{all: ['a']}]],
    ['in a function of releases', 'releases::all()', []],
  ])('stays hidden %s', async (_how, query, expected) => {
    for (const perspective of ['raw', 'published', 'drafts']) {
      expect(await shared.ask(query, {actor: ANYONE, perspective})).toEqual(expected)
    }
  })
})

describe('A hostile query', () => {
  test(
    'ends at its budget while others are answered, also of the same reader',
    {tags: ['full']},
    async () => {
      const {ask, write} = open({budgetMs: 1500})
      write(crowd)
      // Both threads have the dataset before the clock matters.
      await Promise.all([ask('count(*)'), ask('count(*)', {actor: ANYONE})])
      let ended = false
      const hostile = ask(HOSTILE, {actor: ANYONE}).finally(() => (ended = true))
      const others = [ask('count(*)', {actor: ANYONE}), ask('count(*)', {actor: JOURNALIST})]
      expect(await Promise.all(others)).toEqual([300, 300])
      expect(ended).toBe(false)
      await expect(hostile).rejects.toMatchObject({status: 400, type: 'queryTimeout'})
    },
  )

  describe('in numbers', () => {
    /** Ends only with the lake, so queries that are answered meanwhile have not waited for it. */
    const flood = async (party?: string) => {
      const world = open({budgetMs: 600_000})
      world.write(crowd)
      await world.ask('count(*)')
      let ended = 0
      const asked = {actor: ANYONE, ...(party === undefined ? {} : {party})}
      const all = Array.from({length: 4}, () =>
        world.ask(HOSTILE, asked).catch((error: {status: number}) => {
          ended++
          return error.status
        }),
      )
      return {...world, all: Promise.all(all), ended: () => ended}
    }

    test('does not delay other people', {tags: ['full']}, async () => {
      const {ask, all, ended, engine, close} = await flood()
      expect(await ask('count(*)', {actor: JOURNALIST})).toBe(300)
      expect(ended()).toBe(0)
      // One thread stays free for the next caller. The rest of the flood waits.
      const settled = {threads: 3, busy: 2, waiting: 2}
      await expect.poll(() => engine.load(), {timeout: 15_000}).toMatchObject(settled)
      await close()
      fixture = undefined
      expect(await all).toEqual([503, 503, 503, 503])
    })

    test('does not delay readers at other addresses', async () => {
      const {ask, ended} = await flood('here')
      expect(await ask('count(*)', {actor: ANYONE, party: 'elsewhere'})).toBe(300)
      expect(ended()).toBe(0)
    })

    test('is ended, and queries behind it are answered', {tags: ['full']}, async () => {
      const {ask, write} = open({budgetMs: 100})
      write(crowd)
      await ask('count(*)')
      const hostile = Array.from({length: 4}, () => ask(HOSTILE, {actor: ANYONE}))
      const behind = ask('count(*)', {actor: ANYONE})
      const ends = await Promise.allSettled(hostile)
      expect(ends.map((end) => end.status === 'rejected' && end.reason.type)).toEqual(
        Array.from({length: 4}, () => 'queryTimeout'),
      )
      expect(await behind).toBe(300)
    })
  })

  test('ends at the number of documents that it may visit', async () => {
    const {ask, write} = open({maxRows: 10_000})
    write(crowd)
    await expect(ask(HOSTILE)).rejects.toMatchObject({status: 400, type: 'queryTimeout'})
  })

  test(
    'ends when its thread is out of memory, and the next query is answered',
    {tags: ['full']},
    async () => {
      const {ask, write} = open({memoryMb: 64, budgetMs: 20_000})
      write(crowd)
      const greedy = '*{"a": *{"b": ^.n, "c": *{"d": ^.^.n, "e": ^.n, "f": n}}}'
      await expect(ask(greedy)).rejects.toMatchObject({status: 400, type: 'queryTimeout'})
      expect(await ask('count(*)')).toBe(300)
    },
  )

  test('does not delay queries that came at the same moment, even on one thread', async () => {
    const {ask, write} = open({budgetMs: 600_000, threads: {least: 1, most: 2}})
    write(crowd)
    await ask('count(*)')
    let ended = false
    const hostile = ask(HOSTILE, {actor: ANYONE}).catch((error: {status: number}) => {
      ended = true
      return error.status
    })
    const others = Array.from({length: 40}, (_, n) =>
      ask('count(*)', {actor: JOURNALIST, party: `${n}`}),
    )
    expect(new Set(await Promise.all(others))).toEqual(new Set([300]))
    expect(ended).toBe(false)
    await fixture?.close()
    fixture = undefined
    expect(await hostile).toBe(503)
  })

  test('fails without the queries behind it when its thread ends', {tags: ['full']}, async () => {
    const {ask, write} = open({memoryMb: 64, budgetMs: 20_000, threads: {least: 1, most: 1}})
    write(crowd)
    await ask('count(*)')
    const greedy = ask('*{"a": *{"b": ^.n, "c": *{"d": ^.^.n, "e": ^.n, "f": n}}}')
    const behind = Array.from({length: 8}, () => ask('count(*)'))
    await expect(greedy).rejects.toMatchObject({status: 400, type: 'queryTimeout'})
    expect(await Promise.all(behind)).toEqual(Array.from({length: 8}, () => 300))
  })

  test('is refused if its result is too large', async () => {
    const {ask, write} = open({maxResultBytes: 1000})
    write(crowd)
    await expect(ask('*')).rejects.toMatchObject({status: 400, type: 'queryResultTooLarge'})
  })
})

describe('A dataset that does not fit in the memory of a thread', () => {
  const DOCUMENTS = 20_000
  const numbers = Array.from({length: 200}, (_, n) => n * 1.5)
  const openTooLarge = () => {
    const told: TooLarge[] = []
    let begun = 0
    const world = open({
      memoryMb: 24,
      onTooLarge: (report) => void told.push(report),
      onLoading: ({dataset, tookMs}) => {
        if (dataset === 'production' && tookMs === undefined) begun += 1
      },
    })
    world.write(Array.from({length: DOCUMENTS}, (_, n) => doc(`n${n}`, 'article', {n, numbers})))
    world.write([doc('comment')], 'production-comments')
    return {...world, told, begun: () => begun}
  }

  test(
    'is refused with the reason and a remedy, reported once, and not loaded again',
    {tags: ['full']},
    async () => {
      const {ask, begun, engine, told} = openTooLarge()
      for (let n = 0; n < 5; n++) {
        await expect(ask('count(*)')).rejects.toMatchObject({
          status: 503,
          type: 'datasetTooLarge',
          message: expect.stringMatching(
            /"production" does not fit .*\(24 MB\)\. A setting gives it more\./,
          ),
        })
      }
      expect(told).toEqual([{dataset: 'production', documents: DOCUMENTS, memoryMb: 24}])
      expect(begun()).toBe(1)
      const other = {dataset: 'production-comments', query: '*._id', actor: SYSTEM}
      expect((await engine.query(other)).result).toEqual(['comment'])
    },
  )

  test('is tried again a minute later', {tags: ['full']}, async () => {
    const {ask, begun, write} = openTooLarge()
    await expect(ask('count(*)')).rejects.toMatchObject({type: 'datasetTooLarge'})
    write(Array.from({length: DOCUMENTS}, (_, n) => `n${n}`))
    await expect(ask('count(*)')).rejects.toMatchObject({type: 'datasetTooLarge'})
    const later = performance.now() + 61_000
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later)
    const answer = ask('count(*)')
    clock.mockRestore()
    expect(await answer).toBe(0)
    expect(begun()).toBe(2)
  })
})

test('Errors keep type, message and position on their way out of a thread', async () => {
  const {ask} = open()
  await expect(ask('*[_type == ]')).rejects.toMatchObject({
    status: 400,
    type: 'queryParseError',
    message: 'Unexpected "]"',
    details: {query: '*[_type == ]', start: 11, end: 12},
  })
  await expect(ask('text::query("a")')).rejects.toMatchObject({
    status: 400,
    type: 'queryParseError',
  })
  await expect(ask('*', {perspective: 'raw,drafts'})).rejects.toMatchObject({
    type: 'invalidPerspective',
  })
})

test('A database that cannot be opened fails the query and not the process', async () => {
  const {engine} = open({databaseFile: '/nowhere/lake.sqlite'})
  await expect(engine.query({dataset: 'production', query: '*', actor: SYSTEM})).rejects.toThrow(
    'thread',
  )
})

test('Queries that wait when the lake closes are refused', async () => {
  const {ask, close, write} = open()
  write(crowd)
  await ask('count(*)')
  const questions = [ask(HOSTILE), ask(HOSTILE), ask(HOSTILE)].map((question) =>
    question.catch((error: {status: number}) => error.status),
  )
  await close()
  fixture = undefined
  expect(await Promise.all(questions)).toEqual([503, 503, 503])
})
