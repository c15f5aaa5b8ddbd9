// A `text/event-stream` response body that a hub writes to.
import {ANONYMOUS_ACTOR} from '../grants.ts'
import type {ServerEvent, Sink} from '../listen/feed.ts'
import type {Actor} from '../types.ts'

export interface EventStream {
  sink: Sink
  body: ReadableStream<Uint8Array>
  /**
   * Runs `work` once when the reader disconnects or the stream ends; immediately if it has ended.
   */
  whenClosed(work: () => void): void
}

/** Unsent bytes above which a reader is too slow: the stream ends, and the reader can resume. */
const BUFFER_BYTES = 4 * 1024 * 1024
/** An anonymous client can open hundreds of streams and read none. */
const ANONYMOUS_BUFFER_BYTES = 256 * 1024

export const EVENT_STREAM_HEADERS: Record<string, string> = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // By default nginx buffers small responses.
  'x-accel-buffering': 'no',
}

/** A share token permits reading documents, but not listening for their changes. */
export function listenerOf(actor: Actor): Actor {
  return actor.kind === 'shareToken' ? ANONYMOUS_ACTOR : actor
}

/** How many unsent bytes this reader may have. */
const bufferBytesOf = ({kind}: Actor): number =>
  kind === 'anonymous' ? ANONYMOUS_BUFFER_BYTES : BUFFER_BYTES

const encoder = new TextEncoder()
const START = encoder.encode(':\nretry: 500\n\n')
const IDLE = encoder.encode(':\n\n')
/** Events that many streams send are encoded once. */
const written = new WeakMap<readonly ServerEvent[], Uint8Array>()

function bytesOf(events: readonly ServerEvent[]): Uint8Array {
  const known = written.get(events)
  if (known) return known
  const bytes = encoder.encode(events.map(format).join(''))
  written.set(events, bytes)
  return bytes
}

/** The stream starts with `retry: 500`: clients come back after half a second, not three. */
export function createEventStream(reader: Actor): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let onClose: (() => void) | undefined
  const close = (): void => {
    controller = undefined
    onClose?.()
    onClose = undefined
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start(streamController) {
        controller = streamController
      },
      cancel: close,
    },
    new ByteLengthQueuingStrategy({highWaterMark: bufferBytesOf(reader)}),
  )
  const write = (bytes: Uint8Array): void => {
    if (!controller) return
    if ((controller.desiredSize ?? 0) <= 0) sink.end()
    else controller.enqueue(bytes)
  }
  const sink: Sink = {
    send: (events) => write(bytesOf(events)),
    idle: () => write(IDLE),
    end() {
      // Buffered events still reach the reader before the end.
      controller?.close()
      close()
    },
  }
  write(START)
  return {
    sink,
    body,
    whenClosed(work) {
      if (controller) onClose = work
      else work()
    },
  }
}

function format({event, id, data}: ServerEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`
}
