// Answers to queries, kept as long as they are as good as new: a thousand pages that ask the same after
// a change cost one evaluation, and what a page has already is not sent again.
import {LRUCache} from 'lru-cache'
import {hash} from 'node:crypto'
import type {Logger} from 'pino'
import {ANY_KEY, parsePerspective} from '@copydesk/groq/documents'
import type {Touched, Whose} from '../listen/invalidation.ts'
import {callerOf, Callers, type Caller} from '../query/caller.ts'
import type {QueryEngine} from '../query/engine.ts'
import {namesGroups} from '../query/groups.ts'
import type {LogTable} from '../store/log.ts'
import type {Actor, Clock, Json} from '../types.ts'
import {syncTags} from './sync-tags.ts'

export interface AnswersOptions {
  engine: Pick<QueryEngine, 'queryJson'>
  /** A reader sees at least what was committed before the request came: their own writes. */
  log: Pick<LogTable, 'last'>
  touched: Touched
  /** Of two with the same audience in a dataset each may read what the other may. */
  audienceOf: (whose: Whose) => string
  clock: Clock
  /** Told of each question whose answer may be kept whether it was. */
  onAsked?: (kept: boolean) => void
  /** Letters of all answers that are kept, and of what they depend on. */
  most?: number
  /** Hears of each evaluation, so that one can see what asks the lake to work. */
  logger?: Pick<Logger, 'debug'>
}

export interface AskedQuery {
  dataset: string
  query: string
  params: Record<string, Json>
  perspective: string | readonly string[]
  /** Whether the answer says where its values come from (`EngineQuery`). */
  sourceMap?: 'byIndex' | 'byKey'
  actor: Actor
  /** Who waits; by default the actor. */
  caller?: Caller
  /** Whether the answer repeats the query. */
  echo: boolean
}

export interface Answer {
  /** JSON text: `{ms, query, syncTags, result, resultSourceMap}`. */
  body: string
  /** Strong: the same bytes, and no others. With its quotation marks. */
  etag: string
  /** Of one that was kept: whether the question would get it again. */
  isSame?: () => boolean
}

/** `kept`: it would be given from memory. `never`: questions like this one are evaluated each time. */
export type Keeping = 'kept' | 'new' | 'never'

export interface Answers {
  /**
   * Rejects with the signal's reason once it is aborted. An evaluation for which nobody else waits ends then.
   *
   * @throws LakeError as the engine does
   */
  (asked: AskedQuery, signal?: AbortSignal): Promise<Answer>
  /** Counts a question that got a kept answer elsewhere. */
  countKept(): void
  /** How the question would be answered now. */
  keeping(asked: AskedQuery): Keeping
}

/** An evaluation that more may wait for. */
interface Running {
  position: number
  callers: Callers
  answer: Promise<Answer>
}

interface Kept {
  etag: string
  digest: string
  /** How long the evaluation took that first gave this answer: it is part of the bytes. */
  ms: number
  /** Null where it is too large, or may not be given again. */
  body: string | null
  /** What the answer depends on. */
  keys: readonly string[]
  letters: number
  /** Of the log: nothing that the answer depends on has changed between it and the answer's making. */
  position: number
  /** In which second of the clock it holds; for good where the clock has no say. */
  second?: number
}

const MOST_LETTERS = 32 * 1024 * 1024
/** Twenty long posts in one feed come to this. */
const LONGEST_KEPT = 4 * 1024 * 1024
const MOST_ENTRIES = 10_000

/** Whole seconds, in which conditions on the clock change: until then one second is like the next. */
const secondOf = (clock: Clock): number => Math.floor(clock() / 1_000)

/** Builds the place where queries are asked over HTTP. Nothing in it needs closing. */
export function createAnswers({
  engine,
  log,
  touched,
  audienceOf,
  clock,
  onAsked = () => {},
  most = MOST_LETTERS,
  logger,
}: AnswersOptions): Answers {
  const kept = new LRUCache<string, Kept>({
    max: MOST_ENTRIES,
    maxSize: most,
    sizeCalculation: ({letters}) => letters || 1,
  })
  const running = new Map<string, Running>()

  /** What was kept under the key, where it is what would be answered now. */
  const stillGood = (key: string, asked: AskedQuery): Answer | null => {
    const known = kept.get(key)
    if (!known || known.body === null) return null
    if (known.second !== undefined && known.second !== secondOf(clock)) return null
    const until = touched.untouchedUntil(asked, known.keys, known.position)
    if (until === null) return null
    known.position = until
    return {body: known.body, etag: known.etag}
  }

  const evaluate = async (
    key: string,
    asked: AskedQuery,
    {position, callers}: Omit<Running, 'answer'>,
  ): Promise<Answer> => {
    const {echo, caller: _, ...question} = asked
    const second = secondOf(clock)
    const isKept = mayBeKept(asked)
    const report = await engine.queryJson({...question, callers, atLeast: position})
    const tags = syncTags(report.keys)
    logger?.debug({by: asked.actor.kind, tookMs: report.ms, query: asked.query}, 'Query evaluated')
    const parts = [JSON.stringify([tags, echo ? asked.query : null]), report.json]
    const digest = hash('sha256', [...parts, report.sourceMap ?? ''].join(''), 'base64url')
    const before = kept.get(key)
    // An answer that has not changed keeps its bytes, however long it took this time.
    const ms = before?.digest === digest ? before.ms : report.ms
    const head = JSON.stringify({ms, ...(echo ? {query: asked.query} : {}), syncTags: tags})
    const sources = report.sourceMap ? `,"resultSourceMap":${report.sourceMap}` : ''
    const body = `${head.slice(0, -1)},"result":${report.json}${sources}}`
    const etag = `"${digest.slice(0, 32)}-${ms}"`
    const keys = report.keys?.map(([name]) => name) ?? [ANY_KEY]
    const isGiven = isKept && body.length <= LONGEST_KEPT
    kept.set(key, {
      etag,
      digest,
      ms,
      body: isGiven ? body : null,
      keys: isGiven ? keys : [],
      letters: isGiven ? keys.reduce((sum, name) => sum + name.length, body.length) : 0,
      position,
      ...(report.dependsOnTime ? {second} : {}),
    })
    return {body, etag}
  }

  const answerTo = async (asked: AskedQuery, signal?: AbortSignal): Promise<Answer> => {
    signal?.throwIfAborted()
    const key = keyOf(asked, audienceOf(asked))
    const caller = callerFor(asked)
    const callers = new Callers(caller)
    if (!mayBeKept(asked)) {
      const answer = evaluate(key, asked, {position: log.last(), callers})
      return await waitFor({callers, answer}, caller, signal)
    }
    const known = stillGood(key, asked)
    onAsked(known !== null)
    if (known) return {...known, isSame: () => stillGood(key, asked)?.etag === known.etag}
    const under = running.get(key)
    if (under && !under.callers.isEmpty) {
      if (touched.untouchedUntil(asked, [ANY_KEY], under.position) !== null) {
        under.callers.add(caller)
        return await waitFor(under, caller, signal)
      }
    }
    const position = touched.follow(asked)
    const answer = evaluate(key, asked, {position, callers}).finally(() => {
      if (running.get(key)?.answer === answer) running.delete(key)
    })
    running.set(key, {position, callers, answer})
    return await waitFor({callers, answer}, caller, signal)
  }

  return Object.assign(answerTo, {
    countKept: () => onAsked(true),
    keeping(asked: AskedQuery): Keeping {
      if (!mayBeKept(asked)) return 'never'
      return stillGood(keyOf(asked, audienceOf(asked)), asked) ? 'kept' : 'new'
    },
  })
}

/**
 * Programs and guests are few, and ask seldom. What is seen through a stack of drafts and versions changes
 * with documents that have other keys; who is in which group is in no log.
 */
function mayBeKept({actor, perspective, query, params}: AskedQuery): boolean {
  const isSharing = actor.kind === 'anonymous' || actor.kind === 'user'
  return isSharing && isPlain(perspective) && !namesGroups(query, params)
}

function isPlain(perspective: AskedQuery['perspective']): boolean {
  const parsed = parsePerspective(perspective)
  return parsed === 'raw' || (parsed.length === 1 && parsed[0] === 'published')
}

/** Waits for the answer until the signal is aborted. */
async function waitFor(
  {answer, callers}: Pick<Running, 'answer' | 'callers'>,
  caller: Caller,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (!signal) return await answer
  return await new Promise((resolve, reject) => {
    const leave = (): void => {
      callers.leave(caller)
      reject(signal.reason)
    }
    signal.addEventListener('abort', leave, {once: true})
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}

const callerFor = ({caller, actor}: AskedQuery): Caller => caller ?? callerOf(actor)

/** Everything that the bytes of an answer depend on, besides content and clock. */
function keyOf(asked: AskedQuery, audience: string): string {
  const {dataset, query, params, perspective, sourceMap, actor, echo} = asked
  const asksWho = /\bidentity\b|\buser\s*::/.test(query)
  const who = [actor.kind, audience, ...(asksWho ? [actor.id] : [])]
  const layers = parsePerspective(perspective)
  const parts = [dataset, query, params, layers, sourceMap, who, echo]
  return hash('sha256', JSON.stringify(parts), 'base64url')
}
