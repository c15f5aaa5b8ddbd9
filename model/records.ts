// What the server keeps about a piece: the documents that no person writes, and their ids.
import type {Reason} from '@copydesk/lake/types'
import {typesOfKind} from './registry.ts'
import {publishedIdOf} from './ids.ts'
import type {Stage, State} from './stages.ts'

/** Types that only the server writes. A notification's owner marks it read. */
export const RECORD_TYPES: readonly string[] = typesOfKind('record').filter(
  (type) => type !== 'notification',
)

/** Who acted, as they were called then: names outlive accounts. */
export type Signature = {
  by: string
  byName: string
  /** ISO 8601 */
  at: string
}

export type Override = {
  /** The reason's code that is overridden, such as `quoteUnverified`. */
  code: string
  /** The document that the reason is about. */
  document?: string
  reason: string
}

/** The content of an author whom readers had never seen. */
export type AuthorHash = {_key: string; id: string; hash: string}

/** What somebody has seen of a piece (`workflow/coverage.ts`). */
export type Coverage = {
  /** Content hash of the whole piece. */
  hash: string
  /** Authors whom readers had never seen: they were part of the piece. */
  authors?: AuthorHash[]
}

export type Approval = Signature & Coverage & {overrides?: Override[]}

/** The last publication: what was approved, and by whom. It is renewed when a part of it is amended. */
export type Publication = Signature &
  Coverage & {
    approvedBy: string
    approvedByName: string
    /** ISO 8601 */
    approvedAt: string
  }

export type Submission = Signature & Coverage & {note?: string}

/** What a publication of a live piece says to its readers. */
export type PublicationKind = 'correction' | 'clarification' | 'update' | 'editorsNote' | 'minor'

export type CorrectionRequest = {
  type: PublicationKind
  /** What readers are told; for `minor` the reason, which only the newsroom sees. */
  readerNote: string
  wrongText?: string
  rightText?: string
}

export type Schedule = Signature & {
  /** ISO 8601: when it is to be published. */
  publishAt: string
  correction?: CorrectionRequest
  /** Said when it was planned: nobody is there when it is due. */
  overrides?: Override[]
}

export type Legal = Signature & {
  state: 'required' | 'cleared'
  note?: string
}

export type Assignment = Signature & {
  /** Account id. */
  assignee: string
  /** ISO 8601 */
  dueAt?: string
}

/** A reason against an action. `document` is the published ID of the document that has to change. */
export type ReviewReason = Reason

/** One line of the history that the article shows. */
export type HistoryEntry = Signature & {
  _key: string
  act: string
  from: State
  to: State
  note?: string
  /** ISO 8601, of a publication that the timer performed: when it was due. */
  dueAt?: string
}

/** `review.<articleId>` (or of a photo, quote or source that live articles use). */
export type Review = {
  _id: string
  _type: 'review'
  /** Weak: the article's published id. */
  subject: {_type: 'reference'; _ref: string; _weak: true}
  /** The type of a piece, or of a photo, quote or source. */
  subjectType: string
  stage: Stage
  /** Derived from stage and content in the transaction that changes either. */
  state: State
  /** There is an approval, but the content has changed. */
  lapsed: boolean
  submission?: Submission
  approval?: Approval
  publication?: Publication
  schedule?: Schedule
  /** A scheduled publication that could not take place, until the next act. */
  scheduleFailure?: {at: string; publishAt: string; reasons: ReviewReason[]}
  legal?: Legal
  embargoNote?: string
  assignment?: Assignment
  /** Accounts that changed anything of the piece since it was last submitted. */
  changedBy?: string[]
  /** Who began the draft: a withdrawn article goes back to them. */
  writer?: string
  /** The note of the last request for changes, until it is submitted again. */
  requestedChanges?: string
  history?: HistoryEntry[]
}

/** `correction-<articleId>-<number>`, public. */
export type Correction = {
  _id: string
  _type: 'correction'
  article: {_type: 'reference'; _ref: string; _weak: true}
  /** Counts from 1 within its article. */
  number: number
  type: 'correction' | 'clarification' | 'update' | 'editorsNote' | 'retraction'
  wrongText?: string
  rightText?: string
  readerNote: string
  revisionBefore?: string
  revisionAfter: string
  /** ISO 8601 */
  publishedAt: string
}

/** `notice-<articleId>-<number>`, public: the site answers 410 with it. */
export type Notice = {
  _id: string
  _type: 'notice'
  articleId: string
  slug: string
  /** The type of what was taken down; an article's notice has none. */
  subjectType?: string
  /** Earlier addresses of the article; they lead to the notice too. */
  previousSlugs?: string[]
  headline: string
  kind: 'withdrawn' | 'killed'
  readerNote: string
  /** ISO 8601 */
  at: string
}

/** `notification.<…>`: one line in one person's inbox. They may mark it read (`readAt`). */
export type Notification = {
  _id: string
  _type: 'notification'
  /** Account id. */
  recipient: string
  kind:
    | 'submitted'
    | 'changesRequested'
    | 'approved'
    | 'lapsed'
    | 'assigned'
    | 'scheduleFailed'
    | 'published'
    | 'withdrawn'
    | 'killed'
    | 'spiked'
    | 'discarded'
    | 'rightsEnding'
    | 'remark'
    | 'mentioned'
    | 'commented'
    | 'task'
    | 'frontCorrected'
  /** The piece that it happened to. Its type is `subjectType`; an article where that is absent. */
  article?: {_type: 'reference'; _ref: string; _weak: true}
  /** What was said in a comment or a task, beside any document or beside none. */
  subject?: {_type: 'reference'; _ref: string; _weak: true}
  subjectType?: string
  /** Ids in the dataset of the comments. */
  comment?: string
  task?: string
  /** The article's headline then. */
  headline?: string
  note?: string
  by: string
  byName: string
  /** ISO 8601 */
  at: string
  readAt?: string
  /** ISO 8601: when it was sent by e-mail. */
  mailedAt?: string
  /** What the mail server said when it refused the letter for good. */
  mailError?: string
}

/**
 * The document where it is a review. Only the server writes reviews, so the type is enough to know the
 * shape.
 */
export const asReview = (document: {_type: string} | null | undefined): Review | null =>
  isReview(document) ? document : null
const isReview = (document: {_type: string} | null | undefined): document is Review =>
  document?._type === 'review'

/** Whether a document is a correction, which only the server writes, too. */
export const isCorrection = (document: {_type: string} | null): document is Correction =>
  document?._type === 'correction'

export const reviewIdOf = (subjectId: string): string => `review.${subjectId}`
/** The piece as it was when it was approved, or submitted, to show what has changed since. */
export const snapshotIdOf = (articleId: string, when: 'approved' | 'submitted'): string =>
  when === 'approved' ? `snapshot.${articleId}` : `snapshot.${articleId}.submitted`
export const correctionIdOf = (articleId: string, number: number): string =>
  `correction-${articleId}-${number}`
export const noticeIdOf = (articleId: string, number: number): string =>
  `notice-${articleId}-${number}`

/** Whether only the server writes a document, by its ID or its type. */
export function isRecord({_id, _type}: {_id: string; _type: string}): boolean {
  const id = publishedIdOf(_id)
  return (
    /^(review|override|ledger|snapshot|link|remark)\./.test(id) ||
    /^(correction|notice)-.+-\d+$/.test(id) ||
    RECORD_TYPES.includes(_type)
  )
}
