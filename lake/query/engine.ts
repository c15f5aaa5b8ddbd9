// The one door to queries: answers them in worker threads, so that they never hold up saving.
import {statSync} from 'node:fs'
import type {DatasetRoles} from '../dataset-grants.ts'
import {LakeError} from '../errors.ts'
import type {Actor, Clock, Json} from '../types.ts'
import type {Explanation} from './explain.ts'
import type {Dependence, Loading, Question, TextsReport, TooLarge} from './messages.ts'
import {parsePerspective} from './perspective.ts'
import {createPool, type PoolLoad} from './pool.ts'
import type {Slow, SlowQueries} from './slow-queries.ts'
import {createTextKeeper} from './text-keeper.ts'

interface EngineQuery {
  dataset: string
  query: string
  params?: Record<string, Json>
  /** `raw`, `published`, `drafts`, a comma separated stack or a list of layers. */
  perspective?: string | readonly string[]
  /** Asks where the values come from: a content source map, items named by index or by `_key`. */
  sourceMap?: 'byIndex' | 'byKey'
  /** Asks how the answer was found; of a query that was ended an error's `explanation` tells it. */
  explain?: boolean
  actor: Actor
  /** Log position that the answer must reflect; what is newer is seen too. */
  atLeast?: number
  /** Who waits together: one party never holds every thread. By default the actor. */
  party?: string
}

export interface QueryEngine {
  /**
   * Evaluates GROQ on the dataset as the actor may see it. `ms` is the evaluation's time.
   *
   * @throws LakeError 400 `queryParseError`, `queryError`, `queryTimeout`, `queryResultTooLarge` or
   *   `invalidPerspective`; never writes
   */
  query(query: EngineQuery): Promise<{result: Json; ms: number}>
  /** As `query`, with result and source map as JSON text: an HTTP answer need not parse it. */
  queryJson(
    query: EngineQuery,
  ): Promise<{json: string; sourceMap?: string; ms: number; explanation?: Explanation} & Dependence>
  load(): PoolLoad
  /** Ends the threads; what still waits is refused with 503. */
  close(): Promise<void>
}

export interface QueryEngineOptions extends DatasetRoles {
  databaseFile: string
  clock: Clock
  projectId?: string
  /** A query that evaluates for longer is ended. Milliseconds. */
  budgetMs?: number
  /** Documents that one query may go through, subqueries included. */
  maxRows?: number
  maxResultBytes?: number
  /**
   * Threads that are always there, and how many there may be once queries have been slow. By default
   * two are, or one of a large dataset: each holds it in memory.
   */
  threads?: {least: number; most: number}
  /** Heap of one thread. Megabytes. */
  memoryMb?: number
  /** Told when a thread reads a dataset into its memory, and when it has. */
  onLoading?: (loading: Loading) => void
  /** Told once of a dataset that does not fit in the heap of a thread. */
  onTooLarge?: (report: TooLarge) => void
  /** Told when the index of texts is built, when it has been, and when it cannot be. */
  onTexts?: (report: TextsReport) => void
  /** Told of each evaluation that takes so many milliseconds or longer. */
  slow?: {ms: number; queries: SlowQueries}
}

const MEGABYTE = 1024 * 1024
/** Of a database: its documents are then better held once than twice. */
const LARGE = 64 * MEGABYTE

const sizeOf = (file: string): number => statSync(file, {throwIfNoEntry: false})?.size ?? 0

export function createQueryEngine({
  databaseFile,
  roles,
  addons = [],
  clock,
  projectId = 'copydesk',
  budgetMs = 5000,
  maxRows = 50_000_000,
  maxResultBytes = 64 * MEGABYTE,
  threads = {least: sizeOf(databaseFile) > LARGE ? 1 : 2, most: 3},
  memoryMb = 2048,
  onLoading,
  onTooLarge,
  onTexts = () => {},
  slow,
}: QueryEngineOptions): QueryEngine {
  const texts = createTextKeeper({databaseFile, onReport: onTexts})
  const pool = createPool({
    workerOptions: {
      databaseFile,
      roles,
      addons,
      projectId,
      maxRows,
      budgetMs,
      maxResultBytes,
      slowMs: slow?.ms ?? Infinity,
    },
    threads,
    memoryMb,
    ...(onLoading ? {onLoading} : {}),
    ...(onTooLarge ? {onTooLarge} : {}),
    onTextsWanted: texts.bringUpToDate,
  })
  let lastId = 0

  const tellSlow = (question: Question, wasSlow: Slow | undefined, wasEnded = false): void => {
    const {dataset, query, params, perspective, actor} = question
    slow?.queries.tell({
      dataset,
      query,
      params: Object.keys(params),
      perspective: typeof perspective === 'string' ? perspective : perspective.join(),
      by: actor,
      slow: wasSlow,
      wasEnded,
    })
  }

  const queryJson: QueryEngine['queryJson'] = async (asked) => {
    const {dataset, query, params = {}, perspective = 'raw', actor, atLeast = 0} = asked
    const {party = actor.id, sourceMap, explain} = asked
    const question: Question = {
      id: (lastId += 1),
      dataset,
      query,
      params,
      perspective: parsePerspective(perspective),
      ...(sourceMap && {sourceMap}),
      ...(explain && {explain}),
      // Only what grants look at: no e-mail address or credential needs to travel.
      actor: {
        id: actor.id,
        kind: actor.kind,
        roles: actor.roles,
        name: actor.name,
        ...(actor.opens ? {opens: actor.opens} : {}),
      },
      atLeast,
      party,
      now: clock(),
    }
    const report = await pool.ask(question)
    if (report.type === 'answer') {
      const {id: _, type: __, slow: wasSlow, ...answer} = report
      if (wasSlow) tellSlow(question, wasSlow)
      return answer
    }
    if (report.type === 'failure') throw new Error(`A query thread failed: ${report.message}`)
    const {status, type, description, details} = report.refusal
    const wasEnded = type === 'queryTimeout'
    if (report.slow || wasEnded) tellSlow(question, report.slow, wasEnded)
    const {explanation} = report
    throw new LakeError(status, type, description, {
      ...details,
      ...(wasEnded && explanation && {explanation}),
    })
  }

  return {
    queryJson,
    async query(asked) {
      const {json, ms} = await queryJson(asked)
      return {result: JSON.parse(json) as Json, ms}
    },
    load: () => pool.load(),
    async close() {
      await Promise.all([pool.close(), texts.close()])
    },
  }
}
