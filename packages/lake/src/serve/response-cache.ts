// Answers a request as the same one was answered a moment ago, before anything else looks at it: what a page asks
// for each of its readers costs hardly more than sending it. Whether the answer still holds, and what another query
// string gets in place of it, those say who made it (`http/repetition.ts`).
import {LRUCache} from 'lru-cache'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Another, Repetition} from '../http/repetition.ts'
import {COMPRESS, tagFor, type Encoding} from './compressed.ts'

type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

export interface AnsweredBefore {
  /** Answers as `answer` does, and keeps what it says may be sent again. */
  keeping(answer: Fetch): Fetch
  /** Sends what the same request got, where it gets the same now. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse, otherwise: () => void): void
}

interface Sent {
  status: number
  /** Names and values in turn, as Node takes them, but for the length. */
  headers: readonly string[]
  body: string | Uint8Array | null
  repetition: Repetition
  /** The turn of the event loop in which it was found to hold. */
  heldIn: number
}

/** What answers to one address have in common. */
interface Head {
  headers: readonly string[]
  encoding: Encoding | undefined
  repetition: Repetition
}

const MOST_BYTES = 16 * 1024 * 1024
const MOST_ENTRIES = 2_000
const LARGEST = 1024 * 1024
const MOST_HEADS = 200

/**
 * @param addressOf whose request it is, for those who are told of it
 * @param most bytes of all answers that are kept
 */
export function createAnsweredBefore(
  addressOf: (incoming: IncomingMessage) => string,
  most = MOST_BYTES,
): AnsweredBefore {
  const kept = new LRUCache<string, Sent>({
    max: MOST_ENTRIES,
    maxSize: most,
    maxEntrySize: LARGEST,
    sizeCalculation: ({body}, key) => key.length + (body?.length ?? 0),
  })
  const heads = new LRUCache<string, Head>({max: MOST_HEADS})
  const failures = new WeakMap<IncomingMessage, {error: unknown}>()
  let turn = 0
  let isEnding = false

  /** What is read in one turn had come before any of it was answered: what holds for one holds for all. */
  const holds = (sent: Sent): boolean => {
    if (sent.heldIn === turn) return true
    if (!sent.repetition.isSame?.()) return false
    sent.heldIn = turn
    if (isEnding) return true
    isEnding = true
    setImmediate(() => {
      isEnding = false
      turn += 1
    })
    return true
  }

  const answerAnother = async (
    {headers, encoding, repetition}: Head,
    {body, etag, isSame}: Another,
    {key, outgoing}: {key: string; outgoing: ServerResponse},
  ): Promise<void> => {
    const own = [...headers]
    own[own.indexOf('etag') + 1] = encoding ? tagFor(etag, encoding) : etag
    const bytes = encoding ? await COMPRESS[encoding](Buffer.from(body)) : body
    const sent = {status: 200, headers: own, body: bytes, heldIn: -1}
    send(sent, outgoing)
    if (isSame) kept.set(key, {...sent, repetition: {...repetition, isSame}})
  }

  return {
    keeping: (answer) => async (request, bindings) => {
      const {incoming} = bindings as {incoming: IncomingMessage}
      if (!isPlain(incoming)) return answer(request, bindings)
      const failure = failures.get(incoming)
      const repetition: Repetition = failure ? {failure} : {}
      const response = await answer(request, {...bindings, repetition})
      const {isSame, another} = repetition
      if (!isSame && !another) return response
      const {status} = response
      const headers = [...response.headers].flat()
      const encoding = response.headers.get('content-encoding') as Encoding | null
      if (another && status === 200) {
        heads.set(keysOf(incoming).address, {
          headers,
          repetition,
          encoding: encoding ?? undefined,
        })
      }
      if (!isSame) return response
      const body = await bodyOf(response)
      kept.set(keysOf(incoming).whole, {status, headers, body, repetition, heldIn: -1})
      return new Response(body, {status, headers: response.headers})
    },
    answer(incoming, outgoing, otherwise) {
      if (heads.size + kept.size === 0 || !isPlain(incoming)) return otherwise()
      const begun = performance.now()
      const keys = keysOf(incoming)
      const sent = kept.get(keys.whole)
      if (sent && holds(sent)) {
        const {count, tell} = sent.repetition
        send(sent, outgoing)
        count?.()
        tell?.(performance.now() - begun, addressOf(incoming))
        return
      }
      if (sent) kept.delete(keys.whole)
      const head = keys.search === undefined ? undefined : heads.get(keys.address)
      const {another, tell} = head?.repetition ?? {}
      const answering = another?.(keys.search ?? '', addressOf(incoming))
      if (!head || !answering) return otherwise()
      answering
        .then((answer) => answerAnother(head, answer, {key: keys.whole, outgoing}))
        .then(
          () => tell?.(performance.now() - begun, addressOf(incoming)),
          (error: unknown) => {
            failures.set(incoming, {error})
            otherwise()
          },
        )
    },
  }
}

function send({status, headers, body}: Omit<Sent, 'repetition'>, outgoing: ServerResponse): void {
  const length = body === null ? [] : ['Content-Length', String(Buffer.byteLength(body))]
  outgoing.writeHead(status, [...headers, ...length])
  outgoing.end(body)
}

/** Whether its head is all there is of the request. */
const isPlain = ({method, headers}: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

interface Keys {
  /** Everything that came: whatever an answer hangs on is among it. */
  whole: string
  /** The same without what stands behind `?`. */
  address: string
  search: string | undefined
}

function keysOf({method = '', url = '', rawHeaders}: IncomingMessage): Keys {
  const rest = `${method}\n${rawHeaders.join('\n')}`
  const at = url.indexOf('?')
  const [path, search] = at < 0 ? [url, undefined] : [url.slice(0, at), url.slice(at + 1)]
  return {whole: `${url}\n${rest}`, address: `${path}?\n${rest}`, search}
}

/** Text as a string, which Node sends together with the head. */
async function bodyOf(response: Response): Promise<string | Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null
  return response.headers.has('content-encoding') ? await response.bytes() : await response.text()
}
