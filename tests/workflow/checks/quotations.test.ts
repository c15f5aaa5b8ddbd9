// A quotation is not altered: what is refused, what needs a reason, what is allowed.
import {describe, expect, it} from 'vitest'
import {check} from '../../../workflow/check.ts'
import {checkAmendment} from '../../../workflow/checks/amendment.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {verifiedTextHash} from '../../../workflow/verified-text.ts'
import {quoting} from '../../support/quotations.ts'
import {NOW, pieceWith} from '../pieces.ts'

const editor = {id: 'editor', kind: 'user', roles: ['editor']}
const CODE = 'quotationAltered'
const place = (block: string, mark = 'm0') => `body[_key=="${block}"].markDefs[_key=="${mark}"]`

/** What an approval says about this text; the quote of the piece says “So it is.”. */
function approving(body: object[], quote: Record<string, unknown> = {}, overrides: object[] = []) {
  const piece = pieceWith({
    documents: {'drafts.a': {body}, quote},
    review: {stage: 'inReview'},
  })
  const request = {overrides} as never
  return check({...piece, act: 'approve', request}, editor, NOW).filter(({code}) => code === CODE)
}

const ALTERED = [quoting('p', ['“So it was,”', 'quote'], ' she said.')]
const unverified = {kind: 'partial', verification: undefined}
const hashed = (text: string) => ({
  verification: {
    status: 'recordingChecked',
    verifiedWords: verifiedTextHash({_id: 'quote', _type: 'expertQuote', text}),
  },
})
const documentOf = (fields: object) => fields as PieceDocument

describe('An approval', () => {
  it.each([
    ['the words', quoting('p', ['“So it is,”', 'quote'], ' she said.')],
    ['a part of the words', quoting('p', 'That ', ['“it is”', 'quote'], ' was news.')],
    ['words in brackets', quoting('p', ['“[Yes], it is”', 'quote'])],
    ['two parts', quoting('p', ['“So,”', 'quote'], ' she said, ', ['“it is.”', 'quote'])],
    ['words that are not annotated', quoting('p', '“So it was,” she said.')],
    ['words of a quote that does not exist', quoting('p', ['“So it was”', 'gone'])],
  ])('allows %s', (_name, block) => {
    expect(approving([block])).toEqual([])
    expect(approving([block], unverified)).toEqual([])
  })

  it('allows other words for a paraphrase', () => {
    expect(approving(ALTERED, {kind: 'paraphrase'})).toEqual([])
  })

  it.each([
    ['a quote', {}],
    ['a partial quote', {kind: 'partial'}],
    ['words of a document', {kind: 'document'}],
    ['exactly these words', hashed('So it is.')],
  ])('refuses other words if somebody verified %s', (_name, quote) => {
    const [reason, ...more] = approving(ALTERED, quote, [{code: CODE, reason: 'It reads better.'}])
    expect(more).toEqual([])
    expect(reason).toEqual({
      code: CODE,
      severity: 'error',
      document: 'a',
      path: place('p'),
      message:
        'The text says “So it was”, the quote says “So it is”. These words are verified: restore them, or put what was changed in brackets.',
    })
  })

  it.each([
    ['nobody verified the quote', unverified],
    ['the quote was changed after that', hashed('So it goes.')],
  ])('needs a reason for other words if %s', (_name, quote) => {
    expect(approving(ALTERED, quote)).toMatchObject([
      {severity: 'error', overridable: true, document: 'a', path: place('p')},
    ])
    const overrides = [{code: CODE, document: 'a', reason: 'Her office corrected it.'}]
    expect(approving(ALTERED, quote, overrides)).toMatchObject([{severity: 'warning'}])
  })

  it('names each place of a verified quote, and others together', () => {
    const body = [
      quoting('p', ['“So it was,”', 'quote'], ' she said.'),
      quoting('q', 'He disagreed.'),
      quoting('r', ['“No,”', 'quote'], ' she said.'),
    ]
    expect(approving(body).map(({path}) => path)).toEqual([place('p'), place('r')])
    expect(approving(body, unverified)).toMatchObject([
      {
        path: place('p'),
        message:
          '2 quotations differ from the quote. The text says “So it was”, the quote says “So it is”. The text says “No”, the quote says “So it is”.',
      },
    ])
  })
})

describe('An amendment of a quote', () => {
  const amending = (now: object, body: object[], overrides: object[] = []) => {
    const live = documentOf({_id: 'a', _type: 'article', headline: 'Ferry', body})
    const quote = {_id: 'quote', _type: 'expertQuote', text: 'So it is.', kind: 'direct'}
    const root = {id: 'quote', draft: {...quote, _id: 'drafts.quote', ...now}, published: quote}
    const closure = {members: [], required: [], missing: [], accounts: []}
    const input = {
      piece: {
        root,
        review: null,
        closure,
        corrections: [],
        comments: [],
        suggested: [],
        onFronts: [],
      },
      live: [live],
      changedBy: [],
      request: {overrides} as never,
      policy: {fourEyes: 'enforced' as const},
    }
    return checkAmendment(input, editor, NOW).filter(({code}) => code === CODE)
  }
  const verified = {verification: {status: 'sourceMatched'}}
  const said = [quoting('p', ['“So it is,”', 'quote'], ' she said.')]

  it('needs a reason if live articles quote other words, verified or not', () => {
    for (const more of [verified, {}]) {
      const reasons = amending({text: 'So it was.', ...more}, said)
      expect(reasons).toMatchObject([
        {
          severity: 'error',
          overridable: true,
          document: 'a',
          message:
            'Quoted words differ in “Ferry” from the quote. The text says “So it is”, the quote says “So it was”.',
        },
      ])
    }
    const overrides = [{code: CODE, document: 'a', reason: 'The article is corrected next.'}]
    expect(amending({text: 'So it was.', ...verified}, said, overrides)).toMatchObject([
      {severity: 'warning'},
    ])
  })

  it('needs none if the words of the articles are in the new words, or the words are the same', () => {
    expect(amending({text: 'So it is. And so on.'}, said)).toEqual([])
    expect(amending({attribution: 'the minister'}, ALTERED)).toEqual([])
  })
})
