// The one transaction through which all content changes: load, apply, grants, rules, references,
// write documents and log. Whatever refuses, nothing is written.
import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {LakeError, StalePosition} from '../errors.ts'
import type {GrantsOf} from '../dataset-grants.ts'
import type {Holds} from '../grants.ts'
import {mendozaDiff} from '../mendoza.ts'
import {referencesIn} from '../references.ts'
import {isReleaseDocumentId} from '../release.ts'
import {inTransactionWhenFree} from '../store/database.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LogTable} from '../store/log.ts'
import {within} from '../time-limit.ts'
import type {
  Actor,
  Attached,
  Change,
  Clock,
  Commit,
  CommitRequest,
  CommitResult,
  LakeDocument,
  MutationResult,
  Rule,
  StepContext,
} from '../types.ts'
import {assertDocumentId} from './apply-mutation.ts'
import {assertAssets} from './assert-assets.ts'
import {assertContent} from './assert-content.ts'
import {assertReleases} from './assert-releases.ts'
import {askRules} from './ask-rules.ts'
import {assertPermitted, assertWriter} from './permissions.ts'
import {referrersAfter} from './referrers.ts'
import {assertReferencesHold} from './references.ts'
import {createTransaction} from './transaction.ts'
import {versionsAfter} from './versions-after.ts'

export interface CommitOptions {
  database: DatabaseSync
  documents: DocumentTable
  log: LogTable
  grantsOf: GrantsOf
  rules: readonly Rule[]
  /** What is said about a dataset's documents in its add-ons. */
  attached: (dataset: string) => Attached
  /** For grants that hang on other documents: what an actor sees of those. */
  holdsFor: (dataset: string, actor: Actor) => Holds
  /** A document as it was before it was deleted last: what a release takes up again. */
  lastRevision?: (dataset: string, id: string) => LakeDocument | null
  clock: Clock
  /** 22 random characters; injected so that tests can foresee ids. */
  randomId: () => string
  /** Called after each stored transaction. It must not throw. */
  onCommitted: (position: number) => void
}

/** What applying one request and checking it may take: whoever else saves waits for it. */
const BUDGET_MS = 3_000
const TOO_LONG =
  'The transaction took too long and was not run. Try again, or split it into smaller ones.'

/** Ends the SQLite transaction of a dry run without an error of its own. */
class DryRun extends Error {
  readonly outcome: CommitResult
  constructor(outcome: CommitResult) {
    super('dry run')
    this.outcome = outcome
  }
}

/**
 * Builds the commit. It is asynchronous at its border although SQLite is not, so that a lake on more
 * than one machine can take its place.
 *
 * Errors: `MutationFailed` (403 permission, 409 conflict), `RuleRefused` (403), `BadRequest` (400).
 */
export function createCommit(options: CommitOptions): Commit {
  return async (request) => {
    const transactionId = request.transactionId ?? options.randomId()
    assertDocumentId(transactionId)
    if (request.act === undefined) assertWriter(request.actor, options.grantsOf(request.dataset))
    try {
      const result = await inTransactionWhenFree(options.database, () =>
        runTransaction(options, request, transactionId),
      )
      if (result.changes.length > 0) options.onCommitted(result.position)
      return result
    } catch (error) {
      if (error instanceof DryRun) return error.outcome
      throw error
    }
  }
}

function runTransaction(
  options: CommitOptions,
  request: CommitRequest,
  transactionId: string,
): CommitResult {
  const {documents, log, grantsOf, rules, attached, holdsFor, clock} = options
  const timestamp = new Date(clock()).toISOString()
  const {dataset, actor} = request
  const grants = grantsOf(dataset)
  if (request.ifPosition !== undefined && log.lastOf(dataset) > request.ifPosition) {
    throw new StalePosition()
  }
  const keepsSystem = request.act !== undefined || grants.has(actor, 'documents.keepSystem')
  const transaction = createTransaction({
    load: (id) => documents.get(dataset, id),
    actor,
    keepsSystem,
    timestamp,
    transactionId,
  })
  const repeated = log.find(dataset, transactionId)
  if (repeated) return answerRepeated(repeated, request, transactionId)

  const context: StepContext = {
    referrers: rememberUntilWritten(
      () => referrersAfter(transaction, documents, dataset, false),
      () => transaction.results().length,
    ),
    attached: attached(dataset),
    versionsIn: versionsAfter(transaction, documents, dataset),
    lastRevision: (id) => options.lastRevision?.(dataset, id) ?? null,
    actor,
    keepsSystem,
    transactionId,
    now: timestamp,
  }
  // What the rules write besides is the server's own: the answer speaks of what was asked.
  let results: MutationResult[] = []
  const isInTime = within(BUDGET_MS, () => {
    for (const [index, step] of request.steps.entries()) transaction.run(step, index, context)
    const asked = transaction.changes()
    results = [...transaction.results()]
    for (const {result} of asked) if (result) assertContent(result)
    if (!keepsSystem && !request.isUpload) assertAssets(asked)
    const {read, isOwned} = transaction
    if (!keepsSystem) assertReleases(asked, (id) => documents.get(dataset, id), read, isOwned)
    const permit = (changes: Change[], answered: MutationResult[]): void => {
      if (request.act !== undefined) return
      const {hasMoved} = transaction
      const everything = {changes, results: answered, hasMoved, isOwned}
      assertPermitted(everything, actor, grants, holdsFor(dataset, actor))
    }
    permit(
      asked.filter(({id}) => isReleaseDocumentId(id)),
      [],
    )
    // Before the other grants: who publishes what nobody approved is told so, whatever their role.
    askRules(rules, request, transaction, context)
    permit(asked, results)
    assertReferencesHold(
      transaction.changes(),
      (id) => transaction.read(id) !== null,
      // Anyone's draft may refer to anything: that must not keep an act from taking something away.
      request.act === undefined ? referrersAfter(transaction, documents, dataset, true) : null,
    )
  })
  // No 4xx: how long it takes depends on what else this machine does.
  if (!isInTime) throw new LakeError(503, 'transactionTimeout', TOO_LONG)

  const changes = transaction.changes()
  const result = {transactionId, timestamp, results, changes}
  if (request.dryRun) throw new DryRun({...result, position: log.last()})
  if (changes.length === 0) return {...result, position: log.last()}

  for (const change of changes) {
    if (change.result) {
      documents.put(dataset, change.result, referencesIn(change.result))
    } else {
      documents.remove(dataset, change.id)
    }
  }
  const position = log.append({
    dataset,
    transactionId,
    author: actor.id,
    timestamp,
    digest: digestOf(request),
    changes: changes.map((change) => {
      const previous = withoutRevision(change.previous)
      const next = withoutRevision(change.result)
      return {
        ...change,
        apply: mendozaDiff(previous, next),
        revert: mendozaDiff(next, previous),
      }
    }),
  })
  return {...result, position}
}

/** Who refers to what is looked up again only once the transaction has written more. */
function rememberUntilWritten<T extends (id: string) => string[]>(
  make: () => T,
  version: () => number,
): (id: string) => string[] {
  let made: {version: number; value: T} | undefined
  return (id) => {
    if (made?.version !== version()) made = {version: version(), value: make()}
    return made.value(id)
  }
}

/**
 * The studio sends a transaction again, under its own id, when the answer got lost: the same request
 * of the same author is answered and not run twice. Another one under that id is refused.
 */
function answerRepeated(
  stored: {position: number; digest: string; author: string; timestamp: string},
  request: CommitRequest,
  transactionId: string,
): CommitResult {
  if (stored.author !== request.actor.id || stored.digest !== digestOf(request)) {
    throw new LakeError(
      409,
      'transactionError',
      `A transaction with the id "${transactionId}" was committed before.`,
    )
  }
  const {position, timestamp} = stored
  return {transactionId, position, timestamp, results: [], changes: []}
}

function digestOf(request: CommitRequest): string {
  return createHash('sha256')
    .update(request.fingerprint ?? '')
    .digest('hex')
}

function withoutRevision(document: LakeDocument | null): Record<string, unknown> | null {
  if (!document) return null
  const {_rev: _, ...rest} = document
  return rest
}
