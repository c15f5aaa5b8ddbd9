// A document that passes a filter has one of the keys that the filter requires.
import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {clausesOf, keysOfClause} from '../src/requirements.ts'
import {toNode, type Node} from '../src/syntax-tree.ts'
import {keysOf} from '../src/documents/keys.ts'
import type {Json, LakeDocument} from '../src/types.ts'
import {doc} from './fixture.ts'
import {condition} from './random-filters.ts'
import {documents, params} from './random-queries.ts'
import {FACTOR, runs} from '../../../tests/support/runs.ts'

const parsed = (text: string, params: Record<string, Json> = {}): Node => {
  const tree = parse(`*[${text}]`, {params})
  if (tree.type !== 'Filter') throw new Error('This is not a filter.')
  return toNode(tree.expr)
}
/** The keys of each clause, the most selective first. Null if any document can meet the clause. */
const keysIn = (text: string, params: Record<string, Json> = {}) =>
  clausesOf(parsed(text, params)).map((clause) => keysOfClause(clause) ?? null)

describe('the keys of a filter', () => {
  it.each<[string, string[][], Record<string, Json>?]>([
    ['_id == "a"', [['_id=a']]],
    ['"a" == _id', [['_id=a']]],
    ['_id in $ids', [['_id=a', '_id=drafts.a']], {ids: ['a', 'drafts.a', null, 7]}],
    ['_id in $ids', [[]], {ids: []}],
    ['_type == "article" && _id == "a"', [['_id=a'], ['_type=article']]],
    ['_type in ["a", "b"]', [['_type=a', '_type=b']]],
    ['sanity::versionOf("a")', [['versions=a']]],
    ['references("p", $ids)', [['_ref=p', '_ref=q']], {ids: ['q', null]}],
    ['section._ref == "s"', [['_ref=s']]],
    ['"t" in topics[]._ref', [['_ref=t']]],
    ['slug.current == "a"', [['.slug.current="a"']]],
    ['"x" in tags && kind in [1, true]', [['.tags="x"'], ['.kind=1', '.kind=true']]],
    ['items[0].rows[kind == "k"].name == "n"', [['.items.rows.name="n"']]],
    ['_type == "a" || references("p")', [['_type=a', '_ref=p']]],
    [
      '_id == "x" || (_type == "a" && s == "b")',
      [
        ['_id=x', '.s="b"'],
        ['_id=x', '_type=a'],
      ],
    ],
    ['_type == "a" && n > 1 && !(s == "b")', [['_type=a']]],
  ])('%s', (text, keys, given) => {
    expect(keysIn(text, given)).toEqual(keys)
  })

  it.each<[string]>([
    ['n > 1'],
    ['_id != "a"'],
    ['_id in path("drafts.**")'],
    ['_type == "a" || n > 1'],
    ['author->name == "Ann"'],
    ['!(_id == "a")'],
    ['_id == title'],
    ['references(photo)'],
    ['sanity::partOfRelease("summer")'],
    ['when == dateTime("2026-01-01T00:00:00Z")'],
    ['true'],
  ])('any document may match: %s', (text) => {
    expect(keysIn(text)).toEqual([])
  })

  it.each<[string]>([
    ['title == null'],
    ['status in ["a", null]'],
    ['author._ref == 7'],
    ['_rev == "r1"'],
    ['body[].style == "h2"'],
    ['body[]._type == "block"'],
    ['body[].children[].text == "x"'],
    ['a.b.c.d.e == 1'],
    [`title == "${'long '.repeat(30)}"`],
  ])('documents have no key for this condition: %s', (text) => {
    expect(keysIn(text)).toEqual([null])
  })
})

/** Counts the passing documents without a key of each clause, and those with one. */
function countKeys(
  has: (document: LakeDocument) => ReadonlySet<string>,
  numRuns: number,
): {missed: number; met: number} {
  let [missed, met] = [0, 0]
  fc.assert(
    fc.property(documents, condition, params, (dataset, text, given) => {
      const tree = parse(`*[${text}]`, {params: given})
      const filter = tree.type === 'Filter' ? toNode(tree.expr) : undefined
      const found = evaluateSync(tree, {dataset, params: given}).data as LakeDocument[]
      for (const clause of filter ? clausesOf(filter) : []) {
        const keys = new Set(keysOfClause(clause) ?? [])
        for (const document of keysOfClause(clause) ? found : []) {
          if (has(document).isDisjointFrom(keys)) missed += 1
          else met += 1
        }
      }
    }),
    {numRuns},
  )
  return {missed, met}
}

it('a document that passes has one of the keys of each clause', {tags: ['random']}, () => {
  const {missed, met} = countKeys(keysOf, runs(5_000))
  expect(missed).toBe(0)
  expect(met).toBeGreaterThan(300 * FACTOR)
})

it.each<[string, string]>([
  ['references', '_ref='],
  ['versions', 'versions='],
  ['values in lists', '.list='],
  ['deep values', '.o.deep.s='],
])('notices missing keys of %s', {tags: ['full']}, (_what, start) => {
  const {missed} = countKeys((document) => {
    return new Set([...keysOf(document)].filter((key) => !key.startsWith(start)))
  }, 5_000)
  expect(missed).toBeGreaterThan(0)
})

it('a document has keys for its short values outside of text and for all references', () => {
  const text = {_type: 'block', _key: 'k', style: 'h2', children: [{text: 'x'}]}
  const document = doc('drafts.a', 'article', {
    headline: 'Ebb',
    dek: 'long '.repeat(30),
    body: [text, {_type: 'photoUse', photo: {_ref: 'p'}, size: 2}],
    deep: {b: {c: {d: {e: 'f', r: {_ref: 'q'}}, x: true}}},
  })
  expect([...keysOf(document)].toSorted()).toEqual([
    '.body.size=2',
    '.deep.b.c.x=true',
    '.headline="Ebb"',
    '_id=drafts.a',
    '_ref=p',
    '_ref=q',
    '_type=article',
    'versions=a',
    'versions=drafts.a',
  ])
})
