// The messages between the query engine and its threads.
import type {DatasetRoles} from '../dataset-grants.ts'
import type {Node} from '@copydesk/groq'
import type {Actor, Json} from '../types.ts'
import type {Explanation, DependencyKeys} from '@copydesk/groq/plan'
import type {Perspective} from '@copydesk/groq/documents'
import type {Progress} from './progress.ts'
import type {Slow} from './slow-queries.ts'

export interface WorkerOptions extends DatasetRoles {
  databaseFile: string
  projectId: string
  maxRows: number
  /** A query that takes longer is ended. Milliseconds. */
  budgetMs: number
  maxResultBytes: number
  /** A query that takes this long is reported as slow. Milliseconds. */
  slowMs: number
  /** Datasets to load before the first query. */
  warm: readonly string[]
  /** Shared memory: how far the thread is with its queries. */
  progress: Progress
}

interface RequestBase {
  id: number
  query: string
  params: Record<string, Json>
  /** Its text must be read and compiled within this time. Milliseconds. */
  compileMs: number
}

export interface QueryRequest extends RequestBase {
  dataset: string
  perspective: Perspective
  /** Whether the answer says where its values come from, and how items are named there. */
  sourceMap?: 'byIndex' | 'byKey'
  /** Whether the answer says how it was found. */
  explain?: boolean
  actor: Actor
  /** Log position that the answer must at least reflect; without it, all that is stored. */
  atLeast?: number
  /** Milliseconds since the epoch, from the lake's clock. */
  now: number
}

/** Asks only for the syntax tree. */
export interface ParseRequest extends RequestBase {
  isParsedOnly: true
}

/** A request as JSON, because a text is sent faster than an object. */
export const textOf = (request: QueryRequest | ParseRequest): string => JSON.stringify(request)
/** Several requests, to be answered in their order. */
export const asMessage = (texts: readonly string[]): string => `[${texts.join()}]`
export const ofMessage = (message: string): (QueryRequest | ParseRequest)[] =>
  JSON.parse(message) as (QueryRequest | ParseRequest)[]

/** `ready`: the thread takes queries. */
export type Report =
  | {type: 'ready'}
  | ({type: 'loading'} & Loading)
  /** A query needed a text index that is missing, or a newer one. */
  | {type: 'text index outdated'}
  | (Finished & {
      /** Milliseconds that the thread worked on it, without loading documents. */
      spentMs: number
    })

export type Finished =
  | Outcome
  /** It was cut, because another query needs the thread. `cpuMs`: the processor time of the evaluation. */
  | {id: number; type: 'cut'; cpuMs: number}

/** The answer to a request. */
export type Outcome = {id: number} & (
  | ({type: 'answer'} & Answered)
  | {type: 'parsed'; tree: Node}
  | {type: 'refusal'; refusal: Refusal; explanation?: Explanation; slow?: Slow}
  | {type: 'failure'; message: string}
)

export interface Answered extends Dependence {
  /** The result as JSON text, which the HTTP route passes on as it is, as `sourceMap`. */
  json: string
  sourceMap?: string
  ms: number
  explanation?: Explanation
  slow?: Slow
}

/** A dataset that a thread loads into memory; with `tookMs` when it is loaded. */
export interface Loading {
  dataset: string
  documents: number
  tookMs?: number
}

/** A dataset that does not fit into the memory of a thread. */
export interface TooLarge {
  dataset: string
  /** Undefined if the dataset was loaded and grew later. */
  documents?: number
  /** Heap of a thread. */
  memoryMb: number
}

/** The text index is being built; with `tookMs` when it is built. Or it could not be written. */
export type TextIndexReport = {documents: number; tookMs?: number} | {failed: string}

/** What a result depends on. */
export interface Dependence {
  /** Documents that have one of these keys, before or after a change. */
  keys: DependencyKeys
  /** Whether visibility or the query itself depends on the clock. */
  dependsOnTime: boolean
}

/** A LakeError as a message can carry it. */
export interface Refusal {
  status: number
  type: string
  description: string
  details: Record<string, unknown>
  /** Seconds until a retry. */
  retryAfter?: number
}
