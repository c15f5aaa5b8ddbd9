// A query prepared for evaluation: parsed, checked, planned and compiled.
import {LRUCache} from 'lru-cache'
import {compileQuery, type Shortcut} from '../compile.ts'
import {cached} from '../documents/cached.ts'
import {QueryError, reason} from '../errors.ts'
import {parseQuery, assertParameters} from '../parse-query.ts'
import {Scope, type Evaluate} from '../scope.ts'
import {walk, type Node} from '../syntax-tree.ts'
import {compileTraced} from '../trace/compile-traced.ts'
import type {Traced} from '../trace/origin.ts'
import type {Json} from '../types.ts'
import {compileCount, compileFetch, oncePerRun} from './fetch.ts'
import {narrowScored} from './narrow-scored.ts'
import {Run, type EvaluateOptions} from './run.ts'
import {isOnce, markSubqueries} from './subqueries.ts'

export interface Plan {
  /** Whether the result can change with time only, because the query uses `now()`. */
  dependsOnTime: boolean
  /** Whether the plan comes from the cache. */
  isCached: boolean
  /**
   * @returns a value for `JSON.stringify`
   * @throws QueryError `queryError` if the query cannot be evaluated, `queryTimeout` beyond its limits
   */
  evaluate(options: EvaluateOptions): unknown
  /** The same result, with the source of each value. Throws like `evaluate`. */
  trace(options: EvaluateOptions): Traced
}

type Params = Readonly<Record<string, Json>>

/** A plan for any values of its parameters. */
interface PreparedQuery {
  with(params: Params, isCached?: boolean): Plan
}

/**
 * @throws QueryError `queryParseError` with the position of the error, also for a parameter without a
 *   value, which the hosted API refuses
 */
export function createPlan(query: string, params: Params): Plan {
  const prepared = prepareForAnyValues(query) ?? prepare(query, parseQuery(query, {...params}))
  return prepared.with(params)
}

/** Undefined if the values decide what the query means (`[$from...$to]`). */
function prepareForAnyValues(query: string): PreparedQuery | undefined {
  let parsed: Node
  try {
    parsed = parseQuery(query)
  } catch {
    // Only the values may be missing: parsing with them gives the right error.
    return undefined
  }
  return hasParameterInBrackets(parsed) ? undefined : prepare(query, parsed)
}

/** `list[$n]` is an element if `$n` is a number, else a filter. */
function hasParameterInBrackets(query: Node): boolean {
  let found = false
  walk(query, ({type, expr}) => {
    if (type !== 'Filter') return
    let hasParameter = false
    let isConstant = true
    walk(expr as Node, (inner) => {
      if (inner.type === 'Parameter') hasParameter = true
      else if (!CONSTANT_NODES.has(inner.type)) isConstant = false
    })
    if (hasParameter && isConstant) found = true
  })
  return found
}

const CONSTANT_NODES = new Set(['And', 'Group', 'Neg', 'Not', 'OpCall', 'Or', 'Pos', 'Value'])

function prepare(query: string, parsed: Node): PreparedQuery {
  const marked = markSubqueries(narrowScored(parsed))
  const evaluate = asQueryError(query, () => compile(marked))
  let dependsOnTime = false
  const parameters = new Set<string>()
  walk(parsed, ({type, name}) => {
    if (type === 'FuncCall' && name === 'now') dependsOnTime = true
    if (type === 'Parameter') parameters.add(name as string)
  })
  // Compiled when first used: most plans are never traced.
  let trace: ((scope: Scope) => Traced) | undefined
  return {
    with(params, isCached = false) {
      for (const name of parameters) {
        if (!Object.hasOwn(params, name)) assertParameters(query, params)
      }
      const scopeOf = (options: EvaluateOptions): Scope => new Scope(null, new Run(options, params))
      return {
        dependsOnTime,
        isCached,
        evaluate: (options) => asQueryError(query, () => evaluate(scopeOf(options))),
        trace: (options) =>
          asQueryError(query, () => {
            trace ??= compileTraced(marked, compile)
            return trace(scopeOf(options))
          }),
      }
    },
  }
}

const compile = (node: Node): Evaluate => compileQuery(node, planShortcut)

/** @throws QueryError `queryError` instead of any other error */
function asQueryError<T>(query: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof QueryError) throw error
    const isTooDeep = error instanceof RangeError && error.message.includes('call stack')
    const message = isTooDeep
      ? 'The query is nested too deeply.'
      : `The query failed: ${reason(error)}.`
    throw new QueryError(message, 'queryError', {query})
  }
}

/** Uses indexes where the query allows it, and evaluates subqueries once. */
const planShortcut: Shortcut = (node, compile) => {
  if (isOnce(node)) return oncePerRun(node, compile(node.base))
  return compileCount(node, compile) ?? compileFetch(node, compile)
}

/** Runs the planner, for example under a time limit. */
export type PlanGuard = <T>(make: () => T) => T

const MAX_PLANS = 500
/** Longer queries, such as those with lists of IDs, are not cached. */
const MAX_KEY_LENGTH = 20_000

/** Caches the plans of the queries used last, by query text. */
export function createPlanCache(): (query: string, params: Params, guard?: PlanGuard) => Plan {
  const plans = new LRUCache<string, PreparedQuery | 'by values'>({max: MAX_PLANS})

  const cachedPlan = <T extends PreparedQuery | 'by values'>(
    key: string,
    make: () => T,
    guard: PlanGuard,
  ): {plan: T; isCached: boolean} => {
    const isCached = plans.has(key)
    const guarded = (): T => guard(make)
    if (key.length > MAX_KEY_LENGTH) return {plan: guarded(), isCached}
    return {plan: cached(plans, key, guarded) as T, isCached}
  }

  return (query, params, guard = (make) => make()) => {
    const forAny = cachedPlan(query, () => prepareForAnyValues(query) ?? 'by values', guard)
    if (forAny.plan !== 'by values') return forAny.plan.with(params, forAny.isCached)
    const key = `${query}\n${JSON.stringify(params)}`
    const prepared = (): PreparedQuery => prepare(query, parseQuery(query, {...params}))
    const {plan, isCached} = cachedPlan(key, prepared, guard)
    return plan.with(params, isCached)
  }
}
