// What an author needs before readers may see them.
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {nameOf, textAt} from './reading.ts'
import {error, warning} from './reason.ts'

/** For an author who comes out with a piece: the fields that the form requires. */
export function checkAuthor(author: PieceDocument): ReviewReason[] {
  const name = nameOf(author)
  const reasons: ReviewReason[] = []
  if (!textAt(author, 'name')) {
    reasons.push(
      error(
        'authorNameMissing',
        {document: author, path: 'name'},
        'An author of this piece has no name.',
      ),
    )
  }
  if (!textAt(author, 'slug', 'current')) {
    reasons.push(
      error(
        'authorSlugMissing',
        {document: author, path: 'slug'},
        `The author ${name} has no web address.`,
      ),
    )
  }
  if (!textAt(author, 'status')) {
    reasons.push(
      error(
        'authorStatusMissing',
        {document: author, path: 'status'},
        `How does the author ${name} work for us?`,
      ),
    )
  }
  if (!textAt(author, 'bio')) {
    reasons.push(
      warning(
        'authorBioMissing',
        {document: author, path: 'bio'},
        `Readers want to know who ${name} is: the author has no short biography.`,
      ),
    )
  }
  return reasons
}
