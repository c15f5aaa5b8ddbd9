// What forbids publishing a release: each article in it is compared with what was approved.
import {isMemberType, isPieceType} from '../../model/registry.ts'
import {readsTheSame} from '../canonical-json.ts'
import {check} from '../check.ts'
import {checkNotRead} from '../checks/member.ts'
import {error} from '../checks/reason.ts'
import {gatherPiece, liveArticlesUsing, type GatheredPiece} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import {asStaged, type Staged} from '../staged.ts'
import type {RuleInput} from './types.ts'

/** The articles of a release, each with what it reaches. */
export function stagedPieces(staged: Staged, input: RuleInput): GatheredPiece[] {
  const look = asStaged(staged, input)
  const commentsOn = (id: string): PieceDocument[] => input.attached?.('comment', id) ?? []
  return [...staged.documents]
    .filter(([, document]) => isPieceType(document?._type))
    .map(([id]) => gatherPiece(id, look, input.referrers, commentsOn).piece)
}

export function holdRelease(
  staged: Staged,
  pieces: readonly GatheredPiece[],
  input: RuleInput,
): ReviewReason[] {
  const {act, publishAt} = staged
  const request = publishAt === undefined ? {} : {publishAt}
  const refused = pieces.flatMap((piece) =>
    rewordForRelease(
      check({...piece, act, request}, input.actor, input.now).filter(
        ({severity}) => severity === 'error',
      ),
    ),
  )
  // What is published is looked at by itself; what is planned is not there to be looked at.
  return act === 'publish' ? refused : [...refused, ...lookAhead(staged, input)]
}

/** The conditions of editorial actions, worded for a release. */
function rewordForRelease(reasons: readonly ReviewReason[]): ReviewReason[] {
  const isTorn = reasons.some(({code}) => code === 'referenceMissing')
  return (
    reasons
      // Without a part it is another piece than the one that was approved: that needs no saying.
      .filter(({code}) => !(isTorn && code === 'approvalLapsed'))
      .map((reason) => {
        const say = IN_RELEASES[reason.code]
        return say ? {...reason, message: say(reason.message)} : reason
      })
  )
}

const IN_RELEASES: Record<string, (message: string) => string> = {
  approvalLapsed: () =>
    'What the release would publish is not what was approved: the article’s version, or that of a photo, a quote or a source, was changed.',
  kindMissing: () =>
    'Readers have seen this piece. Publish its changes by the editorial action “publish”, which tells them, and not by a release.',
  referenceMissing: (message) =>
    `The piece brings something along that was never published and is not in the release (${/\(([^()]*)\)/.exec(message)?.[1] ?? ''}). Add it.`,
}

function lookAhead(staged: Staged, {read, referrers}: RuleInput): ReviewReason[] {
  return [...staged.documents].flatMap(([id, document]) => {
    const published = read(id)
    if (!published) return []
    if (isPieceType(published._type) && !document)
      return [error('actRequired', {document: id}, TAKE_DOWN)]
    if (!isMemberType(published._type)) return []
    if (document && readsTheSame(published, document)) return []
    return checkNotRead(id, liveArticlesUsing(id, read, referrers))
  })
}

export const TAKE_DOWN =
  'A published piece is withdrawn or killed by an editorial action, with a notice to its readers.'
