// Subqueries that do not read the enclosing scope, such as `*[_type == "tag" && featured]._id` inside a
// filter. They are evaluated once per run.
import {mapChildren, type Node} from '../syntax-tree.ts'
import {usesParent} from './expressions.ts'

/** Marks a subquery that is evaluated once per run. */
interface Once extends Node {
  type: 'Once'
  base: Node
}

export const isOnce = (node: Node): node is Once => node.type === 'Once'

/** Marks subqueries in the tree. The query itself needs no mark. */
export function markSubqueries(query: Node): Node {
  return markInside(query, isPathFromEverything(query))
}

function markOnce(node: Node): Node {
  if (node.type === 'Value') return node
  const isAlone = isPathFromEverything(node) && !usesParent(node)
  const marked = markInside(node, isAlone)
  return isAlone ? {type: 'Once', base: marked} : marked
}

/** The steps of a marked path need no marks of their own. */
function markInside(node: Node, isChain: boolean): Node {
  return mapChildren(node, (inner) =>
    isChain && inner === node.base ? markInside(inner, true) : markOnce(inner),
  )
}

/** `*` followed by at least one step. */
function isPathFromEverything(node: Node): boolean {
  let base = node
  while (STEPS.has(base.type) && base.base) base = base.base as Node
  return base !== node && base.type === 'Everything'
}

const STEPS = new Set([
  'AccessAttribute',
  'AccessElement',
  'ArrayCoerce',
  'Deref',
  'Filter',
  'FlatMap',
  'Group',
  'Map',
  'Narrowed',
  'PipeFuncCall',
  'Projection',
  'Slice',
])
