// The text index finds what `match` and `text::query()` find: the same queries with it and without, also while it is
// behind the documents.
import fc from 'fast-check'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  byId,
  createDocumentIndex,
  createPerspectiveView,
  publishedIdOf,
} from '@copydesk/groq/documents'
import {
  createPlan,
  createQueryStats,
  indexedTexts,
  searchOfPattern,
  searchOfQuery,
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
const chip = fc.constant<Json>({_type: 'chip', text: 'foo'})
const block = fc
  .array(fc.oneof(span, chip), {maxLength: 3})
  .map((children): Json => ({_type: 'block', _key: 'k', children}))
const anything = fc.oneof(
  text,
  fc.array(text, {maxLength: 2}),
  fc.array(fc.oneof(text, block, fc.constant<Json>(1), fc.array(text, {maxLength: 1})), {
    maxLength: 3,
  }),
  block,
)

const fields = fc.record(
  {
    headline: fc.oneof({weight: 3, arbitrary: text}, anything),
    dek: text,
    body: fc.oneof(
      {weight: 4, arbitrary: fc.array(block, {maxLength: 2})},
      fc.array(fc.array(block, {maxLength: 2}), {maxLength: 2}),
      anything,
    ),
    // An attribute whose name looks like that of a place.
    'headline[]': text,
  },
  {requiredKeys: ['headline', 'dek', 'body']},
)
const PREFIXES = ['', '', 'drafts.', 'versions.may.']
const one = fc
  .record({prefix: fc.constantFrom(...PREFIXES), number: fc.nat(4), fields})
  .map(({prefix, number, fields: own}) => doc(`${prefix}foo.${number}`, 'article', own))
const documents = fc
  .uniqueArray(one, {selector: ({_id}) => _id, minLength: 1, maxLength: 6})
  .map((all) => all.toSorted(byId))
/** Searches, mostly for words of a text or for their beginnings. */
const sought = (all: readonly LakeDocument[]): fc.Arbitrary<string> => {
  const words = all
    .flatMap(({_id, headline, dek, body}) => [
      publishedIdOf(_id),
      ...textsIn([headline, dek, body]),
    ])
    .flatMap((value) => value.split(/[\s,"*-]+/))
    .filter((word) => word !== '')
  const word = words.length > 0 ? fc.constantFrom(...words) : text
  const part = fc
    .tuple(word, fc.nat(4), fc.constantFrom('*', ''))
    .map(([whole, length, star]) => whole.slice(0, length + 1) + star)
  const one = fc.oneof({weight: 4, arbitrary: word}, {weight: 3, arbitrary: part}, text)
  return fc.oneof(
    {weight: 4, arbitrary: one},
    fc.array(one, {minLength: 2, maxLength: 2}).map((parts) => parts.join(' ')),
  )
}

/** All strings in a value, and the texts of spans as one. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null || !('children' in value)) return []
  const spans = (value.children as {text: string}[]).map((span) => span.text)
  return [...spans, spans.join('')]
}

const EXACT = [
  'headline match $p',
  '(@.headline) match $p',
  'headline match [$p, $q]',
  '[headline, dek] match $p',
  '[headline, dek, pt::text(body)] match $p',
  '[headline, pt::text(headline)] match $p',
  'pt::text(body) match $p',
  '_type == "article" && pt::text(body) match $p',
  'headline match $p && !(dek match $q)',
]
const CONDITIONS = [
  ...EXACT,
  'coalesce(headline, dek) match [$p, $q]',
  '[headline, [dek], "foo"] match $p',
  '[...headline] match $p',
  '[headline[]] match $p',
  '@["headline[]"] match $p',
  '_id match $p',
  'body[].children[].text match $p',
  'body[children[0].text != "foo"].children[].text match $p',
  'pt::text(body) match text::query($p)',
  '@ match text::query($p)',
  '[@, _id] match text::query($p)',
  'headline match $p || pt::text(body) match text::query($q)',
]
const QUERIES = [
  ...CONDITIONS.map((condition) => `*[${condition}]._id`),
  ...EXACT.map((condition) => `count(*[${condition}])`),
  ...EXACT.map((condition) => `*[${condition}] | order(dek desc)[0...2]._id`),
  '* | score(headline match $p, boost(@ match text::query($q), 3))[_score > 0]{_id, _score}',
  '*[_type == "article"] | score(boost(dek match $p && @ match text::query($q), 2))[0 < _score]{_id, _score}',
]
const STACKS = [undefined, ['published'], ['drafts', 'published'], ['may', 'drafts', 'published']]

let folder: string
let index: TextIndex
beforeEach(() => {
  folder = temporaryFolder()
  index = createTextIndex(join(folder, 'text.sqlite'))
})
afterEach(() => index.close())

function put(all: readonly LakeDocument[]): void {
  for (const document of all) index.put(DATASET, document._id, indexedTexts(document))
}

function fill(all: readonly LakeDocument[]): void {
  inTransaction(index.database, () => {
    index.clear()
    put(all)
  })
}

const NONE: ReadonlySet<string> = new Set()

/** @param changed IDs of documents that the index does not have as they are */
function evaluate(
  query: string,
  all: readonly LakeDocument[],
  params: Record<string, Json>,
  {withTexts = false, changed = NONE, stack = STACKS[0]} = {},
): {value: unknown; looked: boolean; decided: boolean; documents: number} {
  const raw = createDocumentIndex(all.toSorted(byId))
  const stats = createQueryStats()
  let looked = false
  let decided = false
  const fullText: FullTextIndex = {
    find(search) {
      const found = index.find(DATASET, search, 1_000)
      looked = true
      decided ||= found.isExact
      return {...found, changed}
    },
  }
  const value = createPlan(query, params).evaluate({
    view: stack ? createPerspectiveView(raw, stack).index : raw,
    fullText: withTexts ? fullText : undefined,
    ...OPTIONS,
    stats,
  })
  return {value, looked, decided, documents: stats.documents}
}

/** Documents as the index has them, and as they are now. */
interface Case {
  before: readonly LakeDocument[]
  all: readonly LakeDocument[]
  p: string
  q: string
  query: string
  stack: string[] | undefined
}

/** Some documents are changed, deleted or new. */
const edited = fc
  .tuple(
    documents,
    fc.array(fc.boolean(), {minLength: 6, maxLength: 6}),
    fc.array(one, {maxLength: 2}),
  )
  .map(([before, kept, edits]) => {
    const left = before.filter((_, n) => kept[n])
    const all = new Map([...left, ...edits].map((document) => [document._id, document]))
    return {before, all: [...all.values()].toSorted(byId)}
  })
const current = documents.map((all) => ({before: all, all}))

const cases = fc.oneof(current, edited).chain(({before, all}) =>
  fc.record<Case>({
    before: fc.constant(before),
    all: fc.constant(all),
    p: fc.oneof({weight: 4, arbitrary: sought(all)}, sought(before)),
    q: sought(all),
    query: fc.constantFrom(...QUERIES),
    stack: fc.constantFrom(undefined, ...STACKS),
  }),
)

/** IDs of the documents that one of the lists has and the other does not have. */
const differing = (one: readonly LakeDocument[], other: readonly LakeDocument[]): Set<string> =>
  new Set(
    new Set(one)
      .symmetricDifference(new Set(other))
      .values()
      .map(({_id}) => _id),
  )

test(
  'random queries have the same results with the index and without',
  {tags: ['random'], timeout: 120_000},
  () => {
    const seen = {looked: 0, matched: 0, decided: 0, behind: 0}
    fc.assert(
      fc.property(cases, ({before, all, p, q, query, stack}) => {
        fill(before)
        const bare = evaluate(query, all, {p, q}, {stack})
        const changed = differing(before, all)
        const found = evaluate(query, all, {p, q}, {stack, changed, withTexts: true})
        if (found.looked) {
          const isFound = !['[]', '0'].includes(JSON.stringify(bare.value))
          seen.looked += 1
          if (isFound) seen.matched += 1
          if (isFound && found.decided) seen.decided += 1
          if (isFound && changed.size > 0) seen.behind += 1
        }
        expect(found.value).toEqual(bare.value)
      }),
      {numRuns: runs(2_000), seed: 20260401},
    )
    expect(seen.looked).toBeGreaterThan(1_000 * FACTOR)
    expect(seen.matched).toBeGreaterThan(150 * FACTOR)
    expect(seen.decided).toBeGreaterThan(100 * FACTOR)
    expect(seen.behind).toBeGreaterThan(60 * FACTOR)
  },
)

test(
  'the index follows edits, deletions and new drafts',
  {tags: ['random'], timeout: 60_000},
  () => {
    fc.assert(
      fc.property(cases, ({before, all, p, q, query, stack}) => {
        fill(before)
        inTransaction(index.database, () => {
          for (const id of differing(before, all)) index.remove(DATASET, id)
          // Those that are the same are indexed again.
          put(all)
        })
        const bare = evaluate(query, all, {p, q}, {stack})
        expect(evaluate(query, all, {p, q}, {stack, withTexts: true}).value).toEqual(bare.value)
      }),
      {numRuns: runs(500), seed: 20260402},
    )
  },
)

/** What a pattern of one word looks up. */
const tokenOf = (word: string) => searchOfPattern(word, {isAny: false, places: ['title']})

test('exactly the characters that `match` treats as equal are equal', () => {
  const letters = Array.from({length: 0x10000}, (_, code) => String.fromCharCode(code)).filter(
    (letter) => letter !== '*' && tokenOf(letter) !== undefined,
  )
  const different: string[] = []
  for (const letter of letters) {
    const same = new RegExp(`^${RegExp.escape(letter)}$`, 'i')
    const near = [letter.toUpperCase(), letter.toLowerCase(), letter.toUpperCase().toLowerCase()]
    for (const other of near) {
      const isSame = JSON.stringify(tokenOf(letter)) === JSON.stringify(tokenOf(other))
      if (isSame !== same.test(other)) different.push(`${letter} ${other}`)
    }
  }
  expect(letters.length).toBeGreaterThan(50_000)
  expect(different).toEqual([])
}, 60_000)

describe('The search in the index', () => {
  const word = (token: string) => ({token, goesOn: false})
  const start = (token: string) => ({token, goesOn: true})

  test.each([
    ['harbour storm', [word('HARBOUR'), word('STORM')], true],
    ['harb*', [start('HARB')], true],
    ['h*r bour', [start('H'), word('BOUR')], false],
    ['*bour storm', [word('STORM')], false],
    ['harb* *', [start('HARB')], false],
    ['foo.bar', [word('FOOBAR')], true],
    ["don't", [word('DON\u{E027}T')], true],
    ['x\ud83d', [start('X')], false],
    ['x\u{E027}', [start('X')], false],
    ['x'.repeat(63), [word('X'.repeat(63))], true],
    ['x'.repeat(64), [start('X'.repeat(63))], false],
    [
      'a b c d e f g h i j k l m n o p q',
      'abcdefghijklmnop'.toUpperCase().split('').map(word),
      false,
    ],
  ])('for the pattern %j', (pattern, words, isExact) => {
    const search = searchOfPattern(pattern, {isAny: false, places: ['title']})
    expect(search).toEqual({words, isAny: false, places: ['title'], isExact})
    expect(searchOfPattern(pattern, {isAny: false, places: undefined})?.isExact).toBe(false)
  })

  test.each(['*bour', '*', ''])('does not exist for the pattern %j', (pattern) => {
    expect(searchOfPattern(pattern, {isAny: false, places: ['title']})).toBeUndefined()
  })

  test.each([
    ['harbour -storm', [word('HARBOUR')]],
    ['"second reading" bill*', [word('SECOND'), word('READING'), start('BILL')]],
    ['Kōno', [word('KONO')]],
  ])('for the search %j', (search, words) => {
    const expected = {words, isAny: false, places: undefined, isExact: false}
    expect(searchOfQuery(search)).toEqual(expected)
  })

  test.each(['*bour', '東京', '-storm', ''])('does not exist for the search %j', (search) => {
    expect(searchOfQuery(search)).toBeUndefined()
  })

  test('needs only one word for a score, and cannot leave one out', () => {
    const any = {isAny: true, places: undefined}
    const words = [word('HARBOUR'), start('STORM')]
    expect(searchOfPattern('harbour storm*', any)).toEqual({words, ...any, isExact: false})
    expect(searchOfPattern('harbour *storm', any)).toBeUndefined()
    expect(searchOfPattern(['harbour', 1], any)).toBeUndefined()
    expect(searchOfQuery(null)).toBeUndefined()
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

describe('The index tells apart', () => {
  const span = (words: string): Json => ({_type: 'span', text: words})
  const paragraph = {_type: 'block', children: [span('Har'), span('bour')]}
  const titles: Record<string, Json> = {
    string: 'a harbour',
    list: ['sea', 'HARBOUR'],
    mixed: [1, 'harbour', {_type: 'chip', text: 'sea'}],
    blocks: [{_type: 'photo'}, paragraph],
    block: paragraph,
    lists: [[paragraph], ['harbour']],
    object: {text: 'harbour'},
    spans: [{_type: 'block', children: [span('harbour'), span('side')]}],
  }
  const all = [
    ...Object.entries(titles).map(([id, title]) => doc(id, 'article', {title})),
    doc('other field', 'article', {dek: 'harbour'}),
    doc('other names', 'article', {'title[]': 'harbour', 'pt::text(title)': 'harbour'}),
  ].toSorted(byId)

  test.each([
    ['title match $p', ['list', 'mixed', 'string']],
    ['@.title match [$p]', ['list', 'mixed', 'string']],
    ['[title] match $p', ['string']],
    ['pt::text(title) match $p', ['block', 'blocks', 'lists']],
    ['[title, pt::text(title)] match $p', ['block', 'blocks', 'lists', 'string']],
    ['[title, dek] match $p', ['other field', 'string']],
  ])('fields and their kinds: %s', (condition, ids) => {
    fill(all)
    const query = `*[${condition}]._id`
    const found = evaluate(query, all, {p: 'harbour'}, {withTexts: true})
    expect(found).toMatchObject({value: ids, decided: true})
    expect(evaluate(query, all, {p: 'harbour'}).value).toEqual(ids)
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
  const stack = ['drafts', 'published']
  const {value, looked} = evaluate(query, all, {}, {withTexts: true, stack})
  expect(looked).toBe(true)
  expect(value).toEqual(['foo.bar'])
})

test('words are found in documents with more fields than the index tells apart', () => {
  const names = Array.from({length: 300}, (_, n) => `field${n}`)
  const all = names.map((name, n) =>
    doc(`d${String(n).padStart(3, '0')}`, 'article', {
      [name]: 'Harbour',
      first: n % 2 ? 'Pier' : 'Quay',
    }),
  )
  fill(all)
  for (const [n, {_id}] of all.entries()) {
    const found = evaluate(`*[field${n} match "harb*"]._id`, all, {}, {withTexts: true})
    expect(found).toMatchObject({value: [_id], looked: true})
  }
  const everywhere = evaluate('*[@ match text::query("harbour")]._id', all, {}, {withTexts: true})
  expect(everywhere).toMatchObject({looked: true, value: {length: 300}})
  const first = evaluate('count(*[[first] match "pier"])', all, {}, {withTexts: true})
  expect(first).toMatchObject({value: 150, decided: true, documents: 0})
})
