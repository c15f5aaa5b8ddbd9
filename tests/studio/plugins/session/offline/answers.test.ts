// Answers that are put together of what the lake said before.
import {describe, expect, test} from 'vitest'
import {
  answerFrom,
  keysFor,
  partsToKeep,
} from '../../../../../studio/plugins/session/offline/answers.ts'
import {readRequest} from '../../../../../studio/plugins/session/offline/read-request.ts'

const API = 'http://desk.local:3333/v2025-02-19'
const query = (groq: string, more = ''): URL =>
  new URL(`${API}/data/query/production?query=${encodeURIComponent(groq)}${more}`)
const documents = (ids: string, more = ''): URL =>
  new URL(`${API}/data/doc/production/${ids}${more}`)

/** What is kept after these answers. */
function after(...answers: [URL, unknown][]): Map<string, unknown> {
  return new Map(answers.flatMap(([url, body]) => [...partsToKeep(readRequest(url), body, 7)]))
}

function answer(
  url: URL,
  kept: Map<string, unknown>,
  isNew: (id: string) => boolean = () => false,
) {
  const request = readRequest(url)
  const recalled = new Map(
    keysFor(request).flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : [])),
  )
  return answerFrom(request, recalled, isNew)
}

describe('documents', () => {
  const kept = after([
    documents('a,drafts.a,b'),
    {
      documents: [{_id: 'drafts.a', _type: 'article', headline: 'A'}],
      omitted: [
        {id: 'a', reason: 'existence'},
        {id: 'b', reason: 'permission'},
      ],
    },
  ])

  test('are found in any other order and number', () => {
    expect(answer(documents('drafts.a,a', '?tag=x'), kept)).toEqual({
      documents: [{_id: 'drafts.a', _type: 'article', headline: 'A'}],
      omitted: [{id: 'a', reason: 'existence'}],
    })
  })

  test('that were never read are not said to be missing', () => {
    expect(answer(documents('c,drafts.c'), kept)).toBeUndefined()
    expect(answer(documents('b'), kept)).toBeUndefined()
    expect(answer(documents('c,a,b', '?excludeContent=true'), kept)).toEqual({
      documents: [{_id: 'c'}],
      omitted: [
        {id: 'a', reason: 'existence'},
        {id: 'b', reason: 'permission'},
      ],
    })
  })

  test('that are begun in this window do not exist yet', () => {
    const isNew = (id: string): boolean => id.endsWith('new')
    expect(answer(documents('new,drafts.new'), kept, isNew)).toEqual({
      documents: [],
      omitted: [
        {id: 'new', reason: 'existence'},
        {id: 'drafts.new', reason: 'existence'},
      ],
    })
  })

  test('of another dataset are others', () => {
    expect(answer(new URL(`${API}/data/doc/staging/drafts.a`), kept)).toBeUndefined()
  })
})

describe('previews', () => {
  const row = (id: string, title: string) => ({_id: id, _type: 'section', title})
  const kept = after(
    [
      query(
        '[*[_id in ["a","b"]][0...2]{_id,_type,title},*[_id in ["p"]][0...1]{_id,image}][0...2]',
      ),
      {result: [[row('a', 'A'), row('b', 'B')], [{_id: 'p', image: 1}]]},
    ],
    [query('[*[sanity::versionOf("a")]._id,*[sanity::versionOf("b")]._id]'), {result: [['a'], []]}],
  )

  test('are put together from rows', () => {
    const asked = query(
      '[*[_id in ["b","unknown"]][0...2]{_id,_type,title},*[_id in ["p"]][0...1]{_id,image}][0...2]',
    )
    expect(answer(asked, kept)).toEqual({ms: 0, result: [[row('b', 'B')], [{_id: 'p', image: 1}]]})
  })

  test('with other fields are not known', () => {
    expect(answer(query('[*[_id in ["b"]][0...1]{_id,slug}][0...1]'), kept)).toEqual({
      ms: 0,
      result: [[]],
    })
  })

  test('in another perspective are not known', () => {
    const asked = query('[*[_id in ["b"]][0...1]{_id,_type,title}][0...1]', '&perspective=drafts')
    expect(answer(asked, kept)).toEqual({ms: 0, result: [[]]})
  })

  test('other parts are answered as they were, or not at all', () => {
    expect(
      answer(query('[*[sanity::versionOf("b")]._id,*[sanity::versionOf("a")]._id]'), kept),
    ).toEqual({
      ms: 0,
      result: [[], ['a']],
    })
    const unknown = query('[*[sanity::versionOf("c")]._id]')
    expect(answer(unknown, kept)).toBeUndefined()
    expect(answer(unknown, kept, (id) => id === 'c')).toEqual({ms: 0, result: [[]]})
  })

  test.each([
    [
      'brackets and commas in text',
      '[*[title == "a, [b"]{x},*[y]]',
      ['*[title == "a, [b"]{x}', '*[y]'],
    ],
    ['lists within', '[*[a in [1,2]]{b, c},*[d]][0...2]', ['*[a in [1,2]]{b, c}', '*[d]']],
  ])('are taken apart at their own commas: %s', (_, groq, expected) => {
    const request = readRequest(query(groq))
    expect(request.kind === 'batch' && request.parts).toEqual(
      expected.map((key) => ({kind: 'part', key})),
    )
  })
})

describe('anything else', () => {
  const list = query('*[_type == $type]', '&$type="article"')

  test('is answered as a whole, by its question and not by its label', () => {
    const kept = after([list, {result: [1]}])
    expect(answer(query('*[_type == $type]', '&$type="article"&tag=other'), kept)).toEqual({
      result: [1],
    })
    expect(answer(query('*[_type == $type]', '&$type="photo"'), kept)).toBeUndefined()
  })

  test('is told apart by its body', () => {
    const long = query('')
    const kept = new Map(partsToKeep(readRequest(long, '{"query":"*[a]"}'), {result: [1]}, 1))
    expect(answerFrom(readRequest(long, '{"query":"*[a]"}'), kept, () => false)).toEqual({
      result: [1],
    })
    expect(answerFrom(readRequest(long, '{"query":"*[b]"}'), kept, () => false)).toBeUndefined()
  })
})

describe('nothing confidential is kept', () => {
  test.each([
    [
      'a document',
      documents('private.a'),
      {documents: [{_id: 'private.a', _type: 'privateAuthor', phone: '1'}]},
    ],
    [
      'rows',
      query('[*[_id in ["x"]][0...1]{_id,_type,note}][0...1]'),
      {result: [[{_id: 'x', _type: 'privateQuote', note: 'n'}]]},
    ],
    ['a query for them', query('*[_type == "privateSource"]{name}'), {result: [{name: 'n'}]}],
    [
      'a query that finds one',
      query('*[references("a")]'),
      {result: [{_id: 'x', _type: 'privatePhoto'}]},
    ],
  ])('%s', (_, url, body) => {
    const values = [...after([url, body])].filter(([key]) => !key.startsWith('available'))
    expect(values).toEqual([])
  })

  test.each(['author-a', null])(
    'but the ID that one names, or that there is none: %s',
    (result) => {
      const whose = query('*[_type == "privateAuthor"][0].author._ref')
      expect(answer(whose, after([whose, {result}]))).toEqual({result})
    },
  )
})
