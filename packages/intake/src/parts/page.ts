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
  together,
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
  const words = text
    .replace(/(?<=[日時分])(?:有料|無料|会員限定|有料会員限定)記事$/u, '')
    .split(/[\s,;:：|/・·•()（）–—-]+/u)
    .filter(Boolean)
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
  text.split(/\s[&/|]\s|・/u).every((name) => isOneOf(page.sections, name))

/** "Analysis", 【社会】, 連載 海と生きる①, 海と生きる（上）, "Life at the kiln (2/5)", "Letter from Holm". */
export const isGenre = (text: string, rules: LanguageRules): boolean =>
  isOneOf(rules.page.genres ?? NONE, text) ||
  pattern(rules.page.rubrics ?? NONE, '^(?:%)$').test(text) ||
  /^[【＜〈《[][^】＞〉》\]]{1,12}[】＞〉》\]]$|[①-⑳]$|^.{2,14}(?:\u3000(?:[上中下]|第?\d+回?)|（[上中下]）)$|^.{1,16}\s(?:vol|no)\.\s?\d+$|^.{1,30}\s\(\d\/\d\)$/iu.test(
    text,
  ) ||
  (rules.hasNoSpaces === true &&
    (pattern(rules.page.genres ?? NONE, '^(?:%)$').test(text) ||
      (length(text, rules) <= 6 && pattern(rules.page.genres ?? NONE, '^%[　 ・｜|]').test(text))))

/** What is above a headline but never one. */
export const isLabel = (text: string, rules: LanguageRules): boolean =>
  isSection(text, rules) || isGenre(text, rules)

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

const PARTED = /\t|\s[|–—·•/]\s|\s?\/\/\s?|[|｜／]/u

/** "Home > News > Kilns", "HOME / KILNS / CLAY": where on its site the page is. */
function isTrail(text: string, rules: LanguageRules): boolean {
  const isPath = (parts: readonly string[], least: number): boolean =>
    parts.length >= least && parts.every((part) => part !== '' && length(part, rules) <= 4)
  return isPath(text.split(/\s[>›»→]\s|\s?[＞]\s?/u), 2) || isPath(text.split(PARTED), 3)
}

/** A whole day, or a month with its year: "12.06.2031", "2031年6月号". */
const DATE_WORD = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{4}[./-]\d{1,2}(?:[./-]\d{1,2})?$/u
const JAPANESE_DATE =
  /^(?:(?:令和|平成|昭和)[\d元]{1,2}|\d{4})年(?:[（(].{3,6}[）)])?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:号|付|発行|[（(]?[月火水木金土日](?:曜日?)?[）)]?)?$/u

/** A few words with a date: "The Kiln Courier, Thursday 12 June 2031", "浦辺日報 2031年6月12日 朝刊". */
function isDatedHead(text: string, rules: LanguageRules): boolean {
  if (endsSentence(text) || length(text, rules) > 14) return false
  const words = text
    .normalize('NFKC')
    .split(rules.hasNoSpaces ? /[\s|・]+/u : /[\s,;:|/·•()–—-]+/u)
    .filter(Boolean)
  if (rules.hasNoSpaces)
    return words.some(
      (word) =>
        DATE_WORD.test(word) ||
        JAPANESE_DATE.test(word) ||
        (words.length > 2 && /^\d{1,2}月\d{1,2}日$/u.test(word)),
    )
  const calendar = wordPattern(rules.page.calendar, '^%\\.?$')
  const isOfDate = (word: string): boolean => /^\d+\.?$/u.test(word) || calendar.test(word)
  const hasYear = words.some((word) => /^(?:19|20)\d\d$/u.test(word))
  const isDated =
    text.split(/[\s,;|()]+/u).some((word) => DATE_WORD.test(word)) ||
    (hasYear && words.filter(isOfDate).length > 1 && words.some((word) => calendar.test(word)))
  return isDated && words.filter((word) => !isOfDate(word)).length <= 5
}

const SLUGS: readonly RegExp[] = [
  // BC-KILN-FIRE, BC-KILN FIRE, 2nd Ld
  /^[\p{Lu}\p{N}]{2,}(?:[-–/_][\p{Lu}\p{N}]+){2,}$/u,
  /^\p{Lu}{2,}-[\p{Lu}\s]{2,},\s/u,
  // KC-KILN-FIRE 4th LD (Adds mayor; edits throughout)
  /^\p{Lu}{2,}(?:-[\p{Lu}\p{N}]{2,})+\s(?:\d\S*\s)?(?:L[Dd]|[Uu]pdate|UPDATE)?(?:\s?\d)?(?:\s?\([^()]+\))?$/u,
  // Kiln/Fire/, Sport/Handball/Women
  /^[^\s.!?]+\/(?:[^\s.!?]+\/)*$|^[^\s.!?/]+(?:\/[^\s.!?/]+){2,}$/u,
  // (KCN) ADVANCE / WITH PHOTO
  /^\(\p{Lu}{2,6}\)\s[^\p{Ll}.!?]{3,60}$/u,
  // (Update 2) (with photo), （写真あり）
  /^(?:\([^()]{1,60}\)\s?)+$|^（[^（）]{1,20}）$/u,
  // Kiln-fire-town
  /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+){2,}$/u,
  // ＜社会＞＜朝刊用＞
  /^[<＜][^<>＜＞]+[>＞](?:[<＜][^<>＜＞]+[>＞])+$/u,
  // +++ URGENT +++, ◎速報, Adds details ///
  /^(?:[+*=#]{2,}|◎)|[+*=/]{2,}$/u,
]

/** What a news agency files a text under. */
const isSlug = (text: string): boolean => SLUGS.some((slug) => slug.test(text))

/** A number behind capitals, one that begins with zero, a length: "AGT0412 4 vm 187", "Kiln 041", "Kiln | 612 words". */
const isCoded = (text: string): boolean =>
  /(?:^|\s)(?:\p{L}{2,6}\p{N}{3,}|[0０]\p{N}{2,3})(?=\s|$)|\|\s*\p{N}+\s\p{L}+$/u.test(text) &&
  !endsSentence(text)

/** "Home News Sport Weather": most of it is known from menus. */
function isMenuLine(text: string, rules: LanguageRules): boolean {
  const words = length(text, rules)
  if (rules.hasNoSpaces || words < 3 || words > 16 || endsSentence(text)) return false
  const {sections, buttons} = rules.page
  const known = text.match(
    wordPattern(together(sections, buttons), `${WORD_START}%${WORD_END}`, 'giu'),
  )
  return known !== null && known.length > 2 && known.join(' ').split(' ').length > words * 0.6
}

/** "La Tribuna de los Hornos": in capitals, unlike a headline. Where headlines have capitals, it must be shorter. */
const isPaperName = (text: string, rules: LanguageRules): boolean =>
  length(text, rules) <= (rules.speech.hasTitleCase === true ? 3 : 6) &&
  pattern(rules.names.papers, "^(?:\\p{L}{1,4}\\s|l[’'])?(?:%)(?!\\p{L})").test(text) &&
  /\s/u.test(text) &&
  text
    .split(/[\s’']+/u)
    .every((word, index) => /^\P{Ll}/u.test(word) || (index > 0 && word.length <= 3))

/** "Kiln & Clay – The magazine for potters", "The Lantern | 4 May 2031". */
function isMasthead(text: string, rules: LanguageRules): boolean {
  if (length(text.replaceAll(/\s[|–—·•/]\s/gu, ' '), rules) > 14 || endsSentence(text)) return false
  const {papers = NONE} = rules.page
  if (rules.hasNoSpaces && pattern(papers, '^[^、「」]{2,16}(?:%)$', 'u').test(text)) return true
  const parts = text.split(PARTED)
  const isPaper = pattern(papers, "^(?:\\p{L}{1,4}\\s|l[’'])?(?:%)(?!\\p{L})[^.!?]*$")
  return (
    isPaper.test(parts.at(-1) ?? '') ||
    isPaperName(text, rules) ||
    (parts.length > 1 && parts.some((part) => isDateLine(part.trim(), rules)))
  )
}

/** "14 Culture", "浦辺日報 14面", "www.kiln.example", "@kilncourier". */
function isNumberedHead(text: string, rules: LanguageRules): boolean {
  if (/^@\S+$|^(?:https?:\/\/)?(?:\p{L}[\p{L}\p{N}-]*\.)+\p{L}{2,7}(?:\/\S*)?$/iu.test(text))
    return true
  const words = text.replace(/^\p{N}{1,3}\s+|\s+\p{N}{1,3}$/u, '')
  return (
    (words !== text && isSection(words, rules)) ||
    (length(text, rules) <= 8 && pattern(rules.page.printed ?? NONE, '(?:^|\\s)(?:%)$').test(text))
  )
}

/** What only a line above the headline can be: the name of the paper, a day, the way to the page. */
export const isHeadOfPage = (text: string, rules: LanguageRules): boolean =>
  isMasthead(text, rules) ||
  isNumberedHead(text, rules) ||
  isRunningHead(text, rules) ||
  isTrail(text, rules) ||
  isDatedHead(text, rules) ||
  isMenuLine(text, rules) ||
  isCoded(text) ||
  isSlug(text)

/** Of the page by its own words. */
export function isPageLine(line: Line, rules: LanguageRules): boolean {
  if (line.hint === 'furniture' || line.hint === 'time') return true
  if (line.picture !== undefined || line.heading === 1) return false
  const {text} = line
  // "1.2k", "A- A+", "(c) The Kiln Courier"
  if (/^[\d.,\sk]+$|^(?:A\s?[-+−]\s?){1,3}$|^\(c\)\s.{2,60}$/iu.test(text)) return true
  if (text.length < 40 && isButton(text, rules)) return true
  const isParted = (between: RegExp): boolean => {
    if (text.length >= 120) return false
    const parts = text.split(between)
    return parts.length > 1 && parts.every((part) => isPageText(part, rules))
  }
  return (
    isFurniture(text, rules) ||
    isRunningHead(text, rules) ||
    isDayAndButtons(text, rules) ||
    ((line.list === undefined || /\d{4}/u.test(text)) && isDateLine(text, rules)) ||
    // "Published on 4 May – 3 min read"
    isParted(rules.hasNoSpaces ? /[\s|｜]+/u : /\s[|•·–—-]\s/u) ||
    // "Published on 4 May 2031, updated on 5 May 2031"
    isParted(pattern(rules.page.published, ',\\s(?=%)'))
  )
}

/** "5 hours ago Share Save": a bar whose parts the page sets apart. */
function isDayAndButtons(text: string, rules: LanguageRules): boolean {
  if (text.length > 60 || !/^\d/u.test(text)) return false
  const ends = rules.hasNoSpaces ? /(?=\D)/gu : /(?=\s)/gu
  const areButtons = (rest: string): boolean =>
    isButton(rest, rules) ||
    (rules.hasNoSpaces === true && pattern(rules.page.buttons, '^(?:%)+$').test(rest))
  return [...text.matchAll(ends)].some(
    ({index}) => isDateLine(text.slice(0, index), rules) && areButtons(text.slice(index).trim()),
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
  lines.forEach((line, index) => {
    if (isPageLine(line, rules) || (index < first && isHeadOfPage(line.text, rules)))
      found.add(index)
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
    const isEnd = head > lastText
    const isText = (index: number) => !isEnd && isSurelyText(textOf(index), rules)
    // In a text without blank lines the first paragraph follows the buttons.
    const text = group.find((index) => index >= head && isText(index)) ?? lines.length
    const below = group.filter((index) => index >= head && index < text)
    const box = isEnd
      ? [...below, ...range(head, lines.length).filter((index) => isLoose(textOf(index), rules))]
      : below
    for (const index of box) if (index === head || !isKept(index)) found.add(index)
    // "Related coverage" above a list of links.
    let item = (below.at(-1) ?? head) + 1
    if (!isEnd) while (isLink(lines[item], rules)) found.add(item++)
    // The head of a box without a line of its own below it.
    if (
      !isEnd &&
      below.length === 1 &&
      next.length > 1 &&
      next.every((index) => isLoose(textOf(index), rules) && !isKept(index))
    ) {
      for (const index of next) found.add(index)
    }
  }

  /** A newsletter box: some lines, one of them a button. */
  function addButtons(group: number[]) {
    if (group.length < 2 || group.includes(first)) return
    // Right below the headline, a byline is beside the standfirst, the day and the buttons.
    const [start = 0] = group
    if (start > first && start < first + 6 && group.some(isKept)) return
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

/** An item of a list of links. */
const isLink = (line: Line | undefined, rules: LanguageRules): boolean =>
  line?.list !== undefined && !endsSentence(line.text) && isLoose(line.text, rules)

/** A sentence that is too long for a box. */
const isSurelyText = (text: string, rules: LanguageRules): boolean =>
  endsSentence(text) && length(text, rules) > 16

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
    .filter((group) => !group.includes(first))
    .flat()
}

const range = (from: number, to: number): number[] =>
  Array.from({length: Math.max(0, to - from)}, (_, i) => from + i)
