// What sharing a preview, taking it back and remarking on it are given, and what they answer.
import type {EditorialContext, EditorialMutation} from '../perform/types.ts'
import type {ReviewReason} from '../../model/records.ts'
import type {PreviewRequest} from './requests.ts'

export interface PreviewEnvironment extends Omit<EditorialContext, 'piece'> {
  /** Ids of documents that refer to one. */
  referrers: (id: string) => string[]
}

/** What it does, or why not. */
export type Done =
  | {mutations: EditorialMutation[]}
  | {reasons: ReviewReason[]}
  /** It was done too often. `retryAfter`: seconds until it can be done again. */
  | {tooOften: string; retryAfter: number}

export type RequestOf<Act extends PreviewRequest['act']> = PreviewRequest & {act: Act}
