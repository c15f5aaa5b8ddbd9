// What is between the headline and the text: kicker, dek, bylines, place.
import type {Line} from '../lines.ts'
import {
  type BylineLine,
  isAuthorRole,
  labelledByline,
  nameAndOffice,
  nameAndPlace,
  nameLine,
  signature,
  signedName,
} from './bylines.ts'
import {splitDateline} from './dateline.ts'
import {isBylineLike, isPlace} from './headline.ts'
import {metaLine} from './meta.ts'
import {isDateLine, isGenre, isHeadOfPage, isPageLine, isSection} from './page.ts'
import {isCapital, length, pattern, wordPattern, WORD_END} from './patterns.ts'
import type {Sorting} from './sorting.ts'

export function sortHead(sorting: Sorting) {
  sorting.first = firstOfText(sorting)
  sortKicker(sorting)
  const isInHead = (index: number) => index < sorting.first && sorting.isOpen(index)
  for (let index = 0; index < sorting.first; index++) {
    if (!isInHead(index)) continue
    const line = sorting.lines[index] as Line
    if (line.list && index > sorting.headline) continue
    if (takeMeta(sorting, index) || takeByline(sorting, index) || takePlace(sorting, index))
      continue
    if (
      line.hint === 'dek' ||
      (index > sorting.headline &&
        (!sorting.kinds.includes('dek') || isNextOfDek(sorting, index)) &&
        isLongEnoughForDek(sorting, index))
    )
      sorting.set(index, 'dek')
    else if (index < sorting.headline || !isLongEnoughForDek(sorting, index))
      sorting.set(index, 'furniture')
  }
  for (const photo of sorting.photos) photo.isLead = photo.at < sorting.first
  const lead = sorting.photos.findIndex((photo) => photo.isLead)
  sorting.photos.forEach((photo, index) => {
    photo.isLead = index === lead
  })
}

/** The next line of the same paragraph. */
const isNextOfDek = (sorting: Sorting, index: number): boolean =>
  sorting.kinds[index - 1] === 'dek' &&
  sorting.lines[index]?.startsGroup !== true &&
  !sorting.hasNoGroups

/** Shorter lines are buttons, or what somebody is: "Staff Writer". */
const isLongEnoughForDek = (sorting: Sorting, index: number): boolean =>
  length(sorting.text(index), sorting.rules) >= (sorting.rules.hasNoSpaces ? 2.4 : 4)

/** The first paragraph of the text: after the headline, and not the dek. */
function firstOfText(sorting: Sorting): number {
  const candidates = sorting.lines.flatMap((line, index) => {
    if (
      index <= sorting.headline ||
      !sorting.isOpen(index) ||
      (line.hint === 'dek' && index < sorting.headline + 12) ||
      line.hint === 'kicker' ||
      line.hint === 'byline' ||
      line.hint === 'bio'
    )
      return []
    if (isBylineLike(sorting, index)) return []
    if (isSalutation(sorting, index)) return [index]
    return line.heading !== undefined || sorting.isParagraph(line) || line.list ? [index] : []
  })
  const one = candidates[0]
  if (one === undefined) {
    const next = sorting.lines.findIndex(
      (_line, index) =>
        index > sorting.headline && sorting.isOpen(index) && !isBylineLike(sorting, index),
    )
    // A headline, a date and a caption: there is no text.
    return next < 0 ? sorting.lines.length : next
  }
  const [, next] = candidates
  const group = sorting.hasNoGroups ? [] : sorting.groupOf(one)
  // A dek of two or three lines, each of which is a sentence
  const two =
    group.length <= 3 ? candidates.find((index) => index > one && !group.includes(index)) : next
  if (two === undefined || sorting.lines.some((line) => line.hint === 'dek')) return one
  return isDek(sorting, one, two) ? two : one
}

/** "Dear editor," above the first paragraph of a letter. */
const isSalutation = (sorting: Sorting, index: number): boolean =>
  /[,:，：]$/u.test(sorting.text(index)) &&
  length(sorting.text(index), sorting.rules) <= 7 &&
  sorting.isParagraph(sorting.lines[index + 1] ?? (sorting.lines[index] as Line))

/** A paragraph below the headline that is not part of the text: something else follows before the text begins. */
function isDek(sorting: Sorting, one: number, two: number): boolean {
  const line = sorting.lines[one] as Line
  if (line.list || line.heading !== undefined) return false
  const before = sorting.between(sorting.headline + 1, one)
  if (before.some((index) => sorting.kinds[index] === undefined && !isBylineLike(sorting, index)))
    return false
  if (splitDateline(line.text, sorting.rules)) return false
  // The place is where the text begins.
  if (splitDateline(sorting.text(two), sorting.rules)) return true
  const wasNamed = before.some((index) => isBylineLike(sorting, index))
  if (wasNamed) return false
  const between = sorting.between(one + 1, two)
  return between.some(
    (index) =>
      sorting.kinds[index] === 'photo' ||
      sorting.kinds[index] === 'furniture' ||
      isBylineLike(sorting, index),
  )
}

function sortKicker(sorting: Sorting) {
  const hinted = sorting.lines.findIndex(
    (line, index) =>
      line.hint === 'kicker' && (sorting.isOpen(index) || sorting.kinds[index] === 'furniture'),
  )
  if (hinted >= 0) {
    takeBack(sorting, hinted)
    return sorting.set(hinted, 'kicker')
  }
  const last = sorting.lines.findLastIndex(
    (line, index) =>
      index < sorting.headline &&
      line.text !== '' &&
      (sorting.isOpen(index) || isSectionName(sorting, index)),
  )
  if (last < 0 || !isKicker(sorting, last)) return
  if (sorting.kinds[last] === 'furniture') takeBack(sorting, last)
  sorting.set(last, 'kicker')
}

/** A short line above the headline that is not a word of a menu. */
function isKicker(sorting: Sorting, index: number): boolean {
  const {rules} = sorting
  const line = sorting.lines[index] as Line
  const {text} = line
  if (length(text, rules) > 6 || labelledByline(line, index, rules)) return false
  if (/^[(（]/u.test(text)) return false
  const above = sorting.text(index - 1)
  const isInMenu =
    isCapital(above) && (sorting.isOpen(index - 1) || isSection(above, sorting.rules))
  const isSure = isGenre(text, rules) || (isCapital(text) && !isInMenu)
  if (isSure) return true
  if (isAbovePageLine(sorting, index)) return false
  if (sorting.kinds[index] === 'furniture' && sorting.between(index + 1, sorting.headline).length)
    return false
  return menuAbove(sorting, index) < 2
}

/** The first line, with the day or the page below it. */
function isAbovePageLine(sorting: Sorting, index: number): boolean {
  const next = sorting.lines[index + 1]
  const isFirst = sorting.lines.every(({text}, at) => at >= index || text === '')
  return (
    isFirst && next !== undefined && index + 1 < sorting.headline && isPageLine(next, sorting.rules)
  )
}

/** How many words of a menu are right above a line. */
function menuAbove(sorting: Sorting, index: number): number {
  let at = index
  const isFurniture = sorting.kinds[index] === 'furniture'
  const isWord = (above: number): boolean => {
    const text = sorting.text(above)
    const isShort =
      sorting.lines[above]?.hint !== 'furniture' &&
      length(text, sorting.rules) <= 4 &&
      !isDateLine(text, sorting.rules) &&
      !isHeadOfPage(text, sorting.rules)
    // Without blank lines the buttons of the page are above the kicker, too.
    if (!sorting.hasNoGroups) return isShort
    return isFurniture
      ? isShort && isSection(text, sorting.rules)
      : isShort && sorting.isOpen(above)
  }
  while (at > 0 && (sorting.hasNoGroups || !sorting.lines[at]?.startsGroup) && isWord(at - 1)) at--
  return index - at
}

/** From the lines of the page. */
function takeBack(sorting: Sorting, index: number) {
  const at = sorting.furniture.findIndex(({lines}) => lines[0] === index)
  if (at >= 0) sorting.furniture.splice(at, 1)
}

/** "Culture" on a line of its own may be a menu or the section. */
function isSectionName(sorting: Sorting, index: number): boolean {
  return (
    sorting.kinds[index] === 'furniture' &&
    sorting.lines[index]?.hint !== 'furniture' &&
    isSection(sorting.text(index), sorting.rules)
  )
}

export function takeByline(sorting: Sorting, index: number): boolean {
  const line = withNextLine(sorting, index)
  const found =
    labelledByline(line, index, sorting.rules) ??
    (index > sorting.headline
      ? (nameLine(line.text, index, sorting.rules) ??
        (line.hint === 'byline' ? nameAndPlace(line.text, index, sorting.rules, 'writer') : null) ??
        officeLine(sorting, index) ??
        (sorting.rules.hasNoSpaces
          ? (signature(line.text, index, sorting.rules) ?? letterHead(sorting, index))
          : null))
      : null)
  if (!found) {
    if (line.hint === 'byline' && index > sorting.headline) {
      const below = isAuthorRole(line.text, sorting.rules) || sorting.bylines.length > 0
      if (below) return takeBio(sorting, index)
    }
    return line.hint === 'bio' ? takeBio(sorting, index) : false
  }
  sorting.kinds[index] = 'byline'
  if (line !== sorting.lines[index]) {
    sorting.kinds[index + 1] = 'skip'
    for (const byline of found.bylines) byline.lines.push(index + 1)
  }
  addByline(sorting, withPlace(sorting, found, line.text), index)
  const next = sorting.lines[index + 1]
  if (
    next &&
    sorting.isOpen(index + 1) &&
    index + 1 < sorting.first &&
    isAuthorRole(next.text, sorting.rules) &&
    !sorting.isParagraph(next)
  )
    takeBio(sorting, index + 1)
  return true
}

/** "By Ada Crane" with "and Ben Stark" on the line below it. */
function withNextLine(sorting: Sorting, index: number): Line {
  const line = sorting.lines[index] as Line
  const next = sorting.lines[index + 1]
  const goesOn =
    next &&
    !next.startsGroup &&
    sorting.isOpen(index + 1) &&
    !sorting.rules.hasNoSpaces &&
    wordPattern(sorting.rules.head.and, '^%\\s+\\p{Lu}', 'u').test(next.text)
  return goesOn ? {...line, text: `${line.text} ${next.text}`} : line
}

/** "Ada Crane, institutrice à Fournay": below a dek, or where the file says that it is a byline. */
function officeLine(sorting: Sorting, index: number): BylineLine | null {
  const {rules} = sorting
  const line = sorting.lines[index] as Line
  const found = nameAndOffice(line.text, index, rules, 'writer')
  const isTitle = pattern(rules.names.titles, `^%${WORD_END}`).test(found?.role ?? '')
  const isByline = line.hint === 'byline' || (isTitle && sorting.kinds.includes('dek'))
  return isByline ? found : null
}

/** 「無職 石野みち（東窯市 78歳）」 above a letter. */
function letterHead(sorting: Sorting, index: number): BylineLine | null {
  const signed = signedName(sorting.text(index), index, sorting.rules)
  return signed?.dateline ? signed : null
}

/** "Ada Crane, Kiln Bay" names one person if the article says "in Kiln Bay". */
function withPlace(sorting: Sorting, found: BylineLine, text: string): BylineLine {
  const {name = ''} = found.bylines.at(-1) ?? {}
  if (found.bylines.length < 2 || found.dateline || !text.endsWith(`, ${name}`)) return found
  const isPlaceName = sorting.rules.head.from.some((word) =>
    sorting.lines.some((line) => line.text.includes(` ${word} ${name}`)),
  )
  return isPlaceName ? {...found, bylines: found.bylines.slice(0, -1), dateline: name} : found
}

/** "Torrealba - 23 feb 2026 - 05:30", "By Ada Crane | May 4, 2025". */
function takeMeta(sorting: Sorting, index: number): boolean {
  const found = metaLine(sorting.lines[index] as Line, index, sorting.rules)
  if (!found) return false
  sorting.kinds[index] = found.byline ? 'byline' : 'skip'
  if (found.byline) addByline(sorting, found.byline, index)
  if (found.place) sorting.dateline ??= {text: found.place, lines: [index]}
  for (const text of found.page) sorting.furniture.push({text, lines: [index]})
  return true
}

function addByline(sorting: Sorting, {bylines, role, dateline}: BylineLine, index: number) {
  sorting.bylines.push(...bylines)
  if (role) sorting.bio.push({text: role, index})
  if (dateline) sorting.dateline = {text: dateline, lines: [index]}
}

/** "Olmos" below the byline. */
function takePlace(sorting: Sorting, index: number): boolean {
  const before = sorting.kinds.findLast(
    (kind, at) => at < index && kind !== 'skip' && kind !== 'furniture',
  )
  if (before !== 'byline' || sorting.dateline || !isPlace(sorting, index)) return false
  sorting.kinds[index] = 'skip'
  sorting.dateline = {text: sorting.text(index), lines: [index]}
  return true
}

export function takeBio(sorting: Sorting, index: number): boolean {
  sorting.kinds[index] = 'bio'
  sorting.bio.push({text: sorting.text(index), index})
  return true
}
