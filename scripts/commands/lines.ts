// NDJSON as it comes in, a line at a time.
import type {ReadableStream} from 'node:stream/web'

/** Lines that hold something. */
export async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, {stream: true})).split('\n')
    rest = parts.pop() ?? ''
    yield* parts.filter((part) => part.trim() !== '')
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield rest
}
