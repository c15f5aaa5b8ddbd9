// The place that an article is written from, at the beginning of its first paragraph.
import type {LanguageRules} from '../languages/rules.ts'
import {namesIn} from './names.ts'
import {isDate, isLabel} from './page.ts'
import {pattern, wordPattern} from './patterns.ts'

export interface SplitDateline {
  dateline: string
  /** What is left of the paragraph. */
  text: string
  /** 【ヴェルタ港＝三枝隼人】 names the author, too. */
  bylines: string[]
}

const WORD = String.raw`(?:\p{Lu}\p{L}{0,2}\.\s?)*\p{Lu}[\p{L}\p{M}’'-]*`
const PLACE = String.raw`${WORD}(?:\s(?:(?:d[eu]l?|l[aeo]s?|am|an der|im|of|the|sur|sous|en|upon|y)\s)?${WORD}){0,3}`

const datelineWith = (end: string): RegExp =>
  new RegExp(
    String.raw`^(?<dateline>(?<place>${PLACE})(?<second>\s?\/\s?${PLACE}|\s\(${PLACE}\))?(?<more>(?:,\s[^,()—–|:]{2,28}?){0,3})` +
      String.raw`(?<agency>\s\([\p{L}\p{N}\/ .&-]{2,30}\)|\s\/[\p{L}\p{N} .&-]{2,30}\/|\s\p{Ll}{2,4}(?=\s\|))?)(?<end>${end})\s*(?<text>[^\s(].*)$`,
    'su',
  )

/**
 * PORT ALDON, Ruthia, April 2 (Kiln Wire) — , Fichtenmühl/Berlin (dpa) - , Lorbec, envoyé spécial. – ; only then what
 * ends with a point: the day in "KILN BAY, 4. Mai (agt) –" has one, too.
 */
const DATELINES = [
  datelineWith(String.raw`\s?[.·:]?\s?[—–_-]{1,2}|\s?[|·]`),
  datelineWith(String.raw`(?<!(?<!\d)\d{1,2})[.:]`),
  // "KILN BAY, 16. November Am Sonntag brannte …"
  datelineWith(String.raw`(?<=\p{Ll}|\d{4})(?=\s\p{Lu})`),
]

/** May 4 (Kiln Wire) - */
const DAY_OF_AGENCY =
  /^(?<dateline>(?<day>[^()]{4,24})\s\([^()]{2,30}\))\s[—–-]{1,2}\s(?<text>.+)$/su

/** Null if the paragraph begins with its text. `article` is the whole text. */
export function splitDateline(
  text: string,
  rules: LanguageRules,
  article = '',
): SplitDateline | null {
  if (rules.hasNoSpaces) return japaneseDateline(text, rules)
  for (const expression of DATELINES) {
    const found = expression.exec(text)
    const {dateline = '', text: rest = ''} = found?.groups ?? {}
    if (found && isDateline(found, rules, article))
      return {dateline: dateline.trim(), text: rest, bylines: []}
  }
  const {dateline = '', day = '', text: rest = ''} = DAY_OF_AGENCY.exec(text)?.groups ?? {}
  return dateline && isDate(day, rules) ? {dateline, text: rest, bylines: []} : null
}

/** "4 May", "im Mai" */
const isTime = (text: string, rules: LanguageRules): boolean =>
  isDate(text, rules) || wordPattern(rules.page.calendar, '^(?:\\p{Ll}+\\s)?%$').test(text)

function isDateline(found: RegExpExecArray, rules: LanguageRules, article: string): boolean {
  const {place = '', second = '', more = '', agency = '', end = '', text = ''} = found.groups ?? {}
  const additions = more.split(/,\s/u).filter(Boolean)
  const isRole = pattern(rules.head.authorRoles, '^(?:%)')
  const isDated = additions.some((part) => isTime(part, rules))
  const isSent = additions.some((part) => isRole.test(part))
  const areRegions = additions.every(
    (part) => isTime(part, rules) || isRole.test(part) || /^\p{Lu}[\p{L}.’' -]+$/u.test(part),
  )
  const gap = found[0].slice(0, found[0].length - text.length)
  if (!areRegions || wordPattern(rules.names.starters, '^%$', 'iu').test(place)) return false
  // "Monday, May 4 – The kiln burns."
  if (isTime(place, rules)) return false
  // "REPORTAGE – Two trains a day"
  if (isLabel(place, rules)) return false
  if (end === '') return isTime(additions.at(-1) ?? '', rules) && /^[^\p{Ll}]{3,}$/u.test(place)
  const isSpaced =
    /\s[—–|·_-]{1,2}\s$|[.][—–-]{1,2}\s?$|[.]\s[—–-]\s$|[.:]\s$|^\S+(?:\s\S+)*[—–]{1,2}\s?$/u.test(
      gap,
    )
  const isSentence = /^[\p{Lu}\p{N}«„“”"‘'¿¡—–-]/u.test(text)
  if (!isSpaced) return false
  if (agency || isDated || isSent) return end !== ':'
  const isCapital = /^[^\p{Ll}]{3,}$/u.test(place) && /\p{Lu}{3}/u.test(place)
  const isNamed = [...rules.head.from, ...rules.names.genitives].some((word) =>
    article.includes(` ${word} ${place}`),
  )
  if (isCapital)
    return /[:]/u.test(end) ? isNamedInLower(place, article) : isSentence || !/[.]/u.test(end)
  if (!isSentence) return false
  // Arlay. – Le chien …
  if (/[.]\s?[—–-]/u.test(end)) return true
  // Saint-Orban – Chaque soir …, Las Eras | La línea …
  if (/[—–|]/u.test(end)) return place.split(' ').length <= 3
  // Fichtenmühl. Der Zettel …: only a place that the article names elsewhere, for it may be a sentence of one word.
  return isNamed || (second !== '' && !/:/u.test(end))
}

/** DEHLI: … is not a speaker in an interview if the article writes Dehli, too. */
const isNamedInLower = (place: string, article: string): boolean =>
  new RegExp(String.raw`\s${place.replaceAll(/[.’'-]/gu, '.')}(?!\p{Ll})`, 'iu').test(
    article.replaceAll(place, ''),
  )

/** 【ヴェルタ港＝三枝隼人】, ［鳴浜 ４日 共同］ */
const JAPANESE_DATELINE =
  /^[【［[](?<inside>[^】］\]]{2,30})[】］\]]\s*(?:[-–—－]\s*)?(?<text>.+)$/su

/** （鳴浜＝三枝隼人）, 鳴浜４日＝潮流通信 : without such brackets only what has a day or an author. */
const PLAIN_JAPANESE_DATELINE =
  /^(?:[（(](?<inside>[^（）()、。]{1,12}(?:[\d０-９]日|[＝=])[^（）()、。]{0,12})[)）]|(?<open>[^\s、。＝（）]{1,10}[\d０-９]日[＝=][^\s、。＝]{2,8})[\s　])\s*(?<text>.+)$/su

function japaneseDateline(text: string, rules: LanguageRules): SplitDateline | null {
  const groups = (JAPANESE_DATELINE.exec(text) ?? PLAIN_JAPANESE_DATELINE.exec(text))?.groups ?? {}
  const {text: rest = ''} = groups
  const inside = groups['inside'] ?? groups['open'] ?? ''
  if (rest === '' || /^(?:[^】]*(?:訂正|関連|速報|独自|動画|写真|PR|追記))/u.test(inside))
    return null
  // 【ヴェルタ三枝隼人】: the script changes.
  const joined =
    /^(?<place>[\p{sc=Katakana}ー]{3,})(?<name>\p{sc=Han}[\p{sc=Han}\p{sc=Hiragana}]{2,4})$/u.exec(
      inside,
    )?.groups
  const [place = '', ...people] = joined
    ? [joined['place'] ?? '', joined['name'] ?? '']
    : inside.split(/[＝=]/u)
  const [first = '', second] = place.split('・')
  const bylines = [...people, second ?? ''].flatMap(
    (part) => namesIn(part.replace(/記者$/u, ''), rules) ?? [],
  )
  // 【鳴浜４日＝潮流通信】 names an agency.
  if (bylines.length === 0) return {dateline: inside, text: rest, bylines}
  return {dateline: second && bylines.includes(second) ? first : place, text: rest, bylines}
}
