// Compiles a query's syntax tree to functions of a scope.
import {attributeNamed} from './attribute.ts'
import {functionNamed} from './functions/index.ts'
import {assertListLength} from './limits.ts'
import {createMatcher} from './match.ts'
import {compileObject} from './object.ts'
import {isBetween, OPERATORS} from './operators.ts'
import {compileOrder} from './order.ts'
import {compileScore} from './score.ts'
import type {Evaluate, Scope} from './scope.ts'
import type {Node} from './syntax-tree.ts'
import {compileSearchMatch} from './text-match.ts'
import {finite, isObject, type Value} from './values.ts'

export type Compile = (node: Node) => Evaluate

/** Called for each node first. Returns a faster implementation, such as an index look-up, or undefined. */
export type Shortcut = (node: Node, compile: Compile) => Evaluate | undefined

/** @throws Error for a node that cannot be evaluated, such as a function that is not supported */
export function compileQuery(tree: Node, shortcut: Shortcut = () => undefined): Evaluate {
  const compile: Compile = (node) => {
    const quick = shortcut(node, compile)
    if (quick) return quick
    const build = BUILDERS[node.type]
    if (!build) throw new Error(`unexpected ${node.type}`)
    return build(node, compile)
  }
  return compile(tree)
}

type Builder = (node: Node, compile: Compile) => Evaluate

const child = (node: Node, member: string): Node => node[member] as Node

const BUILDERS: Readonly<Record<string, Builder>> = {
  This: () => (scope) => scope.value,
  Everything:
    () =>
    ({run}) =>
      run.all,
  Value: ({value}) => {
    // JSON has no infinite numbers: 1e999 is null.
    const constant = typeof value === 'number' ? finite(value) : (value ?? null)
    return () => constant
  },
  Parameter: ({name}) => {
    const key = name as string
    return ({run}) => (run.params && Object.hasOwn(run.params, key) ? run.params[key] : null)
  },
  Context:
    ({key}) =>
    ({run}) =>
      (key === 'before' ? run.before : run.after) ?? null,
  Parent: ({n}) => {
    const levels = n as number
    return (scope) => {
      let ancestor: Scope | null = scope
      for (let level = 0; level < levels && ancestor; level++) ancestor = ancestor.parent
      return ancestor ? ancestor.value : null
    }
  },
  Group: (node, compile) => compile(child(node, 'base')),

  AccessAttribute(node, compile) {
    const attribute = attributeNamed(node.name as string)
    if (!node.base) return ({value}) => attribute(value)
    const base = compile(child(node, 'base'))
    return (scope) => attribute(base(scope))
  },
  AccessElement(node, compile) {
    const base = compile(child(node, 'base'))
    const index = node.index as number
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? ((list.at(index) as Value) ?? null) : null
    }
  },
  Slice(node, compile) {
    const base = compile(child(node, 'base'))
    const cut = sliceOf(node)
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? cut(list) : null
    }
  },
  ArrayCoerce(node, compile) {
    const base = compile(child(node, 'base'))
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? list : null
    }
  },
  Deref(node, compile) {
    const base = compile(child(node, 'base'))
    return (scope) => {
      const reference = base(scope)
      const id = isObject(reference) ? reference._ref : undefined
      return typeof id === 'string' ? scope.run.get(id) : null
    }
  },

  Filter(node, compile) {
    const base = compile(child(node, 'base'))
    const condition = compile(child(node, 'expr'))
    return (scope) => {
      const list = base(scope)
      if (!Array.isArray(list)) return null
      return list.filter((item) => condition(scope.within(item)) === true)
    }
  },
  Map(node, compile) {
    const base = compile(child(node, 'base'))
    const expression = compile(child(node, 'expr'))
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? list.map((item) => expression(scope.step(item))) : null
    }
  },
  FlatMap(node, compile) {
    const base = compile(child(node, 'base'))
    const expression = compile(child(node, 'expr'))
    return (scope) => {
      const list = base(scope)
      if (!Array.isArray(list)) return null
      const found: Value[] = []
      for (const item of list) {
        const inner = expression(scope.step(item))
        if (Array.isArray(inner)) for (const one of inner) found.push(one)
        else found.push(inner)
        assertListLength(found.length)
      }
      return found
    }
  },
  Projection(node, compile) {
    const base = compile(child(node, 'base'))
    const object = compile(child(node, 'expr'))
    return (scope) => {
      const value = base(scope)
      return isObject(value) ? object(scope.within(value)) : null
    }
  },
  Object: compileObject,
  Array(node, compile) {
    const elements = (node.elements as {value: Node; isSplat: boolean}[]).map((element) => ({
      value: compile(element.value),
      isSplat: element.isSplat,
    }))
    const constant = constantList(node)
    if (constant) return () => constant
    return (scope) => {
      const list: Value[] = []
      for (const {value, isSplat} of elements) {
        const item = value(scope)
        if (!isSplat) list.push(item)
        else if (Array.isArray(item)) {
          assertListLength(list.length + item.length)
          for (const one of item) list.push(one)
        }
      }
      return list
    }
  },

  And(node, compile) {
    const left = compile(child(node, 'left'))
    const right = compile(child(node, 'right'))
    return (scope) => {
      const a = left(scope)
      if (a === false) return false
      const b = right(scope)
      if (b === false) return false
      return a === true && b === true ? true : null
    }
  },
  Or(node, compile) {
    const left = compile(child(node, 'left'))
    const right = compile(child(node, 'right'))
    return (scope) => {
      const a = left(scope)
      if (a === true) return true
      const b = right(scope)
      if (b === true) return true
      return a === false && b === false ? false : null
    }
  },
  Not(node, compile) {
    const base = compile(child(node, 'base'))
    return (scope) => {
      const value = base(scope)
      return typeof value === 'boolean' ? !value : null
    }
  },
  Neg: signed((value) => -value),
  Pos: signed((value) => value),
  OpCall(node, compile) {
    const op = node.op as string
    const right = child(node, 'right')
    const left = compile(child(node, 'left'))
    if (op === 'match') return matchOf(left, right, compile)
    const operator = OPERATORS[op]
    if (!operator) throw new Error(`unknown operator ${op}`)
    const other = compile(right)
    return (scope) => operator(left(scope), other(scope))
  },
  InRange(node, compile) {
    const base = compile(child(node, 'base'))
    const left = compile(child(node, 'left'))
    const right = compile(child(node, 'right'))
    const isInclusive = node.isInclusive === true
    return (scope) => isBetween(base(scope), left(scope), right(scope), isInclusive)
  },
  Select(node, compile) {
    const alternatives = (node.alternatives as {condition: Node; value: Node}[]).map(
      ({condition, value}) => ({condition: compile(condition), value: compile(value)}),
    )
    const fallback = node.fallback ? compile(child(node, 'fallback')) : undefined
    return (scope) => {
      for (const {condition, value} of alternatives) {
        if (condition(scope) === true) return value(scope)
      }
      return fallback ? fallback(scope) : null
    }
  },
  FuncCall(node, compile) {
    const namespace = node.namespace as string
    const name = node.name as string
    return functionNamed(namespace, name)(node.args as Node[], compile)
  },
  PipeFuncCall(node, compile) {
    const pipe = node.name === 'score' ? compileScore : compileOrder
    const apply = pipe(node.args as Node[], compile)
    const base = compile(child(node, 'base'))
    return (scope) => {
      const list = base(scope)
      return Array.isArray(list) ? apply(list, scope) : null
    }
  },
}

/** Built once, because a filter would build it for each document. */
function constantList(node: Node): Value[] | undefined {
  const elements = node.elements as {value: Node; isSplat: boolean}[]
  const isConstant = elements.every(({value, isSplat}) => !isSplat && value.type === 'Value')
  return isConstant ? elements.map(({value}) => value.value ?? null) : undefined
}

/** `[left..right]` includes the right end, `[left...right]` does not. Negative ends count from the end. */
export function sliceOf(node: Node): (list: readonly Value[]) => Value[] {
  const left = node.left as number
  const right = node.right as number
  const beyond = node.isInclusive ? 1 : 0
  return (list) => {
    const from = left < 0 ? left + list.length : left
    const to = (right < 0 ? right + list.length : right) + beyond
    return list.slice(Math.max(from, 0), Math.max(to, 0))
  }
}

function signed(sign: (value: number) => number): Builder {
  return (node, compile) => {
    const base = compile(child(node, 'base'))
    return (scope) => {
      const value = base(scope)
      return typeof value === 'number' ? finite(sign(value)) : null
    }
  }
}

function matchOf(left: Evaluate, right: Node, compile: Compile): Evaluate {
  const countInScope = compileSearchMatch(left, right, compile)
  if (countInScope) return (scope) => countInScope(scope) > 0
  const pattern = compile(right)
  const {matches} = createMatcher()
  return (scope) => matches(left(scope), pattern(scope))
}
