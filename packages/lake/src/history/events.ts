// Events of documents, newest first: creations, publications, deletions, and changes without a
// draft.
import {isUnpublishedId} from '@copydesk/groq/documents'
import type {PastRow} from '../store/history.ts'
import type {Actor} from '../types.ts'
import {eventOf, type Change, type PastEvent} from './event-of.ts'
import {newestPage} from './newest-page.ts'
import {createPastVisibility, type PastVisibility, type VisibilityDeps} from './past-visibility.ts'
import {oneBack} from '../store/documents-of-changes.ts'
import {walkBack} from './walk-back.ts'

export interface EventsRequest {
  dataset: string
  ids: readonly string[]
  actor: Actor
  limit: number
  /** Only events before this position. */
  before?: number
}

export interface EventsAnswer {
  /** Newest first, by requested ID. */
  events: Record<string, PastEvent[]>
  /** The `nextCursor` for older events; empty if there are none. */
  nextCursor: string
}

interface Sought {
  dataset: string
  id: string
  before: number
}

const PAGE = 100

export async function events(deps: VisibilityDeps, request: EventsRequest): Promise<EventsAnswer> {
  const {dataset, ids, limit, before = Number.MAX_SAFE_INTEGER} = request
  const visibility = createPastVisibility(deps, request)
  const found: {id: string; position: number; event: PastEvent}[] = []
  for (const id of ids) {
    if (!visibility.opens(id)) continue
    const seen = isUnpublishedId(id) ? lifecycle : edits
    // One more than requested shows whether there are older ones.
    let left = limit + 1
    for await (const change of seen(deps, visibility, {dataset, id, before})) {
      const event = eventOf(deps, {dataset, id}, change)
      if (!event) continue
      found.push({id, position: change.position, event})
      left--
      if (left === 0) break
    }
  }
  const {page, nextCursor} = newestPage(found, limit)
  const byId = Object.fromEntries(ids.map((id) => [id, [] as PastEvent[]]))
  for (const {id, event} of page) byId[id]?.push(event)
  return {events: byId, nextCursor}
}

/**
 * Only the first and last change of each draft, because there are thousands of keystrokes in
 * between.
 */
async function* lifecycle(
  deps: VisibilityDeps,
  visibility: PastVisibility,
  sought: Sought,
): AsyncGenerator<Change> {
  const {dataset, id, before} = sought
  const read = (to: number) => deps.history.lifecycleOf(dataset, id, {from: 0, to}, PAGE)
  for (const {revert, ...change} of inPages(before, read)) {
    if (visibility.seesAll(id)) yield change
    else if (change.resultRev !== null) {
      if (visibility.sees(await revisionAt(deps, sought, change.position))) yield change
      // The patch that reverts a deletion contains the whole document.
    } else if (visibility.sees(oneBack(null, revert, change.previousRev))) yield change
  }
}

async function revisionAt(deps: VisibilityDeps, {dataset, id}: Sought, position: number) {
  for await (const change of walkBack(deps, {dataset, id}, position)) {
    if (change.position === position) return change.result
  }
  return null
}

async function* edits(
  deps: VisibilityDeps,
  visibility: PastVisibility,
  sought: Sought,
): AsyncGenerator<Change> {
  const {dataset, id, before} = sought
  if (visibility.seesAll(id)) {
    const read = (to: number) => deps.history.changesOf(dataset, id, {from: 0, to}, PAGE)
    for (const {revert: _, ...change} of inPages(before, read)) yield change
    return
  }
  for await (const {previous, result, ...change} of walkBack(deps, {dataset, id})) {
    if (change.position < before && visibility.sees(previous) && visibility.sees(result))
      yield change
  }
}

function* inPages(before: number, read: (to: number) => PastRow[]): Generator<PastRow> {
  for (let to = before - 1; ;) {
    const rows = read(to)
    yield* rows
    if (rows.length < PAGE) return
    to = (rows.at(-1)?.position ?? 0) - 1
  }
}
