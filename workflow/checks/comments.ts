// Comments that nobody has resolved: a question that is open when a piece is approved or goes out.
import type {EditorialAction} from '../../model/editorial-actions.ts'
import {nounOf} from '../../model/registry.ts'
import type {OpenComment} from '../comments.ts'
import {currentOf, documentsOf, type GatheredPiece} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {nameOf} from './reading.ts'
import {overridable} from './reason.ts'

const EDITORIAL_ACTIONS: readonly EditorialAction[] = ['approve', 'schedule', 'publish']

/**
 * One reason for each document with open comments. Comments from before the approval and later ones are
 * separate reasons: the approver has seen only the first.
 */
export function checkComments(piece: GatheredPiece, act: EditorialAction): ReviewReason[] {
  if (!EDITORIAL_ACTIONS.includes(act)) return []
  const approvedAt = act === 'approve' ? undefined : piece.review?.approval?.at
  const isSince = ({at}: OpenComment): boolean =>
    approvedAt !== undefined && Date.parse(at) > Date.parse(approvedAt)
  return documentsOf(piece).flatMap((document) => {
    const id = document._id.replace(/^drafts\./, '')
    const comments = piece.comments.filter((comment) => comment.document === id)
    const what =
      document === currentOf(piece.root) ? `the ${nounOf(document._type)}` : named(document)
    return [
      ...reasonFor(
        'commentsUnresolved',
        comments.filter((comment) => !isSince(comment)),
        (many) => `${many} on ${what} that nobody has resolved.`,
      ),
      ...reasonFor(
        'commentsSinceApproval',
        comments.filter(isSince),
        (many) => `${many} on ${what} since it was approved, and nobody has resolved that.`,
      ),
    ]
  })
}

function reasonFor(
  code: string,
  [first, ...more]: readonly OpenComment[],
  say: (many: string) => string,
): ReviewReason[] {
  if (!first) return []
  const many = more.length === 0 ? 'There is a comment' : `There are ${more.length + 1} comments`
  const {document, path} = first
  return [overridable(code, {document, ...(path ? {path} : {})}, say(many))]
}

const named = (document: PieceDocument): string =>
  `the ${nounOf(document._type)} ${nameOf(document)}`
