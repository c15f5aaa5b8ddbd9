// The documents of a quote that a person makes of words in a text.
import {expect, test} from 'vitest'
import {quoteDrafts, quoteIdOf, type NewQuote} from '../../../workflow/intake/quote-drafts.ts'

const QUOTE: NewQuote = {
  words: 'It has earned a rest',
  form: 'direct',
  language: 'en',
  attribution: null,
  speakers: [
    {name: 'Ada Crane', kind: 'person', title: 'warden', affiliation: 'Holm Trust', source: null},
    {
      name: 'Tom Reed',
      kind: 'person',
      title: 'mayor',
      affiliation: null,
      source: {id: 'tom', isPublished: true},
    },
  ],
}

const drafts = (quote: NewQuote, storedId?: (id: string) => string) => {
  let ids = 0
  return quoteDrafts(quote, {newId: () => `id${ids++}`, ...(storedId && {storedId})})
}

test('a new speaker becomes a source, an existing one is referred to', () => {
  const documents = drafts(QUOTE)
  expect(documents).toMatchObject([
    {
      _id: 'drafts.id0',
      _type: 'source',
      kind: 'person',
      name: 'Ada Crane',
      affiliations: [{organization: 'Holm Trust', title: 'warden'}],
    },
    {
      _id: 'drafts.id1',
      _type: 'expertQuote',
      text: 'It has earned a rest',
      kind: 'direct',
      language: 'en',
      terms: 'onRecord',
      verification: {status: 'unverified'},
      speakers: [
        {
          source: {_ref: 'id0', _weak: true},
          titleAtTime: 'warden',
          affiliationAtTime: 'Holm Trust',
        },
        {source: {_type: 'reference', _ref: 'tom'}, titleAtTime: 'mayor'},
      ],
    },
  ])
  expect(quoteIdOf(documents)).toBe('id1')
})

test('an existing speaker who is not published yet is published with the quote', () => {
  const [speaker] = QUOTE.speakers.slice(1)
  const source = {id: 'tom', isPublished: false}
  const documents = drafts({...QUOTE, speakers: speaker ? [{...speaker, source}] : []})
  expect(documents).toMatchObject([
    {speakers: [{source: {_ref: 'tom', _weak: true, _strengthenOnPublish: {type: 'source'}}}]},
  ])
})

test('documents can be versions in a release', () => {
  const documents = drafts(QUOTE, (id) => `versions.r1.${id}`)
  expect(documents.map(({_id}) => _id)).toEqual(['versions.r1.id0', 'versions.r1.id1'])
  expect(quoteIdOf(documents)).toBe('id1')
})

test('fields without a value are left out', () => {
  const [document] = drafts({...QUOTE, speakers: [], language: undefined})
  expect(Object.keys(document ?? {})).toEqual([
    '_type',
    'text',
    'kind',
    'terms',
    'verification',
    '_id',
  ])
})
