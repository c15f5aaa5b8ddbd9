// `*[…] | score(a, b)[_score > 0]`: what answers neither a nor b has no score, so that the look-ups of
// both find all that need be scored.
import {isCall, rewrite, type Node} from '../syntax-tree.ts'
import {candidates} from './candidates.ts'

/**
 * Marks in a query what may be narrowed before it is scored: `Narrowed` is what look-ups by its `expr`
 * find of its `base`, and a document that does not fulfil it may be among them.
 */
export const narrowScored = (query: Node): Node => rewrite(query, narrow)

function narrow(node: Node): Node {
  const scored = node.base as Node | undefined
  if (node.type !== 'Filter' || scored?.type !== 'PipeFuncCall' || scored.name !== 'score') {
    return node
  }
  const base = scored.base as Node
  if (!requiresScore(node.expr as Node) || !isFilteredEverything(base)) return node
  // A document may have brought a score of its own along.
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

/** Whether only what has a score passes. */
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

/** `*` and filters on it, as a fetch takes them in one step. */
function isFilteredEverything({type, base}: Node): boolean {
  if (type === 'Everything') return true
  return (type === 'Filter' || type === 'Group') && isFilteredEverything(base as Node)
}

/** What an argument of `score()` finds worth more than nothing. */
function conditionOf(node: Node): Node {
  if (isCall(node, 'global', 'boost')) return conditionOf((node.args as [Node])[0])
  if (node.type === 'And' || node.type === 'Or') {
    return {...node, left: conditionOf(node.left as Node), right: conditionOf(node.right as Node)}
  }
  // Here one word of a pattern is enough.
  return node.type === 'OpCall' && node.op === 'match' ? {...node, isAny: true} : node
}
