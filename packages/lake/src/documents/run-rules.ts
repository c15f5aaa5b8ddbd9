// Where the house's editorial rules have their say.
import {RuleRefused} from '../errors.ts'
import type {CommitRequest, Reason, Rule, StepContext} from '../types.ts'
import type {Transaction} from './transaction.ts'

/**
 * Rules see the transaction as it would be; their writes join it as the server's own.
 *
 * @throws RuleRefused 403 with the reasons of all rules
 */
export function askRules(
  rules: readonly Rule[],
  request: CommitRequest,
  transaction: Transaction,
  context: StepContext,
): void {
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
