// Subqueries that do not look at the document around them: evaluated once, however often they stand
// in the way (`*[_type == "topic" && featured]._id` inside a filter).
import {mapChildren, type Node} from '../syntax-tree.ts'
import {usesParent} from './expressions.ts'

/** Marks a subquery that may be evaluated once per query. */
interface Once extends Node {
  type: 'Once'
  base: Node
}

export const isOnce = (node: Node): node is Once => node.type === 'Once'

/** Marks the subqueries of a query as groq-js parsed it; the query itself is evaluated once anyway. */
export function markSubqueries(query: Node): Node {
  return markInside(query, isPathFromEverything(query))
}

function markOnce(node: Node): Node {
  if (node.type === 'Value') return node
  const isAlone = isPathFromEverything(node) && !usesParent(node)
  const marked = markInside(node, isAlone)
  return isAlone ? {type: 'Once', base: marked} : marked
}

/** Of a chain that is marked as a whole the steps are not marked each. */
function markInside(node: Node, isChain: boolean): Node {
  return mapChildren(node, (inner) =>
    isChain && inner === node.base ? markInside(inner, true) : markOnce(inner),
  )
}

/** `*` with at least one step after it, so that all else in it is evaluated per document of `*`. */
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
