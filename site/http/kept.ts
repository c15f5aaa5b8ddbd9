// What was made of answers, kept for as long as the answers stay the same: the lake is asked each time,
// so that nobody gets an old page, and only what has changed is made anew.

interface Entry<T> {
  answers: string
  made: T
  letters: number
}

export interface KeptOptions<T> {
  /** How long what was made is. */
  length: (made: T) => number
  /** Letters of all that is kept, the answers included. */
  most?: number
}

const MOST_LETTERS = 32 * 1024 * 1024

/** Answers what was made for `key` of the very same answers, or makes it. */
export function createKept<T>({length, most = MOST_LETTERS}: KeptOptions<T>) {
  const entries = new Map<string, Entry<T>>()
  let letters = 0

  const forget = (key: string): void => {
    letters -= entries.get(key)?.letters ?? 0
    entries.delete(key)
  }

  const keep = (key: string, entry: Entry<T>): void => {
    forget(key)
    entries.set(key, entry)
    letters += entry.letters
    for (const oldest of entries.keys()) {
      if (letters <= most) return
      forget(oldest)
    }
  }

  return async (key: string, answers: string, make: () => T | Promise<T>): Promise<T> => {
    const known = entries.get(key)
    if (known?.answers === answers) {
      // The one asked for last goes last.
      entries.delete(key)
      entries.set(key, known)
      return known.made
    }
    const made = await make()
    keep(key, {answers, made, letters: key.length + answers.length + length(made)})
    return made
  }
}
