// Answers queries in worker threads, so that they never delay writes. All queries go through here.
import {existsSync, statSync} from 'node:fs'
import type {DatasetRoles} from '../dataset-grants.ts'
import {LakeError} from '../errors.ts'
import {isStranger} from '../grants.ts'
import type {Node} from '@copydesk/groq'
import type {Actor, Clock, Json} from '../types.ts'
import {Callers, callerOf} from './caller.ts'
import type {Explanation} from '@copydesk/groq/plan'
import {textOf, type Dependence, type Loading} from './messages.ts'
import type {Outcome, QueryRequest, Refusal, TextIndexReport, TooLarge} from './messages.ts'
import {parsePerspective} from '@copydesk/groq/documents'
import {QueryPool, type PoolLoad} from './pool.ts'
import type {Slow, SlowQueries, SlowQuery} from './slow-queries.ts'
import {textFileOf} from './text-index.ts'
import {createTextIndexUpdater} from './text-index-updater.ts'

interface EngineQuery {
  dataset: string
  query: string
  params?: Record<string, Json>
  /** `raw`, `published`, `drafts`, a comma separated stack or a list of layers. */
  perspective?: string | readonly string[]
  /** Asks for a content source map, with items named by index or by `_key`. */
  sourceMap?: 'byIndex' | 'byKey'
  /** Asks for an explanation. If the query is ended at its budget, it is in the error's `explanation`. */
  explain?: boolean
  actor: Actor
  /** Log position that the answer must include. It may be newer. Without it, all that is stored. */
  atLeast?: number
  /** Those who wait for the answer. By default the actor. */
  callers?: Callers
}

interface ParseQuery {
  query: string
  params: Record<string, Json>
  callers: Callers
}

export interface QueryEngine {
  /**
   * Evaluates GROQ on the documents that the actor may see. `ms` is the evaluation's time. It never
   * writes.
   * @throws LakeError 400 `queryParseError`, `queryError`, `queryTimeout`, `queryResultTooLarge` or
   * `invalidPerspective`
   */
  query(query: EngineQuery): Promise<{result: Json; ms: number}>
  /** As `query`, with result and source map as JSON text, which an HTTP response passes on. */
  queryJson(
    query: EngineQuery,
  ): Promise<{json: string; sourceMap?: string; ms: number; explanation?: Explanation} & Dependence>
  /**
   * Parses a query in a query thread, because a long one would delay writes.
   *
   * @throws LakeError 400 `queryParseError` or `queryTimeout`, 503 if too many queries wait
   */
  parse(query: ParseQuery): Promise<Node>
  load(): PoolLoad
  /** Forgets a dataset that was deleted. */
  forget(dataset: string): void
  /** Ends the threads. Queries that still wait are refused with 503. */
  close(): Promise<void>
}

export interface QueryEngineOptions extends DatasetRoles {
  databaseFile: string
  clock: Clock
  projectId: string
  /** Whether people without an account or a token read nothing of a dataset. */
  isPrivate?: (dataset: string) => boolean
  /** A query that evaluates for longer is ended. Milliseconds. */
  budgetMs?: number
  /** Documents that one query may visit, subqueries included. */
  maxRows?: number
  maxResultBytes?: number
  /**
   * How many threads there always are, and how many there may be when queries wait. By default two, or one for a
   * large database, because each thread holds the documents in memory.
   */
  threads?: {least: number; most: number}
  /** Datasets that a thread loads at once; the others are loaded with the first query. */
  warm?: readonly string[]
  /** Heap of one thread. Megabytes. */
  memoryMb?: number
  /** How it gets more, as `Product.hints.queryMemory`. */
  memoryHint: string
  /** Called when a thread begins to load a dataset, and when it has loaded it. */
  onLoading?: (loading: Loading) => void
  /** Called once for a dataset that does not fit in the heap of a thread. */
  onTooLarge?: (report: TooLarge) => void
  /** Called when building the text index begins, ends or fails. */
  onTexts?: (report: TextIndexReport) => void
  /** Receives each query that takes so many milliseconds or longer. */
  slow?: {ms: number; queries: SlowQueries}
}

const BUDGET_MS = 5_000
/** How long parsing and planning an anonymous caller's query may take. */
const STRANGERS_COMPILE_MS = 300
const MEGABYTE = 1024 * 1024
/** The documents of a database larger than this are held in memory once, and not twice. */
const LARGE_BYTES = 64 * MEGABYTE

const sizeOf = (file: string): number => statSync(file, {throwIfNoEntry: false})?.size ?? 0

export function createQueryEngine(options: QueryEngineOptions): QueryEngine {
  const {databaseFile, clock, isPrivate = () => false, budgetMs = BUDGET_MS, slow} = options
  const texts = createTextIndexUpdater({databaseFile, onReport: options.onTexts ?? (() => {})})
  const pool = startPool({...options, budgetMs}, texts.update)
  let lastId = 0

  const queryJson: QueryEngine['queryJson'] = async (input) => {
    const {actor, callers = new Callers(callerOf(actor)), sourceMap, explain} = input
    const request: QueryRequest = {
      id: (lastId += 1),
      dataset: input.dataset,
      query: input.query,
      params: input.params ?? {},
      compileMs: compileMsFor(callers, budgetMs),
      perspective: parsePerspective(input.perspective ?? 'raw'),
      ...(sourceMap && {sourceMap}),
      ...(explain && {explain}),
      actor: actorInThread(actor, isPrivate(input.dataset)),
      ...(input.atLeast !== undefined && {atLeast: input.atLeast}),
      now: clock(),
    }
    const {id, dataset} = request
    const report = await pool.run({id, dataset, text: textOf(request), callers})
    if (report.type === 'answer') {
      const {id: _, type: __, slow: wasSlow, ...answer} = report
      if (wasSlow) slow?.queries.record(slowQueryOf(request, wasSlow, false))
      return answer
    }
    if (report.type !== 'refusal') throw failureOf(report)
    const {explanation, slow: wasSlow, refusal} = report
    const wasEnded = refusal.type === 'queryTimeout'
    if (wasSlow || wasEnded) slow?.queries.record(slowQueryOf(request, wasSlow, wasEnded))
    throw errorOf(refusal, wasEnded && explanation ? {explanation} : {})
  }

  return {
    queryJson,
    async query(input) {
      const {json, ms} = await queryJson(input)
      return {result: JSON.parse(json) as Json, ms}
    },
    async parse({query, params, callers}) {
      const id = (lastId += 1)
      const compileMs = compileMsFor(callers, budgetMs)
      const text = textOf({id, query, params, compileMs, isParsedOnly: true})
      const report = await pool.run({id, dataset: undefined, text, callers})
      if (report.type === 'parsed') return report.tree
      throw report.type === 'refusal' ? errorOf(report.refusal) : failureOf(report)
    },
    load: () => pool.load(),
    forget(dataset) {
      pool.forget(dataset)
      // The index has the dataset's words until it is updated from the log.
      if (existsSync(textFileOf(databaseFile))) texts.update()
    },
    async close() {
      await Promise.all([pool.close(), texts.close()])
    },
  }
}

function startPool(
  options: QueryEngineOptions & {budgetMs: number},
  onTextIndexOutdated: () => void,
): QueryPool {
  const {databaseFile, slow, onLoading, onTooLarge} = options
  return new QueryPool({
    workerOptions: {
      databaseFile,
      roles: options.roles,
      addons: options.addons ?? [],
      projectId: options.projectId,
      maxRows: options.maxRows ?? 50_000_000,
      budgetMs: options.budgetMs,
      maxResultBytes: options.maxResultBytes ?? 64 * MEGABYTE,
      slowMs: slow?.ms ?? Infinity,
    },
    threads: options.threads ?? {least: sizeOf(databaseFile) > LARGE_BYTES ? 1 : 2, most: 3},
    warm: options.warm ?? [],
    memoryMb: options.memoryMb ?? 2048,
    memoryHint: options.memoryHint,
    ...(onLoading && {onLoading}),
    ...(onTooLarge && {onTooLarge}),
    onTextIndexOutdated,
  })
}

/** Anonymous callers come in large numbers, and nothing else ends the parsing of their queries. */
const compileMsFor = ({lane}: Callers, budgetMs: number): number =>
  lane === 'stranger' ? Math.min(STRANGERS_COMPILE_MS, budgetMs) : budgetMs

/** Only members that grants read: a thread needs no e-mail address and no credential. */
const actorInThread = (actor: Actor, isPrivate: boolean): Actor => ({
  id: actor.id,
  kind: actor.kind,
  roles: isStranger(actor) && isPrivate ? [] : actor.roles,
  name: actor.name,
  ...(actor.opens && {opens: actor.opens}),
})

function slowQueryOf(request: QueryRequest, slow: Slow | undefined, wasEnded: boolean): SlowQuery {
  const {dataset, query, params, perspective, actor} = request
  return {
    dataset,
    query,
    params: Object.keys(params),
    perspective: typeof perspective === 'string' ? perspective : perspective.join(),
    by: actor,
    slow,
    wasEnded,
  }
}

function errorOf(
  {status, type, description, details, retryAfter}: Refusal,
  more: Record<string, unknown> = {},
): LakeError {
  const beside = retryAfter === undefined ? {} : {retryAfter}
  return new LakeError(status, type, description, {...details, ...more}, beside)
}

const failureOf = (report: Outcome): Error =>
  new Error(
    `A query thread failed: ${report.type === 'failure' ? report.message : `it answered "${report.type}".`}`,
  )
