// Keeping words must stop neither saves nor a sign-out where the browser's store does not work.
import {afterEach, beforeEach, expect, test, vi} from 'vitest'

const BODY = JSON.stringify({transactionId: 't', mutations: [{patch: {id: 'drafts.ferry'}}]})
const post = (page: {fetch: typeof fetch}, path: string): Promise<Response> =>
  page.fetch(`http://127.0.0.1${path}`, {method: 'POST', body: BODY})

/** A page, and the addresses to which it has sent something. */
function page() {
  const sent: string[] = []
  const send: typeof fetch = async (url) => {
    sent.push(url instanceof Request ? url.url : String(url))
    return new Response('{}')
  }
  return {fetch: send, location: {href: 'http://127.0.0.1/studio'}, confirm: () => false, sent}
}

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('No store in a private window', 'SecurityError')
    },
  })
})
afterEach(() => {
  vi.useRealTimers()
  // At once: the next file of this worker brings a store of its own as it is loaded.
  vi.unstubAllGlobals()
})

test('a save does not wait for a store that never answers', async () => {
  const {onSave, watchSaves} =
    await import('../../../../../studio/plugins/session/unsaved/sent-saves.ts')
  vi.useFakeTimers({toFake: ['setTimeout']})
  onSave(() => new Promise(() => {}))
  const window = page()
  watchSaves(window)
  const saving = post(window, '/v1/data/mutate/production')
  await vi.advanceTimersByTimeAsync(2000)
  expect((await saving).ok).toBe(true)
  expect(window.sent).toHaveLength(1)
})

test('a person can sign out without a store', async () => {
  const {rememberPerson, watchSignOut} =
    await import('../../../../../studio/plugins/session/unsaved/sign-out.ts')
  rememberPerson('ingrid')
  const window = page()
  watchSignOut(window)
  expect((await post(window, '/v1/auth/logout')).ok).toBe(true)
})
