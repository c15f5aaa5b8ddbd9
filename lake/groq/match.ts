// `match`: whether a text holds all words of a pattern. Specification 1.revision 1, "Match operator".
import type {Value} from './values.ts'

// Words end at white space and at most signs. Letters of all scripts, digits, `_`, `'` and `.` inside of
// a word belong to it.
const WORDS = /[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/g
const PATTERNS = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/g
const EDGES = /(\b\.+|\.+\b)/g
/** A word of a pattern is compared up to here. */
const LONGEST = 1024

const words = (text: string): string[] => text.replace(EDGES, '').match(WORDS) ?? []

/** `*` in a pattern's word stands for any letters. Nothing else in it is special. */
function patterns(text: string): RegExp[] {
  const found = text.replace(EDGES, '').match(PATTERNS) ?? []
  return found.map((word) => {
    const parts = word.slice(0, LONGEST).split(/\*+/)
    return new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.*')}$`, 'i')
  })
}

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
  let last: {pattern: Value; wanted: {found: RegExp[]; isText: boolean}} | undefined
  const wantedIn = (pattern: Value): {found: RegExp[]; isText: boolean} => {
    if (!last || last.pattern !== pattern) last = {pattern, wanted: gather(pattern, patterns)}
    return last.wanted
  }
  return {
    matches(text, pattern) {
      const wanted = wantedIn(pattern)
      if (!wanted.isText || wanted.found.length === 0) return false
      const {found} = gather(text, words)
      return found.length > 0 && wanted.found.every((word) => found.some((one) => word.test(one)))
    },
    score(text, pattern) {
      const wanted = wantedIn(pattern)
      if (!wanted.isText) return 0
      const {found} = gather(text, words)
      const weights = wanted.found.map((word) =>
        saturated(found.filter((one) => word.test(one)).length),
      )
      return weights.reduce((total, weight) => total + weight, 0)
    },
  }
}

/** BM25's weight of a frequency, with k1 = 1.2. */
export const saturated = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2)
