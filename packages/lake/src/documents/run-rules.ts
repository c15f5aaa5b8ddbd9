// Runs the product's rules on a transaction.
import {RuleRefused} from '../errors.ts'
import type {CommitRequest, Reason, Rule, StepContext} from '../types.ts'
import type {Transaction} from './transaction.ts'

interface Ruled {
  request: CommitRequest
  transaction: Transaction
  context: StepContext
}

/**
 * A rule sees documents as they would be after the transaction. Its writes become part of the
 * transaction and count as the server's own.
 * @throws RuleRefused 403 with the reasons of all rules
 */
export function runRules(rules: readonly Rule[], {request, transaction, context}: Ruled): void {
  const {dataset, actor, act} = request
  const refused: Reason[] = []
  for (const rule of rules) {
    const {reasons = [], writes = []} = rule({
      dataset,
      changes: transaction.changes(),
      read: transaction.read,
      ...context,
      actor,
      ...(act === undefined ? {} : {act}),
    })
    refused.push(...reasons)
    if (writes.length > 0 && refused.length === 0) {
      transaction.run(() => ({mutations: writes}), request.steps.length, context)
    }
  }
  if (refused.length > 0) throw new RuleRefused(refused)
}
