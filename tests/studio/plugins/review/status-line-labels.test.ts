import {describe, expect, test} from 'vitest'
import {statusLabel} from '../../../../studio/plugins/review/status-line-labels.ts'
import type {State} from '../../../../model/stages.ts'
import {isLocked} from '../../../../workflow/state.ts'
import {entry, HESTER, moment, NOW, piece} from './support.ts'

const lines = (
  state: State,
  review: NonNullable<Parameters<typeof piece>[0]>['review'] = {},
  {lapsed = false, isEditor = false, page = null as string | null} = {},
) => statusLabel(piece({review}), {state, lapsed}, {moment, now: NOW, isEditor, page})

describe('the line above the form', () => {
  test('is not there while there is nothing to know', () => {
    for (const state of ['drafting', 'inReview', 'published', 'beingCorrected'] as const) {
      expect(lines(state)).toEqual([])
    }
  })

  test('holds the editor’s request', () => {
    const history = [entry('requestChanges', 'inReview', 'changesRequested')]
    expect(lines('changesRequested', {history, requestedChanges: 'Who voted?'})).toMatchObject([
      {title: 'Changes requested by Hester Brandwick, today 14:02', note: 'Who voted?'},
    ])
  })

  test('says of every locked piece that it is read-only, and of no other one', () => {
    const states: State[] = ['approved', 'scheduled', 'withdrawn', 'killed', 'spiked']
    for (const state of states) {
      expect([state, lines(state).some((line) => line.isReadOnly)]).toEqual([
        state,
        isLocked(state),
      ])
    }
  })

  test('says who can end that', () => {
    expect(lines('scheduled', {}, {isEditor: true})[0]?.detail).toContain('until you unschedule it')
    expect(lines('scheduled')[0]?.detail).toContain('until an editor takes it off the schedule')
  })

  test('keeps its height when an approval lapses amid a word', () => {
    const review = {approval: {...HESTER, hash: 'h'}}
    const [before] = lines('approved', review)
    const [after] = lines('inReview', review, {lapsed: true})
    for (const line of [before, after]) {
      expect(line?.isOneLine).toBe(true)
      expect(line?.detail).toBeTruthy()
      expect(line).not.toHaveProperty('note')
    }
    expect(after?.title).toBe('The approval lapsed')
  })

  test('leads to the page, at the same height while a correction is begun', () => {
    const page = '/article/herring'
    for (const state of ['published', 'beingCorrected'] as const) {
      const [line, ...others] = lines(state, {}, {page})
      expect(line).toEqual({tone: line?.tone, title: line?.title, isOneLine: true, page})
      expect(others).toEqual([])
    }
    expect(lines('withdrawn', {}, {page})[0]).not.toHaveProperty('page')
  })

  test('begins with a publication that did not take place', () => {
    const at = '2026-03-10T06:00:00.000Z'
    const scheduleFailure = {
      at,
      publishAt: at,
      reasons: [
        {
          code: 'rightsExpired',
          severity: 'error' as const,
          document: 'p1',
          message: 'Rights ended.',
        },
      ],
    }
    const [first, second] = lines('approved', {scheduleFailure, approval: {...HESTER, hash: 'h'}})
    expect(first).toMatchObject({
      tone: 'critical',
      title: 'Not published today 06:00 as scheduled',
      note: 'Rights ended.',
    })
    expect(second?.title).toContain('Approved by')
  })
})
