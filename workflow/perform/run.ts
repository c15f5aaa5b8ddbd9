// From a request to what it does: the one way in for every lake.
import type {EditorialActionRequest} from '../../model/editorial-actions.ts'
import {checkRole, performsEditorialActions} from '../checks/process.ts'
import type {CommentsOn} from '../comments.ts'
import {pieceHash} from '../coverage.ts'
import {currentOf, gatherPiece} from '../gather.ts'
import {articlesWithReaders} from '../gather-use.ts'
import type {PieceDocument} from '../piece.ts'
import {amend} from './amend.ts'
import {perform} from './perform.ts'
import type {EditorialContext, Performed} from './types.ts'

export interface EditorialEnvironment extends Omit<EditorialContext, 'piece'> {
  /** Ids of documents that refer to one. */
  referrers: (id: string) => string[]
  /** What was said beside a document. */
  commentsOn: CommentsOn
}

/** Somebody was quicker than the person who asks. */
export interface Conflict {
  conflict: string
}

/** Performs an act on what `read` finds. */
export function runEditorialAction(
  request: EditorialActionRequest,
  environment: EditorialEnvironment,
): Performed | Conflict {
  const {read, referrers, commentsOn, actor} = environment
  const id = request.documentId ?? request.articleId
  // Reasons mention content and stage, so only people who work on pieces get them.
  if (!performsEditorialActions(actor)) return {reasons: checkRole(request.act, id, actor)}
  const {piece} = gatherPiece(id, read, referrers, commentsOn)
  const conflict = conflictOf(request, currentOf(piece.root), () => pieceHash(piece))
  if (conflict) return {conflict}
  const context: EditorialContext = {...environment, piece}
  const {act} = request
  if (act !== 'amend') return perform({...request, act}, context)
  return amend(request, context, articlesWithReaders(piece, read, referrers))
}

function conflictOf(
  {ifRevision, ifContentHash}: EditorialActionRequest,
  document: PieceDocument | null,
  hash: () => string,
): string | undefined {
  if (ifRevision && document && document['_rev'] !== ifRevision) {
    return 'Somebody changed it while you were looking. Look at it again.'
  }
  if (ifContentHash && document && hash() !== ifContentHash) {
    return 'Somebody changed a part of it while you were looking. Look at it again.'
  }
  return undefined
}
