// The length of texts and its limits, for the counters under the fields. Pure.
import {lengthOf, MAX_LENGTHS} from '../../../model/lengths.ts'

export interface Limit {
  /** The counter warns from this length on. */
  warn: number
  /** The text cannot be published from this length on. */
  refuse?: number
}

/** By type and field, e.g. `article.headline`. */
export type Limits = Readonly<Record<string, Limit>>

/** The newsroom's. */
export const LIMITS: Limits = {
  'article.headline': MAX_LENGTHS.headline,
  'article.dek': {warn: 300},
  'article.seoHeadline': {warn: 70},
  'photoWithCredit.caption': MAX_LENGTHS.caption,
  'photoWithCredit.alt': {...MAX_LENGTHS.alt, warn: MAX_LENGTHS.alt.refuse},
  'expertQuote.text': {warn: 1000},
}

export type Tone = 'default' | 'caution' | 'critical'

export function toneOf(length: number, {warn, refuse}: Limit): Tone {
  if (refuse !== undefined && length > refuse) return 'critical'
  return length > warn ? 'caution' : 'default'
}

interface Block {
  _type?: unknown
  children?: {text?: unknown}[]
}

export interface Extent {
  words: number
  characters: number
  /** At 230 words or 500 characters of Chinese or Japanese a minute. */
  minutes: number
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Words of running text; each character of Chinese or Japanese counts towards the time. */
export function extentOf(body: unknown): Extent {
  const blocks = Array.isArray(body) ? (body as Block[]) : []
  // Within a paragraph, marks divide spans and not words.
  const text = blocks
    .filter(({_type}) => _type === 'block')
    .map(({children = []}) =>
      children.map(({text: part}) => (typeof part === 'string' ? part : '')).join(''),
    )
    .join(' ')
  const ideographs = text.match(CJK)?.length ?? 0
  const words = text
    .replaceAll(CJK, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const characters = lengthOf(text.replaceAll(/\s+/g, ' ').trim())
  const minutes =
    words + ideographs === 0 ? 0 : Math.max(1, Math.round(words / 230 + ideographs / 500))
  return {words: words + ideographs, characters, minutes}
}
