// The one door to queries: answers them in worker threads, so that they never hold up saving.
import {existsSync, statSync} from 'node:fs'
import type {DatasetRoles} from '../dataset-grants.ts'
import {LakeError} from '../errors.ts'
import {isStranger} from '../grants.ts'
import type {Node} from '@copydesk/groq'
import type {Actor, Clock, Json} from '../types.ts'
import {Callers, callerOf} from './caller.ts'
import type {Explanation} from '@copydesk/groq/plan'
import {textOf, type Dependence, type Loading} from './messages.ts'
import type {Outcome, Question, Refusal, TextIndexReport, TooLarge} from './messages.ts'
import {parsePerspective} from '@copydesk/groq/documents'
import {QueryPool, type PoolLoad} from './pool.ts'
import type {Slow, SlowQueries} from './slow-queries.ts'
import {textFileOf} from './text-index.ts'
import {createTextIndexUpdater} from './text-index-updater.ts'

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
  /** Who waits for the answer. By default the actor. */
  callers?: Callers
}

interface ParseQuery {
  query: string
  params: Record<string, Json>
  callers: Callers
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
  /**
   * Reads the text of a query in a query thread: it takes too long where it would hold up saving.
   *
   * @throws LakeError 400 `queryParseError` or `queryTimeout`, 503 where too many wait
   */
  parse(query: ParseQuery): Promise<Node>
  load(): PoolLoad
  /** Forgets a dataset that was deleted. */
  forget(dataset: string): void
  /** Ends the threads; what still waits is refused with 503. */
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
  onTexts?: (report: TextIndexReport) => void
  /** Told of each evaluation that takes so many milliseconds or longer. */
  slow?: {ms: number; queries: SlowQueries}
}

/** What reading and compiling the text of a stranger's query may take. */
const STRANGERS_COMPILE_MS = 300
const MEGABYTE = 1024 * 1024
/** Of a database: its documents are then better held once than twice. */
const LARGE = 64 * MEGABYTE

const sizeOf = (file: string): number => statSync(file, {throwIfNoEntry: false})?.size ?? 0

export function createQueryEngine({
  databaseFile,
  roles,
  addons = [],
  clock,
  projectId,
  isPrivate = () => false,
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
  const texts = createTextIndexUpdater({databaseFile, onReport: onTexts})
  const pool = new QueryPool({
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
    onTextIndexOutdated: texts.update,
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
    const {callers = new Callers(callerOf(actor)), sourceMap, explain} = asked
    const question: Question = {
      id: (lastId += 1),
      dataset,
      query,
      params,
      compileMs: compileMsFor(callers),
      perspective: parsePerspective(perspective),
      ...(sourceMap && {sourceMap}),
      ...(explain && {explain}),
      // Only what grants look at: no e-mail address or credential needs to travel.
      actor: {
        id: actor.id,
        kind: actor.kind,
        roles: isStranger(actor) && isPrivate(dataset) ? [] : actor.roles,
        name: actor.name,
        ...(actor.opens ? {opens: actor.opens} : {}),
      },
      atLeast,
      now: clock(),
    }
    const report = await pool.ask({id: question.id, dataset, text: textOf(question), callers})
    if (report.type === 'answer') {
      const {id: _, type: __, slow: wasSlow, ...answer} = report
      if (wasSlow) tellSlow(question, wasSlow)
      return answer
    }
    if (report.type !== 'refusal') throw failureOf(report)
    const {explanation, slow: wasSlow, refusal} = report
    const wasEnded = refusal.type === 'queryTimeout'
    if (wasSlow || wasEnded) tellSlow(question, wasSlow, wasEnded)
    throw errorOf(refusal, wasEnded && explanation ? {explanation} : {})
  }

  /** Strangers come together in numbers, and nothing else cuts off what reads a text. */
  const compileMsFor = ({lane}: Callers): number =>
    lane === 'stranger' ? Math.min(STRANGERS_COMPILE_MS, budgetMs) : budgetMs

  const parse: QueryEngine['parse'] = async ({query, params, callers}) => {
    const id = (lastId += 1)
    const compileMs = compileMsFor(callers)
    const text = textOf({id, query, params, compileMs, isParsedOnly: true})
    const report = await pool.ask({id, dataset: undefined, text, callers})
    if (report.type === 'parsed') return report.tree
    throw report.type === 'refusal' ? errorOf(report.refusal) : failureOf(report)
  }

  return {
    queryJson,
    parse,
    async query(asked) {
      const {json, ms} = await queryJson(asked)
      return {result: JSON.parse(json) as Json, ms}
    },
    load: () => pool.load(),
    forget(dataset) {
      pool.forget(dataset)
      // Its words are in the index until the index has followed the log.
      if (existsSync(textFileOf(databaseFile))) texts.update()
    },
    async close() {
      await Promise.all([pool.close(), texts.close()])
    },
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
