// What is wrong with a query, and where.
import {QueryError} from './errors.ts'

export interface Fault {
  description: string
  /** UTF-16 units from the query's beginning; `end` is the first one after it. */
  start: number
  end: number
}

/** The hosted API's shape; Vision and `@sanity/client` underline `start` to `end`. */
export function parseError(query: string, {description, start, end}: Fault): QueryError {
  return new QueryError(description, 'queryParseError', {query, start, end})
}

/** An error's own words, without groq-js's preface. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Syntax error in GROQ query at position \d+: /, '')
}
