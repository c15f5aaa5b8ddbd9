// Where the text begins. What is above it and below the headline may be the dek.
import type {Line} from '../lines.ts'
import {splitDateline} from './dateline.ts'
import {isBylineLike} from './headline.ts'
import {isButton, isDateLine, isPageLine} from './page.ts'
import {endsSentence, length} from './patterns.ts'
import type {Sorting} from './sorting.ts'

/** The first paragraph of the text: after the headline, and not the dek. */
export function firstOfText(sorting: Sorting): number {
  const candidates = sorting.lines.flatMap((_line, index) =>
    mayBeText(sorting, index) ? [index] : [],
  )
  const [one] = candidates
  if (one === undefined) {
    const next = sorting.lines.findIndex(
      (_line, index) =>
        index > sorting.headline && sorting.isOpen(index) && !isBylineLike(sorting, index),
    )
    // A headline, a date and a caption: there is no text.
    return next < 0 ? sorting.lines.length : next
  }
  if (isSalutation(sorting, one)) return one
  const two = candidates.find((index) => index > one && !isSamePart(sorting, one, index))
  const isSaid = sorting.lines.some((line) => line.hint === 'dek' && !line.list)
  if (two === undefined || isSaid) return one
  return dekPoints(sorting, one, two) > 0 ? two : one
}

function mayBeText(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  if (index <= sorting.headline || !sorting.isOpen(index)) return false
  if (line.hint === 'dek' && !line.list && index < sorting.headline + 12) return false
  if (line.hint === 'kicker' || line.hint === 'byline' || line.hint === 'bio') return false
  if (isBylineLike(sorting, index)) return false
  return (
    isSalutation(sorting, index) ||
    line.heading !== undefined ||
    sorting.isParagraph(line) ||
    line.list !== undefined ||
    isShortSentence(sorting, index)
  )
}

/** "It rained." between the byline and the second paragraph of the text. */
function isShortSentence(sorting: Sorting, index: number): boolean {
  const next = sorting.lines[index + 1]
  return (
    endsSentence(sorting.text(index)) &&
    next !== undefined &&
    next.startsGroup &&
    sorting.isParagraph(next) &&
    !isPageLine(sorting.lines[index] as Line, sorting.rules) &&
    sorting.between(sorting.headline + 1, index).some((at) => isBylineLike(sorting, at))
  )
}

/** "Dear editor," or "On your article of 4 May:" above the first paragraph of a letter. */
const isSalutation = (sorting: Sorting, index: number): boolean =>
  (/[:：]$/u.test(sorting.text(index))
    ? length(sorting.text(index), sorting.rules) <= 12
    : /[,，]$/u.test(sorting.text(index)) && length(sorting.text(index), sorting.rules) <= 7) &&
  sorting.isParagraph(sorting.lines[index + 1] ?? (sorting.lines[index] as Line))

/** A dek of two or three lines, each of which is a sentence, a heading or an item of a list. */
function isSamePart(sorting: Sorting, one: number, index: number): boolean {
  const {heading, list} = sorting.lines[one] as Line
  const between = sorting.lines.slice(one, index + 1)
  if (heading !== undefined) return between.every((line) => line.heading === heading)
  if (list) return between.every((line) => line.list === list)
  const group = sorting.groupOf(one)
  return group.length <= 3 && group.includes(index)
}

/**
 * How much speaks for a dek where the first paragraph below the headline is at `one` and the next at `two`; more than
 * nothing is enough.
 */
function dekPoints(sorting: Sorting, one: number, two: number): number {
  const line = sorting.lines[one] as Line
  if (splitDateline(line.text, sorting.rules)) return -9
  // What a news agency writes in points is its text.
  if (line.list) return line.hint === 'dek' && betweenPoints(sorting, one, two) > 1 ? 1 : -9
  const before = sorting.between(sorting.headline + 1, one)
  if (before.some((index) => sorting.kinds[index] === undefined && !isBylineLike(sorting, index)))
    return -9
  let points = lookPoints(sorting, one, two) + betweenPoints(sorting, one, two)
  // The place is where the text begins.
  if (splitDateline(sorting.text(two), sorting.rules)) points += 4
  if (before.some((index) => isBylineLike(sorting, index))) points -= 1.5
  if (isBesideByline(sorting, one, two)) points += 2
  return points
}

/** A short paragraph right below the byline, with a blank line between it and the text. */
function isBesideByline(sorting: Sorting, one: number, two: number): boolean {
  const [line, next] = [sorting.lines[one] as Line, sorting.lines[two] as Line]
  return (
    !line.startsGroup &&
    next.startsGroup &&
    line.text.length < next.text.length * 0.9 &&
    sorting.isOpen(one - 1) &&
    isBylineLike(sorting, one - 1)
  )
}

/** What is between the dek and the text: a byline, a day, a picture, buttons. */
function betweenPoints(sorting: Sorting, one: number, two: number): number {
  const points = sorting.between(one + 1, two).map((index) => {
    if (isBylineLike(sorting, index)) return 2
    if (sorting.kinds[index] === 'photo') return 1.25
    if (sorting.kinds[index] !== 'furniture') return 0
    return isDateLine(sorting.text(index), sorting.rules) ? 2 : 1
  })
  // Several buttons are the bar below a headline. One may be a box in the text.
  const buttons = sorting
    .between(one + 1, two)
    .filter((index) => isButton(sorting.text(index), sorting.rules))
  return Math.max(0, ...points) + (buttons.length > 1 ? 0.75 : 0)
}

/** What the file says of the look of a line, and whether the paragraphs below look otherwise. */
function lookPoints(sorting: Sorting, one: number, two: number): number {
  const line = sorting.lines[one] as Line
  const next = sorting.lines[two] as Line
  if (line.heading !== undefined) return headingPoints(sorting, one)
  let points = 0
  if (line.isAboveBody) points += 2
  const isQuestion = /[?？]$/u.test(line.text)
  if (isQuestion || length(line.text, sorting.rules) > 60) return points
  const isMarkedLater = (mark: 'isBold' | 'isItalic') =>
    sorting.lines.some((other, index) => index >= two && other[mark] && endsSentence(other.text))
  // A single sentence in bold is often the first of the text.
  const isLong = /[.!?。！？]\P{L}*\s?\p{L}/u.test(line.text)
  if (isLong && line.isBold && !next.isBold && !isMarkedLater('isBold')) points += 2
  if (line.isItalic && !next.isItalic && !isMarkedLater('isItalic')) points += 2
  return points
}

/** A heading right below the headline: a subhead of the text is short, and others are like it. */
function headingPoints(sorting: Sorting, one: number): number {
  const {heading, text} = sorting.lines[one] as Line
  const words = length(text, sorting.rules)
  const others = sorting.lines.filter(
    (line, index) =>
      line.heading === heading && sorting.isOpen(index) && !isSamePart(sorting, one, index),
  )
  let points = words >= 6 ? 2 : 1
  if (endsSentence(text)) points += 0.5
  if (others.some((other) => length(other.text, sorting.rules) * 2 >= words)) points -= 2
  return points
}
