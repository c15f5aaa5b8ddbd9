// `match`: whether a text holds all words of a pattern. Specification 1.revision 1, "Match operator".
import type {Value} from './values.ts'
import {wordTest, wordWithin, type WordTest} from './word-pattern.ts'

// Words end at white space and at most signs. Letters of all scripts, digits, `_`, `'` and `.` inside of
// a word belong to it.
const BETWEEN = String.raw`!@#$%^&(),\\/?";:{}|[\]+<>\s-`
const WORDS = new RegExp(`[^*${BETWEEN}]+`, 'g')
const PATTERNS = new RegExp(`[^${BETWEEN}]+`, 'g')
/** A word of a pattern is compared up to here. */
const LONGEST = 1024

/** Points beside a Latin letter or digit are no part of a word, and nothing parts it there. */
const withoutPoints = (text: string): string =>
  text.includes('.') ? text.replace(/(?<=\w)\.+|(?<!\.)\.+(?=\w)/g, '') : text

/** What `match` takes for a text's words. */
export const matchWords = (text: string): string[] => withoutPoints(text).match(WORDS) ?? []

/** The words of a pattern, of which a text must hold each; `*` in them stands for any letters. */
export const patternWords = (text: string): string[] =>
  (withoutPoints(text).match(PATTERNS) ?? []).map((word) => word.slice(0, LONGEST))

/** One word of a pattern. */
interface Wanted {
  /** Nothing else in a pattern's word is special. */
  test: WordTest
  /** The same of a text without points, which need not be parted into its words; undefined for a rare one. */
  within: RegExp | undefined
}

const wantedIn = (text: string): Wanted[] =>
  patternWords(text).map((word) => ({
    test: wordTest(word),
    within: wordWithin(word, `*${BETWEEN}`),
  }))

/** Of a string or of the strings in a list; null where there is anything else. */
function gather<T>(value: Value, split: (text: string) => T[]): {found: T[]; isText: boolean} {
  if (typeof value === 'string') return {found: split(value), isText: true}
  if (!Array.isArray(value)) return {found: [], isText: false}
  const texts = value.filter((item): item is string => typeof item === 'string')
  return {found: texts.flatMap(split), isText: texts.length === value.length}
}

/** Whether some text holds each of the words. */
function holdsAll(value: Value, wanted: readonly Wanted[]): boolean {
  const texts = gather(value, (text) => [withoutPoints(text)]).found
  let words: string[] | undefined
  return wanted.every(({test, within}) => {
    if (within) return texts.some((text) => within.test(text))
    words ??= texts.flatMap((text) => text.match(WORDS) ?? [])
    return words.some(test)
  })
}

export interface Matcher {
  /** Anything in the text that is no string is passed over; in the pattern it makes the match fail. */
  matches(text: Value, pattern: Value): boolean
  /** What `score()` gives for it: more for more mentions, with less and less for each. */
  score(text: Value, pattern: Value): number
}

/** For one expression: it remembers the pattern asked for last, as a filter asks for it of each document. */
export function createMatcher(): Matcher {
  let last: {pattern: Value; wanted: {found: Wanted[]; isText: boolean}} | undefined
  const wordsOf = (pattern: Value): {found: Wanted[]; isText: boolean} => {
    if (!last || last.pattern !== pattern) last = {pattern, wanted: gather(pattern, wantedIn)}
    return last.wanted
  }
  return {
    matches(text, pattern) {
      const wanted = wordsOf(pattern)
      return wanted.isText && wanted.found.length > 0 && holdsAll(text, wanted.found)
    },
    score(text, pattern) {
      const wanted = wordsOf(pattern)
      if (!wanted.isText) return 0
      const {found} = gather(text, matchWords)
      const weights = wanted.found.map(({test}) => saturated(found.filter(test).length))
      return weights.reduce((total, weight) => total + weight, 0)
    },
  }
}

/** BM25's weight of a frequency, with k1 = 1.2. */
export const saturated = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2)
