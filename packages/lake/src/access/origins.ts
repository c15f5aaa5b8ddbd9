// Table `cors_origins`: other origins whose pages may call the API, with or without cookies.
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, NotFound} from '../errors.ts'
import type {Clock} from '../types.ts'
import {prepareWrite} from '../store/database.ts'

export interface AllowedOrigin {
  origin: string
  /** Whether its pages may send cookies. */
  credentials: boolean
  /** ISO 8601, UTC. */
  createdAt: string
}

export interface Origins {
  /** Adds an origin, or changes its flag. Returns it as stored. Throws `BadRequest`. */
  add(origin: string, options: {credentials: boolean}): AllowedOrigin
  list(): AllowedOrigin[]
  /** Throws `NotFound`. */
  remove(origin: string): void
  /** `null` for an origin that is not listed. `origin` as browsers send it. */
  allows(origin: string): {credentials: boolean} | null
}

/** Prepares the statements once; `allows` runs on every request from another origin. */
export function createOrigins(database: DatabaseSync, clock: Clock): Origins {
  const put = prepareWrite(
    database,
    `INSERT INTO cors_origins (origin, credentials, created_at) VALUES (?, ?, ?)
     ON CONFLICT (origin) DO UPDATE SET credentials = excluded.credentials`,
  )
  const all = database.prepare('SELECT * FROM cors_origins ORDER BY origin')
  const one = database.prepare('SELECT credentials FROM cors_origins WHERE origin = ?')
  const drop = prepareWrite(database, 'DELETE FROM cors_origins WHERE origin = ?')
  const list = (): AllowedOrigin[] =>
    all.all().map((row) => ({
      origin: String(row.origin),
      credentials: row.credentials === 1,
      createdAt: String(row.created_at),
    }))

  return {
    add(given, {credentials}) {
      const origin = normalOrigin(given)
      put.run(origin, credentials ? 1 : 0, new Date(clock()).toISOString())
      return list().find((entry) => entry.origin === origin) as AllowedOrigin
    },
    list,
    remove(given) {
      const origin = normalOrigin(given)
      if (drop.run(origin).changes === 0) throw new NotFound(`${origin} is not listed.`)
    },
    allows(origin) {
      const row = one.get(origin)
      return row ? {credentials: row.credentials === 1} : null
    },
  }
}

/**
 * `https://host[:port]` as browsers write it. A final slash is removed; a path or anything else
 * throws `BadRequest`.
 */
export function normalOrigin(given: string): string {
  const text = given.trim()
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.href === `${url.origin}/` &&
    !url.host.includes('*')
  if (!isOrigin) {
    throw new BadRequest(
      `"${given}" is not an origin. Write only scheme, host and port, such as https://www.example.org.`,
    )
  }
  return url.origin
}
