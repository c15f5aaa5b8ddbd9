// Answers a request as the same one was answered a moment ago, before anything else looks at it: what a page asks
// for each of its readers costs hardly more than sending it. Whether the answer still holds, those say who made
// it (`lake/http/repetition.ts`).
import {LRUCache} from 'lru-cache'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Repetition} from '../lake/http/repetition.ts'

type Fetch = (request: Request, bindings: object) => Response | Promise<Response>

export interface AnsweredBefore {
  /** Answers as `answer` does, and keeps what it says may be sent again. */
  keeping(answer: Fetch): Fetch
  /** Sends what the same request got, where it gets the same now; false where somebody else has to answer. */
  answer(incoming: IncomingMessage, outgoing: ServerResponse): boolean
}

interface Sent {
  status: number
  /** Names and values in turn, as Node takes them. */
  headers: string[]
  body: string | Uint8Array | null
  repetition: Repetition
  /** The turn of the event loop in which it was found to hold. */
  heldIn: number
}

const MOST_BYTES = 16 * 1024 * 1024
const MOST_ENTRIES = 2_000
const LARGEST = 1024 * 1024

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

  return {
    keeping: (answer) => async (request, bindings) => {
      const {incoming} = bindings as {incoming: IncomingMessage}
      if (!isPlain(incoming)) return answer(request, bindings)
      const repetition: Repetition = {}
      const response = await answer(request, {...bindings, repetition})
      if (!repetition.isSame) return response
      const {status, headers} = response
      const body = await bodyOf(response)
      const names = [...headers].flat()
      if (body !== null) names.push('Content-Length', String(Buffer.byteLength(body)))
      kept.set(keyOf(incoming), {status, headers: names, body, repetition, heldIn: -1})
      return new Response(body, {status, headers})
    },
    answer(incoming, outgoing) {
      const begun = performance.now()
      if (kept.size === 0 || !isPlain(incoming)) return false
      const key = keyOf(incoming)
      const sent = kept.get(key)
      if (!sent) return false
      if (!holds(sent)) {
        kept.delete(key)
        return false
      }
      outgoing.writeHead(sent.status, sent.headers)
      outgoing.end(sent.body)
      sent.repetition.count?.()
      sent.repetition.tell?.(performance.now() - begun, addressOf(incoming))
      return true
    },
  }
}

/** Whether its head is all there is of the request. */
const isPlain = ({method, headers}: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

/** Everything that came: whatever an answer hangs on is among it. */
const keyOf = ({method, url, rawHeaders}: IncomingMessage): string =>
  `${method} ${url}\n${rawHeaders.join('\n')}`

/** Text as a string, which Node sends together with the head. */
async function bodyOf(response: Response): Promise<string | Uint8Array<ArrayBuffer> | null> {
  if (!response.body) return null
  return response.headers.has('content-encoding') ? await response.bytes() : await response.text()
}
