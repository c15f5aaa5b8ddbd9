// A query made ready: parsed, checked, compiled, narrowed. Plans are kept by text and parameters.
import {BadRequest} from '../errors.ts'
import {compileQuery, type Shortcut} from '../groq/compile.ts'
import {parseQuery, reason, refuseMissingParameters} from '../groq/parse-query.ts'
import {Scope, type Evaluate} from '../groq/scope.ts'
import {walk, type Node} from '../groq/syntax-tree.ts'
import {compileTraced} from '../groq/trace/compile-traced.ts'
import type {Traced} from '../groq/trace/origin.ts'
import type {Json} from '../types.ts'
import {candidates} from './candidates.ts'
import {compileLookUp, narrowest} from './look-up.ts'
import {createRun, runOf, type Setting} from './run.ts'
import {isOnce, markSubqueries} from './subqueries.ts'
import {asksTheTime, looksUpById, touchFound, touchScanned} from './touched-types.ts'

export interface Plan {
  /** The answer depends on the time at which it is given. */
  asksTheTime: boolean
  /**
   * What becomes JSON by `JSON.stringify`. Throws BadRequest `queryError` where the query cannot be
   * evaluated.
   */
  evaluate(setting: Setting): unknown
  /** The same, and where each value comes from. Throws as `evaluate` does. */
  trace(setting: Setting): Traced
}

/**
 * @throws BadRequest `queryParseError` with the position, or for a parameter that was not given,
 *   which the hosted API refuses
 */
export function createPlan(query: string, params: Record<string, Json>): Plan {
  const parsed = parseQuery(query, params)
  walk(parsed, ({type}) => {
    if (type === 'Parameter') refuseMissingParameters(query, params)
  })
  const attempt = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw refusal(query, error)
    }
  }
  const scopeOf = (setting: Setting): Scope => {
    const run = createRun(setting)
    touchScanned(parsed, run.touch)
    return new Scope(null, run)
  }
  const tree = markSubqueries(parsed)
  const evaluate = attempt(() => compile(tree))
  let trace: ((scope: Scope) => Traced) | undefined
  return {
    asksTheTime: asksTheTime(parsed),
    evaluate: (setting) => attempt(() => evaluate(scopeOf(setting))),
    trace: (setting) =>
      attempt(() => {
        // Most plans are never traced.
        trace ??= compileTraced(tree, compile)
        return trace(scopeOf(setting))
      }),
  }
}

const compile = (node: Node): Evaluate => compileQuery(node, shortcut)

function refusal(query: string, error: unknown): BadRequest {
  if (error instanceof BadRequest) return error
  const deep = error instanceof RangeError && error.message.includes('call stack')
  const why = deep ? 'The query is nested too deeply.' : `The query failed: ${reason(error)}.`
  return new BadRequest(why, 'queryError', {query})
}

/** Documents are looked up in the view's index where a filter lets, subqueries answered once. */
const shortcut: Shortcut = (node, compile) => {
  if (isOnce(node)) return once(node, compile(node.base))
  const base = node.base as Node | undefined
  if (node.type !== 'Filter' || base?.type !== 'Everything') return undefined
  const condition = node.expr as Node
  const lookUps = candidates(condition).map((candidate) => compileLookUp(candidate, compile))
  if (lookUps.length === 0) return undefined
  const passes = compile(condition)
  const isById = looksUpById(condition)
  return (scope) => {
    const {view, touch, through} = runOf(scope)
    const {documents, wanted} = narrowest(lookUps, scope) ?? {documents: view.all, wanted: []}
    through(documents)
    if (isById) touchFound(documents, wanted, touch)
    return documents.filter((document) => passes(scope.within(document)) === true)
  }
}

/** Evaluated by whoever needs it first in a run. */
function once(subquery: Node, evaluate: Evaluate): Evaluate {
  return (scope) => {
    const {answered} = runOf(scope)
    const known = answered.get(subquery)
    if (known !== undefined) return known
    const value = evaluate(scope) ?? null
    answered.set(subquery, value)
    return value
  }
}

/** Keeps the plans of the queries asked last. Long keys (lists of ids) are not worth the memory. */
export function createPlanCache(limit = 500, longestKey = 20_000): typeof createPlan {
  const plans = new Map<string, Plan>()
  return (query, params) => {
    const key = `${query}\n${JSON.stringify(params)}`
    const plan = plans.get(key) ?? createPlan(query, params)
    plans.delete(key)
    if (key.length > longestKey) return plan
    plans.set(key, plan)
    for (const oldest of plans.keys()) {
      if (plans.size <= limit) break
      plans.delete(oldest)
    }
    return plan
  }
}
