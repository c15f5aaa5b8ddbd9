// Which documents a filter on `*` can match at all: an index look-up where the filter allows one.
// The whole filter still decides on each, so that narrowing changes the time and never the answer.
import {isCall, isPattern, type Node} from '../syntax-tree.ts'
import {isOwn, isOwnCondition, isOwnText, seenFromAround} from './expressions.ts'
import {isSimple, type Simple} from '../documents/field-index.ts'

/** Known from the query's text, or an expression that is evaluated before the look-up (`$id`, `^._id`). */
export type Wanted<Known> = Known[] | Node

/** `a == value`, `a in value`, `value in a`. */
export type Asked = 'is' | 'isOneOf' | 'holds'

/** `publishedAt > $since`, as seen from the document's value. */
export interface BoundNode {
  op: '<' | '<=' | '>' | '>='
  value: Node
}

export type Candidates =
  | {kind: 'ids' | 'types'; values: Wanted<string>; asked: Asked}
  | {kind: 'references'; values: Wanted<string>}
  /** `field` is what is looked up, e.g. `slug.current` or, where it holds the value, `topics[]._ref`. */
  | {kind: 'fields'; values: Wanted<Simple>; field: Node; asked: Asked}
  | {kind: 'ranges'; field: Node; bounds: BoundNode[]}
  /** `_id in path(…)`, `sanity::partOfRelease(…)`: ids that begin so. */
  | {kind: 'paths'; pattern: Node}
  | {kind: 'releases'; release: Node}
  /** `sanity::versionOf(…)`. */
  | {kind: 'versions'; of: Node}
  /** `body match …`. Of a `search` or `all` words all must be there, of `any` one. */
  | {kind: 'texts'; pattern: Node; asked: 'search' | 'all' | 'any'}
  | {kind: 'either'; left: Candidates[]; right: Candidates[]}

/** A condition that must hold, with the look-up that it allows. */
export interface Conjunct {
  node: Node
  candidates?: Candidates | undefined
}

/** A look-up, with the conditions that it is made of. */
export interface Choice {
  candidates: Candidates
  nodes: readonly Node[]
}

/** The look-ups by the conditions that must all hold; the one by id, where there is one, alone. */
export const candidates = (filter: Node): Candidates[] =>
  lookUpsOf(conjunctsOf(filter)).map((choice) => choice.candidates)

export function lookUpsOf(conjuncts: readonly Conjunct[]): Choice[] {
  const found = withRangesJoined(conjuncts)
  const byId = found.find(({candidates: {kind}}) => kind === 'ids')
  if (byId) return [byId]
  return found.toSorted((a, b) => COST[a.candidates.kind] - COST[b.candidates.kind])
}

/** Which is tried first. */
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

/** Documents that hold a value, of those alone that fulfil other conditions. */
interface Joint {
  sought: Extract<Candidates, {kind: 'fields'}>
  /** Conditions of the document itself, the same each time. */
  besides: readonly Node[]
  /** All conditions that such a look-up decides. */
  nodes: readonly Node[]
}

/** One look-up for several conditions; undefined where there are no two that one index can hold. */
export function jointOf(conjuncts: readonly Conjunct[]): Joint | undefined {
  const wanted = conjuncts.filter(({candidates: one}) => one?.kind !== 'types')
  const besides = wanted.map(({node}) => node).filter(isOwnCondition)
  const [first, ...others] = besides
  if (!first) return undefined
  for (const {node, candidates: one} of wanted) {
    if (one?.kind !== 'fields' || besides.includes(node)) continue
    return {sought: one, besides, nodes: [...besides, node]}
  }
  const field = others.reduce((left, right) => ({type: 'And', left, right}), first)
  const sought = {kind: 'fields' as const, field, values: [true], asked: 'is' as const}
  return {sought, besides: [], nodes: besides}
}

export function conjunctsOf(node: Node): Conjunct[] {
  if (node.type === 'And') {
    return [...conjunctsOf(node.left as Node), ...conjunctsOf(node.right as Node)]
  }
  if (node.type === 'Group') return conjunctsOf(node.base as Node)
  return [{node, candidates: lookUpFor(node)}]
}

/** `a >= x && a < y` is one range. */
function withRangesJoined(conjuncts: readonly Conjunct[]): Choice[] {
  const joined: Choice[] = []
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
      return joined(byBound(field, '>=', low), byBound(field, top, high))
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

function joined(low?: Candidates, high?: Candidates): Candidates | undefined {
  if (low?.kind !== 'ranges' || high?.kind !== 'ranges') return undefined
  return {...low, bounds: [...low.bounds, ...high.bounds]}
}

function byCall(call: Node): Candidates | undefined {
  const args = call.args as Node[]
  if (isCall(call, 'global', 'references')) {
    if (args.some(isPattern)) return undefined
    const known = args.map(strings)
    if (known.every((list) => list !== undefined)) return {kind: 'references', values: known.flat()}
    const around = args.map(seenFromAround)
    if (around.some((arg) => arg === undefined)) return undefined
    const elements = around.map((value) => ({type: 'ArrayElement', value, isSplat: false}))
    return {kind: 'references', values: {type: 'Array', elements}}
  }
  const asked = args.length === 1 && args[0] ? seenFromAround(args[0]) : undefined
  if (!asked) return undefined
  if (isCall(call, 'sanity', 'versionOf')) return {kind: 'versions', of: asked}
  return isCall(call, 'sanity', 'partOfRelease') ? {kind: 'releases', release: asked} : undefined
}

function byOperator(left: Node, op: string, right: Node): Candidates | undefined {
  switch (op) {
    case '==':
      return (
        byName(left, 'is', right) ??
        byName(right, 'is', left) ??
        byValue(left, 'is', right) ??
        byValue(right, 'is', left)
      )
    case 'in':
      if (isCall(right, 'global', 'path') && isName(left, '_id')) {
        const pattern = seenFromAround((right.args as [Node])[0])
        return pattern && {kind: 'paths', pattern}
      }
      // Either the list is known and the field is one of it, or the field is the list.
      return (
        byName(left, 'isOneOf', right) ??
        byValue(left, 'isOneOf', right) ??
        byValue(right, 'holds', left)
      )
    case '<':
    case '<=':
    case '>':
    case '>=':
      return byBound(left, op, right) ?? byBound(right, TURNED[op], left)
    default:
      return undefined
  }
}

/** `body match $pattern`, `[title, summary] match text::query($search)`. */
function byMatch({left, right, isAny}: Node): Candidates | undefined {
  if (!isOwnText(left as Node)) return undefined
  const pattern = ungrouped(right as Node)
  const isSearch = isCall(pattern, 'text', 'query')
  const around = seenFromAround(isSearch ? (pattern.args as [Node])[0] : pattern)
  return (
    around && {
      kind: 'texts',
      pattern: around,
      asked: isSearch ? 'search' : isAny === true ? 'any' : 'all',
    }
  )
}

const ungrouped = (node: Node): Node =>
  node.type === 'Group' ? ungrouped(node.base as Node) : node

/** `5 < a` is `a > 5`. */
const TURNED = {'<': '>', '<=': '>=', '>': '<', '>=': '<='} as const

const isName = (field: Node, name: string): boolean =>
  field.type === 'AccessAttribute' && !field.base && field.name === name

/** By `_id` or `_type`. */
function byName(field: Node, asked: Asked, value: Node): Candidates | undefined {
  if (!isName(field, '_id') && !isName(field, '_type')) return undefined
  const around = seenFromAround(value)
  if (!around || !isAsked(asked, value)) return undefined
  const kind = field.name === '_id' ? 'ids' : 'types'
  return {kind, values: strings(value) ?? around, asked}
}

/** `slug.current == "a"`, `status in $list`, `"b" in topics[]._ref`. */
function byValue(field: Node, asked: Asked, value: Node): Candidates | undefined {
  if (!isOwn(field) || !isAsked(asked, value)) return undefined
  const around = seenFromAround(value)
  if (!around) return undefined
  const known = literals(value)
  // Null equals what is missing, and is in no index.
  if (known && !known.every(isSimple)) return undefined
  return {kind: 'fields', values: known?.every(isSimple) ? known : around, field, asked}
}

/** A literal can be seen to be a list, or none. */
function isAsked(asked: Asked, value: Node): boolean {
  if (value.type === 'Group') return isAsked(asked, value.base as Node)
  if (value.type !== 'Value' && value.type !== 'Array') return true
  const isList = value.type === 'Array' || Array.isArray(value.value)
  return isList === (asked === 'isOneOf')
}

function byBound(
  field: Node | undefined,
  op: BoundNode['op'],
  value: Node | undefined,
): Candidates | undefined {
  if (!field || !value || !isOwn(field)) return undefined
  const around = seenFromAround(value)
  return around && {kind: 'ranges', field, bounds: [{op, value: around}]}
}

/** The values of a literal or of a list of literals; undefined for what is only known later. */
function literals(node: Node): unknown[] | undefined {
  if (node.type === 'Group') return literals(node.base as Node)
  if (node.type === 'Value') return Array.isArray(node.value) ? node.value : [node.value]
  if (node.type !== 'Array') return undefined
  const elements = node.elements as {value: Node; isSplat: boolean}[]
  const isKnown = elements.every(({value, isSplat}) => value.type === 'Value' && !isSplat)
  return isKnown ? elements.map(({value}) => value.value) : undefined
}

/** What else stands there equals no string. */
export const strings = (node: Node): string[] | undefined =>
  literals(node)?.filter((value) => typeof value === 'string')
