// Types that all folders of the lake share. Importing this file runs nothing.

import type {Json, LakeDocument} from '@copydesk/groq'

export type {Json, LakeDocument}

/** Permissions of a grant. If a role has no grant for `delete`, `update` applies. */
export type Permission = 'read' | 'create' | 'update' | 'delete' | 'history' | 'editHistory'

/**
 * One grant of a role: the documents that match `filter` (GROQ, `*[filter]`), and the permissions.
 */
export interface Grant {
  filter: string
  permissions: Permission[]
  /**
   * Extension of Sanity's format, for the anonymous reader: the grant applies only while a
   * published document (no dot in the ID) refers to this one. It hides an asset until something
   * published uses it.
   */
  onlyWhileReferenced?: boolean
  /**
   * Extension of Sanity's format: the document is hidden together with others. `referrers`: hidden
   * if published documents refer to it and the reader may see none of them. This also applies
   * through several references. If no published document refers to it, only the filter decides.
   * `targets`: hidden while it refers to a published document that the reader may not see.
   */
  hiddenWith?: 'referrers' | 'targets'
  /**
   * Extension of Sanity's format: a document that matches the filter matches it at any later time.
   * So visible documents need no check of the clock.
   */
  opensForGood?: boolean
}

/** A role as data. The lake reads it and sends it to the studio as `/acl`. */
export interface Role {
  name: string
  title: string
  description: string
  grants: Grant[]
  abilities?: Ability[]
}

/** A dataset for comments and tasks about content. It has grants of its own. */
export interface Addon {
  name: string
  /** The dataset with the content. */
  addonFor: string
  /** The name by which the studio requests it. */
  profile: 'comments'
  /** The same roles, with their grants in this dataset. */
  roles: readonly Role[]
}

/**
 * Abilities of a role besides documents. `documents.keepSystem`: its writes may set the lake's own
 * fields, such as the creator of a draft, to restore a dataset. `people.manage`: invites people,
 * changes roles, ends sessions. `passes.issue`: reads share tokens. `webhooks.manage`: creates
 * webhooks and reads their deliveries. `datasets.manage`: creates, changes and deletes datasets.
 */
export type Ability =
  | 'datasets.manage'
  | 'documents.keepSystem'
  | 'people.manage'
  | 'passes.issue'
  | 'webhooks.manage'

/**
 * The account or program that makes a request. Anonymous readers have the ID `anonymous` and the
 * role `reader`. The holder of a share token has the share's ID, and otherwise the rights of a
 * reader.
 */
export interface Actor {
  /**
   * Account ID (`u…`), token ID (`t…`), a share's ID, `anonymous` or `system`. GROQ's `identity()`.
   */
  id: string
  kind: 'user' | 'token' | 'shareToken' | 'anonymous' | 'system'
  roles: string[]
  name: string
  email?: string
  /** The session or token that authenticated the request. When it ends, the actor's streams end. */
  credential?: string
  /**
   * With a share token: the documents that the share opens, in addition to those that everybody may
   * read.
   */
  opens?: readonly string[]
  /** With a share token: the share's note for its holder, who cannot read its document. */
  share?: ShareNote
}

/** A share's note for the holder of its token. */
export type ShareNote = Readonly<Record<string, Json>>

/** The documents that a share opens now. */
export interface OpenedShare {
  /** The holder's name. */
  name: string
  /**
   * IDs of the documents that its holder may read, in addition to those that everybody may read.
   */
  opens: readonly string[]
  share: ShareNote
}

/**
 * Shares: documents that open others to the holder of a share token, without an account. The
 * product decides which documents are shares, and which documents they open.
 */
export interface Shares {
  /** How the IDs of shares begin. */
  idPrefix: string
  /** Null for a share that has ended. */
  read(
    share: LakeDocument,
    around: {read: Read; referrers: (id: string) => string[]; now: string},
  ): OpenedShare | null
}

/** All mutations of `/data/mutate`, in Sanity's notation. */
export type Mutation =
  | {create: DocumentInput}
  | {createOrReplace: DocumentInput & {_id: string}}
  | {createIfNotExists: DocumentInput & {_id: string}}
  | {delete: DeleteSelection}
  | {patch: PatchMutation}

export interface DocumentInput {
  _id?: string
  _type: string
  [field: string]: Json | undefined
}

export type DeleteSelection = {id: string; ifRevisionID?: string} | QuerySelection

export interface QuerySelection {
  query: string
  params?: Record<string, Json>
}

export type PatchMutation = ({id: string} | QuerySelection) & PatchOperations

/** Where items are inserted: before, after or in place of the elements at a path. */
export type Insert = {items: Json[]} & ({before: string} | {after: string} | {replace: string})

export interface PatchOperations {
  ifRevisionID?: string
  set?: Record<string, Json>
  setIfMissing?: Record<string, Json>
  unset?: string[]
  insert?: Insert
  inc?: Record<string, number>
  dec?: Record<string, number>
  diffMatchPatch?: Record<string, string>
}

/** The change of one document in a committed transaction. */
export interface Change {
  id: string
  previous: LakeDocument | null
  result: LakeDocument | null
  /** The mutations of this document, for listeners and history. */
  mutations: Mutation[]
}

/** A committed transaction in the log. `position` grows by one with each commit of the lake. */
export interface LogEntry {
  position: number
  dataset: string
  transactionId: string
  author: string
  /** ISO 8601, UTC. */
  timestamp: string
  changes: Change[]
  /** Set for an entry without changes: the change of the dataset itself. */
  datasetEvent?: DatasetDeed
}

/** Read access to a dataset. `private` and `custom`: an account or a token is needed. */
export type AclMode = 'public' | 'private' | 'custom'

/** The person or token that manages something, or this machine's user who runs a command. */
export type Manager = {account: string} | {machineUser: string}

/** A change of a dataset, and its author. */
export type DatasetDeed = {by: Manager} & (
  | {event: 'created'; aclMode: AclMode}
  /** `before`: the earlier `aclMode`. If both are equal, the description was changed. */
  | {event: 'changed'; aclMode: AclMode; before: AclMode}
  | {event: 'deleted'; documents: number}
)

/** A reason why a rule refuses a transaction. */
export type Reason = {
  code: string
  severity: 'error' | 'warning'
  document: string
  path?: string
  message: string
  /** People with the right to do so can override it with a reason. */
  overridable?: boolean
}

/**
 * An editorial rule of the product. Pure: it sees the transaction's changes and can read documents
 * as they will be after it.
 */
export type Rule = (input: RuleInput) => RuleAnswer

/** What a rule knows of the transaction, with documents as they will be after it. */
export interface RuleInput extends Omit<StepContext, 'keepsSystem' | 'dryRun'> {
  dataset: string
  changes: readonly Change[]
  read: Read
  /** The custom action that the transaction performs. Without one, a client wrote it. */
  act?: string
}

/**
 * Any `reasons` refuse the transaction with 403 `editorialRule`. `writes` become part of the
 * transaction and count as the server's own.
 */
export interface RuleAnswer {
  reasons?: Reason[]
  writes?: Mutation[]
}

/** A new account, in the transaction that adds it. */
export interface NewcomerInput {
  person: {id: string; name: string; email: string; roles: readonly string[]}
  /** The body of the request that adds it, not validated. */
  request: Readonly<Record<string, unknown>>
  /** Stored documents of one type in the main dataset, ascending by ID. */
  ofType: (type: string) => LakeDocument[]
  transactionId: string
}

/**
 * The documents of the main dataset that a new account begins with. If it throws, the account is not
 * added.
 */
export type NewcomerDocuments = (input: NewcomerInput) => Mutation[]

/** Reads a document as the running transaction sees it. */
export type Read = (id: string) => LakeDocument | null

/**
 * One step of a transaction: it sees the results of earlier steps and returns mutations by ID. It
 * runs inside the SQLite transaction and must be deterministic, so IDs, times and keys are fixed
 * before. `moved` names documents whose content another document took over, for example the draft
 * of a publication. If that document exists at the end, deleting them needs only `update`.
 */
export type Step = (
  read: Read,
  context: StepContext,
) => {
  mutations: Mutation[]
  moved?: readonly Move[]
  /**
   * Documents that only the server may write, and that this step writes: a release, and its
   * versions when its state changes. Grants are checked all the same.
   */
  owns?: readonly string[]
}

/**
 * Documents of one type in the dataset's add-ons about a document of this dataset
 * (`target.document`): comments, tasks.
 */
export type Attached = (type: 'comment' | 'tasks.task', id: string) => LakeDocument[]

/** Information about the transaction for its steps. */
export interface StepContext {
  referrers: (id: string) => string[]
  attached: Attached
  /** IDs of a release's versions in the running transaction, ascending. */
  versionsIn: (release: string) => string[]
  /** The last revision of a deleted document; null if the log has none. */
  lastRevision: (id: string) => LakeDocument | null
  /**
   * The stored documents of which a new document is a copy, by the revision that the client sent
   * with it.
   */
  sources: (id: string) => LakeDocument[]
  /** IDs of the accounts that wrote the words of a stored text field. */
  authorsOf: (id: string, field: string) => string[]
  actor: Actor
  /** Whether the actor may set the lake's own fields: the system, or an import. */
  keepsSystem: boolean
  transactionId: string
  /** ISO 8601 */
  now: string
  /** A dry run: nothing will be written. */
  dryRun: boolean
}

/** The content of `id` is now in `into`, so `id` is deleted. */
export type Move = {
  id: string
  into: string
}

export interface CommitRequest {
  dataset: string
  steps: Step[]
  actor: Actor
  /** The client's ID, which becomes `_rev`. Without it the lake makes one. */
  transactionId?: string
  /**
   * The text of the request. It distinguishes a repeated transaction from a different one with the
   * same ID.
   */
  fingerprint?: string
  dryRun?: boolean
  /**
   * The custom action that the transaction performs. Its writes count as the server's own. The
   * action has decided whether the actor may do this, so grants are not checked.
   */
  act?: string
  /** Whether an upload writes its asset document. Nothing else may write one. */
  isUpload?: boolean
  /** Refuses with `StalePosition` if the log has a later entry. */
  ifPosition?: number
}

/**
 * An action that the product adds to the lake: one transaction. It runs inside the transaction and
 * itself decides whether the actor may do this.
 */
export type CustomAction = (input: CustomActionInput) => CustomActionAnswer

export interface CustomActionInput {
  dataset: string
  /** The request's body, not validated. */
  request: Readonly<Record<string, unknown>>
  actor: Actor
  read: Read
  referrers: (id: string) => string[]
  attached: Attached
  transactionId: string
  /** ISO 8601 */
  now: string
  /** Whether the timer performs it, as scheduled. */
  isDue: boolean
}

export type CustomActionAnswer =
  | {mutations: Mutation[]; moved?: readonly Move[]}
  /** Refused with 403 `editorialRule` and these reasons. */
  | {reasons: Reason[]}
  /** An invalid request, or one that came too late. */
  | {failure: {status: 400 | 404 | 409; type: string; message: string}}
  /** Too many requests: 429. `retryAfter` in seconds. */
  | {failure: {status: 429; type: string; message: string; retryAfter: number}}

/** An action that the timer performs at a time, read from a document. */
export interface ScheduledAction {
  /** ISO 8601 */
  at: string
  /** ID of the account in whose name it is performed; the system performs it without one. */
  by?: string
  request: Record<string, unknown>
  /** The same for each reading of the document, so that the action is performed once. */
  transactionId: string
}

/** The documents that schedule custom actions, and the action that records a failure. */
export interface ActionSchedule {
  type: string
  read: (document: LakeDocument) => ScheduledAction | null
  /** The request for the action that records the reasons. The system performs it. */
  failed: (
    document: LakeDocument,
    scheduled: ScheduledAction,
    reasons: Reason[],
  ) => Record<string, unknown>
}

export interface MutationResult {
  id: string
  operation: 'create' | 'update' | 'delete' | 'none'
  document?: LakeDocument
}

export interface CommitResult {
  transactionId: string
  /** Log position after the commit. A query with this position sees the transaction. */
  position: number
  timestamp: string
  results: MutationResult[]
  changes: Change[]
}

/** The only way to change content. Rejects with a `LakeError`; then nothing was written. */
export type Commit = (request: CommitRequest) => Promise<CommitResult>

/** Milliseconds since the epoch. A parameter everywhere, so that tests can fix the time. */
export type Clock = () => number
