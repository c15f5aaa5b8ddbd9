// A rule: what a release publishes is on record as what an act publishes is, and drafts that say no more
// than what readers see now are done with.
import {isFirstWithPiece, isMemberType, isPieceType} from '../../model/registry.ts'
import {draftIdOf} from '../../model/ids.ts'
import {isSameContent} from '../canonical-json.ts'
import type {GatheredPiece} from '../gather.ts'
import {writersOf} from '../perform/notify.ts'
import {createRun} from '../perform/recipe.ts'
import {recordPublication} from '../perform/record-publication.ts'
import type {EditorialContext} from '../perform/types.ts'
import {stagedPieces} from './hold-releases.ts'
import {stagedReleases, type Staged} from '../staged.ts'
import {imports, type RuleAnswer, type RuleInput, type RuleWrite} from './types.ts'

export function recordReleases(input: RuleInput): RuleAnswer {
  if (input.act !== undefined || imports(input)) return {}
  const published = stagedReleases(input).filter(({act}) => act === 'publish')
  return {
    writes: published.flatMap((staged) => [
      ...stagedPieces(staged, input).flatMap((piece) => recordPiece(piece, staged, input)),
      ...doneDrafts(staged, input),
    ]),
  }
}

function recordPiece(piece: GatheredPiece, {title}: Staged, input: RuleInput): RuleWrite[] {
  const {actor, now, transactionId, read} = input
  const {root: article, review} = piece
  const context: EditorialContext = {
    piece,
    actor,
    now,
    transactionId,
    read,
    people: [],
    policy: {fourEyes: 'enforced'},
    isDue: false,
  }
  const people = [...writersOf(context), review?.approval?.by].flatMap((id) =>
    id === undefined ? [] : [{id, roles: []}],
  )
  const note = `With the release “${title}”`
  const request = {act: 'publish' as const, articleId: article.id, note}
  const run = createRun({...context, people}, request, 'approved', [])
  // What was approved is in the release; a draft that has gone on since stays.
  const hasDraft = read(draftIdOf(article.id)) !== null && !isDone(article.id, input)
  return recordPublication(run, hasDraft).mutations
}

function doneDrafts({documents}: Staged, input: RuleInput): RuleWrite[] {
  return [...documents]
    .filter(([, document]) =>
      [isPieceType, isMemberType, isFirstWithPiece].some((isIt) => isIt(document?._type)),
    )
    .filter(([id]) => isDone(id, input))
    .map(([id]) => ({delete: {id: draftIdOf(id)}}))
}

function isDone(id: string, {read}: RuleInput): boolean {
  const [draft, published] = [read(draftIdOf(id)), read(id)]
  return draft !== null && published !== null && isSameContent(draft, published)
}
