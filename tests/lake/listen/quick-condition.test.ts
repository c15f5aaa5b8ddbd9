import {evaluateSync, parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {toNode, type Node} from '../../../lake/groq/syntax-tree.ts'
import {quickCondition} from '../../../lake/listen/quick-condition.ts'
import type {Json, LakeDocument} from '../../../lake/types.ts'
import {NOW} from './lake.ts'

const stored = (_id: string, _type: string, fields: Record<string, Json> = {}): LakeDocument => ({
  _id,
  _type,
  _rev: 'r1',
  _createdAt: NOW,
  _updatedAt: NOW,
  ...fields,
})

const DOCUMENTS = [
  stored('a', 'article', {photo: {_ref: 'p'}}),
  stored('drafts.a', 'article', {body: [{uses: [{_ref: 'q', _weak: true}]}]}),
  stored('drafts.a.b', 'article', {other: {_ref: 'x', inside: {_ref: 'p'}}}),
  stored('a.b', 'article', {odd: {_ref: '', inside: {_ref: 'p'}}}),
  stored('versions.summer.a', 'article', {elsewhere: {_ref: 'p', _dataset: 'other'}}),
  stored('versions.summer.a.b', 'photo', {odd: {_ref: 7, inside: {_ref: 'p'}}}),
  stored('versions.a', 'photo'),
  stored('drafts.versions.summer.a', 'photo', {nothing: null}),
]

const QUICK: [string, Record<string, Json>?][] = [
  ['_id == "a"'],
  ['_id == $id', {id: 'drafts.a'}],
  ['_id in $ids', {ids: ['a', 'drafts.a', null, 7]}],
  ['_id in $ids', {ids: []}],
  ['_id in ["a", "a.b"]'],
  ['_type == "article"'],
  ['_type in ["photo", 3]'],
  ['sanity::versionOf("a")'],
  ['sanity::versionOf($id)', {id: 'a.b'}],
  ['sanity::versionOf("drafts.a")'],
  ['references("p")'],
  ['references($ids)', {ids: ['q', 'x']}],
  ['references($ids, "p")', {ids: [null]}],
  ['references($ids)', {ids: []}],
  ['_id in $ids || (_type in ["article"] && references($ids))', {ids: ['p', 'versions.a']}],
  ['(_type == "photo" || _id == "a") && sanity::versionOf("a")'],
]

const filterOf = (condition: string, params: Record<string, Json> = {}): Node => {
  const tree = parse(`*[${condition}]`, {params})
  if (tree.type !== 'Filter') throw new Error('This is no filter.')
  return toNode(tree.expr)
}

describe('a quick condition', () => {
  it.each(QUICK)('says of each document what groq-js says: %s %j', (condition, params = {}) => {
    const quick = quickCondition(filterOf(condition, params))
    const found = evaluateSync(parse(`*[${condition}]._id`, {params}), {dataset: DOCUMENTS, params})
    expect(quick && DOCUMENTS.filter(quick).map(({_id}) => _id)).toEqual(found.data)
  })

  it.each<[string, Record<string, Json>?]>([
    ['_id == 7'],
    ['_id == _type'],
    ['_id != "a"'],
    ['_id in "a"'],
    ['_id in $id', {id: 'a'}],
    ['_id in path("drafts.**")'],
    ['_id in [_type]'],
    ['title == "a"'],
    ['author._id == "a"'],
    ['author->_type == "a"'],
    ['"a" == _id'],
    ['!(_id == "a")'],
    ['_id == "a" || title == "b"'],
    ['_id == "a" && defined(title)'],
    ['references(photo)'],
    ['references($id)', {id: 7}],
    ['sanity::versionOf(_id)'],
    ['sanity::versionOf($ids)', {ids: ['a']}],
    ['sanity::partOfRelease("summer")'],
    ['true'],
  ])('is left to the evaluator where it is of another shape: %s %j', (condition, params) => {
    expect(quickCondition(filterOf(condition, params))).toBeUndefined()
  })
})
