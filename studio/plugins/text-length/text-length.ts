// The length of texts and its limits, for the counters under the fields. Pure.
import {MAX_LENGTHS} from '../../../model/lengths.ts'
import {amountOf, minutesToRead, type Amount} from '../../../model/reading.ts'
import {textOf} from '../../ui/form-values.ts'

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

/** A letter changes one block; the others are the same objects as before. */
const known = new WeakMap<Block, Amount>()

function amountOfBlock(block: Block): Amount {
  const before = known.get(block)
  if (before) return before
  // Within a paragraph, marks divide spans and not words.
  const text = (block.children ?? []).map(({text: part}) => textOf(part)).join('')
  const amount = amountOf(text)
  known.set(block, amount)
  return amount
}

/** Of the running text, without boxes and captions. */
export function amountOfBody(body: unknown): Amount {
  const total = {words: 0, characters: 0}
  for (const block of Array.isArray(body) ? (body as Block[]) : []) {
    if (block._type !== 'block') continue
    const {words, characters} = amountOfBlock(block)
    total.words += words
    total.characters += characters
  }
  return total
}

const plain = (count: number): string => count.toLocaleString('en')

/** The line below the text of an article, e.g. “312 words · 488 to go · 1 min to read”. */
export function amountLabel(amount: Amount, target: number | null): string {
  const {words, characters} = amount
  const count = words + characters
  const left = (target ?? count) - count
  const unit = characters > words ? 'character' : 'word'
  const parts = [
    count === 0 ? `No ${unit}s yet` : `${plain(count)} ${unit}${count === 1 ? '' : 's'}`,
    left > 0 && `${plain(left)} to go`,
    left < 0 && `${plain(-left)} over`,
    count > 0 && `${minutesToRead(amount)} min to read`,
  ]
  return parts.filter(Boolean).join(' · ')
}
