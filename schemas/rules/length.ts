// How long a text may be: first a warning, then an error, which refuses publication but never an edit.
import type {CustomValidator} from 'sanity'
import {lengthOf} from '../../model/lengths.ts'

/** @example rule.custom(atMost(MAX_LENGTHS.headline.warn, 'A headline')).warning() */
export function atMost(limit: number, what: string): CustomValidator<string | undefined> {
  return (text) => {
    const length = lengthOf(text)
    return length <= limit || `${what} has at most ${limit} characters; this has ${length}.`
  }
}
