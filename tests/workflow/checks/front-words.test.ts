import {expect, it} from 'vitest'
import {checkFrontWords} from '../../../workflow/checks/front-words.ts'
import {coverageOf} from '../../../workflow/coverage.ts'
import {gatherPiece} from '../../../workflow/gather.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {container, front, slot} from '../fronts/fronts.ts'
import {documents} from '../pieces.ts'

const words = {headline: 'Aground', dek: 'Nobody was hurt, we hear.'}
const gathered = (...fronts: PieceDocument[]) => {
  const all: Record<string, PieceDocument> = documents()
  for (const one of fronts) all[one._id] = one
  const referrers = (id: string) =>
    Object.keys(all).filter((other) => JSON.stringify(all[other]).includes(`"_ref":"${id}"`))
  return gatherPiece('a', (id) => all[id] ?? null, referrers).piece
}
const messages = (...fronts: PieceDocument[]): string[] =>
  checkFrontWords(gathered(...fronts)).map(({severity, message}) => `${severity}: ${message}`)

it('tells who looks at a piece what a front says of it', () => {
  const page = front(container('Top', [slot('a', words)]))
  expect(messages(page)).toEqual([
    'warning: Front page says it in words of its own: the headline “Aground”, the standfirst “Nobody was hurt, we hear.”.',
  ])
})

it('says nothing of a place without words, and of a front’s draft rather than of the front', () => {
  const page = front(container('Top', [slot('a', words)]))
  const draft = {...front(container('Top', [slot('a')])), _id: 'drafts.front-home'}
  expect(messages(draft)).toEqual([])
  expect(messages(page, draft)).toEqual([])
})

it('leaves the content hash of the piece as it is', () => {
  const page = front(container('Top', [slot('a', words)]))
  expect(coverageOf(gathered(page))).toEqual(coverageOf(gathered()))
})
