// The errors that the engine throws for a query.

/** The query, its parameters or its result are refused. */
export class QueryError extends Error {
  readonly type: string
  /** Facts that help to correct the query, such as its text and the position of the error. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(description: string, type: string, details: Record<string, unknown> = {}) {
    super(description)
    this.name = 'QueryError'
    this.type = type
    this.details = details
  }
}

/** What is wrong with a query, and where. */
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
