// Where the house's editorial rules have their say.
import {RuleRefused} from '../errors.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {CommitRequest, Rule} from '../types.ts'
import {referrersAfter} from './referrers.ts'
import type {Transaction} from './transaction.ts'

/**
 * Rules see the transaction as it would be; their writes join it as the server's own.
 *
 * @throws RuleRefused 403 with the reasons of the first rule that has some
 */
export function askRules(
  rules: readonly Rule[],
  request: CommitRequest,
  transaction: Transaction,
  documents: DocumentTable,
  timestamp: string,
): void {
  const {dataset, actor} = request
  for (const rule of rules) {
    const {reasons = [], writes = []} = rule({
      dataset,
      changes: transaction.changes(),
      read: transaction.read,
      referencing(id) {
        const referrers = referrersAfter(transaction, documents, dataset, false)
        return referrers(id).flatMap((referrer) => transaction.read(referrer) ?? [])
      },
      actor,
      now: timestamp,
    })
    if (reasons.length > 0) throw new RuleRefused(reasons)
    if (writes.length > 0) transaction.run(() => ({mutations: writes}), request.steps.length)
  }
}
