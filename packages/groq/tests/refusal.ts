// How a query is refused, with the place that is pointed at.
import {QueryError} from '../src/errors.ts'
import type {Json} from '../src/types.ts'
import {evaluate} from './fixture.ts'

export function refusal(query: string, params: Record<string, Json> = {}): QueryError {
  try {
    evaluate(query, [], params)
  } catch (error) {
    if (error instanceof QueryError) return error
    throw error
  }
  throw new Error(`${query} was accepted`)
}

/** The query with that place between » and «. */
export function shown({details}: QueryError): string {
  const {query, start, end} = details as {query: string; start: number; end: number}
  return `${query.slice(0, start)}»${query.slice(start, end)}«${query.slice(end)}`
}
