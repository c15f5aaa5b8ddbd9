// `| order(…)`. Specification 1.revision 1, "order()".
import type {Compile} from './compile.ts'
import {compareAll} from './operators.ts'
import type {Evaluate, Scope} from './scope.ts'
import type {Node} from './syntax-tree.ts'
import type {Value} from './values.ts'

/** A list's places in order. */
export type Rank = (list: readonly Value[], scope: Scope) => number[]

interface Key {
  value: Evaluate
  /** -1 for a descending one. */
  sign: 1 | -1
}

export function compileOrder(
  args: readonly Node[],
  compile: Compile,
): (list: readonly Value[], scope: Scope) => Value[] {
  const rank = compileRank(args, compile)
  return (list, scope) => rank(list, scope).map((place) => list[place])
}

/** What stands in `order()` beside its direction. */
export function orderedBy(arg: Node): {expression: Node; isDescending: boolean} {
  const isMarked = arg.type === 'Desc' || arg.type === 'Asc'
  return {
    expression: isMarked ? (arg.base as Node) : arg,
    isDescending: arg.type === 'Desc',
  }
}

/** Stable: what is equal stays as it stood. */
export function compileRank(args: readonly Node[], compile: Compile): Rank {
  const keys = args.map((arg): Key => {
    const {expression, isDescending} = orderedBy(arg)
    return {value: compile(expression), sign: isDescending ? -1 : 1}
  })
  return (list, scope) => {
    const rows = list.map((item, place) => {
      const inner = scope.within(item)
      return {place, values: keys.map(({value}) => value(inner))}
    })
    rows.sort((a, b) => {
      for (const [index, {sign}] of keys.entries()) {
        const order = compareAll(a.values[index], b.values[index])
        if (order !== 0) return sign * order
      }
      return 0
    })
    return rows.map(({place}) => place)
  }
}
