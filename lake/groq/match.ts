// `match`: whether a text holds all words of a pattern. Specification 1.revision 1, "Match operator".
import type {Value} from './values.ts'
import {wordTest, type WordTest} from './word-pattern.ts'

// Words end at white space and at most signs. Letters of all scripts, digits, `_`, `'` and `.` inside of
// a word belong to it.
const WORDS = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g
const PATTERNS = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g
/** A word of a pattern is compared up to here. */
const LONGEST = 1024

const isLatin = (letter: string | undefined): boolean => letter !== undefined && /\w/.test(letter)

/** Points beside a Latin letter or digit are no part of a word, and nothing parts it there. */
function withoutPoints(text: string): string {
  if (!text.includes('.')) return text
  return text.replace(/\.+/g, (points, at: number) =>
    isLatin(text[at - 1]) || isLatin(text[at + points.length]) ? '' : points,
  )
}

/** What `match` takes for a text's words. */
export const matchWords = (text: string): string[] => withoutPoints(text).match(WORDS) ?? []

/** The words of a pattern, of which a text must hold each; `*` in them stands for any letters. */
export const patternWords = (text: string): string[] =>
  (withoutPoints(text).match(PATTERNS) ?? []).map((word) => word.slice(0, LONGEST))

/** Nothing else in a pattern's word is special. */
const patterns = (text: string): WordTest[] => patternWords(text).map(wordTest)

/** Of a string or of the strings in a list; null where there is anything else. */
function gather<T>(value: Value, split: (text: string) => T[]): {found: T[]; isText: boolean} {
  if (typeof value === 'string') return {found: split(value), isText: true}
  if (!Array.isArray(value)) return {found: [], isText: false}
  const texts = value.filter((item): item is string => typeof item === 'string')
  return {found: texts.flatMap(split), isText: texts.length === value.length}
}

export interface Matcher {
  /** Anything in the text that is no string is passed over; in the pattern it makes the match fail. */
  matches(text: Value, pattern: Value): boolean
  /** What `score()` gives for it: more for more mentions, with less and less for each. */
  score(text: Value, pattern: Value): number
}

/** For one expression: it remembers the pattern asked for last, as a filter asks for it of each document. */
export function createMatcher(): Matcher {
  let last: {pattern: Value; wanted: {found: WordTest[]; isText: boolean}} | undefined
  const wantedIn = (pattern: Value): {found: WordTest[]; isText: boolean} => {
    if (!last || last.pattern !== pattern) last = {pattern, wanted: gather(pattern, patterns)}
    return last.wanted
  }
  return {
    matches(text, pattern) {
      const wanted = wantedIn(pattern)
      if (!wanted.isText || wanted.found.length === 0) return false
      const {found} = gather(text, matchWords)
      return found.length > 0 && wanted.found.every((word) => found.some(word))
    },
    score(text, pattern) {
      const wanted = wantedIn(pattern)
      if (!wanted.isText) return 0
      const {found} = gather(text, matchWords)
      const weights = wanted.found.map((word) => saturated(found.filter(word).length))
      return weights.reduce((total, weight) => total + weight, 0)
    },
  }
}

/** BM25's weight of a frequency, with k1 = 1.2. */
export const saturated = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2)
