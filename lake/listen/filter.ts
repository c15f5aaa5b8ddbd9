// The filter of a listener's query: does one document belong to it?
import {evaluateSync, parse, type ExprNode} from 'groq-js'
import {BadRequest} from '../errors.ts'
import type {Json, LakeDocument} from '../types.ts'
import {quickCondition, type QuickCondition} from './quick-condition.ts'

export interface Filter {
  /** Filters of one name answer the same about the same document at the same time. */
  nameFor(identity: string): string
  /** `identity` answers GROQ's `identity()`, `now` its `now()`. */
  matches(document: LakeDocument | null, identity: string, now: Date): boolean
}

/**
 * Parses once; every change is then tested against the tree. Projection, order and slice around
 * the filter are accepted and have no say (the studio's `releases.listen` sends the query that it
 * also fetches). As on hosted Sanity a filter sees the one document: it cannot follow references.
 *
 * @throws BadRequest `queryParseError` with `start` and `end`, as the client formats it
 */
export function compileFilter(query: string, params: Record<string, Json>): Filter {
  const tree = filterOf(parsed(query, params))
  if (!tree) {
    throw parseError(query, 0, 'A listener takes a filter such as *[_type == "article"].')
  }
  const quick: QuickCondition[] = []
  const slow: ExprNode[] = []
  for (const condition of conditionsOf(tree)) {
    const isPlain = condition.type === 'Filter' && condition.base.type === 'Everything'
    const known = isPlain ? quickCondition(condition.expr) : undefined
    if (known) quick.push(known)
    else slow.push(condition)
  }
  const name = JSON.stringify([query, params])
  const asksWho = query.includes('identity')
  return {
    nameFor: (identity) => (asksWho ? `${identity} ${name}` : name),
    matches: (document, identity, now) =>
      document !== null &&
      quick.every((condition) => condition(document)) &&
      slow.every((condition) => {
        const context = {dataset: [document], params, identity, timestamp: now}
        try {
          const found: unknown = evaluateSync(condition, context).data
          return Array.isArray(found) && found.length > 0
        } catch {
          // groq-js knows the function but cannot evaluate it (`match text::query()` in a list's
          // filter): an event too many makes a list fetch again, a missing one leaves it stale.
          return true
        }
      }),
  }
}

/** `*[a && b]` as `*[a]` and `*[b]`: groq-js evaluates both sides, also after a false one. */
function conditionsOf(tree: ExprNode): ExprNode[] {
  if (tree.type === 'Everything') return []
  if (tree.type !== 'Filter' || tree.base.type !== 'Everything') return [tree]
  const {expr, base} = tree
  if (expr.type !== 'And') return [tree]
  return [expr.left, expr.right].flatMap((side) => conditionsOf({type: 'Filter', base, expr: side}))
}

/** Parsing takes time that grows with the square of the length, on the thread that saves. */
const LONGEST_QUERY = 8_000

function parsed(query: string, params: Record<string, Json>): ExprNode {
  if (query.length > LONGEST_QUERY) {
    throw parseError(
      query,
      LONGEST_QUERY,
      `A listener's query has at most ${LONGEST_QUERY} letters.`,
    )
  }
  try {
    // A comment in the last line needs a line end for groq-js.
    return parse(`${query}\n`, {params})
  } catch (error) {
    const {message, position} = error as {message: string; position?: number}
    throw parseError(query, Math.min(position ?? 0, query.length), message)
  }
}

function parseError(query: string, start: number, description: string): BadRequest {
  return new BadRequest(description, 'queryParseError', {query, start, end: query.length})
}

/** The innermost part that still decides which documents belong: a filter, or everything. */
function filterOf(node: ExprNode): ExprNode | null {
  switch (node.type) {
    case 'Everything':
    case 'Filter':
      return node
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Deref':
    case 'FlatMap':
    case 'Group':
    case 'Map':
    case 'PipeFuncCall':
    case 'Projection':
    case 'Slice':
      return filterOf(node.base)
    case 'AccessAttribute':
      return node.base ? filterOf(node.base) : null
    default:
      return null
  }
}
