// Compressed bodies are kept while there is room, and made once for all who ask at the same time.
import {expect, test} from 'vitest'
import {createByteCache} from '../../src/serve/byte-cache.ts'

/** Doubles the body, as a thing that takes time, and counts. */
function maker(most?: number) {
  let made = 0
  const kept = createByteCache({most})
  const make = async (bytes: Uint8Array) => {
    made++
    return new Uint8Array([...bytes, ...bytes])
  }
  return {
    made: () => made,
    ask: async (key: string) => (await kept(key, new Response(key), make)).length,
  }
}

test('simultaneous callers share the work', async () => {
  const {ask, made} = maker()
  expect(await Promise.all([ask('ab'), ask('ab'), ask('cd')])).toEqual([4, 4, 4])
  expect(made()).toBe(2)
})

test('the least recently used entry is dropped first', async () => {
  const {ask, made} = maker(8)
  for (const key of ['ab', 'cd', 'ab', 'ef']) await ask(key)
  expect(made()).toBe(3)
  await ask('ab')
  expect(made()).toBe(3)
  await ask('cd')
  expect(made()).toBe(4)
})

test('a failure is not cached, and an unread body is cancelled', async () => {
  const kept = createByteCache()
  const fail = () => Promise.reject(new Error('No room'))
  await expect(kept('a', new Response('x'), fail)).rejects.toThrow('No room')
  const make = async (bytes: Uint8Array) => new Uint8Array(bytes)
  await kept('a', new Response('x'), make)
  let cancelled = false
  const unread = new Response(new ReadableStream({cancel: () => void (cancelled = true)}))
  expect(await kept('a', unread, make)).toEqual(new TextEncoder().encode('x'))
  expect(cancelled).toBe(true)
})
