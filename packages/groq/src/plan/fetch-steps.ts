// The chain `*[filter] | order(…) [from...to]` in a query's tree, which is answered as one step.
import {sliceOf} from '../compile.ts'
import type {Node} from '../syntax-tree.ts'
import type {LakeDocument} from '../types.ts'

export interface FetchSteps {
  filters: Node[]
  /** Conditions that serve only to look documents up: what is found need not meet them. */
  lookUpOnly: Node[]
  /** The arguments of `order()`. */
  order: Node[]
  /** `[0...20]` or `[0]`. */
  slice?: Node
}

/** Undefined if the tree is not such a chain. */
export function stepsOf(node: Node): FetchSteps | undefined {
  const base = node.base as Node | undefined
  if (!base) return undefined
  if (node.type === 'Slice' || node.type === 'AccessElement') {
    const steps = orderedSteps(base)
    return steps && {...steps, slice: node}
  }
  return orderedSteps(node)
}

function orderedSteps(node: Node): FetchSteps | undefined {
  if (node.type !== 'PipeFuncCall' || node.name !== 'order') return filteredSteps(node)
  const steps = filteredSteps(node.base as Node)
  return steps && {...steps, order: node.args as Node[]}
}

/** The same without an order and a slice. */
export function filteredSteps(node: Node): FetchSteps | undefined {
  if (node.type === 'Everything') return {filters: [], lookUpOnly: [], order: []}
  if (node.type === 'Group') return filteredSteps(node.base as Node)
  if (node.type === 'Narrowed') {
    const steps = filteredSteps(node.base as Node)
    return steps && {...steps, lookUpOnly: [...steps.lookUpOnly, node.expr as Node]}
  }
  if (node.type !== 'Filter') return undefined
  const steps = filteredSteps(node.base as Node)
  return steps && {...steps, filters: [...steps.filters, node.expr as Node]}
}

interface SliceStep {
  /** How many documents, from the first on, are needed. */
  limit: number
  take: (list: readonly LakeDocument[]) => unknown
}

export function sliceStep(node: Node): SliceStep {
  if (node.type === 'AccessElement') {
    const index = node.index as number
    return {limit: index < 0 ? Infinity : index + 1, take: (list) => list.at(index) ?? null}
  }
  const right = node.right as number
  const isFromStart = (node.left as number) >= 0 && right >= 0
  const limit = right + (node.isInclusive ? 1 : 0)
  return {limit: isFromStart ? limit : Infinity, take: sliceOf(node)}
}
