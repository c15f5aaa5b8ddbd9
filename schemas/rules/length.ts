// How long a text may be: first a warning, then an error, which refuses publication but never an edit.
import type {CustomValidator} from 'sanity'

/** Characters as a reader counts them: one for an emoji or an astral kanji, where `length` says two. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** @example rule.custom(atMost(MAX_LENGTHS.headline.warn, 'A headline')).warning() */
export function atMost(limit: number, what: string): CustomValidator<string | undefined> {
  return (text) => {
    const length = text ? lengthOf(text) : 0
    return length <= limit || `${what} has at most ${limit} characters; this has ${length}.`
  }
}
