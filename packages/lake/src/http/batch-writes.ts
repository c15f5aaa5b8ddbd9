// Sends all writes to one connection in one turn of the event loop together. An edit is sent on several streams of a
// tab, and each tab receives the edits of all colleagues.
import type {Duplex} from 'node:stream'

/** Returns the function to call before each write. */
export function batchWrites(connection: Duplex): () => void {
  let isBatching = false
  return () => {
    if (isBatching) return
    isBatching = true
    connection.cork()
    setImmediate(() => {
      isBatching = false
      connection.uncork()
    })
  }
}
