// `*[…] | score(a, b)[_score > 0]`: only documents that match a or b have a score. The look-ups for both
// conditions find all documents that need a score.
import {isCall, rewrite, type Node} from '../syntax-tree.ts'
import {candidates} from './candidates.ts'

/**
 * Inserts a `Narrowed` node before `score()`. It has the documents of its `base` that a look-up by its
 * `expr` finds. Some of these may not meet `expr`.
 */
export const narrowScored = (query: Node): Node => rewrite(query, narrow)

function narrow(node: Node): Node {
  const scored = node.base as Node | undefined
  if (node.type !== 'Filter' || scored?.type !== 'PipeFuncCall' || scored.name !== 'score') {
    return node
  }
  const base = scored.base as Node
  if (!requiresScore(node.expr as Node) || !isFilteredEverything(base)) return node
  // A stored document can have a `_score` of its own.
  const expr = (scored.args as Node[])
    .map(conditionOf)
    .reduce((left, right) => ({type: 'Or', left, right}), HAS_SCORE)
  if (candidates(expr).length === 0) return node
  return {...node, base: {...scored, base: {type: 'Narrowed', base, expr}}}
}

const SCORE: Node = {type: 'AccessAttribute', name: '_score'}
const HAS_SCORE: Node = {
  type: 'OpCall',
  op: '>',
  left: SCORE,
  right: {type: 'Value', value: 0},
}

/** Whether only documents with a score pass the filter. */
function requiresScore(filter: Node): boolean {
  const [left, right] = [filter.left, filter.right] as Node[]
  if (filter.type === 'Group') return requiresScore(filter.base as Node)
  if (!left || !right) return false
  if (filter.type === 'And') return requiresScore(left) || requiresScore(right)
  if (filter.type !== 'OpCall') return false
  if (filter.op === '>') return isScore(left) && isNumber(right)
  return filter.op === '<' && isNumber(left) && isScore(right)
}

const isScore = ({type, base, name}: Node): boolean =>
  type === 'AccessAttribute' && !base && name === '_score'

const isNumber = ({type, value}: Node): boolean =>
  type === 'Value' && typeof value === 'number' && value >= 0

/** `*` with filters, which a fetch evaluates as one step. */
function isFilteredEverything({type, base}: Node): boolean {
  if (type === 'Everything') return true
  return (type === 'Filter' || type === 'Group') && isFilteredEverything(base as Node)
}

/** The condition under which an argument of `score()` is positive. */
function conditionOf(node: Node): Node {
  if (isCall(node, 'global', 'boost')) return conditionOf((node.args as [Node])[0])
  if (node.type === 'And' || node.type === 'Or') {
    return {...node, left: conditionOf(node.left as Node), right: conditionOf(node.right as Node)}
  }
  // For a score one word of the pattern is enough.
  return node.type === 'OpCall' && node.op === 'match' ? {...node, isAny: true} : node
}
