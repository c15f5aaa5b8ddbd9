// A node of a cluster: its transactions are stored once the shared log has them, and it applies those of other nodes.
import type {DatabaseSync, Session} from 'node:sqlite'
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib'
import {LogDiverged, LogFull, LogUnavailable, type LakeError} from '../errors.ts'
import {busyError, commitThrough, inOwnTransaction, type Attempt} from '../store/database.ts'
import {chainOf, isSameChain, type Head, type SharedEntry, type SharedLog} from './shared-log.ts'

export interface Member {
  /** Applies what other nodes have appended, all of it, and returns the number of entries. */
  catchUp(): number
  /**
   * Appends what all nodes have in common from now on. It holds for this node once it catches up.
   * @returns false if another node was faster
   */
  agree(agreement: string): boolean
  /** The last entry that this node has. */
  head(): Head
  /** Why this node can no longer write; null for a healthy node. */
  divergence(): LogDiverged | null
  /** Why nothing can be written at the moment, or at all; null if it can be tried. */
  trouble(): LakeError | null
  /** How often other nodes were faster since the start. */
  conflicts(): number
  /** Calls `listener` after entries of other nodes were applied. It must not throw. */
  onApplied(listener: () => void): void
}

export interface MemberOptions {
  database: DatabaseSync
  log: SharedLog
  /**
   * Called before an entry with another agreement is applied.
   * @throws LogDiverged if this node does not have what was agreed
   */
  adopt?: (agreement: string) => void
  /** Lets people write between two of its large transactions: for programs that write many. */
  givesWay?: boolean
}

/** Bytes. Other nodes need so long for a larger entry that they would hardly ever be faster. */
const LARGE = 32 * 1024
/** How long others may write then. Milliseconds. */
const WAY_MS = 25

/** Other nodes were faster this many times. The caller is told that the database is busy. */
const MOST_ATTEMPTS = 50

const NOTHING = zstdCompressSync(new Uint8Array())

/**
 * From now on every transaction of `database` goes through the log.
 * @throws LogDiverged if this node is not a copy of the log
 */
export function createMember(options: MemberOptions): Member {
  const member = new ClusterMember(options)
  commitThrough(options.database, (work, attempts) => member.commit(work, attempts))
  return member
}

/** An entry of this node without an answer: the log may have it, or get it. */
interface Unsettled {
  entry: SharedEntry
  attempt: Attempt<unknown>
}

class ClusterMember implements Member {
  readonly #database: DatabaseSync
  readonly #log: SharedLog
  readonly #adopt: (agreement: string) => void
  readonly #givesWay: boolean
  readonly #listeners: (() => void)[] = []
  readonly #state: ReturnType<typeof clusterTable>
  #unsettled: Unsettled[] = []
  #divergence: LogDiverged | null = null
  #conflicts = 0
  #telling: NodeJS.Immediate | undefined
  /** Of the last entry that was appended. */
  #full: LogFull | null = null

  constructor({database, log, adopt = () => {}, givesWay = false}: MemberOptions) {
    this.#database = database
    this.#log = log
    this.#adopt = adopt
    this.#givesWay = givesWay
    this.#state = clusterTable(database)
  }

  head = (): Head => this.#state.head()

  divergence = (): LogDiverged | null => this.#divergence

  trouble = (): LakeError | null => this.#divergence ?? this.#log.isAway() ?? this.#full

  conflicts = (): number => this.#conflicts

  onApplied = (listener: () => void): void => void this.#listeners.push(listener)

  /**
   * Runs `work` until it is stored, here and in the log. It runs again each time that another node was faster.
   * @param attempts earlier ones of the same work, which had no answer. If one of them is in the log, its result counts
   */
  commit<T>(work: () => T, attempts: Attempt<T>[]): T {
    for (let count = 0; count < MOST_ATTEMPTS; count++) {
      const trouble = this.#divergence ?? this.#log.isAway()
      if (trouble) throw trouble
      // Listeners take long. Meanwhile another node could be faster again.
      if ((attempts.length > 0 || count > 0) && this.#pull() > 0) this.#tellSoon()
      const stored = attempts.find(({isStored}) => isStored)
      if (stored) return stored.result
      const outcome = this.#attempt(work, attempts)
      if (outcome) return outcome.result
      this.#conflicts++
    }
    throw busyError()
  }

  /** Null if another node was faster: nothing has changed then. */
  #attempt<T>(work: () => T, attempts: Attempt<T>[]): {result: T} | null {
    let sent: {entry: SharedEntry; result: T; bytes: number} | undefined
    let isFirst = true
    try {
      const done = inOwnTransaction(this.#database, () => {
        const {result, changeset} = recorded(this.#database, work)
        if (changeset.length > 0) {
          const before = this.#state.head()
          const entry = nextEntry(before, {body: zstdCompressSync(changeset), agreement: null})
          sent = {entry, result, bytes: changeset.length}
          isFirst = this.#log.append(entry, before.chain)
          // What was done so far has to be undone.
          if (!isFirst) throw new Error('Another node was faster.')
          this.#state.put(entry)
        }
        return {result}
      })
      if (!sent) return done
      this.#noteStored(sent.entry)
      if (this.#givesWay && sent.bytes > LARGE) sleepHere(WAY_MS)
      return done
    } catch (error) {
      if (!isFirst) return null
      if (error instanceof LogFull) this.#full = error
      if (!sent || error instanceof LogFull) throw error
      // The log may have it: the answer was lost, or this machine could not store it.
      const attempt = {result: sent.result, isStored: false}
      attempts.push(attempt)
      this.#unsettled.push({entry: sent.entry, attempt})
      throw error instanceof LogUnavailable ? error : new LogUnavailable(String(error))
    }
  }

  #noteStored({position}: SharedEntry): void {
    this.#full = null
    this.#log.setPosition(position)
    this.#forgetUpTo(position)
  }

  agree(agreement: string): boolean {
    const before = this.#state.head()
    return this.#log.append(nextEntry(before, {body: NOTHING, agreement}), before.chain)
  }

  catchUp(): number {
    const applied = this.#pull()
    if (applied > 0) this.#tell()
    return applied
  }

  #tell(): void {
    clearImmediate(this.#telling)
    this.#telling = undefined
    for (const listener of this.#listeners) listener()
  }

  #tellSoon(): void {
    this.#telling ??= setImmediate(() => this.#tell())
  }

  /** Applies what the log has, and returns the number of entries. */
  #pull(): number {
    let applied = 0
    for (;;) {
      const own = this.#state.head()
      this.#log.setPosition(own.position)
      const read = this.#log.after(own.position)
      this.#check(own, read)
      if (read.entries.length === 0) break
      applied += this.#apply(read.entries)
    }
    return applied
  }

  /** @param own the last entry of this node before the log was read */
  #check(own: Head, {entries, head}: ReturnType<SharedLog['after']>): void {
    if (head.position < own.position)
      this.#diverge(
        `This node has ${own.position} entries, the cluster’s log only ${head.position}: entries are gone from the log.`,
      )
    if (head.position === own.position && !isSameChain(head.chain, own.chain))
      this.#diverge(`Entry ${own.position} of the cluster’s log is not the one that this node has.`)
    const isMissing = head.position > own.position && entries[0]?.position !== own.position + 1
    if (isMissing)
      this.#diverge(
        `Entry ${own.position + 1} is no longer in the cluster’s log: this node was away for too long.`,
      )
  }

  /** Returns how many were new. A command on the same folder may have stored some of them meanwhile. */
  #apply(entries: readonly SharedEntry[]): number {
    const barrier = entries.find(({agreement}) => agreement !== null)
    const before = barrier ? entries.slice(0, entries.indexOf(barrier)) : entries
    const applied = this.#applyAll(before)
    if (!barrier || applied < before.length) return applied
    if (barrier.agreement !== null) this.#adoptOrStop(barrier.agreement)
    return applied + this.#applyAll([barrier])
  }

  #adoptOrStop(agreement: string): void {
    try {
      this.#adopt(agreement)
    } catch (error) {
      if (error instanceof LogDiverged) this.#divergence = error
      throw error
    }
  }

  #applyAll(entries: readonly SharedEntry[]): number {
    // Rows that a foreign key deletes are in the changeset, too. SQLite ignores this inside of a transaction.
    this.#database.exec('PRAGMA foreign_keys = OFF')
    try {
      return inOwnTransaction(this.#database, () => {
        const own = this.#state.head()
        const left = entries.filter(({position}) => position > own.position)
        let {chain} = own
        for (const entry of left) {
          chain = chainOf(chain, entry)
          const isNext = isSameChain(chain, entry.chain)
          // `applyChangeset` answers false for a row that is not as it was on the other node.
          if (!isNext || !this.#database.applyChangeset(zstdDecompressSync(entry.body)))
            this.#diverge(`Entry ${entry.position} of the cluster’s log does not fit this node.`)
          this.#state.put(entry)
        }
        this.#settle(entries)
        return left.length
      })
    } finally {
      this.#database.exec('PRAGMA foreign_keys = ON')
    }
  }

  /** What is known now of entries without an answer. */
  #settle(entries: readonly SharedEntry[]): void {
    for (const {position, chain} of entries) {
      for (const {entry, attempt} of this.#unsettled)
        if (entry.position === position && isSameChain(entry.chain, chain)) attempt.isStored = true
    }
    this.#forgetUpTo(entries.at(-1)?.position ?? 0)
  }

  /** What arrives later has no place in the log any more. */
  #forgetUpTo(position: number): void {
    this.#unsettled = this.#unsettled.filter(({entry}) => entry.position > position)
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

function nextEntry(before: Head, content: Pick<SharedEntry, 'body' | 'agreement'>): SharedEntry {
  return {position: before.position + 1, chain: chainOf(before.chain, content), ...content}
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

/** Nothing else is done in this thread meanwhile. */
const sleepHere = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
