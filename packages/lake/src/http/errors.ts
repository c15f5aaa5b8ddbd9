// Every error becomes a response here and nowhere else.
import type {Context} from 'hono'
import {HTTPException} from 'hono/http-exception'
import type {Logger} from 'pino'
import {asLakeError} from '../as-lake-error.ts'
import {LakeError} from '../errors.ts'
import {storageTrouble} from '../store/storage-trouble.ts'
import {redactedPath} from './redacted-path.ts'

/** Where errors are logged; `place` is what people sign in to, as `Product.place`. */
interface Told {
  logger?: Logger | undefined
  place?: string | undefined
}

/** `{"error": {"type", "description"}}` as Sanity's client formats it; 500 tells nothing of inside. */
export function answerError(failure: unknown, c: Context, {logger, place}: Told = {}): Response {
  const error = errorOf(failure, {logger, place}, c)
  if (error instanceof LakeError) {
    const {status, beside, body} = error
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
 * What a caller is told of a failure: a LakeError, also of a full disk and of an engine's refusal. Anything else is a
 * defect, and stays as it is.
 */
export function errorOf(failure: unknown, {logger, place}: Told, c?: Context): unknown {
  const trouble = storageTrouble(failure, place)
  if (trouble) logger?.error({err: failure, ...(c && {id: idOf(c)})}, trouble.message)
  return trouble ?? asLakeError(failure)
}

const idOf = (c: Context): unknown => c.get('requestId')
