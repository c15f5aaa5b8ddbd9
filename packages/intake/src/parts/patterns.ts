// Regular expressions made from a language's rules, once each.
import type {LanguageRules} from '../languages/rules.ts'

/** A function that makes its answer for an object once, and then gives the same for each call. */
export function oncePer<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new WeakMap<Key, Made>()
  return (key) => {
    let answer = made.get(key)
    if (answer === undefined) made.set(key, (answer = make(key)))
    return answer
  }
}

/** For a list that a language does not have: always the same one, because expressions are kept for their list. */
export const NONE: readonly string[] = []

/** Begins and ends a word in any alphabet. */
export const WORD_START = '(?<![\\p{L}\\p{N}])'
export const WORD_END = '(?![\\p{L}\\p{N}])'

/** What `\b` is for English only: here the beginning of a word or its end, by what follows in the entry. */
const withBorders = (source: string): string =>
  source.replace(/\\b(?=\p{L}|\(\?:|\\p)/gu, () => WORD_START).replaceAll('\\b', () => WORD_END)

/** Few ranges of characters: V8 needs far longer for the hundreds of ranges of \p{L}. */
const SMALL =
  'a-zªµºß-öø-\\u02af\\u0370-\\u1fff\\u2c60-\\u2c7f々\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3'
const ANY = `A-ZÀ-Ö\\u00d8-\\u00de${SMALL}`
const MARKS = '\\u0300-\\u036f'
const NUMBERS = '0-9²³¹¼-¾０-９'

/** Latin, Greek and Cyrillic capitals. */
const CAPITALS = `A-ZÀ-Ö\\u00d8-\\u00de${Array.from({length: 0x80}, (_, code) =>
  String.fromCharCode(0x100 + code),
)
  .filter((letter) => letter !== letter.toLowerCase())
  .join('')}ȘȚΆ-ΏΑ-ΫЀ-Я`

const TOKENS =
  /\\p\{(?<property>[A-Za-z]+)\}|\\u[\da-f]{4}|\\.|\(\?<[A-Za-z]+>|[[\]]|\(|[^\\[\](]+/gu

/** The same with short classes of characters; for a text in lower case if `isCaseless`. */
function shortened(source: string, isCaseless: boolean): string {
  let isInClass = false
  return source.replace(TOKENS, (token: string, ...rest: unknown[]) => {
    const {property} = rest.at(-1) as {property?: string}
    if (token === '[' || token === ']') isInClass = token === '['
    if (property === undefined)
      return isCaseless && !/^(?:\\|\(\?<)/.test(token) ? token.toLowerCase() : token
    const ranges = {
      L: isCaseless ? SMALL : ANY,
      Lu: isCaseless ? SMALL : CAPITALS,
      M: MARKS,
      N: NUMBERS,
      ...(isCaseless ? {Ll: SMALL} : {}),
    }[property]
    if (ranges === undefined) return token
    return isInClass ? ranges : `[${ranges}]`
  })
}

let lastText = ''
let lastSmall = ''

/** In lower case, and of the same length. */
function inSmallLetters(text: string): string {
  if (text === lastText) return lastSmall
  const small = text.toLowerCase()
  lastText = text
  lastSmall =
    small.length === text.length ? small : text.replace(/[^İ]/gu, (one) => one.toLowerCase())
  return lastSmall
}

/** Ignores case by reading the text in lower case: far cheaper than the flag `i` together with `u`. */
class Caseless extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    const found = super.exec(inSmallLetters(text))
    if (!found?.indices) return found
    found.input = text
    found.forEach((_group, at) => {
      const stretch = found.indices?.[at]
      if (stretch) found[at] = text.slice(stretch[0], stretch[1])
    })
    for (const [name, stretch] of Object.entries(found.indices.groups ?? {}))
      if (stretch && found.groups) found.groups[name] = text.slice(stretch[0], stretch[1])
    return found
  }
}

/** Alternatives that begin with the same letter are together: then one look at a letter rules out most of them. */
function alternatives(entries: readonly string[]): string {
  const byLetter = new Map<string, string[]>()
  const compounds: string[] = []
  const others: string[] = []
  for (const entry of entries) {
    const letter = /^\p{L}(?![?*+{])/u.exec(entry)?.[0]
    const hasBar = entry
      .replaceAll(/\([^()]*\)/gu, '')
      .replaceAll(/\([^()]*\)/gu, '')
      .includes('|')
    const end = hasBar ? undefined : /^\\p\{L\}\*(?<end>\p{L}.*)$/u.exec(entry)?.groups?.['end']
    if (letter && !hasBar)
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), entry.slice(letter.length)])
    else if (end !== undefined) compounds.push(end)
    else others.push(entry)
  }
  const grouped = [...byLetter].map(([letter, rest]) => `${letter}(?:${rest.join('|')})`)
  // The word before such an ending is read once for all of them: "Chorleiterin".
  const ends = compounds.length > 0 ? [`\\p{L}*(?:${alternatives(compounds)})`] : []
  // What is not a plain word is more special: "photographs by" before "photographs".
  return [...others, ...ends, ...grouped].join('|')
}

const expressionsOf = oncePer((_entries: readonly string[]) => new Map<string, RegExp>())

/**
 * One expression for all entries of a list: `around` says where they may be, with `%` for the entries. It is kept for the
 * list: do not make a list for each call.
 */
export function pattern(entries: readonly string[], around: string, flags = 'iu'): RegExp {
  const ofList = expressionsOf(entries)
  const key = flags + around
  let expression = ofList.get(key)
  if (!expression) {
    const source = sourceOf(entries)
    const whole = around.replaceAll('%', () => `(?:${source})`)
    const isCaseless = flags.includes('i')
    expression = isCaseless
      ? new Caseless(shortened(whole, true), `${flags.replace('i', '')}d`)
      : new RegExp(shortened(whole, false), flags)
    ofList.set(key, expression)
  }
  return expression
}

/** An expression without a list, with the same short classes of characters. */
export const shortExpression = (source: string, flags: string): RegExp =>
  new RegExp(shortened(source, false), flags)

/** The entries of a list as one alternative, to be put into `around` of another list. */
export const sourceOf = oncePer((entries: readonly string[]): string =>
  entries.length > 0 ? withBorders(alternatives(entries)) : '(?!)',
)

/** The same for plain words. */
export const wordsOf = (words: readonly string[]): string => sourceOf(plainWords(words))

/** The same entries, also with a capital letter at the beginning: for expressions that must know capitals. */
export const eitherCase = oncePer((entries: readonly string[]): readonly string[] =>
  entries.flatMap((entry) => {
    const end = /^\\p\{L\}\*(?<letter>\p{Ll})(?<rest>.*)$/u.exec(entry)?.groups
    if (end) return [entry, `${end['letter']?.toUpperCase()}${end['rest']}`]
    return [entry.replace(/^\p{Ll}/u, (letter) => `[${letter}${letter.toUpperCase()}]`)]
  }),
)

const joinedTo = oncePer((one: readonly string[]) =>
  oncePer((other: readonly string[]): readonly string[] => [...one, ...other]),
)

/** Two lists as one, the same for each call. */
export const together = (one: readonly string[], other: readonly string[]): readonly string[] =>
  joinedTo(one)(other)

const plain = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const plainWords = oncePer((words: readonly string[]): readonly string[] => words.map(plain))

/** `pattern` for plain words. */
export const wordPattern = (words: readonly string[], around: string, flags = 'iu'): RegExp =>
  pattern(plainWords(words), around, flags)

/** As a reader counts: characters where a language has no spaces between words. */
export function length(text: string, rules: LanguageRules): number {
  return rules.hasNoSpaces ? [...text].length / 2.5 : text.split(/\s+/u).filter(Boolean).length
}

/** Ends as a sentence does. */
export const endsSentence = (text: string): boolean =>
  /[.!?…。！？](?:["”“’'»›）)」』\]]|\s»)*\s*$/u.test(text) &&
  !/\b(?:Co|Inc|Ltd|Corp|vs|St)\.$/u.test(text)

/** Printed in capitals. */
export const isCapital = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

/** Without marks around it, in lower case: to compare words that may be printed in two ways. */
export const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Nothing but words in quotation marks. */
export const QUOTED_WHOLE = /^\s*(?:[“"‘'„«「»]\s?)(?<words>.+?)(?:\s?[”"’'“»」«])[.。]?\s*$/u
