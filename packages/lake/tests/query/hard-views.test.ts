// Perspectives and grants: what a reader does not see counts nowhere, orders nothing, is found by nothing.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Actor, Json, LakeDocument} from '../../src/types.ts'
import {createFixture, SYSTEM} from './fixture.ts'
import {doc} from '@copydesk/groq/tests/fixture.ts'
import {byId, ids, groqJsResult, type Case} from '@copydesk/groq/tests/hard-cases.ts'
import {ROLES, seen} from './hard-seen.ts'

const ref = (_ref: string): Json => ({_type: 'reference', _ref})
const article = (id: string, title: string, n: number, section: string, more = {}): LakeDocument =>
  doc(id, 'article', {title, n, section: ref(section), ...more})

const DOCUMENTS = byId([
  article('a1', 'A', 1, 's1', {author: ref('p1')}),
  article('drafts.a1', 'A draft', 5, 's2', {author: ref('p1')}),
  article('versions.r2.a1', 'A in r2', 0, 's3'),
  article('a2', 'B', 2, 's1', {author: ref('p2')}),
  article('versions.r1.a2', 'B in r1', 7, 's2'),
  article('a3', 'C', 2, 's1', {hidden: true, author: ref('p1')}),
  article('drafts.a4', 'D draft', 3, 's1'),
  article('versions.r1.a5', 'E in r1', 4, 's1'),
  article('a6', 'F', 2, 's3', {author: ref('p2')}),
  article('versions.r1.a6', 'F', 2, 's3', {_system: {delete: true}}),
  doc('p1', 'author', {name: 'Ada'}),
  doc('p2', 'author', {name: 'Bo', hidden: true}),
  doc('s1', 'section', {title: 'Sea'}),
  doc('s2', 'section', {title: 'Ash'}),
  doc('s3', 'section', {title: 'Bay', hidden: true}),
])

const actor = (name: string): Actor => ({id: name, kind: 'user', roles: [name], name})

/** Who asks, and what they may see by the grants above. */
const WHO = {
  system: {actor: SYSTEM, sees: () => true},
  staff: {actor: actor('staff'), sees: ({hidden}: LakeDocument) => hidden !== true},
  reader: {
    actor: actor('reader'),
    sees: ({_id, hidden}: LakeDocument) => !_id.includes('.') && hidden !== true,
  },
}

/** Asked before the commits, too, so that plans, views and indexes are there when they come. */
function holdsFor(who: keyof typeof WHO, perspective: string, cases: readonly Case[]): void {
  describe(`${who}, ${perspective}`, () => {
    const {actor, sees} = WHO[who]
    let fixture: ReturnType<typeof createFixture>
    const ask = (query: string, params: Record<string, Json> = {}): Promise<unknown> =>
      fixture.ask(query, {actor, params, perspective})

    beforeAll(async () => {
      fixture = createFixture({threads: {least: 1, most: 1}, roles: ROLES})
      const before = DOCUMENTS.map((document, at) => ({
        ...(DOCUMENTS[(at + 4) % DOCUMENTS.length] ?? document),
        _id: document._id,
      }))
      fixture.write([...before, doc('zz', 'article', {n: 2, section: ref('s1')})])
      for (const [query, , params] of cases) await ask(query, params)
      for (const document of DOCUMENTS.toReversed()) fixture.write([document])
      fixture.write(['zz'])
    })
    afterAll(() => fixture.close())

    test.each(cases)('%s', async (query, expected, params = {}) => {
      expect(await ask(query, params)).toEqual(expected)
      expect(groqJsResult(query, params, seen(DOCUMENTS, sees, perspective))).toEqual(expected)
    })
  })
}

const COUNT = 'count(*[_type == "article"])'
const UP = '*[_type == "article"] | order(n)._id'
const DOWN = '*[_type == "article"] | order(n desc)[0..2]{_id, n}'
const TIES = '*[n == 2] | order(n desc)._id'
const FACETS = '*[_type == "section"]{_id, "n": count(*[_type == "article" && references(^._id)])}'
const BY_SECTION = '*[_type == "article"] | order(section->title, n desc)._id'
const WORDS = '*[title match "draft"]._id'
const RANGE = '*[n > 1 && n < 5]._id'
const BY_AUTHOR = '*[author->name == "Ada"]._id'
const ORIGINALS = '*[_type == "article"]._originalId'

holdsFor('system', 'raw', [
  [COUNT, 10],
  [
    UP,
    ids(
      'versions.r2.a1 a1 a2 a3 a6 versions.r1.a6 drafts.a4 versions.r1.a5 drafts.a1 versions.r1.a2',
    ),
  ],
  [TIES, ids('a2 a3 a6 versions.r1.a6')],
  [BY_AUTHOR, ids('a1 a3 drafts.a1')],
  [WORDS, ids('drafts.a1 drafts.a4')],
  [
    FACETS,
    [
      {_id: 's1', n: 5},
      {_id: 's2', n: 2},
      {_id: 's3', n: 3},
    ],
  ],
  ['*[_id in path("drafts.**")] | order(n)[0]._id', 'drafts.a4'],
])

holdsFor('system', 'published', [
  [COUNT, 4],
  [UP, ids('a1 a2 a3 a6')],
  [
    DOWN,
    [
      {_id: 'a2', n: 2},
      {_id: 'a3', n: 2},
      {_id: 'a6', n: 2},
    ],
  ],
  [TIES, ids('a2 a3 a6')],
  [
    FACETS,
    [
      {_id: 's1', n: 3},
      {_id: 's2', n: 0},
      {_id: 's3', n: 1},
    ],
  ],
  [BY_SECTION, ids('a6 a2 a3 a1')],
  [WORDS, []],
  [RANGE, ids('a2 a3 a6')],
  [BY_AUTHOR, ids('a1 a3')],
  ['*[_id in path("drafts.**")]', []],
  ['count(*[n == 2][1..9])', 2],
  ['*[n == $n][-1]._id', 'a6', {n: 2}],
  ['*[n == $n]._id', [], {n: 5}],
])

holdsFor('system', 'drafts', [
  [COUNT, 5],
  [UP, ids('a2 a3 a6 a4 a1')],
  [
    DOWN,
    [
      {_id: 'a1', n: 5},
      {_id: 'a4', n: 3},
      {_id: 'a2', n: 2},
    ],
  ],
  [TIES, ids('a2 a3 a6')],
  [
    FACETS,
    [
      {_id: 's1', n: 3},
      {_id: 's2', n: 1},
      {_id: 's3', n: 1},
    ],
  ],
  [BY_SECTION, ids('a1 a6 a4 a2 a3')],
  [WORDS, ids('a1 a4')],
  [RANGE, ids('a2 a3 a4 a6')],
  [ORIGINALS, ids('drafts.a1 a2 a3 drafts.a4 a6')],
  ['*[_originalId in path("drafts.**")] | order(n)._id', ids('a4 a1')],
  ['*[_id == $id][0].n', 5, {id: 'a1'}],
  ['*[_id == $id]', [], {id: 'drafts.a1'}],
  ['*[n == 1]', []],
])

holdsFor('system', 'r1', [
  [COUNT, 4],
  [UP, ids('a1 a3 a5 a2')],
  [
    DOWN,
    [
      {_id: 'a2', n: 7},
      {_id: 'a5', n: 4},
      {_id: 'a3', n: 2},
    ],
  ],
  [TIES, ids('a3')],
  [
    FACETS,
    [
      {_id: 's1', n: 3},
      {_id: 's2', n: 1},
      {_id: 's3', n: 0},
    ],
  ],
  [BY_SECTION, ids('a2 a5 a3 a1')],
  [BY_AUTHOR, ids('a1 a3')],
  ['*[_id == "a6"]', []],
  ['*[references("s3")]', []],
  ['*[title match "F"]', []],
])

holdsFor('system', 'r2,r1,drafts', [
  [COUNT, 5],
  [UP, ids('a1 a3 a4 a5 a2')],
  [BY_SECTION, ids('a2 a1 a5 a4 a3')],
  [ORIGINALS, ids('versions.r2.a1 versions.r1.a2 a3 drafts.a4 versions.r1.a5')],
  ['*[_type == "article"] | order(n desc)[1..2]._id', ids('a5 a4')],
])

holdsFor('staff', 'raw', [
  [COUNT, 9],
  [TIES, ids('a2 a6 versions.r1.a6')],
  [
    FACETS,
    [
      {_id: 's1', n: 4},
      {_id: 's2', n: 2},
    ],
  ],
  [
    BY_SECTION,
    ids('versions.r1.a2 drafts.a1 versions.r1.a5 drafts.a4 a2 a1 a6 versions.r1.a6 versions.r2.a1'),
  ],
  ['*[n == 2][1]._id', 'a6'],
  ['*[references("s3")]._id', ids('a6 versions.r1.a6 versions.r2.a1')],
])

holdsFor('staff', 'drafts', [
  [COUNT, 4],
  [UP, ids('a2 a6 a4 a1')],
  [TIES, ids('a2 a6')],
  [BY_SECTION, ids('a1 a4 a2 a6')],
  ['*[author->name == "Bo"]', []],
  ['*[_type == "article"] | order(n)[1]._id', 'a6'],
])

for (const perspective of ['raw', 'published', 'drafts', 'r1']) {
  holdsFor('reader', perspective, [
    [COUNT, 3],
    ['count(*)', 6],
    ['count(*[_type == "article"] | order(n)[0..9])', 3],
    ['count(*[n == 2])', 2],
    [UP, ids('a1 a2 a6')],
    [
      DOWN,
      [
        {_id: 'a2', n: 2},
        {_id: 'a6', n: 2},
        {_id: 'a1', n: 1},
      ],
    ],
    [TIES, ids('a2 a6')],
    [
      FACETS,
      [
        {_id: 's1', n: 2},
        {_id: 's2', n: 0},
      ],
    ],
    [BY_SECTION, ids('a2 a1 a6')],
    [RANGE, ids('a2 a6')],
    [BY_AUTHOR, ids('a1')],
    ['*[n == 2] | order(_id)[1]._id', 'a6'],
    ['*[n == 2][-1]._id', 'a6'],
    ['*[n == 2][2]', null],
    ['*[n >= 2 && n <= 7] | order(n desc)[0]._id', 'a2'],
    ['*[_id == "a3"]', []],
    ['*[_id in ["a3", "a1", "drafts.a1"]]._id', ids('a1')],
    ['*[_id in path("drafts.**")]', []],
    ['*[references("s3")]._id', ids('a6')],
    ['*[references("p1")]._id', ids('a1')],
    ['*[_id == "a6"][0]{"s": section->title, "a": author->}', {s: null, a: null}],
    ['*[_type == "article" && !defined(section->)]._id', ids('a6')],
    ['*[_type == "article"] | order(author->name)[0..1]._id', ids('a1 a2')],
    ['*[title match "C"]', []],
    ['*[title match "*"] | order(title desc)._id', ids('s1 a6 a2 s2 a1')],
    ['*[_type == "author"]{_id, "n": count(*[references(^._id)])}', [{_id: 'p1', n: 1}]],
    [
      '*[_type == "article"]{_id, "same": count(*[n == ^.n])}',
      [
        {_id: 'a1', same: 1},
        {_id: 'a2', same: 2},
        {_id: 'a6', same: 2},
      ],
    ],
    [
      '*[_type == "section"]{"a": *[references(^._id)]{"o": *[_type == ^._type && n == ^.n && _id != ^._id]._id}.o}.a',
      [[[], ['a6']], []],
    ],
    ['*[_type == "article"] | score(title match "C", n == 2)[0...2]._id', ids('a2 a6')],
    ['*[_type == $type] | order(title desc)[0]._id', 's1', {type: 'section'}],
    ['*[_type == $type] | order(title desc)[0]._id', 'a6', {type: 'article'}],
    ['*[hidden]', []],
    ['count(*[!defined(hidden)])', 6],
  ])
}
