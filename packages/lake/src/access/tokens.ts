// Table `tokens`: credentials for programs. Each has one role and is valid until it is revoked.
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, NotFound} from '../errors.ts'
import type {Clock} from '../types.ts'
import type {Revocations} from './revocations.ts'
import {checkRoleNames} from './role-names.ts'
import {hashSecret, newId, newSecret, type RandomBytes} from './secrets.ts'
import {prepareWrite} from '../store/database.ts'

/** Prefix of a token, by which logs and scanners recognise a leaked secret. */
export const TOKEN_PREFIX = 'cd_'

export interface Token {
  id: string
  name: string
  role: string
  /** ISO 8601, UTC. */
  createdAt: string
  revokedAt: string | null
}

export interface Tokens {
  /** Only this response contains the secret. Throws `BadRequest`. */
  create(token: {name: string; role: string}): Token & {secret: string}
  /** Oldest first, revoked ones included. */
  list(): Token[]
  get(id: string): Token | null
  find(secret: string): Token | null
  /** Throws `NotFound`. Revoking a revoked token changes nothing. */
  revoke(id: string): void
}

export interface TokensOptions {
  database: DatabaseSync
  clock: Clock
  randomBytes: RandomBytes
  roleNames: readonly string[]
  revocations: Revocations
}

export const tokenCredential = (id: string): string => `token:${id}`

/** Prepares the statements once; `find` runs on every request with a token. */
export function createTokens(options: TokensOptions): Tokens {
  const {database, clock, randomBytes, roleNames, revocations} = options
  const insert = prepareWrite(
    database,
    'INSERT INTO tokens (id, name, role, token_hash, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const all = database.prepare('SELECT * FROM tokens ORDER BY created_at, id')
  const byId = database.prepare('SELECT * FROM tokens WHERE id = ?')
  const byHash = database.prepare('SELECT * FROM tokens WHERE token_hash = ?')
  const end = prepareWrite(
    database,
    'UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  )

  return {
    create({name, role}) {
      const label = name.trim()
      if (label === '' || label.length > 200) {
        throw new BadRequest('A token needs a name of at most 200 characters.')
      }
      checkRoleNames([role], roleNames)
      const id = newId('t', randomBytes)
      const secret = TOKEN_PREFIX + newSecret(randomBytes)
      const createdAt = new Date(clock()).toISOString()
      insert.run(id, label, role, hashSecret(secret), createdAt)
      return {id, name: label, role, createdAt, revokedAt: null, secret}
    },
    list: () => all.all().flatMap((row) => toToken(row) ?? []),
    get: (id) => toToken(byId.get(id)),
    find: (secret) => toToken(byHash.get(hashSecret(secret))),
    revoke(id) {
      if (!byId.get(id)) throw new NotFound(`There is no token ${id}.`)
      const {changes} = end.run(new Date(clock()).toISOString(), id)
      if (changes > 0) revocations.announce(tokenCredential(id))
    },
  }
}

function toToken(row: Record<string, unknown> | undefined): Token | null {
  if (!row) return null
  return {
    id: String(row.id),
    name: String(row.name),
    role: String(row.role),
    createdAt: String(row.created_at),
    revokedAt: typeof row.revoked_at === 'string' ? row.revoked_at : null,
  }
}
