import {describe, expect, test} from 'vitest'
import {waitingFor} from '../../../../studio/plugins/review-desk/waiting-for.ts'
import type {Review} from '../../../../model/records.ts'
import type {DeskArticle} from '../../../../studio/plugins/review-desk/desk-records.ts'
import {at, NOW, pieceOf, review, sides} from './support.ts'

const NAMES: Record<string, string> = {uTomas: 'Tomas Ardley', uSamuel: 'Samuel Okonjo-Reeve'}
const signature = {by: 'uHester', byName: 'Hester', at: at(-1)}

function waiting(change: Partial<Review>, article: Partial<DeskArticle> = {}, me = 'uHester') {
  return waitingFor(pieceOf({draft: sides(article), review: review(change)}), {
    me,
    nameOf: (id) => NAMES[id],
    moment: (iso) => `at ${iso.slice(11, 16)}`,
    now: NOW,
  })
}

describe('a piece in review waits', () => {
  test('for an editor, or for the one who has it', () => {
    const assignment = {...signature, assignee: 'uSamuel'}
    expect(waiting({})).toBe('an editor')
    expect(waiting({assignment})).toBe('Samuel Okonjo-Reeve')
    expect(waiting({assignment}, {}, 'uSamuel')).toBe('you')
  })

  test('for an editor where the one who had it is gone', () => {
    expect(waiting({assignment: {...signature, assignee: 'uGone'}})).toBe('an editor')
  })

  test('for the lawyers before all others', () => {
    const legal = {...signature, state: 'required' as const}
    expect(waiting({legal, assignment: {...signature, assignee: 'uSamuel'}})).toBe('legal')
    expect(waiting({state: 'approved', legal})).toBe('legal')
    expect(waiting({legal: {...legal, state: 'cleared'}})).toBe('an editor')
    expect(waiting({state: 'spiked', legal})).toBe('')
  })
})

describe('a piece that came back waits for its writer', () => {
  test('by name, or “you”', () => {
    expect(waiting({state: 'changesRequested'})).toBe('Tomas Ardley')
    expect(waiting({state: 'changesRequested'}, {}, 'uTomas')).toBe('you')
    expect(waiting({state: 'changesRequested', writer: 'uSamuel'})).toBe('Samuel Okonjo-Reeve')
  })

  test('as they were called when they submitted it, where the account is gone', () => {
    const submission = {by: 'uGone', byName: 'Greta Moy', at: at(-9), hash: 'h'}
    expect(waiting({state: 'changesRequested', writer: 'uGone', submission})).toBe('Greta Moy')
  })

  test('or for the byline, where a program began it', () => {
    expect(waiting({state: 'drafting'}, {createdBy: 'tImport'})).toBe('Tomas Ardley')
    expect(waiting({state: 'drafting'}, {createdBy: 'tImport', bylines: []})).toBe('the writer')
  })
})

describe('an approved piece waits', () => {
  test('for its publication', () => {
    expect(waiting({state: 'approved'})).toBe('publication')
  })

  test('for the end of its embargo', () => {
    expect(waiting({state: 'approved'}, {embargo: at(5)})).toBe('the embargo’s end, at 15:00')
    expect(waiting({state: 'approved'}, {embargo: at(-5)})).toBe('publication')
  })

  test('for its time, where it is scheduled, and for an editor once that failed', () => {
    const schedule = {...signature, publishAt: at(2)}
    expect(waiting({state: 'scheduled', schedule})).toBe('at 12:00')
    const scheduleFailure = {at: at(0), publishAt: at(0), reasons: []}
    expect(waiting({state: 'scheduled', schedule, scheduleFailure})).toBe('an editor')
    expect(waiting({state: 'approved', scheduleFailure})).toBe('an editor')
  })
})

test('what is published or killed waits for nobody', () => {
  expect(waiting({state: 'published'})).toBe('')
  expect(waiting({state: 'killed'})).toBe('')
})
