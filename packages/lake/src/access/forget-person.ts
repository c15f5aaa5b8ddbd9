// What the lake knows of a person is taken away. Their account's id stays: it signs what they did.
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, NotFound} from '../errors.ts'
import {inTransaction} from '../store/database.ts'
import type {Clock, Manager} from '../types.ts'
import {createAccountEvents} from './account-events.ts'

const NAME = 'Former colleague'

interface ForgetOptions {
  /** Roles of whom one must remain, so that somebody can look after people. */
  managerRoles: readonly string[]
  by: Manager
  clock: Clock
}

/**
 * Leaves an account without name, address, password, roles and settings, that nobody can enter.
 *
 * @throws NotFound, BadRequest for the last who looks after people
 */
export function forgetPerson(
  database: DatabaseSync,
  id: string,
  {managerRoles, by, clock}: ForgetOptions,
): void {
  inTransaction(database, () => {
    const found = database.prepare('SELECT email FROM users WHERE id = ?').get(id)
    if (!found) throw new NotFound(`There is no account ${id}.`)
    const others = database
      .prepare('SELECT roles FROM users WHERE id <> ? AND disabled = 0')
      .all(id)
      .filter(({roles}) =>
        (JSON.parse(String(roles)) as string[]).some((role) => managerRoles.includes(role)),
      )
    if (others.length === 0) {
      throw new BadRequest(
        'Somebody must be left who looks after people: add an administrator first.',
      )
    }
    database
      .prepare(
        `UPDATE users SET name = ?, email = ?, password_hash = NULL, roles = '[]', disabled = 1
         WHERE id = ?`,
      )
      .run(NAME, `${id}@former.invalid`, id)
    // Their keys hold the address.
    database
      .prepare('DELETE FROM sign_in_attempts WHERE instr(key, ?) > 0')
      .run(String(found.email))
    for (const table of ['sessions', 'sign_in_links', 'sso_identities', 'user_settings']) {
      database.prepare(`DELETE FROM ${table} WHERE user_id = ?`).run(id)
    }
    createAccountEvents(database, clock).record(id, {event: 'forgotten'}, by)
  })
}
