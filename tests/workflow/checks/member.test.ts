import {describe, expect, test} from 'vitest'
import {checkAmendment} from '../../../workflow/checks/amendment.ts'
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
})
const codes = (draft: PieceDocument | null): string[] =>
  checkAmendment(
    {
      piece: gathered(draft),
      live: [],
      changedBy: [],
      request: {},
      policy: {fourEyes: 'enforced'},
    },
    editor,
    NOW,
  ).map(({code}) => code)

describe('amending', () => {
  test('needs a change that readers would see', () => {
    expect(codes({...source, _id: 'drafts.s', name: 'B. Source'})).toEqual([])
    expect(codes(null)).toEqual(['nothingToAmend'])
    expect(codes({...source, _id: 'drafts.s', _rev: 'typed and undone'})).toEqual([
      'nothingToAmend',
    ])
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
