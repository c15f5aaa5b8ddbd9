// The border of the commit: who asks for a transaction, and who is told of it.
import type {DatabaseSync} from 'node:sqlite'
import {recentDocuments} from '../store/recent-documents.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {Commit} from '../types.ts'
import {assertDocumentId} from './apply-mutation.ts'
import {createGroup} from './group-commit.ts'
import {assertWriter} from './permissions.ts'
import {DryRun, runTransaction, type Committed, type TransactionOptions} from './run-transaction.ts'

export interface CommitOptions extends Omit<TransactionOptions, 'recent'> {
  database: DatabaseSync
  /** 22 random characters; injected so that tests can foresee ids. */
  randomId: () => string
  /** Called once transactions are stored, with all that were stored together. It must not throw. */
  onCommitted: (entries: readonly LoggedEntry[]) => void
}

/**
 * Builds the commit. It is asynchronous at its border although SQLite is not: so that who comes at the
 * same time shares one write to the disk, and a lake on more than one machine can take its place.
 *
 * Errors: `MutationFailed` (403 permission, 409 conflict), `RuleRefused` (403), `BadRequest` (400).
 */
export function createCommit(options: CommitOptions): Commit {
  const recent = recentDocuments(options.database)
  const write = createGroup<Committed>({
    database: options.database,
    onStored(stored) {
      recent.keep()
      const entries = stored.flatMap(({entry}) => entry ?? [])
      if (entries.length > 0) options.onCommitted(entries)
    },
    onUndone: recent.drop,
  })
  return async (request) => {
    const transactionId = request.transactionId ?? options.randomId()
    assertDocumentId(transactionId)
    if (request.act === undefined) assertWriter(request.actor, options.grantsOf(request.dataset))
    try {
      const {result} = await write(() =>
        runTransaction({...options, recent}, request, transactionId),
      )
      return result
    } catch (error) {
      if (error instanceof DryRun) return error.outcome
      throw error
    }
  }
}
