// A rule: only editorial actions change what readers see of articles, and an action publishes what was
// approved. The rule checks the result of a transaction, from whatever endpoint.
import {isFirstWithPiece, isMemberType, isPieceType} from '../../model/registry.ts'
import {readsTheSame} from '../canonical-json.ts'
import {check} from '../check.ts'
import {checkStandaloneMember, checkNotRead} from '../checks/member.ts'
import {error} from '../checks/reason.ts'
import {isCovered, pieceHash} from '../coverage.ts'
import {articlesUsing, gatherPiece, liveArticlesUsing, type LookUp} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import {asReview, reviewIdOf, type Coverage, type ReviewReason} from '../../model/records.ts'
import {holdRelease, stagedPieces, TAKE_DOWN} from './hold-releases.ts'
import {stagedReleases} from '../staged.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput} from './types.ts'

export function holdPublication(input: RuleInput): RuleAnswer {
  const {changes, act} = input
  if (act !== undefined)
    return {reasons: changes.flatMap((change) => holdToApproval(change, input))}
  if (imports(input)) return {}
  const released: Released = {articles: new Set(), members: new Set()}
  const refused = stagedReleases(input).flatMap((staged) => {
    const pieces = stagedPieces(staged, input)
    for (const {root: article, closure} of staged.act === 'publish' ? pieces : []) {
      released.articles.add(article.id)
      for (const {id} of closure.members) released.members.add(id)
    }
    return holdRelease(staged, pieces, input)
  })
  return {reasons: [...refused, ...changes.flatMap((change) => holdOne(change, released, input))]}
}

/** What a release publishes as whole pieces: its articles, and what they bring along. */
interface Released {
  articles: Set<string>
  members: Set<string>
}

function holdOne(change: RuleChange, released: Released, input: RuleInput): ReviewReason[] {
  const {id, previous, result} = change
  const isLive = !id.includes('.')
  if (released.articles.has(id)) return []
  if (isLive && [previous, result].some((side) => isPieceType(side?._type))) {
    return isPieceType(result?._type) ? holdPiece(id, input) : [actRequired(id, TAKE_DOWN)]
  }
  if (id.startsWith('drafts.') && isPieceType(previous?._type) && !isPieceType(result?._type)) {
    // What takes its place in the same transaction is looked at by itself.
    const isPublished = input.changes.some(
      (other) => other.id === publishedIdOf(id) && other.result,
    )
    return isPublished ? [] : [actRequired(id, GIVE_UP)]
  }
  if (!isLive) return []
  if (!previous && isPieceType(input.read(draftIdOf(id))?._type)) {
    return [error('idTaken', {document: id}, 'A piece is being written under this id.')]
  }
  const isMember = result !== null && isMemberType(result._type)
  return [
    // With its article it was looked at already.
    ...(isMember && !released.members.has(id) ? holdMember(change, result, input) : []),
    ...(isMember || isMemberType(previous?._type) ? holdWhatIsRead(change, released, input) : []),
  ]
}

const GIVE_UP =
  'A piece is spiked, or its changes are discarded, by an editorial action: nobody deletes it by hand.'
const PUBLISH = 'A piece is published by the editorial action “publish”, which records who and why.'

const actRequired = (id: string, message: string): ReviewReason =>
  error('actRequired', {document: publishedIdOf(id)}, message)

/** Everything that forbids the publication, as if it were still a draft. */
function holdPiece(id: string, input: RuleInput): ReviewReason[] {
  const {actor, now, referrers} = input
  const {piece} = gatherPiece(id, asProposed(input), referrers)
  const refused = check(piece, actor, now).filter(({severity}) => severity === 'error')
  return [...refused, actRequired(id, PUBLISH)]
}

/** Before the transaction, with what it publishes in the drafts' places. */
function asProposed({changes, read}: RuleInput): LookUp {
  const byId = new Map(changes.map((change) => [change.id, change]))
  return (id) => {
    const change = byId.get(id)
    if (!id.startsWith('drafts.')) return change ? change.previous : read(id)
    const published = byId.get(publishedIdOf(id))
    if (published?.result) return {...published.result, _id: id}
    return change && !change.result ? change.previous : read(id)
  }
}

/** An act publishes what was approved, to the letter. */
function holdToApproval({id, result}: RuleChange, input: RuleInput): ReviewReason[] {
  const {act, read, referrers} = input
  if (act !== 'publish' || id.includes('.') || !isPieceType(result?._type)) return []
  const review = asReview(read(reviewIdOf(id)))
  const {piece} = gatherPiece(id, read, referrers)
  const covered = review?.publication
  if (
    covered &&
    isCovered(piece, covered) &&
    input.changes.every((change) => isAsCovered(change, covered, input))
  ) {
    return []
  }
  return [
    error('approvalLapsed', {document: id}, 'What would be published is not what was approved.'),
  ]
}

/** Of an author whom readers come to know with the piece; true of every other change. */
function isAsCovered({id, previous, result}: RuleChange, covered: Coverage, {read}: RuleInput) {
  if (id.includes('.') || previous || !isFirstWithPiece(result?._type)) return true
  const hash = pieceHash(gatherPiece(id, read).piece)
  return covered.authors?.some((author) => author.id === id && author.hash === hash) === true
}

/** Photos, quotes and sources may be published by themselves. */
function holdMember(
  {id, previous}: RuleChange,
  result: PieceDocument,
  {read, referrers, now}: RuleInput,
): ReviewReason[] {
  return checkStandaloneMember(result, previous ? [] : articlesUsing(id, read, referrers), now)
}

/** What readers see in a live article neither changes, goes nor appears there by hand. */
function holdWhatIsRead(
  {id, previous, result}: RuleChange,
  {articles}: Released,
  {read, referrers}: RuleInput,
): ReviewReason[] {
  if (previous && result && readsTheSame(previous, result)) return []
  const live = liveArticlesUsing(id, read, referrers).filter(({_id}) => !articles.has(_id))
  return checkNotRead(id, live)
}
