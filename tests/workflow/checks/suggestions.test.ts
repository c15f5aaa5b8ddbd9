// What intake has set and nobody has confirmed keeps a piece from being approved.
import {expect, test} from 'vitest'
import {check} from '../../../workflow/check.ts'
import {checkSuggestions} from '../../../workflow/checks/suggestions.ts'
import {gatherPiece} from '../../../workflow/gather.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {documents, NOW} from '../pieces.ts'

const suggested = (...parts: [document: string, part: string][]) =>
  parts.map(([document, part]) => ({_key: `${document}-${part}`, document, part}))

const gathered = (parts: unknown) => {
  const all: Record<string, PieceDocument> = {
    ...documents(),
    'private.intake.a': {
      _id: 'private.intake.a',
      _type: 'privateIntake',
      suggested: parts as never,
    },
  }
  return gatherPiece('a', (id) => all[id] ?? null).piece
}

const reasons = (parts: unknown, act: 'approve' | 'submit' | 'publish' = 'approve') =>
  checkSuggestions(gathered(parts), act).map(({code, document, path, message}) => [
    code,
    document,
    path,
    message,
  ])

test('names the quote, and what of it is unconfirmed', () => {
  expect(reasons(suggested(['quote', 'quote'], ['quote', 'speakers']))).toEqual([
    [
      'suggestionUnconfirmed',
      'quote',
      'text',
      'Nobody has confirmed the words and the speaker of the quote “So it is.”, as intake has read them.',
    ],
  ])
})

test.each([
  ['a credit', suggested(['photo', 'credit']), 'approve', 1],
  ['nothing', [], 'approve', 0],
  ['what the piece no longer has', suggested(['gone', 'quote']), 'approve', 0],
  ['what is no list', 'all of it', 'approve', 0],
  ['an unknown part', suggested(['quote', 'colour']), 'approve', 0],
  ['a quote, at submission', suggested(['quote', 'quote']), 'submit', 0],
  ['a quote, once it is approved', suggested(['quote', 'quote']), 'publish', 0],
] as const)('%s gives as many reasons as it should', (_name, parts, act, count) => {
  expect(reasons(parts, act)).toHaveLength(count)
})

test('an editor may give a reason for the ledger', () => {
  const piece = gathered(suggested(['photo', 'credit']))
  const editor = {id: 'edith', kind: 'user' as const, roles: ['editor']}
  const of = (overrides: {code: string; document?: string; reason: string}[]) =>
    check({...piece, act: 'approve', request: {overrides}}, editor, NOW).find(
      ({code}) => code === 'suggestionUnconfirmed',
    )?.severity
  expect(of([])).toBe('error')
  expect(
    of([
      {code: 'suggestionUnconfirmed', document: 'photo', reason: 'Compared with the printed page.'},
    ]),
  ).toBe('warning')
})
