// A query thread: a read-only connection of its own, the datasets in memory, one query at a time.
import {flushCompileCache} from 'node:module'
import {getHeapStatistics} from 'node:v8'
import {parentPort, workerData} from 'node:worker_threads'
import {createGrantsOf} from '../dataset-grants.ts'
import {asLakeError} from '../as-lake-error.ts'
import {BadRequest, LakeError} from '../errors.ts'
import {isLongerThan, parseQuery} from '@copydesk/groq'
import {sourceMapOf} from '@copydesk/groq/trace'
import {openDatabase} from '../store/database.ts'
import {withOriginalIds} from '@copydesk/groq/documents'
import {cpuTime, withinCpuTime} from '../deadline.ts'
import {createQueryCost, type QueryCost} from './query-cost.ts'
import {createReplica} from './replica.ts'
import {createGroups} from './groups.ts'
import {collectGarbage} from './collect-garbage.ts'
import {
  createDependencies,
  createPlanCache,
  Interrupted,
  type PlanGuard,
  type Plan,
  type EvaluateOptions,
} from '@copydesk/groq/plan'
import type {Dataset} from './dataset.ts'
import {
  ofMessage,
  type Finished,
  type ParseRequest,
  type QueryRequest,
  type Report,
  type WorkerOptions,
} from './messages.ts'
import {begin, evaluating, isCut} from './progress.ts'
import {textFileOf} from './text-index.ts'
import {createTextReader} from './text-reader.ts'

const {
  databaseFile,
  projectId,
  maxRows,
  budgetMs,
  maxResultBytes,
  slowMs,
  warm,
  progress,
  ...roles
} = workerData as WorkerOptions
const port = parentPort
if (!port) throw new Error('packages/lake/src/query/worker.ts runs as a worker thread.')

/** Of the current query. */
let cost: QueryCost | undefined
let number = 0
/** When its budget began to count. */
let since = 0
/** The processor time of the thread at that moment. */
let cpuSince = 0

/** The clock of the grants: the time of the current query. */
let now = 0
/** Bytes. Collecting garbage in a smaller heap gives back too little. */
const LARGE_HEAP = 64 * 1024 * 1024
/** Whether much memory was needed once: to load documents, to visit them all for a reader, or to read many long texts. */
let hasGarbage = false
/** Documents whose long texts one query reads. */
const MANY_READS = 1_000
const shared = {
  ...roles,
  database: openDatabase(databaseFile, {readOnly: true}),
  grantsOf: createGrantsOf(roles, () => now),
  onRead() {
    if (!cost) return
    cost.stats.reads += 1
    if (cost.stats.reads === MANY_READS) hasGarbage = true
  },
  onLoad: (dataset: string, documents: number, tookMs?: number) => {
    hasGarbage = true
    port.postMessage({
      type: 'loading',
      dataset,
      documents,
      ...(tookMs !== undefined && {tookMs: Math.round(tookMs)}),
    } satisfies Report)
  },
  onView: () => {
    hasGarbage = true
  },
}
const replica = createReplica(shared)
const withGroups = createGroups(shared)
const texts = createTextReader(textFileOf(databaseFile), shared.database, replica.endSnapshot)
const plan = createPlanCache()

const answer = (request: QueryRequest): Finished => {
  now = request.now
  cost = undefined
  const begunAt = performance.now()
  return texts.withSnapshot(request.query, () =>
    replica.read(request.dataset, request.atLeast, (dataset) => {
      // For each run: what the first one has visited does not count.
      const own = createQueryCost({slowMs, isExplained: request.explain === true, begunAt})
      cost = own
      // In a perspective, each document has the ID of the copy that is shown.
      return withOriginalIds(request.perspective !== 'raw', () => answerOf(request, dataset, own))
    }),
  )
}

/** The budget counts from now on. */
const startBudget = (): void => {
  since = performance.now()
  cpuSince = cpuTime()
  evaluating(progress, number)
}

const isCutNow = (): boolean => isCut(progress, number)

/** Parsing time grows with the square of the text's length, and parsing never checks a deadline. */
const planWithin =
  (ms: number): PlanGuard =>
  <T>(make: () => T): T => {
    const made: T[] = []
    if (withinCpuTime(ms, () => void made.push(make()))) return made[0] as T
    throw new BadRequest(
      `The query took longer than its budget of ${ms} ms and was ended: its text takes too long to parse. Shorten it.`,
      'queryTimeout',
    )
  }

const parsed = ({id, query, params, compileMs}: ParseRequest): Finished => {
  cost = undefined
  startBudget()
  const tree = planWithin(compileMs)(() => parseQuery(query, params))
  return {id, type: 'parsed', tree}
}

const answerOf = (request: QueryRequest, dataset: Dataset, own: QueryCost): Finished => {
  const {id, perspective, actor} = request
  const stored = dataset.view(actor, perspective, now)
  const view = withGroups(stored, request)
  startBudget()
  own.finish('view')
  const dependence = createDependencies()
  const planned = plan(request.query, request.params, planWithin(request.compileMs))
  own.planWasCached = planned.isCached
  own.finish('plan')
  const setting: EvaluateOptions = {
    stats: own.stats,
    ...(own.explain && {explain: own.explain}),
    onDependency: dependence.add,
    view,
    // The index does not have groups, which are not stored.
    fullText: view === stored ? texts.indexOf(request.dataset) : undefined,
    identity: actor.id,
    now,
    projectId,
    dataset: request.dataset,
    maxRows,
    budgetMs,
    startedAt: since,
    isInterrupted: isCutNow,
  }
  const {json, sourceMap} = written(planned, setting, request.sourceMap, () =>
    own.finish('evaluate'),
  )
  own.finish('write')
  if (json.length + (sourceMap?.length ?? 0) > maxResultBytes) {
    throw tooLarge()
  }
  return {
    id,
    type: 'answer',
    json,
    ...(sourceMap !== undefined && {sourceMap}),
    ms: own.ms(),
    ...own.report(),
    keys: dependence.keys(),
    dependsOnTime: planned.dependsOnTime || dataset.dependsOnTime(actor, now),
  }
}

const tooLarge = (): BadRequest =>
  new BadRequest(
    'The result is too large. Request less, with a slice or a projection.',
    'queryResultTooLarge',
  )

/** Measuring a result reads all its documents. */
const checkCut = (): void => {
  if (isCutNow()) throw new Interrupted()
}

/** The result as JSON text, with its source map if the query asks for one. */
function written(
  plan: Plan,
  setting: EvaluateOptions,
  named: QueryRequest['sourceMap'],
  onEvaluated: () => void,
): {json: string; sourceMap?: string} {
  const text = (value: unknown): string => {
    if (isLongerThan(maxResultBytes, value, checkCut)) throw tooLarge()
    return JSON.stringify(value) ?? 'null'
  }
  if (!named) {
    const value = plan.evaluate(setting)
    onEvaluated()
    return {json: text(value)}
  }
  const traced = plan.trace(setting)
  onEvaluated()
  const sourceMap = sourceMapOf(traced, {byKey: named === 'byKey'})
  return {json: text(traced.value), sourceMap: text(sourceMap)}
}

/** The outcome of a query, also of one that fails. */
function reportOn(request: QueryRequest | ParseRequest): Finished {
  const {id} = request
  try {
    return 'isParsedOnly' in request ? parsed(request) : answer(request)
  } catch (thrown) {
    if (thrown instanceof Interrupted) return {id, type: 'cut', cpuMs: cpuTime() - cpuSince}
    const error = asLakeError(thrown)
    return error instanceof LakeError
      ? {
          id,
          type: 'refusal',
          refusal: {
            status: error.status,
            type: error.type,
            description: error.message,
            details: error.details,
          },
          ...cost?.report(),
        }
      : {id, type: 'failure', message: error instanceof Error ? `${error.stack}` : String(error)}
  }
}

port.on('message', (message: string) => {
  number = 0
  replica.withSnapshot(() => {
    for (const request of ofMessage(message)) {
      number += 1
      if (!begin(progress, number)) break
      since = performance.now()
      const finished = reportOn(request)
      port.postMessage({...finished, spentMs: performance.now() - since} satisfies Report)
    }
  })
  if (texts.takeOutdated()) port.postMessage({type: 'text index outdated'} satisfies Report)
  tidySoon()
  resting.refresh()
})

/** Milliseconds without a query. After a start, one query follows the other. */
const QUIET_MS = 500
/** So long it waits for a quiet moment. Milliseconds. */
const LATEST_MS = 10_000
/** After this long nobody is at work, and the memory of all that was asked goes back. Milliseconds. */
const RESTING_MS = 30_000
const resting = setTimeout(tidy, RESTING_MS).unref()
let tidying: NodeJS.Timeout | undefined
let garbageSince: number | undefined

/** Collecting garbage takes long, so no query is to wait for it. */
function tidySoon(): void {
  if (!hasGarbage) return
  clearTimeout(tidying)
  garbageSince ??= performance.now()
  const left = garbageSince + LATEST_MS - performance.now()
  tidying = setTimeout(
    () => {
      hasGarbage = false
      garbageSince = undefined
      tidy()
    },
    Math.max(0, Math.min(QUIET_MS, left)),
  )
}

function tidy(): void {
  if (getHeapStatistics().total_heap_size > LARGE_HEAP) collectGarbage()
}

for (const name of warm) replica.read(name, undefined, () => {})
tidySoon()
port.postMessage({type: 'ready'} satisfies Report)
// Writes Node's compile cache now, because a thread is terminated and does not exit by itself.
flushCompileCache()
