// The filter of a listener's query: does a document match it?
import {BadRequest} from '../errors.ts'
import {
  singleDocumentContext,
  clausesOf,
  compileQuery,
  type Evaluate,
  isLoopFree,
  keysOfClause,
  type Node,
  parseQuery,
  reason,
  Scope,
} from '@copydesk/groq'
import type {Json, LakeDocument} from '../types.ts'

export interface Filter {
  /** Filters with the same name have the same result for the same document and time. */
  nameFor(identity: string): string
  /** Every matching document has one of these keys; undefined if any document may match. */
  keys?: readonly string[]
  /** Whether it takes little time on a document that is not long. */
  isQuick: boolean
  /** `identity` and `now` are the results of GROQ's `identity()` and `now()`. */
  matches(document: LakeDocument | null, identity: string, now: Date): boolean
}

/** Characters of a query with its parameters: a list is gone through as often as the query uses it. */
const SHORT = 4_000

/**
 * Compiles the filter of a listener's query. Projection, order and slice around it are ignored,
 * because the studio's `releases.listen` sends the query that it also fetches. As on hosted Sanity
 * a filter sees only one document and cannot follow references.
 * @param parsed the query's syntax tree, if it is parsed already
 * @throws BadRequest `queryParseError` with `start` and `end`, as the client formats it
 */
export function compileFilter(query: string, params: Record<string, Json>, parsed?: Node): Filter {
  refuseLong(query)
  const tree = filterOf(parsed ?? parseQuery(query, params))
  if (!tree) {
    throw parseError(query, 0, 'A listener takes a filter such as *[_type == "post"].')
  }
  const condition = conditionOf(tree)
  const keys = condition && keysOf(condition)
  const belongs = condition ? compiled(query, condition) : () => true
  const name = JSON.stringify([query, params])
  const asksWho = query.includes('identity')
  return {
    ...(keys && {keys}),
    isQuick: name.length <= SHORT && (!condition || isLoopFree(condition)),
    nameFor: (identity) => (asksWho ? `${identity} ${name}` : name),
    matches: (document, identity, now) =>
      document !== null &&
      belongs(
        new Scope(
          document,
          singleDocumentContext(document, {identity, now: now.getTime(), params}),
        ),
      ) === true,
  }
}

/** `*[a][b]` as `a && b`; undefined for `*`. */
function conditionOf(node: Node): Node | undefined {
  const base = node.base as Node | undefined
  if (node.type !== 'Filter' || !base) return undefined
  const outer = node.expr as Node
  const inner = conditionOf(base)
  return inner ? {type: 'And', left: inner, right: outer} : outer
}

function keysOf(condition: Node): readonly string[] | undefined {
  for (const clause of clausesOf(condition)) {
    const keys = keysOfClause(clause)
    if (keys) return keys
  }
  return undefined
}

function compiled(query: string, condition: Node): Evaluate {
  try {
    return compileQuery(condition)
  } catch (error) {
    throw parseError(query, 0, reason(error))
  }
}

/** Parsing runs on the writing thread, and its time grows with the square of the length. */
const LONGEST_QUERY = 8_000

function refuseLong(query: string): void {
  if (query.length > LONGEST_QUERY) {
    throw parseError(
      query,
      LONGEST_QUERY,
      `A listener's query has at most ${LONGEST_QUERY} characters.`,
    )
  }
}

function parseError(query: string, start: number, description: string): BadRequest {
  return new BadRequest(description, 'queryParseError', {query, start, end: query.length})
}

/** The innermost part that decides which documents match: a filter, or everything. */
function filterOf(node: Node): Node | null {
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
      return filterOf(node.base as Node)
    case 'AccessAttribute':
      return node.base ? filterOf(node.base as Node) : null
    default:
      return null
  }
}
