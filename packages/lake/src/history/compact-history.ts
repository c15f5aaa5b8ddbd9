// Old keystrokes in drafts become one transaction for each editing session. What is left can be gone
// back to as before; all that did more than edit one draft stays as it was.
import {applyPatch} from 'mendoza'
import {isDeepStrictEqual} from 'node:util'
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as breathe} from 'node:timers/promises'
import {mendozaDiff} from '../mendoza.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {DraftRow, Merged, MergeTable} from '../store/compaction-table.ts'
import type {Json, LakeDocument} from '../types.ts'
import {editingSessions} from './editing-sessions.ts'
import {walkBack, type PastDeps} from './walk-back.ts'

export interface MergeDeps extends PastDeps {
  database: DatabaseSync
  merging: MergeTable
}

export interface MergeRequest {
  /** Only what is older; milliseconds since the epoch. */
  before: number
  dryRun?: boolean
  /** Asked between two steps: true ends it. What is done so far is complete in itself. */
  isOver?: () => boolean
}

export interface MergeResult {
  drafts: number
  sessions: number
  /** Edits that the sessions had. */
  edits: number
}

const PAGE = 500
const BODIES = 20

/**
 * Goes on where it was last time. It works in small steps, and others save in between.
 *
 * @throws LakeError 503 where another process merges at the same time
 */
export async function mergeEdits(
  deps: MergeDeps,
  {before, dryRun = false, isOver = () => false}: MergeRequest,
): Promise<MergeResult> {
  const {database, merging} = deps
  const result: MergeResult = {drafts: 0, sessions: 0, edits: 0}
  const begun = merging.mergedUpTo()
  const upTo = await lastBefore(merging, begun, before)
  if (upTo === begun) return result

  if (!dryRun) await forgetBodies(deps, upTo, isOver)
  for (const {dataset, id} of merging.draftsTouched(begun, upTo)) {
    if (isOver()) return result
    const sessions = editingSessions(merging.rowsOf(dataset, id, begun, upTo))
    const merged = dryRun ? sessions : await mergeDraft(deps, {dataset, id}, sessions)
    if (merged.length === 0) continue
    result.drafts++
    result.sessions += merged.length
    result.edits += merged.reduce((sum, {length}) => sum + length, 0)
    await breathe()
  }
  if (!dryRun) await inTransactionWhenFree(database, () => merging.setMergedUpTo(upTo))
  return result
}

/** Nobody resumes a stream from so long ago; without whole documents nobody can. */
async function forgetBodies(
  {database, merging}: MergeDeps,
  upTo: number,
  isOver: () => boolean,
): Promise<void> {
  const forget = () => merging.pruneBodies(upTo, BODIES)
  while (!isOver() && (await inTransactionWhenFree(database, forget)) > 0) await breathe()
}

async function lastBefore(merging: MergeTable, begun: number, before: number): Promise<number> {
  for (let upTo = begun; ; await breathe()) {
    const page = merging.timesAfter(upTo, PAGE)
    const young = page.findIndex(({timestamp}) => Date.parse(timestamp) >= before)
    const old = young === -1 ? page : page.slice(0, young)
    upTo = old.at(-1)?.position ?? upTo
    if (old.length < PAGE) return upTo
  }
}

/** Answers the sessions that were merged. */
async function mergeDraft(
  deps: MergeDeps,
  draft: {dataset: string; id: string},
  sessions: readonly DraftRow[][],
): Promise<DraftRow[][]> {
  const first = sessions[0]?.[0]
  if (!first) return []
  const done: DraftRow[][] = []
  const waiting = [...sessions]
  let after: LakeDocument | null = null
  for await (const change of walkBack(deps, draft, first.position)) {
    const session = waiting.at(-1)
    if (!session) break
    if (change.position === session.at(-1)?.position) after = change.result
    if (change.position !== session[0]?.position) continue
    waiting.pop()
    const merged = after && change.previous && mergedOf(change.previous, after)
    if (!merged) continue
    const {dataset, id} = draft
    const isDone = await inTransactionWhenFree(deps.database, () =>
      deps.merging.merge(dataset, id, session, merged),
    )
    if (isDone) done.push(session)
  }
  return done
}

/** Null where the patches would not lead exactly from one to the other and back. */
function mergedOf(before: LakeDocument, after: LakeDocument): Merged | null {
  const [{_rev: _b, ...from}, {_rev: _a, ...to}] = [before, after]
  const apply = mendozaDiff(from, to)
  const revert = mendozaDiff(to, from)
  const isExact =
    isDeepStrictEqual(applyPatch(from, apply), to) &&
    isDeepStrictEqual(applyPatch(to, revert), from)
  return isExact ? {apply, revert, mutations: [{patch: patchOf(before, after)}]} : null
}

/** Field by field, as the API would have it: the letters are in the patches above. */
function patchOf(before: LakeDocument, after: LakeDocument) {
  const own = new Set(['_rev', '_updatedAt'])
  const set: Record<string, Json> = Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => !own.has(name) && !isDeepStrictEqual(before[name], value),
    ),
  )
  const unset = Object.keys(before).filter((name) => !Object.hasOwn(after, name))
  return {id: after._id, set, ...(unset.length > 0 && {unset})}
}
