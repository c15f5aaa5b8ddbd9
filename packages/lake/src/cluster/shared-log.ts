// The log that the nodes of a cluster share. An entry holds what a transaction changed, so the SQLite file of each node
// becomes the same. `PostgresLog` keeps it in PostgreSQL.
import {hash} from 'node:crypto'
import type {LakeError} from '../errors.ts'

/** What one transaction changed. */
export interface SharedEntry {
  /** 1 for the first entry, then one more each time. */
  position: number
  /** Hash of this and all earlier entries: 32 bytes, see `chainOf`. */
  chain: Uint8Array
  /** A compressed changeset of SQLite. */
  body: Uint8Array
  /**
   * Of an entry that changes it: what all nodes have in common from here on, see `Agreement`. Nodes that have something
   * else write nothing behind it. Null for most entries.
   */
  agreement: string | null
}

/** The newest entry, or position 0. */
export type Head = Pick<SharedEntry, 'position' | 'chain'>

/** All methods but `isAway` block the thread, for some seconds at most. No transaction is open while other code runs. */
export interface SharedLog {
  /**
   * Appends an entry if `before` is still the chain of the newest one, and this node has what was agreed.
   * @returns false if another node was faster; nothing is stored then
   * @throws LogUnavailable if it is not known whether the entry is stored
   * @throws LogFull if it is not, as there is no room
   */
  append(entry: SharedEntry, before: Uint8Array): boolean
  /**
   * The entries after a position, the oldest first: some of them if they are many. And the head of the log.
   * @throws LogUnavailable
   */
  after(position: number): {entries: readonly SharedEntry[]; head: Head}
  /** Notes the last entry that this node has stored. */
  setPosition(position: number): void
  /** Why nothing can be appended now; null if it can be tried. */
  isAway(): LakeError | null
}

/** Before the first entry. */
export const NO_CHAIN: Uint8Array = new Uint8Array(32)

/** SHA-256 over the chain of the entry before, the body, and the agreement. */
export const chainOf = (
  before: Uint8Array,
  {body, agreement}: Pick<SharedEntry, 'body' | 'agreement'>,
): Uint8Array =>
  hash('sha256', Buffer.concat([before, body, Buffer.from(agreement ?? '')]), 'buffer')

export const isSameChain = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(one, other) === 0
