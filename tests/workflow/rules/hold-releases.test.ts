// A release publishes, or plans, an article only as it was approved.
import {describe, expect, it} from 'vitest'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {BLOCKING} from '../blocking-cases.ts'
import {approvedWith, documentsWith, later, type Change} from '../pieces.ts'
import {transact} from './transact.ts'

const release = (state: string): PieceDocument => ({
  _id: '_.releases.r',
  _type: 'system.release',
  state,
  ...(state === 'scheduled' && {publishAt: later(1)}),
})
/** The codes by which an editor is refused to publish, and to schedule, the article "a". */
function refused(change: Change, more: readonly PieceDocument[] = []): [string[], string[]] {
  const documents = documentsWith(change)
  const article = {...documents['drafts.a']!}
  const version = {...article, _id: 'versions.r.a'}
  const stored = [...Object.values(documents), ...more, release('active'), version]
  const codes = (writes: PieceDocument[]) => transact({role: 'editor', stored, writes}).codes
  return [codes([release('published'), {...article, _id: 'a'}]), codes([release('scheduled')])]
}

describe('A release neither publishes nor schedules an article', () => {
  it.each(BLOCKING)('with %s', (_name, change, code) => {
    const [published, scheduled] = refused(approvedWith(change))
    expect(published).toEqual([code])
    // What time will cure is judged by the release's time.
    const isCured = ['embargoAhead', 'rightsNotYetValid'].includes(code)
    expect(scheduled).toEqual(isCured ? [] : [code])
  })

  it.each<[string, Change, string]>([
    ['drafting', {review: {stage: 'drafting'}}, 'notSubmitted'],
    ['inReview', {review: {stage: 'inReview'}}, 'notApproved'],
    ['changesRequested', approvedWith({review: {stage: 'changesRequested'}}), 'notApproved'],
    [
      'approved, and changed since',
      {...approvedWith(), documents: {'drafts.a': {dek: 'Something else happened.'}}},
      'approvalLapsed',
    ],
    ['scheduled', approvedWith({review: {stage: 'scheduled'}}), 'wrongState'],
    ['spiked', approvedWith({review: {stage: 'spiked'}}), 'wrongState'],
    ['withdrawn', approvedWith({review: {stage: 'withdrawn'}}), 'wrongState'],
    ['killed', approvedWith({review: {stage: 'killed'}}), 'wrongState'],
  ])('that is %s', (_name, change, code) => {
    expect(refused(change)).toEqual([[code], [code]])
  })

  it('that readers have seen, because a release tells them nothing', () => {
    const live = {...documentsWith()['drafts.a']!, _id: 'a', headline: 'As it was'}
    expect(refused(approvedWith(), [live])).toEqual([['kindMissing'], ['kindMissing']])
  })
})

it('A release publishes, and plans, an article that is approved', () => {
  expect(refused(approvedWith())).toEqual([[], []])
})
