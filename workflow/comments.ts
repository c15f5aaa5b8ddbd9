// What is said beside a piece: comments as the studio writes them, as far as the workflow looks.
import {at, textAt} from './checks/reading.ts'
import type {PieceDocument} from './piece.ts'

/** A thread that nobody has resolved. */
export interface OpenComment {
  id: string
  /** Published id of what it is about. */
  document: string
  /** Where in it, e.g. `headline`. */
  path?: string
  /** ISO 8601: when it was begun. */
  at: string
}

/** Comments on a document, by its published id. */
export type CommentsOn = (id: string) => readonly PieceDocument[]

/**
 * The open ones of a document's comments, as the studio lists them: without answers, without what was
 * said of a version in a release, and without those whose place in a list has gone.
 *
 * @param document as the newsroom sees it
 */
export function openCommentsOn(
  document: PieceDocument,
  id: string,
  comments: readonly PieceDocument[],
): OpenComment[] {
  return comments.flatMap((comment): OpenComment[] => {
    const path = textAt(comment, 'target', 'path', 'field')
    const isOpen =
      comment._type === 'comment' &&
      comment['status'] !== 'resolved' &&
      textAt(comment, 'parentCommentId') === undefined &&
      textAt(comment, 'target', 'documentVersionId') === undefined &&
      textAt(comment, 'target', 'document', '_ref') === id
    if (!isOpen || (path !== undefined && !hasPlace(document, path))) return []
    return [
      {
        id: comment._id,
        document: id,
        ...(path === undefined ? {} : {path}),
        at: textAt(comment, '_createdAt') ?? '',
      },
    ]
  })
}

/** `body[_key=="a"].children[_key=="b"].text` → names and keys. */
const STEP = /\[_key\s*==\s*"([^"]*)"\]|[^.[\]]+/g

/** False where an item of a list that the path names is not there any more. */
function hasPlace(document: PieceDocument, path: string): boolean {
  let value: unknown = document
  for (const [name, key] of path.matchAll(STEP)) {
    if (key === undefined) value = at(value, [name])
    else if (Array.isArray(value)) {
      value = value.find((item) => textAt(item, '_key') === key)
      if (value === undefined) return false
    }
  }
  return true
}
