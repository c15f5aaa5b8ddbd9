// Every error becomes a response here and nowhere else.
import type {Context} from 'hono'
import {HTTPException} from 'hono/http-exception'
import type {Logger} from 'pino'
import {LakeError} from '../errors.ts'
import {shownPath} from './shown-path.ts'

/** `{"error": {"type", "description"}}` as Sanity's client formats it; 500 tells nothing of inside. */
export function answerError(error: unknown, c: Context, logger?: Logger): Response {
  if (error instanceof LakeError) {
    const {status, type, message, details, beside} = error
    const headers: Record<string, string> =
      'retryAfter' in beside ? {'Retry-After': String(beside['retryAfter'])} : {}
    return c.json(
      {...beside, statusCode: status, error: {type, description: message, ...details}},
      status as 400,
      headers,
    )
  }
  if (error instanceof HTTPException) {
    return c.json(
      {statusCode: error.status, error: {type: 'httpError', description: error.message}},
      error.status,
    )
  }
  const id: unknown = c.get('requestId')
  logger?.error({err: error, id, path: shownPath(c.req.path)}, 'Unexpected error')
  return c.json(
    {
      statusCode: 500,
      error: {
        type: 'internalServerError',
        description: 'Something went wrong in the lake. Try again.',
      },
    },
    500,
  )
}
