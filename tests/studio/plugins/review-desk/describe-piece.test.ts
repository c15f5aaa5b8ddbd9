import {describe, expect, test} from 'vitest'
import {describePiece} from '../../../../studio/plugins/review-desk/describe-piece.ts'
import {createNewsroomTime} from '../../../../studio/ui/time/newsroom-time.ts'
import type {DeskArticle} from '../../../../studio/plugins/review-desk/desk-records.ts'
import type {Review} from '../../../../model/records.ts'
import {at, moved, NOW, pieceOf, review, sides} from './support.ts'

const signature = {by: 'uHester', byName: 'Hester', at: at(-1)}

function words(change: Partial<Review>, article: Partial<DeskArticle> = {}, me = 'uMe') {
  return describePiece(pieceOf({draft: sides(article), review: review(change)}), {
    me,
    now: NOW,
    time: createNewsroomTime('Europe/London'),
    nameOf: (id) => ({uSamuel: 'Samuel', uTomas: 'Tomas'})[id],
  })
}

describe('a row', () => {
  test('says who has the piece and until when', () => {
    const assignment = {...signature, assignee: 'uSamuel', dueAt: at(3)}
    expect(words({assignment})).toMatchObject({
      assignee: 'Samuel',
      due: 'today 13:00',
      isOverdue: false,
    })
    expect(words({assignment}, {}, 'uSamuel').assignee).toBe('You')
    expect(words({assignment: {...assignment, assignee: 'uGone'}}).assignee).toBe(
      'Somebody who has left',
    )
  })

  test('marks an overdue piece until it is published', () => {
    const assignment = {...signature, assignee: 'uSamuel', dueAt: at(-1)}
    expect(words({assignment}).isOverdue).toBe(true)
    expect(words({assignment, state: 'published'})).toMatchObject({due: '', isOverdue: false})
  })

  test('shows an embargo only while it is ahead', () => {
    expect(words({}, {embargo: at(30)}).embargo).toBe('tomorrow 16:00')
    expect(words({}, {embargo: at(-30)}).embargo).toBe('')
  })

  test('warns of a scheduled piece whose approval has lapsed', () => {
    const schedule = {...signature, publishAt: at(5)}
    expect(words({stage: 'scheduled', lapsed: true, schedule}).dueOut).toBe('today 15:00')
    expect(words({stage: 'scheduled', state: 'scheduled', schedule}).dueOut).toBe('')
    expect(words({}).dueOut).toBe('')
  })

  test('says why a scheduled publication failed', () => {
    const reason = {code: 'rights', severity: 'error' as const, document: 'p', message: 'Expired.'}
    const failure = (reasons: (typeof reason)[]) =>
      words({scheduleFailure: {at: at(-1), publishAt: at(-1), reasons}}).failure
    expect(failure([reason])).toBe('Was not published today 09:00: Expired.')
    expect(failure([reason, reason, reason])).toBe(
      'Was not published today 09:00: Expired. And 2 more.',
    )
    expect(failure([])).toBe('Was not published today 09:00: open it to see why.')
  })

  test('counts its words', () => {
    expect(words({}, {length: {count: 1240, unit: 'words'}})).toMatchObject({
      length: '1,240',
      lengthTitle: '1,240 words',
    })
    expect(words({}, {length: {count: 1, unit: 'words'}}).lengthTitle).toBe('1 word')
    expect(words({}, {length: {count: 0, unit: 'words'}})).toMatchObject({
      length: '',
      lengthTitle: 'No text yet',
    })
  })

  test('is one sentence for screen readers', () => {
    const heard = words(
      {
        lapsed: true,
        history: [moved('drafting', 'inReview', 5)],
        assignment: {...signature, assignee: 'uSamuel', dueAt: at(-1)},
      },
      {length: {count: 640, unit: 'words'}},
    ).spoken
    expect(heard).toBe(
      'The ferry is late, In review, approval lapsed, waiting for Samuel, for 5 h, Economy, by Tomas Ardley, 640 words, assigned to Samuel, overdue since today 09:00',
    )
  })
})
