// An entry of the log as one actor may see it: what they may not read does not exist for them.
import type {Grants} from '../grants.ts'
import {targetsOf} from '../references.ts'
import {createStoredVisibility, isPublished, type Stored} from '../visibility.ts'
import type {LoggedChange, LoggedEntry} from '../store/log.ts'
import type {Actor, LakeDocument} from '../types.ts'

/** One change with its sides cut down to what the actor may read. */
export interface VisibleChange {
  previous: LakeDocument | null
  result: LakeDocument | null
}

export interface View {
  /** In the order of `entry.changes`. */
  changes(actor: Actor): readonly VisibleChange[]
  /** Documents that the entry left alone and that the actor sees since, or sees no more. */
  turned(actor: Actor): readonly LakeDocument[]
  /** Whether something published was written that the actor comes to see as time goes by. */
  awaitsTime(actor: Actor): boolean
}

type Side = keyof VisibleChange
type Reader = (document: LakeDocument | null) => LakeDocument | null

interface Seen {
  changes: VisibleChange[]
  before: Reader
  after: Reader
  turned?: LakeDocument[]
}

/**
 * Grants are asked once per audience and entry, however many streams it holds: a studio tab alone
 * opens eight, and people with the same roles see the same.
 *
 * @param stored the dataset as it is now: grants can hang on documents that the entry left alone
 */
export function createView(entry: LoggedEntry, grants: Grants, stored: Stored): View {
  const known = new Map<string, Seen>()
  const around = {previous: asOf(entry, 'previous', stored), result: asOf(entry, 'result', stored)}

  const seenBy = (actor: Actor): Seen => {
    const audience = grants.audienceOf(actor)
    const seen = known.get(audience)
    if (seen) return seen
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
    const made: Seen = {changes, before, after}
    known.set(audience, made)
    return made
  }

  /** What a document says by itself of whether it is seen, which others may hang on. */
  const sayOf = (actor: Actor, document: LakeDocument | null): string => {
    if (!document) return ''
    const {permitted, conditions} = grants.decide(actor, 'read', document)
    return permitted ? 'permitted' : `hidden unless ${conditions.join()}`
  }

  /** Goes from what appeared, disappeared or refers to other documents now to what hangs on it. */
  const findTurned = (actor: Actor, {changes, before, after}: Seen): LakeDocument[] => {
    const turned: LakeDocument[] = []
    const around = new Set<string>()
    const touched = new Set(entry.changes.map(({id}) => id))
    entry.changes.forEach((change, index) => {
      const seen = changes[index]
      if (!seen || !isPublished(change.id)) return
      const appears =
        (seen.previous === null) !== (seen.result === null) ||
        sayOf(actor, change.previous) !== sayOf(actor, change.result)
      for (const id of hangingOn(change, appears)) around.add(id)
      if (appears) for (const id of stored.referencing(change.id)) around.add(id)
    })
    for (const id of around) {
      if (touched.has(id) || !isPublished(id)) continue
      const document = stored.get(id)
      if (!document || grants.decide(actor, 'read', document).conditions.length === 0) continue
      if ((before(document) === null) === (after(document) === null)) continue
      turned.push(document)
      for (const target of targetsOf(document)) around.add(target)
      for (const referrer of stored.referencing(id)) around.add(referrer)
    }
    return turned
  }

  return {
    changes: (actor) => seenBy(actor).changes,
    turned(actor) {
      const seen = seenBy(actor)
      return (seen.turned ??= findTurned(actor, seen))
    },
    awaitsTime: (actor) =>
      entry.changes.some(
        ({id, result}) =>
          result && isPublished(id) && grants.decide(actor, 'read', result).dependsOnTime,
      ),
  }
}

/** What a document refers to on either side, or on one side alone where it is seen on both. */
function hangingOn({previous, result}: LoggedChange, appears: boolean): Set<string> {
  const [before, after] = [previous, result].map((side) =>
    side ? targetsOf(side) : new Set<string>(),
  ) as [Set<string>, Set<string>]
  return appears ? before.union(after) : before.symmetricDifference(after)
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
