// `*[filter] | order(…)`: through an index in that order where this is quicker, else by sorting.
import type {Compile} from '../compile.ts'
import {compileOrder, orderedBy} from '../order.ts'
import type {Scope} from '../scope.ts'
import type {Node} from '../syntax-tree.ts'
import type {LakeDocument} from '../types.ts'
import {isDocumentExpression} from './expressions.ts'
import {
  filtered,
  lookUp,
  MIN_INDEXED_SIZE,
  passesAll,
  type Filters,
  type LookUpResult,
} from './filters.ts'
import {indexedField, indexLabel} from './indexed-field.ts'
import {runOf} from './run.ts'

/** @param limit how many documents are needed */
export function compileOrdered(
  args: readonly Node[],
  filters: Filters,
  limit: number,
  compile: Compile,
): (scope: Scope) => LakeDocument[] {
  const sort = compileOrder(args, compile)
  const walk = limit === Infinity ? undefined : compileWalk(args, filters, limit, compile)
  const isOrderMissing = limit !== Infinity && !walk && filters.scanReason === 'all'
  const sorted: Filters = isOrderMissing ? {...filters, scanReason: 'noOrder'} : filters

  return (scope) => {
    const result = lookUp(filters, scope)
    const {found} = result
    const size = found?.size ?? runOf(scope).view.all.length
    const walked = size > MIN_INDEXED_SIZE && !found?.ids ? walk?.(size, result, scope) : undefined
    if (walked) return walked
    if (found?.readsLongFields && limit !== Infinity) {
      const documents = sort(found.documents(), scope) as LakeDocument[]
      return filtered(filters, scope, {what: 'sort and filter', found, limit, documents})
    }
    const passed = filtered(sorted, scope, {what: 'filter and sort', found, limit: Infinity})
    return sort(passed, scope, limit) as LakeDocument[]
  }
}

/** Undefined if this would read more documents than sorting. */
type Walk = (size: number, result: LookUpResult, scope: Scope) => LakeDocument[] | undefined

/** Reads documents in the order of an index until enough have passed. Undefined if no index has the order. */
function compileWalk(
  args: readonly Node[],
  filters: Filters,
  limit: number,
  compile: Compile,
): Walk | undefined {
  const [first, ...rest] = args.map(orderedBy)
  if (!first || !isDocumentExpression(first.expression)) return undefined
  const {label, field} = indexedField(first.expression, compile)
  const sortEquals = rest.length > 0 ? compileOrder(args.slice(1), compile) : undefined

  return (size, {found, type}, scope) => {
    const run = runOf(scope)
    const filter = found?.fieldValue
    const all = type === undefined ? run.view.all.length : run.view.ofType(type).length
    // If the found documents are spread evenly, this many have to be read.
    if (!filter && (limit * all) / size > size) return undefined
    const ordered = run.view.ordered(field, type, filter)
    if (!ordered) return undefined
    const isNarrowed = filter !== undefined || found?.has !== undefined
    const conditions = (isNarrowed ? found?.remaining : undefined) ?? filters.conditions
    const passed: LakeDocument[] = []
    let read = 0
    for (const group of ordered.groups(first.isDescending)) {
      const equal: LakeDocument[] = []
      for (const document of group) {
        run.tick()
        if (read === size) {
          run.countDocuments(read)
          return undefined
        }
        read += 1
        if (found?.has?.(document) === false) continue
        if (!passesAll(conditions, scope.within(document))) continue
        equal.push(document)
        if (!sortEquals && passed.length + equal.length >= limit) break
      }
      passed.push(...(sortEquals ? (sortEquals(equal, scope) as LakeDocument[]) : equal))
      if (passed.length >= limit) break
    }
    run.countDocuments(read)
    const ofType = type === undefined ? '' : `, _type == "${type}"`
    run.explain?.step({
      what: 'order',
      how: `${label} in order${filter ? `, ${found.how()}` : ''}${ofType}`,
      index: indexLabel(label, type),
      candidates: read,
      found: passed.length,
    })
    return passed
  }
}
