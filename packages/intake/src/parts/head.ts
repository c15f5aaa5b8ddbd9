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
import {firstOfText} from './first-of-text.ts'
import {initialsAboveText, isBylineLike, isPlace, placedName} from './headline.ts'
import {metaLine} from './meta.ts'
import {isOrganisation} from './names.ts'
import {isDateLine, isGenre, isHeadOfPage, isLabel, isPageLine, isSection} from './page.ts'
import {bare, endsSentence, isCapital, length, pattern, wordPattern, WORD_END} from './patterns.ts'
import type {Sorting} from './sorting.ts'

export function sortHead(sorting: Sorting) {
  sorting.first = firstOfText(sorting)
  sortKicker(sorting)
  const isInHead = (index: number) => index < sorting.first && sorting.isOpen(index)
  for (let index = 0; index < sorting.first; index++) {
    if (!isInHead(index)) continue
    const line = sorting.lines[index] as Line
    if (line.list && line.hint !== 'dek' && index > sorting.headline) continue
    if (STEPS.some((take) => take(sorting, index))) continue
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

/** What a line of the head may be, in this order. */
const STEPS = [takeMeta, takeWhereFrom, takeByline, takePlace]

/** The next line of the same paragraph, or a second one that is not a sentence either. */
const isNextOfDek = (sorting: Sorting, index: number): boolean =>
  sorting.kinds[index - 1] === 'dek' &&
  (sorting.lines[index]?.startsGroup !== true ||
    sorting.lines[index]?.heading !== undefined ||
    (!endsSentence(sorting.text(index)) && length(sorting.text(index), sorting.rules) <= 16))

/** Shorter lines are buttons, or what somebody is: "Staff Writer". */
const isLongEnoughForDek = (sorting: Sorting, index: number): boolean =>
  sorting.lines[index]?.heading !== undefined ||
  length(sorting.text(index), sorting.rules) >= (sorting.rules.hasNoSpaces ? 2.4 : 4)

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
  if (/^[(（[]|[$€£¥]/u.test(text)) return false
  const above = sorting.text(index - 1)
  const isInMenu =
    isCapital(above) && (sorting.isOpen(index - 1) || isSection(above, sorting.rules))
  const isSure =
    (isGenre(text, rules) && (sorting.hasNoGroups || menuAbove(sorting, index) < 3)) ||
    (isCapital(text) && !isInMenu && !isAboveDeskLine(sorting, index)) ||
    isRepeatedLabel(sorting, index)
  if (isSure) return true
  if (isCapital(text) && isAboveDeskLine(sorting, index)) return false
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

/** A word of the menu that is printed again right above the headline. */
const isRepeatedLabel = (sorting: Sorting, index: number): boolean =>
  isLabel(sorting.text(index), sorting.rules) &&
  sorting.lines.slice(0, index).some(({text}) => bare(text) === bare(sorting.text(index)))

/** "KILN FLOOD" above "(Adds mayor)" or "EMBARGOED": what a news agency files the text under. */
const isAboveDeskLine = (sorting: Sorting, index: number): boolean =>
  sorting
    .between(index + 1, sorting.headline)
    .some(
      (at) =>
        sorting.kinds[at] === 'furniture' &&
        !isDateLine(sorting.text(at), sorting.rules) &&
        !isLabel(sorting.text(at), sorting.rules),
    )

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
    (isSection(sorting.text(index), sorting.rules) || isRepeatedLabel(sorting, index))
  )
}

export function takeByline(sorting: Sorting, index: number): boolean {
  const line = withNextLine(sorting, index)
  const found =
    labelledByline(line, index, sorting.rules) ??
    (index > sorting.headline
      ? (nameLine(line.text, index, sorting.rules) ??
        (line.hint === 'byline' ? nameAndPlace(line.text, index, sorting.rules, 'writer') : null) ??
        placedName(sorting, index) ??
        initialsAboveText(sorting, index) ??
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
    whereFrom(sorting, index + 1) === undefined &&
    (isAuthorRole(next.text, sorting.rules) || isOfficeBelow(sorting, index + 1)) &&
    !sorting.isParagraph(next)
  )
    takeBio(sorting, index + 1)
  return true
}

/** "Northern Sounds, Holm" on the line below a name: what has a comma is not a place. */
const isOfficeBelow = (sorting: Sorting, index: number): boolean =>
  sorting.lines[index]?.startsGroup === false &&
  /^[^\p{N}]+,\s[^\p{N}]+[^.!?\p{N}]$/u.test(sorting.text(index)) &&
  length(sorting.text(index), sorting.rules) <= 6 &&
  !isBylineLike(sorting, index)

/** "By Ada Crane" with "and Ben Stark" on the line below it, "By our own correspondent" with "Ada Crane". */
function withNextLine(sorting: Sorting, index: number): Line {
  const {rules} = sorting
  const line = sorting.lines[index] as Line
  const next = sorting.lines[index + 1]
  if (!next || next.startsGroup || !sorting.isOpen(index + 1) || rules.hasNoSpaces) return line
  const whole = {...line, text: `${line.text} ${next.text}`}
  const isLabel =
    length(line.text, rules) <= 4 &&
    nameLine(next.text, index, rules) !== null &&
    labelledByline(line, index, rules) === null &&
    labelledByline(whole, index, rules) !== null
  const goesOn = wordPattern(rules.head.and, '^%\\s+\\p{Lu}', 'u').test(next.text)
  return isLabel || goesOn ? whole : line
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
  // "Almenara del Río - 14 MAY" right below a name is a place.
  const [own, ...more] = found.byline?.bylines ?? []
  const isBelow =
    own !== undefined &&
    more.length === 0 &&
    sorting.kinds[index - 1] === 'byline' &&
    sorting.lines[index]?.startsGroup === false &&
    sorting.text(index).startsWith(`${own.name} - `)
  const byline = isBelow ? null : found.byline
  const place = isBelow ? own.name : found.place
  sorting.kinds[index] = byline ? 'byline' : 'skip'
  if (byline) addByline(sorting, byline, index)
  if (place) sorting.dateline ??= {text: place, lines: [index]}
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
  const isBelowDay =
    index > sorting.headline &&
    isCapital(sorting.text(index)) &&
    isDateLine(sorting.text(index - 1), sorting.rules)
  if (before !== 'byline' && before !== 'bio' && !isBelowDay) return false
  if (sorting.dateline || !isPlace(sorting, index)) return false
  sorting.kinds[index] = 'skip'
  sorting.dateline = {text: sorting.text(index), lines: [index]}
  return true
}

/** "Reporting from Kiln Bay" below the byline. */
function takeWhereFrom(sorting: Sorting, index: number): boolean {
  const place = whereFrom(sorting, index)
  if (place === undefined || sorting.dateline || sorting.bylines.length === 0) return false
  sorting.kinds[index] = 'skip'
  sorting.dateline = {text: place, lines: [index]}
  return true
}

function whereFrom({rules, lines}: Sorting, index: number): string | undefined {
  const phrases = rules.head.from.filter((words) => words.includes(' '))
  const place = wordPattern(phrases, '^%\\s+(?<place>\\p{Lu}[^.,]{1,40})$', 'iu').exec(
    lines[index]?.text ?? '',
  )?.groups?.['place']
  if (place === undefined) return undefined
  // "Arden City" is a place, although a city can speak.
  const isTown = wordPattern(rules.names.placeKinds, '^\\p{Lu}.*\\s%$', 'iu').test(place)
  return isTown || !isOrganisation(place, rules) ? place : undefined
}

export function takeBio(sorting: Sorting, index: number): boolean {
  sorting.kinds[index] = 'bio'
  sorting.bio.push({text: sorting.text(index), index})
  return true
}
