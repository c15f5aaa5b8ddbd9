// Joins drafts, published articles and reviews to one piece for each row.
import {noTitleYet} from '../../../model/registry.ts'
import type {Assignment, Legal, Review, Schedule} from '../../../model/records.ts'
import type {State} from '../../../model/stages.ts'
import {standingOf, type Standing} from '../../../workflow/state.ts'
import type {DeskArticle, DeskEntry, DeskSnapshot, Length} from './desk-records.ts'

export interface DeskPiece {
  id: string
  type: string
  headline: string
  /** False if the headline only says that there is none. */
  hasHeadline: boolean
  section: string | null
  sectionTitle: string
  bylines: string[]
  state: State
  lapsed: boolean
  /** ISO 8601: since when it is in this state. */
  since: string
  length?: Length
  isLive: boolean
  /** ISO 8601, also of one that has passed. */
  embargo?: string
  assignment?: Assignment
  schedule?: Schedule
  scheduleFailure?: NonNullable<Review['scheduleFailure']>
  legal?: Legal
  /** Account IDs; undefined if the lake does not know them. */
  writer?: string
  submittedBy?: {id: string; name: string}
  /** Assigned to this person, or theirs to write. */
  isMine: boolean
  /** It waits for this person. */
  isMyTurn: boolean
}

export interface JoinOptions {
  /** Account ID of the signed-in person. */
  me: string
  /**
   * Whether the server stores `review.state` (embedded lake). Otherwise it is derived from the
   * content, if that is known.
   */
  stateIsStored: boolean
  isAsApproved?: (articleId: string) => boolean | undefined
}

/** All existing articles of the desk. */
export function joinPieces(snapshot: DeskSnapshot, options: JoinOptions): DeskPiece[] {
  const titles = new Map(snapshot.frame.sections.map(({_id, title}) => [_id, title]))
  return [...snapshot.entries].flatMap(([id, entry]) => {
    const article = entry.draft ?? entry.published
    if (!article) return []
    const {review} = entry
    const writer = review?.writer ?? entry.draft?.createdBy ?? review?.submission?.by
    const standing = standingOfEntry(id, entry, options)
    const section = article.section ?? null
    const headline = article.headline?.trim() ?? ''
    const piece: DeskPiece = {
      id,
      type: article._type,
      headline: headline || noTitleYet(article._type),
      hasHeadline: headline !== '',
      section,
      sectionTitle: (section && titles.get(section)) || '',
      bylines: article.bylines,
      ...standing,
      since: sinceWhen(standing.state, entry, article),
      isLive: entry.published !== null,
      isMine: false,
      isMyTurn: false,
      ...(article.length && {length: article.length}),
      ...(article.embargo && {embargo: article.embargo}),
      ...(review?.assignment && {assignment: review.assignment}),
      ...(review?.schedule && {schedule: review.schedule}),
      ...(review?.scheduleFailure && {scheduleFailure: review.scheduleFailure}),
      ...(review?.legal && {legal: review.legal}),
      ...(writer && {writer}),
      ...(review?.submission && {
        submittedBy: {id: review.submission.by, name: review.submission.byName},
      }),
    }
    return [
      {
        ...piece,
        isMine: isOf(piece, article, snapshot.frame.myAuthors, options.me),
        isMyTurn: isTurnOf(piece, options.me),
      },
    ]
  })
}

function standingOfEntry(
  id: string,
  {review, draft, published}: DeskEntry,
  {stateIsStored, isAsApproved}: JoinOptions,
): Standing {
  if (stateIsStored && review) return {state: review.state, lapsed: review.lapsed}
  return standingOf({
    review,
    hasDraft: draft !== null,
    hasPublished: published !== null,
    // Until the content is looked up, the approval counts as valid.
    isAsApproved: () => isAsApproved?.(id) ?? true,
  })
}

/** Actions that do not change the state, such as assigning, do not change its age. */
function sinceWhen(
  state: State,
  {review, draft, published}: DeskEntry,
  article: DeskArticle,
): string {
  const moved = review?.history?.findLast(({from, to}) => from !== to)?.at
  if (state === 'drafting') return moved ?? article._createdAt
  if (state === 'published') return moved ?? published?.firstPublishedAt ?? article._updatedAt
  if (state !== 'beingCorrected') return moved ?? article._updatedAt
  // A correction begins with its draft, and no action records that. If the draft has the article's
  // own age, its last edit is the best known time.
  const begun = draft?._createdAt ?? article._updatedAt
  const outSince = moved ?? published?.firstPublishedAt ?? published?._createdAt ?? ''
  return begun > outSince ? begun : article._updatedAt
}

function isOf(piece: DeskPiece, article: DeskArticle, myAuthors: string[], me: string): boolean {
  return (
    piece.assignment?.assignee === me ||
    piece.writer === me ||
    piece.submittedBy?.id === me ||
    article.createdBy === me ||
    article.authors.some((author) => myAuthors.includes(author))
  )
}

function isTurnOf({state, assignment, writer, submittedBy}: DeskPiece, me: string): boolean {
  if (state === 'inReview') return assignment?.assignee === me
  if (state === 'changesRequested') return (writer ?? submittedBy?.id) === me
  if (state !== 'drafting' && state !== 'beingCorrected') return false
  return (assignment?.assignee ?? writer) === me
}
