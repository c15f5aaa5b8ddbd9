// Share tokens: the ID of a share with a signature by this lake. A person who can read a dataset or
// an export cannot make one from it.
import {createHmac, timingSafeEqual} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import type {RandomBytes} from './secrets.ts'
import {signingKey} from './signing-key.ts'

/** Prefix of a share token, as `cd_` is of an API token. */
export const SHARE_TOKEN_PREFIX = 'cp_'

export interface ShareTokens {
  /** Always the same token for a share, so that it can be shown again. */
  tokenOf(dataset: string, id: string): string
  /** The share of a token; null if this lake did not sign it. */
  read(token: string): {dataset: string; id: string} | null
}

/** Key in the table `settings`. */
const KEY = 'passes.key'

/** Reads the signing key from the database, or creates it. */
export function createShareTokens({
  database,
  randomBytes,
}: {
  database: DatabaseSync
  randomBytes: RandomBytes
}): ShareTokens {
  const key = signingKey({database, randomBytes}, KEY)

  const sign = (payload: string): Buffer => createHmac('sha256', key).update(payload).digest()

  return {
    tokenOf(dataset, id) {
      const payload = Buffer.from(`${dataset}/${id}`).toString('base64url')
      return `${SHARE_TOKEN_PREFIX}${payload}.${sign(payload).toString('base64url')}`
    },
    read(token) {
      const [, payload, mac] = /^cp_([\w-]+)\.([\w-]+)$/.exec(token) ?? []
      if (!payload || !mac) return null
      const [given, expected] = [Buffer.from(mac, 'base64url'), sign(payload)]
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
      const [dataset = '', id = ''] = Buffer.from(payload, 'base64url').toString().split('/')
      return {dataset, id}
    },
  }
}
