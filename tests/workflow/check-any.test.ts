// @module-tag random For all kinds of pieces, people and inputs.
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  EDITORIAL_ACTIONS,
  type EditorialAction,
  type EditorialActionRequest,
} from '../../model/editorial-actions.ts'
import {check, refuses} from '../../workflow/check.ts'
import type {Review} from '../../model/records.ts'
import {STATES, type Stage} from '../../model/stages.ts'
import {approved, NOW, pieceWith} from './pieces.ts'
import {pieceHash} from '../../workflow/coverage.ts'
import {runs} from '../support/runs.ts'

const editor = {id: 'editor', kind: 'user', roles: ['editor']}
const errors = (reasons: ReturnType<typeof check>) =>
  reasons.filter(({severity}) => severity === 'error').map(({code}) => code)

describe('For a piece of any kind', () => {
  const value = fc.jsonValue({maxDepth: 2})
  const names =
    'headline dek bylines section body leadPhoto embargo topics slug creditLine rights image alt ' +
    'caption text speakers terms verification kind attribution'
  const fields = fc.dictionary(fc.constantFrom(...names.split(' ')), value)
  const change = fc.record({
    documents: fc.record({'drafts.a': fields, photo: fields, quote: fields, source: fields}),
  })
  const acts = fc.constantFrom(...(Object.keys(EDITORIAL_ACTIONS) as EditorialAction[]))
  const {beingCorrected: _, ...named} = STATES
  const stages = fc.constantFrom(...(Object.keys(named) as Stage[]))
  const roles = fc.subarray(['journalist', 'photoEditor', 'editor', 'administrator', 'developer'])
  const kinds = fc.constantFrom('user', 'token')
  const overrides = fc.array(
    fc.record({
      code: fc.constantFrom('notApproved', 'approvalLapsed', 'roleMissing'),
      reason: fc.string(),
    }),
  )
  const params = {seed: 20261125, numRuns: runs(300)}

  it('an answer is found, the same each time, and changes nothing', () => {
    fc.assert(
      fc.property(change, stages, acts, roles, (given, stage, act, list) => {
        const piece = pieceWith({...given, review: {stage}})
        const before = JSON.stringify(piece)
        const actor = {...editor, roles: list}
        const reasons = check({...piece, act}, actor, NOW)
        expect(check({...piece, act}, actor, NOW)).toEqual(reasons)
        expect(JSON.stringify(piece)).toBe(before)
      }),
      params,
    )
  })

  it('nothing is published without an approval of just this content, by an editor', () => {
    fc.assert(
      fc.property(change, stages, roles, kinds, overrides, (given, stage, list, kind, said) => {
        const piece = pieceWith({
          ...given,
          review: {stage, approval: {by: 'x', byName: 'X', at: NOW, hash: 'another'}},
        })
        const request: Partial<EditorialActionRequest> = {overrides: said}
        const input = {...piece, act: 'publish' as const, request}
        expect(refuses(check(input, {id: 'x', kind, roles: list}, NOW))).toBe(true)
        const whole = approved(given)
        const others = list.filter((role) => role !== 'editor')
        expect(refuses(check({...whole, request}, {id: 'x', kind, roles: others}, NOW))).toBe(true)
      }),
      params,
    )
  })

  it('nobody approves what they submitted, nor a token anything', () => {
    fc.assert(
      fc.property(change, overrides, (given, said) => {
        const piece = pieceWith(given)
        const submission = {by: 'editor', byName: 'E', at: NOW, hash: pieceHash(piece)}
        const review: Partial<Review> = {stage: 'inReview', submission}
        const input = {
          ...pieceWith({...given, review}),
          act: 'approve' as const,
          request: {overrides: said},
        }
        expect(errors(check(input, editor, NOW))).toContain('fourEyesSubmitter')
        expect(errors(check(input, {...editor, id: 't', kind: 'token'}, NOW))).toContain(
          'fourEyesToken',
        )
      }),
      params,
    )
  })
})
