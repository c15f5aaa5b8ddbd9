// Assigns one piece or several to a person, by one editorial action each, and returns each refusal.
import type {EditorialActionRequest} from '../../../model/editorial-actions.ts'

export interface AssignmentPlan {
  /** Account ID; null removes the assignment. */
  assignee: string | null
  /** ISO 8601 */
  dueAt: string | null
}

export interface AssignFailure {
  id: string
  message: string
}

/**
 * One after the other: a refusal does not stop the others.
 *
 * @param onProgress called with the number of finished pieces
 */
export async function assignPieces(
  ids: readonly string[],
  {assignee, dueAt}: AssignmentPlan,
  perform: (request: EditorialActionRequest) => Promise<void>,
  onProgress: (done: number) => void,
): Promise<AssignFailure[]> {
  const failures: AssignFailure[] = []
  for (const [index, articleId] of ids.entries()) {
    try {
      await perform({act: 'assign', articleId, assignee, dueAt: assignee === null ? null : dueAt})
    } catch (error) {
      failures.push({id: articleId, message: messageOf(error as Error)})
    }
    onProgress(index + 1)
  }
  return failures
}

function messageOf(error: Error & {reasons?: {message: string}[]}): string {
  const reasons = error.reasons?.map(({message}) => message) ?? []
  return reasons.length > 0 ? reasons.join(' ') : error.message
}
