// Results of queries that no thread evaluates.
import {timeoutError} from '@copydesk/groq/plan'
import type {Outcome} from './messages.ts'

/** What anonymous callers' queries may take while others wait. Milliseconds. */
export const STRANGERS_BUDGET_MS = 1_000
/** Seconds after which callers that were turned away may ask again. */
const RETRY_AFTER = 10

/** Makes the result of one query. */
export type Refuse = (query: {id: number}) => Outcome

const refusal =
  (refused: {status: number; type: string; description: string; retryAfter?: number}): Refuse =>
  ({id}) => ({id, type: 'refusal', refusal: {...refused, details: {}}})

/** Nobody receives it, because all callers have left. */
export const abandoned = refusal({
  status: 499,
  type: 'abandoned',
  description: 'Nobody waits for this response any more.',
})

export const closing = refusal({
  status: 503,
  type: 'unavailable',
  description: 'The lake is closing.',
})

export const stillLoading = refusal({
  status: 503,
  type: 'unavailable',
  description: 'The dataset is still being read. Try again.',
})

export const tooMany = refusal({
  status: 503,
  type: 'tooManyQueries',
  description: `Too many queries are waiting. Try again in ${RETRY_AFTER} seconds.`,
  retryAfter: RETRY_AFTER,
})

export const overStrangersBudget = refusal({
  status: 400,
  type: 'queryTimeout',
  description: `The query was ended after ${STRANGERS_BUDGET_MS} ms, because others were waiting. Request less, try again later, or send a token.`,
})

const outOfMemory = refusal({
  status: 400,
  type: 'queryTimeout',
  description: 'The query needed too much memory and was ended.',
})

export function overBudget(budgetMs: number): Refuse {
  const {type, message: description} = timeoutError(budgetMs)
  return refusal({status: 400, type, description})
}

export const tooLarge = (dataset: string, memoryMb: number, hint: string): Refuse =>
  refusal({
    status: 503,
    type: 'datasetTooLarge',
    description: `The dataset "${dataset}" does not fit in the memory of a query thread (${memoryMb} MB). ${hint}`,
  })

/** For the query that a thread worked on when it died. */
export const threadLost = (error: Error): Refuse =>
  isOutOfMemory(error) ? outOfMemory : ({id}) => ({id, type: 'failure', message: error.message})

export const isOutOfMemory = (error: Error): boolean =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
