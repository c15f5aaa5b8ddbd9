// Caches responses to queries until a document that they depend on changes. A thousand pages that send the same query
// after a change cost one evaluation, and a page that has the response already gets a 304.
import {LRUCache} from 'lru-cache'
import {hash} from 'node:crypto'
import type {Logger} from 'pino'
import {ANY_KEY, parsePerspective} from '@copydesk/groq/documents'
import type {Audience, DatasetReader, Invalidation} from '../listen/invalidation.ts'
import {callerOf, Callers, type Caller} from '../query/caller.ts'
import type {QueryEngine} from '../query/engine.ts'
import {namesGroups} from '../query/groups.ts'
import type {LogTable} from '../store/log.ts'
import type {Actor, Clock, Json} from '../types.ts'
import {syncTags} from './sync-tags.ts'

export interface QueryCacheOptions {
  engine: Pick<QueryEngine, 'queryJson'>
  /** A reader sees at least what was committed before their request: their own writes. */
  log: Pick<LogTable, 'last'>
  invalidation: Invalidation
  /** Two readers with the same audience in a dataset may read the same documents. */
  audienceOf: (reader: DatasetReader) => string
  clock: Clock
  /** Called for each request that can be answered from the cache. */
  onLookup?: (isHit: boolean) => void
  /** Characters of all stored responses and of the keys that they depend on. */
  maxSize?: number
  /** Logs each evaluation: it shows an operator which queries make the lake work. */
  logger?: Pick<Logger, 'debug'>
}

export interface QueryRequest {
  dataset: string
  query: string
  params: Record<string, Json>
  perspective: string | readonly string[]
  /** Whether the response says where its values come from (`EngineQuery`). */
  sourceMap?: 'byIndex' | 'byKey'
  actor: Actor
  /** By default the actor. */
  caller?: Caller
  /** Whether the response repeats the query. */
  echo: boolean
}

export interface QueryResponse {
  /** JSON text: `{ms, query, syncTags, result, resultSourceMap}`. */
  body: string
  /** A strong validator, with its quotation marks. */
  etag: string
  /** Set if the response came from the cache: whether it would still be sent. */
  isValid?: () => boolean
}

/** How a request would be answered. `kept`: from the cache. `never`: such requests are evaluated each time. */
export type CacheState = 'kept' | 'new' | 'never'

export interface QueryCache {
  /**
   * Once the signal is aborted, an evaluation for which no other caller waits ends.
   *
   * @throws the signal's reason once it is aborted
   * @throws LakeError as the engine does
   */
  answer(request: QueryRequest, signal?: AbortSignal): Promise<QueryResponse>
  /** Counts a request that the cache of HTTP responses answered. */
  countHit(): void
  stateOf(request: QueryRequest): CacheState
}

/** An evaluation that further callers may wait for. */
interface Running {
  position: number
  callers: Callers
  response: Promise<QueryResponse>
}

/** A request with all that is found out of it once. */
interface Keyed {
  request: QueryRequest
  reader: Audience
  key: string
  isCacheable: boolean
}

interface Evaluated {
  report: Awaited<ReturnType<QueryEngine['queryJson']>>
  /** Log position and second of the clock when the evaluation began. */
  position: number
  second: number
}

interface Stored {
  etag: string
  digest: string
  /** How long the evaluation took that first gave this response: it is part of the body. */
  ms: number
  /** Null if it is too large, or may not be sent again. */
  body: string | null
  /** What the response depends on. */
  keys: readonly string[]
  /** In characters. */
  size: number
  /** Log position up to which no change has affected the response. */
  position: number
  /** The second of the clock in which it is valid; undefined if it does not depend on the clock. */
  second?: number
}

const MAX_SIZE = 8 * 1024 * 1024
/** A feed of twenty long posts is about as large. */
const MAX_BODY = 4 * 1024 * 1024
const MAX_ENTRIES = 10_000

/** Whole seconds: conditions on the clock do not change within one. */
const secondOf = (clock: Clock): number => Math.floor(clock() / 1_000)

/** Nothing in it needs closing. */
export function createQueryCache(options: QueryCacheOptions): QueryCache {
  const {engine, log, invalidation, audienceOf, clock, onLookup = () => {}, logger} = options
  const responses = createStoredResponses(options)
  const running = new Map<string, Running>()

  const evaluate = async (
    asked: Keyed,
    {position, callers}: Omit<Running, 'response'>,
  ): Promise<QueryResponse> => {
    const {request} = asked
    const {echo: _, caller: __, ...question} = request
    const second = secondOf(clock)
    const report = await engine.queryJson({...question, callers, atLeast: position})
    const {actor, query} = request
    logger?.debug({by: actor.kind, tookMs: report.ms, query}, 'Query evaluated')
    return responses.store(asked, {report, position, second})
  }

  const answer: QueryCache['answer'] = async (request, signal) => {
    signal?.throwIfAborted()
    const asked = keyed(request, audienceOf(request))
    const {reader, key} = asked
    const caller = callerFor(request)
    const callers = new Callers(caller)
    if (!asked.isCacheable) {
      const response = evaluate(asked, {position: log.last(), callers})
      return await unlessAborted(response, {callers, caller, signal})
    }
    const cached = responses.valid(asked)
    onLookup(cached !== null)
    if (cached) {
      // The audience changes when the dataset becomes private.
      const isValid = (): boolean =>
        audienceOf(request) === reader.audience && responses.valid(asked)?.etag === cached.etag
      return {...cached, isValid}
    }
    const current = running.get(key)
    if (current && !current.callers.isEmpty) {
      if (invalidation.validUntil(reader, [ANY_KEY], current.position) !== null) {
        current.callers.add(caller)
        return await unlessAborted(current.response, {callers: current.callers, caller, signal})
      }
    }
    const position = invalidation.follow(reader)
    const response = evaluate(asked, {position, callers}).finally(() => {
      if (running.get(key)?.response === response) running.delete(key)
    })
    running.set(key, {position, callers, response})
    return await unlessAborted(response, {callers, caller, signal})
  }

  return {
    answer,
    countHit: () => onLookup(true),
    stateOf(request) {
      const asked = keyed(request, audienceOf(request))
      if (!asked.isCacheable) return 'never'
      return responses.valid(asked) ? 'kept' : 'new'
    },
  }
}

/** The newest response for each key, with what it depends on. */
function createStoredResponses({
  invalidation,
  clock,
  maxSize = MAX_SIZE,
}: Pick<QueryCacheOptions, 'invalidation' | 'clock' | 'maxSize'>) {
  const stored = new LRUCache<string, Stored>({
    max: MAX_ENTRIES,
    maxSize,
    sizeCalculation: ({size}) => size || 1,
  })
  return {
    /** The stored response, or null if an evaluation could give a different one. */
    valid({key, reader}: Keyed): QueryResponse | null {
      const entry = stored.get(key)
      if (!entry || entry.body === null) return null
      if (entry.second !== undefined && entry.second !== secondOf(clock)) return null
      const until = invalidation.validUntil(reader, entry.keys, entry.position)
      if (until === null) return null
      entry.position = until
      return {body: entry.body, etag: entry.etag}
    },
    store(asked: Keyed, {report, position, second}: Evaluated): QueryResponse {
      const {key, request} = asked
      const {echo, query} = request
      const tags = syncTags(report.keys)
      const parts = [JSON.stringify([tags, echo ? query : null]), report.json]
      const digest = hash('sha256', [...parts, report.sourceMap ?? ''].join(''), 'base64url')
      const before = stored.get(key)
      // A response that has not changed keeps its bytes, however long the evaluation took this time.
      const ms = before?.digest === digest ? before.ms : report.ms
      const head = JSON.stringify({ms, ...(echo ? {query} : {}), syncTags: tags})
      const sources = report.sourceMap ? `,"resultSourceMap":${report.sourceMap}` : ''
      const body = `${head.slice(0, -1)},"result":${report.json}${sources}}`
      const etag = `"${digest.slice(0, 32)}-${ms}"`
      const keys = report.keys?.map(([name]) => name) ?? [ANY_KEY]
      const isSentAgain = asked.isCacheable && body.length <= MAX_BODY
      stored.set(key, {
        etag,
        digest,
        ms,
        body: isSentAgain ? body : null,
        keys: isSentAgain ? keys : [],
        size: isSentAgain ? keys.reduce((sum, name) => sum + name.length, body.length) : 0,
        position,
        ...(report.dependsOnTime ? {second} : {}),
      })
      return {body, etag}
    },
  }
}

/**
 * Only requests of anonymous readers and people are cached: programs and holders of preview links are few. Through a
 * stack of drafts and versions a response changes with documents under other keys, and the log has no entry for a
 * change of groups.
 */
function isCacheable({actor, perspective, query, params}: QueryRequest): boolean {
  const isShared = actor.kind === 'anonymous' || actor.kind === 'user'
  return isShared && isPlain(perspective) && !namesGroups(query, params)
}

function isPlain(perspective: QueryRequest['perspective']): boolean {
  const parsed = parsePerspective(perspective)
  return parsed === 'raw' || (parsed.length === 1 && parsed[0] === 'published')
}

/** Shares the result on. If the signal is aborted first, rejects with its reason and takes the caller out. */
export async function unlessAborted<T>(
  result: Promise<T>,
  {callers, caller, signal}: {callers: Callers; caller: Caller; signal: AbortSignal | undefined},
): Promise<T> {
  if (!signal) return await result
  return await new Promise((resolve, reject) => {
    const leave = (): void => {
      callers.leave(caller)
      reject(signal.reason)
    }
    signal.addEventListener('abort', leave, {once: true})
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

export const callerFor = ({caller, actor}: QueryRequest): Caller => caller ?? callerOf(actor)

function keyed(request: QueryRequest, audience: string): Keyed {
  const {dataset, actor} = request
  return {
    request,
    reader: {dataset, actor, audience},
    key: keyOf(request, audience),
    isCacheable: isCacheable(request),
  }
}

/** Everything that the bytes of a response depend on, besides content and clock. */
function keyOf(request: QueryRequest, audience: string): string {
  const {dataset, query, params, perspective, sourceMap, actor, echo} = request
  const namesActor = /\bidentity\b|\buser\s*::/.test(query)
  const reader = [actor.kind, audience, ...(namesActor ? [actor.id] : [])]
  const layers = parsePerspective(perspective)
  const parts = [dataset, query, params, layers, sourceMap, reader, echo]
  return hash('sha256', JSON.stringify(parts), 'base64url')
}
