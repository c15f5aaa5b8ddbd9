// Changes of accounts as the lake lists them, and their labels.
import {rolesLabel, type OfferedRole} from './person.ts'

interface Named {
  id: string
  name: string
}

type AccountDeed =
  | {event: 'added' | 'invited'; roles: string[]}
  | {event: 'rolesChanged'; before: string[]; roles: string[]}
  | {event: 'sessionsEnded'; ended: number}
  | {event: 'disabled' | 'enabled' | 'linkMade' | 'identityReleased' | 'forgotten'}

/** As `GET /people/events` returns it. */
export type AccountEvent = AccountDeed & {
  id: number
  /** ISO 8601. */
  at: string
  account: Named
  /** A colleague, or the user of the server's machine who ran a command. */
  by: Named | {machineUser: string}
}

/** Newest first. */
export interface AccountEventsPage {
  events: AccountEvent[]
  hasMore: boolean
}

const PLAIN = {
  disabled: 'Account disabled',
  enabled: 'Account enabled',
  linkMade: 'New sign-in link made',
  identityReleased: 'Released for another person of the sign-in service',
  forgotten: 'Name and e-mail address erased',
} as const

/** `Role changed from Journalist to Editor` */
export function eventLabel(event: AccountEvent, offered: readonly OfferedRole[]): string {
  switch (event.event) {
    case 'added':
      return `Added as ${rolesLabel(event.roles, offered)}`
    case 'invited':
      return `Invited as ${rolesLabel(event.roles, offered)}`
    case 'rolesChanged':
      return `Role changed from ${rolesLabel(event.before, offered)} to ${rolesLabel(event.roles, offered)}`
    case 'sessionsEnded':
      return `Signed out of ${event.ended} ${event.ended === 1 ? 'browser' : 'browsers'}`
    default:
      return PLAIN[event.event]
  }
}

/** `Agnes Tollerby`, or `root, by a command on the server` */
export function actorLabel({by}: Pick<AccountEvent, 'by'>): string {
  return 'machineUser' in by ? `${by.machineUser}, by a command on the server` : by.name
}
