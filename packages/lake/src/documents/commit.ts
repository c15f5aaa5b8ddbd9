// The commit: transactions are queued, written in groups, and then announced.
import type {DatabaseSync} from 'node:sqlite'
import type {LoggedEntry} from '../store/log.ts'
import type {Commit} from '../types.ts'
import {assertDocumentId} from './apply-mutation.ts'
import {createGroupCommit} from './group-commit.ts'
import {assertWriter} from './permissions.ts'
import {DryRun, runTransaction, type Committed, type TransactionOptions} from './run-transaction.ts'

export interface CommitOptions extends TransactionOptions {
  database: DatabaseSync
  /** 22 random characters. An option, so that tests know the IDs. */
  randomId: () => string
  /**
   * Called after transactions are stored, with all that were stored together. It must not throw.
   */
  onCommitted: (entries: readonly LoggedEntry[]) => void
}

/**
 * Builds the commit. Transactions of the same moment share one write to the disk, so it is
 * asynchronous although SQLite is not. Errors: `MutationFailed` (403 permission, 409 conflict),
 * `RuleRefused` (403), `BadRequest` (400).
 */
export function createCommit(options: CommitOptions): Commit {
  const write = createGroupCommit<Committed>({
    database: options.database,
    onStored(stored) {
      const entries = stored.flatMap(({entry}) => entry ?? [])
      if (entries.length > 0) options.onCommitted(entries)
    },
  })
  return async (request) => {
    const transactionId = request.transactionId ?? options.randomId()
    assertDocumentId(transactionId)
    if (request.act === undefined) assertWriter(request.actor, options.grantsOf(request.dataset))
    try {
      const {result} = await write(() => runTransaction(options, request, transactionId))
      return result
    } catch (error) {
      if (error instanceof DryRun) return error.outcome
      throw error
    }
  }
}
