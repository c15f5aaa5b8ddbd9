// Whether a lake rests. A copy of one would tell others what they have been told already, and perform
// what was planned a second time: it does neither until somebody says that it is the one.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from './database.ts'

export interface Rest {
  /** ISO 8601; null where it does not rest. Read anew each time: a command may have changed it. */
  since(): string | null
  /** ISO 8601: what was written before is told to nobody by itself. */
  quietBefore(): string | null
  /** Gives up the deliveries that wait, and answers how many; they may have been made elsewhere. */
  begin(at: string): number
  /** From now on others are told again, of what happens from now on. False where it did not rest. */
  end(at: string): boolean
}

const SINCE = 'rest.since'
const QUIET = 'rest.quietBefore'

/** Prepares what it needs when it is asked: a restored file may be older than some of its tables. */
export function createRest(database: DatabaseSync): Rest {
  const value = database.prepare('SELECT value FROM settings WHERE key = ?')
  const put = database.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
  const drop = database.prepare('DELETE FROM settings WHERE key = ?')
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`)
  const textOf = (key: string): string | null => {
    const row = value.get(key)
    return row ? String(row['value']) : null
  }
  const hooksBeginNow = (): number => {
    if (!table.get('webhooks')) return 0
    database.exec('UPDATE webhooks SET since = (SELECT coalesce(max(position), 0) FROM log)')
    if (table.get('webhook_missed')) database.exec('DELETE FROM webhook_missed')
    const waiting = `UPDATE webhook_messages SET status = 'failure' WHERE status = 'queued'`
    return Number(database.prepare(waiting).run().changes)
  }

  return {
    since: () => textOf(SINCE),
    quietBefore: () => textOf(QUIET),
    begin: (at) =>
      inTransaction(database, () => {
        put.run(SINCE, at)
        put.run(QUIET, at)
        return hooksBeginNow()
      }),
    end: (at) =>
      inTransaction(database, () => {
        if (textOf(SINCE) === null) return false
        drop.run(SINCE)
        put.run(QUIET, at)
        hooksBeginNow()
        return true
      }),
  }
}
