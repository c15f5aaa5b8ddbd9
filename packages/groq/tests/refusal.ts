// How a query is refused, with the place that is pointed at.
import {BadRequest} from '../../lake/src/errors.ts'
import type {Json} from '../../lake/src/types.ts'
import {evaluate} from './plan/fixture.ts'

export function refusal(query: string, params: Record<string, Json> = {}): BadRequest {
  try {
    evaluate(query, [], params)
  } catch (error) {
    if (error instanceof BadRequest) return error
    throw error
  }
  throw new Error(`${query} was accepted`)
}

/** The query with that place between » and «. */
export function shown({details}: BadRequest): string {
  const {query, start, end} = details as {query: string; start: number; end: number}
  return `${query.slice(0, start)}»${query.slice(start, end)}«${query.slice(end)}`
}
