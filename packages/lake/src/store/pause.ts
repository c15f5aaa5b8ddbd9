// Whether a lake is paused. A copy of a lake would send what the original has sent already, and perform
// scheduled actions a second time. It does neither until somebody resumes it.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from './database.ts'

export interface Pause {
  /** ISO 8601; null where the lake is not paused. Read each time, as a command may have changed it. */
  since(): string | null
  /** ISO 8601. Nobody is notified of what was written before. */
  quietBefore(): string | null
  /** Drops waiting deliveries and answers how many: the original lake may have made them. */
  begin(at: string): number
  /** Sends again, about what happens from now on. False where the lake was not paused. */
  end(at: string): boolean
}

/** Of the table `settings`. The names are those of data folders that exist. */
const SINCE = 'rest.since'
const QUIET = 'rest.quietBefore'

/** A restored file may be older than some of the tables: their statements are prepared on use. */
export function createPause(database: DatabaseSync): Pause {
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
  const dropDeliveries = (): number => {
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
        return dropDeliveries()
      }),
    end: (at) =>
      inTransaction(database, () => {
        if (textOf(SINCE) === null) return false
        drop.run(SINCE)
        put.run(QUIET, at)
        dropDeliveries()
        return true
      }),
  }
}
