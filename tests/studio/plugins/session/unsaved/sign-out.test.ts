import 'fake-indexeddb/auto'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {
  rememberPerson,
  watchSignOut,
} from '../../../../../studio/plugins/session/unsaved/sign-out.ts'
import {
  forgetWork,
  keepWork,
  workOf,
  type UnsavedWork,
} from '../../../../../studio/plugins/session/unsaved/unsaved-store.ts'

const work = (person: string): UnsavedWork => ({
  person,
  dataset: 'production',
  id: 'drafts.ferry',
  type: 'article',
  window: 'one',
  base: null,
  mine: {headline: 'Boat'},
  sent: [],
  changedAt: '2026-12-01T00:00:00Z',
})
const LOGOUT = 'http://127.0.0.1/v1/auth/logout'

const people = ['ingrid', 'tomas']
beforeEach(async () => {
  vi.useFakeTimers({toFake: ['setTimeout', 'performance']})
  for (const person of people) for (const each of await workOf(person)) await forgetWork(each)
  rememberPerson('ingrid')
})
// Files of a worker share its clock.
afterEach(() => void vi.useRealTimers())

/** A page whose person answers the question so, and what it has sent. */
function page(isConfirmed: boolean) {
  const sent: string[] = []
  const confirm = vi.fn(() => isConfirmed)
  const fetch: typeof globalThis.fetch = async (url) => {
    sent.push(url instanceof Request ? url.url : String(url))
    return new Response('{}')
  }
  const watched = {fetch, confirm}
  watchSignOut(watched)
  return {watched, sent, confirm}
}

test('signing out needs no question while everything is saved', async () => {
  await keepWork(work('tomas'))
  const {watched, sent, confirm} = page(false)
  await watched.fetch(LOGOUT, {method: 'POST'})
  expect(sent).toEqual([LOGOUT])
  expect(confirm).not.toHaveBeenCalled()
  expect(await workOf('tomas')).toHaveLength(1)
})

test('signing out deletes the person’s unsaved words if they agree', async () => {
  for (const person of people) await keepWork(work(person))
  const {watched, sent} = page(true)
  const leaving = watched.fetch(LOGOUT, {method: 'POST'})
  await vi.advanceTimersByTimeAsync(10_000)
  await leaving
  expect(sent).toEqual([LOGOUT])
  expect(await workOf('ingrid')).toEqual([])
  expect(await workOf('tomas')).toHaveLength(1)
})

test('without consent nothing is sent or deleted', async () => {
  await keepWork(work('ingrid'))
  const {watched, sent, confirm} = page(false)
  void watched.fetch(LOGOUT, {method: 'POST'})
  await vi.advanceTimersByTimeAsync(10_000)
  await expect.poll(() => confirm.mock.calls.length).toBe(1)
  expect(sent).toEqual([])
  expect(await workOf('ingrid')).toHaveLength(1)
})
