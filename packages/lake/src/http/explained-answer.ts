// An answer with how it was found, for developers. Never kept, nor taken from what is kept.
import {BadRequest, Forbidden, LakeError, Unauthenticated} from '../errors.ts'
import {isReader, isStranger} from '../grants.ts'
import {explainText, type Explanation} from '@copydesk/groq/plan'
import {callerOf, Callers} from '../query/caller.ts'
import type {QueryEngine} from '../query/engine.ts'
import type {LogTable} from '../store/log.ts'
import type {Actor} from '../types.ts'
import type {Answers, AskedQuery, Keeping} from './query-cache.ts'
import {syncTags} from './sync-tags.ts'

/** `text`: beside the result, as people read it. `only`: without the result. `json`: for programs. */
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
 * Whoever may change something may know how the lake finds it; all counts are of what they may read.
 *
 * @throws Unauthenticated, Forbidden for readers
 */
export function assertMayExplain(actor: Actor): void {
  if (isStranger(actor)) {
    throw new Unauthenticated('Sign in, or send a token of the staff, to have a query explained.')
  }
  if (isReader(actor)) {
    throw new Forbidden('Queries are explained to the staff, not to a token that may only read.')
  }
}

interface Deps {
  answers: Pick<Answers, 'keeping'>
  engine: Pick<QueryEngine, 'queryJson'>
  log: Pick<LogTable, 'last'>
}

/**
 * JSON text: `{ms, query, syncTags, result, resultSourceMap, explain}`.
 *
 * @throws LakeError as the engine does; of a query that was ended with an `explain` as far as it came
 */
export async function explainedAnswer(
  {answers, engine, log}: Deps,
  plain: AskedQuery,
  how: Explained,
): Promise<string> {
  const memory = answers.keeping(plain)
  const {echo, caller, ...question} = plain
  const callers = new Callers(caller ?? callerOf(plain.actor))
  const asked = {...question, callers, explain: true, atLeast: log.last()}
  const report = await engine.queryJson(asked).catch((error: unknown) => {
    throw withExplanation(error, how, memory)
  })
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

/** What the question would have come to without `explain`. */
const IN_WORDS: Record<Keeping, string> = {
  kept: 'Without "explain" the answer would have come from memory.\n',
  new: 'Without "explain" the answer would have been cached for the same question.\n',
  never: '',
}

function shown(explanation: Explanation, how: Explained, memory: Keeping): object | string {
  if (how === 'json') return {...explanation, memory}
  return explainText(explanation) + IN_WORDS[memory]
}

function withExplanation(error: unknown, how: Explained, memory: Keeping): unknown {
  if (!(error instanceof LakeError)) return error
  const {explanation, ...details} = error.details
  if (!explanation) return error
  const explain = shown(explanation as Explanation, how, memory)
  return new LakeError(error.status, error.type, error.message, {...details, explain})
}
