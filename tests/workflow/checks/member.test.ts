import {describe, expect, test} from 'vitest'
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {checkAmendment, type AmendmentInput} from '../../../workflow/checks/amendment.ts'
import {checkNotRead} from '../../../workflow/checks/member.ts'
import type {GatheredPiece} from '../../../workflow/gather.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'

const NOW = '2026-05-04T08:00:00Z'
const source: PieceDocument = {_id: 's', _type: 'source', name: 'A. Source'}
const editor = {id: 'edith', kind: 'user', roles: ['editor']}

const gathered = (draft: PieceDocument | null): GatheredPiece => ({
  root: {id: 's', draft, published: source},
  review: null,
  closure: {members: [], required: [], missing: [], accounts: []},
  corrections: [],
  comments: [],
  suggested: [],
  onFronts: [],
})
const changed = {...source, _id: 'drafts.s', name: 'B. Source'}
const story: PieceDocument = {_id: 'story', _type: 'article', headline: 'A story'}
const note = {type: 'correction' as const, readerNote: 'Ten.'}

function codes(
  draft: PieceDocument | null,
  input: Partial<AmendmentInput> = {},
  actor: object = {},
): string[] {
  const policy = {fourEyes: 'enforced'} as const
  const given = {piece: gathered(draft), live: [], changedBy: [], request: {}, policy, ...input}
  return checkAmendment(given, {...editor, ...actor}, NOW)
    .filter(({severity}) => severity === 'error')
    .map(({code}) => code)
}

describe('amending', () => {
  test('needs a change that readers would see', () => {
    expect(codes(changed)).toEqual([])
    expect(codes(null)).toEqual(['nothingToAmend'])
    expect(codes({...source, _id: 'drafts.s', _rev: 'typed and undone'})).toEqual([
      'nothingToAmend',
    ])
  })

  test.each<[string, object, string[]]>([
    ['a photo editor', {roles: ['photoEditor']}, ['roleMissing']],
    ['a journalist', {roles: ['journalist']}, ['roleMissing']],
    ['an administrator', {roles: ['administrator']}, ['roleMissing']],
    ['a token of an editor', {kind: 'token'}, ['fourEyesToken']],
  ])('a source is not for %s', (_name, actor, expected) => {
    expect(codes(changed, {}, actor)).toEqual(expected)
  })

  test('a photo is for the photo desk, too', () => {
    const photo = {...changed, _type: 'photoWithCredit'}
    expect(codes(photo, {}, {roles: ['photoEditor']})).not.toContain('roleMissing')
    expect(codes(photo, {}, {roles: ['journalist']})).toContain('roleMissing')
  })

  test('is not for the author of the change, unless that is recorded', () => {
    const changedBy = ['edith']
    const overrides = [{code: 'fourEyesChanged', reason: 'Night shift.'}]
    const request = {overrides}
    expect(codes(changed, {changedBy})).toEqual(['fourEyesChanged'])
    expect(codes(changed, {changedBy, request})).toEqual(['fourEyesChanged'])
    const policy = {fourEyes: 'recorded'} as const
    expect(codes(changed, {changedBy, request, policy})).toEqual([])
  })

  test.each<[string, EditorialActionRequest['amendments'], string[]]>([
    ['nothing', {}, ['kindMissing']],
    ['an unknown kind', {story: {...note, type: 'typo' as 'minor'}}, ['kindMissing']],
    ['a note of spaces', {story: {...note, readerNote: ' '}}, ['readerNoteMissing']],
    ['a kind and a note', {story: note}, []],
  ])('with %s for each live article', (_name, amendments, expected) => {
    expect(codes(changed, {live: [story], request: {amendments}})).toEqual(expected)
  })

  test('does not publish a quote that may not appear', () => {
    const quote = {...changed, _type: 'expertQuote', text: 'So it is.', attribution: 'A witness'}
    expect(codes({...quote, kind: 'paraphrase', terms: 'offRecord'})).toEqual(['quoteOffRecord'])
    expect(codes(quote)).toEqual(['quoteUnverified'])
    const overrides = [{code: 'quoteUnverified', reason: 'Read out by her office.'}]
    expect(codes(quote, {request: {overrides}})).toEqual([])
  })
})

describe('what readers see', () => {
  test('names the articles, three at the most', () => {
    const live = ['One', 'Two', 'Three', 'Four'].map((headline): PieceDocument => ({
      _id: headline,
      _type: 'article',
      headline,
    }))
    const [reason] = checkNotRead('drafts.s', live)
    expect(reason?.document).toBe('s')
    expect(reason?.message).toContain('“One”, “Two”, “Three”:')
    expect(checkNotRead('s', [])).toEqual([])
  })
})
