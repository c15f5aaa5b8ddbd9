// A thread with the connections to PostgreSQL. The node's main thread waits for its answers, see postgres-log.ts.
import {randomUUID} from 'node:crypto'
import {setTimeout as sleep} from 'node:timers/promises'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'
import type pg from 'pg'
import {moduleBeside} from '../module-beside.ts'
import {
  NUMBER,
  numbersOf,
  type Answer,
  type Aside,
  type Joined,
  type PostgresThreadOptions,
  type Request,
} from './messages.ts'
import {clockAhead} from './clock-problem.ts'
import {followTouch} from './last-in-touch.ts'
import {isFull, PostgresConnection, reasonOf} from './postgres-connection.ts'
import {
  AFTER,
  APPEND,
  GIVE_UP_LEASE,
  GROWTH,
  HEAD,
  HEARTBEAT,
  HEARTBEATS,
  LAYOUT,
  LEAVE,
  NOW,
  OTHERS,
  POLL,
  REGISTER,
  TAKE_LEASE,
  WHICH_SERVER,
} from './postgres-schema.ts'
import {PresenceTable} from './presence-table.ts'
import type {SharedEntry} from './shared-log.ts'
import type {SnapshotOptions} from './snapshot-thread.ts'

/** How often this node looks for entries of others. */
const POLL_MS = 50
const HEARTBEAT_MS = 1_000
/** A node that is not heard of for so long loses the lease. Seconds. */
const LEASE_SECONDS = 5
/** A node that was not well for so long gives it up. */
const WELL_MS = 3_000
const RECONNECT_MS = 250
/** With a new connection to PostgreSQL, so long this node waits at most for what the others say. */
const HEAR_MS = 3_000
const SNAPSHOT_CHECK_MS = 30_000
/** A node reads this much in seconds. With more, a new snapshot is made, and older entries leave the log. */
const MOST_ENTRIES = 10_000
const MOST_BYTES = 64 * 1024 * 1024

const now = (): bigint => process.hrtime.bigint()
const isOlder = (time: bigint, milliseconds: number): boolean =>
  now() - time > BigInt(milliseconds) * 1_000_000n
const tell = (aside: Aside): void => {
  const port = parentPort
  port?.postMessage(aside)
}

const IS_STANDBY = 'the database is a standby'
const OTHER_SERVER = 'the database has moved to another server'

/** Cannot be mended by trying again. */
class Refused extends Error {}

class PostgresThread {
  readonly presence: PresenceTable
  readonly #options: PostgresThreadOptions
  readonly #numbers
  readonly #answers
  /** For requests of the node, and for what goes on beside them. */
  readonly #requests: PostgresConnection
  readonly #beside: PostgresConnection
  /** Of this process: a copy of a folder has its ID, too. */
  readonly #instance = randomUUID()
  #cluster: string | null = null
  #whyAway = 'it was not reached yet'
  #isOver = false
  #beaten = 0n
  /** IDs of the nodes that are there, and of those that were when this one was last connected. */
  #live: string[] = []
  #others: string[] = []
  /** The server to which requests go. */
  #server: string | null = null
  readonly #touch = followTouch()
  /** The last request to look at the log, and the last one that was answered. */
  #wanted = 0
  #looked = 0
  #wake: () => void = () => {}

  constructor(options: PostgresThreadOptions) {
    const {url, node, id, port, shared} = options
    const {answers, numbers} = numbersOf(shared)
    this.#options = options
    this.#answers = answers
    this.#numbers = numbers
    this.#requests = new PostgresConnection(url, `lake ${node}`, () => this.#setConnected(false))
    this.#beside = new PostgresConnection(url, `lake ${node}, beside`)
    this.presence = new PresenceTable(id, tell)
    port.on('message', (request: Request) => void this.#answer(request))
  }

  /** Keeps both connections, until the node leaves. */
  async run(): Promise<void> {
    await Promise.all([this.#follow(), this.#boundLog()])
  }

  /** @param first heard others already */
  async #keepRequests(first: pg.Client): Promise<void> {
    let heard = first
    while (!this.#isOver) {
      try {
        const client = await this.#requests.get()
        if (client !== heard) await this.#hearOthers(client)
        heard = client
      } catch (error) {
        this.#whyAway = reasonOf(error)
      }
      await sleep(RECONNECT_MS)
    }
  }

  #setConnected(isConnected: boolean): void {
    Atomics.store(this.#numbers, NUMBER.isConnected, isConnected ? 1n : 0n)
  }

  #isConnected = (): boolean => Atomics.load(this.#numbers, NUMBER.isConnected) === 1n

  /**
   * A new connection may lead to a server that has lost entries, for example a standby that lagged. A node that has them
   * says so with its next heartbeat. What this node stored before that would be lost.
   */
  async #hearOthers(client: pg.Client): Promise<void> {
    const others = this.#others
    try {
      await this.#poll(client)
      const begun = now()
      const before = await heartbeats(client, others)
      let after = before
      while (others.some((id) => after.get(id) === before.get(id)) && !isOlder(begun, HEAR_MS)) {
        await sleep(POLL_MS)
        after = await heartbeats(client, others)
      }
      const found = await this.#poll(client)
      this.#note(found)
      this.#server = found.server
      if (client === this.#requests.current()) this.#setConnected(true)
    } catch (error) {
      this.#requests.drop(client)
      throw error
    }
  }

  #note({position, furthest, isAlone}: Seen): void {
    Atomics.store(this.#numbers, NUMBER.head, BigInt(position))
    Atomics.store(this.#numbers, NUMBER.furthest, BigInt(furthest))
    Atomics.store(this.#numbers, NUMBER.isAlone, isAlone ? 1n : 0n)
  }

  /** @throws Error if requests go to another server than this */
  #noteOthers({server, live}: Seen): void {
    this.#live = live
    const client = this.#requests.current()
    if (!client || !this.#isConnected()) return
    if (server !== this.#server) {
      this.#requests.drop(client)
      throw new Error(OTHER_SERVER)
    }
    this.#others = live.filter((id) => id !== this.#options.id)
  }

  async #poll(client: pg.Client): Promise<Seen> {
    const {rows} = await client.query<Seen>(POLL)
    const [found] = rows
    if (!found || found.isStandby) throw new Error(IS_STANDBY)
    if (this.#cluster !== null && found.cluster !== this.#cluster)
      throw new Error(`the database has the cluster ${found.cluster}`)
    return found
  }

  /** Looks for entries of other nodes, and tells others that this one is there. */
  async #follow(): Promise<void> {
    while (!this.#isOver) {
      let client: pg.Client | undefined
      try {
        client = await this.#beside.get()
        await this.#look(client)
        await this.#rest()
      } catch (error) {
        this.#whyAway = reasonOf(error)
        if (client) this.#beside.drop(client)
        // Others wait for it.
        this.#beaten = 0n
        await sleep(POLL_MS)
      }
    }
  }

  /** @param number of the request; requests have rising numbers */
  lookFor(number: number): void {
    this.#wanted = number
    this.#wake()
  }

  /** Until the next look is due, or somebody waits for it. */
  async #rest(): Promise<void> {
    if (this.#wanted > this.#looked && this.#isConnected()) return
    const {promise, resolve} = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, POLL_MS)
    this.#wake = resolve
    await promise
    clearTimeout(timer)
  }

  async #look(client: pg.Client): Promise<void> {
    const had = Atomics.load(this.#numbers, NUMBER.position)
    const askedAt = now()
    const looked = this.#wanted
    const found = await this.#poll(client)
    const head = BigInt(found.position)
    this.#noteOthers(found)
    this.#note(found)
    const position = Atomics.load(this.#numbers, NUMBER.position)
    // Until others were heard, it is not known that this is all.
    const isAll = this.#isConnected()
    if (isAll && looked > this.#looked) tell({looked, head: Number(head)})
    else if (head !== position) tell({moved: true})
    if (isAll) this.#looked = looked
    const inTouchAt = isAll ? this.#touch({head, had, has: position, askedAt}) : null
    if (inTouchAt !== null) Atomics.store(this.#numbers, NUMBER.inTouchAt, inTouchAt)
    await this.presence.read(client, Number(found.announced))
    if (!this.#isListed()) return
    // Last: a full disk refuses it, and does not keep this node from following the log.
    const isUnknown = head < had && Number(found.furthest) === 0
    await this.#tellOthers(client, isUnknown)
  }

  /** @param isUrgent the log has lost entries, and other nodes do not know it: they must not write */
  async #tellOthers(client: pg.Client, isUrgent: boolean): Promise<void> {
    // A node that has left would be listed again, and for some seconds nobody could take its place.
    if (this.#isOver) return
    // First: what is written of presence may wait for a standby that is not there.
    if (isUrgent || isOlder(this.#beaten, HEARTBEAT_MS)) {
      await this.#beat(client)
      this.#beaten = now()
    }
    if (!this.#isOver) await this.presence.write(client)
  }

  async #beat(client: pg.Client): Promise<void> {
    const {node, id} = this.#options
    const position = String(Atomics.load(this.#numbers, NUMBER.position))
    const beat = [id, node, this.#instance, position]
    await this.#measureClock(() => client.query(HEARTBEAT, beat))
    await this.#holdLease(client)
    tell({liveNodes: this.#live})
  }

  /** @param ask answers the time of the database as `now` */
  async #measureClock(ask: () => Promise<pg.QueryResult<{now: string}>>): Promise<void> {
    const ahead = await clockAhead(ask)
    Atomics.store(this.#numbers, NUMBER.clockAhead, BigInt(ahead))
  }

  /** A node that cannot write must not keep others from their work. */
  async #holdLease(client: pg.Client): Promise<void> {
    if (this.#isOver) return
    if (isOlder(Atomics.load(this.#numbers, NUMBER.wellAt), WELL_MS)) {
      if (Atomics.exchange(this.#numbers, NUMBER.leaseUntil, 0n) > 0n)
        await client.query(GIVE_UP_LEASE, [this.#instance])
      return
    }
    // Counted from before the question: PostgreSQL counts from later.
    const until = now() + BigInt(LEASE_SECONDS) * 1_000_000_000n
    const {rowCount} = await client.query(TAKE_LEASE, [this.#instance, LEASE_SECONDS])
    Atomics.store(this.#numbers, NUMBER.leaseUntil, rowCount === 1 ? until : 0n)
  }

  /** The node that works in the background makes snapshots, so that the log stays short. */
  async #boundLog(): Promise<void> {
    while (!this.#isOver) {
      await sleep(SNAPSHOT_CHECK_MS, undefined, {ref: false})
      const client = this.#beside.current()
      if (!client || Atomics.load(this.#numbers, NUMBER.leaseUntil) < now()) continue
      try {
        if (await this.#isSnapshotDue(client)) await this.#saveSnapshot()
      } catch (error) {
        this.#whyAway = reasonOf(error)
      }
    }
  }

  async #isSnapshotDue(client: pg.Client): Promise<boolean> {
    const {rows} = await client.query<{schema: number; entries: string; bytes: string}>(GROWTH)
    const [growth] = rows
    return (
      !growth ||
      growth.schema !== this.#options.schema ||
      Number(growth.entries) > MOST_ENTRIES ||
      Number(growth.bytes) > MOST_BYTES
    )
  }

  /** In a thread of its own: copying a large file takes seconds. */
  #saveSnapshot(): Promise<void> {
    const {url, databaseFile, schema} = this.#options
    const options: SnapshotOptions = {url, databaseFile, schema}
    return new Promise((resolve, reject) => {
      const worker = new Worker(moduleBeside(import.meta.url, './snapshot-thread'), {
        workerData: options,
      })
      worker.once('error', reject)
      worker.once('exit', () => resolve())
    })
  }

  #isListed = (): boolean => this.#cluster !== null && this.#options.isCommand !== true

  async #answer(request: Request): Promise<void> {
    const {id} = request
    try {
      this.#send(await this.#perform(request))
    } catch (error) {
      this.#send({id, failed: reasonOf(error), isFull: isFull(error)})
    }
  }

  #send(answer: Answer): void {
    const {port} = this.#options
    port.postMessage(answer)
    Atomics.add(this.#answers, 0, 1)
    Atomics.notify(this.#answers, 0)
  }

  async #perform(request: Request): Promise<Answer> {
    const {id} = request
    if (request.method === 'join') return {id, joined: await this.#join()}
    if (request.method === 'leave') {
      await this.#leave()
      return {id, left: true}
    }
    const client = this.#requests.current()
    // It may have been lost and opened again since the node has asked whether there is one.
    const isHeard = request.method !== 'append' || this.#isConnected()
    if (!client || !isHeard) throw new Error(this.#whyAway)
    try {
      if (request.method === 'after') {
        return {id, read: await readAfter(client, request.position)}
      }
      return {id, isStored: await this.#append(client, request)}
    } catch (error) {
      // An answer like any other: the connection is as it was.
      if (isFull(error)) throw error
      this.#requests.drop(client)
      throw error
    }
  }

  async #append(
    client: pg.Client,
    {entry, before, agreed}: Extract<Request, {method: 'append'}>,
  ): Promise<boolean> {
    // A standby that has to confirm is away, and somebody ended the wait: it is stored here, perhaps only here.
    let warning: string | undefined
    const note = ({severity, message}: {severity?: string; message?: string}): void => {
      if (severity === 'WARNING') warning = message ?? 'a warning'
    }
    client.on('notice', note)
    const {position, chain, body, agreement} = entry
    const values = [position, chain, before, body, this.#cluster, this.#options.id]
    const {rowCount} = await client.query(APPEND, [...values, agreed, agreement, this.#server])
    client.off('notice', note)
    if (warning !== undefined) throw new Error(warning)
    if (rowCount === 1) return true
    const {rows} = await client.query<{server: string}>(WHICH_SERVER)
    if (rows[0]?.server !== this.#server) throw new Error(OTHER_SERVER)
    return false
  }

  async #join(): Promise<Joined> {
    const client = await this.#requests.get()
    const {rows} = await client
      .query<{cluster: string; layout: number; agreement: string}>(HEAD)
      .catch((error: unknown) => {
        // 42P01: undefined table; 3F000: undefined schema
        const isMissing = ['42P01', '3F000'].includes(String((error as {code?: unknown}).code))
        throw isMissing ? new Refused('There is no cluster in this database.') : error
      })
    const [head] = rows
    if (!head) throw new Refused('There is no cluster in this database.')
    if (head.layout !== LAYOUT) {
      throw new Refused(
        `The cluster’s tables have layout ${head.layout}, this version knows layout ${LAYOUT}.`,
      )
    }
    const {node, id, cluster, isCommand} = this.#options
    // Before the cluster knows of this folder: it would wait for its purges.
    if (head.cluster !== cluster) {
      throw new Refused(
        `This data folder is a node of the cluster ${cluster}, the database has the cluster ${head.cluster}.`,
      )
    }
    await this.#measureClock(() => client.query(NOW))
    const {rows: found} = await client.query<{id: string; name: string}>(OTHERS, [id])
    this.#others = found.map((other) => other.id)
    const others = found.map(({name}) => name)
    if (others.includes(node)) throw new Refused(`Another node has the name "${node}", too.`)
    if (!isCommand) {
      await this.#assertOnlyOne(client)
      await client.query(REGISTER, [id, node])
    }
    this.#cluster = head.cluster
    await this.#hearOthers(client)
    void this.#keepRequests(client)
    return {cluster: head.cluster, agreement: head.agreement, others}
  }

  /** A copy of a folder, started beside it, would be taken for the same node. */
  async #assertOnlyOne(client: pg.Client): Promise<void> {
    const seen = async (): Promise<number> => {
      const {rows} = await client.query<{silence: string}>(
        `SELECT extract(epoch FROM clock_timestamp() - seen_at) * 1000 AS silence
         FROM lake.nodes WHERE id = $1`,
        [this.#options.id],
      )
      return Number(rows[0]?.silence ?? Infinity)
    }
    // It may have ended a moment ago, without a word.
    if ((await seen()) > 2 * HEARTBEAT_MS) return
    await sleep(2 * HEARTBEAT_MS)
    if ((await seen()) < 2 * HEARTBEAT_MS) {
      throw new Refused(
        'A copy of this node’s folder runs already, or the database was away while it ended: try again.',
      )
    }
  }

  async #leave(): Promise<void> {
    this.#isOver = true
    const left = [this.#options.id, this.#instance]
    if (this.#isListed())
      await this.#beside
        .current()
        ?.query(LEAVE, left)
        .catch(() => {})
    await Promise.all([this.#requests.end(), this.#beside.end()])
  }
}

interface Seen {
  position: string
  cluster: string
  announced: string
  isStandby: boolean
  furthest: string
  isAlone: boolean
  /** When it was started. */
  server: string
  /** IDs of the nodes that are there. */
  live: string[]
}

/** When nodes said last that they are there. */
async function heartbeats(
  client: pg.Client,
  nodes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const {rows} = await client.query<{id: string; at: string}>(HEARTBEATS, [nodes])
  return new Map(rows.map(({id, at}) => [id, at]))
}

interface AfterRow {
  is_standby: boolean
  head_position: string
  head_chain: Buffer
  position: string | null
  chain: Buffer
  body: Buffer
  agreement: string | null
}

async function readAfter(client: pg.Client, position: number) {
  const read = await readOnce(client, position)
  // A standby that has become the primary meanwhile may have answered with what it had before.
  return read.head.position < position ? readOnce(client, position) : read
}

async function readOnce(client: pg.Client, position: number) {
  const {rows} = await client.query<AfterRow>(AFTER, [position])
  const [first] = rows
  if (!first) throw new Refused('The cluster’s log is gone from the database.')
  // It may not have all entries yet, which does not mean that they are lost.
  if (first.is_standby) throw new Error(IS_STANDBY)
  const entries: SharedEntry[] = rows.flatMap(({position: at, chain, body, agreement}) =>
    at === null ? [] : [{position: Number(at), chain, body, agreement}],
  )
  return {entries, head: {position: Number(first.head_position), chain: first.head_chain}}
}

if (!isMainThread) {
  const thread = new PostgresThread(workerData as PostgresThreadOptions)
  parentPort?.on('message', (aside: Aside) => {
    if ('announce' in aside) thread.presence.note(aside.announce)
    else if ('look' in aside) thread.lookFor(aside.look)
  })
  await thread.run()
}
