// Table `webhooks`.
import type {DatabaseSync} from 'node:sqlite'
import type {SwitchedOff} from './round.ts'
import type {WebhookSettings} from './settings.ts'
import {prepareWrite} from '../store/database.ts'

/** The changes that a webhook is sent late, after it was enabled again. */
export interface CatchUp {
  /** Position in the log. Changes after it are still to be sent. */
  after: number
  /** ISO 8601, of the first change that is sent. */
  since: string
  /** ISO 8601. Changes between then and `since` are no longer in the log; null where none are missing. */
  lostSince: string | null
}

export interface Webhook extends WebhookSettings {
  id: string
  /** It is sent changes after this log position. */
  since: number
  /** Null unless it was switched off because its filter or projection was too costly. */
  switchedOff: SwitchedOff | null
  /** Null unless it is receiving missed changes. */
  catchUp: CatchUp | null
  /** ISO 8601 */
  createdAt: string
  /** ISO 8601 */
  updatedAt: string
  hasSecret: boolean
}

export interface HookTable {
  /** Oldest first. */
  all(): Webhook[]
  get(id: string): Webhook | null
  /** The key that signs its requests. It must never be shown. */
  secretOf(id: string): string | null
  put(hook: Omit<Webhook, 'hasSecret'>, secret: string | null): void
  switchOff(id: string, off: SwitchedOff): void
  setCatchUp(id: string, catchUp: CatchUp): void
  /** Records that it has received all missed changes up to the position `since`. */
  endCatchUp(id: string, since: number): void
  /** With the messages that wait for it. */
  remove(id: string): void
  count(): number
}

/** Whether a person or the webhook itself switched it off. */
export const isOff = ({isDisabledByUser, switchedOff}: Webhook): boolean =>
  isDisabledByUser || switchedOff !== null

/** Prepares the statements once. */
export function hookTable(database: DatabaseSync): HookTable {
  const all = database.prepare('SELECT * FROM webhooks ORDER BY created_at, id')
  const get = database.prepare('SELECT * FROM webhooks WHERE id = ?')
  const put = prepareWrite(
    database,
    `INSERT INTO webhooks
       (id, settings, secret, since, switched_off, catch_up, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, secret = excluded.secret,
       since = excluded.since, switched_off = excluded.switched_off,
       catch_up = excluded.catch_up, updated_at = excluded.updated_at`,
  )
  const switchOff = prepareWrite(
    database,
    'UPDATE webhooks SET switched_off = ?, catch_up = NULL WHERE id = ?',
  )
  const setCatchUp = prepareWrite(database, 'UPDATE webhooks SET catch_up = ? WHERE id = ?')
  const endCatchUp = prepareWrite(
    database,
    'UPDATE webhooks SET catch_up = NULL, since = ? WHERE id = ?',
  )
  const remove = prepareWrite(database, 'DELETE FROM webhooks WHERE id = ?')
  const count = database.prepare('SELECT count(*) AS n FROM webhooks')
  const toHook = (row: Record<string, unknown>): Webhook => ({
    ...(JSON.parse(String(row['settings'])) as WebhookSettings),
    id: String(row['id']),
    since: Number(row['since']),
    switchedOff: parsed<SwitchedOff>(row['switched_off']),
    catchUp: parsed<CatchUp>(row['catch_up']),
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    hasSecret: row['secret'] !== null,
  })

  return {
    all: () => all.all().map(toHook),
    get(id) {
      const row = get.get(id)
      return row ? toHook(row) : null
    },
    secretOf(id) {
      const secret = get.get(id)?.['secret']
      return typeof secret === 'string' ? secret : null
    },
    put({id, since, switchedOff, catchUp, createdAt, updatedAt, ...settings}, secret) {
      const state = [textOf(switchedOff), textOf(catchUp)]
      put.run(id, JSON.stringify(settings), secret, since, ...state, createdAt, updatedAt)
    },
    switchOff: (id, off) => void switchOff.run(textOf(off), id),
    setCatchUp: (id, catchUp) => void setCatchUp.run(textOf(catchUp), id),
    endCatchUp: (id, since) => void endCatchUp.run(since, id),
    remove: (id) => void remove.run(id),
    count: () => Number(count.get()?.['n'] ?? 0),
  }
}

const textOf = (value: object | null): string | null => value && JSON.stringify(value)
const parsed = <T>(text: unknown): T | null =>
  typeof text === 'string' ? (JSON.parse(text) as T) : null
