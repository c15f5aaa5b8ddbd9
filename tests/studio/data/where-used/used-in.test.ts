import {describe, expect, test} from 'vitest'
import {usedIn, type UsesInput} from '../../../../studio/data/where-used/used-in.ts'
import {
  badgeLabel,
  countLabel,
  placeLabel,
  sidesLabel,
  stateLabel,
} from '../../../../studio/data/where-used/use-labels.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'
import type {Review} from '../../../../model/records.ts'
import {container, front, slot} from '../../../workflow/fronts/fronts.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const article = (_id: string, rest: object = {}): PieceDocument => ({
  _id,
  _type: 'article',
  headline: `About ${_id.replace('drafts.', '')}`,
  ...(_id.startsWith('drafts.')
    ? {_createdAt: '2026-11-25T08:00:00Z'}
    : {_createdAt: '2026-11-20T06:00:00Z', firstPublishedAt: '2026-11-20T06:15:00Z'}),
  ...rest,
})
const lead = (photo: string, rest: object = {}) => ({
  leadPhoto: {_type: 'photoUse', photo: ref(photo), ...rest},
})
const quoteUse = (_key: string, quote: string, display = 'block') => ({
  _key,
  _type: 'quoteUse',
  quote: ref(quote),
  display,
})
const quote = (_id: string, rest: object): PieceDocument => ({
  _id,
  _type: 'expertQuote',
  _createdAt: '2026-11-24T12:00:00Z',
  text: `Words of ${_id.replace('drafts.', '')}`,
  ...rest,
})
const find = (id: string, type: string, rest: Partial<UsesInput>) =>
  usedIn({target: {id, type}, quotes: [], users: [], reviews: [], stateIsStored: true, ...rest})
const ofPhoto = (users: PieceDocument[], rest: Partial<UsesInput> = {}) =>
  find('ferry', 'photoWithCredit', {users, ...rest})

describe('a photo', () => {
  test('is used as the lead photo of a live article and in its text, with the caption that readers see there', () => {
    const body = [
      {_key: 'a', _type: 'photoUse', photo: ref('gull')},
      {
        _key: 'b',
        _type: 'photoUse',
        photo: ref('ferry'),
        caption: 'The last crossing',
        alt: 'A ship',
      },
    ]
    expect(ofPhoto([article('story', {...lead('ferry'), body})])).toEqual([
      {
        id: 'story',
        type: 'article',
        title: 'About story',
        standing: {state: 'published', lapsed: false},
        live: {
          since: '2026-11-20T06:15:00Z',
          uses: [
            {path: 'leadPhoto', place: 'leadPhoto'},
            {
              path: 'body[_key=="b"]',
              place: 'text',
              caption: 'The last crossing',
              alt: 'A ship',
            },
          ],
        },
      },
    ])
  })

  test('is used in a draft since the draft was begun', () => {
    const [entry] = ofPhoto([article('drafts.story', lead('ferry'))])
    expect(entry).toMatchObject({
      standing: {state: 'drafting'},
      draft: {since: '2026-11-25T08:00:00Z', uses: [{place: 'leadPhoto'}]},
    })
    expect(entry).not.toHaveProperty('live')
  })

  test('is used in both, on one line', () => {
    const [entry, ...others] = ofPhoto([
      article('story', lead('ferry')),
      article('drafts.story', lead('ferry')),
    ])
    expect(others).toEqual([])
    expect(entry?.standing).toEqual({state: 'beingCorrected', lapsed: false})
    expect(entry?.live?.uses).toHaveLength(1)
    expect(entry?.draft?.uses).toHaveLength(1)
  })

  test('is still used if only the draft of a live article dropped it', () => {
    const [entry] = ofPhoto([
      article('story', lead('ferry')),
      article('drafts.story', lead('gull')),
    ])
    expect(entry?.live?.uses).toHaveLength(1)
    expect(entry?.draft?.uses).toEqual([])
  })

  test('has no date in a draft that carries the live article’s own age', () => {
    const aged = article('drafts.story', {...lead('ferry'), _createdAt: '2026-11-20T06:00:00Z'})
    const [entry] = ofPhoto([article('story', lead('ferry')), aged])
    expect(entry?.draft).not.toHaveProperty('since')
  })

  test('is used as an author’s portrait', () => {
    const ada = {_id: 'ada', _type: 'author', name: 'Ada Marsh', portrait: {photo: ref('ferry')}}
    expect(ofPhoto([ada])).toEqual([
      {
        id: 'ada',
        type: 'author',
        title: 'Ada Marsh',
        live: {uses: [{path: 'portrait', place: 'portrait'}]},
      },
    ])
  })

  describe('that a front shows', () => {
    const picture = {picture: {_type: 'image', photo: ref('ferry')}}
    const page = front(container('Top', [slot('story', picture), slot('other')]))
    const path = 'containers[_key=="c-Top"].slots[_key=="s-story"].picture'

    test('is used on the front, live or in its draft', () => {
      const use = {path, place: 'front'}
      expect(ofPhoto([page])).toEqual([
        {id: 'front-home', type: 'front', title: 'Front page', live: {uses: [use]}},
      ])
      expect(ofPhoto([{...page, _id: 'drafts.front-home'}])).toEqual([
        {id: 'front-home', type: 'front', title: 'Front page', draft: {uses: [use]}},
      ])
    })

    test('is counted and named with the articles that use it', () => {
      const entries = ofPhoto([page, article('story', lead('ferry'))])
      expect(countLabel(entries)).toBe('Used in 2 places, 2 of them live')
      expect(countLabel(ofPhoto([page]))).toBe('Used in one front, live')
      const labels = entries.map((entry) => [
        badgeLabel(entry).title,
        entry.live?.uses.map(placeLabel),
      ])
      expect(labels).toEqual([
        ['Published', ['Lead photo']],
        ['Front', ['On the front']],
      ])
    })
  })

  test('is not used by a mere link to it, or by a version in a release', () => {
    expect(ofPhoto([article('story', lead('gull'))])).toEqual([])
    expect(ofPhoto([article('versions.r1.story', lead('ferry'))])).toEqual([])
  })

  test('comes with the article’s state, as the server stores it', () => {
    const review = {
      _id: 'review.story',
      stage: 'approved',
      state: 'inReview',
      lapsed: true,
      approval: {hash: 'h'},
    }
    const users = [article('drafts.story', lead('ferry'))]
    const [kept] = ofPhoto(users, {reviews: [review as Review]})
    expect(kept?.standing).toEqual({state: 'inReview', lapsed: true})
    const [derived] = ofPhoto(users, {reviews: [review as Review], stateIsStored: false})
    expect(derived?.standing).toEqual({state: 'approved', lapsed: false})
  })

  test('shows live articles first, the youngest on top', () => {
    const found = ofPhoto([
      article('drafts.begun', lead('ferry')),
      article('old', {...lead('ferry'), firstPublishedAt: '2020-01-01T00:00:00Z'}),
      article('new', lead('ferry')),
    ])
    expect(found.map(({id}) => id)).toEqual(['new', 'old', 'begun'])
  })
})

describe('a quote', () => {
  test('is used in the text, or as a pull quote', () => {
    const body = [quoteUse('a', 'words'), quoteUse('b', 'words', 'pull'), quoteUse('c', 'others')]
    const [entry] = find('words', 'expertQuote', {users: [article('story', {body})]})
    expect(entry?.live?.uses).toEqual([
      {path: 'body[_key=="a"]', place: 'text'},
      {path: 'body[_key=="b"]', place: 'pullQuote'},
    ])
  })
})

describe('a source', () => {
  const body = [quoteUse('a', 'words'), quoteUse('b', 'others')]
  const ofSource = (quotes: PieceDocument[], users: PieceDocument[]) =>
    find('ruth', 'source', {quotes, users})

  test('is used through the quotes in which it speaks or which it reported', () => {
    const quotes = [
      quote('words', {speakers: [{source: ref('lena')}, {source: ref('ruth')}]}),
      quote('others', {speakers: [{source: ref('lena')}], reportedBy: ref('ruth')}),
    ]
    const [entry] = ofSource(quotes, [article('story', {body})])
    expect(entry?.live?.uses.map(({quote}) => quote)).toEqual([
      {id: 'words', text: 'Words of words', as: 'speaker'},
      {id: 'others', text: 'Words of others', as: 'reportedBy'},
    ])
  })

  test('that only a quote’s draft names is not live, though the article is', () => {
    const quotes = [
      quote('words', {speakers: [{source: ref('lena')}]}),
      quote('drafts.words', {speakers: [{source: ref('ruth')}]}),
    ]
    const [entry] = ofSource(quotes, [article('story', {body})])
    expect(entry).not.toHaveProperty('live')
    expect(entry?.draft).toMatchObject({
      since: '2026-11-24T12:00:00Z',
      uses: [{quote: {id: 'words'}}],
    })
  })

  test('that a quote’s draft names no longer is still live', () => {
    const quotes = [
      quote('words', {speakers: [{source: ref('ruth')}]}),
      quote('drafts.words', {speakers: [{source: ref('lena')}]}),
    ]
    const [entry] = ofSource(quotes, [article('story', {body})])
    expect(entry?.live?.uses).toHaveLength(1)
    expect(entry?.draft?.uses).toEqual([])
  })

  test('is used nowhere while no article has its quotes', () => {
    expect(ofSource([quote('words', {speakers: [{source: ref('ruth')}]})], [])).toEqual([])
  })
})

describe('in words', () => {
  const dayOf = (iso: string) => iso.slice(0, 10)
  const titles = (users: PieceDocument[]) =>
    ofPhoto(users).flatMap((entry) => sidesLabel(entry, dayOf).map(({title}) => title))

  test.each([
    [['live'], ['Live since 2026-11-20']],
    [['draft'], ['In a draft since 2026-11-25']],
    [['live', 'draft'], ['Live since 2026-11-20, and in the draft']],
  ])('%j', (sides, expected) => {
    const users = sides.map((side) =>
      article(side === 'live' ? 'story' : 'drafts.story', lead('ferry')),
    )
    expect(titles(users)).toEqual(expected)
  })

  test('the same place counts as the same, whatever its key in the draft', () => {
    const at = (_key: string) => ({body: [{_key, _type: 'photoUse', photo: ref('ferry')}]})
    expect(titles([article('story', at('a')), article('drafts.story', at('b'))])).toEqual([
      'Live since 2026-11-20, and in the draft',
    ])
  })

  test('a draft with other words is another line', () => {
    const draft = article('drafts.story', lead('ferry', {caption: 'New words'}))
    expect(titles([article('story', lead('ferry')), draft])).toEqual([
      'Live since 2026-11-20',
      'In the draft since 2026-11-25',
    ])
    expect(
      titles([article('story', lead('ferry')), article('drafts.story', lead('gull'))]),
    ).toEqual(['Live since 2026-11-20', 'No longer in the draft'])
  })

  test('the button counts', () => {
    const story = article('story', lead('ferry'))
    expect(countLabel(undefined)).toBe('Used in')
    expect(countLabel([])).toBe('Not used yet')
    expect(countLabel(ofPhoto([story]))).toBe('Used in one article, live')
    expect(countLabel(ofPhoto([story, article('drafts.b', lead('ferry'))]))).toBe(
      'Used in 2 places, 1 of them live',
    )
  })

  test.each([
    ['author', 'portrait', 'Author'],
    ['series', 'picture', 'Series'],
  ])('the badge of what has no review is its type (%s)', (_type, field, title) => {
    const [entry] = ofPhoto([{_id: 'one', _type, [field]: {photo: ref('ferry')}}])
    expect(entry && badgeLabel(entry)).toEqual({title})
  })

  test('a lapsed approval is named', () => {
    expect(stateLabel({state: 'inReview', lapsed: true}).title).toBe('Approval lapsed')
    expect(stateLabel({state: 'inReview', lapsed: false}).title).toBe('In review')
  })
})
