// What was made of answers, kept for as long as the answers stay the same: the lake is asked each time,
// so that nobody gets an old page, and only what has changed is made anew.
import {LRUCache} from 'lru-cache'

export interface KeptOptions<T> {
  /** How long what was made is. */
  length: (made: T) => number
  /** Letters of all that is kept, the answers included. */
  most?: number
}

const MOST_LETTERS = 32 * 1024 * 1024

/** Answers what was made for `key` of the very same answers, or makes it. */
export function createRenderCache<T>({length, most = MOST_LETTERS}: KeptOptions<T>) {
  const entries = new LRUCache<string, {answers: string; made: T}>({
    maxSize: most,
    sizeCalculation: ({answers, made}, key) => key.length + answers.length + length(made),
  })
  return async (key: string, answers: string, make: () => T | Promise<T>): Promise<T> => {
    const known = entries.get(key)
    if (known?.answers === answers) return known.made
    const made = await make()
    entries.set(key, {answers, made})
    return made
  }
}
