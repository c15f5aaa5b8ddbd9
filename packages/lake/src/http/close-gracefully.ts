// Closes a WebSocket when its server shuts down, without waiting for the client.
import type {WebSocket} from 'ws'

/** RFC 6455: the server is going down. */
const GOING_AWAY = 1001
/** How long a client has to answer the close frame. */
const GRACE_MS = 1_000

/** @param close how the owner of the socket closes it */
export function closeGracefully(
  client: WebSocket,
  close: (code: number, reason: string) => void = (code, reason) => client.close(code, reason),
): void {
  close(GOING_AWAY, 'The server is going down.')
  setTimeout(() => client.terminate(), GRACE_MS).unref()
}
