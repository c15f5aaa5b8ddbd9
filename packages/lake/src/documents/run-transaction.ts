// The one transaction through which all content changes: load, apply, grants, rules, references,
// write documents and log. Whatever refuses, nothing is written.
import {hash} from 'node:crypto'
import {isDeepStrictEqual} from 'node:util'
import {LakeError, NotFound, StalePosition} from '../errors.ts'
import type {GrantsOf} from '../dataset-grants.ts'
import type {Holds} from '../grants.ts'
import {publishedIdOf} from '@copydesk/groq/documents'
import {mendozaDiff} from '../mendoza.ts'
import {referencesIn, type DocumentReference} from '../references.ts'
import {isReleaseDocumentId} from '../release.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LoggedEntry, LogTable} from '../store/log.ts'
import type {RecentDocuments} from '../store/recent-documents.ts'
import type {
  Actor,
  Attached,
  Change,
  Clock,
  CommitRequest,
  CommitResult,
  LakeDocument,
  MutationResult,
  Read,
  Rule,
  StepContext,
} from '../types.ts'
import {assertAssets} from './assert-assets.ts'
import {assertContent} from './assert-content.ts'
import {assertReleases} from './assert-releases.ts'
import {askRules} from './run-rules.ts'
import {assertPermitted} from './permissions.ts'
import {referrersAfter} from './referrers.ts'
import {assertReferencesHold} from './references.ts'
import {createTransaction} from './transaction.ts'
import {versionsAfter} from './versions-after.ts'
import {startWatch} from './watch.ts'

export interface TransactionOptions {
  documents: DocumentTable
  recent: RecentDocuments
  log: LogTable
  grantsOf: GrantsOf
  rules: readonly Rule[]
  /**
   * The log position at which the dataset was created, null where there is none (any more). Asked within
   * the write transaction.
   */
  datasetSince?: (dataset: string) => number | null
  /** What is said about a dataset's documents in its add-ons. */
  attached: (dataset: string) => Attached
  /** For grants that hang on other documents: what an actor sees of those. */
  holdsFor: (dataset: string, actor: Actor) => Holds
  /** A document as it was before it was deleted last: what a release takes up again. */
  lastRevision?: (dataset: string, id: string) => LakeDocument | null
  /** Ids of the documents that a transaction wrote. */
  writtenBy?: (dataset: string, transactionId: string) => string[]
  /** Account ids of those who wrote the words of a stored text field. */
  authorsOf?: (dataset: string, id: string, field: string) => string[]
  clock: Clock
}

/** Changes of so few documents look at the watch by themselves often enough. */
const FEW = 8

export interface Committed {
  result: CommitResult
  /** What the log got; null where nothing was to be written. */
  entry: LoggedEntry | null
}

/** Ends the SQLite transaction of a dry run without an error of its own. */
export class DryRun extends Error {
  readonly outcome: CommitResult
  constructor(outcome: CommitResult) {
    super('dry run')
    this.outcome = outcome
  }
}

/**
 * Call it inside of a write transaction, which what it throws must undo.
 *
 * @throws DryRun with what would have been; whatever refuses
 */
export function runTransaction(
  options: TransactionOptions,
  request: CommitRequest,
  transactionId: string,
): Committed {
  const {documents, recent, log, grantsOf, rules, attached, holdsFor, clock} = options
  const timestamp = new Date(clock()).toISOString()
  const {dataset, actor} = request
  const since = options.datasetSince ? options.datasetSince(dataset) : 0
  if (since === null) {
    throw new NotFound(`Dataset "${dataset}" does not exist.`, 'datasetNotFound')
  }
  recent.beginIn(dataset, since)
  const grants = grantsOf(dataset)
  if (request.ifPosition !== undefined && log.lastOf(dataset) > request.ifPosition) {
    throw new StalePosition()
  }
  const keepsSystem = request.act !== undefined || grants.has(actor, 'documents.keepSystem')
  const watch = startWatch()
  const loaded = new Map<string, LakeDocument | null>()
  const load: Read = (id) => {
    const known = loaded.get(id)
    if (known !== undefined) return known
    const document = recent.get(dataset, id)
    loaded.set(id, document)
    return document
  }
  const transaction = createTransaction({
    load,
    actor,
    keepsSystem,
    timestamp,
    transactionId,
    watch,
    isLong: recent.isLong,
  })
  const repeated = log.find(dataset, transactionId)
  if (repeated) return {result: answerRepeated(repeated, request, transactionId), entry: null}

  const referrersOf = (strongOnly: boolean): ((id: string) => string[]) =>
    rememberUntilWritten(
      () => referrersAfter(transaction, documents, dataset, strongOnly),
      () => transaction.results().length,
    )
  const context: StepContext = {
    referrers: referrersOf(false),
    attached: attached(dataset),
    versionsIn: versionsAfter(transaction, documents, dataset),
    lastRevision: (id) => options.lastRevision?.(dataset, id) ?? null,
    sources(id) {
      const revision = transaction.sentRevision(id)
      const ids = revision === undefined ? [] : (options.writtenBy?.(dataset, revision) ?? [])
      return ids.filter((other) => other !== id).flatMap((other) => load(other) ?? [])
    },
    authorsOf: (id, field) => options.authorsOf?.(dataset, id, field) ?? [],
    actor,
    keepsSystem,
    transactionId,
    now: timestamp,
    dryRun: request.dryRun === true,
  }
  const hasMany = (): boolean => request.steps.length > FEW
  watch.guard(hasMany, () => {
    for (const [index, step] of request.steps.entries()) transaction.run(step, index, context)
  })
  const asked = transaction.changes()
  // What the rules write besides is the server's own: the answer speaks of what was asked.
  const results: MutationResult[] = [...transaction.results()]
  const isMuch = (): boolean =>
    asked.length > FEW || asked.some(({result}) => result !== null && recent.isLong(result))
  watch.guard(isMuch, () => {
    for (const {id, previous, result} of asked) {
      if (result) assertContent(result, previous ?? load(publishedIdOf(id)))
    }
    if (!keepsSystem && !request.isUpload) assertAssets(asked)
    const {read, isOwned} = transaction
    if (!keepsSystem) assertReleases(asked, load, read, isOwned)
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
      (id) => read(id) !== null,
      // Anyone's draft may refer to anything: that must not keep an act from taking something away.
      request.act === undefined ? referrersOf(true) : null,
    )
  })

  const changes = transaction.changes()
  const result = {transactionId, timestamp, results, changes}
  if (request.dryRun) throw new DryRun({...result, position: log.last()})
  if (changes.length === 0) return {result: {...result, position: log.last()}, entry: null}

  const store = ({id, previous, result: document}: Change): LakeDocument | null => {
    if (document) {
      documents.put(dataset, document, newReferences(previous, document), recent.textOf(document))
      return recent.put(dataset, document)
    }
    documents.remove(dataset, id)
    recent.forget(dataset, id)
    return null
  }
  const unplaced = {
    dataset,
    transactionId,
    author: actor.id,
    timestamp,
    changes: changes.map((change) => ({
      ...change,
      result: store(change),
      apply: mendozaDiff(change.previous, change.result),
      revert: mendozaDiff(change.result, change.previous),
    })),
  }
  const position = log.append({...unplaced, digest: digestOf(request)}, recent.textOf)
  return {result: {...result, position}, entry: {...unplaced, position}}
}

/** Undefined where they are those of before. */
function newReferences(
  previous: LakeDocument | null,
  result: LakeDocument,
): DocumentReference[] | undefined {
  const references = referencesIn(result)
  return previous && isDeepStrictEqual(references, referencesIn(previous)) ? undefined : references
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
  return hash('sha256', request.fingerprint ?? '')
}
