// Removes a person's data from the lake. The account's ID stays, because it signs earlier changes.
import type {DatabaseSync} from 'node:sqlite'
import {BadRequest, NotFound} from '../errors.ts'
import {inTransaction} from '../store/database.ts'
import {erasedUpToSetting} from '../store/erased-up-to.ts'
import type {Clock, Manager} from '../types.ts'
import {createAccountEvents} from './account-events.ts'

const NAME = 'Former colleague'

interface ForgetOptions {
  /** One account must keep one of these roles, so that somebody can manage people. */
  managerRoles: readonly string[]
  by: Manager
  clock: Clock
}

/**
 * Removes name, address, password, roles and settings. Nobody can sign in to the account
 * afterwards.
 * @throws NotFound
 * @throws BadRequest for the last person who can manage people
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
      throw new BadRequest('At least one administrator is needed. Add another administrator first.')
    }
    database
      .prepare(
        `UPDATE users SET name = ?, email = ?, password_hash = NULL, roles = '[]', disabled = 1
         WHERE id = ?`,
      )
      .run(NAME, `${id}@former.invalid`, id)
    // Their keys contain the address.
    database
      .prepare('DELETE FROM sign_in_attempts WHERE instr(key, ?) > 0')
      .run(String(found.email))
    for (const table of ['sessions', 'sign_in_links', 'sso_identities', 'user_settings']) {
      database.prepare(`DELETE FROM ${table} WHERE user_id = ?`).run(id)
    }
    erasedUpToSetting(database).note()
    createAccountEvents(database, clock).record(id, {event: 'forgotten'}, by)
  })
}
