// Compacts history: merges a draft's old keystrokes into one transaction for each editing session.
// Every remaining revision can still be restored. Only transactions that edit one draft and nothing
// else are merged.
import {applyPatch} from 'mendoza'
import {isDeepStrictEqual} from 'node:util'
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as breathe} from 'node:timers/promises'
import {mendozaDiff} from '../mendoza.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {ChangeContent} from '../store/change-content.ts'
import type {DraftRow, CompactionTable} from '../store/compaction-table.ts'
import type {Json, LakeDocument} from '../types.ts'
import {editingSessions} from './editing-sessions.ts'
import {walkBack, type PastDeps} from './walk-back.ts'

export interface CompactionDeps extends PastDeps {
  database: DatabaseSync
  table: CompactionTable
}

export interface CompactionRequest {
  /** Only older transactions are compacted; milliseconds since the epoch. */
  before: number
  dryRun?: boolean
  /** Called between two steps. If it returns true, the work ends. Finished steps are complete. */
  isOver?: () => boolean
}

export interface CompactionResult {
  drafts: number
  sessions: number
  /** Number of edits in the sessions. */
  edits: number
}

const PAGE = 500

/**
 * Continues where the last call ended. Works in small steps, so that people can save in between.
 * @throws LakeError 503 while another process compacts
 */
export async function compactHistory(
  deps: CompactionDeps,
  {before, dryRun = false, isOver = () => false}: CompactionRequest,
): Promise<CompactionResult> {
  const {database, table} = deps
  const result: CompactionResult = {drafts: 0, sessions: 0, edits: 0}
  const begun = table.compactedUpTo()
  const upTo = await lastBefore(table, begun, before)
  if (upTo === begun) return result

  if (!dryRun) await inTransactionWhenFree(database, () => table.beginMerging(upTo))
  for (const {dataset, id} of table.changedDrafts(begun, upTo)) {
    if (isOver()) return result
    const sessions = editingSessions(table.rowsOf(dataset, id, begun, upTo))
    const merged = dryRun ? sessions : await mergeDraft(deps, {dataset, id}, sessions)
    if (merged.length === 0) continue
    result.drafts++
    result.sessions += merged.length
    result.edits += merged.reduce((sum, {length}) => sum + length, 0)
    await breathe()
  }
  if (!dryRun) await inTransactionWhenFree(database, () => table.setCompactedUpTo(upTo))
  return result
}

async function lastBefore(table: CompactionTable, begun: number, before: number): Promise<number> {
  for (let upTo = begun; ; await breathe()) {
    const page = table.timesAfter(upTo, PAGE)
    const young = page.findIndex(({timestamp}) => Date.parse(timestamp) >= before)
    const old = young === -1 ? page : page.slice(0, young)
    upTo = old.at(-1)?.position ?? upTo
    if (old.length < PAGE) return upTo
  }
}

/** Returns the merged sessions. */
async function mergeDraft(
  deps: CompactionDeps,
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
    const isDone = await inTransactionWhenFree(deps.database, () =>
      deps.table.merge(draft, session, merged),
    )
    if (isDone) done.push(session)
  }
  return done
}

/** Null if the patches would not lead exactly from one to the other and back. */
function mergedOf(before: LakeDocument, after: LakeDocument): ChangeContent | null {
  const [{_rev: _b, ...from}, {_rev: _a, ...to}] = [before, after]
  const apply = mendozaDiff(from, to)
  const revert = mendozaDiff(to, from)
  const isExact =
    isDeepStrictEqual(applyPatch(from, apply), to) &&
    isDeepStrictEqual(applyPatch(to, revert), from)
  return isExact ? {apply, revert, mutations: [{patch: patchOf(before, after)}]} : null
}

/** Field by field, as the API writes it. The exact changes are in the patches above. */
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
