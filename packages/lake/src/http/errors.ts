// Every error becomes a response here and nowhere else.
import type {Context} from 'hono'
import {HTTPException} from 'hono/http-exception'
import type {Logger} from 'pino'
import {asLakeError} from '../as-lake-error.ts'
import {LakeError} from '../errors.ts'
import {storageTrouble} from '../store/storage-trouble.ts'
import {shownPath} from './shown-path.ts'

/**
 * `{"error": {"type", "description"}}` as Sanity's client formats it; 500 tells nothing of inside.
 *
 * @param options `place` is what people sign in to, as `Product.place`
 */
export function answerError(
  failure: unknown,
  c: Context,
  {logger, place}: {logger?: Logger | undefined; place?: string} = {},
): Response {
  const trouble = storageTrouble(failure, place)
  if (trouble) logger?.error({err: failure, id: idOf(c)}, trouble.message)
  const error = trouble ?? asLakeError(failure)
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
  logger?.error({err: error, id: idOf(c), path: shownPath(c.req.path)}, 'Unexpected error')
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

const idOf = (c: Context): unknown => c.get('requestId')
