// The filter of a listener's query: does one document belong to it?
import {BadRequest} from '../errors.ts'
import {compileQuery} from '../groq/compile.ts'
import {aloneWith} from '../groq/one-document.ts'
import {parseQuery, reason} from '../groq/parse-query.ts'
import {Scope, type Evaluate} from '../groq/scope.ts'
import type {Node} from '../groq/syntax-tree.ts'
import type {Json, LakeDocument} from '../types.ts'
import {quickCondition} from './quick-condition.ts'

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
  const belongs = compiled(query, tree)
  const name = JSON.stringify([query, params])
  const asksWho = query.includes('identity')
  return {
    nameFor: (identity) => (asksWho ? `${identity} ${name}` : name),
    matches: (document, identity, now) =>
      document !== null &&
      belongs(new Scope(document, aloneWith(document, {identity, now: now.getTime(), params}))) ===
        true,
  }
}

/** What each document is held against: `*[a && b][c]` as a, b and c, those first that cost nothing. */
function compiled(query: string, tree: Node): Evaluate {
  try {
    const conditions = conditionsOf(tree).map((node) => ({node, quick: quickCondition(node)}))
    const quick = conditions.flatMap(({quick}) => quick ?? [])
    const others = conditions.flatMap(({node, quick}) => (quick ? [] : [compileQuery(node)]))
    return (scope) =>
      quick.every((condition) => condition(scope.value as LakeDocument)) &&
      others.every((condition) => condition(scope) === true)
  } catch (error) {
    throw parseError(query, 0, reason(error))
  }
}

function conditionsOf(node: Node): Node[] {
  const base = node.base as Node | undefined
  if (node.type === 'Filter' && base) {
    return [...conditionsOf(base), ...parts(node.expr as Node)]
  }
  return []
}

const parts = (node: Node): Node[] =>
  node.type === 'And' ? [...parts(node.left as Node), ...parts(node.right as Node)] : [node]

/** Parsing takes time that grows with the square of the length, on the thread that saves. */
const LONGEST_QUERY = 8_000

function parsed(query: string, params: Record<string, Json>): Node {
  if (query.length > LONGEST_QUERY) {
    throw parseError(
      query,
      LONGEST_QUERY,
      `A listener's query has at most ${LONGEST_QUERY} letters.`,
    )
  }
  return parseQuery(query, params)
}

function parseError(query: string, start: number, description: string): BadRequest {
  return new BadRequest(description, 'queryParseError', {query, start, end: query.length})
}

/** The innermost part that still decides which documents belong: a filter, or everything. */
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
