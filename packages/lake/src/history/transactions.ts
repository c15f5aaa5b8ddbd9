// The transactions that changed given documents, without content that the actor may not see.
import {NotFound} from '../errors.ts'
import type {HistoryTable, PastEffect} from '../store/history.ts'
import type {LogTable} from '../store/log.ts'
import type {Actor, Mutation} from '../types.ts'
import {createPastVisibility, type PastVisibility, type VisibilityDeps} from './past-visibility.ts'
import {walkBack} from './walk-back.ts'

export interface TransactionsDeps extends VisibilityDeps {
  log: Pick<LogTable, 'find'>
}

export interface TransactionsRequest {
  dataset: string
  ids: readonly string[]
  actor: Actor
  /** Transaction ids, both included. */
  fromTransaction?: string
  toTransaction?: string
  /** Milliseconds since the epoch, both included. */
  fromTime?: number
  toTime?: number
  authors?: readonly string[]
  limit: number
  /** Newest first. */
  reverse: boolean
  /** Leaves out a transaction's changes of other documents. */
  identifiedOnly: boolean
  withMutations: boolean
  withEffects: boolean
}

/** A transaction in the studio's format (`TransactionLogEventWithEffects`). */
export interface PastTransaction {
  id: string
  timestamp: string
  author: string
  documentIDs: string[]
  mutations?: Mutation[]
  effects?: Record<string, Pick<PastEffect, 'apply' | 'revert'>>
}

const MOST = Number.MAX_SAFE_INTEGER

/**
 * Read one after the other, on demand.
 * @throws NotFound for a transaction ID that is not in the log
 */
export async function* transactions(
  deps: TransactionsDeps,
  request: TransactionsRequest,
): AsyncGenerator<PastTransaction> {
  const {dataset, ids, reverse, identifiedOnly} = request
  const visibility = createPastVisibility(deps, request)
  const range = rangeOf(deps.log, request)
  const seen = createSeen(deps, visibility, dataset, range.from)
  const positions = new Set<number>()
  for (const id of ids) {
    if (!visibility.opens(id)) continue
    // The studio requests fifty of thousands at a time, so no more are read than are needed.
    const limit = visibility.seesAll(id) && !isFiltered(request) ? request.limit : MOST
    const order = {newestFirst: reverse, limit}
    for (const position of deps.history.positionsOf(dataset, id, range, order)) {
      if (await seen(id, position)) positions.add(position)
    }
  }
  const sorted = [...positions].toSorted((a, b) => (reverse ? b - a : a - b))
  let left = request.limit
  for (const position of sorted) {
    if (left === 0) return
    const entry = deps.history.entry(position)
    if (!entry || !isAskedFor(entry, request)) continue
    const effects: PastEffect[] = []
    for (const effect of entry.effects) {
      if (identifiedOnly && !ids.includes(effect.id)) continue
      if (visibility.opens(effect.id) && (await seen(effect.id, position))) effects.push(effect)
    }
    left--
    yield answer(entry, effects, request)
  }
}

function rangeOf(
  log: Pick<LogTable, 'find'>,
  {dataset, fromTransaction, toTransaction}: TransactionsRequest,
): {from: number; to: number} {
  const position = (id: string | undefined, otherwise: number): number => {
    if (!id) return otherwise
    const found = log.find(dataset, id)
    if (found) return found.position
    throw new NotFound(
      `The history holds no transaction "${id}". Old edits of drafts are merged.`,
      'transactionNotFound',
    )
  }
  return {
    from: position(fromTransaction, 0),
    to: position(toTransaction, Number.MAX_SAFE_INTEGER),
  }
}

/**
 * Whether the document is visible both before and after a transaction. If its ID is not enough to
 * decide that, its revisions are rebuilt, each once.
 */
function createSeen(
  deps: {history: HistoryTable} & VisibilityDeps,
  visibility: PastVisibility,
  dataset: string,
  from: number,
): (id: string, position: number) => Promise<boolean> {
  const known = new Map<string, Set<number>>()
  return async (id, position) => {
    if (visibility.seesAll(id)) return true
    let seen = known.get(id)
    if (!seen) {
      seen = new Set()
      for await (const change of walkBack(deps, {dataset, id}, from)) {
        if (visibility.sees(change.previous) && visibility.sees(change.result))
          seen.add(change.position)
      }
      known.set(id, seen)
    }
    return seen.has(position)
  }
}

function isFiltered({fromTime, toTime, authors}: TransactionsRequest): boolean {
  return fromTime !== undefined || toTime !== undefined || authors !== undefined
}

function isAskedFor(
  {timestamp, author}: {timestamp: string; author: string},
  {fromTime = -Infinity, toTime = Infinity, authors}: TransactionsRequest,
): boolean {
  const time = Date.parse(timestamp)
  return time >= fromTime && time <= toTime && (authors?.includes(author) ?? true)
}

function answer(
  {transactionId, timestamp, author}: {transactionId: string; timestamp: string; author: string},
  effects: readonly PastEffect[],
  {withMutations, withEffects}: TransactionsRequest,
): PastTransaction {
  return {
    id: transactionId,
    timestamp,
    author,
    documentIDs: effects.map(({id}) => id),
    ...(withMutations && {mutations: effects.flatMap(({mutations}) => mutations)}),
    ...(withEffects && {
      effects: Object.fromEntries(
        effects.map(({id, apply, revert}) => [id, {apply, revert}] as const),
      ),
    }),
  }
}
