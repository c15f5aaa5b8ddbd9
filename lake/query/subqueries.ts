// Subqueries that do not look at the document around them: evaluated once, however often they stand
// in the way (`*[_type == "topic" && featured]._id` inside a filter).
import {mapChildren, walk, type Node} from '../groq/syntax-tree.ts'

/** Marks a subquery that may be evaluated once per query. */
interface Once extends Node {
  type: 'Once'
  base: Node
}

export const isOnce = (node: Node): node is Once => node.type === 'Once'

/** Marks the subqueries of a query as groq-js parsed it; the query itself is evaluated once anyway. */
export function markSubqueries(query: Node): Node {
  return mapChildren(query, mark)
}

function mark(node: Node): Node {
  if (node.type === 'Value') return node
  const marked = mapChildren(node, mark)
  return startsAtEverything(node) && !looksAround(node) ? {type: 'Once', base: marked} : marked
}

/** `*` with at least one step after it, so that all else in it is evaluated per document of `*`. */
function startsAtEverything(node: Node): boolean {
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
  'PipeFuncCall',
  'Projection',
  'Slice',
])

function looksAround(node: Node): boolean {
  let found = false
  walk(node, ({type}) => {
    if (type === 'Parent') found = true
  })
  return found
}
