import {describe, expect, it} from 'vitest'
import {deedInWords, doerInWords, type AccountEvent} from '../../../studio/people/account-event.ts'
import {joined} from '../../../studio/people/use-account-events.ts'

const EVENT = {
  id: 1,
  at: '2026-11-25T12:00:00.000Z',
  account: {id: 'u1', name: 'Rosa Marsh'},
  by: {id: 'u2', name: 'Agnes Tollerby'},
}

describe('what was done to an account is told in words', () => {
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
    expect(deedInWords({...EVENT, ...deed} as AccountEvent)).toBe(words)
  })

  it('names a colleague, or who ran a command', () => {
    expect(doerInWords(EVENT)).toBe('Agnes Tollerby')
    expect(doerInWords({by: {machineUser: 'root'}})).toBe('root, by a command on the server')
  })
})

describe('a newer first page', () => {
  const page = (ids: number[], hasMore = true) => ({
    events: ids.map((id) => ({...EVENT, id, event: 'disabled' as const})),
    hasMore,
  })
  it.each([
    ['comes before the older events that are shown', [6, 5, 4], [5, 4, 3, 2], [6, 5, 4, 3, 2]],
    ['takes the place of what it does not reach', [9, 8, 7], [5, 4, 3], [9, 8, 7]],
    ['takes the place of nothing', [3, 2], null, [3, 2]],
  ])('%s', (_, newest, shown, expected) => {
    const {events} = joined(page(newest), shown && page(shown, false))
    expect(events.map(({id}) => id)).toEqual(expected)
  })
})
