// Sync tags of an answer: the types whose documents can change it.
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Actor} from '../../../lake/types.ts'
import {ANYONE, createFixture, DATASET, doc, JOURNALIST, NOON} from './fixture.ts'

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
const typesOf = async (query: string, params = {}) => (await ask(query, params)).types

describe('an answer depends on', () => {
  test.each<[query: string, types: string[], params?: object]>([
    ['*[_type == "author"]', ['author']],
    ['*["author" == _type]{name}', ['author']],
    ['*[_type == $type]', ['author'], {type: 'author'}],
    ['*[_type in ["author", "topic"]]', ['author', 'topic']],
    ['*[_type in $types] | order(name) [0...3]', ['author', 'topic'], {types: ['author', 'topic']}],
    ['*[(_type == "author" || _type == "topic") && defined(name)]', ['author', 'topic']],
    ['*[_type == "author" && references("x")]', ['author']],
    ['*[_type == "article" && references(*[_type == "topic"]._id)]', ['article', 'topic']],
    ['*[_type == "article" && slug == "one"][0]{"name": by->name}', ['article', 'author']],
    ['*[_type == "article"]{"title": section->title}', ['article', 'section']],
    ['*[_type == "article" && section->title == "World"]._id', ['article', 'section']],
    [
      '*[_type == "article"]{"url": section->image->url}',
      ['article', 'sanity.imageAsset', 'section'],
    ],
    [
      '*[_type == "author"]{"all": count(*[_type == "article" && by._ref == ^._id])}',
      ['article', 'author'],
    ],
    ['{"a": *[_type == "author"], "n": count(*[_type == "topic"])}', ['author', 'topic']],
    ['*[_id == "p"][0].name', ['author']],
    ['*[_id in ["p", "s"]]', ['author', 'section']],
    [
      '*[_type == "article" && slug == "one"]{"by": *[_id == ^.by._ref][0].name}',
      ['article', 'author'],
    ],
    ['*[_type == "article" && _id == "no such"]', ['article']],
    ['*[_type == "author" && name match text::query("ada")]', ['author']],
    ['1 + 1', []],
  ])('%s', async (query, types, params) => {
    expect(await typesOf(query, params)).toEqual(types)
  })
})

describe('an answer may depend on anything', () => {
  test.each<[query: string, params?: object]>([
    ['*'],
    ['count(*)'],
    ['*[0]'],
    ['*[defined(name)]'],
    ['*[defined(name)][_type == "author"]'],
    ['*[_type != "author"]'],
    ['*[!(_type == "author")]'],
    ['*[_type == "author" || name == "Ada"]'],
    ['*[references("p")]'],
    ['*[string(_type) == "author"]'],
    ['*[_type == "article"]{"same": *[_type == ^.kind]}'],
    ['*[_type == "author"]{"uses": *[references(^._id)]}'],
    ['*[_type == "author"]{"uses": documents::incomingRefCount()}'],
    ['*[_type == "article" && slug == "two"]{"related": related[]->slug}'],
    ['*[_id == "no such"]'],
    ['*[_id in ["p", "no such"]]'],
    ['*[_type == "article"]{"x": *[_id == "none" + ^._id][0]}'],
  ])('%s', async (query, params) => {
    expect(await typesOf(query, params)).toBeNull()
  })
})

describe('an answer depends on the time', () => {
  const depends = async (query: string, actor?: Actor) =>
    (await ask(query, {}, actor)).dependsOnTime

  test('where it asks for it, or where the clock decides what is seen', async () => {
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
