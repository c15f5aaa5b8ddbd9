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
