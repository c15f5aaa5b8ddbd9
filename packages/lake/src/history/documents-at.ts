// Earlier documents: at a revision, at a time, or just before they were deleted.
import {isUnpublishedId, publishedIdOf} from '@copydesk/groq/documents'
import type {LogTable} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'
import {createPastVisibility, type VisibilityDeps} from './past-visibility.ts'
import {walkBack, type PastChange} from './walk-back.ts'

export interface DocumentsAtDeps extends VisibilityDeps {
  log: Pick<LogTable, 'find'>
}

/** `last`: the current document, or the last revision of a deleted one. */
export type Moment = {revision: string} | {time: number} | 'now' | 'last'

export interface DocumentsAtRequest {
  dataset: string
  ids: readonly string[]
  actor: Actor
  moment: Moment
}

export interface DocumentsAt {
  documents: LakeDocument[]
  omitted: {id: string; reason: 'existence' | 'permission'}[]
}

/**
 * In the order of the IDs. A revision means the whole dataset after that transaction. So a document
 * that it did not change has its own earlier revision.
 */
export async function documentsAt(
  deps: DocumentsAtDeps,
  {dataset, ids, actor, moment}: DocumentsAtRequest,
): Promise<DocumentsAt> {
  const visibility = createPastVisibility(deps, {dataset, actor})
  const isThen = comparison(deps, dataset, moment)
  const answer: DocumentsAt = {documents: [], omitted: []}
  for (const id of ids) {
    const found = await find(id)
    const mayKnow = visibility.opens(id)
    if (found && mayKnow && visibility.sees(found)) answer.documents.push(found)
    else answer.omitted.push({id, reason: found ? 'permission' : 'existence'})
  }
  return answer

  async function find(id: string): Promise<LakeDocument | null> {
    if (moment === 'now') return deps.documents.get(dataset, id)
    if (moment === 'last') return wentOn(deps, dataset, id, ids) ? null : visibility.latest(id)
    if (!isThen) return null
    let oldest = deps.documents.get(dataset, id)
    for await (const change of walkBack(deps, {dataset, id})) {
      if (isThen(change)) return change.result
      oldest = change.previous
    }
    // If the log has no creation, the document is older than the log.
    return oldest
  }
}

/** Tests whether a change had happened by then; null for a revision that is not in the log. */
function comparison(
  {log}: DocumentsAtDeps,
  dataset: string,
  moment: Moment,
): ((change: PastChange) => boolean) | null {
  if (typeof moment === 'string') return null
  if ('time' in moment) return ({timestamp}) => Date.parse(timestamp) <= moment.time
  const found = log.find(dataset, moment.revision)
  return found && (({position}) => position <= found.position)
}

/**
 * For a deleted document, the studio prefers the draft's last state to the published one's
 * (`createHistoryStore.ts`). A draft that was published long before the deletion would restore an
 * old text. So if both are requested, the lake leaves out the older one.
 */
function wentOn(
  {documents, history}: DocumentsAtDeps,
  dataset: string,
  id: string,
  ids: readonly string[],
): boolean {
  if (!isUnpublishedId(id) || documents.get(dataset, id)) return false
  const published = publishedIdOf(id)
  if (!ids.includes(published)) return false
  const position = (one: string): number =>
    history.lastChange(dataset, one, Number.MAX_SAFE_INTEGER)?.position ?? 0
  return documents.get(dataset, published) !== null || position(published) > position(id)
}
