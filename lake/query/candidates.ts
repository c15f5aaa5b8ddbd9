// Which documents a filter on `*` can match at all: an index look-up where the filter allows one.
// The whole filter still decides on each, so that narrowing changes the time and never the answer.
import type {LakeDocument} from '../types.ts'
import type {DocumentIndex} from './document-index.ts'
import {isCall, type Node} from './syntax-tree.ts'

export type Candidates = (view: DocumentIndex) => readonly LakeDocument[]

/** The narrowest look-up among the conditions that must all hold; undefined where none helps. */
export function candidates(filter: Node): Candidates | undefined {
  const found = conjuncts(filter).flatMap((condition) => lookUpFor(condition) ?? [])
  return found.toSorted((a, b) => a.cost - b.cost)[0]?.candidates
}

function conjuncts(node: Node): Node[] {
  if (node.type === 'And')
    return [...conjuncts(node.left as Node), ...conjuncts(node.right as Node)]
  return node.type === 'Group' ? conjuncts(node.base as Node) : [node]
}

interface LookUp {
  cost: number
  candidates: Candidates
}

function lookUpFor(condition: Node): LookUp | undefined {
  if (isCall(condition, 'global', 'references')) {
    const ids = (condition.args as Node[]).map(strings)
    if (!ids.every((list) => list !== undefined)) return undefined
    return {cost: 1, candidates: (view) => merge(ids.flat().map((id) => view.referencing(id)))}
  }
  if (condition.type !== 'OpCall') return undefined
  const left = condition.left as Node
  const right = condition.right as Node
  if (condition.op === '==') return byValues(left, strings(right)) ?? byValues(right, strings(left))
  if (condition.op === 'in') return byValues(left, isList(right) ? strings(right) : undefined)
  return undefined
}

function byValues(field: Node, values: string[] | undefined): LookUp | undefined {
  if (!values || field.type !== 'AccessAttribute' || field.base) return undefined
  if (field.name === '_id') {
    return {cost: 0, candidates: (view) => merge(values.map((id) => list(view.get(id))))}
  }
  if (field.name === '_type') {
    const types = new Set(values)
    const [only] = types
    return types.size === 1 && only !== undefined
      ? {cost: 2, candidates: (view) => view.ofType(only)}
      : {cost: 3, candidates: (view) => view.all.filter((d) => types.has(d._type))}
  }
  return undefined
}

const isList = (node: Node): boolean =>
  node.type === 'Array' || (node.type === 'Value' && Array.isArray(node.value))

/** The strings of a literal or of a list of literals; undefined for what is only known later. */
function strings(node: Node): string[] | undefined {
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

const list = (document: LakeDocument | undefined): LakeDocument[] => (document ? [document] : [])

/** Without duplicates, ascending by `_id`, as `*` yields them. */
function merge(lists: readonly (readonly LakeDocument[])[]): readonly LakeDocument[] {
  const [only] = lists
  if (lists.length === 1 && only) return only
  const byId = new Map(lists.flat().map((document) => [document._id, document]))
  return [...byId.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1))
}
