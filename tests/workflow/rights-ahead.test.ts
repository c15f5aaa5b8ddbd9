import type {Json} from '@copydesk/lake/types'
import {describe, expect, test} from 'vitest'
import type {PieceDocument} from '../../workflow/piece.ts'
import {rightsAhead, type RightsInput} from '../../workflow/rights-ahead.ts'
import {rightsReport} from '../../workflow/rights-report.ts'

const NOW = Date.parse('2026-11-25T10:00:00Z')
const ref = (_ref: string) => ({_type: 'reference', _ref})
const article = (_id: string, photo: string, rest: object = {}): PieceDocument => ({
  _id,
  _type: 'article',
  headline: 'A story',
  leadPhoto: {_type: 'photoUse', photo: ref(photo)},
  ...rest,
})
const photo = (_id: string, rights: Record<string, Json> = {}): PieceDocument => ({
  _id,
  _type: 'photoWithCredit',
  creditLine: '© Sankei',
  caption: 'A ferry',
  rights,
})
const schedule = (id: string, publishAt: string): RightsInput['reviews'][number] => ({
  _id: `review.${id}`,
  subject: {_type: 'reference', _ref: id, _weak: true},
  stage: 'scheduled',
  schedule: {publishAt, by: 'u1', byName: 'An editor', at: '2026-11-25T09:00:00Z'},
})
const ahead = (input: Partial<RightsInput>, days?: number) =>
  rightsAhead({articles: [], photos: [], reviews: [], ...input}, NOW, days)
const kinds = (input: Partial<RightsInput>, days?: number) =>
  ahead(input, days).map(({kind, why}) => (why ? `${kind}: ${why}` : kind))

describe('rights of photos in live articles', () => {
  const articles = [article('story', 'ferry')]

  test.each([
    ['end within thirty days', {validUntil: '2026-12-20T00:00:00Z'}, ['endsWhileLive']],
    [
      'end on the last day that is looked at',
      {validUntil: '2026-12-25T10:00:00Z'},
      ['endsWhileLive'],
    ],
    ['end later', {validUntil: '2026-12-25T10:00:01Z'}, []],
    ['have ended this moment', {validUntil: '2026-11-25T10:00:00Z'}, ['endedWhileLive']],
    ['have been denied', {clearance: 'denied'}, ['deniedWhileLive']],
    [
      'ended and were denied',
      {clearance: 'denied', validUntil: '2020-01-01T00:00:00Z'},
      ['deniedWhileLive'],
    ],
    ['hold for ever', {clearance: 'cleared'}, []],
    ['name no time that there is', {validUntil: 'next week'}, []],
  ])('%s', (_, rights, expected) => {
    expect(kinds({articles, photos: [photo('ferry', rights)]})).toEqual(expected)
  })

  test('are looked at as far ahead as asked', () => {
    const photos = [photo('ferry', {validUntil: '2026-12-20T00:00:00Z'})]
    expect(kinds({articles, photos}, 7)).toEqual([])
  })

  test('say which photo, which article and when', () => {
    const photos = [photo('ferry', {validUntil: '2026-12-20T00:00:00Z'})]
    expect(ahead({articles, photos})).toEqual([
      {
        kind: 'endsWhileLive',
        at: '2026-12-20T00:00:00.000Z',
        photo: {
          id: 'ferry',
          creditLine: '© Sankei',
          caption: 'A ferry',
          validUntil: '2026-12-20T00:00:00Z',
        },
        usedBy: {id: 'story', type: 'article', title: 'A story'},
      },
    ])
  })

  test('do not matter while only a draft uses the photo', () => {
    const photos = [photo('ferry', {validUntil: '2026-12-01T00:00:00Z'})]
    expect(kinds({articles: [article('drafts.story', 'ferry')], photos})).toEqual([])
    // The live article has another photo, its draft this one.
    expect(
      kinds({articles: [article('story', 'gull'), article('drafts.story', 'ferry')], photos}),
    ).toEqual([])
  })

  test('are found in the text, and count once if a photo is used twice', () => {
    const use = {_key: 'a', _type: 'photoUse', photo: ref('ferry')}
    const twice = article('story', 'ferry', {body: [use]})
    const photos = [photo('ferry', {validUntil: '2026-12-01T00:00:00Z'})]
    expect(kinds({articles: [article('story', 'gull', {body: [use]})], photos})).toHaveLength(1)
    expect(kinds({articles: [twice], photos})).toHaveLength(1)
  })

  test('count as denied from the draft on, and as renewed only when that is published', () => {
    const ending = photo('ferry', {validUntil: '2026-12-01T00:00:00Z'})
    const denied = photo('drafts.ferry', {clearance: 'denied'})
    const renewed = photo('drafts.ferry', {validUntil: '2030-01-01T00:00:00Z'})
    expect(kinds({articles, photos: [ending, denied]})).toEqual(['deniedWhileLive'])
    expect(kinds({articles, photos: [ending, renewed]})).toEqual(['endsWhileLive'])
    expect(kinds({articles, photos: [{...renewed, _id: 'ferry'}]})).toEqual([])
  })

  test('also those of an author’s portrait', () => {
    const author = {_id: 'ada', _type: 'author', name: 'Ada', portrait: {photo: ref('ferry')}}
    const photos = [photo('ferry', {validUntil: '2026-12-01T00:00:00Z'})]
    expect(ahead({articles: [author], photos})[0]?.usedBy).toEqual({
      id: 'ada',
      type: 'author',
      title: 'Ada',
    })
  })
})

describe('rights of photos in scheduled articles', () => {
  const articles = [article('drafts.story', 'ferry')]
  const reviews = [schedule('story', '2026-12-10T06:00:00Z')]

  test.each([
    ['begin after that time', {validFrom: '2026-12-11T00:00:00Z'}, ['blocksSchedule: notYetValid']],
    ['end before it', {validUntil: '2026-12-09T00:00:00Z'}, ['blocksSchedule: ended']],
    ['are denied', {clearance: 'denied'}, ['blocksSchedule: denied']],
    [
      'begin at that very moment',
      {validFrom: '2026-12-10T06:00:00Z', validUntil: '2026-12-10T06:00:01Z'},
      [],
    ],
    ['are unchecked', {clearance: 'unchecked'}, []],
  ])('%s', (_, rights, expected) => {
    expect(kinds({articles, reviews, photos: [photo('ferry', rights)]})).toEqual(expected)
  })

  test('are those that will be published: of the photo’s draft, of the article’s draft', () => {
    const photos = [photo('ferry', {clearance: 'denied'}), photo('drafts.ferry', {})]
    expect(kinds({articles, reviews, photos})).toEqual([])
    const corrected = [article('story', 'ferry'), article('drafts.story', 'gull')]
    expect(kinds({articles: corrected, reviews, photos})).toEqual(['deniedWhileLive'])
  })

  test('no longer matter once the article is not scheduled any more', () => {
    const photos = [photo('ferry', {clearance: 'denied'})]
    const [review] = reviews
    expect(kinds({articles, photos, reviews: [{...review!, stage: 'approved'}]})).toEqual([])
  })
})

test('the most urgent comes first', () => {
  const photos = [
    photo('a', {validUntil: '2026-12-20T00:00:00Z'}),
    photo('b', {validUntil: '2026-11-01T00:00:00Z'}),
    photo('c', {validUntil: '2026-12-01T00:00:00Z'}),
    photo('d', {clearance: 'denied'}),
  ]
  const articles = ['a', 'b', 'c', 'd'].map((id) => article(`story-${id}`, id))
  const scheduled = article('drafts.planned', 'c')
  const found = ahead({
    articles: [...articles, scheduled],
    photos,
    reviews: [schedule('planned', '2026-12-10T06:00:00Z')],
  })
  expect(found.map(({photo, kind}) => `${photo.id} ${kind}`)).toEqual([
    'b endedWhileLive',
    'd deniedWhileLive',
    'c endsWhileLive',
    'c blocksSchedule',
    'a endsWhileLive',
  ])
})

describe('the report', () => {
  const report = (input: Partial<Parameters<typeof rightsReport>[0]>, now = NOW) =>
    rightsReport({articles: [], photos: [], reviews: [], ...input}, ['u1', 'u2'], now)
  const articles = [article('story', 'ferry')]
  const photos = [photo('ferry', {validUntil: '2026-12-02T09:00:00Z'})]

  test('tells each recipient seven days ahead', () => {
    expect(report({articles, photos}, NOW - 2 * 60 * 60_000)).toEqual([])
    expect(report({articles, photos})).toEqual([
      {
        _id: 'notification.rights.ferry.story.2026-12-02.u1',
        _type: 'notification',
        recipient: 'u1',
        kind: 'rightsEnding',
        article: {_type: 'reference', _ref: 'story', _weak: true},
        headline: 'A story',
        note: 'The rights to a photo in it (© Sankei) end on 2 December 2026.',
        by: 'system',
        byName: 'Copydesk',
        at: '2026-11-25T10:00:00.000Z',
      },
      expect.objectContaining({_id: 'notification.rights.ferry.story.2026-12-02.u2'}),
    ])
  })

  test('gives the same occasion the same ids each time, so that nobody is told twice', () => {
    const ids = (now: number) => report({articles, photos}, now).map(({_id}) => _id)
    expect(ids(NOW + 24 * 60 * 60_000)).toEqual(ids(NOW))
  })

  test('tells again when they have ended', () => {
    const later = Date.parse('2026-12-03T10:00:00Z')
    const [told] = report({articles, photos}, later)
    expect(told).toMatchObject({
      _id: 'notification.rights.ferry.story.2026-12-02.ended.u1',
      note: 'The rights to a photo in it (© Sankei) ended on 2 December 2026. It is still live.',
    })
  })

  test('does not dig up what ended long ago', () => {
    const old = [photo('ferry', {validUntil: '2026-10-25T00:00:00Z'})]
    expect(ahead({articles, photos: old})).toHaveLength(1)
    expect(report({articles, photos: old})).toEqual([])
  })

  test('reports a schedule that will fail, however far ahead', () => {
    const [told] = report({
      articles: [article('drafts.story', 'ferry')],
      photos,
      reviews: [schedule('story', '2027-03-01T06:00:00Z')],
    })
    expect(told).toMatchObject({
      _id: 'notification.rights.ferry.story.2027-03-01.schedule.u1',
      note: 'It is scheduled for 1 March 2027, and the rights to a photo in it (© Sankei) will have ended by then.',
    })
  })

  test('is about articles: an author’s portrait is only listed', () => {
    const ada = {_id: 'ada', _type: 'author', name: 'Ada', portrait: {photo: ref('ferry')}}
    expect(ahead({articles: [ada], photos})).toHaveLength(1)
    expect(report({articles: [ada], photos})).toEqual([])
  })

  test('names days in the newsroom’s zone', () => {
    const late = [photo('ferry', {validUntil: '2026-12-01T20:00:00Z'})]
    const [told] = report({articles, photos: late, timeZone: 'Asia/Tokyo'})
    expect(told?.note).toMatch(/end on 2 December 2026/)
  })

  test('says nothing of what is under embargo but that there is something', () => {
    const [told] = report({
      articles: [article('drafts.story', 'ferry', {embargo: {until: '2027-02-01T00:00:00Z'}})],
      photos,
      reviews: [schedule('story', '2027-03-01T06:00:00Z')],
    })
    expect(told).not.toHaveProperty('headline')
    expect(told?.note).not.toContain('Sankei')
  })

  test('keeps ids short enough for any lake, with the ids that the studio gives', () => {
    const uuid = '11111111-1111-1111-1111-111111111111'
    const [told] = rightsReport(
      {
        articles: [article(`drafts.${uuid}`, uuid)],
        photos: [photo(uuid, {clearance: 'denied'})],
        reviews: [schedule(uuid, '2027-03-01T06:00:00Z')],
      },
      ['uabcdefghijkl'],
      NOW,
    )
    expect(told?._id.length).toBeLessThanOrEqual(128)
  })
})
