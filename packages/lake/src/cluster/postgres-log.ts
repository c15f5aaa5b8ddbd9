// The shared log in PostgreSQL. A thread has the connections; this thread waits for its answers.
import {MessageChannel, receiveMessageOnPort, Worker, type MessagePort} from 'node:worker_threads'
import {moduleBeside} from '../module-beside.ts'
import {LogBehind, LogFull, LogUnavailable, OperatorError, type LakeError} from '../errors.ts'
import type {PresenceChange} from '../presence/room.ts'
import {clockProblem} from './clock-problem.ts'
import {
  createShared,
  NUMBER,
  numbersOf,
  type Answer,
  type Aside,
  type Joined,
  type PostgresThreadOptions,
  type Request,
  type SharedNumbers,
} from './messages.ts'
import type {SharedLog} from './shared-log.ts'

export interface PostgresLog extends SharedLog {
  /** As it was when this node joined. */
  readonly joined: Joined
  /** From now on entries of this node are accepted where this is agreed. */
  setAgreement(agreement: string): void
  /** From now on this thread waits for a second at most; before, as long as a start may take. */
  serve(): void
  /** How far this machine’s clock is ahead of PostgreSQL’s. Milliseconds. */
  clockAhead(): number
  /** To be called while this node can work. Without it, another node does the work in the background. */
  noteWell(): void
  /** Gives that work to another node within a second. */
  noteUnwell(): void
  /** Calls `listener` with what the thread tells: others have appended something, or people have moved. */
  onAside(listener: (aside: Aside) => void): void
  /** Asks the thread to look at the log now: `looked` with this number tells what it has found. */
  look(number: number): void
  /** Tells the other nodes where somebody is. */
  announce(change: PresenceChange): void
  /** Whether this node does the work in the background. */
  holdsLease(): boolean
  /** How many entries the log had when this node looked last. */
  headPosition(): number
  /** Milliseconds since the latest moment whose entries this node has. */
  silence(): number
  close(): Promise<void>
}

/** How long this thread waits for an answer. The node answers nobody meanwhile. */
const WAIT_MS = 1_000
const START_MS = 15_000

/**
 * Connects to the cluster in a database.
 * @param options `url`: `postgres://…`; `node`: the name of this node
 * @throws OperatorError if there is no cluster, or the database cannot be reached
 */
export function openPostgresLog(
  options: Omit<PostgresThreadOptions, 'port' | 'shared'>,
): PostgresLog {
  const thread = new Thread(options)
  try {
    const answer = thread.ask({method: 'join'}, START_MS)
    if (!('joined' in answer)) throw new LogUnavailable()
    return logOf(thread, answer.joined)
  } catch (error) {
    void thread.end()
    if (!(error instanceof LogUnavailable)) throw error
    throw new OperatorError(`The cluster cannot be joined. ${error.cause as string}`)
  }
}

function logOf(thread: Thread, joined: Joined): PostgresLog {
  const {numbers} = thread.shared
  const read = (index: number): bigint => Atomics.load(numbers, index)
  const clockAhead = (): number => Number(read(NUMBER.clockAhead))
  let {agreement} = joined
  let waitMs = START_MS
  return {
    joined,
    setAgreement: (agreed) => void (agreement = agreed),
    serve: () => void (waitMs = WAIT_MS),
    append(entry, before) {
      const answer = thread.ask({method: 'append', entry, before, agreed: agreement}, waitMs)
      return 'isStored' in answer && answer.isStored
    },
    setPosition: (position) => void Atomics.store(numbers, NUMBER.position, BigInt(position)),
    isAway(): LakeError | null {
      if (read(NUMBER.isConnected) === 0n) return new LogUnavailable('there is no connection')
      const furthest = Number(read(NUMBER.furthest))
      if (furthest > 0) return new LogBehind({furthest, head: Number(read(NUMBER.head))})
      if (read(NUMBER.isAlone) === 1n)
        return new LogUnavailable('PostgreSQL waits for a standby that is not there')
      const problem = clockProblem(clockAhead())
      return problem === null ? null : new LogUnavailable(problem)
    },
    clockAhead,
    noteWell: () => void Atomics.store(numbers, NUMBER.wellAt, process.hrtime.bigint()),
    noteUnwell: () => void Atomics.store(numbers, NUMBER.wellAt, 0n),
    after(position) {
      const answer = thread.ask({method: 'after', position}, waitMs)
      if (!('read' in answer)) throw new LogUnavailable()
      return answer.read
    },
    onAside: (listener) => thread.onAside(listener),
    look: (number) => thread.tell({look: number}),
    announce: (change) => thread.tell({announce: change}),
    holdsLease: () => read(NUMBER.leaseUntil) > process.hrtime.bigint(),
    headPosition: () => Number(read(NUMBER.head)),
    silence: () => Number(process.hrtime.bigint() - read(NUMBER.inTouchAt)) / 1e6,
    async close() {
      thread.isClosing = true
      try {
        thread.ask({method: 'leave'}, WAIT_MS)
      } catch {
        // The database is away: the lease ends by itself.
      }
      await thread.end()
    },
  }
}

type Asked = Request extends infer One ? (One extends unknown ? Omit<One, 'id'> : never) : never

class Thread {
  readonly shared: SharedNumbers
  isClosing = false
  readonly #worker: Worker
  readonly #port: MessagePort
  #lastId = 0
  /** A request whose answer did not come in time. */
  #awaited: number | null = null

  constructor(options: Omit<PostgresThreadOptions, 'port' | 'shared'>) {
    const {port1, port2} = new MessageChannel()
    const shared = createShared()
    const workerData: PostgresThreadOptions = {...options, port: port2, shared}
    this.shared = numbersOf(shared)
    this.#port = port1
    this.#worker = new Worker(moduleBeside(import.meta.url, './postgres-thread'), {
      workerData,
      transferList: [port2],
    })
    this.#worker.on('exit', () => {
      if (this.isClosing) return
      // Without it, this process can neither write nor know what others write. Its supervisor starts it again.
      throw new Error('The thread with the connections to the cluster has ended.')
    })
    this.#worker.unref()
    port1.unref()
  }

  onAside(listener: (aside: Aside) => void): void {
    this.#worker.on('message', listener)
    this.#worker.unref()
  }

  tell(aside: Aside): void {
    const port = this.#worker
    port.postMessage(aside)
  }

  /** @throws LogUnavailable after `waitMs`, or with the thread's reason */
  ask(asked: Asked, waitMs: number): Answer {
    const id = ++this.#lastId
    const end = performance.now() + waitMs
    // Until it is known what became of that, nothing else is known either.
    if (this.#awaited !== null && !this.#find(this.#awaited)) throw new LogUnavailable()
    this.#awaited = null
    const port = this.#port
    port.postMessage({...asked, id})
    for (;;) {
      const seen = Atomics.load(this.shared.answers, 0)
      const answer = this.#find(id)
      if (answer) return failedOr(answer)
      const left = end - performance.now()
      if (left <= 0 || Atomics.wait(this.shared.answers, 0, seen, left) === 'timed-out') {
        this.#awaited = id
        throw new LogUnavailable()
      }
    }
  }

  #find(id: number): Answer | undefined {
    for (;;) {
      const received = receiveMessageOnPort(this.#port)
      if (!received) return undefined
      const answer = received.message as Answer
      if (answer.id === id) return answer
    }
  }

  end(): Promise<number> {
    this.isClosing = true
    this.#port.close()
    return this.#worker.terminate()
  }
}

function failedOr(answer: Answer): Answer {
  if (!('failed' in answer)) return answer
  throw answer.isFull ? new LogFull() : new LogUnavailable(answer.failed)
}
