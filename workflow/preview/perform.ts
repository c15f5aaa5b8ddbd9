// Sharing a preview, taking it back, remarking on it: each one transaction, as the acts on a piece are.
import {ACTS} from '../acts.ts'
import {STATE_WORDS} from '../checks/process.ts'
import {error} from '../checks/reason.ts'
import {standingOfPiece} from '../check.ts'
import {currentOf, gatherPiece, referrersOf} from '../gather.ts'
import {editorsOf, notify} from '../perform/notify.ts'
import {fixedKey, signature} from '../perform/review.ts'
import type {ActContext, ActMutation} from '../perform/types.ts'
import type {ReviewReason} from '../records.ts'
import {isOpen, linkIdOf, remarkIdOf, type PreviewLink, type PreviewRemark} from './records.ts'
import {checkText, LONGEST_DAYS, type PreviewRequest} from './requests.ts'

export interface PreviewEnvironment extends Omit<ActContext, 'piece'> {
  /** Ids of documents that refer to one. */
  referrers: (id: string) => string[]
}

type Done = {mutations: ActMutation[]} | {reasons: ReviewReason[]}
type RequestOf<Act extends PreviewRequest['act']> = PreviewRequest & {act: Act}

const DAY = 86_400_000
/** Of one link: enough for a lawyer, too few to fill a disk. */
const MOST_REMARKS = 200

/** Performs one of them on what `read` finds. */
export function performOnPreview(request: PreviewRequest, environment: PreviewEnvironment): Done {
  if (request.act === 'remark') return remark(request, environment)
  if (!environment.actor.roles.includes('editor')) {
    const document = request.act === 'sharePreview' ? request.articleId : request.linkId
    return refused(error('roleMissing', {document}, 'Previews are shared by an editor.'))
  }
  return request.act === 'sharePreview' ? share(request, environment) : revoke(request, environment)
}

const refused = (...reasons: ReviewReason[]): Done => ({reasons})

function share(
  {articleId, recipient, expiresAt}: RequestOf<'sharePreview'>,
  environment: PreviewEnvironment,
): Done {
  const {read, referrers, now, transactionId} = environment
  const {piece} = gatherPiece(articleId, read, referrers)
  const place = {document: articleId}
  if (currentOf(piece.article)?._type !== 'article') {
    return refused(error('noArticle', place, 'There is no such article.'))
  }
  const {state} = standingOfPiece(piece)
  const reasons = checkText(articleId, 'recipient', recipient, 'Say whom it is for.')
  if (!ACTS.assign.from.includes(state) && state !== 'scheduled') {
    reasons.push(error('wrongState', place, `Share preview: the piece is ${STATE_WORDS[state]}.`))
  }
  const ahead = Date.parse(expiresAt) - Date.parse(now)
  if (!(ahead > 0 && ahead <= LONGEST_DAYS * DAY)) {
    const words = `Until when? At most ${LONGEST_DAYS} days from now.`
    reasons.push(error('expiryWrong', {...place, path: 'expiresAt'}, words))
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

function revoke({linkId}: RequestOf<'revokePreview'>, environment: PreviewEnvironment): Done {
  const found = environment.read(linkId)
  if (found?._type !== 'previewLink') {
    return refused(error('noLink', {document: linkId}, 'There is no such link.'))
  }
  const link = found as unknown as PreviewLink
  // Whoever takes it back a second time has what they wanted.
  if (link.revoked) return {mutations: []}
  const {_rev: _, _updatedAt: __, ...kept} = found
  return {mutations: [{createOrReplace: {...kept, revoked: signature(environment)}}]}
}

function remark(
  {text, name, revision}: RequestOf<'remark'>,
  environment: PreviewEnvironment,
): Done {
  const {actor, read, referrers, now, transactionId} = environment
  const found = actor.kind === 'guest' ? read(actor.id) : null
  if (found?._type !== 'previewLink' || !isOpen(found as unknown as PreviewLink, now)) {
    const words = 'Remarks are left by who looks at a preview through its link.'
    return refused(error('noLink', {document: actor.id}, words))
  }
  const link = found as unknown as PreviewLink
  const articleId = link.article._ref
  const before = referrersOf(link._id, referrers).filter(
    (id) => read(id)?._type === 'previewRemark',
  )
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
  const kept: PreviewRemark = {
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
  const context = {...environment, piece, actor: {...actor, name: kept.name}}
  return {
    mutations: [{create: {...kept}}, ...notify(context, 'remark', editorsFor(context, link), text)],
  }
}

/** The editor whose piece it is and who shared it; where neither works here any more, all of them. */
function editorsFor(
  {piece, people}: Pick<ActContext, 'piece' | 'people'>,
  link: PreviewLink,
): (string | undefined)[] {
  const editors = editorsOf({people})
  const theirs = [piece.review?.assignment?.assignee, link.by].filter(
    (id) => id !== undefined && editors.includes(id),
  )
  return theirs.length > 0 ? theirs : editors
}
