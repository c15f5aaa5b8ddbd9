// Somebody without an account says something about the article that they were shown.
import {textAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import {gatherPiece} from '../gather.ts'
import {editorsOf, notify} from '../perform/notify.ts'
import {fixedKey} from '../perform/review.ts'
import type {EditorialContext} from '../perform/types.ts'
import type {PieceDocument} from '../piece.ts'
import {isOpen, isPreviewLink, remarkIdOf, type PreviewLink, type PreviewRemark} from './records.ts'
import {remarksThrough} from './remarks-through.ts'
import {checkText} from './requests.ts'
import type {Done, PreviewEnvironment, RequestOf} from './types.ts'

/** Of one link: enough for a lawyer, too few to fill a disk. */
const MOST_REMARKS = 200
/** Of one link: faster than anybody writes by hand. */
const MOST_A_MINUTE = 10
const MINUTE = 60_000

/** Kept as it was written; the article's editor finds it in their inbox. */
export function remark(
  {text, name, revision}: RequestOf<'remark'>,
  environment: PreviewEnvironment,
): Done {
  const {actor, read, referrers, now, transactionId} = environment
  const link = actor.kind === 'shareToken' ? read(actor.id) : null
  if (!isPreviewLink(link) || !isOpen(link, now)) {
    const message = 'Only the holder of an open preview link can leave a remark.'
    return {reasons: [error('noLink', {document: actor.id}, message)]}
  }
  const articleId = link.article._ref
  const before = remarksThrough(link._id, environment)
  const reasons = [
    ...checkText(articleId, 'text', text, 'Write your remark first.'),
    ...(name ? checkText(articleId, 'name', name, '') : []),
    ...(before.length < MOST_REMARKS
      ? []
      : [
          error(
            'tooManyRemarks',
            {document: articleId},
            'No more remarks fit here. Ask the newsroom for a new link.',
          ),
        ]),
  ]
  if (reasons.length > 0) return {reasons}
  const earliest = earliestNext(before.map((id) => momentOf(read(id))))
  if (earliest !== undefined && earliest > Date.parse(now)) {
    const retryAfter = Math.ceil((earliest - Date.parse(now)) / 1000)
    const tooOften = `At most ${MOST_A_MINUTE} remarks are taken in a minute. Send this one again in ${retryAfter} seconds.`
    return {tooOften, retryAfter}
  }
  const remark: PreviewRemark = {
    _id: remarkIdOf(fixedKey(transactionId, 'remark', link._id)),
    _type: 'previewRemark',
    article: {_type: 'reference', _ref: articleId, _weak: true},
    link: {_type: 'reference', _ref: link._id, _weak: true},
    name: name ?? link.recipient,
    text,
    at: now,
    ...(revision ? {revision} : {}),
  }
  const {piece} = gatherPiece(articleId, read, referrers)
  const context = {...environment, piece, actor: {...actor, name: remark.name}}
  return {
    mutations: [
      {create: {...remark}},
      ...notify(context, 'remark', editorsFor(context, link), text),
    ],
  }
}

const momentOf = (remark: PieceDocument | null): number =>
  Date.parse(textAt(remark, 'at') ?? '') || 0

/** When the next remark can be taken: a minute after the tenth before it. */
function earliestNext(moments: readonly number[]): number | undefined {
  const tenth = moments.toSorted((a, b) => b - a)[MOST_A_MINUTE - 1]
  return tenth === undefined ? undefined : tenth + MINUTE
}

/** The editor whose piece it is and who shared it; where neither works here any more, all of them. */
function editorsFor(
  {piece, people}: Pick<EditorialContext, 'piece' | 'people'>,
  link: PreviewLink,
): (string | undefined)[] {
  const editors = editorsOf({people})
  const theirs = [piece.review?.assignment?.assignee, link.by].filter(
    (id) => id !== undefined && editors.includes(id),
  )
  return theirs.length > 0 ? theirs : editors
}
