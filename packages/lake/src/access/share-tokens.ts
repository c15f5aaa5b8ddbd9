// Secrets of passes: a pass's id with a signature that only this lake can make. Nothing that could be
// read out of the dataset, an export or a backup of documents opens anything.
import {createHmac, timingSafeEqual} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import type {RandomBytes} from './secrets.ts'

/** Marks the secret of a pass, as `cd_` marks a token. */
export const PASS_PREFIX = 'cp_'

export interface PassSecrets {
  /** The same for the same pass, so that it can be told again. */
  secretOf(dataset: string, id: string): string
  /** Which pass a secret belongs to; null for one that was never given out. */
  read(secret: string): {dataset: string; id: string} | null
}

/** Of the table `settings`. */
const KEY = 'passes.key'

/** Takes the signing key from the database, or puts one there. */
export function createPassSecrets({
  database,
  randomBytes,
}: {
  database: DatabaseSync
  randomBytes: RandomBytes
}): PassSecrets {
  database
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING')
    .run(KEY, Buffer.from(randomBytes(32)).toString('base64url'))
  const row = database.prepare('SELECT value FROM settings WHERE key = ?').get(KEY)
  const key = Buffer.from(String(row?.['value']), 'base64url')

  const sign = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest()

  return {
    secretOf(dataset, id) {
      const payload = Buffer.from(`${dataset}/${id}`).toString('base64url')
      return `${PASS_PREFIX}${payload}.${sign(payload).toString('base64url')}`
    },
    read(secret) {
      const [, payload, mac] = /^cp_([\w-]+)\.([\w-]+)$/.exec(secret) ?? []
      if (!payload || !mac) return null
      const [given, expected] = [Buffer.from(mac, 'base64url'), sign(payload)]
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      const [dataset = '', id = ''] = Buffer.from(payload, 'base64url').toString().split('/')
      return {dataset, id}
    },
  }
}
