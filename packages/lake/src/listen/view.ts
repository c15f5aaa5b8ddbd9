// An entry of the log as one actor may see it. Documents that the actor may not read are left out.
import type {Grants} from '../grants.ts'
import {targetsOf} from '../references.ts'
import {createStoredVisibility, isPublished, type Stored} from '../visibility.ts'
import type {LoggedChange, LoggedEntry} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'

/** One change. A side that the actor may not read is null. */
export interface VisibleChange {
  previous: LakeDocument | null
  result: LakeDocument | null
}

export interface View {
  /** In the order of `entry.changes`. */
  changes(actor: Actor): readonly VisibleChange[]
  /** Documents that the entry has not changed, but that it showed to the actor or hid from them. */
  turned(actor: Actor): readonly LakeDocument[]
  /** Whether a published document was written that the actor will see at a later time. */
  awaitsTime(actor: Actor): boolean
}

type Side = keyof VisibleChange
type Reader = (document: LakeDocument | null) => LakeDocument | null

interface Seen {
  changes: VisibleChange[]
  before: Reader
  after: Reader
}

interface Given {
  entry: LoggedEntry
  grants: Grants
  /** The dataset as it is now: grants can depend on documents that the entry has not changed. */
  stored: Stored
}

/**
 * Asks the grants at each call, because streams with the same query and rights share one
 * evaluation.
 */
export function createView(entry: LoggedEntry, grants: Grants, stored: Stored): View {
  const around = {previous: asOf(entry, 'previous', stored), result: asOf(entry, 'result', stored)}

  const seenBy = (actor: Actor): Seen => {
    const reader = (side: Side): Reader => {
      const holds = createStoredVisibility(grants, actor, around[side])
      return (document) =>
        document && grants.permits(actor, 'read', document, holds) ? document : null
    }
    const before = reader('previous')
    const after = reader('result')
    const changes = entry.changes.map(({previous, result}) => ({
      previous: before(previous),
      result: after(result),
    }))
    return {changes, before, after}
  }

  return {
    changes: (actor) => seenBy(actor).changes,
    turned: (actor) => findTurned({entry, grants, stored}, actor, seenBy(actor)),
    awaitsTime: (actor) =>
      entry.changes.some(
        ({id, result}) =>
          result && isPublished(id) && grants.decide(actor, 'read', result).dependsOnTime,
      ),
  }
}

/** Goes from documents that appeared, disappeared or have other references to those that depend on them. */
function findTurned(
  {entry, grants, stored}: Given,
  actor: Actor,
  {changes, before, after}: Seen,
): LakeDocument[] {
  const turned: LakeDocument[] = []
  const around = new Set<string>()
  const changed = new Set(entry.changes.map(({id}) => id))
  entry.changes.forEach((change, index) => {
    const seen = changes[index]
    if (!seen || !isPublished(change.id)) return
    const appears =
      (seen.previous === null) !== (seen.result === null) ||
      ownVisibility(grants, actor, change.previous) !== ownVisibility(grants, actor, change.result)
    for (const id of dependentTargets(change, appears)) around.add(id)
    if (appears) for (const id of stored.referencing(change.id)) around.add(id)
  })
  for (const id of around) {
    if (changed.has(id) || !isPublished(id)) continue
    const document = stored.get(id)
    if (!document || grants.decide(actor, 'read', document).conditions.length === 0) continue
    if ((before(document) === null) === (after(document) === null)) continue
    turned.push(document)
    for (const target of targetsOf(document)) around.add(target)
    for (const referrer of stored.referencing(id)) around.add(referrer)
  }
  return turned
}

/** Whether the document is visible by its own values. The visibility of others can depend on it. */
function ownVisibility(grants: Grants, actor: Actor, document: LakeDocument | null): string {
  if (!document) return ''
  const {permitted, conditions} = grants.decide(actor, 'read', document)
  return permitted ? 'permitted' : `hidden unless ${conditions.join()}`
}

/** The documents that a changed one refers to, before or after. If it was visible on both sides: only those on one. */
function dependentTargets({previous, result}: LoggedChange, appears: boolean): Set<string> {
  const [before, after] = [previous, result].map((side) =>
    side ? targetsOf(side) : new Set<string>(),
  ) as [Set<string>, Set<string>]
  return appears ? before.union(after) : before.symmetricDifference(after)
}

/**
 * The dataset before or after the entry. Documents that the entry has changed are as they were then, all others as
 * they are now: a client that resumes gets nothing that is hidden now.
 */
function asOf(entry: LoggedEntry, side: Side, stored: Stored): Stored {
  const changed = new Map(entry.changes.map((change) => [change.id, change[side]]))
  let sources: Map<string, string[]> | undefined
  const changedReferrers = (id: string): string[] => {
    if (!sources) {
      sources = new Map()
      for (const [source, document] of changed) {
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
      const document = changed.get(id)
      return document === undefined ? stored.get(id) : document
    },
    referencing: (id) => [
      ...[...stored.referencing(id)].filter((source) => !changed.has(source)),
      ...changedReferrers(id),
    ],
  }
}
