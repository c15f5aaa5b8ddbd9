// `match`: whether a text contains all words of a pattern. Specification 1.revision 1, "Match operator".
import type {Value} from './values.ts'
import {createWordTest, wordExpression, type WordTest} from './word-pattern.ts'

// The characters between words: white space and most signs. `_`, `'` and `.` can be inside a word.
const SEPARATORS = String.raw`!@#$%^&(),\\/?";:{}|[\]+<>\s-`
const WORDS = new RegExp(`[^*${SEPARATORS}]+`, 'g')
const PATTERN_WORDS = new RegExp(`[^${SEPARATORS}]+`, 'g')
/** Longer words of a pattern are cut. */
const MAX_WORD_LENGTH = 1024

/** Dots beside a Latin letter or digit do not count and do not separate words. */
const withoutDots = (text: string): string =>
  text.includes('.') ? text.replace(/(?<=\w)\.+|(?<!\.)\.+(?=\w)/g, '') : text

/** The words of a text. */
export const matchWords = (text: string): string[] => withoutDots(text).match(WORDS) ?? []

/** The words of a pattern: a text must contain each. `*` matches any characters. */
export const patternWords = (text: string): string[] =>
  (withoutDots(text).match(PATTERN_WORDS) ?? []).map((word) => word.slice(0, MAX_WORD_LENGTH))

/** One word of a pattern. */
interface PatternWord {
  /** Tests one word of a text. */
  test: WordTest
  /** Finds the word in a text (without dots) that is not split. Undefined if that is impossible. */
  within: RegExp | undefined
}

const patternWordsOf = (text: string): PatternWord[] =>
  patternWords(text).map((word) => ({
    test: createWordTest(word),
    within: wordExpression(word, `*${SEPARATORS}`),
  }))

/** Splits a string or the strings of a list. `isText` is false if there is any other value. */
function splitTexts<T>(value: Value, split: (text: string) => T[]): {found: T[]; isText: boolean} {
  if (typeof value === 'string') return {found: split(value), isText: true}
  if (!Array.isArray(value)) return {found: [], isText: false}
  const texts = value.filter((item): item is string => typeof item === 'string')
  return {found: texts.flatMap(split), isText: texts.length === value.length}
}

/** Whether the texts contain all words. */
function containsAll(value: Value, wanted: readonly PatternWord[]): boolean {
  const texts = splitTexts(value, (text) => [withoutDots(text)]).found
  let words: string[] | undefined
  return wanted.every(({test, within}) => {
    if (within) return texts.some((text) => within.test(text))
    words ??= texts.flatMap((text) => text.match(WORDS) ?? [])
    return words.some(test)
  })
}

export interface Matcher {
  /** Ignores values in the text that are not strings. In the pattern they prevent a match. */
  matches(text: Value, pattern: Value): boolean
  /** The value for `score()`: it grows with the number of matches, but ever more slowly. */
  score(text: Value, pattern: Value): number
}

/** Keeps the words of the last pattern, because a filter uses one pattern for all documents. */
export function createMatcher(): Matcher {
  let last: {pattern: Value; wanted: {found: PatternWord[]; isText: boolean}} | undefined
  const wordsOf = (pattern: Value): {found: PatternWord[]; isText: boolean} => {
    if (!last || last.pattern !== pattern)
      last = {pattern, wanted: splitTexts(pattern, patternWordsOf)}
    return last.wanted
  }
  return {
    matches(text, pattern) {
      const wanted = wordsOf(pattern)
      return wanted.isText && wanted.found.length > 0 && containsAll(text, wanted.found)
    },
    score(text, pattern) {
      const wanted = wordsOf(pattern)
      if (!wanted.isText) return 0
      const {found} = splitTexts(text, matchWords)
      const weights = wanted.found.map(({test}) => saturated(found.filter(test).length))
      return weights.reduce((total, weight) => total + weight, 0)
    },
  }
}

/** The weight of a frequency in BM25, with k1 = 1.2. */
export const saturated = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2)
