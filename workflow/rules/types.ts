// What a rule of the lake's commit is given and answers. The lake's own types say the same; this room
// imports nothing.
import type {PieceDocument} from '../piece.ts'
import type {ReviewReason} from '../../model/records.ts'

export interface RuleChange {
  id: string
  previous: PieceDocument | null
  result: PieceDocument | null
}

export interface RuleInput {
  changes: readonly RuleChange[]
  read: (id: string) => PieceDocument | null
  referrers: (id: string) => string[]
  /** What was said beside a document; where the caller cannot know, nothing. */
  attached?: (type: 'comment', id: string) => PieceDocument[]
  /** Ids of a release's versions; where there are no releases, none. */
  versionsIn?: (release: string) => string[]
  /** A document as it was before it was deleted last; null where nothing is known of one. */
  lastRevision?: (id: string) => PieceDocument | null
  /** Documents of which a new one says, by the revision that it brings along, that it is their copy. */
  sources?: (id: string) => PieceDocument[]
  /** Account ids of those who wrote the words of a text field as they stood before the transaction. */
  authorsOf?: (id: string, field: string) => string[]
  actor: {id: string; kind: string; roles: readonly string[]; name: string}
  /** ISO 8601 */
  now: string
  transactionId: string
  /** The act that the transaction performs; without one a client wrote it. */
  act?: string
}

export type RuleWrite =
  | {create: PieceDocument}
  | {createIfNotExists: PieceDocument}
  | {createOrReplace: PieceDocument}
  | {delete: {id: string}}
  | {patch: {id: string; set?: Record<string, unknown>; unset?: string[]}}

export interface RuleAnswer {
  reasons?: ReviewReason[]
  writes?: RuleWrite[]
}

/** Restoring a dataset brings along what others decided; the system is the lake itself. */
export function imports({actor}: Pick<RuleInput, 'actor'>): boolean {
  return actor.kind === 'system' || actor.roles.includes('importer')
}
