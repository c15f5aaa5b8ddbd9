// Not in errors.ts, because the process that decodes pictures loads that file and does not need the
// query engine.
import {QueryError} from '@copydesk/groq'
import {BadRequest} from './errors.ts'

/** Turns errors of the query engine into a 400. Returns other errors unchanged. */
export function asLakeError(error: unknown): unknown {
  return error instanceof QueryError
    ? new BadRequest(error.message, error.type, error.details)
    : error
}
