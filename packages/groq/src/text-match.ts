// `text match text::query(search)`: whether a text matches what a person typed into a search field.
import type {Compile} from './compile.ts'
import type {Evaluate, Scope} from './scope.ts'
import {isCall, type Node} from './syntax-tree.ts'
import {countMatches, parseTextQuery} from './text-query.ts'

/** More matches do not increase the score. */
const MAX_MATCHES = 4

/** Counts the matches in a text. Undefined if the right side of `match` is not `text::query()`. */
export function compileSearchMatch(
  text: Evaluate,
  right: Node,
  compile: Compile,
): ((scope: Scope) => number) | undefined {
  let query = right
  while (query.type === 'Group') query = query.base as Node
  if (!isCall(query, 'text', 'query')) return undefined
  const search = compile((query.args as [Node])[0])
  let known = {source: '', parsed: parseTextQuery('')}
  return (scope) => {
    const source = search(scope)
    if (typeof source !== 'string') return 0
    if (known.source !== source) known = {source, parsed: parseTextQuery(source)}
    return Math.min(countMatches(text(scope), known.parsed), MAX_MATCHES)
  }
}
