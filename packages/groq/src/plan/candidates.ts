// Which look-ups a filter on `*` allows. They narrow the documents that the filter is evaluated on: they
// change the time of a query and never its result.
import {isSimple, type Simple} from '../documents/field-index.ts'
import {isCall, isPattern, literalValues, type Node} from '../syntax-tree.ts'
import {
  inOuterScope,
  isDocumentCondition,
  isDocumentExpression,
  isDocumentText,
} from './expressions.ts'

/** Literals of the query, or an expression to evaluate before the look-up (`$id`, `^._id`). */
export type LookUpValues<Literal> = Literal[] | Node

/** `a == value`, `a in value`, `value in a`. */
export type Comparison = 'equals' | 'isIn' | 'contains'

/** `publishedAt > $since`, with the document's value on the left. */
export interface BoundNode {
  op: '<' | '<=' | '>' | '>='
  value: Node
}

export type Candidates =
  | {kind: 'ids' | 'types'; values: LookUpValues<string>; comparison: Comparison}
  | {kind: 'references'; values: LookUpValues<string>}
  /** `field` is the indexed expression: `slug.current`, or `tags[]._ref` with `contains`. */
  | {kind: 'fields'; values: LookUpValues<Simple>; field: Node; comparison: Comparison}
  | {kind: 'ranges'; field: Node; bounds: BoundNode[]}
  /** `_id in path(…)`. */
  | {kind: 'paths'; pattern: Node}
  /** `sanity::partOfRelease(…)`. */
  | {kind: 'releases'; release: Node}
  /** `sanity::versionOf(…)`. */
  | {kind: 'versions'; of: Node}
  /** `body match …`: a `search` (`text::query()`), or a pattern of which all words or any word must match. */
  | {kind: 'texts'; text: Node; pattern: Node; mode: 'search' | 'all' | 'any'}
  | {kind: 'either'; left: Candidates[]; right: Candidates[]}

/** One of the conditions that must all be true, with the look-up that it allows. */
export interface Conjunct {
  node: Node
  candidates?: Candidates | undefined
}

/** A look-up, with the conditions that it evaluates. */
export interface LookUpChoice {
  candidates: Candidates
  nodes: readonly Node[]
}

/** The look-ups that a filter allows, the most selective first. A look-up by ID makes the others needless. */
export const candidates = (filter: Node): Candidates[] =>
  lookUpsOf(conjunctsOf(filter)).map((choice) => choice.candidates)

export function lookUpsOf(conjuncts: readonly Conjunct[]): LookUpChoice[] {
  const found = joinRanges(conjuncts)
  const byId = found.find(({candidates: {kind}}) => kind === 'ids')
  if (byId) return [byId]
  return found.toSorted((a, b) => COST[a.candidates.kind] - COST[b.candidates.kind])
}

/** Look-ups with a lower cost are tried first. */
const COST: Record<Candidates['kind'], number> = {
  ids: 0,
  versions: 0,
  references: 1,
  fields: 1,
  releases: 2,
  paths: 2,
  ranges: 3,
  texts: 4,
  either: 5,
  types: 6,
}

/** An index of the documents that meet some conditions. */
interface PartialIndex {
  lookUp: Extract<Candidates, {kind: 'fields'}>
  /** The conditions of the indexed documents. They read only the document. */
  conditions: readonly Node[]
  /** All conditions that a look-up in this index evaluates. */
  decides: readonly Node[]
}

/** One index for several conditions. Undefined if no two conditions can share an index. */
export function partialIndexOf(conjuncts: readonly Conjunct[]): PartialIndex | undefined {
  const wanted = conjuncts.filter(({candidates: one}) => one?.kind !== 'types')
  const conditions = wanted.map(({node}) => node).filter(isDocumentCondition)
  const [first, ...others] = conditions
  if (!first) return undefined
  for (const {node, candidates: one} of wanted) {
    if (one?.kind !== 'fields' || conditions.includes(node)) continue
    return {lookUp: one, conditions, decides: [...conditions, node]}
  }
  const field = others.reduce((left, right) => ({type: 'And', left, right}), first)
  const lookUp = {
    kind: 'fields' as const,
    field,
    values: [true],
    comparison: 'equals' as const,
  }
  return {lookUp, conditions: [], decides: conditions}
}

export function conjunctsOf(node: Node): Conjunct[] {
  if (node.type === 'And') {
    return [...conjunctsOf(node.left as Node), ...conjunctsOf(node.right as Node)]
  }
  if (node.type === 'Group') return conjunctsOf(node.base as Node)
  return [{node, candidates: lookUpFor(node)}]
}

/** `a >= x && a < y` is one range. */
function joinRanges(conjuncts: readonly Conjunct[]): LookUpChoice[] {
  const joined: LookUpChoice[] = []
  const ranges = new Map<string, {bounds: BoundNode[]; nodes: Node[]}>()
  for (const {node, candidates: one} of conjuncts) {
    if (!one) continue
    if (one.kind !== 'ranges') {
      joined.push({candidates: one, nodes: [node]})
      continue
    }
    const name = JSON.stringify(one.field)
    const range = ranges.get(name)
    if (range) {
      range.bounds.push(...one.bounds)
      range.nodes.push(node)
    } else {
      const own = {bounds: [...one.bounds], nodes: [node]}
      ranges.set(name, own)
      joined.push({candidates: {...one, bounds: own.bounds}, nodes: own.nodes})
    }
  }
  return joined
}

function lookUpFor(condition: Node): Candidates | undefined {
  switch (condition.type) {
    case 'Or': {
      const left = candidates(condition.left as Node)
      const right = candidates(condition.right as Node)
      return left.length > 0 && right.length > 0 ? {kind: 'either', left, right} : undefined
    }
    case 'InRange': {
      const [field, low, high] = [condition.base, condition.left, condition.right] as Node[]
      const top = condition.isInclusive === true ? '<=' : '<'
      return joinedRange(byBound(field, '>=', low), byBound(field, top, high))
    }
    case 'FuncCall':
      return byCall(condition)
    case 'OpCall':
      if (condition.op === 'match') return byMatch(condition)
      return byOperator(condition.left as Node, condition.op as string, condition.right as Node)
    default:
      return undefined
  }
}

function joinedRange(low?: Candidates, high?: Candidates): Candidates | undefined {
  if (low?.kind !== 'ranges' || high?.kind !== 'ranges') return undefined
  return {...low, bounds: [...low.bounds, ...high.bounds]}
}

function byCall(call: Node): Candidates | undefined {
  const args = call.args as Node[]
  if (isCall(call, 'global', 'references')) {
    if (args.some(isPattern)) return undefined
    const known = args.map(literalStrings)
    if (known.every((list) => list !== undefined)) return {kind: 'references', values: known.flat()}
    const outer = args.map(inOuterScope)
    if (outer.some((arg) => arg === undefined)) return undefined
    const elements = outer.map((value) => ({type: 'ArrayElement', value, isSplat: false}))
    return {kind: 'references', values: {type: 'Array', elements}}
  }
  const argument = args.length === 1 && args[0] ? inOuterScope(args[0]) : undefined
  if (!argument) return undefined
  if (isCall(call, 'sanity', 'versionOf')) return {kind: 'versions', of: argument}
  return isCall(call, 'sanity', 'partOfRelease') ? {kind: 'releases', release: argument} : undefined
}

function byOperator(left: Node, op: string, right: Node): Candidates | undefined {
  switch (op) {
    case '==':
      return (
        byIdOrType(left, 'equals', right) ??
        byIdOrType(right, 'equals', left) ??
        byFieldValue(left, 'equals', right) ??
        byFieldValue(right, 'equals', left)
      )
    case 'in':
      if (isCall(right, 'global', 'path') && isAttribute(left, '_id')) {
        const pattern = inOuterScope((right.args as [Node])[0])
        return pattern && {kind: 'paths', pattern}
      }
      // `field in list`, or `value in field`.
      return (
        byIdOrType(left, 'isIn', right) ??
        byFieldValue(left, 'isIn', right) ??
        byFieldValue(right, 'contains', left)
      )
    case '<':
    case '<=':
    case '>':
    case '>=':
      return byBound(left, op, right) ?? byBound(right, MIRRORED[op], left)
    default:
      return undefined
  }
}

/** `body match $pattern`, `[title, summary] match text::query($search)`. */
function byMatch({left, right, isAny}: Node): Candidates | undefined {
  if (!isDocumentText(left as Node)) return undefined
  const pattern = ungrouped(right as Node)
  const isSearch = isCall(pattern, 'text', 'query')
  const outer = inOuterScope(isSearch ? (pattern.args as [Node])[0] : pattern)
  const mode = isSearch ? 'search' : isAny === true ? 'any' : 'all'
  return outer && {kind: 'texts', text: left as Node, pattern: outer, mode}
}

const ungrouped = (node: Node): Node =>
  node.type === 'Group' ? ungrouped(node.base as Node) : node

/** `5 < a` is `a > 5`. */
const MIRRORED = {'<': '>', '<=': '>=', '>': '<', '>=': '<='} as const

const isAttribute = (field: Node, name: string): boolean =>
  field.type === 'AccessAttribute' && !field.base && field.name === name

function byIdOrType(field: Node, comparison: Comparison, value: Node): Candidates | undefined {
  if (!isAttribute(field, '_id') && !isAttribute(field, '_type')) return undefined
  const outer = inOuterScope(value)
  if (!outer || !isListAsExpected(comparison, value)) return undefined
  const kind = field.name === '_id' ? 'ids' : 'types'
  return {kind, values: literalStrings(value) ?? outer, comparison}
}

/** `slug.current == "a"`, `status in $list`, `"b" in topics[]._ref`. */
function byFieldValue(field: Node, comparison: Comparison, value: Node): Candidates | undefined {
  if (!isDocumentExpression(field) || !isListAsExpected(comparison, value)) return undefined
  const outer = inOuterScope(value)
  if (!outer) return undefined
  const known = literalValues(value)
  // Null equals a missing field, which is in no index.
  if (known && !known.every(isSimple)) return undefined
  return {kind: 'fields', values: known?.every(isSimple) ? known : outer, field, comparison}
}

/** False for a literal that is a list where the comparison needs a single value, or the reverse. */
function isListAsExpected(comparison: Comparison, value: Node): boolean {
  if (value.type === 'Group') return isListAsExpected(comparison, value.base as Node)
  if (value.type !== 'Value' && value.type !== 'Array') return true
  const isList = value.type === 'Array' || Array.isArray(value.value)
  return isList === (comparison === 'isIn')
}

function byBound(
  field: Node | undefined,
  op: BoundNode['op'],
  value: Node | undefined,
): Candidates | undefined {
  if (!field || !value || !isDocumentExpression(field)) return undefined
  const outer = inOuterScope(value)
  return outer && {kind: 'ranges', field, bounds: [{op, value: outer}]}
}

/** IDs and types are strings: other values equal none. */
const literalStrings = (node: Node): string[] | undefined =>
  literalValues(node)?.filter((value) => typeof value === 'string')
