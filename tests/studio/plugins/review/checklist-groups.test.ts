import {describe, expect, test} from 'vitest'
import {checklistGroups, nextStep} from '../../../../studio/plugins/review/checklist-groups.ts'
import {check} from '../../../../workflow/check.ts'
import type {ReviewReason} from '../../../../model/records.ts'
import {piece} from './support.ts'

const reason = (code: string, more: Partial<ReviewReason> = {}): ReviewReason => ({
  code,
  severity: 'error',
  document: 'a1',
  message: code,
  ...more,
})
const codes = (reasons: ReviewReason[]): string[] => reasons.map(({code}) => code)

describe('the checklist', () => {
  test('sorts by what can be done about it', () => {
    const groups = checklistGroups(
      [
        reason('dekMissing', {path: 'dek'}),
        reason('quoteUnverified', {overridable: true}),
        reason('embargoAhead'),
        reason('topicMissing', {severity: 'warning'}),
      ],
      [],
    )
    expect(codes(groups.mustFix)).toEqual(['dekMissing'])
    expect(codes(groups.mayPass)).toEqual(['quoteUnverified'])
    expect(codes(groups.waits)).toEqual(['embargoAhead'])
    expect(codes(groups.worthALook)).toEqual(['topicMissing'])
  })

  test('leaves out reasons about the person or the piece’s state', () => {
    const actor = {id: 'u-ingrid', kind: 'user', roles: ['journalist']}
    const article = {_id: 'drafts.a1', _type: 'article', headline: 'Herring'}
    const found = check(
      {...piece({article: {draft: article}}), act: 'publish'},
      actor,
      '2026-03-10T15:00:00.000Z',
    )
    expect(codes(found)).toEqual(expect.arrayContaining(['roleMissing', 'notSubmitted']))
    const {mustFix} = checklistGroups(found, [])
    expect(codes(mustFix)).toEqual(['sectionMissing', 'bylineMissing', 'dekMissing', 'slugMissing'])
  })

  test('shows what was let pass as worth a look', () => {
    const passed = reason('quoteUnverified', {severity: 'warning', overridable: true})
    expect(codes(checklistGroups([passed], []).worthALook)).toEqual(['quoteUnverified'])
  })

  test('adds what the forms’ rules find, once for each field', () => {
    const mistakes = [
      reason('formRule', {path: 'dek'}),
      reason('formRule', {path: 'slug'}),
      reason('formRule', {document: 'q1', path: 'verification'}),
    ]
    const found = [
      reason('dekMissing', {path: 'dek'}),
      reason('quoteDisputed', {document: 'q1', path: 'verification.status'}),
    ]
    const {mustFix} = checklistGroups(found, mistakes)
    expect(mustFix.map(({code, path}) => [code, path])).toEqual([
      ['dekMissing', 'dek'],
      ['quoteDisputed', 'verification.status'],
      ['formRule', 'slug'],
    ])
  })

  test('takes no field for another whose name begins like it', () => {
    const {mustFix} = checklistGroups(
      [reason('headlineMissing', {path: 'seo'})],
      [reason('formRule', {path: 'seoHeadline'})],
    )
    expect(mustFix).toHaveLength(2)
  })
})

describe('what comes next', () => {
  test('is shown to the person who can do it', () => {
    const inReview = {state: 'inReview', lapsed: false} as const
    expect(nextStep(inReview, 'editor')).toBe('You can approve it.')
    expect(nextStep(inReview, 'barred')).toBe('Another editor can approve it.')
    expect(nextStep(inReview, 'writer')).toBe('An editor can approve it.')
    expect(nextStep({state: 'approved', lapsed: false}, 'barred')).toBe('You can publish it.')
    expect(nextStep({state: 'inReview', lapsed: true}, 'editor')).toContain('again')
  })
})
