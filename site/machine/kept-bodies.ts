// What machines were sent, kept while what it is made of stays the same: feeds are asked for all day long
// and seldom change.
import {digest} from '../http/digest.ts'

/** Letters of all bodies together. */
const MOST_LETTERS = 16 * 1024 * 1024

/** Answers what `write` writes, or wrote when it was asked under this `key` with the same `from`. */
export type KeptBodies = (key: string, from: unknown, write: () => string) => Promise<string>

/** Keeps at most `most` letters; what was not asked for longest goes first. */
export function createKeptBodies(most = MOST_LETTERS): KeptBodies {
  const kept = new Map<string, {from: string; body: string}>()
  let letters = 0

  const forget = (key: string): void => {
    letters -= kept.get(key)?.body.length ?? 0
    kept.delete(key)
  }

  return async (key, from, write) => {
    const made = await digest(JSON.stringify(from))
    const known = kept.get(key)
    const entry = known?.from === made ? known : {from: made, body: write()}
    forget(key)
    kept.set(key, entry)
    letters += entry.body.length
    for (const oldest of kept.keys()) {
      if (letters <= most) break
      forget(oldest)
    }
    return entry.body
  }
}
