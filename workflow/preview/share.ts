// An editor makes a link for somebody without an account.
import {EDITORIAL_ACTIONS} from '../../model/editorial-actions.ts'
import {isPieceType} from '../../model/registry.ts'
import {STATES} from '../../model/stages.ts'
import {error} from '../checks/reason.ts'
import {standingOfPiece} from '../check.ts'
import {currentOf, gatherPiece} from '../gather.ts'
import {fixedKey, signature} from '../perform/review.ts'
import {linkIdOf, type PreviewLink} from './records.ts'
import {checkText, LONGEST_DAYS} from './requests.ts'
import type {Done, PreviewEnvironment, RequestOf} from './types.ts'

const DAY = 86_400_000

/** Of a piece that may still appear, or has. */
export function share(
  {articleId, recipient, expiresAt}: RequestOf<'sharePreview'>,
  environment: PreviewEnvironment,
): Done {
  const {read, referrers, now, transactionId} = environment
  const {piece} = gatherPiece(articleId, read, referrers)
  const place = {document: articleId}
  if (!isPieceType(currentOf(piece.root)?._type)) {
    return {reasons: [error('noArticle', place, 'There is no such piece.')]}
  }
  const {state} = standingOfPiece(piece)
  const reasons = checkText(articleId, 'recipient', recipient, 'Say whom it is for.')
  if (!EDITORIAL_ACTIONS.assign.from.includes(state) && state !== 'scheduled') {
    reasons.push(error('wrongState', place, `Share preview: the piece is ${STATES[state].phrase}.`))
  }
  const ahead = Date.parse(expiresAt) - Date.parse(now)
  if (!(ahead > 0 && ahead <= LONGEST_DAYS * DAY)) {
    const message = `Until when? At most ${LONGEST_DAYS} days from now.`
    reasons.push(error('expiryWrong', {...place, path: 'expiresAt'}, message))
  }
  if (reasons.length > 0) return {reasons}
  const link: PreviewLink = {
    _id: linkIdOf(fixedKey(transactionId, 'sharePreview', articleId)),
    _type: 'previewLink',
    article: {_type: 'reference', _ref: articleId, _weak: true},
    recipient,
    expiresAt: new Date(expiresAt).toISOString(),
    ...signature(environment),
  }
  return {mutations: [{create: {...link}}]}
}
