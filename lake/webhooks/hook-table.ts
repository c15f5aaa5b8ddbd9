// Table `webhooks`.
import type {DatabaseSync} from 'node:sqlite'
import type {WebhookSettings} from './settings.ts'

export interface Webhook extends WebhookSettings {
  id: string
  /** It is told of what comes after this position of the log. */
  since: number
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
  /** What signs its requests; for nobody's eyes. */
  secretOf(id: string): string | null
  put(hook: Omit<Webhook, 'hasSecret'>, secret: string | null): void
  switchOff(id: string): void
  /** With all that it was to be told. */
  remove(id: string): void
  count(): number
}

/** Prepares the statements once. */
export function hookTable(database: DatabaseSync): HookTable {
  const all = database.prepare('SELECT * FROM webhooks ORDER BY created_at, id')
  const get = database.prepare('SELECT * FROM webhooks WHERE id = ?')
  const put = database.prepare(
    `INSERT INTO webhooks (id, settings, secret, since, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET settings = excluded.settings, secret = excluded.secret,
       since = excluded.since, updated_at = excluded.updated_at`,
  )
  const switchOff = database.prepare(
    `UPDATE webhooks SET settings = json_set(settings, '$.isDisabledByUser', json('true'))
     WHERE id = ?`,
  )
  const remove = database.prepare('DELETE FROM webhooks WHERE id = ?')
  const count = database.prepare('SELECT count(*) AS n FROM webhooks')
  const toHook = (row: Record<string, unknown>): Webhook => ({
    ...(JSON.parse(String(row['settings'])) as WebhookSettings),
    id: String(row['id']),
    since: Number(row['since']),
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
    put({id, since, createdAt, updatedAt, ...settings}, secret) {
      put.run(id, JSON.stringify(settings), secret, since, createdAt, updatedAt)
    },
    switchOff: (id) => void switchOff.run(id),
    remove: (id) => void remove.run(id),
    count: () => Number(count.get()?.['n'] ?? 0),
  }
}
