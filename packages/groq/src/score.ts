// `| score(…)`: how well each object matches conditions. Specification 1.revision 1, "score()".
import type {Compile} from './compile.ts'
import {createMatcher, saturated} from './match.ts'
import type {Scope} from './scope.ts'
import {isCall, type Node} from './syntax-tree.ts'
import {compileSearchMatch} from './text-match.ts'
import {isObject, type Value} from './values.ts'

type Score = (scope: Scope) => number

/** The index of an object in the list, and its score. */
interface ScoredItem {
  place: number
  score: number
}

/** The best first, each with `_score`. Values that are not objects are dropped. */
export function compileScore(
  args: readonly Node[],
  compile: Compile,
): (list: readonly Value[], scope: Scope) => Value {
  const scored = compileScored(args, compile)
  return (list, scope) =>
    scored(list, scope).map(({place, score}) => {
      // The spread reads all fields of the document.
      scope.run.tick?.()
      return {...(list[place] as object), _score: score}
    })
}

/** The indexes of the best objects, the best first. */
export function compileScored(
  args: readonly Node[],
  compile: Compile,
): (list: readonly Value[], scope: Scope) => ScoredItem[] {
  const scores = args.map((arg) => scoreOf(arg, compile))
  return (list, scope) => {
    const found: ScoredItem[] = []
    for (const [place, item] of list.entries()) {
      if (!isObject(item)) continue
      const inner = scope.within(item)
      let score = typeof item._score === 'number' ? item._score : 0
      for (const add of scores) score += add(inner)
      found.push({place, score})
    }
    return found.toSorted((a, b) => b.score - a.score)
  }
}

function scoreOf(node: Node, compile: Compile): Score {
  if (node.type === 'OpCall' && node.op === 'match') {
    const text = compile(node.left as Node)
    const right = node.right as Node
    const countInScope = compileSearchMatch(text, right, compile)
    if (countInScope) return (scope) => saturated(countInScope(scope))
    const pattern = compile(right)
    const {score} = createMatcher()
    return (scope) => score(text(scope), pattern(scope))
  }
  if (isCall(node, 'global', 'boost')) {
    const [inner, boost] = node.args as [Node, Node]
    const score = scoreOf(inner, compile)
    const more = compile(boost)
    return (scope) => {
      const base = score(scope)
      const value = more(scope)
      return typeof value === 'number' && base > 0 ? base + value : 0
    }
  }
  if (node.type === 'Or' || node.type === 'And') {
    const left = scoreOf(node.left as Node, compile)
    const right = scoreOf(node.right as Node, compile)
    if (node.type === 'Or') return (scope) => left(scope) + right(scope)
    return (scope) => {
      const one = left(scope)
      const other = one === 0 ? 0 : right(scope)
      return other === 0 ? 0 : one + other
    }
  }
  const condition = compile(node)
  return (scope) => (condition(scope) === true ? 1 : 0)
}
