// Which line is the headline, and what is above it.
import type {Line} from '../lines.ts'
import {isAuthorRole, labelledByline, nameLine, signature} from './bylines.ts'
import {splitCaption} from './credits.ts'
import {metaLine} from './meta.ts'
import {headOfPage, isOrnament, isPageLine, isRunningHead, pageLines} from './page.ts'
import {endsSentence, length, pattern} from './patterns.ts'
import type {Sorting} from './sorting.ts'

/** "Puerto Lerma", "Lerma" */
const PLACE = /^\p{Lu}[\p{L}\p{M}’'-]+(?:[\s-](?:\p{Lu}|d[eu]\s|l[ae]\s)[\p{L}\p{M}’'-]*){0,3}$/u

/** The first line of some length that is neither of the page nor a sentence. */
export function findHeadline(sorting: Sorting): number {
  const hinted = sorting.lines.findIndex(
    (line, index) => sorting.isOpen(index) && (line.hint === 'headline' || line.heading === 1),
  )
  if (hinted >= 0) return hinted
  const head = headOfPage(sorting.lines, sorting.rules)
  const candidates = sorting.lines.flatMap((line, index) => {
    if (
      !line.text ||
      !sorting.isOpen(index) ||
      isPageLine(line, sorting.rules) ||
      isAboveRunningHead(sorting, index) ||
      head.has(index) ||
      isOrnament(line) ||
      line.list ||
      line.figure !== undefined
    )
      return []
    return [index]
  })
  const largest = largestOf(sorting, candidates.slice(0, 12))
  if (largest !== undefined) return largest
  const title = sorting.reading.title ?? ''
  const titled = candidates
    .slice(0, 12)
    .find((index) => title.includes(sorting.text(index)) && sorting.text(index).length > 12)
  if (titled !== undefined) return titled
  const paragraph = candidates.findIndex(
    (index) =>
      sorting.isParagraph(sorting.lines[index] as Line) &&
      !isShortQuestion(sorting, index) &&
      !isTitleCased(sorting, index),
  )
  const above = candidates.slice(0, paragraph < 0 ? 20 : paragraph)
  const isTitle = (index: number) =>
    labelledByline(sorting.lines[index] as Line, index, sorting.rules) === null &&
    splitCaption(sorting.text(index), sorting.rules) === null
  const long = above.find((index) => isTitle(index) && isLong(sorting, index))
  const before = above[above.indexOf(long ?? -1) - 1]
  // A standfirst of two sentences, below a headline that is not as long.
  const isAboveDek =
    long !== undefined &&
    before !== undefined &&
    isTitle(before) &&
    length(sorting.text(before), sorting.rules) > 3 &&
    /\p{Ll}[.!?]\s\p{Lu}/u.test(sorting.text(long))
  if (isAboveDek) return before
  return (
    long ??
    above.find((index) => isTitle(index) && isHeadlineLong(sorting, index, candidates)) ??
    candidates[0] ??
    -1
  )
}

/** The name of the paper: all other lines of its group are of the page, such as the number of the issue. */
function isAboveRunningHead(sorting: Sorting, index: number): boolean {
  const others = sorting.groupOf(index).filter((at) => at !== index)
  return (
    others.some((at) => isRunningHead(sorting.text(at), sorting.rules)) &&
    others.every((at) => isPageLine(sorting.lines[at] as Line, sorting.rules))
  )
}

/** One question, such as a headline may be. */
function isShortQuestion(sorting: Sorting, index: number): boolean {
  const text = sorting.text(index)
  return /^[^.!?。！？]*[?？]$/u.test(text) && length(text, sorting.rules) <= 20
}

/** "He Can Open Any Lock in the Country. He’d Rather Not." */
function isTitleCased(sorting: Sorting, index: number): boolean {
  const words = sorting.text(index).match(/\p{L}[\p{L}’']{3,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return sorting.rules.speech.hasTitleCase === true && capitals.length >= words.length * 0.8
}

function largestOf(sorting: Sorting, candidates: number[]): number | undefined {
  const sizes = candidates.map((index) => sorting.lines[index]?.size ?? 0)
  const top = Math.max(0, ...sizes)
  const plain = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  return top > Math.max(plain, 12) ? candidates[sizes.indexOf(top)] : undefined
}

/** CRAFTS AND TRADES above "The kiln burns". */
const isCapitalAbove = (text: string, following: string): boolean =>
  /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && /\p{Ll}/u.test(following)

/** Longer than a section's name; a short one only if a sentence follows. */
function isHeadlineLong(sorting: Sorting, index: number, candidates: number[]): boolean {
  const next = candidates[candidates.indexOf(index) + 1]
  const following = next === undefined ? '' : sorting.text(next)
  const text = sorting.text(index)
  const words = length(text, sorting.rules)
  const group = sorting.groupOf(index)
  // The second line of a group may be below a kicker.
  const isMenu =
    group.indexOf(index) > 1 ||
    (group.length > 2 && group.every((at) => length(sorting.text(at), sorting.rules) <= 5))
  if (isMenu) return false
  const isFollowedByTitle =
    next !== undefined &&
    !isBylineLike(sorting, next) &&
    (length(following, sorting.rules) > words || isCapitalAbove(text, following)) &&
    !endsSentence(following) &&
    length(following, sorting.rules) <= 18
  return !isFollowedByTitle && words > 1
}

const isLong = (sorting: Sorting, index: number): boolean =>
  length(sorting.text(index), sorting.rules) > 5 ||
  (sorting.text(index).length > 30 && length(sorting.text(index), sorting.rules) > 3)

export function looksLikeInterview(sorting: Sorting): boolean {
  const {head} = sorting.rules
  if (sorting.lines.some(({text}) => pattern(head.interview, '^[\\p{P}\\p{S}\\s]*%$').test(text)))
    return true
  const questions = sorting.lines.filter(
    ({text, heading}, index) =>
      index > sorting.headline &&
      heading === undefined &&
      /[?？]$/u.test(text) &&
      length(text, sorting.rules) <= 40 &&
      length(text, sorting.rules) > 3,
  )
  return questions.length >= 4
}

export function sortPage(sorting: Sorting) {
  const isKept = (index: number) =>
    isBylineLike(sorting, index) ||
    (index > sorting.headline + 1 &&
      index < sorting.headline + 10 &&
      isPlace(sorting, index) &&
      isBylineLike(sorting, index - 1)) ||
    isMetaLine(sorting, index) ||
    sorting.isCaptionBeforeCredit(index) ||
    sorting.isCaptionBeforeCredit(index - 1) ||
    signature(sorting.text(index), index, sorting.rules) !== null ||
    splitCaption(sorting.text(index), sorting.rules) !== null
  const page = pageLines(
    sorting.lines,
    {first: sorting.headline, last: sorting.last, isKept},
    sorting.rules,
  )
  sorting.lines.forEach((line, index) => {
    if (!sorting.isOpen(index)) return
    // "Updated 4 May - Ada Crane"
    const isMeta = index > sorting.headline && isMetaLine(sorting, index)
    if (page.has(index) && index !== sorting.headline && !isMeta) sorting.set(index, 'furniture')
    else if (isOrnament(line)) sorting.kinds[index] = 'skip'
  })
  if (sorting.headline >= 0) sorting.kinds[sorting.headline] = 'headline'
  growHeadline(sorting)
}

/** A headline on two lines: both of the first level, or broken within its sentence. */
function growHeadline(sorting: Sorting) {
  for (let at = sorting.headline + 1; at < sorting.headline + 4; at++) {
    const next = sorting.lines[at]
    const head = sorting.lines[sorting.headline]
    if (!next || !head || next.startsGroup || !sorting.isOpen(at)) return
    const isSameLevel = next.heading === 1 && head.heading === 1
    // Broken within its sentence: in lower case, or the last line of a group and shorter.
    const isLast = sorting.lines[at + 1]?.startsGroup !== false
    const before = sorting.text(at - 1)
    const isBroken =
      next.heading === head.heading &&
      !isBylineLike(sorting, at) &&
      !endsSentence(before) &&
      (/^\p{Ll}/u.test(next.text) ||
        (sorting.reading.format === 'text' &&
          !sorting.hasNoGroups &&
          isLast &&
          before.length > 35 &&
          next.text.length < before.length &&
          !endsSentence(next.text) &&
          !isPageLine(next, sorting.rules)))
    if (!isSameLevel && !isBroken) return
    sorting.kinds[at] = 'headline'
  }
}

export const isMetaLine = (sorting: Sorting, index: number): boolean =>
  metaLine(sorting.lines[index] as Line, index, sorting.rules) !== null

export function isBylineLike(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  return (
    line.hint === 'byline' ||
    (index > sorting.headline && isMetaLine(sorting, index)) ||
    labelledByline(line, index, sorting.rules) !== null ||
    nameLine(line.text, index, sorting.rules) !== null
  )
}

export function isPlace(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  return (
    !sorting.rules.hasNoSpaces &&
    !line.hint &&
    PLACE.test(line.text) &&
    !isPageLine(line, sorting.rules) &&
    !isAuthorRole(line.text, sorting.rules)
  )
}
