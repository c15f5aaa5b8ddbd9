// Sends what everybody may have compressed, for a server without a CDN: pages, feeds, answers to
// queries, the studio's files. Each encoding has a validator of its own.
import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import {createByteCache} from './byte-cache.ts'

type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

export type Encoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** As fast as gzip, and a fifth smaller. */
const BROTLI = {params: {[constants.BROTLI_PARAM_QUALITY]: 5}}
/** Makes the bytes of an encoding. They are copied: zlib returns a view of a buffer of 64 KB, which would be cached with it. */
export const COMPRESS: Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>> = {
  br: async (bytes) => new Uint8Array(await brotli(bytes, BROTLI)),
  gzip: async (bytes) => new Uint8Array(await zip(bytes)),
}

/** Event streams and exports go out as they come, and so does what is compressed already. */
const TEXT =
  /^(?:text\/(?!event-stream)|image\/svg\+xml|application\/(?:javascript|json|xml|[\w.-]+\+(?:json|xml)|vnd\.iptc))/
const FILES = /^https?:\/\/[^/]+\/(?:images|files)\//

/** Answers as `answer` does, compressed where the client takes that. */
export function compressed(answer: Fetch): Fetch {
  const cached = createByteCache()

  return async (request, bindings) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead || FILES.test(request.url)) return answer(request, bindings)
    const accepted = acceptedBy(request.headers.get('accept-encoding') ?? '')
    const known = knownTags(request, accepted)
    const response = await answer(known.length > 0 ? withTags(request, known) : request, bindings)
    if (!isForEverybody(response)) return response
    const {headers, status} = response
    const etag = headers.get('etag')
    if (status === 304) {
      // The validator of what the client has, not of what it would be sent.
      const theirs = known.find(({plain}) => plain === etag || plain === '*')
      if (theirs && etag) headers.set('etag', theirs.tagOf(etag))
      headers.append('vary', 'Accept-Encoding')
      return response
    }
    if (status !== 200 || !TEXT.test(headers.get('content-type') ?? '')) return response
    headers.append('vary', 'Accept-Encoding')
    const [encoding] = accepted
    if (!encoding || headers.has('content-encoding')) return response
    const changed = new Headers(headers)
    changed.set('content-encoding', encoding)
    if (etag) changed.set('etag', tagFor(etag, encoding))
    for (const name of ['content-length', 'accept-ranges']) changed.delete(name)
    if (request.method === 'HEAD') return new Response(null, {headers: changed})
    const bytes = await cached(`${encoding} ${request.url} ${etag}`, response, COMPRESS[encoding])
    return new Response(bytes, {headers: changed})
  }
}

/**
 * Whether the same address and validator stand for the same bytes, for everybody. A response for one person
 * is not compressed: next to text that an attacker has chosen, its length would reveal its content.
 */
function isForEverybody({headers}: Response): boolean {
  const control = headers.get('cache-control') ?? ''
  if (/\b(?:no-store|private)\b/.test(control)) return false
  return headers.get('etag')?.startsWith('"') === true || /\bimmutable\b/.test(control)
}

/** The best first. */
function acceptedBy(header: string): Encoding[] {
  const wanted = header.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    return parameters.some((text) => /^q=0(?:\.0*)?$/.test(text)) ? [] : [name]
  })
  return (['br', 'gzip'] as const).filter((encoding) => wanted.includes(encoding))
}

/** The validator of an encoding. */
export const tagFor = (etag: string, encoding: Encoding): string =>
  etag.replace(/"$/, `-${encoding}"`)

interface KnownTag {
  /** As `answer` knows it. */
  plain: string
  /** As the client has it. */
  tagOf: (etag: string) => string
}

/** What the client has in an encoding that it still accepts. */
function knownTags(request: Request, accepted: readonly Encoding[]): KnownTag[] {
  const given = (request.headers.get('if-none-match') ?? '').split(',')
  return given.flatMap((text) => {
    const tag = text.trim().replace(/^W\//, '')
    const encoding = accepted.find((one) => tag === '*' || tag.endsWith(`-${one}"`))
    if (!encoding) return []
    const plain = tag === '*' ? tag : tag.replace(`-${encoding}"`, '"')
    return [{plain, tagOf: (etag) => tagFor(etag, encoding)}]
  })
}

function withTags(request: Request, known: readonly KnownTag[]): Request {
  const headers = new Headers(request.headers)
  for (const {plain} of known) headers.append('if-none-match', plain)
  return new Request(request, {headers})
}
