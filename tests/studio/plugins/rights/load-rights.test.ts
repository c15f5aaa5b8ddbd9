import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {loadRights} from '../../../../studio/plugins/rights/load-rights.ts'
import {rightsAhead} from '../../../../workflow/rights-ahead.ts'
import {startLake, type TestLake} from '../../../support/lake.ts'
import {store} from '../../../support/commit.ts'

const ref = (_ref: string) => ({_type: 'reference', _ref})
const lead = (photo: string) => ({leadPhoto: {_type: 'photoUse', photo: ref(photo)}})

let newsroom: TestLake
beforeAll(async () => {
  newsroom = await startLake()
  const documents: object[] = [
    {_id: 'siteSettings', _type: 'siteSettings', timeZone: 'Asia/Tokyo'},
    {_id: 'ends', _type: 'photoWithCredit', rights: {validUntil: '2026-12-01T00:00:00Z'}},
    {_id: 'forever', _type: 'photoWithCredit', rights: {clearance: 'cleared'}},
    {_id: 'renewed', _type: 'photoWithCredit', rights: {validUntil: '2026-12-01T00:00:00Z'}},
    {_id: 'drafts.renewed', _type: 'photoWithCredit', rights: {clearance: 'cleared'}},
    {_id: 'live', _type: 'article', headline: 'Live', ...lead('ends')},
    {_id: 'drafts.live', _type: 'article', headline: 'Live', ...lead('forever')},
    {_id: 'drafts.planned', _type: 'article', headline: 'Planned', ...lead('ends')},
    {_id: 'drafts.fine', _type: 'article', headline: 'Fine', ...lead('renewed')},
    ...['live', 'planned', 'fine'].map((id) => ({
      _id: `review.${id}`,
      _type: 'review',
      subject: {...ref(id), _weak: true},
      stage: 'scheduled',
      schedule: {publishAt: '2026-12-05T06:00:00Z'},
    })),
  ]
  await store(newsroom.lake, documents)
})
afterAll(() => newsroom.close())

describe('rights ahead, as a photo editor finds them in the lake', () => {
  test('of live articles, and of scheduled ones as they will be published', async () => {
    const loaded = await loadRights(newsroom.client('photoEditor'))
    const found = rightsAhead(loaded, newsroom.now())
    expect(found.map(({kind, photo, usedBy}) => [kind, photo.id, usedBy.id])).toEqual([
      ['endsWhileLive', 'ends', 'live'],
      ['blocksSchedule', 'ends', 'planned'],
    ])
    expect(loaded.timeZone).toBe('Asia/Tokyo')
    expect(loaded.photoIds).toEqual(['ends', 'renewed'])
  })
})
