// Finds at which column a program has broken the lines of a text, and joins them again.
import {columnsOf, isWide, spaceBetween} from './clean.ts'
import {beginsWithOrnament} from './ornaments.ts'
import type {RawLine} from './raw-lines.ts'

export interface Wrap {
  /** No line that was broken is longer. */
  width: number
  /** How much shorter lines are where characters have different widths. */
  slack: number
  /** Words were parted at the ends of lines. */
  isHyphenated: boolean
  words: ReadonlySet<string>
}

type Pair = [line: RawLine, next: RawLine]

const SENTENCE_END = /[.!?…:。！？][”"’»)）」』]?$/u
const SHARE = 0.8

/** How the lines of a text were broken; null if each is a paragraph. */
export function wrapOf(lines: RawLine[]): Wrap | null {
  const pairs = pairsOf(lines).slice(0, 4000)
  const found = exactWidth(pairs) ?? raggedWidth(pairs)
  if (!found) return null
  const broken = pairs.filter((pair) => isBroken(pair, found))
  const parted = broken.filter(([{text}]) => /\p{Ll}-$/u.test(text)).length
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .toLowerCase()
  const words = new Set(text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [])
  return {...found, isHyphenated: parted >= 2 && parted >= broken.length * 0.04, words}
}

/** Lines directly below each other. */
function pairsOf(lines: RawLine[]): Pair[] {
  return lines.flatMap((line, index): Pair[] => {
    const next = lines[index + 1]
    const canGoOn = next?.gap === 'line' && line.cells.length + next.cells.length === 0
    return canGoOn && !beginsWithOrnament(next.text) ? [[line, next]] : []
  })
}

type Width = Pick<Wrap, 'width' | 'slack'>

/** A column at which no line had room for the first word of the next. */
function exactWidth(pairs: Pair[]): Width | null {
  let best: {width: number; count: number} | null = null
  for (let width = 40; width <= 110; width++) {
    const count = countBroken(pairs, {width, slack: 0})
    if (count >= 3 && count > (best?.count ?? 0)) best = {width, count}
  }
  return best && {width: best.width, slack: 0}
}

/** Nearly all lines are nearly as long as the longest. */
function raggedWidth(pairs: Pair[]): Width | null {
  const widths = pairs.map(([line]) => line.width).toSorted((a, b) => a - b)
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0
  if (width < 45 || width > 110) return null
  const found = {width, slack: Math.round(width * 0.2)}
  return countBroken(pairs, found) >= 6 ? found : null
}

/** How many lines were broken there; 0 if too many were not. */
function countBroken(pairs: Pair[], width: Width): number {
  let broken = 0
  let others = 0
  for (const pair of pairs) {
    if (isBroken(pair, width)) broken += 1
    else if (pair[0].width > width.width || !SENTENCE_END.test(pair[0].text)) others += 1
  }
  return broken >= (broken + others) * SHARE ? broken : 0
}

/** Whether a line has no room for the first word of the next one. */
function isBroken([line, next]: Pair, {width, slack}: Width): boolean {
  if (line.width > width) return false
  const canBreakAnywhere = isWide(line.text.slice(-1)) && isWide(next.text.slice(0, 1))
  const word = canBreakAnywhere ? 2 : 1 + columnsOf(/^\S+/.exec(next.text)?.[0] ?? '')
  return line.width + word > width - slack - (canBreakAnywhere ? 4 : 0)
}

/** A paragraph with the next line; null if that is a paragraph of its own. */
export function joined(paragraph: string, first: RawLine, pair: Pair, wrap: Wrap): string | null {
  const [line, next] = pair
  if (next.gap === 'blank' || line.cells.length + next.cells.length > 0) return null
  if (line.isQuoted !== next.isQuoted || next.beginsWide || beginsWithOrnament(next.text))
    return null
  if (next.gap === 'page') return goesOn(line, next, wrap) ? withWords(paragraph, pair, wrap) : null
  const isItem = beginsWithOrnament(first.text)
  const isMoreIndented = next.indent > line.indent + 1
  const isLessIndented = next.indent < line.indent - 1 && line !== first
  if ((isMoreIndented && !isItem) || isLessIndented || !isBroken(pair, wrap)) return null
  return withWords(paragraph, pair, wrap)
}

/** Whether a sentence goes on behind the end of a page. */
const goesOn = (line: RawLine, next: RawLine, {width}: Wrap): boolean =>
  line.width <= width &&
  line.width >= width * 0.6 &&
  !SENTENCE_END.test(line.text) &&
  (/^\p{Ll}/u.test(next.text) || isWide(next.text))

/** German: `ein- und ausfahren`. */
const AND = /^(?:und|oder|bis|sowie|and|or|to|et|ou|y|o|e)(?!\p{L})/u

function withWords(paragraph: string, [line, next]: Pair, wrap: Wrap): string {
  const [, start] = /(\p{L}+)-$/u.exec(paragraph) ?? []
  if (line.endsInWord) return paragraph + next.text
  if (!start || AND.test(next.text))
    return paragraph + spaceBetween(paragraph, '\n', next.text) + next.text
  const end = /^\p{L}+/u.exec(next.text)?.[0] ?? ''
  const isKnown = wrap.words.has((start + end).toLowerCase())
  const isCompound = wrap.words.has(`${start}-${end}`.toLowerCase())
  const isParted = /^\p{Ll}/u.test(end) && !isCompound && (isKnown || wrap.isHyphenated)
  return (isParted ? paragraph.slice(0, -1) : paragraph) + next.text
}
