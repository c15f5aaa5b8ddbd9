// Which lines belong to the page around the article.
import type {LanguageRules} from '../languages/rules.ts'
import type {Line} from '../lines.ts'
import {
  bare,
  endsSentence,
  length,
  NONE,
  oncePer,
  pattern,
  wordPattern,
  WORD_END,
  WORD_START,
} from './patterns.ts'

const ORNAMENT = /^[\s\p{P}\p{S}]*$/u

/** A rule across the page, three stars: no words. */
export const isOrnament = (line: Line): boolean =>
  line.text !== '' && ORNAMENT.test(line.text) && line.picture === undefined

/** "March 9, 2025", "Published 2 hours ago", "2025年9月21日 5時00分". */
export function isDateLine(text: string, rules: LanguageRules): boolean {
  const {page} = rules
  if (text.length > 70) return false
  if (
    pattern(page.published, '^%').test(text) &&
    length(text, rules) <= 12 &&
    (/\p{N}/u.test(text) || wordPattern(page.calendar, `${WORD_START}%${WORD_END}`).test(text)) &&
    !/[.。]$/u.test(text)
  )
    return true
  return isDate(text, rules)
}

/** Nothing but a day and an hour. */
export function isDate(text: string, {page}: LanguageRules): boolean {
  if (!/\p{N}/u.test(text) || /\d,\d{3}/u.test(text)) return false
  const words = text.split(/[\s,;:|/・·•()（）–—-]+/u).filter(Boolean)
  const calendar = wordPattern(page.calendar, '^%\\.?$')
  const published = pattern(page.published, '^(?:%)$')
  return words.every(
    (word) =>
      calendar.test(word) ||
      published.test(word) ||
      /^(?:令和|平成|昭和)?[\d０-９][\d０-９.:h年月日時分秒/]*(?:st|nd|rd|th|am|pm|er|h|º|ª|\.|配信|更新|公開|掲載|発行|付)?$/iu.test(
        word,
      ) ||
      /^[月火水木金土日]曜?日?$/u.test(word) ||
      /^(?:gmt|utc)[+−]\d{1,2}$/iu.test(word),
  )
}

const bareSet = oncePer((words: readonly string[]) => new Set(words.map(bare)))

const isOneOf = (words: readonly string[], text: string): boolean => bareSet(words).has(bare(text))

/** The name of a section or of two, and nothing else: "Politics & Security". */
export const isSection = (text: string, {page}: LanguageRules): boolean =>
  text.split(/\s[&/|]\s/u).every((name) => isOneOf(page.sections, name))

/** Words of a menu or of buttons, and nothing else: "Share", "Share Save". */
export function isButton(text: string, rules: LanguageRules): boolean {
  const {page} = rules
  if (isSection(text, rules) || isOneOf(page.buttons, text)) return true
  const several = '^(?:%|\\d+)(?:[\\s|·•/]+(?:%|\\d+))+$'
  return text.length < 60 && /\p{L}/u.test(text) && wordPattern(page.buttons, several).test(text)
}

/** By how it begins: "Reading time", "Copyright". */
export const isFurniture = (text: string, {page}: LanguageRules): boolean =>
  pattern(page.furniture, '^[\\p{P}\\p{S}\\s]*%').test(text)

/** A day, the time that it takes to read, words of a button: "4 May 2025", "3 min read". */
export const isPageText = (text: string, rules: LanguageRules): boolean =>
  isDateLine(text, rules) ||
  isButton(text, rules) ||
  isFurniture(text, rules) ||
  isRunningHead(text, rules)

/** The running head of a printed page: "Harbour Courier, Friday edition, page 14". */
export const isRunningHead = (text: string, rules: LanguageRules): boolean =>
  length(text, rules) <= 12 &&
  pattern(rules.page.printed ?? NONE, '(?:^|[,;|•·–—-]\\s*)(?:%)$').test(text)

const PARTED = /\s[|–—·•]\s|\s?\/\/\s?|[|｜／]/u

/** "Kiln & Clay – The magazine for potters", "The Lantern | 4 May 2031", "HOME / KILNS / CLAY". */
function isMasthead(text: string, rules: LanguageRules): boolean {
  if (length(text, rules) > 14 || endsSentence(text)) return false
  const {papers = NONE} = rules.page
  if (rules.hasNoSpaces && pattern(papers, '^[^、「」]{2,16}(?:%)$', 'u').test(text)) return true
  const parts = text.split(PARTED)
  const isPaper = pattern(papers, "^(?:\\p{L}{1,4}\\s|l[’'])?(?:%)(?!\\p{L})[^.!?]*$")
  return (
    isPaper.test(parts.at(-1) ?? '') ||
    (parts.length > 1 && parts.some((part) => isDateLine(part.trim(), rules))) ||
    (parts.length > 2 && parts.every((part) => length(part, rules) <= 4))
  )
}

/** What is printed above all articles of a page: its first lines, up to the first blank one. */
export function headOfPage(lines: readonly Line[], rules: LanguageRules): ReadonlySet<number> {
  const first = lines.findIndex(({text}) => text !== '')
  const next = lines.findIndex(({startsGroup}, index) => index > first && startsGroup)
  const all = range(first, next < 0 ? first + 4 : next)
  const isHead = (index: number) => {
    const line = lines[index]
    return line !== undefined && (isMasthead(line.text, rules) || isRunningHead(line.text, rules))
  }
  const last = all.findLast((index) => isHead(index))
  const isWhole = next >= 0 && all.every((index) => isLoose(lines[index]?.text ?? '', rules))
  if (last === undefined || lines.length < all.length + 3) return new Set()
  return new Set(
    isWhole && all.length < 5 ? all : all.filter((index) => index <= last && isHead(index)),
  )
}

/** Of the page by its own words. */
export function isPageLine(line: Line, rules: LanguageRules): boolean {
  if (line.hint === 'furniture' || line.hint === 'time') return true
  if (line.picture !== undefined || line.heading === 1) return false
  const {text} = line
  if (/^[\d.,\sk]+$/iu.test(text)) return true
  if (text.length < 40 && isButton(text, rules)) return true
  const isParted = (between: RegExp): boolean => {
    const parts = text.split(between)
    return parts.length > 1 && text.length < 120 && parts.every((part) => isPageText(part, rules))
  }
  return (
    isFurniture(text, rules) ||
    isRunningHead(text, rules) ||
    ((line.list === undefined || /\d{4}/u.test(text)) && isDateLine(text, rules)) ||
    // "Published on 4 May – 3 min read"
    isParted(/\s[|•·–—-]\s/u) ||
    // "Published on 4 May 2031, updated on 5 May 2031"
    isParted(pattern(rules.page.published, ',\\s(?=%)'))
  )
}

/** The line above a box of links. */
export const isBoxHead = (text: string, {page}: LanguageRules): boolean =>
  pattern(page.boxes, '^[\\p{P}\\p{S}\\s]*%[\\s:：…]*$').test(text)

/** Not a sentence of the text: the title of another article, a slogan, an address. */
export const isLoose = (text: string, rules: LanguageRules): boolean =>
  length(text, rules) <= 16 && (!endsSentence(text) || /[?？]$/u.test(text) || /@/u.test(text))

/** Lines of one paragraph, by their positions. */
export function groupsOf(lines: readonly Line[]): number[][] {
  const groups: number[][] = []
  lines.forEach((line, index) => {
    if (line.startsGroup || groups.length === 0) groups.push([])
    groups.at(-1)?.push(index)
  })
  return groups
}

/**
 * All lines of the page, also those that only their place tells. `first` is where the headline is, `last` the last
 * paragraph; `isKept` says what is surely part of the article, such as a byline.
 */
export function pageLines(
  lines: readonly Line[],
  {
    first,
    last: lastText,
    isKept,
  }: {first: number; last: number; isKept: (index: number) => boolean},
  rules: LanguageRules,
): Set<number> {
  const found = new Set<number>()
  const head = headOfPage(lines, rules)
  lines.forEach((line, index) => {
    if (isPageLine(line, rules) || (index < first && head.has(index))) found.add(index)
  })
  const groups = groupsOf(lines)
  groups.forEach((group, position) => {
    addBox(group, groups[position + 1] ?? [])
    addButtons(group)
  })
  for (const index of menus(lines, groups, first, rules)) found.add(index)
  return found

  function addBox(group: number[], next: number[]) {
    const head = group.find((index) => isBoxHead(textOf(index), rules))
    if (head === undefined || head < first) return
    const below = group.filter((index) => index >= head)
    const isEnd = head > lastText
    const box = isEnd
      ? [...below, ...range(head, lines.length).filter((index) => isLoose(textOf(index), rules))]
      : below
    for (const index of box) if (index === head || !isKept(index)) found.add(index)
    // "Related coverage" above a list of links.
    let item = (below.at(-1) ?? head) + 1
    if (!isEnd) while (isItem(item)) found.add(item++)
    // The head of a box without a line of its own below it.
    if (
      !isEnd &&
      below.length === 1 &&
      next.length > 1 &&
      next.every((index) => isLoose(textOf(index), rules))
    ) {
      for (const index of next) found.add(index)
    }
  }

  function isItem(index: number): boolean {
    const line = lines[index]
    return line?.list !== undefined && !endsSentence(line.text) && isLoose(line.text, rules)
  }

  /** A newsletter box: some lines, one of them a button. */
  function addButtons(group: number[]) {
    if (group.length < 2 || group.includes(first)) return
    const buttons = group.filter((index) => found.has(index))
    if (
      buttons.length === 0 ||
      !group.every((index) => found.has(index) || isLoose(textOf(index), rules))
    )
      return
    if (group.some((index) => lines[index]?.hint && lines[index]?.hint !== 'furniture')) return
    for (const index of group) if (!isKept(index)) found.add(index)
  }

  function textOf(index: number): string {
    return lines[index]?.text ?? ''
  }
}

/** Several short lines together above the headline. */
function menus(
  lines: readonly Line[],
  groups: readonly number[][],
  first: number,
  rules: LanguageRules,
): number[] {
  const isItem = (index: number): boolean => {
    const text = lines[index]?.text ?? ''
    return length(text, rules) <= 4 && (!endsSentence(text) || length(text, rules) <= 2)
  }
  return groups
    .filter((group) => (group[0] ?? 0) < first && group.length > 1 && group.every(isItem))
    .filter((group) => group.length > 2 || !group.includes(first))
    .flat()
}

const range = (from: number, to: number): number[] =>
  Array.from({length: Math.max(0, to - from)}, (_, i) => from + i)
