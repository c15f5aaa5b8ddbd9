// `| order(…)`. Specification 1.revision 1, "order()".
import type {Compile} from './compile.ts'
import {compareForOrder} from './operators.ts'
import type {Evaluate, Scope} from './scope.ts'
import type {Node} from './syntax-tree.ts'
import type {Value} from './values.ts'

/** The indexes of the first `limit` items of a list, in order. */
export type Rank = (list: readonly Value[], scope: Scope, limit?: number) => number[]

interface Key {
  value: Evaluate
  /** -1 for descending order. */
  sign: 1 | -1
}

export function compileOrder(
  args: readonly Node[],
  compile: Compile,
): (list: readonly Value[], scope: Scope, limit?: number) => Value[] {
  const rank = compileRank(args, compile)
  return (list, scope, limit) => rank(list, scope, limit).map((place) => list[place])
}

/** An argument of `order()` without its direction. */
export function orderedBy(arg: Node): {expression: Node; isDescending: boolean} {
  const isMarked = arg.type === 'Desc' || arg.type === 'Asc'
  return {
    expression: isMarked ? (arg.base as Node) : arg,
    isDescending: arg.type === 'Desc',
  }
}

/** The order is stable. */
export function compileRank(args: readonly Node[], compile: Compile): Rank {
  const keys = args.map((arg): Key => {
    const {expression, isDescending} = orderedBy(arg)
    return {value: compile(expression), sign: isDescending ? -1 : 1}
  })
  /** The second expression is evaluated only if the first values are equal. */
  const valueOf = ({values, scope}: Row, index: number): Value => {
    while (values.length <= index) values.push((keys[values.length] as Key).value(scope))
    return values[index]
  }
  const [key = {value: () => null, sign: 1}] = keys
  const compareRows = (a: Row, b: Row): number => {
    a.scope.run.tick?.()
    const first = compareForOrder(a.first, b.first)
    if (first !== 0) return key.sign * first
    for (let index = 1; index < keys.length; index++) {
      const order = compareForOrder(valueOf(a, index), valueOf(b, index))
      if (order !== 0) return (keys[index] as Key).sign * order
    }
    return a.place - b.place
  }
  return (list, scope, limit = Infinity) => {
    const rows = list.map((item, place): Row => {
      const inner = scope.within(item)
      const first = key.value(inner)
      return {place, scope: inner, first, values: [first]}
    })
    return firstRows(rows, limit, compareRows).map(({place}) => place)
  }
}

interface Row {
  place: number
  scope: Scope
  /** The value of the first expression. */
  first: Value
  /** The values evaluated so far. */
  values: Value[]
}

/** So few items are selected by insertion. More are found faster by sorting all. */
const MAX_INSERTED = 100

/** The first `limit` rows in order. */
function firstRows(rows: Row[], limit: number, compareRows: (a: Row, b: Row) => number): Row[] {
  if (limit > MAX_INSERTED || limit > rows.length / 4) {
    rows.sort(compareRows)
    return rows.slice(0, limit)
  }
  const first: Row[] = []
  for (const row of rows) {
    const last = first[limit - 1]
    if (last && compareRows(row, last) > 0) continue
    const at = first.findIndex((other) => compareRows(row, other) < 0)
    first.splice(at < 0 ? first.length : at, 0, row)
    if (first.length > limit) first.pop()
  }
  return first
}
