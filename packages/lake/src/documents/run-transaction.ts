// The one transaction through which all content changes: run the steps, check the changes, write
// documents and log. If any check refuses, nothing is written.
import {hash} from 'node:crypto'
import type {GrantsOf} from '../dataset-grants.ts'
import {FEW, isMuch} from '../deadline.ts'
import {LakeError, NotFound, StalePosition} from '../errors.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {Clock, CommitRequest, CommitResult, StepContext} from '../types.ts'
import {checkTransaction, type CheckOptions} from './check-transaction.ts'
import {createStepContext, type StepContextOptions} from './step-context.ts'
import {storeChanges, type StoreOptions} from './store-changes.ts'
import {Transaction} from './transaction.ts'
import {startDeadline, type TransactionDeadline} from './transaction-deadline.ts'

export interface TransactionOptions extends StoreOptions, CheckOptions, StepContextOptions {
  grantsOf: GrantsOf
  /** Asked within the write transaction: another process may have deleted the dataset. */
  hasDataset?: (dataset: string) => boolean
  clock: Clock
}

export interface Committed {
  result: CommitResult
  /** The entry in the log; null if nothing was written. */
  entry: LoggedEntry | null
}

/** Thrown to undo the SQLite transaction of a dry run. */
export class DryRun extends Error {
  readonly outcome: CommitResult
  constructor(outcome: CommitResult) {
    super('dry run')
    this.outcome = outcome
  }
}

/**
 * Call it inside a write transaction that is undone if it throws.
 * @throws DryRun with the result of a dry run, and the errors of all checks
 */
export function runTransaction(
  options: TransactionOptions,
  request: CommitRequest,
  transactionId: string,
): Committed {
  const {documents, log, grantsOf, clock} = options
  const timestamp = new Date(clock()).toISOString()
  const {dataset, actor} = request
  if (options.hasDataset?.(dataset) === false) {
    throw new NotFound(`Dataset "${dataset}" does not exist.`, 'datasetNotFound')
  }
  const grants = grantsOf(dataset)
  const keepsSystem = request.act !== undefined || grants.has(actor, 'documents.keepSystem')
  const deadline = startDeadline()
  const transaction = new Transaction({
    stored: (id) => documents.get(dataset, id),
    actor,
    keepsSystem,
    timestamp,
    transactionId,
    deadline,
  })
  const repeated = log.find(dataset, transactionId)
  if (repeated) return {result: answerRepeated(repeated, request, transactionId), entry: null}
  if (request.ifPosition !== undefined && log.lastOf(dataset) > request.ifPosition) {
    throw new StalePosition()
  }

  const known = {transaction, keepsSystem, transactionId, now: timestamp}
  const context = createStepContext(options, request, known)
  runSteps(request, {transaction, context, deadline})
  const asked = transaction.changes()
  // The writes of rules are the server's own, so the response leaves them out.
  const results = [...transaction.results()]
  const attempt = {request, transaction, context, grants, changes: asked, results}
  deadline.guard(
    () => isMuch(asked),
    () => checkTransaction(attempt, options),
  )

  const changes = transaction.changes()
  const result = {transactionId, timestamp, results, changes}
  if (request.dryRun) throw new DryRun({...result, position: log.last()})
  if (changes.length === 0) return {result: {...result, position: log.last()}, entry: null}
  const digest = digestOf(request)
  const stored = {dataset, transactionId, author: actor.id, timestamp, changes, digest}
  const entry = storeChanges(stored, options)
  return {result: {...result, position: entry.position}, entry}
}

function runSteps(
  {steps}: CommitRequest,
  {
    transaction,
    context,
    deadline,
  }: {transaction: Transaction; context: StepContext; deadline: TransactionDeadline},
): void {
  const hasMany = (): boolean => steps.length > FEW
  deadline.guard(hasMany, () => {
    for (const [index, step] of steps.entries()) transaction.run(step, index, context)
  })
}

/**
 * If a response is lost, the studio sends the transaction again with the same ID. The same request
 * of the same author gets the first result and does not run twice. Any other request with that ID
 * is refused.
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
  return hash('sha256', request.fingerprint ?? '')
}
