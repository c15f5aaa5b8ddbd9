// What a rule of the lake's commit looks at. It is less than the lake gives: the studio asks the same rules on a
// hosted dataset, where some of it cannot be known.
import type {Change, PatchOperations, RuleInput as LakeInput} from '@copydesk/lake/types'
import type {ReviewReason} from '../../model/records.ts'
import type {ActActor, EditorialMutation} from '../perform/types.ts'
import type {PieceDocument} from '../piece.ts'

export interface RuleChange extends Pick<Change, 'id'> {
  previous: PieceDocument | null
  result: PieceDocument | null
}

export interface RuleInput
  extends
    Pick<LakeInput, 'now' | 'transactionId' | 'act' | 'referrers'>,
    Partial<Pick<LakeInput, 'versionsIn' | 'authorsOf'>> {
  changes: readonly RuleChange[]
  read: (id: string) => PieceDocument | null
  attached?: (type: 'comment', id: string) => PieceDocument[]
  lastRevision?: (id: string) => PieceDocument | null
  sources?: (id: string) => PieceDocument[]
  actor: ActActor
}

export type RuleWrite =
  | EditorialMutation
  | {patch: {id: string} & Pick<PatchOperations, 'set' | 'unset'>}

export interface RuleAnswer {
  reasons?: ReviewReason[]
  writes?: RuleWrite[]
}

/** Restoring a dataset brings along what others decided; the system is the lake itself. */
export function imports({actor}: Pick<RuleInput, 'actor'>): boolean {
  return actor.kind === 'system' || actor.roles.includes('importer')
}
