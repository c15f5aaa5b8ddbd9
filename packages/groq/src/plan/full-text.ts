// The full-text index: the words of documents by the places where they are, and searches for them. A search
// finds every document that `match` or `text::query()` matches. If it is not exact, it may find more.
import {matchWords, patternWords} from '../match.ts'
import {matchesInsideWords, parseTextQuery, searchWords} from '../text-query.ts'
import {isCall, type Node} from '../syntax-tree.ts'
import type {Json, LakeDocument} from '../types.ts'
import {publishedIdOf} from '../documents/ids.ts'
import {blockTexts} from '../functions/portable-text.ts'
import {foldCase} from '../word-pattern.ts'

/** Attributes that are not text, and differ in every document and revision. */
export const UNINDEXED_FIELDS = new Set(['_key', '_rev'])

/**
 * Where a word is in a document: `title` (a string), `tags[]` (the strings of a list), `pt::text(body)`, or
 * `OTHER_PLACE`.
 */
export type Place = string
/** Fields with other names have no place of their own: it could be that of another field. */
const FIELD_NAME = /^\w+$/
/** Words in nested values and in IDs, and words as only `text::query()` splits them. */
export const OTHER_PLACE: Place = ''

const listPlace = (field: string): Place => `${field}[]`
const blocksPlace = (field: string): Place => `pt::text(${field})`

/** Longer words are cut. */
const MAX_TOKEN_LENGTH = 64
/** Further words would hardly narrow the result. */
const MAX_WORDS = 16
/** SQLite's tokenizer would end a word at an ASCII sign: signs become private characters from here on. */
const FIRST_SIGN = 0xe000
/** Stands for characters of a text that are in that range. */
const NO_SIGN = '\u{E080}'

/**
 * A word as it is in the index. Words have the same token if `match` treats them as equal (it ignores case).
 * The start of a word becomes the start of its token.
 */
function tokenOf(word: string): string {
  const folded = foldCase(word)
  if (PLAIN_WORD.test(folded)) return folded
  return folded
    .replaceAll(/[\u{E000}-\u{E07F}]/gu, NO_SIGN)
    .replaceAll(/[\0-\x2f:-@[-`{-\x7f]/g, (sign) =>
      String.fromCharCode(FIRST_SIGN + sign.charCodeAt(0)),
    )
    .slice(0, MAX_TOKEN_LENGTH)
    .toWellFormed()
}

/** Most words. */
const PLAIN_WORD = /^[0-9A-Z]{1,64}$/

/**
 * The words of a document, by their places: texts which SQLite's tokenizer `ascii` splits into tokens. Ordinary text
 * needs no change.
 */
export function indexedTexts(document: LakeDocument): Map<Place, string> {
  const placed = new Map<Place, readonly string[]>()
  // The ID as a perspective shows it.
  const all = new Set([publishedIdOf(document._id)])
  for (const [field, value] of Object.entries(document)) {
    if (UNINDEXED_FIELDS.has(field)) continue
    for (const text of stringsIn(value)) all.add(text)
    if (!hasPlace(field)) continue
    if (typeof value === 'string') placed.set(field, [value])
    if (Array.isArray(value)) placed.set(listPlace(field), value.filter(isString))
    placed.set(blocksPlace(field), blockTexts(value))
  }
  const texts = new IndexedTexts()
  for (const [place, list] of placed) if (list.length > 0) texts.add(place, list)
  texts.add(OTHER_PLACE, all.difference(new Set([...placed.values()].flat())))
  return texts.byPlace()
}

const isString = (value: Json): value is string => typeof value === 'string'

/** A perspective shows a document with other IDs than the stored one. */
const IDS = new Set(['_id', '_originalId'])
const hasPlace = (field: string): boolean => FIELD_NAME.test(field) && !IDS.has(field)

class IndexedTexts {
  readonly #texts = new Map<Place, string>()
  readonly #tokens = new Set<string>()
  readonly #searchWords = new Set<string>()

  add(place: Place, texts: Iterable<string>): void {
    const usual: string[] = []
    const words = new Set<string>()
    for (const text of texts) {
      const isLong = text.length > LONG_TEXT
      if (!isLong) usual.push(text.replace(UNUSUAL_PIECE, ' ').toUpperCase())
      for (const piece of isLong ? [text] : (text.match(UNUSUAL_PIECE) ?? [])) {
        for (const word of matchWords(piece)) words.add(word)
        for (const word of searchWords(piece)) this.#searchWords.add(word)
      }
    }
    const tokens = new Set(Array.from(words, tokenOf))
    for (const token of tokens) this.#tokens.add(token)
    this.#texts.set(place, [...usual, ...tokens].join(' '))
  }

  byPlace(): Map<Place, string> {
    // A search in all places finds the other tokens anyway.
    const tokens = new Set(Array.from(this.#searchWords, tokenOf)).difference(this.#tokens)
    const others = [this.#texts.get(OTHER_PLACE) ?? '', ...tokens].join(' ')
    return new Map([...this.#texts, [OTHER_PLACE, others]])
  }
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

function* stringsIn(value: Json | undefined): Iterable<string> {
  if (typeof value === 'string') yield value
  else if (Array.isArray(value)) for (const item of value) yield* stringsIn(item)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (!UNINDEXED_FIELDS.has(name)) yield* stringsIn(item)
    }
    // A word can continue in the next span.
    yield* blockTexts(value)
  }
}

/** One word of a search. */
interface SoughtWord {
  token: string
  /** Whether the word is only the start of the words that are sought. */
  goesOn: boolean
}

/** What is looked up in the index. */
export interface TextSearch {
  words: readonly SoughtWord[]
  /** Whether one of the words is enough, as it is for a score. */
  isAny: boolean
  /** The only places where the words count. Undefined for all places. */
  places: readonly Place[] | undefined
  /** Whether documents with the words in these places match, without a further condition. */
  isExact: boolean
}

/** What a search finds. IDs are stored ones. */
export interface FoundTexts {
  ids: readonly string[]
  /** Documents that have changed since the index was updated: they may match. */
  changed: ReadonlySet<string>
  /** Whether all of `ids` match. */
  isExact: boolean
}

/** The full-text index of one dataset. */
export interface FullTextIndex {
  /**
   * Finds all documents that have the words.
   *
   * @param documents how many documents the caller sees
   * @returns undefined if there is no index, or if the result would be too large to help
   */
  find(search: TextSearch, documents: number): FoundTexts | undefined
}

/** The places of all words of an expression on the left side of `match`. Undefined if they can be anywhere. */
export function placesOf(node: Node): Place[] | undefined {
  if (node.type === 'Group') return placesOf(node.base as Node)
  const field = fieldOf(node)
  if (field !== undefined) return [field, listPlace(field)]
  if (node.type !== 'Array') return placesOfText(node)
  // In a list only strings count.
  const places = (node.elements as {value: Node; isSplat: boolean}[]).map(({value, isSplat}) =>
    isSplat ? undefined : placesOfText(value),
  )
  return places.every((one) => one !== undefined) ? [...new Set(places.flat())] : undefined
}

/** The same for an expression that counts only if it is a string. */
function placesOfText(node: Node): Place[] | undefined {
  if (node.type === 'Group') return placesOfText(node.base as Node)
  const field = fieldOf(node)
  if (field !== undefined) return [field]
  const [argument] = isCall(node, 'pt', 'text') ? (node.args as Node[]) : []
  const blocks = argument && fieldOf(argument)
  return blocks === undefined ? undefined : [blocksPlace(blocks)]
}

/** The attribute of the document that the expression is. */
function fieldOf({type, name, base}: Node): string | undefined {
  const isOfDocument = !base || (base as Node).type === 'This'
  if (type !== 'AccessAttribute' || !isOfDocument) return undefined
  return hasPlace(name as string) ? (name as string) : undefined
}

/**
 * The search for a pattern of `match`.
 *
 * @returns undefined if the index cannot narrow the result
 */
export function searchOfPattern(
  pattern: unknown,
  {isAny, places}: Pick<TextSearch, 'isAny' | 'places'>,
): TextSearch | undefined {
  const patterns: readonly unknown[] = Array.isArray(pattern) ? pattern : [pattern]
  if (!patterns.every((item) => typeof item === 'string')) return undefined
  const words = patterns.flatMap(patternWords).map((word) => {
    const [beginning = '', ...rest] = word.split(/\*+/)
    const isWhole = rest.length === 0
    const isStart = rest.length === 1 && rest[0] === ''
    return soughtWord(beginning, {goesOn: !isWhole, isExact: isWhole || isStart})
  })
  return searchOf(words, {isAny, places})
}

/** The same for the argument of `text::query()`. */
export function searchOfQuery(query: unknown): TextSearch | undefined {
  if (typeof query !== 'string') return undefined
  const words = parseTextQuery(query)
    .terms.filter(({negated}) => !negated)
    .flatMap((term) => {
      const open = matchesInsideWords(term)
      return term.words.map((word, n) => {
        if (n === 0 && open.start) return undefined
        const goesOn = open.end && n === term.words.length - 1
        return soughtWord(word, {goesOn, isExact: false})
      })
    })
  return searchOf(words, {isAny: false, places: undefined})
}

type Sought = SoughtWord & {isExact: boolean}

/** Undefined if the index cannot tell which documents have the word. */
function soughtWord(word: string, {goesOn, isExact}: Omit<Sought, 'token'>): Sought | undefined {
  const end = word.search(AMBIGUOUS)
  const isClear = end < 0 && word.length < MAX_TOKEN_LENGTH
  const clear = isClear ? word : wholePairs(word.slice(0, MAX_TOKEN_LENGTH - 1), end)
  if (clear === '') return undefined
  return {token: tokenOf(clear), goesOn: goesOn || !isClear, isExact: isExact && isClear}
}

/** Characters whose tokens are those of others, too. */
const AMBIGUOUS = /[\p{Surrogate}\u{E000}-\u{E080}\u{FFFD}]/u

/** Without the half of a pair that a cut leaves at the end. */
const wholePairs = (word: string, end: number): string =>
  (end < 0 ? word : word.slice(0, end)).replace(/[\ud800-\udbff]$/, '')

function searchOf(
  words: readonly (Sought | undefined)[],
  {isAny, places}: Pick<TextSearch, 'isAny' | 'places'>,
): TextSearch | undefined {
  const known = words.filter((word) => word !== undefined)
  const isComplete = known.length === words.length && known.length <= MAX_WORDS
  if (known.length === 0 || (isAny && !isComplete)) return undefined
  return {
    words: known.slice(0, MAX_WORDS).map(({token, goesOn}) => ({token, goesOn})),
    isAny,
    places,
    isExact: places !== undefined && isComplete && known.every(({isExact}) => isExact),
  }
}
