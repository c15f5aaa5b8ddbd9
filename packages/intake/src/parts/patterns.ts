// Regular expressions made from a language's rules, once each.
import type {LanguageRules} from '../languages/rules.ts'

/** Begins and ends a word in any alphabet. */
export const WORD_START = '(?<![\\p{L}\\p{N}])'
export const WORD_END = '(?![\\p{L}\\p{N}])'

/** What `\b` is for the letters of English only: here the beginning of a word or its end, by what follows in the entry. */
const withBorders = (source: string): string =>
  source.replace(/\\b(?=\p{L}|\(\?:|\\p)/gu, () => WORD_START).replaceAll('\\b', () => WORD_END)

const made = new WeakMap<readonly string[], Map<string, RegExp>>()

/**
 * One expression for all entries of a list: `around` says where they may be, with `%` for the entries. It is kept for the
 * list: do not make a list for each call.
 */
export function pattern(entries: readonly string[], around: string, flags = 'iu'): RegExp {
  let ofList = made.get(entries)
  if (!ofList) made.set(entries, (ofList = new Map()))
  const key = flags + around
  let expression = ofList.get(key)
  if (!expression) {
    const source = entries.length > 0 ? withBorders(entries.join('|')) : '(?!)'
    ofList.set(
      key,
      (expression = new RegExp(
        around.replaceAll('%', () => `(?:${source})`),
        flags,
      )),
    )
  }
  return expression
}

const eitherLists = new WeakMap<readonly string[], string[]>()

/** The same entries, also with a capital letter at the beginning: for expressions that must know capitals. */
export function eitherCase(entries: readonly string[]): readonly string[] {
  let list = eitherLists.get(entries)
  if (!list) {
    list = entries.map((entry) =>
      entry.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`),
    )
    eitherLists.set(entries, list)
  }
  return list
}

const joinedLists = new WeakMap<readonly string[], Map<readonly string[], string[]>>()

/** Two lists as one, the same for each call. */
export function together(one: readonly string[], other: readonly string[]): readonly string[] {
  let ofOne = joinedLists.get(one)
  if (!ofOne) joinedLists.set(one, (ofOne = new Map()))
  let list = ofOne.get(other)
  if (!list) ofOne.set(other, (list = [...one, ...other]))
  return list
}

const plain = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const plainLists = new WeakMap<readonly string[], string[]>()

/** The same for plain words. */
export function wordPattern(words: readonly string[], around: string, flags = 'iu'): RegExp {
  let list = plainLists.get(words)
  if (!list) plainLists.set(words, (list = words.map(plain)))
  return pattern(list, around, flags)
}

/** As a reader counts: characters where a language has no spaces between words. */
export function length(text: string, rules: LanguageRules): number {
  return rules.hasNoSpaces ? [...text].length / 2.5 : text.split(/\s+/u).filter(Boolean).length
}

/** Ends as a sentence does. */
export const endsSentence = (text: string): boolean =>
  /[.!?…。！？](?:["”“’'»›）)」』\]]|\s»)*\s*$/u.test(text) &&
  !/\b(?:Co|Inc|Ltd|Corp|vs|St)\.$/u.test(text)

/** Without marks around it, in small letters: to compare words that may be printed in two ways. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
