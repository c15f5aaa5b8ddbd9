// The nouns that every room of the lake shares. Types only: importing this file runs nothing.

import type {Json, LakeDocument} from '@copydesk/groq'

export type {Json, LakeDocument}

/** What a grant can permit. `delete` falls back to `update` where a role never names it. */
export type Permission = 'read' | 'create' | 'update' | 'delete' | 'history' | 'editHistory'

/** One line of a role: the documents that match `filter` (GROQ, `*[filter]`) and what may be done. */
export interface Grant {
  filter: string
  permissions: Permission[]
  /**
   * Extension of ours for the anonymous reader: the grant counts only while a document whose `_id`
   * holds no dot refers to this one. It keeps an asset hidden until something published uses it.
   */
  onlyWhileReferenced?: boolean
  /**
   * Extension of ours: the document is hidden with others. `referrers`: while published documents
   * (no dot in the id) refer to it and the reader may see none of them; one that nothing published
   * refers to is seen by the filter alone. It goes on: what only hidden referrers refer to is hidden
   * as well. `targets`: while it refers to a published document that the reader may not see.
   */
  hiddenWith?: 'referrers' | 'targets'
  /**
   * Extension of ours: what the filter lets through it lets through for good, however late it gets. The
   * clock is asked no more of what is seen already.
   */
  opensForGood?: boolean
}

/** A role as data. The embedded lake reads it and serves it to the studio as `/acl`. */
export interface Role {
  name: string
  title: string
  description: string
  grants: Grant[]
  abilities?: Ability[]
}

/** A dataset beside another one, for what is said about its content. It has grants of its own. */
export interface Addon {
  name: string
  /** The dataset that it stands beside. */
  addonFor: string
  /** What the studio asks for it by. */
  profile: 'comments'
  /** The same roles as elsewhere, with the grants that they have here. */
  roles: readonly Role[]
}

/**
 * What a role may do besides documents. `documents.keepSystem`: its writes keep what they bring along
 * of the lake's own fields (who created a draft, which file an asset is), as restoring a dataset must.
 * `people.manage`: invites people, changes their roles, ends their sessions. `passes.issue`: reads
 * share tokens. `webhooks.manage`: makes webhooks and sees how their deliveries went.
 * `datasets.manage`: creates, changes and deletes datasets.
 */
export type Ability =
  | 'datasets.manage'
  | 'documents.keepSystem'
  | 'people.manage'
  | 'passes.issue'
  | 'webhooks.manage'

/**
 * The account or program that makes a request. Anonymous readers have the ID `anonymous` and the role
 * `reader`. The holder of a share token has the share's ID and is a reader otherwise.
 */
export interface Actor {
  /** Account id (`u…`), token id (`t…`), a share's id, `anonymous` or `system`. GROQ's `identity()`. */
  id: string
  kind: 'user' | 'token' | 'shareToken' | 'anonymous' | 'system'
  roles: string[]
  name: string
  email?: string
  /** The session or token that authenticated the request; its end ends the actor's streams. */
  credential?: string
  /** With a share token: the documents that the share opens, beside what everybody may read. */
  opens?: readonly string[]
  /** With a share token: what the share says to its holder, who cannot read its document. */
  share?: ShareNote
}

/** What a share says to the holder of its token. */
export type ShareNote = Readonly<Record<string, Json>>

/** What a share opens now. */
export interface OpenedShare {
  /** What its holder is called. */
  name: string
  /** Ids of the documents that its holder may read, besides what anybody may. */
  opens: readonly string[]
  share: ShareNote
}

/**
 * Shares: documents that open a few others to the holder of their share token, without an account. The
 * product says which documents are shares, and what they open.
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

/** Everything that may be sent to `/data/mutate`, in Sanity's notation. */
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

/** Where items go: before, after or in the place of what a path selects. */
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

/** One document's share of a committed transaction: what it was and what it became. */
export interface Change {
  id: string
  previous: LakeDocument | null
  result: LakeDocument | null
  /** The mutations that touched this document, as listeners and history show them. */
  mutations: Mutation[]
}

/** A committed transaction as the log keeps it. `position` grows by one per commit, lake-wide. */
export interface LogEntry {
  position: number
  dataset: string
  transactionId: string
  author: string
  /** ISO 8601, UTC. */
  timestamp: string
  changes: Change[]
  /** Of an entry without changes: what was done to the dataset itself. */
  datasetEvent?: DatasetDeed
}

/** Who may read a dataset. `private` and `custom`: nobody without an account or a token. */
export type AclMode = 'public' | 'private' | 'custom'

/** Who manages something: a person or a token, or the user of this machine who runs a command. */
export type Manager = {account: string} | {machineUser: string}

/** What was done to a dataset, and by whom. */
export type DatasetDeed = {by: Manager} & (
  | {event: 'created'; aclMode: AclMode}
  /** `before`: the `aclMode` until then. Where it is the same, the description was changed. */
  | {event: 'changed'; aclMode: AclMode; before: AclMode}
  | {event: 'deleted'; documents: number}
)

/** What a rule may answer: reasons refuse the transaction, writes join it. */
export type Reason = {
  code: string
  severity: 'error' | 'warning'
  document: string
  path?: string
  message: string
  /** Somebody with the right to may override it with a reason. */
  overridable?: boolean
}

/**
 * An editorial rule, injected by whoever runs the lake. Pure: it sees the transaction's changes and
 * can read documents as they will be after it.
 */
export type Rule = (input: RuleInput) => RuleAnswer

export interface RuleInput {
  dataset: string
  changes: readonly Change[]
  read: Read
  /** Ids of documents that refer to one, as they will be after the transaction. */
  referrers: (id: string) => string[]
  attached: Attached
  /** Ids of a release's versions as they will be after the transaction. */
  versionsIn: (release: string) => string[]
  /** As in `StepContext`. */
  lastRevision: (id: string) => LakeDocument | null
  sources: (id: string) => LakeDocument[]
  authorsOf: (id: string, field: string) => string[]
  actor: Actor
  now: string
  transactionId: string
  /** The custom action that the transaction performs. Without one, a client wrote it. */
  act?: string
}

/**
 * Non-empty `reasons` refuse the transaction with 403 `editorialRule`; `writes` are the server's own and
 * join the same transaction.
 */
export interface RuleAnswer {
  reasons?: Reason[]
  writes?: Mutation[]
}

/** Reads a document as the running transaction sees it. */
export type Read = (id: string) => LakeDocument | null

/**
 * One step of a transaction: it sees what earlier steps did and answers mutations by id. Steps run
 * inside the SQLite transaction and must be deterministic: ids, times and keys are fixed before.
 * `moved` names documents whose content another one took over (the draft of a publication): while
 * that one is there at the transaction's end, their removal loses nothing and needs `update`, not
 * `delete`.
 */
export type Step = (
  read: Read,
  context: StepContext,
) => {
  mutations: Mutation[]
  moved?: readonly Move[]
  /**
   * Documents that the step writes by itself and nobody by hand: a release, and its versions where
   * it goes from one state to another. Grants are asked all the same.
   */
  owns?: readonly string[]
}

/**
 * Documents of one type in the dataset's add-ons that are about a document of this one
 * (`target.document`): comments, tasks.
 */
export type Attached = (type: 'comment' | 'tasks.task', id: string) => LakeDocument[]

/** What a step can know of the transaction that it is part of. */
export interface StepContext {
  referrers: (id: string) => string[]
  attached: Attached
  /** Ids of a release's versions as the running transaction sees them, ascending. */
  versionsIn: (release: string) => string[]
  /** A document as it was before it was deleted last; null where the log knows none. */
  lastRevision: (id: string) => LakeDocument | null
  /** The stored documents that a new one is a copy of, by the revision that the client sent with it. */
  sources: (id: string) => LakeDocument[]
  /** Account ids of those who wrote the words of a text field as it is stored. */
  authorsOf: (id: string, field: string) => string[]
  actor: Actor
  /** The actor brings along what is the lake's own: the system, or an import. */
  keepsSystem: boolean
  transactionId: string
  /** ISO 8601 */
  now: string
  /** Nothing will be written: the request only asks what would happen. */
  dryRun: boolean
}

/** `id` went away because its content is in `into` now. */
export type Move = {
  id: string
  into: string
}

export interface CommitRequest {
  dataset: string
  steps: Step[]
  actor: Actor
  /** The client's own id becomes `_rev`; without it one is made. */
  transactionId?: string
  /** The request's own text: tells a repeated transaction from another one under its id. */
  fingerprint?: string
  dryRun?: boolean
  /**
   * The custom action that the transaction performs. The server owns what it writes, and the action,
   * not the grants, has decided whether the actor may.
   */
  act?: string
  /** The lake itself took a file in and writes its asset document: nobody else may. */
  isUpload?: boolean
  /** Refuses with `StalePosition` where the log has moved on since. */
  ifPosition?: number
}

/**
 * An action that the product adds to the lake: it makes one transaction. It runs inside the transaction
 * and decides itself whether the actor may.
 */
export type CustomAction = (input: CustomActionInput) => CustomActionAnswer

export interface CustomActionInput {
  dataset: string
  /** The request's body, unchecked. */
  request: Readonly<Record<string, unknown>>
  actor: Actor
  read: Read
  referrers: (id: string) => string[]
  attached: Attached
  transactionId: string
  /** ISO 8601 */
  now: string
  /** The lake's timer performs it, as it was scheduled. */
  isDue: boolean
}

export type CustomActionAnswer =
  | {mutations: Mutation[]; moved?: readonly Move[]}
  /** Refused: 403 `editorialRule` with these reasons. */
  | {reasons: Reason[]}
  /** A request that cannot be understood, or that came too late. */
  | {failure: {status: 400 | 404 | 409; type: string; message: string}}
  /** Too often: 429. `retryAfter` in seconds. */
  | {failure: {status: 429; type: string; message: string; retryAfter: number}}

/** What the timer performs at a time, read from a document. */
export interface ScheduledAction {
  /** ISO 8601 */
  at: string
  /** Account id: in whose name. */
  by: string
  request: Record<string, unknown>
  /** The same each time the document is read, so that the action is performed once. */
  transactionId: string
}

/** Which documents schedule custom actions, and what happens when one cannot be performed. */
export interface ActionSchedule {
  type: string
  read: (document: LakeDocument) => ScheduledAction | null
  /** The request of the action that records why. The system performs it. */
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
  /** Log position after the commit; a query that carries it sees this transaction. */
  position: number
  timestamp: string
  results: MutationResult[]
  changes: Change[]
}

/** The one way to change content. Rejects with a `LakeError`; then nothing was written. */
export type Commit = (request: CommitRequest) => Promise<CommitResult>

/** Time is injected everywhere, so that tests hold it still. Milliseconds since the epoch. */
export type Clock = () => number
