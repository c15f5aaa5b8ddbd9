// @module-tag random
// However content changes, a cached response equals a new one.
import {afterAll, beforeAll, expect, it, vi} from 'vitest'
import {ARTICLE_BY_SLUG_QUERY, HOME_QUERY} from '../../queries/articles.ts'
import {AUTHOR_BY_SLUG_QUERY} from '../../queries/authors.ts'
import {CORRECTIONS_QUERY} from '../../queries/corrections.ts'
import {SECTION_BY_SLUG_QUERY, TOPIC_BY_SLUG_QUERY} from '../../queries/sections.ts'
import {SITE_SETTINGS_QUERY} from '../../queries/settings.ts'
import type {LakeDocument} from '@copydesk/lake/types'
import {seedDocuments} from '../site/support/seed.ts'
import {mutate} from '../support/embargoed.ts'
import {START, startLake, type TestLake} from '../support/lake.ts'
import {ref} from '../support/piece.ts'
import {runs} from '../support/runs.ts'

const ROUNDS = runs(40)
const FUTURE = new Date(START + 3_600_000).toISOString()

let lake: TestLake
beforeAll(async () => {
  lake = await startLake()
  const documents = seedDocuments().map((document) => ({createOrReplace: document}))
  expect(await mutate(lake, documents)).toBe(200)
})
afterAll(() => lake.close())

/** The same numbers in each run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const stored = (type: string): LakeDocument[] =>
  lake.lake.services.documents.ofType('production', type).filter(({_id}) => !_id.includes('.'))

const slugOf = (type: string, index: number): string =>
  (stored(type)[index]!['slug'] as {current: string}).current

/** Queries of pages, and lists of documents that depend on articles. */
const asked = (): [query: string, params: Record<string, unknown>][] => [
  [HOME_QUERY, {}],
  [ARTICLE_BY_SLUG_QUERY, {slug: slugOf('article', 0)}],
  [ARTICLE_BY_SLUG_QUERY, {slug: slugOf('article', 1)}],
  [SECTION_BY_SLUG_QUERY, {slug: slugOf('section', 0), start: 0, end: 20}],
  [TOPIC_BY_SLUG_QUERY, {slug: slugOf('topic', 0), start: 0, end: 20}],
  [AUTHOR_BY_SLUG_QUERY, {slug: slugOf('author', 0), start: 0, end: 20}],
  [CORRECTIONS_QUERY, {start: 0, end: 20}],
  [SITE_SETTINGS_QUERY, {}],
  ...['photoWithCredit', 'expertQuote', 'source', 'correction', 'sanity.imageAsset'].map(
    (type): [string, Record<string, unknown>] => ['*[_type == $type]{_id, _rev}', {type}],
  ),
  [
    '*[_type == "photoWithCredit"]{"asset": image.asset->url, "in": count(*[_type == "article" && references(^._id)])}',
    {},
  ],
  ['*[_type == "expertQuote"]{"names": speakers[].source->name}', {}],
  ['count(*)', {}],
]

it('as many changes to connected documents show', async () => {
  const random = generator(7)
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
  const queries = asked()
  const headers = {authorization: `Bearer ${lake.readerToken()}`}
  const resultOf = async (index: number, init?: RequestInit): Promise<string> => {
    const [query, params] = queries[index]!
    const search = new URLSearchParams({query, returnQuery: 'false'})
    for (const [name, value] of Object.entries(params)) {
      search.set(`$${name}`, JSON.stringify(value))
    }
    const response = await lake.fetch(`/v2025-02-19/data/query/production?${search}`, init)
    if (response.status !== 200) throw new Error(`${query}: ${await response.text()}`)
    return JSON.stringify(((await response.json()) as {result: unknown}).result)
  }

  const change = (n: number): object[] => {
    const type = pick(['article', 'article', 'photoWithCredit', 'expertQuote', 'source', 'author'])
    const {_id: id} = pick(stored(type))
    const article = pick(stored('article'))._id
    const photo = pick(stored('photoWithCredit'))._id
    switch (random(7)) {
      case 0:
        return [{patch: {id: article, set: {embargo: {until: FUTURE}}}}]
      case 1:
        return stored('article').map(({_id}) => ({patch: {id: _id, unset: ['embargo']}}))
      case 2:
        return [{patch: {id: article, set: {leadPhoto: {_type: 'photoUse', photo: ref(photo)}}}}]
      case 3:
        return [{patch: {id: article, set: {body: [], related: []}}}]
      case 4:
        // Enough is left to go on with.
        return stored(type).length > 4 ? [{delete: {id}}] : []
      case 5:
        return [
          {patch: {id: article, set: {embargo: {until: FUTURE}, note: `${n}`}}},
          {patch: {id, set: {note: `${n}`}}},
        ]
      default:
        return [{patch: {id, set: {note: `${n}`, name: `Name ${n}`, headline: `Headline ${n}`}}}]
    }
  }

  let [applied, changed, kept] = [0, 0, 0]
  let before: string[] = []
  for (let n = 0; n < ROUNDS; n++) {
    if ((await mutate(lake, change(n))) === 200) applied += 1
    const spy = vi.spyOn(lake.lake.services.engine, 'queryJson')
    const given = await Promise.all(queries.map((_, index) => resultOf(index)))
    kept += queries.length - spy.mock.calls.length
    spy.mockRestore()
    const anew = await Promise.all(queries.map((_, index) => resultOf(index, {headers})))
    expect(given).toEqual(anew)
    changed += given.filter((result, index) => n > 0 && result !== before[index]).length
    before = given
  }
  // It would show nothing if all were refused, nothing changed, or nothing were kept.
  expect(applied).toBeGreaterThan(ROUNDS / 2)
  expect(changed).toBeGreaterThan(ROUNDS)
  expect(kept).toBeGreaterThan(ROUNDS)
}, 120_000)
