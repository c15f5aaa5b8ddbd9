// A node of a cluster: its transactions are stored once the shared log has them, and it applies those of other nodes.
import type {DatabaseSync, Session} from 'node:sqlite'
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib'
import {busyError, commitThrough, inOwnTransaction} from '../store/database.ts'
import {LogDiverged} from '../errors.ts'
import {chainOf, isSameChain, type Head, type SharedEntry, type SharedLog} from './shared-log.ts'

export interface Member {
  /** Applies what other nodes have appended, all of it, and returns the number of entries. */
  catchUp(): number
  /** The last entry that this node has. */
  head(): Head
  /** Why this node can no longer write; null for a healthy node. */
  divergence(): LogDiverged | null
  /** How often other nodes were faster since the start. */
  conflicts(): number
  /** Calls `listener` after entries of other nodes were applied. It must not throw. */
  onApplied(listener: () => void): void
}

export interface MemberOptions {
  database: DatabaseSync
  log: SharedLog
}

/** Other nodes were faster this many times. The caller is told that the database is busy. */
const MOST_ATTEMPTS = 50

/**
 * From now on every transaction of `database` goes through the log.
 * @throws LogDiverged if this node is not a copy of the log
 */
export function createMember(options: MemberOptions): Member {
  const member = new ClusterMember(options)
  commitThrough(options.database, (work) => member.commit(work))
  return member
}

class ClusterMember implements Member {
  readonly #database: DatabaseSync
  readonly #log: SharedLog
  readonly #listeners: (() => void)[] = []
  readonly #state: ReturnType<typeof clusterTable>
  #divergence: LogDiverged | null = null
  #conflicts = 0

  constructor({database, log}: MemberOptions) {
    this.#database = database
    this.#log = log
    this.#state = clusterTable(database)
  }

  head = (): Head => this.#state.head()

  divergence = (): LogDiverged | null => this.#divergence

  conflicts = (): number => this.#conflicts

  onApplied = (listener: () => void): void => void this.#listeners.push(listener)

  /** Runs `work` until it is stored, here and in the log. It runs again each time that another node was faster. */
  commit<T>(work: () => T): T {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (this.#divergence) throw this.#divergence
      const outcome = this.#attempt(work)
      if (outcome) return outcome.result
      this.#conflicts++
      this.catchUp()
    }
    throw busyError()
  }

  /** Null if another node was faster: nothing has changed then. */
  #attempt<T>(work: () => T): {result: T} | null {
    let isFirst = true
    try {
      return inOwnTransaction(this.#database, () => {
        const {result, changeset} = recorded(this.#database, work)
        if (changeset.length > 0) {
          const entry = nextEntry(this.#state.head(), changeset)
          isFirst = this.#log.append(entry, entry.before)
          // What was done so far has to be undone.
          if (!isFirst) throw new Error('Another node was faster.')
          this.#state.put(entry)
        }
        return {result}
      })
    } catch (error) {
      if (isFirst) throw error
      return null
    }
  }

  catchUp(): number {
    let applied = 0
    for (;;) {
      const {position, chain} = this.#state.head()
      const {entries, head} = this.#log.after(position)
      this.#check({position, chain}, {entries, head})
      if (entries.length === 0) break
      this.#apply(entries)
      applied += entries.length
    }
    if (applied > 0) for (const listener of this.#listeners) listener()
    return applied
  }

  #check(own: Head, {entries, head}: ReturnType<SharedLog['after']>): void {
    if (head.position < own.position)
      this.#diverge(
        `This node has ${own.position} entries, the cluster’s log only ${head.position}: entries are gone from the log.`,
      )
    if (head.position === own.position && !isSameChain(head.chain, own.chain))
      this.#diverge(`Entry ${own.position} of the cluster’s log is not the one that this node has.`)
    const [next] = entries
    if (next && next.position !== own.position + 1)
      this.#diverge(
        `Entry ${own.position + 1} is no longer in the cluster’s log: this node was away for too long.`,
      )
  }

  #apply(entries: readonly SharedEntry[]): void {
    // Rows that a foreign key deletes are in the changeset, too. SQLite ignores this inside of a transaction.
    this.#database.exec('PRAGMA foreign_keys = OFF')
    try {
      inOwnTransaction(this.#database, () => {
        let {chain} = this.#state.head()
        for (const entry of entries) {
          chain = chainOf(chain, entry.body)
          const isNext = isSameChain(chain, entry.chain)
          // `applyChangeset` answers false for a row that is not as it was on the other node.
          if (!isNext || !this.#database.applyChangeset(zstdDecompressSync(entry.body)))
            this.#diverge(`Entry ${entry.position} of the cluster’s log does not fit this node.`)
          this.#state.put(entry)
        }
      })
    } finally {
      this.#database.exec('PRAGMA foreign_keys = ON')
    }
  }

  #diverge(why: string): never {
    this.#divergence = new LogDiverged(`${why} It writes nothing until somebody decides.`)
    throw this.#divergence
  }
}

/** Runs `work` and returns what it changed, too. */
function recorded<T>(database: DatabaseSync, work: () => T): {result: T; changeset: Uint8Array} {
  const session: Session = database.createSession()
  try {
    const result = work()
    return {result, changeset: session.changeset()}
  } finally {
    session.close()
  }
}

function nextEntry(head: Head, changeset: Uint8Array): SharedEntry & {before: Uint8Array} {
  const body = zstdCompressSync(changeset)
  const before = head.chain
  return {position: head.position + 1, before, chain: chainOf(before, body), body}
}

/** Table `cluster`: how far this node has the shared log. Without a row, the folder is not a node. */
export function clusterTable(database: DatabaseSync): {
  /** IDs of the cluster and of this node; null for a lake of its own. */
  ids(): {cluster: string; node: string} | null
  head(): Head
  put(head: Head): void
} {
  const select = database.prepare('SELECT id, node, position, chain FROM cluster')
  const update = database.prepare('UPDATE cluster SET position = ?, chain = ?')
  return {
    ids() {
      const row = select.get()
      return row ? {cluster: String(row['id']), node: String(row['node'])} : null
    },
    head() {
      const row = select.get()
      if (!row) throw new Error('This data folder is not a node of a cluster.')
      return {position: Number(row['position']), chain: row['chain'] as Uint8Array}
    },
    put: ({position, chain}) => void update.run(position, chain),
  }
}
