// What is written to one connection in one turn of the event loop leaves in one piece: an edit comes over
// several streams of a tab, and when many edit at once each tab hears of all of them.
import type {Duplex} from 'node:stream'

/** Answers what to call before each write. */
export function batchWrites(connection: Duplex): () => void {
  let isGathering = false
  return () => {
    if (isGathering) return
    isGathering = true
    connection.cork()
    setImmediate(() => {
      isGathering = false
      connection.uncork()
    })
  }
}
