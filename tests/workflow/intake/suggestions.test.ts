import {expect, it} from 'vitest'
import {
  byDocument,
  confirmPatch,
  openSuggestions,
  suggestionsOf,
} from '../../../workflow/intake/suggestions.ts'

const DOCUMENTS = [
  {_id: 'drafts.p1', _type: 'photoWithCredit', creditLine: '© A'},
  {_id: 'drafts.p2', _type: 'photoWithCredit'},
  {_id: 'drafts.q1', _type: 'expertQuote', speakers: [{}]},
  {_id: 'drafts.q2', _type: 'expertQuote'},
  {_id: 'drafts.a', _type: 'article'},
]

it('suggests credits, words and speakers, each for its document', () => {
  const open = suggestionsOf(DOCUMENTS)
  expect([...byDocument(open)].map(([id, own]) => [id, own.map(({part}) => part)])).toEqual([
    ['p1', ['credit']],
    ['q1', ['quote', 'speakers']],
    ['q2', ['quote']],
  ])
})

it('reads the private record only, and nothing that it does not know', () => {
  const quote = {_key: 'k', document: 'q1', part: 'quote'}
  const suggested = [quote, {_key: 'l', document: 'q1', part: 'other'}, null]
  const record = {_id: 'private.intake.a', _type: 'privateIntake', suggested}
  expect(openSuggestions(record)).toEqual([quote])
  expect(openSuggestions({...record, _type: 'article'})).toEqual([])
  expect(openSuggestions(null)).toEqual([])
})

it('takes confirmed ones out by their keys, so that two people do not undo each other', () => {
  expect(confirmPatch([{_key: 'q1-quote'}, {_key: 'q1-speakers'}])).toEqual({
    unset: ['suggested[_key=="q1-quote"]', 'suggested[_key=="q1-speakers"]'],
  })
})
