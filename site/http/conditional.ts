import {digest} from './digest.ts'

/** A result that several requests share, as the response to one of them. */
export type ResponseFor = (request: Request) => Response | Promise<Response>

/** A strong ETag over `body`, with its quotation marks. */
async function strongTag(body: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return `"${(await digest(body)).slice(0, 32)}"`
}

/** Bytes that are sent often, with their strong ETag. */
export interface TaggedBody {
  body: Uint8Array<ArrayBuffer>
  etag: string
}

/** `text` in UTF-8. */
export async function taggedBody(text: string): Promise<TaggedBody> {
  const body = new TextEncoder().encode(text)
  return {body, etag: await strongTag(body)}
}

/**
 * Answers `body` with its strong ETag, or 304 if the reader already has it. `headers` may hold the ETag
 * of a body that is sent often.
 */
export async function conditional(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Response> {
  const etag = headers['etag'] ?? (await strongTag(body))
  const answered = new Headers({...headers, etag})
  if (matches(request.headers.get('if-none-match'), etag)) {
    answered.delete('content-type')
    return new Response(null, {status: 304, headers: answered})
  }
  return new Response(request.method === 'HEAD' ? null : body, {status: 200, headers: answered})
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  if (!ifNoneMatch) return false
  // A proxy that compresses weakens the tag; If-None-Match compares weakly (RFC 9110, 13.1.2).
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes('*') || tags.includes(etag)
}
