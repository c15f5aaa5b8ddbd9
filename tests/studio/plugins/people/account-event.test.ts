import {describe, expect, it} from 'vitest'
import {
  eventLabel,
  actorLabel,
  type AccountEvent,
} from '../../../../studio/plugins/people/account-event.ts'

const ROLES = ['Journalist', 'Editor', 'Administrator'].map((title) => ({
  name: title.toLowerCase(),
  title,
  description: '',
}))

const EVENT = {
  id: 1,
  at: '2026-11-25T12:00:00.000Z',
  account: {id: 'u1', name: 'Rosa Marsh'},
  by: {id: 'u2', name: 'Agnes Tollerby'},
}

describe('a change of an account has a label', () => {
  it.each<[Partial<AccountEvent>, string]>([
    [{event: 'invited', roles: ['journalist']}, 'Invited as Journalist'],
    [{event: 'added', roles: ['editor', 'administrator']}, 'Added as Editor and Administrator'],
    [
      {event: 'rolesChanged', before: ['journalist'], roles: ['editor']},
      'Role changed from Journalist to Editor',
    ],
    [{event: 'sessionsEnded', ended: 1}, 'Signed out of 1 browser'],
    [{event: 'sessionsEnded', ended: 3}, 'Signed out of 3 browsers'],
    [{event: 'disabled'}, 'Account disabled'],
    [{event: 'linkMade'}, 'New sign-in link made'],
  ])('%j', (deed, words) => {
    expect(eventLabel({...EVENT, ...deed} as AccountEvent, ROLES)).toBe(words)
  })

  it('names a colleague, or the user who ran a command', () => {
    expect(actorLabel(EVENT)).toBe('Agnes Tollerby')
    expect(actorLabel({by: {machineUser: 'root'}})).toBe('root, by a command on the server')
  })
})
