// The people of the bench `lake`: they type at human speed, pause, and look around.
import type {Studio} from './lake-studio.ts'
import type {Watch} from './lake-watch.ts'

export interface People {
  /** Transactions that were acknowledged so far. */
  committed(): number
  /** Nobody starts anything new; resolves when the last commit is done. */
  stop(): Promise<void>
}

/** Characters a second of a fast typist. */
const SPEED = 5
/** The studio commits the first character at once, then once a second what was typed since. */
const COMMIT_EVERY_MS = 1_000
const BURST_MS = 5_000
/** The time between two clicks of somebody who reads. */
const LOOK_EVERY_MS = 10_000
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/**
 * @param share the share of people who type at any time
 * @param failed called with an error; then everybody stops
 */
export function createPeople(
  studios: readonly Studio[],
  share: number,
  {edits, moves, failed}: {edits: Watch; moves: Watch; failed: (error: unknown) => void},
): People {
  const pause = (BURST_MS * (1 - share)) / share
  const stopping = new AbortController()
  const {signal} = stopping
  const counts = {committed: 0, names: 0}

  const commit = async (studio: Studio, who: number, characters: number): Promise<void> => {
    counts.names += 1
    const name = `e${counts.names}`
    edits.sent(name, who)
    await studio.commit(name, textOf(characters, counts.names))
    counts.committed += 1
  }
  const move = (studio: Studio, who: number): void => {
    counts.names += 1
    const name = `m${counts.names}`
    moves.sent(name, who)
    studio.move(name)
  }

  const type = async (studio: Studio, who: number): Promise<void> => {
    const ends = performance.now() + BURST_MS
    let characters = 1
    while (performance.now() < ends && !signal.aborted) {
      const next = performance.now() + COMMIT_EVERY_MS
      await commit(studio, who, characters)
      move(studio, who)
      characters = SPEED
      await wait(Math.max(1, next - performance.now()), signal)
    }
  }
  const work = async (studio: Studio, who: number): Promise<void> => {
    // People do not type in step: each starts at another time.
    if (!(await wait(Math.random() * (BURST_MS + pause), signal))) return
    do await type(studio, who)
    while (await wait(pause * (0.5 + Math.random()), signal))
  }
  const look = async (studio: Studio, who: number): Promise<void> => {
    while (await wait(LOOK_EVERY_MS * (0.5 + Math.random()), signal)) move(studio, who)
  }

  const days = studios.flatMap((studio, who) => [work(studio, who), look(studio, who)])
  const all = Promise.all(days).catch(failed)
  return {
    committed: () => counts.committed,
    async stop() {
      stopping.abort()
      await all
    },
  }
}

/** False if the signal aborts before the time is over. */
function wait(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false)
    const stop = (): void => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve(true)
    }, milliseconds)
    signal.addEventListener('abort', stop, {once: true})
  })
}

function textOf(length: number, start: number): string {
  const characters = Array.from({length}, (_, n) => ALPHABET[(start + n) % ALPHABET.length])
  return characters.join('')
}
