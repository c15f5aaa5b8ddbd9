// What the query engine and its worker threads say to each other.
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
  /** A query that takes longer ends itself. Milliseconds. */
  budgetMs: number
  maxResultBytes: number
  /** What takes as long is reported with what it went through. Milliseconds. */
  slowMs: number
  /** Datasets to have in memory before the first question. */
  warm: readonly string[]
  /** Told how far the thread is with its questions. */
  progress: Progress
}

interface Asked {
  id: number
  query: string
  params: Record<string, Json>
  /** Its text must be read and compiled within this time. Milliseconds. */
  compileMs: number
}

export interface Question extends Asked {
  dataset: string
  perspective: Perspective
  /** Whether the answer says where its values come from, and how items are named there. */
  sourceMap?: 'byIndex' | 'byKey'
  /** Whether the answer says how it was found. */
  explain?: boolean
  actor: Actor
  /** Log position that the answer must at least reflect. */
  atLeast: number
  /** Milliseconds since the epoch, from the lake's clock. */
  now: number
}

/** Asks for nothing but the syntax tree. */
export interface ParseRequest extends Asked {
  isParsedOnly: true
}

/** What a thread is asked, as JSON: one text travels sooner than what it stands for. */
export const textOf = (asked: Question | ParseRequest): string => JSON.stringify(asked)
/** Some of them, to be answered in their order. */
export const asMessage = (texts: readonly string[]): string => `[${texts.join()}]`
export const ofMessage = (message: string): (Question | ParseRequest)[] =>
  JSON.parse(message) as (Question | ParseRequest)[]

/** `ready`: questions may come. */
export type Report =
  | {type: 'ready'}
  | ({type: 'loading'} & Loading)
  /** A query would have been served by an index of texts, or by a newer one. */
  | {type: 'texts wanted'}
  | (Finished & {
      /** Milliseconds that the thread has worked on it, without reading documents into memory. */
      spentMs: number
    })

export type Finished =
  | Outcome
  /** It was cut, as somebody else needs the thread. */
  | {id: number; type: 'cut'}

/** What whoever asked is told. */
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

/** A dataset that is being read into a thread's memory; with a time when it has been. */
export interface Loading {
  dataset: string
  documents: number
  tookMs?: number
}

/** A dataset that no thread could read in. */
export interface TooLarge {
  dataset: string
  /** How many it has; unknown where it had been read in, and grew. */
  documents?: number
  /** Heap of a thread. */
  memoryMb: number
}

/** The index of all texts is being built; with a time when it has been. Or it could not be written. */
export type TextsReport = {documents: number; tookMs?: number} | {failed: string}

/** What an answer depends on. */
export interface Dependence {
  /** Documents that have one of these keys, before or after a change. */
  keys: DependencyKeys
  /** The clock: what is seen, or the query itself. */
  dependsOnTime: boolean
}

/** A LakeError in a form that a message can carry. */
export interface Refusal {
  status: number
  type: string
  description: string
  details: Record<string, unknown>
  /** Seconds after which it may be asked again. */
  retryAfter?: number
}
