import {describe, expect, test} from 'vitest'
import {pieceFacts, type FactsOptions} from '../../../../studio/plugins/review/piece-facts.ts'
import type {State} from '../../../../model/stages.ts'
import {HESTER, INGRID, moment, NOW, piece} from './support.ts'

const NAMES: Record<string, string> = {'u-hester': 'Hester Brandwick', 'u-ingrid': 'Ingrid Vassall'}
const OPTIONS: FactsOptions = {
  me: 'u-hester',
  now: NOW,
  moment,
  nameOf: (id) => NAMES[id],
  hash: 'now',
  policy: {fourEyes: 'enforced'},
}
const facts = (
  state: State,
  options?: Parameters<typeof piece>[0],
  more: Partial<FactsOptions> = {},
) => pieceFacts(piece(options), {state, lapsed: false}, {...OPTIONS, ...more})
const fact = (key: string, ...given: Parameters<typeof facts>) =>
  facts(...given).find((one) => one.key === key)

describe('what is known of a piece', () => {
  test('begins with a publication that failed, and its reasons', () => {
    const reasons = [
      {code: 'rightsExpired', severity: 'error', document: 'p1', message: 'The rights ended.'},
    ] as const
    const scheduleFailure = {
      at: '2026-03-10T06:00:00.000Z',
      publishAt: '2026-03-10T06:00:00.000Z',
      reasons: [...reasons],
    }
    const [first] = facts('approved', {
      review: {scheduleFailure, legal: {...INGRID, state: 'required'}},
    })
    expect(first).toMatchObject({
      tone: 'critical',
      title: 'Not published today 06:00 as scheduled',
      reasons,
    })
  })

  test('says what the lawyers are asked, and that they are done', () => {
    const review = (state: 'required' | 'cleared') => ({
      review: {legal: {...HESTER, state, note: 'Names a judge.'}},
    })
    expect(fact('legal', 'inReview', review('required'))).toMatchObject({
      tone: 'caution',
      title: 'Legal check required by Hester Brandwick, today 14:02',
      note: 'Names a judge.',
    })
    expect(fact('legal', 'inReview', review('cleared'))).toMatchObject({tone: 'positive'})
  })

  test('gives the reason of an embargo that is ahead, and none of one that is over', () => {
    const under = (until: string) => ({
      review: {embargoNote: 'The court rules at noon.'},
      article: {draft: {_id: 'drafts.a1', _type: 'article', embargo: {until}}},
    })
    expect(fact('embargo', 'inReview', under('2026-03-11T12:00:00.000Z'))).toMatchObject({
      title: 'Under embargo until tomorrow 12:00',
      note: 'The court rules at noon.',
    })
    expect(fact('embargo', 'inReview', under('2026-03-10T12:00:00.000Z'))).toBeUndefined()
  })

  test('says whose it is, and that it is overdue', () => {
    const assigned = (assignee: string, dueAt: string) => ({
      review: {assignment: {...INGRID, assignee, dueAt}},
    })
    expect(
      fact('assignment', 'inReview', assigned('u-hester', '2026-03-10T18:00:00.000Z')),
    ).toEqual({
      key: 'assignment',
      tone: 'default',
      title: 'Assigned to you, due today 18:00',
      detail: 'By Ingrid Vassall, today 12:30.',
    })
    const late = fact('assignment', 'inReview', assigned('u-gone', '2026-03-10T12:00:00.000Z'))
    expect(late).toMatchObject({
      tone: 'critical',
      title: 'Assigned to somebody who has left, overdue since today 12:00',
    })
  })

  test('names who may not approve it, oneself first', () => {
    const options = {
      review: {submission: {...INGRID, hash: 'then'}, changedBy: ['u-hester']},
      accounts: [{author: 'author-ingrid', userId: 'u-ingrid'}],
    }
    expect(fact('four-eyes', 'inReview', options)).toMatchObject({
      tone: 'caution',
      detail: 'You: changed it since.\nIngrid Vassall: in the byline, submitted it.',
    })
    expect(fact('four-eyes', 'inReview', options, {me: 'u-samuel'})).toMatchObject({
      tone: 'default',
      title: 'Not to be approved by',
    })
    expect(fact('four-eyes', 'approved', options)).toBeUndefined()
  })

  test('does not hold against anybody what was put back again', () => {
    const options = {review: {submission: {...INGRID, hash: 'now'}, changedBy: ['u-hester']}}
    expect(fact('four-eyes', 'inReview', options)?.detail).toBe('Ingrid Vassall: submitted it.')
  })

  test('tells a newsroom of two that a reason is asked of them', () => {
    const options = {review: {submission: {...INGRID, hash: 'then'}}}
    const recorded = {policy: {fourEyes: 'recorded'}} as const
    expect(fact('four-eyes', 'inReview', options, recorded)?.title).toContain('only with a reason')
  })

  test('shows rules that were overridden', () => {
    const overrides = [{code: 'quoteUnverified', reason: 'Heard it myself.'}]
    const approval = {...HESTER, hash: 'now', overrides}
    expect(fact('overrides', 'approved', {review: {approval}})).toMatchObject({
      title: 'One rule was set aside',
      note: 'Heard it myself.',
    })
  })

  test('asks nobody for anything once it is killed or spiked', () => {
    const review = {
      legal: {...HESTER, state: 'required' as const},
      assignment: {...HESTER, assignee: 'u-ingrid'},
    }
    expect(facts('killed', {review})).toEqual([])
    expect(facts('spiked', {review})).toEqual([])
  })
})
