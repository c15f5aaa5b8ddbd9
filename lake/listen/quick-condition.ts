// Conditions by which studios listen all day (`_id in $ids`, `_type == "article"`, `references($ids)`),
// answered without the evaluator: each edit is held against those of every open stream.
import {isVersionOf} from '../groq/functions/sanity.ts'
import {referencesOf} from '../groq/references.ts'
import {toTree, type ExprNode, type Node} from '../groq/syntax-tree.ts'
import type {LakeDocument} from '../types.ts'

/** What GROQ would say, null taken for false as a filter takes it. */
export type QuickCondition = (document: LakeDocument) => boolean

/** Undefined for a condition that is not of these shapes throughout. */
export const quickCondition = (node: Node): QuickCondition | undefined => quick(toTree(node))

function quick(node: ExprNode): QuickCondition | undefined {
  switch (node.type) {
    case 'Group':
      return quick(node.base)
    case 'And':
    case 'Or': {
      const left = quick(node.left)
      const right = left && quick(node.right)
      if (!left || !right) return undefined
      return node.type === 'And'
        ? (document) => left(document) && right(document)
        : (document) => left(document) || right(document)
    }
    case 'OpCall': {
      const field = fieldOf(node.left)
      const values = field && valuesOf(node.right, node.op)
      return values && ((document) => values.has(document[field]))
    }
    case 'FuncCall':
      return call(`${node.namespace}::${node.name}`, node.args)
    default:
      return undefined
  }
}

function call(name: string, args: readonly ExprNode[]): QuickCondition | undefined {
  const known = args.map((arg) => (arg.type === 'Value' ? strings(arg.value) : undefined))
  const values = new Set<string>()
  for (const list of known) {
    if (!list) return undefined
    for (const value of list) values.add(value)
  }
  if (name === 'global::references') {
    return (document) => !values.isDisjointFrom(referredBy(document))
  }
  const [id] = values
  const isOneId = args.length === 1 && args[0]?.type === 'Value' && args[0].value === id
  if (name !== 'sanity::versionOf' || id === undefined || !isOneId) return undefined
  return ({_id}) => isVersionOf(_id, id)
}

/** Fields that each document has, and that hold strings. */
function fieldOf(node: ExprNode): '_id' | '_type' | undefined {
  if (node.type !== 'AccessAttribute' || node.base) return undefined
  return node.name === '_id' || node.name === '_type' ? node.name : undefined
}

/** The strings of which it must be one. */
function valuesOf(node: ExprNode, op: string): Set<string> | undefined {
  if (op === '==') {
    return node.type === 'Value' && typeof node.value === 'string'
      ? new Set([node.value])
      : undefined
  }
  if (op !== 'in') return undefined
  if (node.type === 'Value')
    return Array.isArray(node.value) ? new Set(strings(node.value)) : undefined
  if (node.type !== 'Array') return undefined
  const values = new Set<string>()
  for (const {value: item, isSplat} of node.elements) {
    if (isSplat || item.type !== 'Value') return undefined
    if (typeof item.value === 'string') values.add(item.value)
  }
  return values
}

/** Null and numbers in a list are no ids: nothing equals them. Undefined for no list and no string. */
function strings(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

/** One edit is asked about by many streams. */
const known = new WeakMap<LakeDocument, Set<string>>()

function referredBy(document: LakeDocument): Set<string> {
  const found = known.get(document) ?? referencesOf(document)
  known.set(document, found)
  return found
}
