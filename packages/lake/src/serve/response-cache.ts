// Caches whole HTTP responses in memory. A repeated request gets its response before Hono sees it, so that it costs
// little more than sending the bytes. The maker of a response says whether it is still valid, and what a request that
// differs only in its query string gets (`http/response-cache-policy.ts`).
import {LRUCache} from 'lru-cache'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {QueryResponse} from '../http/query-cache.ts'
import type {ResponseCachePolicy} from '../http/response-cache-policy.ts'
import {COMPRESS, tagFor, type Encoding} from './compressed.ts'

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

/** What all responses to one path have in common. */
interface Head {
  headers: readonly string[]
  encoding: Encoding | undefined
  policy: ResponseCachePolicy
}

interface Caches {
  responses: LRUCache<string, Stored>
  heads: LRUCache<string, Head>
}

const MOST_BYTES = 16 * 1024 * 1024
const MOST_ENTRIES = 2_000
const LARGEST = 1024 * 1024
const MOST_HEADS = 200

/**
 * @param addressOf the client's address, for the log
 * @param most bytes of all stored responses
 */
export function createResponseCache(
  addressOf: (incoming: IncomingMessage) => string,
  most = MOST_BYTES,
): ResponseCache {
  const caches: Caches = {
    responses: new LRUCache({
      max: MOST_ENTRIES,
      maxSize: most,
      maxEntrySize: LARGEST,
      sizeCalculation: ({body}, key) => key.length + (body?.length ?? 0),
    }),
    heads: new LRUCache({max: MOST_HEADS}),
  }
  const {responses, heads} = caches
  const failures = new WeakMap<IncomingMessage, {error: unknown}>()
  const isValid = createValidation()

  return {
    storing: (answer) => async (request, bindings) => {
      const {incoming} = bindings as {incoming: IncomingMessage}
      if (!isPlain(incoming)) return answer(request, bindings)
      const failure = failures.get(incoming)
      const policy: ResponseCachePolicy = failure ? {failure} : {}
      const response = await answer(request, {...bindings, cachePolicy: policy})
      return await store(response, {incoming, policy, caches})
    },
    answer(incoming, outgoing, otherwise) {
      if (heads.size + responses.size === 0 || !isPlain(incoming)) return otherwise()
      const begun = performance.now()
      const keys = keysOf(incoming)
      const stored = responses.get(keys.whole)
      if (stored && isValid(stored)) {
        const {countHit, logHit} = stored.policy
        send(stored, outgoing)
        countHit?.()
        logHit?.(performance.now() - begun, addressOf(incoming))
        return
      }
      if (stored) responses.delete(keys.whole)
      const head = keys.search === undefined ? undefined : heads.get(keys.address)
      const {answerSearch, logHit} = head?.policy ?? {}
      const answering = answerSearch?.(keys.search ?? '', {
        address: addressOf(incoming),
        signal: closeSignal(outgoing),
      })
      if (!head || !answering) return otherwise()
      answering
        .then((answer) => sendUnderHead(head, answer, {key: keys.whole, outgoing, responses}))
        .then(
          () => logHit?.(performance.now() - begun, addressOf(incoming)),
          (error: unknown) => {
            failures.set(incoming, {error})
            otherwise()
          },
        )
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

/** Stores what may be sent again, and returns a response whose body can still be read. */
async function store(
  response: Response,
  {
    incoming,
    policy,
    caches,
  }: {incoming: IncomingMessage; policy: ResponseCachePolicy; caches: Caches},
): Promise<Response> {
  const {isValid, answerSearch} = policy
  if (!isValid && !answerSearch) return response
  const {status} = response
  const keys = keysOf(incoming)
  const headers = [...response.headers].flat()
  const encoding = response.headers.get('content-encoding') as Encoding | null
  if (answerSearch && status === 200) {
    caches.heads.set(keys.address, {headers, policy, encoding: encoding ?? undefined})
  }
  if (!isValid) return response
  const body = await bodyOf(response)
  caches.responses.set(keys.whole, {status, headers, body, policy, validIn: -1})
  return new Response(body, {status, headers: response.headers})
}

/** Sends another body under a stored head. */
async function sendUnderHead(
  {headers, encoding, policy}: Head,
  {body, etag, isValid}: QueryResponse,
  {key, outgoing, responses}: {key: string; outgoing: ServerResponse} & Pick<Caches, 'responses'>,
): Promise<void> {
  const own = [...headers]
  own[own.indexOf('etag') + 1] = encoding ? tagFor(etag, encoding) : etag
  const bytes = encoding ? await COMPRESS[encoding](Buffer.from(body)) : body
  const stored = {status: 200, headers: own, body: bytes, validIn: -1}
  send(stored, outgoing)
  if (isValid) responses.set(key, {...stored, policy: {...policy, isValid}})
}

function send(
  {status, headers, body}: Omit<Stored, 'policy' | 'validIn'>,
  outgoing: ServerResponse,
): void {
  const length = body === null ? [] : ['Content-Length', String(Buffer.byteLength(body))]
  outgoing.writeHead(status, [...headers, ...length])
  outgoing.end(body)
}

/** Aborted if the connection closes before the response is sent. */
function closeSignal(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) controller.abort()
  })
  return controller.signal
}

/** Whether the request has no body. */
const isPlain = ({method, headers}: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

interface Keys {
  /** Address, method and all headers: everything that a response can depend on. */
  whole: string
  /** The same without the query string. */
  address: string
  search: string | undefined
}

function keysOf({method = '', url = '', rawHeaders}: IncomingMessage): Keys {
  const rest = `${method}\n${rawHeaders.join('\n')}`
  const at = url.indexOf('?')
  const [path, search] = at < 0 ? [url, undefined] : [url.slice(0, at), url.slice(at + 1)]
  return {whole: `${url}\n${rest}`, address: `${path}?\n${rest}`, search}
}

/** Plain text as a string: Node sends it in one packet with the head. */
async function bodyOf(response: Response): Promise<string | Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null
  return response.headers.has('content-encoding') ? await response.bytes() : await response.text()
}
