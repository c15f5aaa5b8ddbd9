// What an act is given and what it answers: mutations in Sanity's notation, so that any lake can run
// them as one transaction.
import type {Move} from '@copydesk/lake/types'
import type {CheckActor, Policy} from '../checks/four-eyes.ts'
import type {GatheredPiece} from '../gather.ts'
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'
import type {State} from '../../model/stages.ts'

export interface ActActor extends CheckActor {
  name: string
}

/** Somebody who can get a notification. */
export interface Person {
  id: string
  roles: readonly string[]
}

export interface EditorialContext {
  piece: GatheredPiece
  actor: ActActor
  /** ISO 8601 */
  now: string
  /** The transaction's id; ids and keys are made from it, so that nothing is left to chance. */
  transactionId: string
  /** Accounts of the newsroom, for notifications. */
  people: readonly Person[]
  policy: Policy
  /** The timer performs it. */
  isDue: boolean
  /** Reads a document by its exact id. */
  read: (id: string) => PieceDocument | null
}

export type EditorialMutation =
  | {create: PieceDocument}
  | {createOrReplace: PieceDocument}
  | {createIfNotExists: PieceDocument}
  | {delete: {id: string}}

/** What an act does, or why not. */
export type Performed =
  | {
      mutations: EditorialMutation[]
      /** Drafts whose content another document took over. */
      moved: Move[]
      /** The stage of the piece afterwards. */
      state: State
      warnings: ReviewReason[]
    }
  | {reasons: ReviewReason[]}
