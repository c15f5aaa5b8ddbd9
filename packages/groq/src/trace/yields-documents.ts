// Recognizes expressions that yield unchanged documents. Their source is known without tracing.
import {isCall, type Node} from '../syntax-tree.ts'

/** A list of documents, a document (or null), or anything else. */
export type DocumentYield = 'documents' | 'document' | undefined

export function yieldOf(node: Node): DocumentYield {
  if (node.type === 'Everything' || isCall(node, 'releases', 'all')) return 'documents'
  if (node.type === 'Deref' || isCall(node, 'documents', 'get')) return 'document'
  const base = node.base as Node | undefined
  if (!base) return undefined
  if (node.type === 'Group' || node.type === 'Once') return yieldOf(base)
  if (yieldOf(base) !== 'documents') return undefined
  if (node.type === 'AccessElement') return 'document'
  return keepsDocuments(node) ? 'documents' : undefined
}

/** Whether the step only leaves out or sorts items of a list. */
function keepsDocuments({type, name}: Node): boolean {
  if (KEEPING_NODES.has(type)) return true
  return type === 'PipeFuncCall' && name === 'order'
}

/** Includes the planner's node `Narrowed`. */
const KEEPING_NODES = new Set(['ArrayCoerce', 'Filter', 'Narrowed', 'Slice'])
