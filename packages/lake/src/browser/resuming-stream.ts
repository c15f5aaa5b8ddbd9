// An event stream that outlives the session and the connection it was opened in.
//
// The lake ends a session's streams with the session, and a server that stops takes its streams along. If the studio saw
// that end, its form would be read-only while it reconnects. It would lose the caret, and with it the next keys. So the
// body goes on: a new stream is opened from the last event received, and appended.

export interface ResumingStreamOptions {
  /**
   * Opens the stream, and waits if the session has ended or the server is away. A rejection is passed on: the studio
   * reconnects by itself.
   */
  open: (lastEventId?: string) => Promise<Response>
  /** Milliseconds. A stream that ends sooner than `minimumMs` after it began is opened again after as long. */
  now?: () => number
  minimumMs?: number
}

/**
 * So many streams in a row may end soon: when the network returns, the sockets are renewed more than once. After that the
 * end is passed on.
 */
const SOON_ENDS = 5

/** Resolves with the head of the first response. Its body is the bodies of all responses in turn. */
export async function openResumingStream({
  open,
  now = () => performance.now(),
  minimumMs = 500,
}: ResumingStreamOptions): Promise<Response> {
  const first = await open()
  if (!first.ok || !first.body) return first
  const ids = createIdReader()
  let reader = first.body.getReader()
  let since = now()
  let soonEnds = 0

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const {done, value} = await readUntilLost(reader)
        if (!done) {
          ids.read(value)
          controller.enqueue(value)
          return
        }
        soonEnds = now() - since < minimumMs ? soonEnds + 1 : 0
        const isResumed = soonEnds <= SOON_ENDS
        if (isResumed && soonEnds > 0) await new Promise((done) => setTimeout(done, minimumMs))
        const next = isResumed ? await open(ids.last()) : null
        if (!next?.ok || !next.body) {
          controller.close()
          return
        }
        reader = next.body.getReader()
        since = now()
        // Ends a line that the old body may have left unfinished.
        controller.enqueue(new TextEncoder().encode('\n\n'))
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return new Response(body, {status: first.status, headers: first.headers})
}

/** A lost connection is a `TypeError`, and an end like others. What the studio aborts is not opened again. */
async function readUntilLost(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.read()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return {done: true, value: undefined}
  }
}

/** Finds the `id:` of the last whole event in text that comes in pieces. */
export function createIdReader() {
  const decoder = new TextDecoder()
  let rest = ''
  let last: string | undefined
  return {
    last: () => last,
    read(chunk: Uint8Array): void {
      rest += decoder.decode(chunk, {stream: true})
      const end = rest.lastIndexOf('\n\n')
      if (end < 0) return
      const found = [...rest.slice(0, end).matchAll(/^id: ?(.*)$/gm)].at(-1)?.[1]
      if (found !== undefined) last = found.trim()
      rest = rest.slice(end + 2)
    },
  }
}
