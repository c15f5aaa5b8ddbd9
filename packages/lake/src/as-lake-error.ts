// Apart from errors.ts, which the process that decodes pictures loads: it needs no query engine.
import {QueryError} from '@copydesk/groq'
import {BadRequest} from './errors.ts'

/** What the query engine refuses as a 400; anything else as it is. */
export function asLakeError(error: unknown): unknown {
  return error instanceof QueryError
    ? new BadRequest(error.message, error.type, error.details)
    : error
}
