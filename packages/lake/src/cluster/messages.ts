// What a node and its PostgreSQL thread send to each other.
import type {MessagePort} from 'node:worker_threads'
import type {PresenceChange} from '../presence/room.ts'
import type {Head, SharedEntry} from './shared-log.ts'

export interface PostgresThreadOptions {
  url: string
  /** The name of this node. Each node has its own. */
  node: string
  /** Tells the folders of nodes apart. A folder keeps it. */
  id: string
  /** The cluster of the folder. */
  cluster: string
  databaseFile: string
  /** The version of the tables in that file. */
  schema: number
  /** Not listed among the nodes, without a lease. */
  isCommand?: boolean
  /** Requests come in and answers go out. */
  port: MessagePort
  shared: SharedArrayBuffer
}

export type Request =
  | {id: number; method: 'join'}
  | {id: number; method: 'append'; entry: SharedEntry; before: Uint8Array; agreed: string}
  | {id: number; method: 'after'; position: number}
  | {id: number; method: 'leave'}

export interface Joined {
  /** Tells clusters apart. */
  cluster: string
  /** What nodes have in common now, as `agreementText` writes it. */
  agreement: string
  /** Names of the other nodes that run. */
  others: string[]
}

export type Answer =
  | {id: number; joined: Joined}
  | {id: number; isStored: boolean}
  | {id: number; read: {entries: SharedEntry[]; head: Head}}
  | {id: number; left: true}
  /** The reason, for a person. `isFull`: the database has no room, and has stored nothing. */
  | {id: number; failed: string; isFull: boolean}

/** Between the threads beside requests, in both directions. */
export type Aside =
  | {moved: true}
  /** To the thread: look at the log now, and say so with this number. */
  | {look: number}
  /** It was looked at after all requests up to this number. */
  | {looked: number; head: number}
  | {announce: PresenceChange}
  | {announced: {change: PresenceChange; node: string}[]}
  | {liveNodes: string[]}

/** Numbers that both threads read at any time. Times are of `process.hrtime`, which threads share. */
export interface SharedNumbers {
  /** Raised for each answer; `Atomics.wait` waits for it. */
  answers: Int32Array<SharedArrayBuffer>
  /** See `NUMBER`. */
  numbers: BigInt64Array<SharedArrayBuffer>
}

export const NUMBER = {
  /** The last entry that this node has. */
  position: 0,
  /** The last entry of the log, as this node saw it. */
  head: 1,
  /** Until when this node may work in the background. Nanoseconds. */
  leaseUntil: 2,
  /** The latest moment whose entries this node has. Nanoseconds. */
  inTouchAt: 3,
  /** How far this clock is ahead of PostgreSQL’s. Milliseconds. */
  clockAhead: 4,
  /** When this node last could work. Nanoseconds. */
  wellAt: 5,
  /** 1 while there is a connection for requests, and other nodes have said what they have. */
  isConnected: 6,
  /** The last entry of a node that has more than the log; 0 if there is none. */
  furthest: 7,
  /** 1 while PostgreSQL waits for a standby that is not there. */
  isAlone: 8,
} as const

const COUNT = Object.keys(NUMBER).length

export const createShared = (): SharedArrayBuffer => new SharedArrayBuffer(8 + COUNT * 8)

export const numbersOf = (shared: SharedArrayBuffer): SharedNumbers => ({
  answers: new Int32Array(shared, 0, 1),
  numbers: new BigInt64Array(shared, 8, COUNT),
})
