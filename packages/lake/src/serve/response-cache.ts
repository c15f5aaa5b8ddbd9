// Caches whole HTTP responses in memory. A repeated request gets its response before Hono sees it, so that it costs
// little more than sending the bytes. The maker of a response says whether it is still valid
// (`http/response-cache-policy.ts`).
import {LRUCache} from 'lru-cache'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {ResponseCachePolicy} from '../http/response-cache-policy.ts'

type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

export interface ResponseCache {
  /** Answers as `answer` does, and stores each response whose maker says that it may be sent again. */
  storing(answer: Fetch): Fetch
  /** Sends the stored response to the same request if it is still valid; otherwise calls `otherwise`. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, otherwise: () => void): void
}

interface Stored {
  status: number
  /** Names and values in turn, as Node takes them, without the length. */
  headers: readonly string[]
  body: string | Uint8Array | null
  policy: ResponseCachePolicy
  /** The turn of the event loop in which it was last found valid. */
  validIn: number
}

const MOST_BYTES = 16 * 1024 * 1024
const MOST_ENTRIES = 2_000
const LARGEST = 1024 * 1024

/**
 * @param addressOf the client's address, for the log
 * @param most bytes of all stored responses
 */
export function createResponseCache(
  addressOf: (incoming: IncomingMessage) => string,
  most = MOST_BYTES,
): ResponseCache {
  const responses = new LRUCache<string, Stored>({
    max: MOST_ENTRIES,
    maxSize: most,
    maxEntrySize: LARGEST,
    sizeCalculation: ({body}, key) => key.length + (body?.length ?? 0),
  })
  const isValid = createValidation()

  return {
    storing: (answer) => async (request, bindings) => {
      const {incoming} = bindings as {incoming: IncomingMessage}
      if (!isPlain(incoming)) return answer(request, bindings)
      const policy: ResponseCachePolicy = {}
      const response = await answer(request, {...bindings, cachePolicy: policy})
      if (!policy.isValid) return response
      const {status, headers} = response
      const body = await bodyOf(response)
      responses.set(keyOf(incoming), {
        status,
        headers: [...headers].flat(),
        body,
        policy,
        validIn: -1,
      })
      return new Response(body, {status, headers})
    },
    answer(incoming, outgoing, otherwise) {
      if (responses.size === 0 || !isPlain(incoming)) return otherwise()
      const begun = performance.now()
      const key = keyOf(incoming)
      const stored = responses.get(key)
      if (!stored) return otherwise()
      if (!isValid(stored)) {
        responses.delete(key)
        return otherwise()
      }
      send(stored, outgoing)
      stored.policy.countHit?.()
      stored.policy.logHit?.(performance.now() - begun, addressOf(incoming))
    },
  }
}

/**
 * Asks a response's maker once in a turn of the event loop. All requests of one turn arrived before any of them
 * was answered, so one check serves them all.
 */
function createValidation(): (stored: Stored) => boolean {
  let turn = 0
  let isEnding = false
  return (stored) => {
    if (stored.validIn === turn) return true
    if (!stored.policy.isValid?.()) return false
    stored.validIn = turn
    if (isEnding) return true
    isEnding = true
    setImmediate(() => {
      isEnding = false
      turn += 1
    })
    return true
  }
}

function send(
  {status, headers, body}: Omit<Stored, 'policy' | 'validIn'>,
  outgoing: ServerResponse,
): void {
  const length = body === null ? [] : ['Content-Length', String(Buffer.byteLength(body))]
  outgoing.writeHead(status, [...headers, ...length])
  outgoing.end(body)
}

/** Whether the request has no body. */
const isPlain = ({method, headers}: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

/** Method, address and all headers: everything that a response can depend on. */
const keyOf = ({method = '', url = '', rawHeaders}: IncomingMessage): string =>
  `${method} ${url}\n${rawHeaders.join('\n')}`

/** Plain text as a string: Node sends it in one packet with the head. */
async function bodyOf(response: Response): Promise<string | Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null
  return response.headers.has('content-encoding') ? await response.bytes() : await response.text()
}
