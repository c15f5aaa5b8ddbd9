import {describe, expect, test} from 'vitest'
import {changes, ref} from './support.ts'

describe('the fields of an article', () => {
  test('bear the titles and the order of the form', () => {
    const after = {seoHeadline: 'S', dek: 'D', headline: 'H', invented: 1}
    expect(Object.keys(changes({}, after))).toEqual([
      'Headline',
      'Standfirst',
      'Headline for search engines',
      'Invented',
    ])
  })

  test.each([
    [
      'words',
      {headline: 'A quiet night'},
      {headline: 'A loud night'},
      {Headline: 'A [-quiet-]{+loud+} night'},
    ],
    [
      'a choice',
      {articleType: 'analysis'},
      {articleType: 'opinion'},
      {'Kind of article': 'Analysis → Opinion'},
    ],
    [
      'a reference',
      {section: ref('world')},
      {section: ref('economy')},
      {Section: 'World → Economy'},
    ],
    ['a first reference', {}, {section: ref('economy')}, {Section: 'empty → Economy'}],
    [
      'a web address',
      {slug: {_type: 'slug', current: 'a-b'}},
      {slug: {_type: 'slug', current: 'a-c'}},
      {'Web address': 'a-b → a-c'},
    ],
    [
      'a moment, in the newsroom’s zone',
      {embargo: {until: '2026-11-26T22:00:00Z'}},
      {embargo: {until: '2026-11-27T05:30:00Z'}},
      {'Embargo › Not before': '27 November 2026 at 07:00 → 27 November 2026 at 14:30'},
    ],
    [
      'a tick',
      {seo: {noIndex: true}},
      {seo: {noIndex: false}},
      {'Search engines › Keep out of search engines': 'Yes → No'},
    ],
    [
      'another person of the same name',
      {translationOf: ref('ann')},
      {translationOf: ref('other-ann')},
      {'Translation of': 'Ann Petrie → Ann Petrie (Changed, with the same name)'},
    ],
    [
      'a field of no known type',
      {odd: {deep: 'one two'}},
      {odd: {deep: 'one three'}},
      {'Odd › Deep': 'one [-two-]{+three+}'},
    ],
    [
      'an empty text where none was',
      {},
      {dek: ''},
      {Standfirst: 'Changed in a way that readers do not see'},
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected)
  })
})

describe('lists', () => {
  const byline = (_key: string, id: string, role: string) => ({
    _key,
    _type: 'byline',
    author: ref(id),
    role,
  })

  test('of people: who came, who went, what they do now', () => {
    const before = {bylines: [byline('1', 'ann', 'writer')]}
    const after = {bylines: [byline('1', 'ann', 'reporter'), byline('2', 'bo', 'photographer')]}
    expect(changes(before, after)).toEqual({
      Bylines: [
        'Byline: Ann Petrie · Reporter (Part in the article: Writer → Reporter)',
        'Byline: {+Bo Lindqvist · Photographer+}',
      ],
    })
  })

  test('of sentences without keys', () => {
    const before = {keyPoints: ['The barrier closed at four.', 'Two ferries waited.']}
    const after = {keyPoints: ['It rained.', 'The barrier closed at five.', 'Two ferries waited.']}
    expect(changes(before, after)).toEqual({
      'Key points': ['{+It rained.+}', 'The barrier closed at [-four-]{+five+}.', '='],
    })
  })

  test('of pages, by their titles', () => {
    const before = {
      topics: [
        {_key: '1', ...ref('world')},
        {_key: '2', ...ref('economy')},
      ],
    }
    const after = {
      topics: [
        {_key: '2', ...ref('economy')},
        {_key: '1', ...ref('world')},
      ],
    }
    expect(changes(before, after)).toEqual({Topics: ['=', 'World (Moved down)']})
  })
})
