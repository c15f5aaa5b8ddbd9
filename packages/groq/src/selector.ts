// Selectors, such as the argument of `delta::changedAny()`: they select places in a value. Specification
// 1.revision 1, "Selector".
import type {Compile} from './compile.ts'
import type {Scope} from './scope.ts'
import type {Node} from './syntax-tree.ts'
import {isObject, type Value} from './values.ts'

/** Names and indexes that lead from the value to a place inside it. */
export type KeyPath = readonly (string | number)[]

/** The places that the selector selects in a value. */
export type Select = (value: Value, scope: Scope) => KeyPath[]

/** @throws Error for an expression that is not a selector */
export function compileSelector(node: Node, compile: Compile): Select {
  const base = node.base ? compileSelector(node.base as Node, compile) : undefined
  switch (node.type) {
    case 'Group':
      if (base) return base
      break
    case 'AccessAttribute': {
      const name = node.name as string
      if (!base) return () => [[name]]
      return (value, scope) => base(value, scope).map((path) => [...path, name])
    }
    case 'ArrayCoerce':
      if (base) return selectItems(base, () => true)
      break
    case 'Filter': {
      const condition = compile(node.expr as Node)
      if (base) return selectItems(base, (item, scope) => condition(scope.within(item)) === true)
      break
    }
    case 'Tuple': {
      const members = (node.members as Node[]).map((member) => compileSelector(member, compile))
      return (value, scope) => members.flatMap((select) => select(value, scope))
    }
    case 'SelectorNested': {
      const nested = compileSelector(node.nested as Node, compile)
      if (!base) break
      return (value, scope) =>
        base(value, scope).flatMap((path) =>
          nested(valueAt(value, path), scope).map((inner) => [...path, ...inner]),
        )
    }
    case 'SelectorFuncCall': {
      const condition = compile(node.arg as Node)
      return (value, scope) =>
        selectAnywhere(value, (inner) => condition(scope.step(inner)) === true)
    }
  }
  throw new Error('a selector was expected, for example (title, body)')
}

/** Null if there is no such place. */
export function valueAt(value: Value, path: KeyPath): Value {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return null
    current = (current as Record<string | number, Value>)[key]
  }
  return current ?? null
}

function selectItems(base: Select, isMeant: (item: Value, scope: Scope) => boolean): Select {
  return (value, scope) =>
    base(value, scope).flatMap((path) => {
      const list = valueAt(value, path)
      if (!Array.isArray(list)) return []
      return list.flatMap((item, index) => (isMeant(item, scope) ? [[...path, index]] : []))
    })
}

/** All objects in a value, including the value itself. */
function selectAnywhere(
  value: Value,
  isMeant: (value: Value) => boolean,
  way: KeyPath = [],
): KeyPath[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => selectAnywhere(item, isMeant, [...way, index]))
  }
  if (!isObject(value)) return []
  const inner = Object.entries(value).flatMap(([key, item]) =>
    selectAnywhere(item, isMeant, [...way, key]),
  )
  return isMeant(value) ? [way, ...inner] : inner
}
