// A colleague as the lake describes them, and their labels in the list.
import {createContext} from 'react'

/** As `GET /people` returns it. Times are ISO 8601. */
export interface Person {
  id: string
  name: string
  email: string
  roles: string[]
  disabled: boolean
  hasSignedIn: boolean
  openSessions: number
  /** To the hour; `null` if the lake no longer knows it. */
  lastSeenAt: string | null
  linkExpiresAt: string | null
}

/** A role that a person of this lake can have. */
export interface OfferedRole {
  name: string
  title: string
  description: string
}

/** The lake's roles, in the order of the menu. Empty until the list has loaded. */
export const OfferedRoles = createContext<readonly OfferedRole[]>([])

/** A person's sign-in link. Shown once. */
export interface SignInLink {
  person: Person
  link: string
}

/** An invited person: with a link, or without one if they sign in with their work account. */
export type Invited = SignInLink | {person: Person; link: null}

export interface PersonState {
  label: 'Active' | 'Invited' | 'Disabled'
  tone: 'positive' | 'caution' | 'default'
  detail: string
}

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

/** `Editor and Administrator` */
export function rolesLabel(roles: readonly string[], offered: readonly OfferedRole[]): string {
  const titles = offered.filter(({name}) => roles.includes(name)).map(({title}) => title)
  return new Intl.ListFormat('en-GB', {type: 'conjunction'}).format(titles) || 'No role'
}

/**
 * Whether the person can sign in, and when they last did.
 * @param hasLinks whether people set passwords by links
 */
export function stateOf(person: Person, now: number, hasLinks: boolean): PersonState {
  if (person.disabled) return {label: 'Disabled', tone: 'default', detail: 'Cannot sign in'}
  const link = hasLinks ? linkInWords(person, now) : null
  if (!person.hasSignedIn) {
    const detail = hasLinks ? (link ?? 'The sign-in link has run out') : 'Has not signed in yet'
    return {label: 'Invited', tone: 'caution', detail}
  }
  const {openSessions, lastSeenAt} = person
  const browsers = openSessions > 1 ? ` · ${openSessions} browsers` : ''
  const signedOut = openSessions === 0 ? ' · signed out' : ''
  const seen = lastSeenAt ? `Seen ${ago(lastSeenAt, now)}` : 'Not seen for weeks'
  return {label: 'Active', tone: 'positive', detail: link ?? `${seen}${browsers}${signedOut}`}
}

function linkInWords({linkExpiresAt}: Person, now: number): string | null {
  const left = linkExpiresAt ? Date.parse(linkExpiresAt) - now : 0
  if (left <= 0) return null
  const hours = Math.round(left / HOUR)
  if (hours < 1) return 'Sign-in link good for less than an hour'
  return `Sign-in link good for ${hours} ${hours === 1 ? 'hour' : 'hours'}`
}

/** The lake stores it to the hour, so the label is not finer. */
function ago(time: string, now: number): string {
  const passed = now - Date.parse(time)
  if (passed < 2 * HOUR) return 'within the hour'
  if (passed < DAY) return `${Math.floor(passed / HOUR)} hours ago`
  const days = Math.floor(passed / DAY)
  return days === 1 ? 'a day ago' : `${days} days ago`
}

/** The initials of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word = '') => [...word][0]?.toLocaleUpperCase() ?? '').join('')
}

/** People whose name, address or roles contain the text. Disabled accounts come last. */
export function inOrder(
  people: readonly Person[],
  offered: readonly OfferedRole[],
  search = '',
): Person[] {
  const wanted = search.trim().toLocaleLowerCase()
  const found = people.filter(({name, email, roles}) =>
    `${name} ${email} ${rolesLabel(roles, offered)}`.toLocaleLowerCase().includes(wanted),
  )
  return found.toSorted(
    (a, b) => Number(a.disabled) - Number(b.disabled) || a.name.localeCompare(b.name),
  )
}
