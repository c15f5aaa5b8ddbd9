// The error of a refused query, with the position that it marks.
import {QueryError} from '../src/errors.ts'
import type {Json} from '../src/types.ts'
import {evaluate} from './fixture.ts'

export function refusalOf(query: string, params: Record<string, Json> = {}): QueryError {
  try {
    evaluate(query, [], params)
  } catch (error) {
    if (error instanceof QueryError) return error
    throw error
  }
  throw new Error(`${query} was accepted`)
}

/** The query with » and « around the marked position. */
export function markError({details}: QueryError): string {
  const {query, start, end} = details as {query: string; start: number; end: number}
  return `${query.slice(0, start)}»${query.slice(start, end)}«${query.slice(end)}`
}
