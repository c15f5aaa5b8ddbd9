// Which documents a filter on `*` can match at all: an index look-up where the filter allows one.
// The whole filter still decides on each, so that narrowing changes the time and never the answer.
import type {LakeDocument} from '../types.ts'
import {isSimple, type DocumentIndex, type Simple} from './document-index.ts'
import {isCall, type Node} from '../groq/syntax-tree.ts'

/** Known from the query's text and parameters, or an expression of the document around (`^`). */
type Wanted<Known> = Known[] | Node

export type Candidates =
  | {kind: 'ids' | 'references' | 'types'; values: Wanted<string>}
  /** `field` is what is looked up, e.g. `slug.current` or `bylines[].author._ref`. */
  | {kind: 'fields'; values: Wanted<Simple>; field: Node}

/** The look-ups by the conditions that must all hold; the one by id, where there is one, alone. */
export function candidates(filter: Node): Candidates[] {
  const found = conjuncts(filter).flatMap((condition) => lookUpFor(condition) ?? [])
  const byId = found.find(({kind}) => kind === 'ids')
  return byId ? [byId] : found.toSorted((a, b) => COST[a.kind] - COST[b.kind])
}

/** Which is tried first. */
const COST: Record<Candidates['kind'], number> = {ids: 0, references: 1, fields: 1, types: 2}

/** Documents of a view, ascending by `_id`, as `*` yields them. */
export function pick(
  view: DocumentIndex,
  kind: 'ids' | 'references' | 'types',
  values: readonly string[],
): readonly LakeDocument[] {
  const [only, ...more] = new Set(values)
  if (only === undefined) return []
  if (kind === 'types') {
    if (more.length === 0) return view.ofType(only)
    const types = new Set(values)
    return view.all.filter((document) => types.has(document._type))
  }
  const find = (value: string): readonly LakeDocument[] => {
    if (kind === 'references') return view.referencing(value)
    const document = view.get(value)
    return document ? [document] : []
  }
  return more.length === 0 ? find(only) : united([only, ...more].map(find))
}

/** Several lists as one, each document once. */
export function united(lists: readonly (readonly LakeDocument[])[]): readonly LakeDocument[] {
  if (lists.length === 1 && lists[0]) return lists[0]
  const found = new Map(lists.flat().map((document) => [document._id, document]))
  return [...found.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

/** The strings of an evaluated look-up: one, or those in a list. */
export function stringsOf(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((item) => typeof item === 'string')
}

function conjuncts(node: Node): Node[] {
  if (node.type === 'And') {
    return [...conjuncts(node.left as Node), ...conjuncts(node.right as Node)]
  }
  return node.type === 'Group' ? conjuncts(node.base as Node) : [node]
}

function lookUpFor(condition: Node): Candidates | undefined {
  if (isCall(condition, 'global', 'references')) {
    const args = condition.args as Node[]
    const known = args.map(strings)
    if (known.every((list) => list !== undefined)) return {kind: 'references', values: known.flat()}
    const around = args.length === 1 && args[0] ? seenFromAround(args[0]) : undefined
    return around && {kind: 'references', values: around}
  }
  if (condition.type !== 'OpCall') return undefined
  const left = condition.left as Node
  const right = condition.right as Node
  // A list on the right is what the field is one of; else it is the field that is a list.
  if (condition.op === 'in')
    return isList(right) ? (byName(left, right) ?? byValue(left, right)) : byValue(right, left)
  if (condition.op !== '==') return undefined
  return byName(left, right) ?? byName(right, left) ?? byValue(left, right) ?? byValue(right, left)
}

/** By `_id` or `_type`. */
function byName(field: Node, value: Node): Candidates | undefined {
  if (field.type !== 'AccessAttribute' || field.base) return undefined
  if (field.name !== '_id' && field.name !== '_type') return undefined
  const values = strings(value) ?? seenFromAround(value)
  return values && {kind: field.name === '_id' ? 'ids' : 'types', values}
}

/** `slug.current == "a"`, `"b" in topics[]._ref`, `status in ["c", "d"]`. */
function byValue(field: Node, value: Node): Candidates | undefined {
  if (!isOwn(field)) return undefined
  const values = simples(value) ?? seenFromAround(value)
  return values && {kind: 'fields', values, field}
}

/** Whether an expression looks at the document itself and at nothing else. */
function isOwn(node: Node): boolean {
  if (node.type === 'This') return true
  if (node.type === 'AccessAttribute') return !node.base || isOwn(node.base as Node)
  if (node.type === 'ArrayCoerce' || node.type === 'Group') return isOwn(node.base as Node)
  if (node.type !== 'Map' && node.type !== 'FlatMap') return false
  return isOwn(node.base as Node) && isOwn(node.expr as Node)
}

const isList = (node: Node): boolean =>
  node.type === 'Array' || (node.type === 'Value' && Array.isArray(node.value))

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

/** Undefined where one is not simple, as null equals what is missing and is in no index. */
function simples(node: Node): Simple[] | undefined {
  const values = literals(node)
  return values?.every(isSimple) ? values : undefined
}

/**
 * `^._id` or `^.author._ref` inside a filter, rewritten for the place outside of it, where the
 * candidates are looked up: one level of `^` less. Undefined for any other expression.
 */
function seenFromAround(node: Node): Node | undefined {
  if (node.type === 'Parent') {
    const n = Number(node.n)
    return n > 1 ? {type: 'Parent', n: n - 1} : {type: 'This'}
  }
  const isPath = node.type === 'AccessAttribute' || node.type === 'Deref' || node.type === 'Group'
  if (!isPath || !node.base) return undefined
  const base = seenFromAround(node.base as Node)
  return base && {...node, base}
}
