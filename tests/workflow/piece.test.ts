import {describe, expect, test} from 'vitest'
import {reach, type PieceDocument} from '../../workflow/piece.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {quoting} from '../support/quotations.ts'

const ref = (_ref: string, more = {}) => ({_type: 'reference', _ref, ...more})
const untilPublished = (id: string, type: string) =>
  ref(id, {_weak: true, _strengthenOnPublish: {type}})

const library: Record<string, PieceDocument> = {
  'photo-a': {
    _id: 'drafts.photo-a',
    _type: 'photoWithCredit',
    image: {asset: ref(`image-${'a'.repeat(40)}-800x600-jpg`)},
  },
  'photo-b': {_id: 'photo-b', _type: 'photoWithCredit'},
  quote: {
    _id: 'drafts.quote',
    _type: 'expertQuote',
    speakers: [{source: ref('expert')}, {source: untilPublished('institute', 'source')}],
    reportedBy: ref('paper'),
    original: {translatedBy: ref('translator')},
  },
  expert: {_id: 'drafts.expert', _type: 'source'},
  institute: {_id: 'drafts.institute', _type: 'source'},
  paper: {_id: 'paper', _type: 'source'},
  writer: {_id: 'writer', _type: 'author', portrait: {photo: ref('portrait')}},
  translator: {_id: 'translator', _type: 'author'},
  world: {_id: 'world', _type: 'section'},
}
const get = (id: string) => library[id] ?? null
const article = (fields: object): PieceDocument => ({
  _id: 'drafts.story',
  _type: 'article',
  ...fields,
})

const story = article({
  section: ref('world'),
  bylines: [{author: ref('writer')}],
  leadPhoto: {photo: ref('photo-a')},
  body: [
    {_type: 'block', children: [{_type: 'span', text: 'photo-z'}]},
    {_type: 'quoteUse', quote: ref('quote')},
    {_type: 'photoUse', photo: ref('photo-b')},
  ],
})

describe('the piece', () => {
  test('is published leaves first: sources, quotes, photos, the article', () => {
    expect(reach(story, get).order).toEqual([
      'expert',
      'institute',
      'paper',
      'quote',
      'photo-a',
      'photo-b',
      'story',
    ])
  })

  test('names the authors and sections that must be published before', () => {
    expect(reach(story, get).required).toEqual(['world', 'writer', 'translator'])
  })

  test('does not follow an author to the portrait', () => {
    const {order, missing} = reach(article({bylines: [{author: ref('writer')}]}), get)
    expect(order).toEqual(['story'])
    expect(missing).toEqual([])
  })

  test('reaches the content of a fact box', () => {
    const boxed = article({body: [{_type: 'factBox', body: [{photo: ref('photo-a')}]}]})
    expect(reach(boxed, get).order).toEqual(['photo-a', 'story'])
  })

  test('reaches a quote and its speakers by words that are annotated with it', () => {
    const annotated = article({body: [quoting('p', ['“So it is,”', 'quote'], ' she said.')]})
    expect(reach(annotated, get).order).toEqual(['expert', 'institute', 'paper', 'quote', 'story'])
  })

  test('holds each document once, however often it is used', () => {
    const twice = article({leadPhoto: {photo: ref('photo-a')}, body: [{photo: ref('photo-a')}]})
    expect(reach(twice, get).order).toEqual(['photo-a', 'story'])
  })
})

describe('a reference', () => {
  test('that is weak until publication counts', () => {
    const fresh = article({leadPhoto: {photo: untilPublished('photo-a', 'photoWithCredit')}})
    expect(reach(fresh, get).order).toEqual(['photo-a', 'story'])
  })

  test('that stays weak does not', () => {
    const linked = article({
      related: [ref('other-story', {_weak: true})],
      translationOf: ref('original', {
        _weak: true,
        _strengthenOnPublish: {type: 'article', weak: true},
      }),
    })
    expect(reach(linked, get)).toEqual({order: ['story'], required: [], missing: [], unknown: []})
  })

  test('to nothing is told', () => {
    expect(reach(article({leadPhoto: {photo: ref('gone')}}), get).missing).toEqual(['gone'])
  })

  test('back to the article itself ends there', () => {
    expect(reach(article({body: [{about: ref('story')}]}), get).order).toEqual(['story'])
  })
})

test('what was not looked up yet is asked for, level by level', () => {
  const known: Record<string, PieceDocument> = {}
  const rounds: string[][] = []
  let piece = reach(story, (id) => known[id])
  while (piece.unknown.length > 0) {
    rounds.push(piece.unknown)
    for (const id of piece.unknown) known[id] = library[id] as PieceDocument
    piece = reach(story, (id) => known[id])
  }
  expect(rounds).toEqual([
    ['world', 'writer', 'photo-a', 'quote', 'photo-b'],
    ['expert', 'institute', 'paper', 'translator'],
  ])
  expect(piece).toEqual(reach(story, get))
})

test.each([
  ['drafts.a', 'a'],
  ['versions.r1.a', 'a'],
  ['a', 'a'],
  ['private.photo.a', 'private.photo.a'],
])('the published id of %s is %s', (id, published) => {
  expect(publishedIdOf(id)).toBe(published)
})
