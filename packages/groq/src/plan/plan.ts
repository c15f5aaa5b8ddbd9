// A query made ready: parsed, checked, compiled, narrowed. Plans are kept by the query's text.
import {LRUCache} from 'lru-cache'
import {QueryError} from '../errors.ts'
import {compileQuery, type Shortcut} from '../compile.ts'
import {parseQuery, reason, refuseMissingParameters} from '../parse-query.ts'
import {Scope, type Evaluate} from '../scope.ts'
import {walk, type Node} from '../syntax-tree.ts'
import {compileTraced} from '../trace/compile-traced.ts'
import type {Traced} from '../trace/origin.ts'
import type {Json} from '../types.ts'
import {asksTheTime} from './asks-the-time.ts'
import {cached} from '../documents/cached.ts'
import {compileCount, compileFetch, rememberedIn} from './fetch.ts'
import {narrowScored} from './narrow-scored.ts'
import {Run, type Setting} from './run.ts'
import {isOnce, markSubqueries} from './subqueries.ts'

export interface Plan {
  /** The answer depends on the time at which it is given. */
  asksTheTime: boolean
  /** It was made for an earlier question. */
  wasKept: boolean
  /**
   * What becomes JSON by `JSON.stringify`. Throws QueryError `queryError` where the query cannot be
   * evaluated.
   */
  evaluate(setting: Setting): unknown
  /** The same, and where each value comes from. Throws as `evaluate` does. */
  trace(setting: Setting): Traced
}

type Params = Readonly<Record<string, Json>>

/** A plan but for the values of its parameters. */
interface Prepared {
  with(params: Params, wasKept?: boolean): Plan
}

/**
 * @throws QueryError `queryParseError` with the position, or for a parameter that was not given,
 *   which the hosted API refuses
 */
export function createPlan(query: string, params: Params): Plan {
  return (prepareForAll(query) ?? prepare(query, parseQuery(query, {...params}))).with(params)
}

/** One plan for all values; undefined where a value decides what the text means (`[$from...$to]`). */
function prepareForAll(query: string): Prepared | undefined {
  let parsed: Node
  try {
    parsed = parseQuery(query)
  } catch {
    // Its values may be what is missing: whoever knows them finds the right words.
    return undefined
  }
  return isDecidedByParameter(parsed) ? undefined : prepare(query, parsed)
}

/** `list[$n]` is an element or a filter, as `$n` is a number or not. */
function isDecidedByParameter(query: Node): boolean {
  let found = false
  walk(query, ({type, expr}) => {
    if (type !== 'Filter') return
    let hasParameter = false
    let looks = false
    walk(expr as Node, (inner) => {
      if (inner.type === 'Parameter') hasParameter = true
      else if (!CONSTANT.has(inner.type)) looks = true
    })
    if (hasParameter && !looks) found = true
  })
  return found
}

const CONSTANT = new Set(['And', 'Group', 'Neg', 'Not', 'OpCall', 'Or', 'Pos', 'Value'])

function prepare(query: string, parsed: Node): Prepared {
  const marked = markSubqueries(narrowScored(parsed))
  const evaluate = inWords(query, () => compile(marked))
  const isTimely = asksTheTime(parsed)
  const needed = new Set<string>()
  walk(parsed, ({type, name}) => {
    if (type === 'Parameter') needed.add(name as string)
  })
  // Most plans are never traced.
  let trace: ((scope: Scope) => Traced) | undefined
  return {
    with(params, wasKept = false) {
      for (const name of needed) {
        if (!Object.hasOwn(params, name)) refuseMissingParameters(query, params)
      }
      const scopeOf = (setting: Setting): Scope => new Scope(null, new Run(setting, params))
      return {
        asksTheTime: isTimely,
        wasKept,
        evaluate: (setting) => inWords(query, () => evaluate(scopeOf(setting))),
        trace: (setting) =>
          inWords(query, () => {
            trace ??= compileTraced(marked, compile)
            return trace(scopeOf(setting))
          }),
      }
    },
  }
}

const compile = (node: Node): Evaluate => compileQuery(node, shortcut)

/** @throws QueryError `queryError` in place of what else goes wrong */
function inWords<T>(query: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof QueryError) throw error
    const deep = error instanceof RangeError && error.message.includes('call stack')
    const why = deep ? 'The query is nested too deeply.' : `The query failed: ${reason(error)}.`
    throw new QueryError(why, 'queryError', {query})
  }
}

/** Documents are fetched by the view's indexes where a query lets, subqueries answered once. */
const shortcut: Shortcut = (node, compile) => {
  if (isOnce(node)) return rememberedIn(node, compile(node.base))
  return compileCount(node, compile) ?? compileFetch(node, compile)
}

/** Makes a plan, within limits that it knows. */
export type Making = <T>(make: () => T) => T

/** Keeps the plans of the queries asked last. Long keys (lists of ids) are not worth the memory. */
export function createPlanCache(
  limit = 500,
  longestKey = 20_000,
): (query: string, params: Params, making?: Making) => Plan {
  const plans = new LRUCache<string, Prepared | 'by values'>({max: limit})

  const kept = <T extends Prepared | 'by values'>(
    key: string,
    make: () => T,
    making: Making,
  ): {plan: T; wasKept: boolean} => {
    const wasKept = plans.has(key)
    const made = (): T => making(make)
    if (key.length > longestKey) return {plan: made(), wasKept}
    return {plan: cached(plans, key, made) as T, wasKept}
  }

  return (query, params, making = (make) => make()) => {
    const forAll = kept(query, () => prepareForAll(query) ?? 'by values', making)
    if (forAll.plan !== 'by values') return forAll.plan.with(params, forAll.wasKept)
    const key = `${query}\n${JSON.stringify(params)}`
    const prepared = (): Prepared => prepare(query, parseQuery(query, {...params}))
    const {plan, wasKept} = kept(key, prepared, making)
    return plan.with(params, wasKept)
  }
}
