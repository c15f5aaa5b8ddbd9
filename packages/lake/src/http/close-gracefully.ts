// The end of a WebSocket whose server goes down: said, and not waited for.
import type {WebSocket} from 'ws'

/** RFC 6455: the server is going down. */
const GOING_AWAY = 1001
/** Who does not answer the goodbye is cut off after so long. Milliseconds. */
const PATIENCE_MS = 1_000

/** @param close as the socket's owner ends it */
export function closeGracefully(
  client: WebSocket,
  close: (code: number, reason: string) => void = (code, reason) => client.close(code, reason),
): void {
  close(GOING_AWAY, 'The server is going down.')
  setTimeout(() => client.terminate(), PATIENCE_MS).unref()
}
