// The full-text index: the words of documents, and the queries for them. A query finds every document
// that `match` or `text::query()` matches. It may find more.
import {matchWords, patternWords} from '../match.ts'
import {matchesInsideWords, parseTextQuery, searchWords} from '../text-query.ts'
import type {Json, LakeDocument} from '../types.ts'
import {publishedIdOf} from '../documents/ids.ts'

/** Attributes that are not text, and differ in every document and revision. */
export const UNINDEXED_FIELDS = new Set(['_key', '_rev'])

/** Longer words are cut. */
const MAX_TOKEN_LENGTH = 64
/** Further words would hardly narrow the result. */
const MAX_TERMS = 16
/** Replaces signs at which SQLite's tokenizer would end a word. */
const SIGN_LETTER = '\u{E000}'

/**
 * A word as it is in the index. Words that are equal to `match` (it ignores case) or to a search have the
 * same token. The start of a word becomes the start of its token.
 */
function tokenOf(word: string): string {
  // Not lower case: the lower case of a sigma depends on the next letter.
  const upper = word.toUpperCase()
  if (PLAIN_WORD.test(upper)) return upper
  const token = upper.replaceAll(/[\0-\x2f:-@[-`{-\x7f]/g, SIGN_LETTER)
  return withoutHalfPair(token.slice(0, MAX_TOKEN_LENGTH))
}

/** Most words. */
const PLAIN_WORD = /^[0-9A-Z]{1,64}$/

/** Removes half a surrogate pair at the end. */
const withoutHalfPair = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')

/**
 * All words of a document, in a form that SQLite's tokenizer splits as `match` and `text::query()` do.
 * Ordinary text needs no change.
 */
export function indexText(document: LakeDocument): string {
  const words = new Set<string>()
  const plain: string[] = []
  for (const text of new Set(stringsOf(document))) {
    const isLong = text.length > LONG_TEXT
    if (!isLong) plain.push(text.replace(UNUSUAL_PIECE, ' '))
    for (const piece of isLong ? [text] : (text.match(UNUSUAL_PIECE) ?? [])) {
      for (const word of matchWords(piece)) words.add(word)
      for (const word of searchWords(piece)) words.add(word)
    }
  }
  return [...plain, ...new Set(Array.from(words, tokenOf))].join(' ')
}

/** The regular expressions would be too slow for longer texts. */
const LONG_TEXT = 100_000
const LETTERS = String.raw`[0-9A-Za-z]{1,64}`
/** Signs that end a word for `match`, too. A dot does so after a letter and before a space. */
const WORD_END = String.raw`[!@#$%^&*(),\\/?";:{}|[\]+<>-]`
/** White space that ends a token for SQLite, too: ASCII only. */
const SPACE = String.raw`\t-\r `
/** Pieces between white space with characters other than letters, digits and such signs. */
const UNUSUAL_PIECE = new RegExp(
  String.raw`(?<![^${SPACE}])(?!${WORD_END}*(?:${LETTERS}\.?(?:${WORD_END}+|(?![^${SPACE}])))*(?![^${SPACE}]))[^${SPACE}]+`,
  'g',
)

function* stringsOf(document: LakeDocument): Iterable<string> {
  // The ID as a perspective shows it.
  yield publishedIdOf(document._id)
  yield* stringsIn(document)
}

function* stringsIn(value: Json | undefined): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* stringsIn(item)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (!UNINDEXED_FIELDS.has(name)) yield* stringsIn(item)
    }
    if (Array.isArray(value['children'])) yield spansText(value['children'])
  }
}

/** Like `pt::text()`: a word can continue in the next span. */
const spansText = (children: readonly Json[]): string =>
  children
    .map((child) => {
      if (typeof child !== 'object' || child === null || Array.isArray(child)) return ''
      return child['_type'] === 'span' && typeof child['text'] === 'string' ? child['text'] : ''
    })
    .join('')

/** A query for SQLite's FTS5: all words, or one of them with `any`. */
export type FtsQuery = string

/** The full-text index of one dataset. */
export interface FullTextIndex {
  /**
   * The stored IDs of all documents that can contain the words, and of some others.
   *
   * @param documents how many documents the caller sees
   * @returns undefined if there is no index, or if the result would be too large to help
   */
  candidateIds(query: FtsQuery, documents: number): ReadonlySet<string> | undefined
}

/**
 * The query for a pattern of `match`.
 *
 * @param mode `any` if one word of the pattern is enough, as it is for a score
 * @returns undefined if the index cannot narrow the result
 */
export function ftsQueryOfPattern(pattern: unknown, mode: 'all' | 'any'): FtsQuery | undefined {
  const patterns: readonly unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  if (!patterns.every((item) => typeof item === 'string')) return undefined
  const terms = patterns.flatMap(patternWords).map((word) => {
    const [beginning = ''] = word.split('*')
    return termOf(beginning, beginning !== word)
  })
  return queryOf(terms, mode)
}

/** The same for the argument of `text::query()`. */
export function ftsQueryOfSearch(search: unknown): FtsQuery | undefined {
  if (typeof search !== 'string') return undefined
  const terms = parseTextQuery(search)
    .terms.filter(({negated}) => !negated)
    .flatMap((term) => {
      const open = matchesInsideWords(term)
      return term.words.map((word, n) => {
        if (n === 0 && open.start) return undefined
        return termOf(word, open.end && n === term.words.length - 1)
      })
    })
  return queryOf(terms, 'all')
}

/** Undefined if the word has no characters that are in the index. */
function termOf(word: string, goesOn: boolean): string | undefined {
  const token = tokenOf(word)
  if (token === '') return undefined
  return goesOn ? `"${token}"*` : `"${token}"`
}

function queryOf(
  terms: readonly (string | undefined)[],
  mode: 'all' | 'any',
): FtsQuery | undefined {
  const known = terms.filter((term) => term !== undefined)
  if (known.length === 0) return undefined
  if (mode === 'all') return known.slice(0, MAX_TERMS).join(' AND ')
  return known.length === terms.length && known.length <= MAX_TERMS ? known.join(' OR ') : undefined
}
