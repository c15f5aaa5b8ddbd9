// Which line is the headline, and what is above it.
import type {Line} from '../lines.ts'
import {
  type BylineLine,
  initialsLine,
  isAuthorRole,
  labelledByline,
  nameAndPlace,
  nameLine,
  signature,
} from './bylines.ts'
import {splitCaption} from './credits.ts'
import {metaLine} from './meta.ts'
import {isBoxHead, isHeadOfPage, isLabel, isOrnament, isPageLine, pageLines} from './page.ts'
import {endsSentence, isCapital, length, pattern} from './patterns.ts'
import type {Sorting} from './sorting.ts'
import {bestTitle, isBroken, isStandfirst, isTitleCased} from './headline-points.ts'

/** "Puerto Lerma", "Lerma" */
const PLACE = /^\p{Lu}[\p{L}\p{M}’'-]+(?:[\s-](?:\p{Lu}|d[eu]\s|l[ae]\s)[\p{L}\p{M}’'-]*){0,3}$/u

/** What the file says, else the best title above the first paragraph. */
export function findHeadline(sorting: Sorting): number {
  const {lines, rules} = sorting
  const isHinted = (line: Line, index: number): boolean =>
    sorting.isOpen(index) &&
    (line.hint === 'headline' || (line.heading === 1 && !isBoxHead(line.text, rules)))
  const hinted = lines.findIndex(isHinted)
  if (hinted >= 0) return belowLogo(sorting, hinted) ?? hinted
  const candidates = lines.flatMap((line, index) =>
    line.text &&
    sorting.isOpen(index) &&
    !isPageLine(line, rules) &&
    !isOrnament(line) &&
    !line.list &&
    line.figure === undefined
      ? [index]
      : [],
  )
  const largest = largestOf(sorting, candidates.slice(0, 12))
  if (largest !== undefined) return largest
  const title = sorting.reading.title ?? ''
  const titled = candidates
    .slice(0, 12)
    .find((index) => title.includes(sorting.text(index)) && sorting.text(index).length > 12)
  if (titled !== undefined) return titled
  const paragraph = candidates.findIndex(
    (index) =>
      sorting.isParagraph(lines[index] as Line) &&
      !isShortQuestion(sorting, index) &&
      !isTitleCased(sorting.text(index), rules),
  )
  const above = candidates.slice(0, paragraph < 0 ? 20 : paragraph)
  const dek = candidates[paragraph]
  const titles = titlesAboveByline(sorting, above)
  // Below the byline it is a caption, or the text.
  const isBelowByline = above.some(
    (index) => index > (titles.at(-1) ?? 0) && isBylineLike(sorting, index),
  )
  const isDek = dek !== undefined && !isBelowByline && isStandfirst(sorting, dek)
  // A headline of sentences, with nothing but a section's name above it.
  const isBelowLabels = titles.every((index) => isLabel(sorting.text(index), rules))
  if (isBelowLabels && (isDek || isAboveStandfirst(sorting, dek))) return dek as number
  return bestTitle(sorting, titles, isDek ? dek : undefined) ?? candidates[0] ?? -1
}

/** On some sites the name of the site is a heading, too. Then the title of the file begins with the next heading. */
function belowLogo(sorting: Sorting, index: number): number | undefined {
  const next = sorting.lines.findIndex(
    (line, at) => at > index && (line.heading !== undefined || sorting.isParagraph(line)),
  )
  const {heading, text = ''} = sorting.lines[next] ?? {}
  const isTitle = heading !== undefined && sorting.reading.title?.startsWith(text)
  return isTitle && length(sorting.text(index), sorting.rules) <= 4 ? next : undefined
}

/** A headline of sentences with a standfirst of sentences on the next line. */
const isAboveStandfirst = (sorting: Sorting, index: number | undefined): boolean =>
  index !== undefined &&
  sorting.lines[index + 1]?.startsGroup === false &&
  length(sorting.text(index), sorting.rules) <= 20 &&
  endsSentence(sorting.text(index + 1)) &&
  isStandfirst(sorting, index + 1)

/** The headline is above the byline. In a column the name may be above the headline. */
function titlesAboveByline(sorting: Sorting, above: readonly number[]): number[] {
  const titles: number[] = []
  for (const index of above) {
    const {lines, rules} = sorting
    const isLabelled = labelledByline(lines[index] as Line, index, rules) !== null
    const isBelowTitle = titles.some(
      (title) => length(sorting.text(title), rules) > (isCapital(sorting.text(title)) ? 6 : 3),
    )
    const isName =
      nameLine(sorting.text(index), index, rules) !== null ||
      metaLine(lines[index] as Line, index, rules)?.byline
    const isNamed = isLabelled || (isName && length(sorting.text(index), rules) <= 8)
    if (isNamed && isBelowTitle) return titles
    if (
      !isLabelled &&
      isTitle(sorting, index) &&
      !(titles.includes(index - 1) && isBroken(sorting, index))
    )
      titles.push(index)
  }
  return titles
}

function isTitle(sorting: Sorting, index: number): boolean {
  const {rules} = sorting
  const text = sorting.text(index)
  // "Can Trains Pay? Arden Thinks So" does not end with a photographer's name.
  const isCased = isTitleCased(text, rules) && !/[©(/|]/u.test(text)
  return !isHeadOfPage(text, rules) && (isCased || splitCaption(text, rules) === null)
}

/** One question, such as a headline may be. */
function isShortQuestion(sorting: Sorting, index: number): boolean {
  const text = sorting.text(index)
  return /^[^.!?。！？]*[?？][”“"»’」』]?$/u.test(text) && length(text, sorting.rules) <= 20
}

function largestOf(sorting: Sorting, candidates: number[]): number | undefined {
  const sizes = candidates.map((index) => sorting.lines[index]?.size ?? 0)
  const top = Math.max(0, ...sizes)
  const plain = sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0
  return top > Math.max(plain, 12) ? candidates[sizes.indexOf(top)] : undefined
}

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
  const answers = sorting.lines.filter(
    (line, index) => index > sorting.headline && sorting.isParagraph(line),
  )
  return questions.length >= 4 || (questions.length > 1 && questions.length * 2 >= answers.length)
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
    const isOfPage = page.has(index) || isDeskNote(sorting, index) || isCopyright(sorting, index)
    if (isOfPage && index !== sorting.headline && !isMeta) sorting.set(index, 'furniture')
    else if (isOrnament(line)) sorting.kinds[index] = 'skip'
  })
  if (sorting.headline >= 0) sorting.kinds[sorting.headline] = 'headline'
  growHeadline(sorting)
}

/** "(Adds comment, background)" between the headline and the text. */
function isDeskNote(sorting: Sorting, index: number): boolean {
  const paragraph = sorting.lines.findIndex(
    (line, at) => at > sorting.headline && sorting.isParagraph(line),
  )
  const text = sorting.text(index)
  const isInHead = index > sorting.headline && index < paragraph
  return isInHead && /^\([^()]{4,80}\)$/u.test(text) && !sorting.isCreditLine(text)
}

/** "© The Kiln Courier" below the text; on the line below a caption it is the picture's. */
const isCopyright = (sorting: Sorting, index: number): boolean =>
  index > sorting.last &&
  sorting.lines[index]?.hint === undefined &&
  sorting.lines[index]?.startsGroup === true &&
  sorting.lines[index]?.figure === undefined &&
  sorting.lines[index - 1]?.picture === undefined &&
  /^(?:©|\(c\))\s/iu.test(sorting.text(index))

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
      ((/^\p{Ll}/u.test(next.text) && length(next.text, sorting.rules) > 1) ||
        (sorting.reading.format === 'text' &&
          !sorting.hasNoGroups &&
          isLast &&
          before.length > 35 &&
          next.text.length < before.length &&
          !endsSentence(next.text) &&
          !isPageLine(next, sorting.rules) &&
          !isHeadOfPage(next.text, sorting.rules)))
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
    nameLine(line.text, index, sorting.rules) !== null ||
    placedName(sorting, index) !== null ||
    initialsAboveText(sorting, index) !== null
  )
}

/** "Ada Crane, Kiln Bay" right above the text: elsewhere it may be two names, or a caption. */
export function placedName(sorting: Sorting, index: number): BylineLine | null {
  const {rules} = sorting
  if (!isRightAboveText(sorting, index)) return null
  const isBelowName = nameLine(sorting.text(index - 1), index, rules) !== null
  return isBelowName ? null : nameAndPlace(sorting.text(index), index, rules, 'writer')
}

export const initialsAboveText = (sorting: Sorting, index: number): BylineLine | null =>
  isRightAboveText(sorting, index) ? initialsLine(sorting.text(index), index, sorting.rules) : null

function isRightAboveText(sorting: Sorting, index: number): boolean {
  if (index <= sorting.headline || index >= sorting.headline + 8) return false
  const next = sorting.lines.find(({text}, at) => at > index && text !== '')
  return next !== undefined && sorting.isParagraph(next)
}

export function isPlace(sorting: Sorting, index: number): boolean {
  const line = sorting.lines[index] as Line
  return (
    !sorting.rules.hasNoSpaces &&
    !line.hint &&
    PLACE.test(line.text) &&
    !pattern(sorting.rules.page.published, '^(?:%)$').test(line.text) &&
    !isPageLine(line, sorting.rules) &&
    !isAuthorRole(line.text, sorting.rules)
  )
}
