// A line below a headline that says several things: "By Ada Crane | May 4, 2025", "Torrealba - 23 feb 2026 - 05:30".
import type {LanguageRules} from '../languages/rules.ts'
import type {Line} from '../lines.ts'
import {type BylineLine, isAuthorRole, labelledByline, nameLine, signature} from './bylines.ts'
import {splitCaption} from './credits.ts'
import {isDate, isDateLine, isFurniture, isPageText} from './page.ts'
import {endsSentence, length} from './patterns.ts'

export interface MetaLine {
  byline: BylineLine | null
  place: string | null
  /** The day, how long the text is to read. */
  page: string[]
}

interface Part {
  from: number
  to: number
}

/** Null if one of the parts is something else, or if all belong to the page. */
export function metaLine(line: Line, index: number, rules: LanguageRules): MetaLine | null {
  const {text} = line
  if (text.length > 160 || !/\p{N}/u.test(text)) return null
  if (isDate(text, rules) || isFurniture(text, rules)) return null
  // "Ada Crane, a baker, at the kiln, on 4 May. NORA FLINT FOR « THE KILN »"
  const {caption = ''} = splitCaption(text, rules) ?? {}
  if (length(caption, rules) >= 8 && endsSentence(caption)) return null
  for (const parts of [partsOf(text, rules), ...partsAtCommas(text)]) {
    const found = parts && sorted(line, index, parts, rules)
    if (found) return found
  }
  const named = partsAtSpaces(text, rules).map((parts) => sorted(line, index, parts, rules))
  return named.find((found) => found?.byline) ?? null
}

function sorted(
  line: Line,
  index: number,
  parts: readonly Part[],
  rules: LanguageRules,
): MetaLine | null {
  const found: MetaLine = {byline: null, place: null, page: []}
  const page: Part = {from: 0, to: 0}
  const endPage = () => {
    if (page.to > page.from) found.page.push(line.text.slice(page.from, page.to))
    page.from = page.to
  }
  for (const part of parts) {
    const text = line.text.slice(part.from, part.to)
    // "The kiln in the yard, 1958" has a year, not a day.
    if (isPageText(text, rules) && !/^\d{1,4}$/u.test(text)) {
      if (page.to === page.from) page.from = part.from
      page.to = part.to
      continue
    }
    endPage()
    const own = {...line, text}
    const byline =
      found.byline === null
        ? (labelledByline(own, index, rules) ??
          nameLine(text, index, rules) ??
          (rules.hasNoSpaces ? signature(text, index, rules) : null))
        : null
    const more = found.byline && nameLine(text, index, rules)
    if (byline) found.byline = byline
    else if (more) found.byline?.bylines.push(...more.bylines)
    else if (found.byline?.role === null && isAuthorRole(text, rules)) found.byline.role = text
    else if (found.place === null && isPlace(text, rules)) found.place = text
    else return null
  }
  endPage()
  const isWhole = found.byline !== null || found.page.some((text) => isDateLine(text, rules))
  return isWhole && found.page.length > 0 && (found.byline ?? found.place) !== null ? found : null
}

/** Between strokes and dots; in Japanese also between spaces. */
function partsOf(text: string, rules: LanguageRules): Part[] | null {
  const between = rules.hasNoSpaces ? /[\s　|｜]+/gu : /\s*[|•·]\s*|\s+[/–—-]\s+/gu
  const parts: Part[] = []
  let from = 0
  for (const found of text.matchAll(between)) {
    parts.push({from, to: found.index})
    from = found.index + found[0].length
  }
  parts.push({from, to: text.length})
  const filled = parts.filter((part) => part.to > part.from)
  // 「2025年5月4日 日曜日」 is one day.
  const dated: Part[] = []
  for (const part of filled) {
    const last = dated.at(-1)
    if (last && isDate(text.slice(last.from, part.to), rules)) last.to = part.to
    else dated.push(part)
  }
  const whole = rules.hasNoSpaces ? withoutInnerSpaces(text, dated, rules) : dated
  return whole.length > 1 ? whole : null
}

/** 「文：真木ソラ 写真：長峰ジュン」 is one part. */
function withoutInnerSpaces(text: string, parts: readonly Part[], rules: LanguageRules): Part[] {
  const whole: Part[] = []
  let wasPage = true
  for (const part of parts) {
    const isPage = isPageText(text.slice(part.from, part.to), rules)
    const last = whole.at(-1)
    if (last && !isPage && !wasPage) last.to = part.to
    else whole.push({...part})
    wasPage = isPage
  }
  return whole
}

/** "By Ada Crane, May 4, 2025" */
const partsAtCommas = (text: string): Part[][] =>
  [...text.matchAll(/,\s+/gu)].map(({index, 0: comma}) => [
    {from: 0, to: index},
    {from: index + comma.length, to: text.length},
  ])

/** "Ada Crane May 4, 2025", as the copy of a page has it. Between them is a space before a number or a month. */
const partsAtSpaces = (text: string, rules: LanguageRules): Part[][] =>
  rules.hasNoSpaces || length(text, rules) > 12
    ? []
    : [...text.matchAll(/\s(?=\p{N}|\p{L}+\.?\s\p{N})|(?<=\p{N})\s(?=\p{L})/gu)].map(({index}) => [
        {from: 0, to: index},
        {from: index + 1, to: text.length},
      ])

const isPlace = (text: string, rules: LanguageRules): boolean =>
  !rules.hasNoSpaces &&
  length(text, rules) <= 4 &&
  /^\p{Lu}[\p{L}\p{M}’'-]{2,}(?:\s(?:\p{Lu}|\p{Ll}{1,3}\s)[\p{L}\p{M}’'-]*){0,3}$/u.test(text) &&
  !isDateLine(`${text} 1`, rules)
