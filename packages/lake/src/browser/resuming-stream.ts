// An event stream that outlives the session it was opened in.
//
// The lake ends a session's streams with the session. If the studio saw that end, its form would be read-only while it
// reconnects, and a writer's keystrokes would be lost. So the body goes on: a new stream is opened from the last event
// received, and appended.

export interface ResumingStreamOptions {
  /**
   * Opens the stream, and waits if the session has ended. Rejects with a `TypeError` if the connection is lost: that is
   * passed on, and the studio reconnects by itself.
   */
  open: (lastEventId?: string) => Promise<Response>
  /** Whether an end of the stream can mean that the session has ended. */
  mayResume: () => boolean
  /** Milliseconds. A stream that ends sooner than `minimumMs` after it began is not opened again. */
  now?: () => number
  minimumMs?: number
}

/** Resolves with the head of the first response. Its body is the bodies of all responses in turn. */
export async function openResumingStream({
  open,
  mayResume,
  now = () => performance.now(),
  minimumMs = 500,
}: ResumingStreamOptions): Promise<Response> {
  const first = await open()
  if (!first.ok || !first.body) return first
  const ids = createIdReader()
  let reader = first.body.getReader()
  let since = now()

  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const {done, value} = await reader.read()
        if (!done) {
          ids.read(value)
          controller.enqueue(value)
          return
        }
        const next = mayResume() && now() - since >= minimumMs ? await open(ids.last()) : null
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

/** Finds the `id:` of the last whole event in text that comes in pieces. */
function createIdReader() {
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
