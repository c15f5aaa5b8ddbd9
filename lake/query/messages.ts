// What the query engine and its worker threads say to each other.
import type {DatasetRoles} from '../dataset-grants.ts'
import type {Actor, Json} from '../types.ts'
import type {Keys} from './dependence.ts'
import type {Explanation} from './explain.ts'
import type {Perspective} from './perspective.ts'
import type {Progress} from './progress.ts'
import type {Slow} from './slow-queries.ts'

export interface WorkerOptions extends DatasetRoles {
  databaseFile: string
  projectId: string
  maxRows: number
  /** A query that evaluates for longer ends itself. Milliseconds. */
  budgetMs: number
  maxResultBytes: number
  /** What takes as long is reported with what it went through. Milliseconds. */
  slowMs: number
  /** Datasets to have in memory before the first question. */
  warm: readonly string[]
  /** Told how far the thread is with its questions. */
  progress: Progress
}

export interface Question {
  id: number
  dataset: string
  query: string
  params: Record<string, Json>
  perspective: Perspective
  /** Whether the answer says where its values come from, and how items are named there. */
  sourceMap?: 'byIndex' | 'byKey'
  /** Whether the answer says how it was found. */
  explain?: boolean
  actor: Actor
  /** Log position that the answer must at least reflect. */
  atLeast: number
  party: string
  /** Milliseconds since the epoch, from the lake's clock. */
  now: number
}

/** Some questions to be answered in their order, as JSON: one text travels sooner than what it stands for. */
export const asMessage = (questions: readonly Question[]): string => JSON.stringify(questions)
export const ofMessage = (message: string): Question[] => JSON.parse(message) as Question[]

/** `ready`: questions may come. */
export type Report =
  | {type: 'ready'}
  | ({type: 'loading'} & Loading)
  /** A query would have been served by an index of texts, or by a newer one. */
  | {type: 'texts wanted'}
  /** `json` is the result as JSON text, which the HTTP route passes on as it is, as `sourceMap`. */
  | ({
      id: number
      type: 'answer'
      json: string
      sourceMap?: string
      ms: number
      explanation?: Explanation
      slow?: Slow
    } & Dependence)
  | {id: number; type: 'refusal'; refusal: Refusal; explanation?: Explanation; slow?: Slow}
  | {id: number; type: 'failure'; message: string}

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
  keys: Keys
  /** The clock: what is seen, or the query itself. */
  dependsOnTime: boolean
}

/** A LakeError in a form that a message can carry. */
interface Refusal {
  status: number
  type: string
  description: string
  details: Record<string, unknown>
}
