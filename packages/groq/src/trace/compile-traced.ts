// Compiles a query's syntax tree to functions that return each value with its source.
//
// Only expressions that pass content on are traced: paths, dereferences, projections, selections from
// lists. All others are evaluated by `compile`, and their results have no source.
import {attribute} from '../attribute.ts'
import {sliceOf, type Compile} from '../compile.ts'
import {compileRank} from '../order.ts'
import {compileScored} from '../score.ts'
import type {Scope} from '../scope.ts'
import {isCall, type Node} from '../syntax-tree.ts'
import {isObject, type Value} from '../values.ts'
import {
  arrayOf,
  itemsOf,
  memberOrigin,
  TRACED_NULL,
  Place,
  type Origin,
  type Traced,
} from './origin.ts'
import {traceObject} from './traced-object.ts'
import {TracedScope, type Trace} from './traced-scope.ts'
import {yieldOf} from './yields-documents.ts'

/**
 * @param compile for expressions that are not traced; it may use indexes
 * @returns a function with the same results as `compile(tree)`
 * @throws Error for a node that cannot be evaluated
 */
export function compileTraced(tree: Node, compile: Compile): (scope: Scope) => Traced {
  const trace = (node: Node): Trace => {
    const yields = yieldOf(node)
    if (yields) return documentsOf(node, compile)
    const build = BUILDERS[node.type]
    return build?.(node, trace, compile) ?? untraced(node, compile)
  }
  const traced = trace(tree)
  return (scope) => traced(new TracedScope(scope))
}

/** Undefined if this node is not traced. */
type Builder = (node: Node, trace: (node: Node) => Trace, compile: Compile) => Trace | undefined

const child = (node: Node, member: string): Node => node[member] as Node

const BUILDERS: Readonly<Record<string, Builder>> = {
  This: () => (scope) => scope.at,
  Value: (node, _trace, compile) => untraced(node, compile, 'literal'),
  Parameter: (node, _trace, compile) => untraced(node, compile, 'literal'),
  Parent: ({n}) => {
    const levels = n as number
    return (scope) => {
      let ancestor: TracedScope | null = scope
      for (let level = 0; level < levels && ancestor; level++) ancestor = ancestor.parent
      return ancestor ? ancestor.at : TRACED_NULL
    }
  },
  Group: (node, trace) => trace(child(node, 'base')),
  /** A subquery that is evaluated once per run. */
  Once(node, trace) {
    const traced = trace(child(node, 'base'))
    return (scope) => {
      const known = scope.onceResults.get(node)
      if (known) return known
      const result = traced(scope)
      scope.onceResults.set(node, result)
      return result
    }
  },

  AccessAttribute(node, trace) {
    const name = node.name as string
    const base = node.base ? trace(child(node, 'base')) : (scope: TracedScope) => scope.at
    return (scope) => {
      const {value, origin} = base(scope)
      return {value: attribute(value, name), origin: memberOrigin(origin, name)}
    }
  },
  AccessElement(node, trace) {
    const index = node.index as number
    return ofList(node, trace, (items) => items.at(index) ?? TRACED_NULL)
  },
  Slice(node, trace) {
    const cut = sliceOf(node)
    return ofList(node, trace, (items) => arrayOf(cut(items) as Traced[]))
  },
  ArrayCoerce(node, trace) {
    const base = trace(child(node, 'base'))
    return (scope) => {
      const traced = base(scope)
      return Array.isArray(traced.value) ? traced : TRACED_NULL
    }
  },

  Filter(node, trace, compile) {
    const condition = compile(child(node, 'expr'))
    return ofList(node, trace, (items, {plain}) =>
      arrayOf(items.filter(({value}) => condition(plain.within(value)) === true)),
    )
  },
  Map(node, trace) {
    const expression = trace(child(node, 'expr'))
    return ofList(node, trace, (items, scope) =>
      arrayOf(items.map((item) => expression(scope.step(item)))),
    )
  },
  FlatMap(node, trace) {
    const expression = trace(child(node, 'expr'))
    return ofList(node, trace, (items, scope) =>
      arrayOf(items.flatMap((item) => flattened(expression(scope.step(item))))),
    )
  },
  Projection(node, trace) {
    const base = trace(child(node, 'base'))
    const object = trace(child(node, 'expr'))
    return (scope) => {
      const traced = base(scope)
      return isObject(traced.value) ? object(scope.within(traced)) : TRACED_NULL
    }
  },
  Object: traceObject,
  Array(node, trace) {
    const elements = (node.elements as {value: Node; isSplat: boolean}[]).map((element) => ({
      element: trace(element.value),
      isSplat: element.isSplat,
    }))
    return (scope) =>
      arrayOf(
        elements.flatMap(({element, isSplat}) => {
          const traced = element(scope)
          if (!isSplat) return [traced]
          return Array.isArray(traced.value) ? flattened(traced) : []
        }),
      )
  },

  Select(node, trace, compile) {
    const alternatives = (node.alternatives as {condition: Node; value: Node}[]).map(
      ({condition, value}) => ({condition: compile(condition), value: trace(value)}),
    )
    const fallback = node.fallback ? trace(child(node, 'fallback')) : undefined
    return (scope) => {
      for (const {condition, value} of alternatives) {
        if (condition(scope.plain) === true) return value(scope)
      }
      return fallback ? fallback(scope) : TRACED_NULL
    }
  },
  FuncCall(node, trace, compile) {
    const args = node.args as Node[]
    if (isCall(node, 'global', 'coalesce')) return firstOf(args.map(trace))
    if (SELECTING_FUNCTIONS.some((name) => isCall(node, ...name)))
      return selectedFrom(node, trace, compile)
    return undefined
  },
  PipeFuncCall(node, trace, compile) {
    const args = node.args as Node[]
    if (node.name === 'score') {
      const scored = compileScored(args, compile)
      return ofList(node, trace, (items, {plain}) =>
        arrayOf(
          scored(valuesOf(items), plain).map(({place, score}) => withScore(items[place], score)),
        ),
      )
    }
    const rank = compileRank(args, compile)
    return ofList(node, trace, (items, {plain}) =>
      arrayOf(rank(valuesOf(items), plain).map((place) => items[place] ?? TRACED_NULL)),
    )
  },
}

/** The value that a node makes from the list that is its base. Null if the base is not a list. */
function ofList(
  node: Node,
  trace: (node: Node) => Trace,
  make: (items: Traced[], scope: TracedScope) => Traced,
): Trace {
  const base = trace(child(node, 'base'))
  return (scope) => {
    const {value, origin} = base(scope)
    return Array.isArray(value) ? make(itemsOf(value, origin), scope) : TRACED_NULL
  }
}

function untraced(node: Node, compile: Compile, origin: Origin = 'unknown'): Trace {
  const evaluate = compile(node)
  return ({plain}) => ({value: evaluate(plain), origin})
}

function documentsOf(node: Node, compile: Compile): Trace {
  const evaluate = compile(node)
  return ({plain}) => {
    const value = evaluate(plain)
    if (Array.isArray(value)) return {value, origin: value.map(placeOf)}
    return {value, origin: placeOf(value)}
  }
}

const placeOf = (value: Value): Origin => (isObject(value) ? new Place(value) : 'unknown')

/** Like `flatMap`: a value that is not a list is one item. */
const flattened = (traced: Traced): Traced[] =>
  Array.isArray(traced.value) ? itemsOf(traced.value, traced.origin) : [traced]

const valuesOf = (items: readonly Traced[]): Value[] => items.map(({value}) => value)

function firstOf(values: readonly Trace[]): Trace {
  return (scope) => {
    for (const traced of values) {
      const found = traced(scope)
      if (found.value !== null && found.value !== undefined) return found
    }
    return TRACED_NULL
  }
}

/** Functions that return their argument or some of its items, the first of equal ones. */
const SELECTING_FUNCTIONS: readonly [namespace: string, name: string][] = [
  ['array', 'compact'],
  ['array', 'unique'],
  ['global', 'pt'],
]

function selectedFrom(node: Node, trace: (node: Node) => Trace, compile: Compile): Trace {
  const argument = trace((node.args as [Node])[0])
  const pick = compile({...node, args: [{type: 'This'}]})
  return (scope) => {
    const given = argument(scope)
    const {value, origin} = given
    const picked = pick(scope.plain.step(value))
    if (picked === value) return given
    if (!Array.isArray(picked) || !Array.isArray(value)) return TRACED_NULL
    const items = itemsOf(value, origin)
    let next = 0
    return arrayOf(
      picked.map((one: Value) => {
        while (next < items.length && !Object.is(items[next]?.value, one)) next += 1
        return items[next++] ?? {value: one, origin: 'unknown'}
      }),
    )
  }
}

function withScore(item: Traced | undefined, score: number): Traced {
  const {value, origin} = item ?? TRACED_NULL
  const members = new Map<string, Origin>()
  for (const name of Object.keys(value as object)) members.set(name, memberOrigin(origin, name))
  members.set('_score', 'unknown')
  return {value: {...(value as object), _score: score}, origin: members}
}
