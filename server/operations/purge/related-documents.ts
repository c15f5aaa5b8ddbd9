// What repeats what is purged: what was said of it, what inboxes tell of that, and the newsroom's copies.
import type {Erasing} from '@copydesk/lake/store'
import {reviewIdOf, snapshotIdOf} from '../../../model/records.ts'
import {COMMENTS_DATASET, DATASET} from '../../newsroom-lake.ts'

export interface Along {
  content: string[]
  /** Of the dataset of the comments. */
  talk: string[]
}

const member = (name: string, id: string): string => `"${name}":${JSON.stringify(id)}`

/** With a document of the content, named by its published id. */
export function goesAlong(erasing: Erasing, id: string): Along {
  const talk = talkAbout(erasing, [member('_ref', id)])
  const own = [reviewIdOf(id), snapshotIdOf(id, 'submitted'), snapshotIdOf(id, 'approved')]
  // A piece as it was submitted or approved is kept as text.
  const asText = JSON.stringify(member('_id', id)).slice(1, -1)
  const about = ['link.*', 'remark.*'].flatMap((ids) =>
    erasing.holding(DATASET, ids, [member('_ref', id)]),
  )
  const content = [
    ...own.flatMap((one) => erasing.copiesOf(DATASET, one)),
    ...erasing.holding(DATASET, 'snapshot.*', [asText]),
    ...about,
    ...toldOf(erasing, [member('_ref', id), ...namesOf(talk)]),
  ]
  return {content: [...new Set(content)].toSorted(), talk}
}

/** With comments and tasks themselves. */
export function goesAlongTalk(erasing: Erasing, ids: readonly string[]): Along {
  const talk = [...new Set([...ids, ...talkAbout(erasing, ids.flatMap(answersTo))])].toSorted()
  return {content: toldOf(erasing, namesOf(talk)), talk}
}

/** Comments and tasks that hold one of these, the comments on such tasks, and what was answered. */
function talkAbout(erasing: Erasing, pieces: readonly string[]): string[] {
  const found = new Set<string>()
  for (let look = pieces; look.length > 0;) {
    const more = erasing.holding(COMMENTS_DATASET, '*', look).filter((id) => !found.has(id))
    for (const id of more) found.add(id)
    look = more.flatMap(answersTo)
  }
  return [...found].toSorted()
}

const answersTo = (id: string): string[] => [member('_ref', id), member('parentCommentId', id)]

/** Lines in inboxes: they repeat a headline, or the words of a comment. */
const toldOf = (erasing: Erasing, pieces: readonly string[]): string[] =>
  erasing.holding(DATASET, 'notification.*', pieces)

const namesOf = (talk: readonly string[]): string[] =>
  talk.flatMap((id) => [member('comment', id), member('task', id)])
