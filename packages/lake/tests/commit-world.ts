// A database in memory, its tables and the commit on them.
import {createGrantsOf} from '../src/dataset-grants.ts'
import {createCommit} from '../src/documents/commit.ts'
import {lastRevision} from '../src/history/last-revision.ts'
import {openDatabase} from '../src/store/database.ts'
import {documentTable} from '../src/store/documents.ts'
import {historyTable} from '../src/store/history.ts'
import {logTable} from '../src/store/log.ts'
import type {Role} from '../src/types.ts'

type CommitOptions = Parameters<typeof createCommit>[0]

/** Transactions are called tx1, tx2 and so on. */
export function createCommitWorld(
  roles: readonly Role[],
  clock: () => number,
  options: Partial<CommitOptions> = {},
) {
  const database = openDatabase(':memory:')
  const documents = documentTable(database)
  const history = historyTable(database)
  const log = logTable(database)
  const grantsOf = createGrantsOf({roles}, clock)
  let ids = 0
  const commit = createCommit({
    database,
    documents,
    log,
    grantsOf,
    attached: () => () => [],
    rules: [],
    holdsFor: () => () => false,
    lastRevision: (dataset, id) => lastRevision(history, dataset, id),
    clock,
    randomId: () => `tx${++ids}`,
    onCommitted: () => {},
    ...options,
  })
  return {database, documents, history, log, grantsOf, commit}
}
