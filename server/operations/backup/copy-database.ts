// A consistent copy of a database that others go on writing to, as one file.
import {chmodSync} from 'node:fs'
import {backup, DatabaseSync} from 'node:sqlite'

/** Pages of 4 KB copied at a time: a fraction of a second, so that Ctrl-C is heard in between. */
const RATE = 2_000

/**
 * Copies everything that was committed when it begins, and nothing later.
 *
 * @param onPages told how far it is
 */
export async function copyDatabase(
  from: string,
  to: string,
  onPages: (done: number, total: number) => void = () => {},
): Promise<void> {
  const source = new DatabaseSync(from, {readOnly: true, timeout: 10_000})
  try {
    // This open read transaction decides what the copy shows. Without it the copy would start again with
    // each write of the server, and never end on a busy day.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await backup(source, to, {
      rate: RATE,
      progress: ({totalPages, remainingPages}) => onPages(totalPages - remainingPages, totalPages),
    })
  } finally {
    source.close()
  }
  chmodSync(to, 0o600)
  const copy = new DatabaseSync(to)
  try {
    // One file, with no -wal beside it that could be forgotten.
    copy.exec('PRAGMA journal_mode = DELETE')
  } finally {
    copy.close()
  }
}
