// The people of the bench `lake`: they type at human speed, pause, and look around.
import type {Studio} from './lake-studio.ts'
import type {Watch} from './lake-watch.ts'

export interface People {
  /** Transactions that were acknowledged so far. */
  committed(): number
  /** Nobody begins anything new; resolves when all have lifted their hands. */
  stop(): Promise<void>
}

/** Letters a second, of somebody who types well. */
const SPEED = 5
/** The studio commits the first letter at once, and then once a second what was typed meanwhile. */
const COMMIT_EVERY_MS = 1_000
const BURST_MS = 5_000
/** What somebody who reads waits until they click elsewhere. */
const LOOK_EVERY_MS = 10_000
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/**
 * @param share how many of them type at a time
 * @param failed told what went wrong; nobody goes on then
 */
export function createPeople(
  studios: readonly Studio[],
  share: number,
  {edits, moves}: {edits: Watch; moves: Watch},
  failed: (error: unknown) => void,
): People {
  const pause = (BURST_MS * (1 - share)) / share
  const stopping = new AbortController()
  let committed = 0
  let named = 0

  /** False where everybody has stopped. */
  const rest = (milliseconds: number): Promise<boolean> =>
    new Promise((resolve) => {
      if (stopping.signal.aborted) return resolve(false)
      const stop = (): void => {
        clearTimeout(timer)
        resolve(false)
      }
      const timer = setTimeout(() => {
        stopping.signal.removeEventListener('abort', stop)
        resolve(true)
      }, milliseconds)
      stopping.signal.addEventListener('abort', stop, {once: true})
    })

  const commit = async (studio: Studio, who: number, letters: number): Promise<void> => {
    const name = `e${++named}`
    const text = Array.from({length: letters}, (_, n) => ALPHABET[(named + n) % ALPHABET.length])
    edits.sent(name, who)
    await studio.commit(name, text.join(''))
    committed += 1
  }
  const move = (studio: Studio, who: number): void => {
    const name = `m${++named}`
    moves.sent(name, who)
    studio.move(name)
  }

  const type = async (studio: Studio, who: number): Promise<void> => {
    const ends = performance.now() + BURST_MS
    let letters = 1
    while (performance.now() < ends && !stopping.signal.aborted) {
      const next = performance.now() + COMMIT_EVERY_MS
      await commit(studio, who, letters)
      move(studio, who)
      letters = SPEED
      await rest(Math.max(1, next - performance.now()))
    }
  }
  const work = async (studio: Studio, who: number): Promise<void> => {
    // People are no clockwork: each begins somewhere else in their day.
    if (!(await rest(Math.random() * (BURST_MS + pause)))) return
    do await type(studio, who)
    while (await rest(pause * (0.5 + Math.random())))
  }
  const look = async (studio: Studio, who: number): Promise<void> => {
    while (await rest(LOOK_EVERY_MS * (0.5 + Math.random()))) move(studio, who)
  }

  const days = studios.flatMap((studio, who) => [work(studio, who), look(studio, who)])
  const all = Promise.all(days).catch(failed)
  return {
    committed: () => committed,
    async stop() {
      stopping.abort()
      await all
    },
  }
}
