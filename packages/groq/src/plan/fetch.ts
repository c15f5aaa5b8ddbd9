// Fetches documents: `*[filter] | order(…) [from...to]` as one step, by the shortest way to its result.
import type {Compile} from '../compile.ts'
import type {Evaluate, Scope} from '../scope.ts'
import {isCall, type Node} from '../syntax-tree.ts'
import {compileOrdered} from './fetch-ordered.ts'
import {filteredSteps, sliceStep, stepsOf} from './fetch-steps.ts'
import {
  candidatesOf,
  compileFilters,
  countRead,
  filtered,
  isDecided,
  lookUp,
  passesAll,
  recordStep,
} from './filters.ts'
import {runOf} from './run.ts'
import {isOnce} from './subqueries.ts'

/** Compiles `*` with filters, an order and a slice. Undefined for other nodes. */
export function compileFetch(node: Node, compile: Compile): Evaluate | undefined {
  const steps = stepsOf(node)
  if (!steps || (node.type === 'Everything' && steps.filters.length === 0)) return undefined
  const filters = compileFilters(steps, compile)
  const slice = steps.slice && sliceStep(steps.slice)
  const limit = slice?.limit ?? Infinity
  const fetch =
    steps.order.length > 0
      ? compileOrdered(steps.order, filters, limit, compile)
      : (scope: Scope) => {
          const {found} = lookUp(filters, scope)
          return filtered(filters, scope, {what: 'filter', found, limit})
        }
  return explained(node, slice ? (scope) => slice.take(fetch(scope)) : fetch)
}

/** Compiles `count(*[…])` without building the list. Undefined for other nodes. */
export function compileCount(node: Node, compile: Compile): Evaluate | undefined {
  if (!isCall(node, 'global', 'count')) return undefined
  const [list] = node.args as Node[]
  if (!list) return undefined
  const inner = isOnce(list) ? list.base : list
  const steps = filteredSteps(inner)
  if (!steps) return undefined
  const filters = compileFilters(steps, compile)
  const count = (scope: Scope): number => {
    const run = runOf(scope)
    const {found} = lookUp(filters, scope)
    const size = found?.size ?? run.view.all.length
    if (found ? isDecided(found) : filters.conditions.length === 0) {
      const passed = found && !found.isSizeExact ? found.documents().length : size
      recordStep(run, {what: 'count', found, candidates: 0, passed})
      return passed
    }
    const documents = candidatesOf(found, run)
    const conditions = found?.remaining ?? filters.conditions
    let total = 0
    for (const document of documents) {
      if (passesAll(conditions, scope.within(document))) total += 1
    }
    filters.scanned += documents.length
    countRead(documents.length, documents.length, found, filters, run)
    recordStep(run, {what: 'count', found, candidates: size, passed: total})
    return total
  }
  const counted = explained(node, count)
  return isOnce(list) ? oncePerRun(node, counted) : counted
}

/** Evaluates a subquery once in each run, when its value is first needed. */
export function oncePerRun(node: Node, evaluate: Evaluate): Evaluate {
  return (scope) => {
    const {onceResults} = runOf(scope)
    const known = onceResults.get(node)
    if (known !== undefined) return known
    const value = evaluate(scope) ?? null
    onceResults.set(node, value)
    return value
  }
}

/** Records the step if the run is explained. */
function explained(place: Node, fetch: Evaluate): Evaluate {
  return (scope) => {
    const {explain} = runOf(scope)
    if (!explain) return fetch(scope)
    explain.begin(place)
    const result = fetch(scope)
    explain.end()
    return result
  }
}
