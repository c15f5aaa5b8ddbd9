// Which types of documents an answer can depend on, as its sync tags tell: a change to any other type
// leaves it as it is.
import type {LakeDocument} from '../types.ts'
import {candidates, strings} from './candidates.ts'
import {walk, type Node} from '../groq/syntax-tree.ts'

/** Told of a document's type that the answer depends on; null where it could depend on any. */
export type Touch = (type: string | null) => void

/**
 * Tells of the types that the query's filters go through, whatever they find. Documents that are
 * looked up one by one (`->`, `_id ==`) are told of when they are, by who looks.
 */
export function touchScanned(
  query: Node,
  params: Readonly<Record<string, unknown>>,
  touch: Touch,
): void {
  const told = new Set<unknown>()
  walk(query, (node) => {
    const base = node.base as Node | undefined
    if (node.type !== 'Filter' || base?.type !== 'Everything') return
    told.add(base)
    const condition = node.expr as Node
    const types = typesOf(condition, params)
    if (types) for (const type of types) touch(type)
    else if (!looksUpById(condition, params)) touch(null)
  })
  walk(query, (node) => {
    if (node.type === 'Everything' && !told.has(node)) touch(null)
  })
}

/** Tells of what was looked up by id: where something is missing, it may be of any type. */
export function touchFound(
  documents: readonly LakeDocument[],
  ids: readonly string[],
  touch: Touch,
): void {
  for (const {_type} of documents) touch(_type)
  if (documents.length < new Set(ids).size) touch(null)
}

/** Whether the filter finds its documents by their ids and not by their types. */
export function looksUpById(
  condition: Node,
  params: Readonly<Record<string, unknown>> = {},
): boolean {
  return typesOf(condition, params) === undefined && candidates(condition)[0]?.kind === 'ids'
}

/** The types that a document must have one of to pass the filter; undefined where any may. */
function typesOf(condition: Node, params: Readonly<Record<string, unknown>>): string[] | undefined {
  const left = condition.left as Node | undefined
  const right = condition.right as Node | undefined
  if (condition.type === 'Group') return typesOf(condition.base as Node, params)
  if (!left || !right) return undefined
  if (condition.type === 'And') return typesOf(left, params) ?? typesOf(right, params)
  if (condition.type === 'Or') {
    const either = [typesOf(left, params), typesOf(right, params)]
    return either.every((types) => types !== undefined) ? either.flat() : undefined
  }
  if (condition.type !== 'OpCall') return undefined
  const known = (node: Node): string[] | undefined =>
    strings(node.type === 'Parameter' ? {type: 'Value', value: params[node.name as string]} : node)
  if (condition.op === 'in') return isType(left) ? known(right) : undefined
  if (condition.op !== '==') return undefined
  if (isType(left)) return known(right)
  return isType(right) ? known(left) : undefined
}

const isType = ({type, base, name}: Node): boolean =>
  type === 'AccessAttribute' && !base && name === '_type'

/** Whether the answer can be another one a moment later although nothing has changed. */
export function asksTheTime(query: Node): boolean {
  let found = false
  walk(query, ({type, name}) => {
    if (type === 'FuncCall' && name === 'now') found = true
  })
  return found
}
