import {describe, expect, it, test} from 'vitest'
import {
  initialsOf,
  inOrder,
  rolesLabel,
  stateOf,
  type Person,
} from '../../../../studio/plugins/people/person.ts'
import {ROLES as ALL_ROLES, STAFF_ROLES} from '../../../../model/roles.ts'

const ROLES = ALL_ROLES.filter(({name}) => STAFF_ROLES.includes(name))

const NOW = Date.parse('2026-11-25T12:00:00Z')

const person = (given: Partial<Person> = {}): Person => ({
  id: 'u1',
  name: 'Nora Vale',
  email: 'nora.vale@example.org',
  roles: ['journalist'],
  disabled: false,
  hasSignedIn: true,
  openSessions: 1,
  lastSeenAt: '2026-11-25T11:30:00Z',
  linkExpiresAt: null,
  ...given,
})

it('where people sign in with a work account, nobody waits for a link', () => {
  const invited = person({hasSignedIn: false, openSessions: 0, lastSeenAt: null})
  const linked = {...invited, linkExpiresAt: '2026-11-26T12:00:00Z'}
  for (const one of [invited, linked]) {
    expect(stateOf(one, NOW, false).detail).toBe('Has not signed in yet')
  }
  expect(stateOf(person(), NOW, false).detail).toBe('Seen within the hour')
})

describe('the state of a person', () => {
  const invited = {hasSignedIn: false, openSessions: 0, lastSeenAt: null}
  it.each<[string, Partial<Person>, string, string]>([
    ['who works right now', {}, 'Active', 'Seen within the hour'],
    [
      'who works in two browsers',
      {openSessions: 2, lastSeenAt: '2026-11-25T06:00:00Z'},
      'Active',
      'Seen 6 hours ago · 2 browsers',
    ],
    [
      'who signed out',
      {openSessions: 0, lastSeenAt: '2026-11-24T11:00:00Z'},
      'Active',
      'Seen a day ago · signed out',
    ],
    [
      'who was away',
      {openSessions: 0, lastSeenAt: '2026-11-05T12:00:00Z'},
      'Active',
      'Seen 20 days ago · signed out',
    ],
    [
      'of whom the lake no longer knows',
      {openSessions: 0, lastSeenAt: null},
      'Active',
      'Not seen for weeks · signed out',
    ],
    [
      'who forgot the password',
      {linkExpiresAt: '2026-11-26T11:00:00Z'},
      'Active',
      'Sign-in link good for 23 hours',
    ],
    [
      'who was just invited',
      {...invited, linkExpiresAt: '2026-11-26T12:00:00Z'},
      'Invited',
      'Sign-in link good for 24 hours',
    ],
    [
      'who should hurry',
      {...invited, linkExpiresAt: '2026-11-25T12:20:00Z'},
      'Invited',
      'Sign-in link good for less than an hour',
    ],
    ['who came too late', invited, 'Invited', 'The sign-in link has run out'],
    [
      'whose link ran out while the list was open',
      {...invited, linkExpiresAt: '2026-11-25T11:59:00Z'},
      'Invited',
      'The sign-in link has run out',
    ],
    ['who is shut out', {disabled: true, openSessions: 0}, 'Disabled', 'Cannot sign in'],
  ])('%s', (_, given, label, detail) => {
    expect(stateOf(person(given), NOW, true)).toMatchObject({label, detail})
  })
})

test.each([
  [['editor'], 'Editor'],
  [['administrator', 'editor'], 'Editor and Administrator'],
  [['editor', 'journalist', 'administrator'], 'Journalist, Editor and Administrator'],
  [['importer'], 'No role'],
])('the roles %j read as %s', (roles, words) => {
  expect(rolesLabel(roles, ROLES)).toBe(words)
})

test.each([
  ['Nora Vale', 'NV'],
  ['Samuel Okonjo-Reeve', 'SO'],
  ['Anna Maria von Berg', 'AB'],
  ['ødegård', 'Ø'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

describe('the list', () => {
  const people = [
    person({id: 'u1', name: 'Ödön Vale', email: 'odon@example.org'}),
    person({id: 'u2', name: 'Anna Reuter', email: 'anna@example.org', disabled: true}),
    person({id: 'u3', name: 'Paul Zell', email: 'paul@example.org', roles: ['photoEditor']}),
    person({id: 'u4', name: 'Ben Kahn', email: 'ben@example.org'}),
  ]
  const names = (words?: string): string[] => inOrder(people, ROLES, words).map(({name}) => name)

  it('is sorted by name; people who cannot sign in come last', () => {
    expect(names()).toEqual(['Ben Kahn', 'Ödön Vale', 'Paul Zell', 'Anna Reuter'])
  })

  it.each([
    ['  VALE ', ['Ödön Vale']],
    ['ben@', ['Ben Kahn']],
    ['photo', ['Paul Zell']],
    ['nobody', []],
  ])('finds %j', (words, found) => {
    expect(names(words)).toEqual(found)
  })
})
