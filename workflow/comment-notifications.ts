// Who gets a notification about comments and tasks: mentioned people, assignees, and the people who
// answer for a piece that gets a comment after its approval.
import {titleOf} from '../model/registry.ts'
import {draftIdOf} from '../model/ids.ts'
import {at, textAt} from './checks/reading.ts'
import {fixedKey} from './perform/review.ts'
import type {Person} from './perform/types.ts'
import type {PieceDocument} from './piece.ts'
import {asReview, type Notification, reviewIdOf} from '../model/records.ts'

/** The types of the documents in the comments' dataset. */
export const COMMENT_TYPES = ['comment', 'tasks.task']

/** Who has no inbox reads no notifications. */
const WITH_INBOX = ['journalist', 'photoEditor', 'editor', 'administrator']

export interface CommentContext {
  /** Accounts that are in use, with their names. */
  people: readonly (Person & {name: string})[]
  /** The account that wrote the document last. */
  writtenBy: string
  /** A document of the content by its exact id. */
  read: (id: string) => PieceDocument | null
  /** A comment or a task by its id. */
  readComment: (id: string) => PieceDocument | null
}

/**
 * Every notification that a comment or a task gives rise to as it is now. Their ids are the same
 * whenever that is asked, so that nobody is told twice.
 */
export function notificationsOf(document: PieceDocument, context: CommentContext): Notification[] {
  const people = new Map(context.people.map((person) => [person.id, person]))
  const make = (
    kind: Notification['kind'],
    recipient: string | undefined,
    by: string,
    body: unknown,
  ): Notification[] => {
    const roles = people.get(recipient ?? '')?.roles ?? []
    if (!recipient || recipient === by || !roles.some((role) => WITH_INBOX.includes(role))) {
      return []
    }
    const note = plainText(body, (id) => people.get(id)?.name ?? 'somebody')
    return [
      {
        _id: `notification.${fixedKey(kind, document._id, recipient)}`,
        _type: 'notification',
        recipient,
        kind,
        ...aboutOf(document, context),
        ...(note ? {note} : {}),
        by,
        byName: people.get(by)?.name ?? 'Somebody',
        at: textAt(document, 'lastEditedAt') ?? textAt(document, '_createdAt') ?? '',
      },
    ]
  }
  const author = textAt(document, 'authorId') ?? ''
  if (document._type === 'comment') {
    const message = document['message']
    return [
      ...mentionsIn(message).flatMap((id) => make('mentioned', id, author, message)),
      ...answerableFor(document, context).flatMap((id) => make('commented', id, author, message)),
    ]
  }
  if (document._type !== 'tasks.task' || !textAt(document, 'createdByUser')) return []
  const assignee = textAt(document, 'assignedTo')
  const by = context.writtenBy === assignee ? author : context.writtenBy
  const description = document['description']
  return [
    ...(document['status'] === 'closed' ? [] : make('task', assignee, by, description)),
    ...mentionsIn(description)
      .filter((id) => id !== assignee)
      .flatMap((id) => make('mentioned', id, author, description)),
  ]
}

/** The approver of a piece and the person who scheduled it get later comments. */
function answerableFor(comment: PieceDocument, {read}: CommentContext): string[] {
  const subject = textAt(comment, 'target', 'document', '_ref')
  const review = subject ? asReview(read(reviewIdOf(subject))) : null
  if (!review?.approval || !['approved', 'scheduled'].includes(review.stage)) return []
  if (comment['status'] === 'resolved' || textAt(comment, 'parentCommentId')) return []
  const writtenAt = Date.parse(textAt(comment, '_createdAt') ?? '')
  if (!(writtenAt > Date.parse(review.approval.at))) return []
  const mentioned = mentionsIn(comment['message'])
  const ids = [review.approval.by, review.schedule?.by].filter((id) => id !== undefined)
  return [...new Set(ids)].filter((id) => !mentioned.includes(id))
}

/** Where it leads: to the document, to the comment beside it, or to the task. */
function aboutOf(
  document: PieceDocument,
  {read, readComment}: CommentContext,
): Pick<Notification, 'subject' | 'subjectType' | 'comment' | 'task' | 'headline'> {
  const onTask = textAt(document, 'target', 'documentType') === 'tasks.task'
  const subjectOfComment = onTask
    ? readComment(textAt(document, 'target', 'document', '_ref') ?? '')
    : document
  const id = textAt(subjectOfComment, 'target', 'document', '_ref')
  const subject = id === undefined ? null : (read(draftIdOf(id)) ?? read(id))
  const isTask = subjectOfComment?._type === 'tasks.task'
  const headline = isTask ? textAt(subjectOfComment, 'title') : nameOf(subject)
  return {
    ...(id && subject
      ? {subject: {_type: 'reference', _ref: id, _weak: true}, subjectType: subject._type}
      : {}),
    ...(isTask && subjectOfComment ? {task: subjectOfComment._id} : {comment: document._id}),
    ...(headline ? {headline} : {}),
  }
}

const LONGEST_NAME = 200

function nameOf(document: PieceDocument | null): string | undefined {
  const name = titleOf(document)
  return name && name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)} …` : name
}

/** Accounts that a text in the studio's notation mentions, each once. */
function mentionsIn(text: unknown): string[] {
  const found = spansOf(text).flatMap((span) =>
    textAt(span, '_type') === 'mention' ? (textAt(span, 'userId') ?? []) : [],
  )
  return [...new Set(found)]
}

const LONGEST_NOTE = 500

function plainText(text: unknown, nameOfPerson: (id: string) => string): string {
  const blocks = Array.isArray(text) ? text : []
  const lines = blocks.map((block) =>
    spansOf([block])
      .map((span) =>
        textAt(span, '_type') === 'mention'
          ? `@${nameOfPerson(textAt(span, 'userId') ?? '')}`
          : wordsOf(span),
      )
      .join('')
      .trim(),
  )
  const whole = lines.join('\n').trim()
  return whole.length > LONGEST_NOTE ? `${whole.slice(0, LONGEST_NOTE).trimEnd()} …` : whole
}

function wordsOf(span: unknown): string {
  const text = at(span, ['text'])
  return typeof text === 'string' ? text : ''
}

function spansOf(text: unknown): unknown[] {
  if (!Array.isArray(text)) return []
  return text.flatMap((block) => {
    const children = at(block, ['children'])
    return Array.isArray(children) ? (children as unknown[]) : []
  })
}
