// The log that the nodes of a cluster share. An entry holds what a transaction changed, so the SQLite file of each node
// becomes the same. `PostgresLog` keeps it in PostgreSQL.
import {hash} from 'node:crypto'

/** What one transaction changed. */
export interface SharedEntry {
  /** 1 for the first entry, then one more each time. */
  position: number
  /** Hash of this and all earlier entries: 32 bytes, see `chainOf`. */
  chain: Uint8Array
  /** A compressed changeset of SQLite. */
  body: Uint8Array
}

/** The newest entry, or position 0. */
export type Head = Pick<SharedEntry, 'position' | 'chain'>

/**
 * All methods block the thread, for a second at most, so that a transaction of SQLite is never open while other code of
 * this thread runs.
 */
export interface SharedLog {
  /**
   * Appends an entry if `before` is still the chain of the newest one.
   * @returns false if another node was faster; nothing is stored then
   * @throws LogUnavailable if it is not known whether the entry is stored
   */
  append(entry: SharedEntry, before: Uint8Array): boolean
  /**
   * The entries after a position, the oldest first: some of them if they are many. And the head of the log.
   * @param position the last entry that this node has
   * @throws LogUnavailable
   */
  after(position: number): {entries: readonly SharedEntry[]; head: Head}
}

/** Before the first entry. */
export const NO_CHAIN: Uint8Array = new Uint8Array(32)

/** SHA-256 over the chain of the entry before and the body. */
export const chainOf = (before: Uint8Array, body: Uint8Array): Uint8Array =>
  hash('sha256', Buffer.concat([before, body]), 'buffer')

export const isSameChain = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(one, other) === 0
