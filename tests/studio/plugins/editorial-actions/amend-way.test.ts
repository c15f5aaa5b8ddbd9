import {describe, expect, test} from 'vitest'
import {amendWay} from '../../../../studio/plugins/editorial-actions/amend-way.ts'
import type {MemberUse} from '../../../../studio/data/piece/look-up-piece.ts'
import type {PieceStatus} from '../../../../studio/data/piece/follow-piece.ts'
import type {PieceDocument} from '../../../../workflow/piece.ts'
import type {ReviewReason} from '../../../../model/records.ts'

const NOW = '2026-05-04T08:00:00Z'
const draft: PieceDocument = {
  _id: 'drafts.p',
  _type: 'photoWithCredit',
  caption: 'A ferry',
  alt: 'A ferry at a quay',
  creditLine: '© Jane',
  image: {asset: {_ref: 'image-abc-1600x900-jpg'}},
}
const published: PieceDocument = {...draft, _id: 'p', caption: 'A boat'}
const article: PieceDocument = {_id: 'a', _type: 'article', headline: 'The boat is back'}

const found = (use: Partial<MemberUse>, known: PieceDocument | null = draft): PieceStatus => ({
  status: 'ready',
  standing: {state: 'drafting', lapsed: false},
  hash: '',
  piece: {
    root: {id: 'p', draft: known, published: null},
    review: null,
    closure: {members: [], required: [], missing: [], accounts: []},
    corrections: [],
    comments: [],
    suggested: [],
    onFronts: [],
  },
  use: {live: [], liveArticles: [], users: [], changedBy: [], ...use},
})
const way = (piece: PieceStatus, more: Partial<Parameters<typeof amendWay>[0]> = {}) =>
  amendWay({piece, draft, published, reasons: [], ...more}, NOW)
const reason = (code: string, overridable = false): ReviewReason => ({
  code,
  severity: 'error',
  document: 'p',
  message: `because of ${code}`,
  ...(overridable && {overridable}),
})

describe('a changed photo', () => {
  test('that no live article uses is published', () => {
    expect(way(found({}))).toEqual({action: 'publish'})
  })

  test('that live articles use is amended', () => {
    expect(way(found({live: [article]}))).toEqual({action: 'amend'})
  })

  test('whose change readers do not see is published, too', () => {
    const cleared = {...published, _id: 'drafts.p', rights: {clearance: 'cleared'}}
    expect(way(found({live: [article]}), {draft: cleared})).toEqual({action: 'publish'})
  })

  test('has no action until its uses are known', () => {
    expect(way({status: 'loading'})).toMatchObject({action: 'publish', why: /Looking up/})
  })

  test('is published as the server decides if the look-up failed', () => {
    expect(way({status: 'failed', message: 'No answer'})).toEqual({action: 'publish'})
  })

  test('waits a moment for the look-up, which follows the form', () => {
    expect(way(found({live: [article]}, null))).toMatchObject({
      action: 'amend',
      why: /what has changed/,
    })
  })

  test('cannot be amended without the right to, or by the person who changed it: the button says so', () => {
    for (const code of ['roleMissing', 'fourEyesChanged', 'fourEyesToken', 'nothingToAmend']) {
      const {action, why} = way(found({live: [article]}), {reasons: [reason(code)]})
      expect([action, why]).toEqual(['amend', `because of ${code}`])
    }
  })

  test('opens its dialog if the dialog can settle the reasons', () => {
    const reasons = [reason('kindMissing'), reason('altMissing'), reason('fourEyesChanged', true)]
    expect(way(found({live: [article]}), {reasons})).toEqual({action: 'amend'})
  })
})

describe('publishing without an article', () => {
  const new_ = {published: null}

  test('is refused without a credit and a description, each with a reason', () => {
    const bare = {...draft, creditLine: ' ', alt: ''}
    const {action, why} = way(found({}, bare), {...new_, draft: bare})
    expect(action).toBe('publish')
    expect(why).toContain('no credit line')
    expect(why).toContain('Describe it')
  })

  test('is refused while its article is under embargo', () => {
    const secret = {...article, embargo: {until: '2026-05-05T08:00:00Z'}}
    expect(way(found({users: [secret]}), new_).why).toContain('under embargo')
    // Readers have already seen this.
    expect(way(found({users: [secret]})).why).toBeUndefined()
  })

  test('is refused for a quote that is off the record or disputed', () => {
    const quote: PieceDocument = {
      _id: 'drafts.q',
      _type: 'expertQuote',
      text: 'No.',
      kind: 'document',
      terms: 'offRecord',
      verification: {status: 'disputed'},
    }
    const {why} = way(found({}, quote), {...new_, draft: quote})
    expect(why).toContain('off the record')
    expect(why).toContain('disputed')
  })

  test('is refused if a live article refers to it weakly', () => {
    expect(way(found({live: [article]}), new_).why).toContain('The boat is back')
  })

  test('is left to the studio if there is no draft', () => {
    expect(way(found({live: [article]}), {draft: null})).toEqual({action: 'publish'})
  })
})
