// `text::query()`: parses what a person typed into a search field, and matches texts.

export interface SearchTerm {
  /** Normalized words that must follow each other. */
  words: string[]
  /** The last word may continue: `fire*`. */
  prefix: boolean
  /** The first word may be the end of a word: `*wall`. */
  suffix: boolean
  negated: boolean
}

export interface TextQuery {
  terms: SearchTerm[]
}

const TERM = /(-?)"([^"]*)"?|(-?)([^\s"]+)/g
const WORD = /[\p{L}\p{N}_]+/gu
const COMBINING = /[\u0300-\u036f]/g
// Scripts without spaces between words. Their words are found anywhere in a run of characters.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** Ignores case, diacritics and full-width forms: `Ōe`, `oe` and `ＯＥ` are one word. */
function normalize(text: string): string {
  return text.normalize('NFKD').replace(COMBINING, '').normalize('NFC').toLowerCase()
}

/** The normalized words of a text, in order. */
export const searchWords = (text: string): string[] => normalize(text).match(WORD) ?? []

/**
 * Parses a search: required words, `"quoted phrases"`, `prefix*`, `-excluded`. An empty search or `*`
 * matches everything.
 */
export function parseTextQuery(query: string): TextQuery {
  const terms: SearchTerm[] = []
  for (const [, phraseMinus, phrase, wordMinus, word] of query.matchAll(TERM)) {
    const found = searchWords(phrase ?? word ?? '')
    if (found.length === 0) continue
    terms.push({
      words: found,
      prefix: phrase === undefined && word !== undefined && word.endsWith('*'),
      suffix: word !== undefined && word.startsWith('*'),
      negated: (phraseMinus ?? wordMinus) === '-',
    })
  }
  return {terms}
}

/** The normalized words of all strings, each string on its own line and between spaces. */
function normalizedText(value: unknown): string {
  if (typeof value === 'string') return ` ${searchWords(value).join(' ')} \n`
  if (typeof value !== 'object' || value === null) return ''
  let text = ''
  if (Array.isArray(value)) {
    for (const item of value) text += normalizedText(item)
  } else {
    // `_id`, `_type`, `_ref` and `_key` are not text.
    for (const [name, item] of Object.entries(value)) {
      if (!name.startsWith('_')) text += normalizedText(item)
    }
  }
  return text
}

/** Whether the term also matches inside words, at its start and at its end. */
export function matchesInsideWords({words, prefix, suffix}: SearchTerm): {
  start: boolean
  end: boolean
} {
  const unspaced = words.some((word) => UNSPACED.test(word))
  return {start: unspaced || suffix, end: unspaced || prefix}
}

function occurrences(text: string, term: SearchTerm): number {
  const joined = term.words.join(' ')
  const open = matchesInsideWords(term)
  const start = open.start ? '' : ' '
  const end = open.end ? '' : ' '
  const needle = start + joined + end
  let count = 0
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) count += 1
  return count
}

/**
 * Counts the matches in a value (a string, a document, a list of either).
 *
 * @returns 0 if a word is missing or an excluded word is present, else at least 1
 */
export function countMatches(value: unknown, {terms}: TextQuery): number {
  if (terms.length === 0) return 1
  const text = normalizedText(value)
  let total = 0
  for (const term of terms) {
    const count = occurrences(text, term)
    if (term.negated ? count > 0 : count === 0) return 0
    total += count
  }
  return Math.max(total, 1)
}
