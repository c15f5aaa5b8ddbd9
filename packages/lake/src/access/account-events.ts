// Table `account_events`: the record of changes to accounts and of the people who made them. Rows
// are only added.
import type {DatabaseSync} from 'node:sqlite'
import type {Clock, Manager} from '../types.ts'
import {prepareWrite} from '../store/database.ts'

export type AccountDeed =
  | {event: 'added' | 'invited'; roles: readonly string[]}
  | {event: 'rolesChanged'; before: readonly string[]; roles: readonly string[]}
  | {event: 'sessionsEnded'; ended: number}
  | {event: 'disabled' | 'enabled' | 'linkMade' | 'identityReleased' | 'forgotten'}

export type AccountEvent = AccountDeed & {
  id: number
  /** ISO 8601, UTC. */
  at: string
  /** ID of the changed account. */
  account: string
  by: Manager
}

export interface AccountEvents {
  /** Call it in the transaction that changes the account. */
  record(account: string, deed: AccountDeed, by: Manager): void
  /** Newest first. `before` is the ID of the last event on the previous page. */
  list(page: {before?: number | undefined; limit: number}): AccountEvent[]
}

/** Prepares the statements once. Only IDs are stored, so that a person can be forgotten. */
export function createAccountEvents(database: DatabaseSync, clock: Clock): AccountEvents {
  const insert = prepareWrite(
    database,
    `INSERT INTO account_events (at, account, event, details, by_account, by_machine_user)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const page = database.prepare(
    'SELECT * FROM account_events WHERE id < ? ORDER BY id DESC LIMIT ?',
  )
  return {
    record(account, {event, ...details}, by) {
      const [byAccount, byMachineUser] =
        'account' in by ? [by.account, null] : [null, by.machineUser]
      insert.run(clock(), account, event, JSON.stringify(details), byAccount, byMachineUser)
    },
    list: ({before = Number.MAX_SAFE_INTEGER, limit}) => page.all(before, limit).map(toEvent),
  }
}

function toEvent(row: Record<string, unknown>): AccountEvent {
  const {id, at, account, event, details, by_account, by_machine_user} = row
  const deed = {event, ...(JSON.parse(String(details)) as object)} as AccountDeed
  return {
    ...deed,
    id: Number(id),
    at: new Date(Number(at)).toISOString(),
    account: String(account),
    by:
      typeof by_account === 'string'
        ? {account: by_account}
        : {machineUser: String(by_machine_user)},
  }
}
