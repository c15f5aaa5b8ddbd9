import {describe, expect, it} from 'vitest'
import {compileFilter} from '../../src/listen/filter.ts'
import type {Json, LakeDocument} from '../../src/types.ts'
import {NOW} from './lake.ts'

const article: LakeDocument = {
  _id: 'drafts.a',
  _type: 'article',
  _rev: 'r1',
  _createdAt: NOW,
  _updatedAt: NOW,
  title: 'Ferry late',
}

const matches = (query: string, params: Record<string, Json> = {}): boolean =>
  compileFilter(query, params).matches(article, 'uEditor', new Date(NOW))

describe('a query that is too long', () => {
  it('is refused before it is parsed', () => {
    const query = `*[${Array(2_500).fill('a == 1').join('||')}]`
    expect(() => compileFilter(query, {})).toThrow(/at most 8000/)
  })
})

describe('a filter', () => {
  const ids = (count: number): Record<string, Json> => ({
    ids: Array.from({length: count}, (_, n) => `article-${n}`),
  })

  it.each<[string, Record<string, Json>, boolean]>([
    ['*', {}, true],
    ['*[_id in $ids] | order(title)[0...10]{"other": *[_id == ^._id]}', ids(2), true],
    ['*[_type == "article"][references($ids)]', ids(200), true],
    ['*[_type == "article"][references($ids)]', ids(400), false],
    ['*[_type == "article"][count(body[_type == "a"]) > 1]', {}, false],
  ])('%s, number %#, takes little time or not', (query, params, expected) => {
    expect(compileFilter(query, params).isQuick).toBe(expected)
  })
})

describe('compileFilter', () => {
  it.each<[string, Record<string, Json>?]>([
    ['*'],
    ['*[_id in $ids]', {ids: ['a', 'drafts.a']}],
    ['*[_type == $type]', {type: 'article'}],
    ['*[_type == "article"] | order(title desc)[0...10]{_id, "other": *[_id == ^._id]}'],
    ['*[_type == "article"][$from...$to].title', {from: 5, to: 9}],
    ['*[_type == "article"]{title}[title == "Ferry late"]'],
    ['*[_id == "drafts.a"][0]'],
    ['// findability-mvi:5\n*[_type == "article"] // the end'],
    ['*[!(_id in path("_.**"))]'],
    ['*[sanity::versionOf("a")]'],
    ['*[identity() == "uEditor" && now() == "2026-11-25T09:30:00.000Z"]'],
    // Cannot be evaluated: a needless event is better than a missing one.
    ['*[_type == "article" && [@, _id] match text::query("ferry")]'],
  ])('matches the article with %s', (query, params) => {
    expect(matches(query, params)).toBe(true)
  })

  it.each<[string, Record<string, Json>?]>([
    ['*[_id in $ids]', {ids: ['a']}],
    ['*[_type == "photo" && [@, _id] match text::query("ferry")]'],
    ['*[_type == "photo"] | order(title)[0]{title}'],
    ['*[_type == "article"]{title}[title == "Ferry early"]'],
    ['*[author->name == "Ann"]'],
  ])('does not match it with %s', (query, params) => {
    expect(matches(query, params)).toBe(false)
  })

  it('never matches a document that does not exist', () => {
    expect(compileFilter('*', {}).matches(null, 'u', new Date(NOW))).toBe(false)
    expect(compileFilter('*[true]', {}).matches(null, 'u', new Date(NOW))).toBe(false)
  })

  it('reports the position of an error', () => {
    expect(() => compileFilter('*[_type == ', {})).toThrow(
      expect.objectContaining({
        type: 'queryParseError',
        details: {query: '*[_type == ', start: 1, end: 2},
      }),
    )
  })

  it.each(['count(*[_type == "article"])', '{"all": *[_type == "article"]}', '1 + 1'])(
    'refuses %s, which selects no documents',
    (query) => {
      expect(() => compileFilter(query, {})).toThrow(/A listener takes a filter/)
    },
  )
})
