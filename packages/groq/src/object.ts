// Objects: attributes, `...`, and `condition => {…}`.
import type {Compile} from './compile.ts'
import type {Evaluate, Scope} from './scope.ts'
import type {Node} from './syntax-tree.ts'
import {isObject, type Value} from './values.ts'

type Result = Record<string, Value>
/** Adds one member's attributes to the result. */
type Member = (scope: Scope, result: Result) => void

export function compileObject(node: Node, compile: Compile): Evaluate {
  const members = (node.attributes as Node[]).map((attribute) => compileMember(attribute, compile))
  return (scope) => {
    const result: Result = {}
    for (const add of members) add(scope, result)
    return result
  }
}

function compileMember(attribute: Node, compile: Compile): Member {
  const value = compile(attribute.value as Node)
  switch (attribute.type) {
    case 'ObjectAttributeValue': {
      const name = attribute.name as string
      return (scope, result) => setAttribute(result, name, value(scope))
    }
    case 'ObjectConditionalSplat': {
      const condition = compile(attribute.condition as Node)
      return (scope, result) => {
        if (condition(scope) === true) spread(value(scope), result)
      }
    }
    case 'ObjectSplat':
      return (scope, result) => spread(value(scope), result)
    default:
      throw new Error(`unexpected ${attribute.type}`)
  }
}

function spread(value: Value, result: Result): void {
  if (isObject(value)) Object.assign(result, value)
}

/** An assignment to `__proto__` would set the object's prototype. */
export function setAttribute(result: Result, name: string, value: Value): void {
  if (name === '__proto__') {
    Object.defineProperty(result, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  } else result[name] = value
}
