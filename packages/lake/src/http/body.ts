// JSON bodies: limited in size before they are read, and refused with a reason.
import type {Context} from 'hono'
import {isDeeperThan, MAX_LEVELS} from '../depth.ts'
import {BadRequest, TooLarge} from '../errors.ts'

/** As on the hosted API, 4 MB is the limit of one mutation request. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024

/** Levels around a document in a request: `{"mutations": [{"create": …}]}`. */
const WRAPPING_LEVELS = 10

export interface JsonBody {
  text: string
  value: Record<string, unknown>
}

/**
 * Reads a JSON object.
 *
 * @throws TooLarge above the limit
 * @throws BadRequest if it is not a JSON object, or nests too deeply
 */
export async function readJsonBody(c: Context, limit = MAX_JSON_BYTES): Promise<JsonBody> {
  const announced = c.req.header('content-length')
  if (Number(announced ?? 0) > limit) throw tooLarge(limit)
  // The server reads no more than the announced length, and reading the body whole is fastest.
  const text = announced ? await c.req.raw.text() : await readText(c.req.raw, limit)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new BadRequest(`The body is not valid JSON: ${why}`, 'malformedJson')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadRequest('The body must be a JSON object.', 'malformedJson')
  }
  assertLevels(value)
  return {text, value: value as Record<string, unknown>}
}

/** @throws BadRequest if the value nests deeper than any request needs */
export function assertLevels(value: unknown): void {
  if (isDeeperThan(MAX_LEVELS + WRAPPING_LEVELS, value)) {
    throw new BadRequest(`The body nests more than ${MAX_LEVELS} levels deep.`, 'malformedJson')
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (!request.body) return ''
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    text += decoder.decode(chunk, {stream: true})
  }
  return text + decoder.decode()
}

const tooLarge = (limit: number): TooLarge => {
  const kilobytes = Math.round(limit / 1024)
  const most = kilobytes < 1024 ? `${kilobytes} kB` : `${Math.round(kilobytes / 1024)} MB`
  return new TooLarge(`The request is larger than ${most}. Split it.`)
}
