// A query thread: its own read-only connection, the datasets in memory, one question at a time.
import {LRUCache} from 'lru-cache'
import {flushCompileCache} from 'node:module'
import {getHeapStatistics} from 'node:v8'
import {parentPort, workerData} from 'node:worker_threads'
import {createGrantsOf} from '../dataset-grants.ts'
import {asLakeError} from '../as-lake-error.ts'
import {BadRequest, LakeError} from '../errors.ts'
import {isLongerThan, parseQuery} from '@copydesk/groq'
import {sourceMapOf} from '@copydesk/groq/trace'
import {openDatabase} from '../store/database.ts'
import {cached, withOriginalIds} from '@copydesk/groq/documents'
import {within} from '../deadline.ts'
import type {Actor} from '../types.ts'
import {createAccount, type Account} from './query-cost.ts'
import {createFollower} from './replica.ts'
import {createGroups} from './groups.ts'
import {createGarbageCollector} from './collect-garbage.ts'
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
  type Question,
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

/** Of the question at hand. */
let account: Account | undefined
let number = 0
/** When its budget began to count. */
let since = 0

// Grants ask this clock, which stands at the time of the question.
let now = 0
/** Bytes. Below, nobody misses what is not given back. */
const MUCH = 64 * 1024 * 1024
const MOST_ACTORS = 200
// Much was needed once, to read documents in or to go through them all for a reader.
let isLittered = false
const collectGarbage = createGarbageCollector()
const shared = {
  ...roles,
  database: openDatabase(databaseFile, {readOnly: true}),
  grantsOf: createGrantsOf(roles, () => now),
  onRead() {
    if (account) account.effort.reads += 1
  },
  onLoad: (dataset: string, documents: number, tookMs?: number) => {
    isLittered = true
    port.postMessage({
      type: 'loading',
      dataset,
      documents,
      ...(tookMs !== undefined && {tookMs: Math.round(tookMs)}),
    } satisfies Report)
  },
  onView: () => {
    isLittered = true
  },
}
const follower = createFollower(shared)
const withGroups = createGroups(shared)
const texts = createTextReader(textFileOf(databaseFile), shared.database, follower.moveOn)
const plan = createPlanCache()
/** Those who asked last, each by one object, so that what was found out about them is found again. */
const actors = new LRUCache<string, Actor>({max: MOST_ACTORS})
const sameActor = (actor: Actor): Actor => cached(actors, JSON.stringify(actor), () => actor)

const answer = (question: Question): Finished => {
  now = question.now
  const its = createAccount({slowMs, isExplained: question.explain === true})
  account = its
  return texts.holding(question.query, () =>
    follower.reading(question.dataset, question.atLeast, (dataset) =>
      // In a perspective each document says which copy of it one sees.
      withOriginalIds(question.perspective !== 'raw', () => answerOf(question, dataset, its)),
    ),
  )
}

/** From now on the budget counts. */
const startBudget = (): void => {
  since = performance.now()
  evaluating(progress, number)
}

const isCutNow = (): boolean => isCut(progress, number)

/** Reading a text takes a time that grows with the square of its length, and never looks at the deadline. */
const makingWithin =
  (ms: number): PlanGuard =>
  <T>(make: () => T): T => {
    const made: T[] = []
    if (within(ms, () => void made.push(make()))) return made[0] as T
    throw new BadRequest(
      `The query took longer than its budget of ${ms} ms and was ended: its text takes too long to read. Shorten it.`,
      'queryTimeout',
    )
  }

const parsed = ({id, query, params, compileMs}: ParseRequest): Finished => {
  account = undefined
  startBudget()
  const tree = makingWithin(compileMs)(() => parseQuery(query, params))
  return {id, type: 'parsed', tree}
}

const answerOf = (question: Question, dataset: Dataset, its: Account): Finished => {
  const {id, perspective} = question
  const actor = sameActor(question.actor)
  const stored = dataset.view(actor, perspective, now)
  const view = withGroups(stored, question)
  startBudget()
  its.done('view')
  const dependence = createDependencies()
  const planned = plan(question.query, question.params, makingWithin(question.compileMs))
  its.planWasKept = planned.isCached
  its.done('plan')
  const setting: EvaluateOptions = {
    stats: its.effort,
    ...(its.explain && {explain: its.explain}),
    onDependency: dependence.add,
    view,
    // Groups are stored nowhere.
    fullText: view === stored ? texts.of(question.dataset) : undefined,
    identity: actor.id,
    now,
    projectId,
    dataset: question.dataset,
    maxRows,
    budgetMs,
    startedAt: since,
    isInterrupted: isCutNow,
  }
  const {json, sourceMap} = written(planned, setting, question.sourceMap, () =>
    its.done('evaluate'),
  )
  its.done('write')
  if (json.length + (sourceMap?.length ?? 0) > maxResultBytes) {
    throw tooLarge()
  }
  return {
    id,
    type: 'answer',
    json,
    ...(sourceMap !== undefined && {sourceMap}),
    ms: its.ms(),
    ...its.told(),
    keys: dependence.keys(),
    dependsOnTime: planned.dependsOnTime || dataset.dependsOnTime(actor, now),
  }
}

const tooLarge = (): BadRequest =>
  new BadRequest(
    'The result is too large. Ask for less, with a slice or a projection.',
    'queryResultTooLarge',
  )

/** Measuring an answer reads all its documents. */
const goOn = (): void => {
  if (isCutNow()) throw new Interrupted()
}

/** The result as JSON text, and its source map where one is asked for. */
function written(
  plan: Plan,
  setting: EvaluateOptions,
  named: Question['sourceMap'],
  onEvaluated: () => void,
): {json: string; sourceMap?: string} {
  const text = (value: unknown): string => {
    if (isLongerThan(maxResultBytes, value, goOn)) throw tooLarge()
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

/** What becomes of the question, whatever goes wrong. */
function reportOn(asked: Question | ParseRequest): Finished {
  const {id} = asked
  try {
    return 'isParsedOnly' in asked ? parsed(asked) : answer(asked)
  } catch (thrown) {
    if (thrown instanceof Interrupted) return {id, type: 'cut'}
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
          ...account?.told(),
        }
      : {id, type: 'failure', message: error instanceof Error ? `${error.stack}` : String(error)}
  }
}

port.on('message', (message: string) => {
  number = 0
  follower.together(() => {
    for (const asked of ofMessage(message)) {
      number += 1
      if (!begin(progress, number)) break
      since = performance.now()
      const finished = reportOn(asked)
      port.postMessage({...finished, spentMs: performance.now() - since} satisfies Report)
    }
  })
  if (texts.isWanted()) port.postMessage({type: 'texts wanted'} satisfies Report)
  tidyUp()
})

/** After the answer, which need not wait for it. */
function tidyUp(): void {
  if (isLittered && getHeapStatistics().total_heap_size > MUCH) collectGarbage()
  isLittered = false
}

for (const name of warm) follower.reading(name, 0, () => {})
tidyUp()
port.postMessage({type: 'ready'} satisfies Report)
// Where Node keeps what it made of the files: a thread is ended and does not end by itself.
flushCompileCache()
