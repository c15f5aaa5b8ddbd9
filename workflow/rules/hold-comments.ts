// A rule: in comments and tasks everybody speaks for themselves. Colleagues' may be answered, reacted
// to, resolved, given to somebody and done; their words stay theirs.
import {canonicalJson} from '../canonical-json.ts'
import {at, textAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import type {PieceDocument} from '../piece.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {isRecord, type ReviewReason} from '../../model/records.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput} from './types.ts'

const TYPES = ['comment', 'tasks.task']

/** Fields that every reader of a comment or task may change (core/comments, core/tasks of the studio). */
const ANYBODYS: Record<string, readonly string[]> = {
  // The studio updates the selected text of comments while somebody types around it.
  comment: ['status', 'reactions', 'target'],
  'tasks.task': ['status', 'assignedTo', 'dueBy', 'subscribers', 'context', 'lastEditedAt'],
}
const STORED = ['_rev', '_updatedAt']
/** What makes it this comment, of this person, in this place. */
const FOR_GOOD = ['_type', 'authorId', 'parentCommentId', 'threadId', 'createdByUser']

export function holdComments(input: RuleInput): RuleAnswer {
  if (input.act !== undefined || imports(input)) return {}
  return {reasons: input.changes.flatMap((change) => holdOne(change, input))}
}

function holdOne(change: RuleChange, {actor, read}: RuleInput): ReviewReason[] {
  const {id, previous, result} = change
  if (!TYPES.includes(previous?._type ?? '') && !TYPES.includes(result?._type ?? '')) return []
  const refuse = (code: string, message: string): ReviewReason[] => [
    error(code, {document: id}, message),
  ]
  if (!result) {
    return previous && mayDelete(previous, actor.id, read)
      ? []
      : refuse('notYours', 'A colleague wrote this: it can be resolved, but not deleted.')
  }
  if (textAt(result, 'authorId') !== actor.id && !previous) {
    return refuse('notYours', 'Everybody comments in their own name.')
  }
  if (isConfidential(result)) {
    return refuse('confidential', 'What is confidential is not talked about here.')
  }
  if (
    result._type === 'comment' &&
    !['open', 'resolved'].includes(textAt(result, 'status') ?? '')
  ) {
    return refuse('commentMalformed', 'A comment is open or resolved.')
  }
  if (!onlyOwnReactionsDiffer(previous, result, actor.id)) {
    return refuse('notYours', 'Everybody reacts in their own name.')
  }
  if (!previous) return []
  const changed = fieldsChanged(previous, result)
  const isOwn = textAt(previous, 'authorId') === actor.id
  if (changed.some((name) => FOR_GOOD.includes(name) && !isFirst(previous, name))) {
    return refuse('notYours', 'Who wrote it, and what it answers, stays as it is.')
  }
  if (placeOf(previous) !== placeOf(result)) {
    return refuse('notYours', 'What it is about stays as it is.')
  }
  if (!isOwn && changed.some((name) => !ANYBODYS[previous._type]?.includes(name))) {
    return refuse('notYours', 'A colleague wrote this: you can answer, but not change their words.')
  }
  return []
}

/** A task is filled in after it came to be. */
const isFirst = (previous: PieceDocument, name: string): boolean =>
  name === 'createdByUser' && previous[name] === undefined

/** One's own; and what was answered to it, which no studio shows without it. */
function mayDelete(document: PieceDocument, actor: string, read: RuleInput['read']): boolean {
  if (textAt(document, 'authorId') === actor) return true
  const parent = textAt(document, 'parentCommentId')
  if (parent === undefined) return false
  const answered = read(parent)
  return answered === null || textAt(answered, 'authorId') === actor
}

/** More people read comments than what they would be about. */
function isConfidential(document: PieceDocument): boolean {
  const type = textAt(document, 'target', 'documentType') ?? ''
  const id = publishedIdOf(textAt(document, 'target', 'document', '_ref') ?? '')
  return id.startsWith('private.') || /^private[A-Z]/.test(type) || isRecord({_id: id, _type: type})
}

/** The creator of a task may choose it again; of a comment only the selected text moves. */
function placeOf(document: PieceDocument): string {
  if (document._type !== 'comment') return ''
  const {path: _path, ...target} = (document['target'] ?? {}) as Record<string, unknown>
  const {selection: _selection, ...path} = (at(document, ['target', 'path']) ?? {}) as {
    [name: string]: unknown
  }
  return canonicalJson({target, path})
}

function fieldsChanged(previous: PieceDocument, result: PieceDocument): string[] {
  return [...new Set([...Object.keys(previous), ...Object.keys(result)])].filter(
    (name) =>
      !STORED.includes(name) && JSON.stringify(previous[name]) !== JSON.stringify(result[name]),
  )
}

function onlyOwnReactionsDiffer(
  previous: PieceDocument | null,
  result: PieceDocument,
  actor: string,
): boolean {
  const others = (document: PieceDocument | null): string => {
    const reactions: unknown = document?.['reactions'] ?? []
    if (!Array.isArray(reactions)) return ''
    return JSON.stringify(reactions.filter((one) => textAt(one, 'userId') !== actor))
  }
  return others(previous) === others(result)
}
