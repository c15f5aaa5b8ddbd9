// Event streams that begin before the server is there, and the log positions in them.
import {createIdReader} from '@copydesk/lake/transport'

/** The documents that a stream is about. Undefined if it cannot be resumed: then its events have no log position. */
export function documentsOf({
  pathname,
  searchParams,
}: URL): {dataset: string; ids: string[]} | undefined {
  const [, dataset = ''] = /\/data\/listen\/([^/]+)/.exec(pathname) ?? []
  if (searchParams.get('enableResume') !== 'true') return undefined
  return {dataset, ids: JSON.parse(searchParams.get('$ids') ?? '[]') as string[]}
}

/** @param heard is called with each log position in the stream */
export function withPositions(response: Response, heard: (position: number) => void): Response {
  if (!response.ok || !response.body) return response
  const ids = createIdReader()
  const reading = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      ids.read(chunk)
      const last = ids.last()
      // Within a transaction the IDs have a dot.
      if (last && /^\d+$/.test(last)) heard(Number(last))
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(reading), response)
}

/**
 * A stream that has begun, and goes on with another once the server is there.
 *
 * @param position log position of the documents that the reader has
 * @param open waits for the server
 */
export function streamFrom(
  position: number | undefined,
  open: (signal: AbortSignal) => Promise<Response>,
): Response {
  const id = position === undefined ? '' : `id: ${position}\n`
  const welcome = `event: welcome\n${id}data: {"listenerName":"offline"}\n\n`
  const ending = new AbortController()
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(welcome)),
    async pull(controller) {
      reader ??= (await open(ending.signal)).body?.getReader()
      const next = await reader?.read()
      if (next?.value) controller.enqueue(next.value)
      else controller.close()
    },
    async cancel(reason) {
      ending.abort(reason)
      await reader?.cancel(reason)
    },
  })
  return new Response(body, {headers: {'content-type': 'text/event-stream'}})
}
