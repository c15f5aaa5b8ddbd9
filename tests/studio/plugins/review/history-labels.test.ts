import {describe, expect, test} from 'vitest'
import {historyDays} from '../../../../studio/plugins/review/history-labels.ts'
import type {Correction, HistoryEntry} from '../../../../model/records.ts'
import {EDITORIAL_ACTIONS} from '../../../../model/editorial-actions.ts'
import {entry, HESTER, INGRID, NOW, time} from './support.ts'

const days = (history: HistoryEntry[], corrections: Correction[] = []) =>
  historyDays(history, corrections, time, NOW)
const line = (...given: Parameters<typeof days>) => days(...given)[0]?.lines[0]

describe('the history of a piece', () => {
  test('is listed by days, the newest action first', () => {
    const found = days([
      entry('submit', 'drafting', 'inReview', {...INGRID, at: '2026-03-07T23:50:00.000Z'}),
      entry('requestChanges', 'inReview', 'changesRequested', {at: '2026-03-09T09:00:00.000Z'}),
      entry('submit', 'changesRequested', 'inReview', {...INGRID}),
      entry('approve', 'inReview', 'approved'),
    ])
    expect(found.map(({title}) => title)).toEqual(['Today', 'Yesterday', 'Sat 7 Mar'])
    expect(found[0]?.lines.map(({who, what, clock}) => [who, what, clock])).toEqual([
      ['Hester Brandwick', 'approved it', '14:02'],
      ['Ingrid Vassall', 'submitted it', '12:30'],
    ])
  })

  test('has words for every act', () => {
    const unknown = line([entry('juggle', 'drafting', 'drafting')])?.what
    for (const act of Object.keys(EDITORIAL_ACTIONS)) {
      expect([act, line([entry(act, 'drafting', 'drafting')])?.what]).not.toContain(unknown)
    }
  })

  test('says from where to where only where something moved', () => {
    expect(line([entry('approve', 'inReview', 'approved')])).toMatchObject({
      from: 'In review',
      to: 'Approved',
    })
    expect(line([entry('assign', 'inReview', 'inReview')])).not.toHaveProperty('to')
  })

  test('keeps what was said with it', () => {
    const asked = entry('requestChanges', 'inReview', 'changesRequested', {note: 'Who voted?'})
    expect(line([asked])?.note).toBe('Who voted?')
  })

  test('says how late a scheduled publication was', () => {
    const late = entry('publish', 'scheduled', 'published', {dueAt: '2026-03-10T12:00:00.000Z'})
    expect(line([late])).toMatchObject({
      what: 'published it, as scheduled',
      late: 'It was due today 12:00 and went out 2 h late.',
    })
    const punctual = entry('publish', 'scheduled', 'published', {dueAt: HESTER.at})
    expect(line([punctual])).not.toHaveProperty('late')
  })

  test('blames nobody for a publication that failed', () => {
    const failed = entry('scheduleFailed', 'scheduled', 'approved', {
      dueAt: '2026-03-10T14:00:00.000Z',
      note: 'The rights of a photo ended.',
    })
    expect(line([failed])).toMatchObject({
      who: '',
      what: 'It was not published as scheduled',
      tone: 'critical',
      late: 'It was due today 14:00.',
    })
  })

  test('repeats what readers were told', () => {
    const correction: Correction = {
      _id: 'correction-a1-1',
      _type: 'correction',
      article: {_type: 'reference', _ref: 'a1', _weak: true},
      number: 1,
      type: 'correction',
      readerNote: 'An earlier version said a tenth.',
      revisionAfter: 'r2',
      publishedAt: HESTER.at,
    }
    const told = line([entry('publish', 'approved', 'published')], [correction])
    expect(told?.toReaders).toBe('An earlier version said a tenth.')
    expect(told?.what).toBe('published it, with a correction')
    expect(line([entry('approve', 'inReview', 'approved')], [correction])).not.toHaveProperty(
      'toReaders',
    )
  })

  test('says that a notice was for readers', () => {
    const withdrawn = entry('withdraw', 'published', 'withdrawn', {note: 'It was not so.'})
    expect(line([withdrawn])).toMatchObject({toReaders: 'It was not so.'})
    expect(line([withdrawn])).not.toHaveProperty('note')
  })

  test('gives the reasons that the ledger keeps, each with its own act', () => {
    const history = [
      entry('approve', 'inReview', 'approved'),
      entry('publish', 'approved', 'published', {at: '2026-03-10T15:00:00.000Z'}),
    ]
    const ledger = [{at: HESTER.at, reason: 'Only two of us today.'}]
    const lines = historyDays(history, [], time, NOW, ledger)[0]?.lines
    expect(lines?.map(({what, reasons}) => [what, reasons])).toEqual([
      ['published it', undefined],
      ['approved it', ['Only two of us today.']],
    ])
  })
})
