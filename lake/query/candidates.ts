// Which documents a filter on `*` can match at all: an index look-up where the filter allows one.
// The whole filter still decides on each, so that narrowing changes the time and never the answer.
import type {LakeDocument} from '../types.ts'
import type {DocumentIndex} from './document-index.ts'
import {isCall, type Node} from '../groq/syntax-tree.ts'

/** A look-up in a view's index. */
export type LookUpKind = 'ids' | 'references' | 'types'

export interface Candidates {
  kind: LookUpKind
  /** Known from the query's text and parameters, or an expression of the document around (`^`). */
  values: string[] | Node
}

const COST: Record<LookUpKind, number> = {ids: 0, references: 1, types: 2}

/** The narrowest look-up among the conditions that must all hold; undefined where none helps. */
export function candidates(filter: Node): Candidates | undefined {
  const found = conjuncts(filter).flatMap((condition) => lookUpFor(condition) ?? [])
  return found.toSorted((a, b) => COST[a.kind] - COST[b.kind])[0]
}

/** Documents of a view, ascending by `_id`, as `*` yields them. */
export function pick(
  view: DocumentIndex,
  kind: LookUpKind,
  values: readonly string[],
): readonly LakeDocument[] {
  const [only, ...more] = new Set(values)
  if (only === undefined) return []
  if (kind === 'types') {
    if (more.length === 0) return view.ofType(only)
    const types = new Set(values)
    return view.all.filter((document) => types.has(document._type))
  }
  if (kind === 'references' && more.length === 0) return view.referencing(only)
  const found = new Map<string, LakeDocument>()
  for (const value of [only, ...more]) {
    const documents = kind === 'ids' ? [view.get(value)] : view.referencing(value)
    for (const document of documents) if (document) found.set(document._id, document)
  }
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
  if (condition.op === 'in') return byField(left, isList(right) ? right : undefined)
  return condition.op === '==' ? (byField(left, right) ?? byField(right, left)) : undefined
}

function byField(field: Node, value: Node | undefined): Candidates | undefined {
  if (!value || field.type !== 'AccessAttribute' || field.base) return undefined
  if (field.name !== '_id' && field.name !== '_type') return undefined
  const values = strings(value) ?? seenFromAround(value)
  return values && {kind: field.name === '_id' ? 'ids' : 'types', values}
}

const isList = (node: Node): boolean =>
  node.type === 'Array' || (node.type === 'Value' && Array.isArray(node.value))

/** The strings of a literal or of a list of literals; undefined for what is only known later. */
export function strings(node: Node): string[] | undefined {
  if (node.type === 'Group') return strings(node.base as Node)
  if (node.type === 'Value') {
    const values: unknown[] = Array.isArray(node.value) ? node.value : [node.value]
    return values.filter((value) => typeof value === 'string')
  }
  if (node.type !== 'Array') return undefined
  const lists = (node.elements as {value: Node; isSplat: boolean}[]).map((element) =>
    element.value.type === 'Value' && !element.isSplat ? strings(element.value) : undefined,
  )
  return lists.every((item) => item !== undefined) ? lists.flat() : undefined
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
