// An entry of the log as one actor may see it: what they may not read does not exist for them.
import type {Grants} from '../grants.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'

/** One change with its sides cut down to what the actor may read. */
export interface VisibleChange {
  previous: LakeDocument | null
  result: LakeDocument | null
}

/** Answers in the order of `entry.changes`. */
export type View = (actor: Actor) => readonly VisibleChange[]

/**
 * Grants are asked once per actor and entry, however many streams the actor holds: a studio tab
 * alone opens eight.
 *
 * @param isReferenced for grants that count only while something published refers to the document
 */
export function createView(
  entry: LoggedEntry,
  grants: Grants,
  isReferenced?: (dataset: string, id: string) => boolean,
): View {
  const known = new Map<string, VisibleChange[]>()
  const referenced = isReferenced && ((id: string) => isReferenced(entry.dataset, id))
  return (actor) => {
    const key = JSON.stringify([actor.kind, actor.id, actor.roles])
    const seen = known.get(key)
    if (seen) return seen
    const readable = (document: LakeDocument | null): LakeDocument | null =>
      document && grants.permits(actor, 'read', document, referenced) ? document : null
    const changes = entry.changes.map(({previous, result}) => ({
      previous: readable(previous),
      result: readable(result),
    }))
    known.set(key, changes)
    return changes
  }
}
