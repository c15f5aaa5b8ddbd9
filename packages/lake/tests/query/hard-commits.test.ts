// Indexes that are there when something is committed, and answers while it is.
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createDocumentIndex} from '@copydesk/groq/documents'
import type {Json, LakeDocument} from '../../src/types.ts'
import {ANYONE, createFixture, SYSTEM} from './fixture.ts'
import {doc, NOON} from '@copydesk/groq/tests/fixture.ts'
import {byId, createEvaluator, ids, groqJsResult} from '@copydesk/groq/tests/hard-cases.ts'

const ref = (_ref: string): Json => ({_type: 'reference', _ref})
const thing = (id: string, v?: Json, more: Record<string, Json> = {}): LakeDocument =>
  doc(id, 'thing', {...(v === undefined ? {} : {v}), ...more})

describe('With commits of one document', () => {
  let fixture: ReturnType<typeof createFixture>
  beforeEach(() => (fixture = createFixture({threads: {least: 1, most: 1}})))
  afterEach(() => fixture.close())

  /** After each commit the query gives the next answer; it is asked twice. */
  const follows = async (
    query: string,
    steps: [commit: (LakeDocument | string)[], expected: Json][],
    params: Record<string, Json> = {},
  ): Promise<void> => {
    for (const [commit, expected] of steps) {
      if (commit.length > 0) fixture.write(commit)
      expect(await fixture.ask(query, {actor: SYSTEM, params})).toEqual(expected)
      expect(await fixture.ask(query, {actor: SYSTEM, params})).toEqual(expected)
    }
  }

  test('an order follows added, changed, removed and recreated documents', () =>
    follows('*[_type == "thing"] | order(v)[0..2]._id', [
      [[], []],
      [[thing('b', 2)], ids('b')],
      [[thing('d', 2), thing('a', 2), thing('c', 2)], ids('a b c')],
      [[thing('b', 3)], ids('a c d')],
      [[thing('b', 2)], ids('a b c')],
      [['a'], ids('b c d')],
      [[thing('a', 2)], ids('a b c')],
      [[thing('d', 1)], ids('d a b')],
      [[thing('d', '1')], ids('a b c')],
      [[thing('a', null)], ids('b c d')],
      [[thing('b'), thing('c', [2])], ids('d a b')],
      [[thing('d', {x: 1})], ids('a b c')],
      [[thing('c', false)], ids('c a b')],
      [[doc('c', 'other', {v: 0})], ids('a b d')],
      [['a', 'b', 'd'], []],
      [[thing('z', 1), thing('y', 1)], ids('y z')],
    ]))

  test('a descending order keeps ties in the order of IDs', () =>
    follows('*[_type == "thing"] | order(v desc)[0..2]._id', [
      [[thing('c', 1), thing('a', 1), thing('b', 1)], ids('a b c')],
      [[thing('aa', 1)], ids('a aa b')],
      [[thing('b', 2)], ids('b a aa')],
      [[thing('b', 1)], ids('a aa b')],
      [[thing('c')], ids('c a aa')],
      [[thing('b', null)], ids('b c a')],
      [['b', 'c'], ids('a aa')],
    ]))

  test('an order by two fields follows a change of only the second', () =>
    follows('* | order(v desc, w)[0..1]._id', [
      [[thing('a', 1, {w: 3}), thing('b', 1, {w: 2}), thing('c', 0, {w: 1})], ids('b a')],
      [[thing('a', 1, {w: 1})], ids('a b')],
      [[thing('c', 1, {w: 2})], ids('a b')],
      [[thing('a', 1)], ids('b c')],
      [[thing('b', 1, {w: '2'})], ids('c b')],
    ]))

  test('an order along a reference follows the target', () =>
    follows('*[_type == "thing"] | order(to->title)._id', [
      [[thing('a', 1, {to: ref('x')}), thing('b', 1, {to: ref('y')})], ids('a b')],
      [[doc('y', 'target', {title: 'Y'})], ids('b a')],
      [[doc('x', 'target', {title: 'X'})], ids('a b')],
      [[doc('x', 'target', {title: 'Z'})], ids('b a')],
      [['y'], ids('a b')],
      [[thing('b', 1, {to: ref('x')})], ids('a b')],
      [[doc('x', 'target', {title: 1}), thing('a', 1)], ids('b a')],
    ]))

  test('a filter along a reference follows the target', () =>
    follows('count(*[to->title == "X"])', [
      [[thing('a', 1, {to: ref('x')}), thing('b', 1, {to: ref('x')})], 0],
      [[doc('x', 'target', {title: 'X'})], 2],
      [[doc('x', 'target', {title: 'Y'})], 0],
      [[doc('x', 'target', {title: 'X'})], 2],
      [['x'], 0],
      [[doc('x', 'target', {title: 'X'}), 'a'], 1],
    ]))

  test('a filter along two references follows both', () =>
    follows('*[to->to->v == 1]._id', [
      [[thing('a', 0, {to: ref('b')}), thing('b', 0, {to: ref('c')}), thing('c', 1)], ids('a')],
      [[thing('c', 2)], []],
      [[thing('d', 1), thing('b', 0, {to: ref('d')})], ids('a')],
      [['b'], []],
      [[thing('b', 0, {to: ref('d')}), thing('e', 0, {to: ref('b')})], ids('a e')],
    ]))

  test('a range follows values that are added, removed and change their type', () =>
    follows('*[v > 1 && v <= 3]._id', [
      [[thing('a', 1), thing('b', 2), thing('c', 3), thing('d', 4)], ids('b c')],
      [[thing('a', 2)], ids('a b c')],
      [[thing('b', '2')], ids('a c')],
      [[thing('d', 3), thing('c', null)], ids('a d')],
      [['a'], ids('d')],
      [[thing('b', 1.0001)], ids('b d')],
    ]))

  test('counts are updated, with and without a slice', () =>
    follows('[count(*[v == 1]), count(*[v == 1][1..2]), count(*[v == 1 || v == 2])]', [
      [
        [thing('a', 1), thing('b', 1)],
        [2, 1, 2],
      ],
      [
        [thing('c', 1), thing('d', 1)],
        [4, 2, 4],
      ],
      [[thing('a', 2)], [3, 2, 4]],
      [
        ['b', 'c'],
        [1, 0, 2],
      ],
      [[thing('b', [1])], [1, 0, 2]],
    ]))

  test('lists are updated: a value once, twice, not at all', () =>
    follows('*["x" in tags]._id', [
      [[thing('a', 1, {tags: ['x', 'y', 'x']}), thing('b', 1, {tags: ['y']})], ids('a')],
      [[thing('b', 1, {tags: ['y', 'x']})], ids('a b')],
      [[thing('a', 1, {tags: ['x']})], ids('a b')],
      [[thing('a', 1, {tags: 'x'})], ids('b')],
      [[thing('b', 1, {tags: []})], []],
      [[thing('a', 1, {tags: ['x']})], ids('a')],
      [['a'], []],
    ]))

  test('facets follow both ends', () =>
    follows('*[_type == "target"]{"n": count(*[_type == "thing" && references(^._id)])}.n', [
      [
        [doc('x', 'target'), doc('y', 'target')],
        [0, 0],
      ],
      [
        [thing('a', 1, {to: ref('x')}), thing('b', 1, {list: [ref('x'), ref('y'), ref('x')]})],
        [2, 1],
      ],
      [[thing('a', 1, {to: ref('y')})], [1, 2]],
      [[thing('a', 1, {to: 'y'})], [1, 1]],
      [[doc('b', 'other', {to: ref('x')})], [0, 0]],
      [[thing('b', 1, {to: ref('y')}), 'x'], [1]],
      [
        [doc('x', 'target'), thing('c', 1, {deep: {er: [{to: ref('x')}]}})],
        [1, 1],
      ],
    ]))

  test('words are updated', () =>
    follows(
      '*[[v, pt::text(body)] match $words] | order(_id desc)[0..1]._id',
      [
        [[thing('a', 'Ebb and flow'), thing('b', 'Ebb')], ids('b a')],
        [[thing('b', 'Flow')], ids('a')],
        [
          [
            thing('b', 'Flow', {
              body: [{_type: 'block', children: [{_type: 'span', text: 'low ebb'}]}],
            }),
          ],
          ids('b a'),
        ],
        [['a'], ids('b')],
        [[thing('b', 'Flow', {body: 'ebb'}), thing('a', 'ebb')], ids('a')],
      ],
      {words: 'ebb'},
    ))

  test('drafts are found by their path', () =>
    follows('*[_id in path("drafts.**")] | order(v desc)._id', [
      [[thing('drafts.b', 1), thing('b', 9), thing('drafts.a', 1)], ids('drafts.a drafts.b')],
      [['drafts.a', thing('a', 1)], ids('drafts.b')],
      [[thing('drafts.c', 2), thing('versions.r.c', 3)], ids('drafts.c drafts.b')],
    ]))

  test('a commit that changes nothing relevant changes no result', () =>
    follows('* | order(v)[0..1]._id', [
      [[thing('a', 1), thing('b', 1)], ids('a b')],
      [[thing('a', 1, {w: 5})], ids('a b')],
      [[thing('a', 1, {w: 6}), thing('b', 1, {w: 7})], ids('a b')],
      [['nobody'], ids('a b')],
    ]))

  test('several changes of one document in one commit give the last one', () =>
    follows('* | order(v)._id', [
      [[thing('a', 3), thing('b', 2), thing('a', 1)], ids('a b')],
      [[thing('a', 5), 'a'], ids('b')],
      [['b', thing('b', 1), thing('a', 0)], ids('a b')],
    ]))

  test('another perspective of the same documents is updated too', async () => {
    const query = '*[_type == "thing"] | order(v desc)[0..1]{_id, v}'
    const all = () =>
      Promise.all(
        ['raw', 'published', 'drafts'].map((perspective) =>
          fixture.ask(query, {actor: SYSTEM, perspective}),
        ),
      )
    fixture.write([thing('a', 1), thing('b', 2), thing('drafts.a', 3)])
    const [a, b, draft] = [
      {_id: 'a', v: 1},
      {_id: 'b', v: 2},
      {_id: 'drafts.a', v: 3},
    ]
    expect(await all()).toEqual([
      [draft, b],
      [b, a],
      [{_id: 'a', v: 3}, b],
    ])
    fixture.write(['drafts.a'])
    expect(await all()).toEqual([
      [b, a],
      [b, a],
      [b, a],
    ])
    fixture.write([thing('drafts.b', 0), thing('a', 2)])
    const [even, low] = [
      {_id: 'a', v: 2},
      {_id: 'b', v: 0},
    ]
    expect(await all()).toEqual([
      [even, b],
      [even, b],
      [even, low],
    ])
  })

  test('an embargo that ends puts a document into the reader’s order and counts', async () => {
    const until = new Date(NOON + 60_000).toISOString()
    fixture.write([
      doc('a', 'article', {v: 1}),
      doc('b', 'article', {v: 1, embargo: {until}, to: ref('a')}),
      doc('c', 'article', {v: 1}),
    ])
    const query = `{
      "order": *[_type == "article"] | order(v desc)[0..1]._id,
      "n": count(*[v == 1]),
      "second": *[v == 1][1]._id,
      "to": *[references("a")]._id,
    }`
    const ask = () => fixture.ask(query, {actor: ANYONE})
    expect(await ask()).toEqual({order: ids('a c'), n: 2, second: 'c', to: []})
    fixture.time.now += 60_000
    expect(await ask()).toEqual({order: ids('a b'), n: 3, second: 'b', to: ['b']})
  })

  test(
    'a result shows one moment, however many commits come meanwhile',
    {tags: ['full']},
    async () => {
      const write = (v: number): number =>
        fixture.write(
          Array.from({length: 400}, (_, n) => thing(`t${n}`, v, {to: ref(`t${399 - n}`)})),
        )
      write(0)
      // Through an order, a range, a count, a join and references, all of the same documents.
      const query = `{
      "order": *[_type == "thing"] | order(v desc).v,
      "range": *[v >= 0].v,
      "join": *[_type == "thing"][0..20]{"n": count(*[v == ^.v])}.n,
      "far": *[_type == "thing"].to->v,
      "v": *[_id == "t7"][0].v,
    }`
      const moments = new Set<number>()
      for (let v = 1; v <= 30; v++) {
        const asked = [fixture.ask(query, {actor: SYSTEM}), fixture.ask(query, {actor: SYSTEM})]
        write(v)
        for (const answer of await Promise.all(asked)) {
          const {order, range, join, far, v: one} = answer as Record<string, number[]>
          expect(new Set([...(order ?? []), ...(range ?? []), ...(far ?? [])])).toEqual(
            new Set([one]),
          )
          expect(new Set(join)).toEqual(new Set([400]))
          moments.add(Number(one))
        }
      }
      expect(moments.size).toBeGreaterThan(5)
    },
  )
})

describe('With ten thousand equal documents', () => {
  const NUMBER = 10_000
  const name = (n: number): string => `n${String(n).padStart(5, '0')}`
  const crowd = Array.from({length: NUMBER}, (_, n) =>
    doc(name(n), 'thing', {v: 1, w: n % 2, k: n % 100 === 0 ? null : 'k'}),
  )
  const view = createDocumentIndex(crowd)
  const ask = createEvaluator()

  test.each<[string, Json]>([
    ['* | order(v)[0..2]._id', ids('n00000 n00001 n00002')],
    ['* | order(v desc)[0..2]._id', ids('n00000 n00001 n00002')],
    ['* | order(v)[-2..-1]._id', ids('n09998 n09999')],
    ['* | order(v desc)[-2..-1]._id', ids('n09998 n09999')],
    ['* | order(v desc)[5000..5001]._id', ids('n05000 n05001')],
    ['* | order(v, w)[4999..5000]._id', ids('n09998 n00001')],
    ['* | order(v, w desc)[4999..5000]._id', ids('n09999 n00000')],
    ['* | order(w desc, v)[0..1]._id', ids('n00001 n00003')],
    ['* | order(k)[9899..9901]._id', ids('n09999 n00000 n00100')],
    ['* | order(k desc)[99..101]._id', ids('n09900 n00001 n00002')],
    ['* | order(v, _id desc)[0..1]._id', ids('n09999 n09998')],
    ['*[v == 1 && w == 1] | order(v desc)[0..1]._id', ids('n00001 n00003')],
    ['*[k == null] | order(v desc)[-1]._id', 'n09900'],
    ['count(*[v == 1])', NUMBER],
    ['count(*[w == 1] | order(v)[10..99999])', 4990],
  ])('%s', (query, expected) => {
    expect(ask(query, {}, view)).toEqual(expected)
    expect(groqJsResult(query, {}, view.all)).toEqual(expected)
  })

  test('one that leaves the group and returns finds its place', () => {
    const index = createDocumentIndex(crowd)
    const first = '* | order(v desc)[0..2]._id'
    const last = '* | order(v)[-2..-1]._id'
    const asked = (query: string): Json => ask(query, {}, index)
    expect(asked(first)).toEqual(ids('n00000 n00001 n00002'))
    index.put(thing(name(5000), 2))
    expect(asked(first)).toEqual(ids('n05000 n00000 n00001'))
    expect(asked(last)).toEqual(ids('n09999 n05000'))
    index.put(thing(name(5000), 1))
    index.remove(name(1))
    expect(asked(first)).toEqual(ids('n00000 n00002 n00003'))
    expect(asked('* | order(v)[4999]._id')).toEqual('n05000')
    index.put(thing(name(1), 1))
    expect(asked(first)).toEqual(ids('n00000 n00001 n00002'))
    expect(asked('* | order(v desc)[5000]._id')).toEqual('n05000')
  })
})

test('one plan works with views that have nothing in common', () => {
  const ask = createEvaluator()
  const query = '*[_type == $type && v > $n] | order(v desc)[0..1]{_id, "same": count(*[v == ^.v])}'
  const views = [
    [],
    [thing('a', 1)],
    [thing('a', 'x'), thing('b', 2), thing('c', 2)],
    [doc('a', 'other', {v: 5}), thing('z', 5), thing('y')],
  ].map((documents) => createDocumentIndex(byId(documents)))
  for (const params of [
    {type: 'thing', n: 0},
    {type: 'other', n: 1},
    {type: 'thing', n: 'a'},
  ]) {
    for (const view of [...views, ...views.toReversed()]) {
      expect(ask(query, params, view)).toEqual(groqJsResult(query, params, view.all))
    }
  }
})
