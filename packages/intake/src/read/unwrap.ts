// Finds at which column a program has broken the lines of a text, and joins them again.
import {columnsOf, isWide, spaceBetween} from './clean.ts'
import {beginsWithOrnament} from './ornaments.ts'
import type {RawLine} from './raw-lines.ts'

export interface Wrap {
  /** No line that was broken is longer. */
  width: number
  /** How much shorter a line may be where characters have different widths. */
  slack: number
  /** Words were parted at the ends of lines. */
  isHyphenated: boolean
  words: ReadonlySet<string>
  /** Lines above the body that end a part of the article, although the next word had no room. */
  ends: ReadonlySet<RawLine>
}

/** Two lines, one directly below the other. */
interface Pair {
  line: RawLine
  next: RawLine
  /** Columns of the line with the first word of the next. */
  needed: number
  endsSentence: boolean
}

const SENTENCE_END = /[.!?…:。！？][”"’»)）」』]?$/u
const SHARE = 0.8

/** How the lines of a text were broken; null if each is a paragraph. */
export function wrapOf(lines: RawLine[]): Wrap | null {
  const pairs = pairsOf(lines)
  const found = exactWidth(pairs) ?? raggedWidth(pairs)
  if (!found) return null
  const broken = pairs.filter((pair) => isBroken(pair, found))
  const parted = broken.filter(({line}) => /\p{Ll}-$/u.test(line.text)).length
  const isHyphenated = found.slack > 0 ? parted > 0 : parted > 1 && parted >= broken.length * 0.04
  return {...found, isHyphenated, words: wordsIn(lines), ends: endsInHead(pairs, found)}
}

/** The words of a text without those that are parted. */
function wordsIn(lines: RawLine[]): Set<string> {
  const text = lines.map((line) => line.text).join('\n')
  const whole = text.replaceAll(/\p{L}+-\n\p{L}+/gu, ' ').toLowerCase()
  return new Set(whole.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu))
}

/** The pairs that may be parts of one paragraph. */
function pairsOf(lines: RawLine[]): Pair[] {
  return lines.slice(0, 4000).flatMap((line, index): Pair[] => {
    const next = lines[index + 1]
    const canGoOn = next?.gap === 'line' && line.cells.length + next.cells.length === 0
    return canGoOn && !beginsItem(line, next) ? [pairOf(line, next)] : []
  })
}

/** Not so a dash within a sentence that was broken before it. */
function beginsItem(line: RawLine, next: RawLine): boolean {
  const goesOnWithDash =
    /^–\s\p{Ll}/u.test(next.text) && !SENTENCE_END.test(line.text) && !beginsWithOrnament(line.text)
  return beginsWithOrnament(next.text) && !goesOnWithDash
}

function pairOf(line: RawLine, next: RawLine): Pair {
  // Japanese is broken at any character, but none begins with a comma.
  const isAnywhere = isWide(line.text.slice(-1)) && isWide(next.text.slice(0, 1))
  const word = isAnywhere ? 6 : 1 + columnsOf(/^\S+/.exec(next.text)?.[0] ?? '')
  return {line, next, needed: line.width + word, endsSentence: SENTENCE_END.test(line.text)}
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

/** Many lines end within a sentence, and these are nearly as long as each other. */
function raggedWidth(pairs: Pair[]): Width | null {
  const widths = pairs
    .filter((pair) => isWithinSentence(pair) && pair.line.width >= 35)
    .map(({line}) => line.width)
    .toSorted((a, b) => a - b)
  const width = widths.at(-1) ?? 0
  const isEven = (widths[Math.floor(widths.length * 0.1)] ?? 0) >= width * 0.6
  if (widths.length < 4 || widths.length < pairs.length * 0.3 || width > 110 || !isEven) return null
  return {width, slack: Math.round(width * 0.25)}
}

const isWithinSentence = ({endsSentence, next}: Pair): boolean =>
  !endsSentence && /^\p{Ll}/u.test(next.text)

/** How many lines were broken there; 0 if too many were not. The short lines of the head say nothing. */
function countBroken(pairs: Pair[], width: Width): number {
  const bodyStart = bodyStartOf(pairs, width)
  let broken = 0
  let others = 0
  for (const [index, pair] of pairs.entries()) {
    const isTooLong = pair.line.width > width.width
    if (isTooLong) others += 1
    else if (index < bodyStart) continue
    else if (isBroken(pair, width)) broken += 1
    else if (!pair.endsSentence) others += 1
  }
  return broken >= (broken + others) * SHARE ? broken : 0
}

/** The first paragraph of three lines: two line ends, one below the other, at which a line was broken. */
function bodyStartOf(pairs: Pair[], width: Width): number {
  const start = pairs.findIndex((pair, index) => {
    const below = pairs[index + 1]
    return below?.line === pair.next && isBroken(pair, width) && isBroken(below, width)
  })
  return Math.max(start, 0)
}

/** Whether a line has no room for the first word of the next one. */
function isBroken(pair: Pair, {width, slack}: Width): boolean {
  const {line, needed} = pair
  if (line.width > width) return false
  return needed > width - slack || (slack > 0 && line.width > width / 2 && isWithinSentence(pair))
}

/** Each short line of the head may be a part of its own. A group of lines that were all broken is a paragraph. */
function endsInHead(pairs: Pair[], width: Width): Set<RawLine> {
  const bodyStart = bodyStartOf(pairs, width)
  const ends = new Set<RawLine>()
  for (let index = 0; index < bodyStart;) {
    const group = groupFrom(pairs, index)
    const isParagraph = width.slack === 0 && group.every((pair) => isBroken(pair, width))
    if (!isParagraph) {
      for (const pair of group.filter((one) => !goesOnInHead(one, width))) ends.add(pair.line)
    }
    index += group.length
  }
  return ends
}

/** Pairs without an empty line between them. */
function groupFrom(pairs: Pair[], from: number): Pair[] {
  let end = from + 1
  while (pairs[end] && pairs[end]?.line === pairs[end - 1]?.next) end += 1
  return pairs.slice(from, end)
}

/** Not so `Eds: Updates throughout, with the mayor and the harbor master.` above `Keywords: harbor, whale`. */
function goesOnInHead(pair: Pair, {slack}: Width): boolean {
  if (/[.!?。！？]$/u.test(pair.line.text) || /^\p{L}+ ?:/u.test(pair.next.text)) return false
  return slack === 0 || isWithinSentence(pair)
}

/** A paragraph with the next line; null if that is a paragraph of its own. */
export function joined(
  paragraph: string,
  {first, line, next}: Record<'first' | 'line' | 'next', RawLine>,
  wrap: Wrap,
): string | null {
  if (next.gap === 'blank' || line.cells.length + next.cells.length > 0) return null
  if (line.isQuoted !== next.isQuoted || next.beginsWide || beginsItem(line, next)) return null
  if (next.gap === 'page')
    return goesOn(line, next, wrap) ? withWords(paragraph, line, next, wrap) : null
  const isItem = beginsWithOrnament(first.text)
  const isMoreIndented = next.indent > line.indent + 1
  const isLessIndented = next.indent < line.indent - 1 && line !== first
  if ((isMoreIndented && !isItem) || isLessIndented) return null
  return isBroken(pairOf(line, next), wrap) && !wrap.ends.has(line)
    ? withWords(paragraph, line, next, wrap)
    : null
}

/** Whether a sentence goes on behind the end of a page. */
const goesOn = (line: RawLine, next: RawLine, {width}: Wrap): boolean =>
  line.width <= width &&
  line.width >= width * 0.6 &&
  !SENTENCE_END.test(line.text) &&
  (/^\p{Ll}/u.test(next.text) || isWide(next.text))

/** German: `ein- und ausfahren`. */
const AND = /^(?:und|oder|bis|sowie|and|or|to|et|ou|y|o|e)(?!\p{L})/u

function withWords(paragraph: string, line: RawLine, next: RawLine, wrap: Wrap): string {
  const [, start] = /(\p{L}+)-$/u.exec(line.text) ?? []
  if (line.endsInWord) return paragraph + next.text
  if (!start || AND.test(next.text))
    return paragraph + spaceBetween(line.text, '\n', next.text) + next.text
  const end = /^\p{L}+/u.exec(next.text)?.[0] ?? ''
  const isWord = (word: string): boolean => wrap.words.has(word.toLowerCase())
  const isKnown = isWord(start + end)
  const isCompound = isWord(`${start}-${end}`) || (!isKnown && isWord(start) && isWord(end))
  const isParted = /^\p{Ll}/u.test(end) && !isCompound && (isKnown || wrap.isHyphenated)
  return (isParted ? paragraph.slice(0, -1) : paragraph) + next.text
}
