// Documents that repeat a purged one: comments, notifications about these, the newsroom's copies, and ledger entries in
// words.
import type {Erasure} from '@copydesk/lake/store'
import {reviewIdOf, snapshotIdOf} from '../../../model/records.ts'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'

export interface RelatedDocuments {
  content: string[]
  /** Of the dataset of the comments. */
  comments: string[]
}

const member = (name: string, id: string): string => `"${name}":${JSON.stringify(id)}`

/** The related documents of a content document, by its published ID. */
export function relatedDocuments(erasing: Erasure, id: string): RelatedDocuments {
  const comments = commentsAbout(erasing, [member('_ref', id)])
  const own = [reviewIdOf(id), snapshotIdOf(id, 'submitted'), snapshotIdOf(id, 'approved')]
  // A piece as it was submitted or approved is kept as text.
  const asText = JSON.stringify(member('_id', id)).slice(1, -1)
  const about = ['link.*', 'remark.*', 'ledger.order.*'].flatMap((ids) =>
    erasing.holding(DATASET, ids, [member('_ref', id)]),
  )
  const content = [
    ...own.flatMap((one) => erasing.copiesOf(DATASET, one)),
    ...erasing.holding(DATASET, 'snapshot.*', [asText]),
    ...about,
    ...notificationsAbout(erasing, [member('_ref', id), ...membersNaming(comments)]),
  ]
  return {content: [...new Set(content)].toSorted(), comments}
}

/** The related documents of comments and tasks. */
export function relatedToComments(erasing: Erasure, ids: readonly string[]): RelatedDocuments {
  const comments = [
    ...new Set([...ids, ...commentsAbout(erasing, ids.flatMap(repliesTo))]),
  ].toSorted()
  return {content: notificationsAbout(erasing, membersNaming(comments)), comments}
}

/** Comments and tasks with one of these members, comments on such tasks, and replies. */
function commentsAbout(erasing: Erasure, pieces: readonly string[]): string[] {
  const found = new Set<string>()
  for (let look = pieces; look.length > 0;) {
    const more = erasing.holding(COMMENTS_DATASET, '*', look).filter((id) => !found.has(id))
    for (const id of more) found.add(id)
    look = more.flatMap(repliesTo)
  }
  return [...found].toSorted()
}

const repliesTo = (id: string): string[] => [member('_ref', id), member('parentCommentId', id)]

/** Notifications: they repeat a headline, or the text of a comment. */
const notificationsAbout = (erasing: Erasure, pieces: readonly string[]): string[] =>
  erasing.holding(DATASET, 'notification.*', pieces)

const membersNaming = (comments: readonly string[]): string[] =>
  comments.flatMap((id) => [member('comment', id), member('task', id)])
