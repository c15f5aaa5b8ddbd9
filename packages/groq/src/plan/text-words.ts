// The words of documents as an index of texts has them, and what such an index is asked for: whatever
// `match` or `text::query()` finds in a document, the index finds, too. It may find more.
import {matchWords, patternWords} from '../match.ts'
import {openEnds, parseTextQuery, searchWords} from '../text-query.ts'
import type {Json, LakeDocument} from '../types.ts'
import {publishedIdOf} from '../documents/ids.ts'

/** Members that are named in no text and are different everywhere: they are in no index of texts. */
export const UNINDEXED_FIELDS = new Set(['_key', '_rev'])

/** Longer words are told apart by their beginnings. */
const MAX_TOKEN_LENGTH = 64
/** So many words narrow enough. */
const MAX_TERMS = 16
/** Stands for the signs at which SQLite's tokenizer would end a word. */
const SIGN_LETTER = '\u{E000}'

/**
 * A word as the index has it: of letters and digits alone, the same for all that are equal to `match`
 * (its comparison knows no case) or to a search. The beginning of a word becomes the beginning of this.
 */
function tokenOf(word: string): string {
  // No lower case: of a sigma it depends on what follows.
  const upper = word.toUpperCase()
  if (PLAIN_WORD.test(upper)) return upper
  const token = upper.replaceAll(/[\0-\x2f:-@[-`{-\x7f]/g, SIGN_LETTER)
  return withoutHalfPair(token.slice(0, MAX_TOKEN_LENGTH))
}

/** Most words. */
const PLAIN_WORD = /^[0-9A-Z]{1,64}$/

/** Without half a surrogate pair at its end. */
const withoutHalfPair = (text: string): string => text.replace(/[\ud800-\udbff]$/, '')

/**
 * All words of a document, as text of which SQLite makes its tokens: of letters and digits, in any case.
 * What any division of words has the same words of is left as it is.
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

/** Letters of a text that no expression is asked of. */
const LONG_TEXT = 100_000
const LETTERS = String.raw`[0-9A-Za-z]{1,64}`
/** Signs that end a word for `match`, too; points do after a letter and before nothing else. */
const WORD_END = String.raw`[!@#$%^&*(),\\/?";:{}|[\]+<>-]`
/** White space for all: beyond ASCII it ends no token. */
const SPACE = String.raw`\t-\r `
/** Between white space: pieces in which there is more than letters and such signs. */
const UNUSUAL_PIECE = new RegExp(
  String.raw`(?<![^${SPACE}])(?!${WORD_END}*(?:${LETTERS}\.?(?:${WORD_END}+|(?![^${SPACE}])))*(?![^${SPACE}]))[^${SPACE}]+`,
  'g',
)

function* stringsOf(document: LakeDocument): Iterable<string> {
  // As a perspective shows it.
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

/** As `pt::text()` has it: a word may go on in the next span. */
const spansText = (children: readonly Json[]): string =>
  children
    .map((child) => {
      if (typeof child !== 'object' || child === null || Array.isArray(child)) return ''
      return child['_type'] === 'span' && typeof child['text'] === 'string' ? child['text'] : ''
    })
    .join('')

/** Words of which a document must hold each (or, `any`, one), as SQLite's FTS5 is asked for them. */
export type FtsQuery = string

/** The texts of one dataset. */
export interface FullTextIndex {
  /**
   * Ids, as they are stored, of all documents that can hold the words, and of some others.
   *
   * @param documents how many there are for who asks
   * @returns undefined where so many do that going through all is as well, and where there is no index
   */
  candidateIds(query: FtsQuery, documents: number): ReadonlySet<string> | undefined
}

/**
 * What a document must hold to match a pattern.
 *
 * @param asked `any`: of the pattern's words one is enough, as it is for a score
 * @returns undefined where nothing can be said
 */
export function ftsQueryOfPattern(pattern: unknown, asked: 'all' | 'any'): FtsQuery | undefined {
  const patterns: readonly unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  if (!patterns.every((item) => typeof item === 'string')) return undefined
  const terms = patterns.flatMap(patternWords).map((word) => {
    const [beginning = ''] = word.split('*')
    return termOf(beginning, beginning !== word)
  })
  return queryOf(terms, asked)
}

/** The same for what `text::query()` is given. */
export function ftsQueryOfSearch(search: unknown): FtsQuery | undefined {
  if (typeof search !== 'string') return undefined
  const terms = parseTextQuery(search)
    .terms.filter(({negated}) => !negated)
    .flatMap((term) => {
      const open = openEnds(term)
      return term.words.map((word, n) => {
        if (n === 0 && open.start) return undefined
        return termOf(word, open.end && n === term.words.length - 1)
      })
    })
  return queryOf(terms, 'all')
}

/** Undefined for what any document may have. */
function termOf(word: string, goesOn: boolean): string | undefined {
  const token = tokenOf(word)
  if (token === '') return undefined
  return goesOn ? `"${token}"*` : `"${token}"`
}

function queryOf(
  terms: readonly (string | undefined)[],
  asked: 'all' | 'any',
): FtsQuery | undefined {
  const known = terms.filter((term) => term !== undefined)
  if (known.length === 0) return undefined
  if (asked === 'all') return known.slice(0, MAX_TERMS).join(' AND ')
  return known.length === terms.length && known.length <= MAX_TERMS ? known.join(' OR ') : undefined
}
