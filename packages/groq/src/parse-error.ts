// What is wrong with a query, and where.
import {QueryError} from './errors.ts'

export interface Fault {
  description: string
  /** UTF-16 units from the start of the query. `end` is exclusive. */
  start: number
  end: number
}

/** The error of the hosted API. Vision and `@sanity/client` underline the text from `start` to `end`. */
export function parseError(query: string, {description, start, end}: Fault): QueryError {
  return new QueryError(description, 'queryParseError', {query, start, end})
}

/** The message of an error, without the prefix of groq-js. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^Syntax error in GROQ query at position \d+: /, '')
}
