// One piece of work for all who ask for it at the same time, as a thousand open pages do after a change.
import {createSharedSignal, type SharedSignal} from './shared-signal.ts'

/** Work in turns: what is done for `key`, and the signal of the reader who asks for it. */
export interface Turn<T> {
  key: string
  signal: AbortSignal
  /** Its signal aborts once all readers who wait for this work have left. */
  work: (signal: AbortSignal) => Promise<T>
}

/**
 * Answers a function that does `work` for `key`. Who asks while it is being done gets the next one, which
 * begins after they asked: nobody gets what is older than their question.
 */
export function createSingleFlight<T>(): (turn: Turn<T>) => Promise<T> {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, {answer: Promise<T>; readers: SharedSignal}>()

  function start({key, work}: Turn<T>, {signal}: SharedSignal): Promise<T> {
    const turn = work(signal)
    const end = () => {
      if (running.get(key) === ended) running.delete(key)
    }
    const ended = turn.then(end, end)
    running.set(key, ended)
    return turn
  }

  async function startAfter(current: Promise<void>, turn: Turn<T>, readers: SharedSignal) {
    await current
    // A turn whose readers have all left has made room for another one.
    readers.signal.throwIfAborted()
    waiting.delete(turn.key)
    return await start(turn, readers)
  }

  return async (turn) => {
    const {key, signal} = turn
    const current = running.get(key)
    const next = current && waiting.get(key)
    if (next && !next.readers.signal.aborted) {
      next.readers.add(signal)
      return await next.answer
    }
    const readers = createSharedSignal()
    readers.add(signal)
    if (!current) return await start(turn, readers)
    const answer = startAfter(current, turn, readers)
    waiting.set(key, {answer, readers})
    return await answer
  }
}
