// The streams that a commit concerns: found by key, with the same result as by evaluating each.
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {BadRequest} from '../../src/errors.ts'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import type {Feed, ServerEvent, Sink} from '../../src/listen/feed.ts'
import {createHub, type Hub} from '../../src/listen/hub.ts'
import {createLiveFeed} from '../../src/listen/live-feed.ts'
import {createMutationFeed, type ListenRequest} from '../../src/listen/mutation-feed.ts'
import {createView} from '../../src/listen/view.ts'
import {storedIn} from '../../src/visibility.ts'
import type {LakeDocument} from '../../src/types.ts'
import {condition} from '@copydesk/groq/tests/random-filters.ts'
import {change, documents, params} from '@copydesk/groq/tests/random-queries.ts'
import {clock, EDITOR, openTestLake, request, type Content, type TestLake} from './lake.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

const DATASET = 'production'
const COLLEAGUE = {...EDITOR, id: 'uColleague', credential: 'session:colleague'}

const recorder = (): Sink & {events: ServerEvent[]} => {
  const events: ServerEvent[] = []
  return {events, send: (sent) => void events.push(...sent), idle() {}, end() {}}
}

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => lake.close())

describe('with thousands of listeners', () => {
  let hub: Hub
  /** A listener's filter reads the clock once for each transaction. */
  let evaluated: number
  beforeEach(() => {
    hub = createHub({
      log: lake.log,
      documents: lake.documents,
      grantsOf: () => lake.grants,
      clock: () => {
        evaluated += 1
        return clock()
      },
      every: () => () => {},
    })
  })
  afterEach(() => hub.close())

  const open = (overrides: Partial<ListenRequest>): (() => number) => {
    const sink = recorder()
    hub.listen(request({includeMutations: false, ...overrides}), sink)
    return () => sink.events.length - 1
  }
  /** How many filters are evaluated for it. */
  const write = (changes: Record<string, Content | null>): number => {
    evaluated = 0
    lake.write(changes)
    hub.notify()
    return evaluated
  }

  it('that listen to one document each, only those of the changed document are evaluated', () => {
    const query = '*[_id in [$id, "drafts." + $id]]'
    const byId = Array.from({length: 3_000}, (_, n) =>
      open({query: '*[_id in $ids]', params: {ids: [`a${n}`, `drafts.a${n}`]}}),
    )
    expect(write({a7: {}})).toBe(1)
    expect(write({'drafts.a8': {}, a9: {}})).toBe(2)
    expect(write({b: {}})).toBe(0)
    expect(byId.flatMap((heard, n) => (heard() > 0 ? [[n, heard()]] : []))).toEqual([
      [7, 1],
      [8, 1],
      [9, 1],
    ])
    // Here the query builds the ID, so it is evaluated for everything.
    const made = open({query, params: {id: 'b'}})
    expect(write({c: {}})).toBe(1)
    expect(write({b: {}})).toBe(1)
    expect(made()).toBe(1)
  })

  it('those are evaluated that look for a type, a reference, a field or versions of the change', () => {
    for (let n = 0; n < 1_000; n++) {
      open({query: '*[_type == $type]', params: {type: `type${n}`}})
      open({query: '*[references($id)]', params: {id: `r${n}`}})
      open({query: '*[_type == "article" && slug.current == $slug]', params: {slug: `s${n}`}})
      open({query: '*[sanity::versionOf($id)]', params: {id: `v${n}`}})
    }
    expect(write({x: {}})).toBe(0)
    expect(write({x: {_type: 'type1'}})).toBe(1)
    expect(write({x: {_type: 'type2'}})).toBe(2)
    expect(write({y: {photos: [{_ref: 'r1'}, {photo: {_ref: 'r2'}}]}})).toBe(2)
    expect(write({y: {slug: {current: 's5'}}})).toBe(3)
    expect(write({'versions.summer.v3': {}})).toBe(1)
    expect(write({x: null, y: null})).toBe(2)
  })

  it('a thousand equal ones are evaluated once for each set of rights', () => {
    const query = '*[_type == "article"]'
    const all = Array.from({length: 3_000}, (_, n) =>
      open({query, actor: [EDITOR, COLLEAGUE, ANONYMOUS_ACTOR][n % 3]!}),
    )
    expect(write({a: {}})).toBe(2)
    expect(all.every((heard) => heard() === 1)).toBe(true)
  })

  it('listeners of published documents are not evaluated for drafts', () => {
    open({includeAllVersions: false})
    expect(write({'drafts.a': {}, 'versions.r.a': {}})).toBe(0)
    expect(write({a: {}})).toBe(1)
  })

  it('a listener that has disconnected is not evaluated, and one with the same query still is', () => {
    const query = '*[_type == "article"]'
    const close = hub.listen(request({query, includeMutations: false}), recorder())
    const stays = open({query})
    close()
    expect(write({a: {}})).toBe(1)
    expect(stays()).toBe(1)
    hub.endCredential('session:edith')
    expect(write({a: {}})).toBe(0)
    const returns = open({query})
    expect(write({a: {}})).toBe(1)
    expect(returns()).toBe(1)
  })

  it('those of another dataset are not evaluated', () => {
    open({dataset: 'other'})
    open({dataset: 'other', query: '*[_id == "a"]'})
    expect(write({a: {}})).toBe(0)
  })
})

/** A change, or a deletion. */
const commit = fc.array(fc.tuple(change, fc.boolean()), {minLength: 1, maxLength: 3})

const write = (lake: TestLake, written: readonly [LakeDocument, boolean][]): void => {
  const contents = written.map(([document, isGone]): [string, Content | null] => {
    const {_id, _rev, _createdAt, _updatedAt, ...content} = document
    return [_id, isGone ? null : content]
  })
  lake.write(Object.fromEntries(contents))
}

it(
  'every stream gets the same events as if each had been evaluated',
  {tags: ['random'], timeout: 120_000},
  () => {
    let heard = 0
    const who = fc.constantFrom(EDITOR, COLLEAGUE, ANONYMOUS_ACTOR)
    const listener = fc.record({
      actor: who,
      query: condition.map((text) => `*[${text}]`),
      params,
      includeAllVersions: fc.boolean(),
      includeResult: fc.boolean(),
    })
    const live = fc.record({actor: who, includeDrafts: fc.boolean()})
    fc.assert(
      fc.property(
        documents,
        fc.array(listener, {minLength: 1, maxLength: 8}),
        fc.array(live, {maxLength: 3}),
        fc.array(commit, {minLength: 1, maxLength: 6}),
        (dataset, listeners, lives, commits) => {
          const lake = openTestLake()
          const grants = lake.grants
          const hub = createHub({
            log: lake.log,
            documents: lake.documents,
            grantsOf: () => grants,
            clock,
            every: () => () => {},
          })
          write(
            lake,
            dataset.map((document) => [document, false]),
          )
          const streams: {feed: Feed; sink: ReturnType<typeof recorder>}[] = []
          for (const one of listeners) {
            const sink = recorder()
            const listening = request({includeMutations: false, ...one})
            try {
              streams.push({feed: createMutationFeed(listening, clock), sink})
              hub.listen(listening, sink)
            } catch (error) {
              expect(error).toBeInstanceOf(BadRequest)
            }
          }
          for (const one of lives) {
            const sink = recorder()
            streams.push({feed: createLiveFeed({dataset: DATASET, ...one}), sink})
            hub.live({dataset: DATASET, ...one}, sink)
          }
          const expected = streams.map((): ServerEvent[] => [])
          for (const written of commits) {
            const before = lake.log.last()
            write(lake, written)
            hub.notify()
            const stored = storedIn(lake.documents, DATASET)
            for (const entry of lake.log.since(before, 10)) {
              for (const [n, {feed}] of streams.entries()) {
                expected[n]?.push(...feed.events(entry, createView(entry, grants, stored)))
              }
            }
          }
          expect(streams.map(({sink}) => sink.events.slice(1))).toEqual(expected)
          heard += expected.flat().length
          hub.close()
          lake.close()
        },
      ),
      {numRuns: runs(400)},
    )
    expect(heard).toBeGreaterThan(1_000 * FACTOR)
  },
)
