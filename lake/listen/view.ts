// An entry of the log as one actor may see it: what they may not read does not exist for them.
import type {Grants} from '../grants.ts'
import {targetsOf} from '../references.ts'
import {createStoredSight, type Stored} from '../sight.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'

/** One change with its sides cut down to what the actor may read. */
export interface VisibleChange {
  previous: LakeDocument | null
  result: LakeDocument | null
}

/** Answers in the order of `entry.changes`. */
export type View = (actor: Actor) => readonly VisibleChange[]

type Side = keyof VisibleChange

/**
 * Grants are asked once per actor and entry, however many streams the actor holds: a studio tab
 * alone opens eight.
 *
 * @param stored the dataset as it is now: grants can hang on documents that the entry left alone
 */
export function createView(entry: LoggedEntry, grants: Grants, stored: Stored): View {
  const known = new Map<string, VisibleChange[]>()
  const around = {previous: asOf(entry, 'previous', stored), result: asOf(entry, 'result', stored)}
  return (actor) => {
    const key = JSON.stringify([actor.kind, actor.id, actor.roles])
    const seen = known.get(key)
    if (seen) return seen
    const reader = (side: Side) => {
      const holds = createStoredSight(grants, actor, around[side])
      return (document: LakeDocument | null): LakeDocument | null =>
        document && grants.permits(actor, 'read', document, holds) ? document : null
    }
    const before = reader('previous')
    const after = reader('result')
    const changes = entry.changes.map(({previous, result}) => ({
      previous: before(previous),
      result: after(result),
    }))
    known.set(key, changes)
    return changes
  }
}

/**
 * The documents before or after the entry: what it touched as it was then, all else as it is now. Who
 * resumes is told nothing that is hidden by now.
 */
function asOf(entry: LoggedEntry, side: Side, stored: Stored): Stored {
  const touched = new Map(entry.changes.map((change) => [change.id, change[side]]))
  let sources: Map<string, string[]> | undefined
  const touchedReferrers = (id: string): string[] => {
    if (!sources) {
      sources = new Map()
      for (const [source, document] of touched) {
        for (const target of document ? targetsOf(document) : []) {
          const known = sources.get(target)
          if (known) known.push(source)
          else sources.set(target, [source])
        }
      }
    }
    return sources.get(id) ?? []
  }
  return {
    get(id) {
      const document = touched.get(id)
      return document === undefined ? stored.get(id) : document
    },
    referencing: (id) => [
      ...[...stored.referencing(id)].filter((source) => !touched.has(source)),
      ...touchedReferrers(id),
    ],
  }
}
