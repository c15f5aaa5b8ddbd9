// Whether a lake is paused. A copy of a lake would send messages and perform scheduled actions a
// second time. While it is paused, it does neither.
import type {DatabaseSync} from 'node:sqlite'
import {inTransaction} from './database.ts'

export interface Pause {
  /**
   * ISO 8601; null if the lake is not paused. Read each time, because a command may have changed
   * it.
   */
  since(): string | null
  /** ISO 8601. No messages are sent about earlier changes. */
  quietBefore(): string | null
  /**
   * Drops waiting deliveries, because the original lake may have made them. Returns their number.
   */
  begin(at: string): number
  /** Resumes: messages are sent about later changes. False if the lake was not paused. */
  end(at: string): boolean
}

/** Keys in the table `settings`. They stay, because existing data folders contain them. */
const SINCE = 'rest.since'
const QUIET = 'rest.quietBefore'

/**
 * A restored file may be older than some of the tables, so their statements are prepared on use.
 */
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
