// Turns errors into responses, in this place only.
import type {Context} from 'hono'
import {HTTPException} from 'hono/http-exception'
import type {Logger} from 'pino'
import {asLakeError} from '../as-lake-error.ts'
import {LakeError, StoreUnavailable} from '../errors.ts'
import {storageTrouble} from '../store/storage-trouble.ts'
import {redactedPath} from './redacted-path.ts'

/** `place` as in `Product.place`. */
interface ErrorContext {
  logger?: Logger | undefined
  place?: string | undefined
}

/** `{"error": {"type", "description"}}` as Sanity's client formats it; a 500 reveals nothing about its cause. */
export function answerError(
  failure: unknown,
  c: Context,
  {logger, place}: ErrorContext = {},
): Response {
  const error = errorOf(failure, {logger, place}, c)
  if (error instanceof LakeError) {
    const {status, beside, body} = error
    if (error instanceof StoreUnavailable)
      logger?.error({reason: error.reason, id: idOf(c)}, error.message)
    const headers: Record<string, string> =
      'retryAfter' in beside ? {'Retry-After': String(beside['retryAfter'])} : {}
    return c.json(body, status as 400, headers)
  }
  if (error instanceof HTTPException) {
    return c.json(
      {statusCode: error.status, error: {type: 'httpError', description: error.message}},
      error.status,
    )
  }
  logger?.error({err: error, id: idOf(c), path: redactedPath(c.req.path)}, 'Unexpected error')
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

/**
 * Turns expected failures into a LakeError: a full disk, and errors of the query engine. Any other
 * error is a defect, and is returned unchanged.
 */
export function errorOf(failure: unknown, {logger, place}: ErrorContext, c?: Context): unknown {
  const trouble = storageTrouble(failure, place)
  if (trouble) logger?.error({err: failure, ...(c && {id: idOf(c)})}, trouble.message)
  return trouble ?? asLakeError(failure)
}

const idOf = (c: Context): unknown => c.get('requestId')
