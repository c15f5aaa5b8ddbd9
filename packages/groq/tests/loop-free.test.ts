// Which conditions a client may have evaluated without a deadline.
import {describe, expect, it} from 'vitest'
import {isLoopFree} from '../src/loop-free.ts'
import {parseQuery} from '../src/parse-query.ts'

const params = {ids: ['a', 'drafts.a'], id: 'a', many: [...Array(1_000).keys()]}
const judge = (condition: string): boolean => isLoopFree(parseQuery(condition, params))

describe('A condition', () => {
  it.each([
    'true',
    '_id in $ids',
    '_id in $ids || (_type in ["article", "expertQuote"] && references($ids))',
    'sanity::versionOf($id) && !sanity::partOfRelease("summer")',
    '_type == "article" && (_id in path("drafts.**") || _originalId in path("drafts.**"))',
    'target.document._ref == $id && !defined(target.documentVersionId)',
    'identity() == owner._ref && count > 1 && "x" in tags',
    'references("a", "b", ["c"])',
  ])('is free of loops: %s', (condition) => {
    expect(judge(condition)).toBe(true)
  })

  it.each([
    'count($many[count($many[@ >= 0]) > 0]) > 0',
    'count(*) > 1',
    'count(body) > 1',
    '"a" in topics[]._ref',
    '"a" in [...tags]',
    'body[0].text == "a"',
    'tags[@ == "a"][0] == "a"',
    'title match "a*"',
    'lower(title) == "a"',
    'title + title == "aa"',
    'author->name == "Ann"',
    'select(a => b, c)',
    'references(path("**.a.**"))',
    'references(topics)',
    '_id in path(pattern)',
    'pt::text(body) == "a"',
    'defined(topics[]->title)',
    '!(_id == "a" && title match "a")',
    'owner == upper("a")',
  ])('may have loops: %s', (condition) => {
    expect(judge(condition)).toBe(false)
  })
})
