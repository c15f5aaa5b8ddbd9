import {describe, expect, test} from 'vitest'
import {countMatches, parseTextQuery} from '../src/text-query.ts'
import {doc, evaluate} from './fixture.ts'

const found = (text: unknown, query: string): boolean =>
  countMatches(text, parseTextQuery(query)) > 0

describe('text::query() finds', () => {
  test.each([
    ['every word, in any order', 'The budget passed', 'passed budget', true],
    ['nothing if a word is missing', 'The budget passed', 'budget failed', false],
    ['whole words', 'The budgets passed', 'budget', false],
    ['beginnings with *', 'The budgets passed', 'budget*', true],
    ['endings with * in front', 'The budgets passed', '*gets', true],
    ['without regard to case', 'The BUDGET', 'Budget', true],
    ['without regard to diacritics, either way', 'Kōno Tarō at the café', 'kono taro cafe', true],
    ['a search with diacritics in a text without', 'Kono', 'Kōno', true],
    ['full-width letters', 'ＧＤＰ rose', 'gdp', true],
    ['phrases word by word', 'a second reading of the bill', '"second reading"', true],
    ['not a phrase in another order', 'reading a second time', '"second reading"', false],
    ['not a phrase whose last word continues', 'second readings', '"second reading"', false],
    ['nothing with an excluded word', 'The budget passed', 'budget -passed', false],
    ['a text without the excluded word', 'The budget failed', 'budget -passed', true],
    [
      'a text without the excluded phrase',
      'reading a second time',
      'reading -"second reading"',
      true,
    ],
    ['the parts of a hyphenated word together', 'a by-election', 'by-election', true],
    ['a hyphenated word by its parts', 'a by-election', 'election', true],
    ['possessives', 'Ishiba’s cabinet', "ishiba's", true],
    ['names before a possessive', 'Ishiba’s cabinet', 'ishiba', true],
    ['Japanese inside a run of letters', '東京都知事選挙', '知事', true],
    ['not other Japanese words', '東京都知事選挙', '大阪', false],
    ['everything for an empty search', 'anything', '', true],
    ['everything for *', 'anything', '*', true],
    ['everything for a search without words', 'anything', '…', true],
    ['words after an unclosed quotation mark', 'The budget passed', '"budget pass*', false],
  ])('%s: %j, %j', (_what, text, query, expected) => {
    expect(found(text, query)).toBe(expected)
  })

  test('words in different fields, but not a phrase across fields', () => {
    expect(found(['one two', 'three'], 'three one')).toBe(true)
    expect(found(['one two', 'three'], '"two three"')).toBe(false)
  })

  test('the text of a document, but not its IDs and types', () => {
    const article = doc('image-abc', 'article', {
      body: [{_type: 'block', _key: 'key1', children: [{_type: 'span', text: 'Deep words'}]}],
      author: {_ref: 'ada'},
    })
    expect(found(article, 'deep words')).toBe(true)
    for (const name of ['article', 'block', 'key1', 'ada', 'abc'])
      expect(found(article, name)).toBe(false)
  })
})

describe('text::query() in a query', () => {
  const documents = [
    doc('a', 'article', {headline: 'Budget', dek: 'Nothing else', n: 1}),
    doc('b', 'article', {headline: 'Election', dek: 'The budget, the budget and the budget', n: 2}),
    doc('c', 'article', {headline: 'Weather', dek: 'Rain', n: 3}),
    doc('budget', 'topic', {name: 'Money'}),
  ]
  const search = (expression: string, q = 'budget*') =>
    evaluate(`*[${expression}]._id`, documents, {q})

  test('searches a field, a list of fields, a document, a document with its ID', () => {
    expect(search('headline match text::query($q)')).toEqual(['a'])
    expect(search('[headline, dek] match text::query($q)')).toEqual(['a', 'b'])
    expect(search('@ match text::query($q)')).toEqual(['a', 'b'])
    expect(search('[@, _id] match text::query($q)')).toEqual(['a', 'b', 'budget'])
    expect(search('pt::text(dek) match text::query($q) || dek match text::query("rain")')).toEqual([
      'c',
    ])
  })

  test('does not match a missing field, and null matches nothing', () => {
    expect(search('missing match text::query($q)')).toEqual([])
    expect(search('headline match text::query(null)')).toEqual([])
    expect(search('!(headline match text::query($q)) && _type == "article"')).toEqual(['b', 'c'])
  })

  test('score() ranks by boost, then by the number of matches', () => {
    const ranked = evaluate(
      `*[_type in $types] | score(boost(headline match text::query($q), 5), [@, _id] match text::query($q))
       [_score > 0]{_id, _score} | order(_score desc)`,
      documents,
      {q: 'budget*', types: ['article', 'topic']},
    ) as {_id: string; _score: number}[]
    expect(ranked.map(({_id}) => _id)).toEqual(['a', 'b', 'budget'])
    expect(ranked[1]!._score).toBeGreaterThan(ranked[2]!._score)
  })

  test('evaluates the studio’s list, search and reference queries', () => {
    const params = {
      __types: ['article'],
      __limit: 51,
      __query: '*',
      __rawQuery: '',
      __refIds: ['x'],
    }
    const list = `// findability-mvi:5
*[_type in $__types && ([@, _id] match text::query($__query) || references($__rawQuery)) && (_type == "article")]{_type, _id, _originalId, "orderings": [n, _id]} | order(orderings[0] desc,orderings[1] asc) [0...$__limit]`
    expect(evaluate(list, documents, params)).toMatchObject([{_id: 'c'}, {_id: 'b'}, {_id: 'a'}])
    const scored = `// findability-mvi:5
*[_type in $__types] | score(boost(_type in ["article"] && headline match text::query($__query), 10), boost(references($__refIds), 5), ([@, _id] match text::query($__query) || references($__rawQuery))) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]`
    expect(
      evaluate(scored, documents, {...params, __query: 'rain*', __rawQuery: 'rain'}),
    ).toMatchObject([{_id: 'c'}])
    expect(evaluate(scored, documents, params)).toHaveLength(3)
  })
})
