// The error that the engine throws for a query.

/** The query, its parameters or its result is refused. `type` is Sanity's name of the error. */
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
