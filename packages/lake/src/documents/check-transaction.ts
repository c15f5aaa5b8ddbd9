// All checks that can refuse a transaction after its steps have run: content, assets, releases,
// grants, rules, references.
import {publishedIdOf} from '@copydesk/groq/documents'
import type {Grants, Holds} from '../grants.ts'
import {isReleaseDocumentId} from '../release.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor, Change, CommitRequest, MutationResult, Rule, StepContext} from '../types.ts'
import {assertAssets} from './assert-assets.ts'
import {assertContent} from './assert-content.ts'
import {assertReleases} from './assert-releases.ts'
import {assertPermitted} from './permissions.ts'
import {assertReferencesHold} from './references.ts'
import {referrersIn} from './referrers.ts'
import {runRules} from './run-rules.ts'
import type {Transaction} from './transaction.ts'

export interface CheckOptions {
  documents: DocumentTable
  rules: readonly Rule[]
  /** For grants that depend on other documents: the documents that an actor sees. */
  holdsFor: (dataset: string, actor: Actor) => Holds
}

export interface Attempt {
  request: CommitRequest
  transaction: Transaction
  context: StepContext
  grants: Grants
  /** The changes of the request's own steps. */
  changes: readonly Change[]
  results: readonly MutationResult[]
}

/** Adds the writes of rules to the transaction. Throws if a check refuses it. */
export function checkTransaction(
  attempt: Attempt,
  {documents, rules, holdsFor}: CheckOptions,
): void {
  const {request, transaction, context, changes} = attempt
  const {dataset, actor, act} = request
  const {load, read} = transaction
  for (const {id, previous, result} of changes) {
    if (result) assertContent(result, previous ?? load(publishedIdOf(id)))
  }
  if (!context.keepsSystem) {
    if (!request.isUpload) assertAssets(changes)
    assertReleases(changes, transaction)
  }
  const permit = (changed: readonly Change[], answered: readonly MutationResult[]): void => {
    if (act !== undefined) return
    const {hasMoved, isOwned} = transaction
    const {grants} = attempt
    const requested = {changes: changed, results: answered, hasMoved, isOwned}
    assertPermitted(requested, {actor, grants, holds: holdsFor(dataset, actor)})
  }
  const releases = changes.filter(({id}) => isReleaseDocumentId(id))
  permit(releases, [])
  // Before the other grants: so a person who publishes without approval gets that reason, whatever
  // their role.
  runRules(rules, attempt)
  permit(changes, attempt.results)
  assertReferencesHold(
    transaction.changes(),
    (id) => read(id) !== null,
    // Any draft may refer to any document. That must not prevent a custom action from deleting one.
    act === undefined ? referrersIn(transaction, {documents, dataset, strongOnly: true}) : null,
  )
}
