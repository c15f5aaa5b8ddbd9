// A response with an explanation of how it was found, for developers. It is never cached.
import {BadRequest, Forbidden, LakeError, Unauthenticated} from '../errors.ts'
import {isReader, isStranger} from '../grants.ts'
import {explainText, type Explanation} from '@copydesk/groq/plan'
import {Callers} from '../query/caller.ts'
import type {QueryEngine} from '../query/engine.ts'
import type {LogTable} from '../store/log.ts'
import type {Actor} from '../types.ts'
import {callerFor, unlessAborted} from './query-cache.ts'
import type {CacheState, QueryCache, QueryRequest} from './query-cache.ts'
import {syncTags} from './sync-tags.ts'

/** `text`: for people, beside the result. `only`: without the result. `json`: for programs. */
export type Explained = 'text' | 'only' | 'json'

/** The hosted API takes `true`, `only` and `false`. Undefined for an answer like any other. */
export function explainedOf(asked: string | null): Explained | undefined {
  if (!asked || asked === 'false') return undefined
  if (asked === 'true') return 'text'
  if (asked === 'only' || asked === 'json') return asked
  throw new BadRequest('"explain" must be true, only, json or false.', 'malformedParameter', {
    parameter: 'explain',
  })
}

/**
 * Callers who may write get explanations. All counts are of documents that they may read.
 *
 * @throws Unauthenticated, Forbidden for readers
 */
export function assertMayExplain(actor: Actor): void {
  if (isStranger(actor)) {
    throw new Unauthenticated('Sign in, or send a token of the staff, to have a query explained.')
  }
  if (isReader(actor)) {
    throw new Forbidden('Only staff can have queries explained. This token can only read.')
  }
}

interface Deps {
  queryCache: Pick<QueryCache, 'stateOf'>
  engine: Pick<QueryEngine, 'queryJson'>
  log: Pick<LogTable, 'last'>
}

/**
 * JSON text: `{ms, query, syncTags, result, resultSourceMap, explain}`.
 *
 * @throws LakeError as the engine does; for a query that was ended, with an `explain` of what was done until then
 * @throws the signal's reason once it is aborted
 */
export async function explainedAnswer(
  {queryCache, engine, log}: Deps,
  {request, how, signal}: {request: QueryRequest; how: Explained; signal?: AbortSignal},
): Promise<string> {
  signal?.throwIfAborted()
  const memory = queryCache.stateOf(request)
  const {echo, caller: _, ...question} = request
  const caller = callerFor(request)
  const callers = new Callers(caller)
  const evaluation = engine.queryJson({...question, callers, explain: true, atLeast: log.last()})
  const report = await unlessAborted(evaluation, {callers, caller, signal}).catch(
    (error: unknown) => {
      throw withExplanation(error, how, memory)
    },
  )
  const {ms, json, sourceMap, explanation, keys} = report
  const head = JSON.stringify({ms, ...(echo && {query: question.query})})
  const explain = explanation && shown(explanation, how, memory)
  const members = [
    head.slice(1, -1),
    ...(how === 'only' ? [] : [`"syncTags":${JSON.stringify(syncTags(keys))}`, `"result":${json}`]),
    ...(how === 'only' || sourceMap === undefined ? [] : [`"resultSourceMap":${sourceMap}`]),
    `"explain":${JSON.stringify(explain)}`,
  ]
  return `{${members.join()}}`
}

/** What would have happened to the request without `explain`. */
const IN_WORDS: Record<CacheState, string> = {
  kept: 'Without "explain" the response would have come from the cache.\n',
  new: 'Without "explain" the response would have been cached.\n',
  never: '',
}

function shown(explanation: Explanation, how: Explained, memory: CacheState): object | string {
  if (how === 'json') return {...explanation, memory}
  return explainText(explanation) + IN_WORDS[memory]
}

function withExplanation(error: unknown, how: Explained, memory: CacheState): unknown {
  if (!(error instanceof LakeError)) return error
  const {explanation, ...details} = error.details
  if (!explanation) return error
  const explain = shown(explanation as Explanation, how, memory)
  return new LakeError(error.status, error.type, error.message, {...details, explain})
}
