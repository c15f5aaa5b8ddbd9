// Four eyes, as the check sees them.
import {describe, expect, it} from 'vitest'
import {check} from '../../workflow/check.ts'
import type {Policy} from '../../workflow/checks/four-eyes.ts'
import type {Review} from '../../model/records.ts'
import {article} from './blocking-cases.ts'
import {NOW, pieceWith, type Change} from './pieces.ts'
import {pieceHash} from '../../workflow/coverage.ts'

const editor = {id: 'editor', kind: 'user', roles: ['editor']}
const errors = (reasons: ReturnType<typeof check>) =>
  reasons.filter(({severity}) => severity === 'error').map(({code}) => code)

describe('Four eyes', () => {
  const before = pieceWith()
  const submission = {by: 'writer', byName: 'W', at: NOW, hash: pieceHash(before)}
  const approving = (actor: object, review: Partial<Review>, more: object = {}, change?: Change) =>
    check(
      {
        ...pieceWith({...change, review: {stage: 'inReview', submission, ...review}}),
        ...more,
        act: 'approve',
      },
      {...editor, ...actor},
      NOW,
    )
  const RECORDED: Policy = {fourEyes: 'recorded'}
  const other = article({dek: 'Other.'})

  it.each([
    ['who stands in the byline', {id: 'jane-account'}, {}, undefined, ['fourEyesByline']],
    ['who submitted it', {id: 'writer'}, {}, undefined, ['fourEyesSubmitter']],
    ['who changed it', {}, {changedBy: ['editor']}, other, ['fourEyesChanged']],
    ['whose change was undone', {}, {changedBy: ['editor']}, undefined, []],
    ['while another changed it', {}, {changedBy: ['other']}, other, []],
    ['that is a token', {kind: 'token'}, {}, undefined, ['fourEyesToken']],
    ['that is the system', {kind: 'system'}, {}, undefined, ['fourEyesToken']],
  ] as const)('of an editor %s', (_name, actor, review, change, codes) => {
    const given = {...review} as Partial<Review>
    expect(errors(approving(actor, given, {}, change))).toEqual(codes)
  })

  it('may be recorded instead, but for a token', () => {
    const overrides = [
      {code: 'fourEyesSubmitter', reason: 'Night.'},
      {code: 'fourEyesToken', reason: 'Night.'},
    ]
    const more = {policy: RECORDED, request: {overrides}}
    expect(errors(approving({id: 'writer'}, {}, {policy: RECORDED}))).toEqual(['fourEyesSubmitter'])
    expect(errors(approving({id: 'writer'}, {}, more))).toEqual([])
    expect(errors(approving({id: 'writer', kind: 'token'}, {}, more))).toEqual(['fourEyesToken'])
    expect(errors(approving({id: 'writer'}, {}, {request: {overrides}}))).toEqual([
      'fourEyesSubmitter',
    ])
  })

  it('does not take an author for an account that something else names', () => {
    const change = {documents: {'private.author.jane': {_type: 'privateSource', userId: 'editor'}}}
    expect(errors(approving({}, {}, {}, change))).toEqual([])
  })
})
