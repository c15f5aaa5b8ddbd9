// @module-tag random
// Which keys a result depends on. A change without any of them leaves the result as it is.
import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest'
import {ANY_KEY, createDocumentIndex} from '@copydesk/groq/documents'
import {dependedOn} from '../../src/listen/live-tags.ts'
import {createDependencies, createPlan, type Plan} from '@copydesk/groq/plan'
import type {Actor} from '../../src/types.ts'
import {condition} from '@copydesk/groq/tests/random-filters.ts'
import {change, documents, params, query} from '@copydesk/groq/tests/random-queries.ts'
import {ANYONE, createFixture, JOURNALIST} from './fixture.ts'
import {DATASET, doc, NOON, OPTIONS} from '@copydesk/groq/tests/fixture.ts'
import {FACTOR, runs} from '../../../../tests/support/runs.ts'

let fixture: ReturnType<typeof createFixture>
beforeAll(() => {
  fixture = createFixture()
  fixture.write([
    doc('a', 'article', {
      slug: 'one',
      kind: 'author',
      by: {_ref: 'p'},
      section: {_ref: 's'},
      related: [{_ref: 'b'}],
    }),
    doc('b', 'article', {slug: 'two', section: {_ref: 's'}, related: [{_ref: 'gone'}]}),
    doc('p', 'author', {name: 'Ada'}),
    doc('s', 'section', {title: 'World', image: {_ref: 'image-1'}}),
    doc('image-1', 'sanity.imageAsset', {url: 'http://x/a.jpg'}),
    doc('drafts.n', 'note'),
  ])
})
afterAll(() => fixture.close())

const ask = (query: string, params = {}, actor: Actor = ANYONE) =>
  fixture.engine.queryJson({dataset: DATASET, query, params, perspective: 'published', actor})
const keysOf = async (query: string, params = {}) => {
  const {keys} = await ask(query, params)
  return keys && keys.map(([key]) => key).toSorted()
}

const AUTHORS = '_type=author'
const ARTICLES = '_type=article'

describe('a result depends on', () => {
  test.each<[query: string, keys: string[], params?: object]>([
    ['*[_type == "author"]', [AUTHORS]],
    ['*["author" == _type]{name}', [AUTHORS]],
    ['*[_type == $type]', [AUTHORS], {type: 'author'}],
    ['*[_type in ["author", "topic"]]', [AUTHORS, '_type=topic']],
    [
      '*[_type in $types] | order(name) [0...3]',
      [AUTHORS, '_type=topic'],
      {types: ['author', 'topic']},
    ],
    ['*[(_type == "author" || _type == "topic") && defined(name)]', [AUTHORS, '_type=topic']],
    ['*[defined(name)][_type == "author"]', [AUTHORS]],
    ['*[_type == "author" && references("x")]', ['_ref=x']],
    ['*[references("p")]', ['_ref=p']],
    ['*[_type == "article" && section._ref == "s"] | order(_createdAt) [0...20]', ['_ref=s']],
    ['*[_type == "article" && "b" in related[]._ref]', ['_ref=b']],
    ['*[_type == "article" && slug == "one"][0]', ['article.slug="one"']],
    ['*[_type == "article" && kind == "news" && slug in ["one", "two"]]', ['article.kind="news"']],
    ['*[_type == "article" && flag == true && section._ref == "s"]', ['_ref=s']],
    [
      '*[_type in ["article", "note"] && slug == "one"]._id',
      ['article.slug="one"', 'note.slug="one"'],
    ],
    ['*[slug == "one" && section._ref == "s"]', ['_ref=s']],
    ['*[_type == "article" && slug == null]', [ARTICLES]],
    ['*[_type == "article" && body[].style == "h2"]', [ARTICLES]],
    ['*[_type == "article" && references(*[_type == "topic"]._id)]', ['_type=topic']],
    ['*[_type == "article" && references(*[_type == "author"]._id)]', ['_ref=p', AUTHORS]],
    [
      '*[_type == "article" && slug == "one"][0]{"name": by->name}',
      ['_id=p', 'article.slug="one"'],
    ],
    // A result that depends on all articles need not name one of them.
    ['*[_type == "article"]{"related": related[0]->slug}', ['_id=gone', ARTICLES]],
    ['*[_type == "article" && section->title == "World"]._id', ['_id=s', ARTICLES]],
    ['*[_type == "article"]{"url": section->image->url}', ['_id=image-1', '_id=s', ARTICLES]],
    [
      '*[_type == "author"]{"all": count(*[_type == "article" && by._ref == ^._id])}',
      ['_ref=p', AUTHORS],
    ],
    [
      '*[_type == "article" && slug == "one"]{"same": *[_type == "article" && kind == ^.kind]._id}',
      ['article.kind="author"', 'article.slug="one"'],
    ],
    [
      '*[_type == "article" && slug == "two"]{"same": *[_type == "article" && kind == ^.kind]._id}',
      [ARTICLES],
    ],
    [
      '*[_type == "article" && slug == "one"]{"same": *[_type == ^.kind]}',
      [AUTHORS, 'article.slug="one"'],
    ],
    ['*[_type == "author"]{"uses": *[references(^._id)]}', ['_ref=p', AUTHORS]],
    ['*[_type == "author"]{"uses": documents::incomingRefCount()}', ['_ref=p', AUTHORS]],
    ['*[_id == "p"]{"all": *[_id in ^.related[]._ref]}', ['_id=p']],
    ['*[_id == "a"]{"all": *[_id in ^.related[]._ref]}', ['_id=a', '_id=b']],
    ['{"a": *[_type == "author"], "n": count(*[_type == "topic"])}', [AUTHORS, '_type=topic']],
    ['*[_id == "p"][0].name', ['_id=p']],
    ['*[_id in ["p", "no such"]]', ['_id=no such', '_id=p']],
    ['*[_type == "article" && _id == "no such"]', ['_id=no such']],
    ['*[_type == "author"]{"x": *[_id == "none-" + ^._id][0]}', ['_id=none-p', AUTHORS]],
    ['*[sanity::versionOf("p")]', ['versions=p']],
    ['*[_type == "author" && name match text::query("ada")]', [AUTHORS]],
    ['1 + 1', []],
  ])('%s', async (query, keys, params) => {
    expect(await keysOf(query, params)).toEqual(keys)
  })
})

describe('a result may depend on anything', () => {
  test.each<[query: string, params?: object]>([
    ['*'],
    ['count(*)'],
    ['*[0]'],
    ['*[defined(name)]'],
    ['*[slug == "one"]'],
    ['*[_type != "author"]'],
    ['*[!(_type == "author")]'],
    ['*[_type == "author" || name == "Ada"]'],
    ['*[string(_type) == "author"]'],
    ['*[_type == "article"]{"x": *[title == ^.slug][0]}'],
  ])('%s', async (query, params) => {
    expect(await keysOf(query, params)).toBeNull()
  })
})

describe('a result depends on the time', () => {
  const depends = async (query: string, actor?: Actor) =>
    (await ask(query, {}, actor)).dependsOnTime

  test('if it reads the time, or if the clock decides what is visible', async () => {
    expect(await depends('*[_type == "author"]')).toBe(false)
    expect(await depends('*[_type == "author" && _createdAt < now()]')).toBe(true)
    const until = new Date(NOON + 1000).toISOString()
    fixture.write([doc('held', 'article', {embargo: {until}})])
    expect(await depends('*[_type == "author"]')).toBe(true)
    expect(await depends('*[_type == "author"]', JOURNALIST)).toBe(false)
    fixture.write(['held'])
    expect(await depends('*[_type == "author"]')).toBe(false)
  })
})

describe('the collected dependencies', () => {
  it('are types if there would be too many keys, and everything if there is no type', () => {
    const {add, keys} = createDependencies(3)
    for (const id of ['p', 'q']) add(`_id=${id}`, ['author'])
    add('_ref=x', ['author', 'article'])
    add('_id=r', ['section'])
    expect(keys()?.toSorted()).toEqual([
      [ARTICLES, ['article']],
      [AUTHORS, ['author']],
      ['_type=section', ['section']],
    ])
    add('_id=gone', null)
    expect(keys()).toBeNull()
  })

  it('have no type if one of two conditions has none', () => {
    const {add, keys} = createDependencies()
    add('_ref=x', ['article'])
    add('_ref=x', null)
    add('_ref=y', ['article'])
    add('_ref=y', ['author'])
    expect(keys()).toEqual([
      ['_ref=x', null],
      ['_ref=y', ['article', 'author']],
    ])
    add(AUTHORS, ['author'])
    add(ARTICLES, ['article'])
    expect(
      keys()
        ?.map(([key]) => key)
        .toSorted(),
    ).toEqual(['_ref=x', ARTICLES, AUTHORS])
  })
})

const AROUND = [
  '_type == ^._type',
  's == ^.s',
  'n == ^.n',
  'flag == ^.flag',
  'list[] == ^.s',
  '^.s in list',
  's in ^.list',
  'ref._ref == ^._id',
  '^._id in refs[]._ref',
  '_id in ^.refs[]._ref',
  '_id == ^.ref._ref',
  'references(^._id)',
  'references(^.ref._ref)',
  'o.deep.s == ^.o.s',
  'sanity::versionOf(^._id)',
  '_id == ^.^._id',
]
const TYPED = fc.constantFrom('', '_type == "article" && ', '_type in ["author", "topic"] && ')
const AFTERWARDS = [
  '._id',
  '{s, n}',
  '{"r": ref->s, "l": refs[]->_id}',
  '[0]',
  ' | order(n, _id)[0...2]{...}',
]

/** Filters that read documents, inside of others. */
const nested = fc
  .tuple(
    TYPED,
    condition,
    TYPED,
    fc.constantFrom(...AROUND),
    condition,
    fc.constantFrom(...AFTERWARDS),
  )
  .map(([outer, first, inner, around, more, after]) => {
    const within = `*[${inner}${around}${more.length < 40 ? ` && (${more} || true)` : ''}]${after}`
    return `*[${outer}${first}]{_id, "x": ${within}, "n": count(*[${inner}${around}])}`
  })
const plain = fc
  .tuple(TYPED, condition, fc.constantFrom(...AFTERWARDS))
  .map(([type, only, after]) => `*[${type}${only}]${after}`)

type Evaluation = {answer: string; keys: ReadonlySet<string>}

/** @param ignored keys whose changes are left out on purpose */
function evaluated(
  plan: Plan,
  view: ReturnType<typeof createDocumentIndex>,
  isTraced: boolean,
  ignored?: RegExp,
): Evaluation | null {
  const dependence = createDependencies()
  const setting = {
    view,
    ...OPTIONS,
    onDependency: dependence.add,
  }
  try {
    const answer = JSON.stringify(isTraced ? plan.trace(setting).value : plan.evaluate(setting))
    const keys = dependence.keys()?.map(([key]) => key) ?? [ANY_KEY]
    return {answer, keys: new Set(keys.filter((key) => !ignored?.test(key)))}
  } catch {
    return null
  }
}

/** How often a commit did not affect a result, and which results were reported wrongly. */
function kept(runs: number, ignored?: RegExp): {untouched: number; wrong: string[]} {
  let untouched = 0
  const wrong: string[] = []
  const commit = fc.array(fc.tuple(change, fc.boolean()), {minLength: 1, maxLength: 2})
  fc.check(
    fc.property(
      documents,
      fc.oneof(query, nested, plain, plain),
      params,
      fc.array(commit, {minLength: 1, maxLength: 5}),
      fc.boolean(),
      (dataset, text, given, commits, isTraced) => {
        let plan: Plan
        try {
          plan = createPlan(text, given)
        } catch {
          return true
        }
        const view = createDocumentIndex(dataset)
        let known = evaluated(plan, view, isTraced, ignored)
        for (const written of commits) {
          const touched = new Set([ANY_KEY])
          for (const [document, isGone] of written) {
            for (const side of [view.get(document._id), isGone ? undefined : document]) {
              for (const key of side ? dependedOn(side) : []) touched.add(key)
            }
            if (isGone) view.remove(document._id)
            else view.put(document)
          }
          const now = evaluated(plan, view, isTraced, ignored)
          if (known?.keys.isDisjointFrom(touched)) {
            untouched += 1
            if (now?.answer !== known.answer) wrong.push(text)
            // A run that looks for a planted fault stops after the first.
            if (ignored && wrong.length > 0) return false
          }
          known = now
        }
        return true
      },
    ),
    {numRuns: runs, endOnFailure: true},
  )
  return {untouched, wrong}
}

test('a result stays the same until something that it depends on changes', () => {
  const {untouched, wrong} = kept(runs(2_000))
  expect(wrong).toEqual([])
  expect(untouched).toBeGreaterThan(300 * FACTOR)
}, 120_000)

test.each([/^_type=/, /^_id=/, /^_ref=/, /^versions=/, /^\w+\./, /^\*$/])(
  'the random runs notice a missing key %s',
  {tags: ['full'], timeout: 120_000},
  (ignored) => {
    expect(kept(6_000, ignored).wrong.length).toBeGreaterThan(0)
  },
)
