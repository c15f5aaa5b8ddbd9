// @module-tag random
// Every answer knows its sources: what a source map says of a value is what the document says.
import {resolveEditInfo, resolveMapping} from '@sanity/client/csm'
import fc from 'fast-check'
import {readFileSync} from 'node:fs'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {BadRequest} from '@copydesk/lake/errors'
import {parseQuery} from '@copydesk/groq'
import type {Json, LakeDocument} from '@copydesk/lake/types'
import * as articles from '../../queries/articles.ts'
import * as feeds from '../../queries/feeds.ts'
import * as photos from '../../queries/photos.ts'
import * as pieces from '../../queries/pieces.ts'
import * as sections from '../../queries/sections.ts'
import {published} from '../site/support/client.ts'
import {seedDocuments} from '../site/support/seed.ts'
import {createFixture, SYSTEM} from '@copydesk/lake/tests/query/fixture.ts'
import {DATASET, doc} from '@copydesk/groq/tests/fixture.ts'
import {documents, params, query} from '@copydesk/groq/tests/random-queries.ts'
import {faultsOf, leavesOf, traced, type TracedAnswer} from '@copydesk/groq/tests/trace-support.ts'
import {FACTOR, runs} from '../support/runs.ts'

/** Where the value at a path of the result comes from: `id: path`, or the kind of source. */
function sourceAt({map}: TracedAnswer, ...path: (string | number)[]): string | undefined {
  const found = resolveMapping(path, map)?.mapping.source
  if (found?.type !== 'documentValue') return found?.type
  const info = resolveEditInfo({studioUrl: '/', resultSourceMap: map, resultPath: path})!
  return `${info.id}: ${(info.path as unknown[]).map((key) => (typeof key === 'object' ? JSON.stringify(key) : key)).join('.')}`
}

/** Items get keys, some of them twice, so that they can be named by them. */
function keyed(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      const inner = keyed(item)
      const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      return isObject ? {_key: `k${index % 3}`, ...inner} : inner
    })
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, keyed(member)]))
}

const isAnswered = (text: string, given: Record<string, Json>): boolean => {
  try {
    parseQuery(text, given)
    return true
  } catch {
    return false
  }
}

describe('queries made up at random', () => {
  it.each([{byKey: false}, {byKey: true}])(
    'have the same results with tracing, and the right sources: %o',
    ({byKey}) => {
      const counts = {asked: 0, values: 0, known: 0}
      fc.assert(
        fc.property(documents, query, params, (dataset, text, given) => {
          if (!isAnswered(text, given)) return
          const stored = byKey ? (dataset.map(keyed) as LakeDocument[]) : dataset
          let answer
          try {
            answer = traced(text, stored, {params: given, byKey})
          } catch (error) {
            // What cannot be evaluated cannot be traced either.
            expect(error).toBeInstanceOf(BadRequest)
            return
          }
          counts.asked += 1
          expect(answer.traced, text).toBe(answer.plain)
          expect(faultsOf(answer, stored), text).toEqual([])
          for (const {path} of leavesOf(JSON.parse(answer.traced))) {
            counts.values += 1
            const mapping = resolveMapping(path, answer.map)?.mapping
            expect(mapping, `${text} ${path.join('.')}`).toBeDefined()
            if (mapping?.source.type === 'documentValue') counts.known += 1
          }
        }),
        {numRuns: runs(2_000)},
      )
      expect(counts.asked).toBeGreaterThan(1_500 * FACTOR)
      // Random queries compute a lot, but most of their results are values of a document.
      expect(counts.known).toBeGreaterThan(counts.values / 2)
    },
    120_000,
  )

  it.each<[string, (answer: TracedAnswer) => void]>([
    ['another document', ({map}) => void map.documents.push(map.documents.shift()!)],
    ['another path', ({map}) => void map.paths.push(map.paths.shift()!)],
  ])('a fault is noticed: %s', {tags: ['full']}, (_what, spoil) => {
    const found = fc.check(
      fc.property(documents, query, params, (dataset, text, given) => {
        if (!isAnswered(text, given)) return true
        const answer = traced(text, dataset, {params: given})
        spoil(answer)
        return faultsOf(answer, dataset).length === 0
      }),
      {numRuns: 2_000},
    )
    expect(found.failed).toBe(true)
  })
})

describe('a value comes from', () => {
  const dataset = [
    doc('ada', 'author', {name: 'Ada', links: [{_key: 'l1', url: 'https://a'}], slug: 'ada'}),
    doc('bo', 'author', {name: 'Bo', links: [{_key: 'l2', url: 'https://b'}], boss: {_ref: 'ada'}}),
    doc('one', 'article', {
      title: 'One',
      rank: 2,
      tags: ['x', 'y', 'x', null],
      by: [{_ref: 'bo'}, {_ref: 'gone'}, {_ref: 'ada'}],
      body: [
        {_key: 'k1', _type: 'block', text: 'First'},
        {_key: 'k2', _type: 'use', photo: {_ref: 'p'}, caption: 'Here'},
        {_key: 'k3', _type: 'block', text: 'Last'},
      ],
    }),
    doc('p', 'photo', {caption: 'There', rank: 1}),
    doc('two', 'article', {title: 'Two', rank: 1, by: [{_ref: 'ada'}]}),
  ]
  const sourceOf = (text: string, path: (string | number)[] = [], given = {}) =>
    sourceAt(traced(text, dataset, {params: given}), ...path)

  it.each<[string, string, (string | number)[], string]>([
    ['the document', '*[_id == "one"][0]', ['body', 2, 'text'], 'one: body.2.text'],
    ['the document itself', '*[_type == "article"]', [1, 'title'], 'two: title'],
    ['an attribute', '*[_type == "article"].title', [1], 'two: title'],
    ['another order', '*[_type == "article"] | order(rank)', [0, 'title'], 'two: title'],
    ['a slice', '*[_type == "article"] | order(rank)[1..2]{title}', [0, 'title'], 'one: title'],
    ['an end', '*[_type == "article"][-1].title', [], 'two: title'],
    ['an order of what was projected', '*{rank, title} | order(title)', [0, 'title'], 'one: title'],
    ['a score', '*[_type == "article"] | score(title == "Two")', [0, 'title'], 'two: title'],
    ['the score itself', '*[_type == "article"] | score(title == "Two")', [0, '_score'], 'unknown'],
    ['an item', '*[_id == "one"][0].body[1].caption', [], 'one: body.1.caption'],
    ['a part of a list', '*[_id == "one"][0].body[1..2]', [1, 'text'], 'one: body.2.text'],
    [
      'items by a condition',
      '*[_id == "one"][0].body[_type == "block"].text',
      [1],
      'one: body.2.text',
    ],
    ['what is after a gap', '*[_id == "one"][0].by[]->name', [2], 'ada: name'],
    ['a list in a list', '*[_type == "author"].links[].url', [1], 'bo: links.0.url'],
    ['a dereference', '*[_id == "one"][0].by[0]->.boss->name', [], 'ada: name'],
    [
      'the document around',
      '*[_id == "one"]{"b": body[]{"t": ^.title}}',
      [0, 'b', 1, 't'],
      'one: title',
    ],
    [
      'two levels out',
      '*[_id == "two"]{"a": by[]->{"l": links[]{"t": ^.^.title}}}',
      [0, 'a', 0, 'l', 0, 't'],
      'two: title',
    ],
    ['a subquery', '*[_id == "two"]{"n": *[_id == ^.by[0]._ref][0].name}', [0, 'n'], 'ada: name'],
    [
      'a subquery that is the same for all',
      '*[_type == "article"]{"a": *[_id == "ada"]{name}}',
      [1, 'a', 0, 'name'],
      'ada: name',
    ],
    ['what was spread', '*[_id == "ada"][0]{..., "name": upper(name)}', ['slug'], 'ada: slug'],
    ['what replaced it', '*[_id == "ada"][0]{..., "name": upper(name)}', ['name'], 'unknown'],
    [
      'what a condition spread',
      '*[_id == "one"][0].body[]{_key, _type == "use" => {caption}}',
      [1, 'caption'],
      'one: body.1.caption',
    ],
    [
      'another document that was spread',
      '*[_id == "two"][0]{...by[0]->}',
      ['links', 0],
      'ada: links.0',
    ],
    [
      'what there was to choose',
      '*[_id == "one"][0]{"c": coalesce(dek, title, "None")}',
      ['c'],
      'one: title',
    ],
    ['what there was not', '*[_id == "one"][0]{"c": coalesce(dek, "None")}', ['c'], 'literal'],
    [
      'what was selected',
      '*[_id == "one"][0]{"c": select(rank > 1 => title, "None")}',
      ['c'],
      'one: title',
    ],
    [
      'a list put together',
      '*[_id == "one"][0]{"l": ["a", title, ...tags]}',
      ['l', 3],
      'one: tags.1',
    ],
    ['a list without gaps', 'array::compact(*[_id == "one"][0].by[]->name)', [1], 'ada: name'],
    ['a list without doubles', 'array::unique(*[_type == "article"].by[]->name)', [2], 'ada: name'],
    ['Portable Text', '*[_id == "one"][0]{"b": pt(body)}', ['b', 2, 'text'], 'one: body.2.text'],
    ['a document by its id', 'documents::get("p").caption', [], 'p: caption'],
    ['a parameter', '{"a": $given}', ['a', 'b'], 'literal'],
    ['a number', '*[_id == "one"][0]{"n": rank + 1}', ['n'], 'unknown'],
    ['a text of several', '*[_id == "one"][0]{"t": title + " " + _id}', ['t'], 'unknown'],
    ['a count', 'count(*)', [], 'unknown'],
    ['an answer of yes or no', '*[_id == "one"][0]{"y": rank == 2}', ['y'], 'unknown'],
  ])('%s: %s', (_what, text, path, source) => {
    expect(sourceOf(text, path, {given: {b: 'c'}})).toBe(source)
  })

  it('nowhere where there is nothing', () => {
    for (const text of ['*[_id == "gone"][0].title', '*[_id == "one"][0]{"n": gone}', '[]', '{}']) {
      expect(traced(text, dataset).map).toEqual({documents: [], paths: [], mappings: {}})
    }
  })

  it('the copy that a perspective shows', () => {
    const shown = [
      {...doc('one', 'article', {title: 'One'}), _originalId: 'drafts.one'},
      {...doc('two', 'article', {title: 'Two'}), _originalId: 'two'},
      {...doc('two-more', 'article', {title: 'More'}), _originalId: 'versions.r1.two-more'},
    ]
    const answer = traced('*[_type == "article"]{_id, title}', shown)
    expect(answer.map.documents.map(({_id}) => _id)).toEqual([
      'drafts.one',
      'two',
      'versions.r1.two-more',
    ])
    expect(sourceAt(answer, 0, '_id')).toBe('drafts.one: _id')
  })

  it('an item by its key, unless the key is ambiguous or cannot be read back', () => {
    const keys = ['a', 'a', "it's", 'back\\slash', '', 'z']
    const item = doc('one', 'article', {list: keys.map((_key) => ({_key, name: 'n'}))})
    const answer = traced('*[_id == "one"][0]{"names": list[].name}', [item], {byKey: true})
    expect(answer.map.paths).toEqual([
      "$['list'][?(@._key=='a')]['name']",
      "$['list'][1]['name']",
      "$['list'][2]['name']",
      "$['list'][3]['name']",
      "$['list'][4]['name']",
      "$['list'][?(@._key=='z')]['name']",
    ])
    expect(faultsOf(answer, [item])).toEqual([])
  })

  it('an item by its index after an empty one, which the client cannot step over', () => {
    const item = doc('one', 'article', {
      list: [{_key: 'a', name: 'n'}, null, {_key: 'b', name: 'm'}],
    })
    const answer = traced('*[_id == "one"][0].list[].name', [item], {byKey: true})
    expect(answer.map.paths).toEqual(["$['list'][?(@._key=='a')]['name']", "$['list'][2]['name']"])
    expect(faultsOf(answer, [item])).toEqual([])
  })

  it('an attribute of any name', () => {
    const names = ["it's", 'back\\slash', 'two\nlines', 'a b', '港']
    const item = doc('one', 'article', Object.fromEntries(names.map((name) => [name, [name]])))
    const answer = traced('*[_id == "one"][0]{...}', [item])
    expect(faultsOf(answer, [item])).toEqual([])
    for (const name of names) {
      expect(sourceAt(answer, name, 0)).toBe(`one: ${name}.0`)
    }
  })
})

describe('in its thread', () => {
  let fixture: ReturnType<typeof createFixture>
  beforeAll(() => {
    fixture = createFixture({maxResultBytes: 2_000})
    fixture.write([
      doc('ada', 'author', {name: 'Ada'}),
      doc('one', 'article', {title: 'One', by: [{_ref: 'ada'}, {_ref: 'gone'}]}),
      ...Array.from({length: 20}, (_, index) => doc(`n${index}`, 'number', {index})),
    ])
  })
  afterAll(() => fixture.close())
  const ask = (text: string, more: {sourceMap?: 'byIndex' | 'byKey'} = {}) =>
    fixture.engine.queryJson({dataset: DATASET, query: text, actor: SYSTEM, ...more})

  it.each([
    '*[_type == "article"].title',
    '*[_type == "article"][0]{"by": by[]->name}',
    '*[_id == "one"].by[1]->name',
    '*[_id in ["one", "absent"]]{title, "all": *[_type == "author" && _id == ^.by[0]._ref]}',
    'coalesce(*[_id == "one"][0].title, *[_type == "number"][0].index)',
    '*[_type == "author"]{"t": now(), "n": count(*[references(^._id)])}',
    'documents::get("ada").name',
  ])('an answer depends on what it depends on without: %s', async (text) => {
    const {ms: _, ...plain} = await ask(text)
    const {ms: __, sourceMap, ...mapped} = await ask(text, {sourceMap: 'byKey'})
    expect(mapped).toEqual(plain)
    expect(JSON.parse(sourceMap!)).toMatchObject({documents: expect.any(Array)})
  })

  it('counts towards the size of the answer', async () => {
    const text = '*[_type == "number"].index'
    expect((await ask(text)).json.length).toBeLessThan(100)
    await expect(ask(text, {sourceMap: 'byIndex'})).rejects.toMatchObject({
      type: 'queryResultTooLarge',
    })
  })
})

describe('the queries of the site', () => {
  const stored = seedDocuments() as LakeDocument[]
  const seen = published(stored) as LakeDocument[]
  const given = {
    slug: 'china-two-sessions-why-they-matter',
    id: 'article-two-sessions',
    q: 'headline',
    start: 0,
    end: 20,
    since: '2020-01-01T00:00:00Z',
    type: 'article',
    types: ['article'],
  }
  const queries = Object.entries({...articles, ...feeds, ...photos, ...pieces, ...sections})

  it.each(queries)('%s is answered as without tracing, with its sources', (_name, text) => {
    for (const byKey of [false, true]) {
      const answer = traced(text, seen, {params: given, byKey})
      expect(answer.traced).toBe(answer.plain)
      expect(faultsOf(answer, seen)).toEqual([])
    }
  })

  it('answers the example in docs/previews.md as that page says', () => {
    const text = readFileSync(new URL('../../docs/previews.md', import.meta.url), 'utf8')
    const [, chapter = ''] = text.split('## Where a value comes from')
    const [, asked = ''] = /'query=(.+)'/.exec(chapter) ?? []
    const [, shown = ''] = /```json\n([^]*?)```/.exec(chapter) ?? []
    const answer = traced(asked, seen, {byKey: true})
    expect({result: JSON.parse(answer.traced), resultSourceMap: answer.map}).toEqual(
      JSON.parse(shown),
    )
  })

  it('leave hardly a word of an article without one', () => {
    const answer = traced(articles.ARTICLE_BY_SLUG_QUERY, seen, {params: given})
    const without = leavesOf(JSON.parse(answer.traced)).filter(
      ({path}) => resolveMapping(path, answer.map)?.mapping.source.type !== 'documentValue',
    )
    // They are put together of comparisons.
    expect([...new Set(without.map(({path}) => path.at(-1)))]).toEqual(['isUpdated', 'isGraphic'])
  })
})
