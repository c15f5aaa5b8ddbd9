// Syncs comments and tasks. They are in a dataset of their own and name the content dataset.
import {publishedIdOf} from '../../../model/ids.ts'
import {COMMENT_TYPES} from '../../../workflow/comment-notifications.ts'
import type {LakeConnection, SyncDocument} from './lake-connection.ts'
import type {Kind} from './scope.ts'

interface Subject {
  id: string
  /** The comment is about a task, which is in the same dataset. */
  isTask: boolean
}

function subjectOf({target}: SyncDocument): Subject | null {
  const {document, documentType} = (target ?? {}) as {
    document?: {_ref?: unknown}
    documentType?: unknown
  }
  const id = document?._ref
  return typeof id === 'string' ? {id, isTask: documentType === 'tasks.task'} : null
}

/**
 * Which of them move: those about what is there afterwards, and those about nothing. A comment quotes
 * what it is about.
 *
 * @param from where they come from; read once for the tasks
 */
export async function commentKinds(
  from: LakeConnection,
  isThere: (publishedId: string) => boolean,
): Promise<(document: SyncDocument) => Kind> {
  const subjects = new Map<string, string>()
  for await (const document of from.documents()) {
    const subject = document._type === 'tasks.task' ? subjectOf(document) : null
    if (subject) subjects.set(document._id, subject.id)
  }
  return (document) => {
    if (!COMMENT_TYPES.includes(document._type)) return 'bound'
    const subject = subjectOf(document)
    const about = subject?.isTask ? subjects.get(subject.id) : subject?.id
    return about === undefined || isThere(publishedIdOf(about)) ? 'comment' : 'commentElsewhere'
  }
}

type Place = Pick<LakeConnection, 'projectId' | 'dataset'>

/** The content that it names is the other side's. */
export function redirectReferences(from: Place, to: Place) {
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    if (typeof value !== 'object' || value === null) return value
    const copy = Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, change(member)]),
    )
    if (copy['_dataset'] !== from.dataset) return copy
    return {
      ...copy,
      _dataset: to.dataset,
      ...('_projectId' in copy ? {_projectId: to.projectId} : {}),
    }
  }
  return (document: SyncDocument): SyncDocument => change(document) as SyncDocument
}
