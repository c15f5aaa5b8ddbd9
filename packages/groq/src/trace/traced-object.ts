// Traces objects: each attribute has its own source, also after `...`.
import {setAttribute} from '../object.ts'
import type {Compile} from '../compile.ts'
import type {Node} from '../syntax-tree.ts'
import {isObject, type Value} from '../values.ts'
import {memberOrigin, type Origin, type Traced} from './origin.ts'
import type {Trace, TracedScope} from './traced-scope.ts'

interface Result {
  value: Record<string, Value>
  origin: Map<string, Origin>
}
/** Adds one member's attributes to the result. */
type Member = (scope: TracedScope, result: Result) => void

export function traceObject(node: Node, trace: (node: Node) => Trace, compile: Compile): Trace {
  const members = (node.attributes as Node[]).map((attribute) =>
    traceMember(attribute, trace, compile),
  )
  return (scope) => {
    const result: Result = {value: {}, origin: new Map()}
    for (const add of members) add(scope, result)
    return result
  }
}

function traceMember(attribute: Node, trace: (node: Node) => Trace, compile: Compile): Member {
  const traced = trace(attribute.value as Node)
  if (attribute.type === 'ObjectAttributeValue') {
    const name = attribute.name as string
    return (scope, {value, origin}) => {
      const member = traced(scope)
      setAttribute(value, name, member.value)
      origin.set(name, member.origin)
    }
  }
  if (attribute.type === 'ObjectSplat') {
    return (scope, result) => spread(traced(scope), result)
  }
  const condition = compile(attribute.condition as Node)
  return (scope, result) => {
    if (condition(scope.plain) === true) spread(traced(scope), result)
  }
}

function spread({value, origin}: Traced, result: Result): void {
  if (!isObject(value)) return
  Object.assign(result.value, value)
  for (const name of Object.keys(value)) result.origin.set(name, memberOrigin(origin, name))
}
