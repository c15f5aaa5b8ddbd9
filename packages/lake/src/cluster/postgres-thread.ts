// A thread with the connections to PostgreSQL. The node's main thread waits for its answers, see postgres-log.ts.
import {setTimeout as sleep} from 'node:timers/promises'
import {isMainThread, parentPort, workerData} from 'node:worker_threads'
import pg from 'pg'
import type {PresenceChange} from '../presence/room.ts'
import {
  NUMBER,
  numbersOf,
  type Answer,
  type Aside,
  type PostgresThreadOptions,
  type Request,
} from './messages.ts'
import {
  AFTER,
  ANNOUNCE,
  ANNOUNCED,
  APPEND,
  GROWTH,
  HEAD,
  HEARTBEAT,
  LEAVE,
  LIVE_NODES,
  POLL,
  LAYOUT,
  TAKE_LEASE,
} from './postgres-schema.ts'
import type {SharedEntry} from './shared-log.ts'
import {saveSnapshot} from './snapshots.ts'

/** Longer than a node's main thread waits: after this the connection counts as lost. */
const QUERY_MS = 2_000
/** How often this node looks for entries of others. */
const POLL_MS = 50
const HEARTBEAT_MS = 1_000
/** A node that is not heard of for so long loses the lease. Seconds. */
const LEASE_SECONDS = 5
const RECONNECT_MS = 250
const ANNOUNCE_ALL_MS = 15_000
/** Announcements that may be read twice. */
const OVERLAP = 100
const SNAPSHOT_CHECK_MS = 30_000
/** A node reads this much in seconds. With more, a new snapshot is made, and older entries leave the log. */
const MOST_ENTRIES = 10_000
const MOST_BYTES = 64 * 1024 * 1024
/** A node that others saw so lately is there. Seconds. */
const PRESENT = '10 seconds'

const now = (): bigint => process.hrtime.bigint()
const tell = (aside: Aside): void => parentPort?.postMessage(aside)
const keyOf = ({dataset, session}: Pick<PresenceChange, 'dataset' | 'session'>): string =>
  `${dataset}/${session}`

/** Cannot be mended by trying again. */
class Refused extends Error {}

class PostgresThread {
  readonly #options: PostgresThreadOptions
  readonly #shared
  /** For requests of the node, and for what goes on beside them. */
  #requests: pg.Client | null = null
  #beside: pg.Client | null = null
  #cluster: string | null = null
  #whyAway = 'it was not reached yet'
  #isOver = false
  /** Where people of this node are, and what others have not been told of it. */
  readonly #present = new Map<string, PresenceChange>()
  #unannounced: PresenceChange[] = []
  #announcedAll = 0n
  /** Of the announcements of other nodes. */
  #readUpTo = 0

  constructor(options: PostgresThreadOptions) {
    this.#options = options
    this.#shared = numbersOf(options.shared)
    options.port.on('message', (request: Request) => void this.#answer(request))
  }

  /** Keeps both connections, until the node leaves. */
  async run(): Promise<void> {
    await Promise.all([this.#keepRequests(), this.#follow(), this.#boundLog()])
  }

  async #keepRequests(): Promise<void> {
    while (!this.#isOver) {
      try {
        if (!this.#requests) this.#requests = await this.#connect(() => (this.#requests = null))
      } catch (error) {
        this.#whyAway = reasonOf(error)
      }
      await sleep(RECONNECT_MS)
    }
  }

  /** Looks for entries of other nodes, and tells others that this one is there. */
  async #follow(): Promise<void> {
    let beaten = 0n
    while (!this.#isOver) {
      try {
        this.#beside ??= await this.#connect(() => (this.#beside = null))
        await this.#announce(this.#beside)
        const {rows} = await this.#beside.query<{position: string; announced: string}>(POLL)
        const head = BigInt(rows[0]?.position ?? 0)
        Atomics.store(this.#shared.numbers, NUMBER.head, head)
        if (head !== this.#shared.numbers[NUMBER.position]) tell({moved: true})
        await this.#readAnnounced(this.#beside, Number(rows[0]?.announced ?? 0))
        if (this.#isListed() && now() - beaten > BigInt(HEARTBEAT_MS) * 1_000_000n) {
          beaten = now()
          await this.#beat(this.#beside)
        }
        Atomics.store(this.#shared.numbers, NUMBER.lastAnswer, now())
      } catch (error) {
        this.#whyAway = reasonOf(error)
      }
      await sleep(POLL_MS)
    }
  }

  /** The node that works in the background makes snapshots, so that the log stays short. */
  async #boundLog(): Promise<void> {
    while (!this.#isOver) {
      await sleep(SNAPSHOT_CHECK_MS, undefined, {ref: false})
      if (Atomics.load(this.#shared.numbers, NUMBER.leaseUntil) < now()) continue
      try {
        await this.#saveSnapshotIfDue()
      } catch (error) {
        this.#whyAway = reasonOf(error)
      }
    }
  }

  async #saveSnapshotIfDue(): Promise<void> {
    const {url, databaseFile, schema} = this.#options
    const client = new pg.Client({connectionString: url, connectionTimeoutMillis: QUERY_MS})
    client.on('error', () => {})
    await client.connect()
    try {
      const {rows} = await client.query<{schema: number; entries: string; bytes: string}>(GROWTH)
      const [growth] = rows
      const isDue =
        !growth ||
        growth.schema !== schema ||
        Number(growth.entries) > MOST_ENTRIES ||
        Number(growth.bytes) > MOST_BYTES
      if (isDue) await saveSnapshot(client, databaseFile, schema)
    } finally {
      await client.end()
    }
  }

  #isListed = (): boolean => this.#cluster !== null && this.#options.isCommand !== true

  async #beat(client: pg.Client): Promise<void> {
    const {node, id, agreement} = this.#options
    const {numbers} = this.#shared
    const asked = Date.now()
    const position = String(Atomics.load(numbers, NUMBER.position))
    const {rows} = await client.query<{now: string}>(HEARTBEAT, [id, node, agreement, position])
    const half = (Date.now() - asked) / 2
    const ahead = Math.round(asked + half - Number(rows[0]?.now))
    Atomics.store(numbers, NUMBER.clockAhead, BigInt(ahead))
    // Counted from before the question: PostgreSQL counts from later.
    const until = now() + BigInt(LEASE_SECONDS) * 1_000_000_000n
    const {rowCount} = await client.query(TAKE_LEASE, [id, LEASE_SECONDS])
    Atomics.store(numbers, NUMBER.leaseUntil, rowCount === 1 ? until : 0n)
    const {rows: live} = await client.query<{id: string}>(LIVE_NODES)
    tell({liveNodes: live.map(({id: one}) => one)})
  }

  /** Tells the other nodes where the people of this one are: what is new, and everything now and then. */
  async #announce(client: pg.Client): Promise<void> {
    const isAll = now() - this.#announcedAll > BigInt(ANNOUNCE_ALL_MS) * 1_000_000n
    const changes = isAll ? [...this.#present.values()] : this.#unannounced.splice(0)
    if (isAll) this.#announcedAll = now()
    if (isAll) this.#unannounced = []
    // A statement may change a row only once: the newest counts.
    const newest = [...new Map(changes.map((change) => [keyOf(change), change])).values()]
    if (newest.length === 0 || !this.#isListed()) return
    await client.query(ANNOUNCE, [
      this.#options.id,
      newest.map(({dataset}) => dataset),
      newest.map(({session}) => session),
      newest.map(({person}) => person),
      newest.map(({locations}) => locations && JSON.stringify(locations)),
    ])
    for (const {locations, ...change} of newest)
      if (locations === null) this.#present.delete(keyOf(change))
  }

  note(change: PresenceChange): void {
    this.#present.set(keyOf(change), change)
    this.#unannounced.push(change)
  }

  async #readAnnounced(client: pg.Client, newest: number): Promise<void> {
    if (newest === this.#readUpTo) return
    // After a crash of PostgreSQL the numbers begin again. A smaller number may become visible later.
    const from = newest < this.#readUpTo ? 0 : Math.max(0, this.#readUpTo - OVERLAP)
    const {rows} = await client.query<PresenceChange & {node: string}>(ANNOUNCED, [
      this.#options.id,
      from,
    ])
    this.#readUpTo = newest
    if (rows.length > 0) tell({announced: rows.map(({node, ...change}) => ({node, change}))})
  }

  async #connect(onEnd: () => void): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: QUERY_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      application_name: `copydesk ${this.#options.node}`,
    })
    client.on('error', onEnd)
    client.on('end', onEnd)
    await client.connect()
    return client
  }

  async #answer(request: Request): Promise<void> {
    const {id} = request
    try {
      this.#send(await this.#perform(request))
    } catch (error) {
      this.#send({id, failed: reasonOf(error), isFinal: error instanceof Refused})
    }
  }

  #send(answer: Answer): void {
    this.#options.port.postMessage(answer)
    Atomics.add(this.#shared.answers, 0, 1)
    Atomics.notify(this.#shared.answers, 0)
  }

  async #perform(request: Request): Promise<Answer> {
    const {id} = request
    if (request.method === 'join') return {id, joined: await this.#join()}
    if (request.method === 'leave') {
      await this.#leave()
      return {id, left: true}
    }
    const client = this.#requests
    if (!client) throw new Error(this.#whyAway)
    try {
      if (request.method === 'after') {
        return {id, read: await readAfter(client, request.position)}
      }
      return {id, isStored: await this.#append(client, request)}
    } catch (error) {
      // What a late answer means would be unknown.
      this.#drop(client)
      throw error
    }
  }

  async #append(
    client: pg.Client,
    {entry, before}: Extract<Request, {method: 'append'}>,
  ): Promise<boolean> {
    // A standby that has to confirm is away, and somebody ended the wait: it is stored here, perhaps only here.
    let warning: string | undefined
    const note = ({severity, message}: {severity?: string; message?: string}): void => {
      if (severity === 'WARNING') warning = message ?? 'a warning'
    }
    client.on('notice', note)
    const {rowCount} = await client.query(APPEND, [
      entry.position,
      entry.chain,
      before,
      entry.body,
      this.#cluster,
      this.#options.id,
    ])
    client.off('notice', note)
    if (warning !== undefined) throw new Error(warning)
    return rowCount === 1
  }

  #drop(client: pg.Client): void {
    if (this.#requests === client) this.#requests = null
    client.end().catch(() => {})
  }

  async #join(): Promise<{cluster: string}> {
    const client = (this.#requests ??= await this.#connect(() => (this.#requests = null)))
    const {rows} = await client.query<{cluster: string; layout: number}>(HEAD).catch((error) => {
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
    await this.#assertAgreement(client)
    await this.#assertOnlyOne(client)
    this.#cluster = head.cluster
    return {cluster: head.cluster}
  }

  async #assertAgreement(client: pg.Client): Promise<void> {
    const {node, id, agreement} = this.#options
    const {rows} = await client.query<{name: string; agreement: Record<string, string>}>(
      `SELECT name, agreement FROM copydesk.nodes
       WHERE id <> $1 AND seen_at > clock_timestamp() - interval '${PRESENT}'`,
      [id],
    )
    for (const other of rows) {
      if (other.name === node) throw new Refused(`Another node has the name "${node}", too.`)
      for (const name of new Set([...Object.keys(agreement), ...Object.keys(other.agreement)])) {
        const [own, theirs] = [agreement[name], other.agreement[name]]
        if (own === theirs) continue
        throw new Refused(
          `This node’s ${name} is ${own ?? 'not set'}, that of the node "${other.name}" is ${theirs ?? 'not set'}.`,
        )
      }
    }
  }

  /** A copy of a folder, started beside it, would be taken for the same node. */
  async #assertOnlyOne(client: pg.Client): Promise<void> {
    const {id, node, isCommand} = this.#options
    if (isCommand) return
    const seen = async (): Promise<number> => {
      const {rows} = await client.query<{silence: string}>(
        `SELECT extract(epoch FROM clock_timestamp() - seen_at) * 1000 AS silence
         FROM copydesk.nodes WHERE id = $1`,
        [id],
      )
      return Number(rows[0]?.silence ?? Infinity)
    }
    // It may have ended a moment ago, without a word.
    if ((await seen()) > 2 * HEARTBEAT_MS) return
    await sleep(2 * HEARTBEAT_MS)
    if ((await seen()) < 2 * HEARTBEAT_MS)
      throw new Refused(
        `A copy of this node’s folder runs already, or the database was away while it ended: try again.`,
      )
  }

  async #leave(): Promise<void> {
    this.#isOver = true
    const clients = [this.#requests, this.#beside]
    if (this.#isListed()) await this.#beside?.query(LEAVE, [this.#options.id]).catch(() => {})
    await Promise.all(clients.map((client) => client?.end().catch(() => {})))
  }
}

async function readAfter(client: pg.Client, position: number) {
  const {rows} = await client.query<{position: string; chain: Buffer; body: Buffer}>(AFTER, [
    position,
  ])
  const {rows: heads} = await client.query<{position: string; chain: Buffer}>(HEAD)
  const entries: SharedEntry[] = rows.map((row) => ({...row, position: Number(row.position)}))
  const [head] = heads
  if (!head) throw new Refused('The cluster’s log is gone from the database.')
  return {entries, head: {position: Number(head.position), chain: head.chain}}
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  // Node has an error for each address of a host name.
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : []
  return (first ?? error).message
}

if (!isMainThread) {
  const thread = new PostgresThread(workerData as PostgresThreadOptions)
  parentPort?.on('message', (aside: Aside) => {
    if ('announce' in aside) thread.note(aside.announce)
  })
  await thread.run()
}
