// A lake's access over a database in memory, with a clock that the test sets.
import {DatabaseSync} from 'node:sqlite'
import {createAccess, type Access} from '../../src/access/access.ts'
import {MIGRATIONS} from '../../src/store/migrations.ts'

export const START = Date.parse('2026-11-25T12:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const PASSWORD = 'correct horse battery staple'

export interface TestAccess {
  access: Access
  database: DatabaseSync
  /** Moves the clock forward. */
  pass(milliseconds: number): void
  clock: () => number
}

export function testAccess(): TestAccess {
  const database = new DatabaseSync(':memory:')
  database.exec('PRAGMA foreign_keys = ON')
  for (const sql of MIGRATIONS) database.exec(sql)
  let now = START
  const clock = (): number => now
  const access = createAccess({
    database,
    clock,
    roleNames: ['journalist', 'editor', 'administrator', 'reader'],
  })
  return {access, database, clock, pass: (milliseconds) => void (now += milliseconds)}
}

/** A second access on the same database: another process, as far as the first one can tell. */
export function secondProcess({database, clock}: TestAccess): Access {
  return createAccess({database, clock, roleNames: ['journalist', 'editor']})
}

/** Adds Rosa, a journalist, and answers her id. */
export function addRosa(access: Access): string {
  const rosa = {email: 'Rosa@Example.org', name: 'Rosa Marsh', roles: ['journalist']}
  return access.users.add(rosa).id
}

export const cookie = (secret: string): {cookieHeader: string} => ({
  cookieHeader: `theme=dark; lake_session=${secret}`,
})
export const bearer = (secret: string): {authorization: string} => ({
  authorization: `Bearer ${secret}`,
})
