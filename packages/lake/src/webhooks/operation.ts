// The operation of a change in a webhook's message.
import type {LakeDocument} from '../types.ts'

export const OPERATIONS = ['create', 'update', 'delete'] as const

export type Operation = (typeof OPERATIONS)[number]

/** One document's change as the hook may see it. */
export interface SeenChange {
  before: LakeDocument | null
  after: LakeDocument | null
}

/** Undefined if neither side is visible. */
export function operationOf({before, after}: SeenChange): Operation | undefined {
  if (before && after) return 'update'
  if (after) return 'create'
  return before ? 'delete' : undefined
}
