// The text index finds what `match` and `text::query()` find: the same queries with it and without.
import fc from 'fast-check'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {createDocumentIndex, createPerspectiveView, publishedIdOf} from '@copydesk/groq/documents'
import {
  createPlan,
  ftsQueryOfPattern,
  ftsQueryOfSearch,
  indexText,
  type FullTextIndex,
} from '@copydesk/groq/plan'
import {createTextIndex, type TextIndex} from '../../src/query/text-index.ts'
import {inTransaction} from '../../src/store/database.ts'
import type {Json, LakeDocument} from '../../src/types.ts'
import {DATASET, doc, OPTIONS} from '@copydesk/groq/tests/fixture.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'

const PIECES = [
  'a B foo Bar 1 ß ẞ ss İ i ı I ſ s S Σ σ ς \u212a k é e\u0301 \u0345 ι ﬁ ＧＤ ﾊ\uff9e か\u3099'.split(
    ' ',
  ),
  'ǅ ǆ Å \u212b 𐐀 𐐨 😀 \ud83d \ude00 東京 知 ก 각 \u1100'.split(' '),
  ['x'.repeat(63), ' ', ' ', ' ', '\n', '\u00a0', '\u2028'],
  '. \' _ = ` \0 ’ - , " *'.split(' '),
].flat()
const piece = fc.constantFrom(...PIECES)
const text = fc.array(piece, {maxLength: 10}).map((pieces) => pieces.join(''))
const span = text.map((words): Json => ({_type: 'span', _key: 'k', text: words}))
const block = fc
  .array(fc.oneof(span, fc.constant<Json>({_type: 'chip', text: 'foo'})), {maxLength: 3})
  .map((children): Json => ({_type: 'block', _key: 'k', children}))

const documents = fc
  .array(
    fc.record({
      headline: fc.oneof(text, fc.array(text, {maxLength: 2})),
      dek: text,
      body: fc.array(block, {maxLength: 2}),
    }),
    {minLength: 1, maxLength: 6},
  )
  .map((fields) => fields.map((one, n) => doc(`${n % 2 ? 'drafts.' : ''}foo.${n}`, 'article', one)))

/** Searches, mostly for words of a text or for their beginnings. */
const sought = (all: readonly LakeDocument[]): fc.Arbitrary<string> => {
  const words = all
    .flatMap(({_id, headline, dek, body}) => [
      publishedIdOf(_id),
      headline,
      dek,
      ...spansOf(body),
      ...spansOf(body, ''),
    ])
    .flatMap((value) => (typeof value === 'string' ? value.split(/[\s,"*-]+/) : []))
    .filter((word) => word !== '')
  const word = words.length > 0 ? fc.constantFrom(...words) : text
  const part = fc
    .tuple(word, fc.nat(4), fc.constantFrom('*', ''))
    .map(([whole, length, star]) => whole.slice(0, length + 1) + star)
  const one = fc.oneof({weight: 4, arbitrary: word}, {weight: 3, arbitrary: part}, text)
  return fc.array(one, {minLength: 1, maxLength: 2}).map((parts) => parts.join(' '))
}

/** The texts of spans, or of each block as one. */
const spansOf = (body: Json | undefined, together?: ''): string[] =>
  ((body ?? []) as {children: {_type: string; text: string}[]}[]).flatMap(({children}) => {
    const spans = children.filter(({_type}) => _type === 'span').map((span) => span.text)
    return together === undefined ? spans : [spans.join('')]
  })

const CONDITIONS = [
  'headline match $p',
  '[headline, dek] match $p',
  'coalesce(headline, dek) match [$p, $q]',
  '_id match $p',
  'body[].children[].text match $p',
  'body[children[0].text != "foo"].children[].text match $p',
  'pt::text(body) match $p',
  'pt::text(body) match text::query($p)',
  '@ match text::query($p)',
  '[@, _id] match text::query($p)',
  'headline match $p || pt::text(body) match text::query($q)',
  'headline match $p && !(dek match $q)',
]
const QUERIES = [
  ...CONDITIONS.map((condition) => `*[${condition}]._id`),
  '* | score(headline match $p, boost(@ match text::query($q), 3))[_score > 0]{_id, _score}',
  '*[_type == "article"] | score(boost(dek match $p && @ match text::query($q), 2))[0 < _score]{_id, _score}',
]

let folder: string
let index: TextIndex
beforeEach(() => {
  folder = temporaryFolder()
  index = createTextIndex(join(folder, 'text.sqlite'))
})
afterEach(() => index.close())

const texts: FullTextIndex = {candidateIds: (query) => new Set(index.find(DATASET, query, 1_000))}

function fill(all: readonly LakeDocument[]): void {
  inTransaction(index.database, () => {
    index.clear()
    for (const one of all) index.put(DATASET, one._id, indexText(one))
  })
}

function evaluate(
  query: string,
  all: readonly LakeDocument[],
  params: Record<string, Json>,
  {withTexts = false, inDrafts = false} = {},
): {value: unknown; looked: boolean} {
  const raw = createDocumentIndex(all.toSorted((a, b) => (a._id < b._id ? -1 : 1)))
  let looked = false
  const value = createPlan(query, params).evaluate({
    view: inDrafts ? createPerspectiveView(raw, ['drafts', 'published']).index : raw,
    fullText: withTexts
      ? {
          candidateIds(...asked) {
            looked = true
            return texts.candidateIds(...asked)
          },
        }
      : undefined,
    ...OPTIONS,
  })
  return {value, looked}
}

test(
  'random queries have the same results with the index and without',
  {tags: ['random'], timeout: 120_000},
  () => {
    const seen = {looked: 0, matched: 0}
    const cases = documents.chain((all) =>
      fc.tuple(
        fc.constant(all),
        sought(all),
        sought(all),
        fc.constantFrom(...QUERIES),
        fc.boolean(),
      ),
    )
    fc.assert(
      fc.property(cases, ([all, p, q, query, inDrafts]) => {
        fill(all)
        const bare = evaluate(query, all, {p, q}, {inDrafts})
        const found = evaluate(query, all, {p, q}, {inDrafts, withTexts: true})
        if (found.looked) {
          seen.looked += 1
          if (JSON.stringify(bare.value) !== '[]') seen.matched += 1
        }
        expect(found.value).toEqual(bare.value)
      }),
      {numRuns: runs(1_000), seed: 20260401},
    )
    expect(seen.looked).toBeGreaterThan(500 * FACTOR)
    expect(seen.matched).toBeGreaterThan(200 * FACTOR)
  },
)

test('characters that `match` treats as equal are equal', () => {
  const letters = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code)).filter(
    (letter) => letter !== '*' && ftsQueryOfPattern(letter, 'all') !== undefined,
  )
  const different: string[] = []
  for (const letter of letters) {
    const same = new RegExp(`^${RegExp.escape(letter)}$`, 'i')
    const near = [letter.toUpperCase(), letter.toLowerCase(), letter.toUpperCase().toLowerCase()]
    for (const other of near) {
      if (!same.test(other)) continue
      if (ftsQueryOfPattern(letter, 'all') !== ftsQueryOfPattern(other, 'all')) {
        different.push(`${letter} ${other}`)
      }
    }
  }
  expect(letters.length).toBeGreaterThan(60_000)
  expect(different).toEqual([])
}, 60_000)

describe('The query for the index', () => {
  test.each([
    ['harbour storm', '"HARBOUR" AND "STORM"'],
    ['harb*', '"HARB"*'],
    ['h*r bour', '"H"* AND "BOUR"'],
    ['*bour storm', '"STORM"'],
    ['*bour', undefined],
    ['*', undefined],
    ['', undefined],
    ['foo.bar', '"FOOBAR"'],
    ["don't", '"DON\u{E000}T"'],
  ])('for the pattern %j: %s', (pattern, expected) => {
    expect(ftsQueryOfPattern(pattern, 'all')).toBe(expected)
  })

  test.each([
    ['harbour -storm', '"HARBOUR"'],
    ['"second reading" bill*', '"SECOND" AND "READING" AND "BILL"*'],
    ['Kōno', '"KONO"'],
    ['*bour', undefined],
    ['東京', undefined],
    ['-storm', undefined],
    ['', undefined],
  ])('for the search %j: %s', (search, expected) => {
    expect(ftsQueryOfSearch(search)).toBe(expected)
  })

  test('needs only one word for a score, and cannot leave one out', () => {
    expect(ftsQueryOfPattern('harbour storm*', 'any')).toBe('"HARBOUR" OR "STORM"*')
    expect(ftsQueryOfPattern('harbour *storm', 'any')).toBeUndefined()
    expect(ftsQueryOfPattern(['harbour', 1], 'all')).toBeUndefined()
    expect(ftsQueryOfSearch(null)).toBeUndefined()
  })
})

describe('There is no look-up', () => {
  const all = [
    doc('a', 'article', {title: 'Harbour', part: [{_key: 'kay'}], other: {_ref: 'b'}}),
    doc('b', 'topic', {title: 'Storm'}),
  ]

  test.each([
    ['lower(title) match "harbour"', ['a']],
    ['title + "side" match "harbourside"', ['a']],
    ['array::join([title, "x"], "") match "harbourx"', ['a']],
    ['other->title match "storm"', ['a']],
    ['[title, "anything"] match "anything"', ['a', 'b']],
    ['part[]._key match "kay"', ['a']],
    ['_rev match "r1"', ['a', 'b']],
    ['title match ^.title', []],
  ])('if words are computed or come from other documents: %s', (condition, ids) => {
    fill(all)
    const {value, looked} = evaluate(`*[${condition}]._id`, all, {}, {withTexts: true})
    expect(value).toEqual(ids)
    if (!condition.includes('^')) expect(looked).toBe(false)
  })
})

test('a text of any length is found by each of its words', () => {
  const long = "harbour, don't; Kōno. ".repeat(10_000)
  const all = [doc('a', 'article', {title: long}), doc('b', 'article', {title: 'Storm'})]
  fill(all)
  for (const word of ['harbour', "don't", 'kōno', 'KŌNO']) {
    const {value, looked} = evaluate('*[title match $p]._id', all, {p: word}, {withTexts: true})
    expect({value, looked}).toEqual({value: ['a'], looked: true})
  }
})

test('a document with a score of its own is not lost', () => {
  const all = [
    doc('a', 'article', {_score: 2, title: 'Storm'}),
    doc('b', 'article', {title: 'Harbour'}),
  ]
  fill(all)
  const query = '* | score(title match "harbour")[_score > 0]._id'
  const {value, looked} = evaluate(query, all, {}, {withTexts: true})
  expect(looked).toBe(true)
  expect(value).toEqual(evaluate(query, all, {}).value)
  expect(value).toHaveLength(2)
})

test('an ID is found as a perspective shows it', () => {
  const all = [doc('drafts.foo.bar', 'article')]
  fill(all)
  const query = '*[_id match "foo.bar"]._id'
  const {value, looked} = evaluate(query, all, {}, {withTexts: true, inDrafts: true})
  expect(looked).toBe(true)
  expect(value).toEqual(['foo.bar'])
})
