// One computation for simultaneous equal requests, as a thousand open pages send after a change.
import {createSharedSignal, type SharedSignal} from './shared-signal.ts'

/** A request for the work of `key`. */
export interface Call<T> {
  key: string
  /** Aborts when the reader leaves. */
  signal: AbortSignal
  /** Its signal aborts when all readers who wait for this work have left. */
  work: (signal: AbortSignal) => Promise<T>
}

/**
 * Returns a function that does `work` for `key`. A call during the work gets the result of the next
 * one, which starts later: no result is older than the call for it.
 */
export function createSingleFlight<T>(): (call: Call<T>) => Promise<T> {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, {result: Promise<T>; readers: SharedSignal}>()

  function start({key, work}: Call<T>, {signal}: SharedSignal): Promise<T> {
    const result = work(signal)
    const end = () => {
      if (running.get(key) === ended) running.delete(key)
    }
    const ended = result.then(end, end)
    running.set(key, ended)
    return result
  }

  async function startAfter(current: Promise<void>, call: Call<T>, readers: SharedSignal) {
    await current
    // If all its readers have left, another call has taken its place in `waiting`.
    readers.signal.throwIfAborted()
    waiting.delete(call.key)
    return await start(call, readers)
  }

  return async (call) => {
    const {key, signal} = call
    const current = running.get(key)
    const next = current && waiting.get(key)
    if (next && !next.readers.signal.aborted) {
      next.readers.add(signal)
      return await next.result
    }
    const readers = createSharedSignal()
    readers.add(signal)
    if (!current) return await start(call, readers)
    const result = startAfter(current, call, readers)
    waiting.set(key, {result, readers})
    return await result
  }
}
