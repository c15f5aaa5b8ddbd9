// The credit of a picture: where its caption ends, who made it, who has the rights.
import type {LanguageRules} from '../languages/rules.ts'
import {isOrganisation, isPersonName, titleCase} from './names.ts'
import {length, oncePer, pattern} from './patterns.ts'

export interface SplitCaption {
  caption: string
  /** As printed, without brackets and label. */
  creditLine: string
  /** After the credit, and of the page: "Purchase Licensing Rights". */
  rest: string | null
}

const OPEN = '[(（\\[［]'
const CLOSE = '[)）\\]］]'

/** A caption and the credit at its end. Null where no form of credit is found. `isCaption`: it is surely a caption. */
export function splitCaption(
  text: string,
  rules: LanguageRules,
  isCaption = false,
): SplitCaption | null {
  const {photos, page} = rules
  const tail = pattern(page.afterCredit, `\\s*((?:%)(?:[\\s,]*%)*)\\s*$`).exec(text)
  const rest = tail?.[1]?.trim() ?? null
  const whole = tail ? text.slice(0, tail.index) : text
  const label = photos.creditLabels
  const forms = [
    // "Caption. Photograph: Name" and "Caption.Credit...Name"
    pattern(
      label,
      `^(?<caption>.*?)(?:^|\\s|(?<=[.。!?’”"»）)]))${OPEN}?%\\s*(?:[:：]|\\.{2,3}|…)\\s*(?<credit>[^:：]+?)${CLOSE}?\\s*$`,
    ),
    // "Caption. (Photo by Name)", "Caption. Photo by Name"
    pattern(
      photos.by,
      `^(?<caption>.*[.!?”"’»])\\s*${OPEN}?(?:\\p{L}+\\s)?${labelsBeforeBy(label)}\\s%\\s(?<credit>[^.]+?)${CLOSE}?\\s*$`,
    ),
    // "Caption. (© Holder by Name)"
    /^(?<caption>.*?)\s*[(（[［]\s*(?<credit>[©Ⓒⓒ][^()（）]*(?:[(（][^()（）]*[)）])?[^()（）]*)[)）\]］]\s*[.。]?\s*$/u,
    // "Caption. © Holder"
    /^(?<caption>.*?)\s*(?<credit>[©Ⓒⓒ]\s*[^.。]+(?:\.\p{L}+)*)\s*$/u,
    ...(rules.hasNoSpaces ? japaneseForms(rules) : []),
    // "Caption (foto Name/AGENCY)", "Caption (courtesy Holder)"
    pattern(
      label,
      `^(?<caption>.*?)\\s*${OPEN}(?:%)\\s(?<credit>(?!\\p{Ll})[^()]{3,60})${CLOSE}\\s*$`,
      'u',
    ),
    pattern(
      photos.courtesy,
      `^(?<caption>.*?)\\s*${OPEN}(?<credit>(?:%)\\s[^()]{3,60})${CLOSE}\\s*$`,
    ),
    // "Caption. Courtesy of Holder"
    pattern(photos.courtesy, `^(?<caption>.*[.!?…”"’»])\\s+(?<credit>%\\s\\p{Lu}[^.]+)$`),
    ...(isCaption ? SURE_FORMS : []),
    // "Caption. / Name"
    /^(?<caption>.*[.!?…”"’»])\s*\/\s+(?<credit>\p{Lu}[^/.]{3,60})$/u,
    // "Caption. (AGENCY/Name)", "Caption. (Office via AGENCY)"
    /^(?<caption>.*[.!?…”"’»])\s*\((?<credit>[^()]{2,80}(?:\([^()]*\))?)\)\s*$/u,
    /^(?<caption>.*[^.!?])\s*\((?<credit>\p{Lu}[^()]{1,80}\/[^()]{2,60})\)\s*$/u,
    // "Caption, July 19, 2022. AGENCY/Name/File Photo"
    /^(?<caption>.*[.!?…”"’»])\s*(?<credit>\p{Lu}[\p{L}\p{N}&. -]{1,30}\/\s?\p{Lu}[^.]{2,60})$/u,
    // "Caption. NAME / AGENCY", all in capitals
    /^(?<caption>.*[.!?…”"’»])\s+(?<credit>\p{Lu}[\p{Lu}\p{M}’'.-]+(?:[\s/,&+-]+(?:\p{Lu}[\p{Lu}\p{M}’'.-]*|\([\p{Lu}\s]+\)))+)$/u,
  ]
  for (const form of forms) {
    const found = form.exec(whole)?.groups
    const credit = found?.['credit']?.trim()
    if (!credit || credit.split(/\s+/u).length > 14) continue
    const caption = (found?.['caption'] ?? '').replace(/\s*[|/–—-]\s*$/u, '').trim()
    return {caption, creditLine: credit, rest}
  }
  return null
}

/** A caption has fewer words than most paragraphs. */
const LONGEST_CAPTION = 70

/** Whether a paragraph is a caption with its credit. */
export const isCaptionWithCredit = (text: string, rules: LanguageRules): boolean =>
  length(text, rules) <= LONGEST_CAPTION && !isStatement(text, rules)

/** Whether a paragraph ends in no credit, or in a remark in brackets that only looks like one. */
function isStatement(text: string, rules: LanguageRules): boolean {
  const split = splitCaption(text, rules)
  if (!split || split.caption === '') return true
  if (/[©Ⓒⓒ/／]/u.test(split.creditLine) || !text.includes(split.creditLine + ')')) return false
  const {creator, holder} = creditParties(split.creditLine, rules)
  const isBracketSentence = /[.!?]\s*\)$/u.test(text) || split.creditLine.split(/\s+/u).length > 8
  return (
    isBracketSentence ||
    (creator === null && !/\p{Lu}/u.test(holder ?? '')) ||
    !/\p{Lu}/u.test(split.creditLine.slice(0, 1))
  )
}

/** In what is surely a caption. */
const SURE_FORMS = [
  // "Caption. Rendering: Office"
  /^(?<caption>.*[.!?…”"’»])\s+\p{Lu}[\p{L}-]+:\s(?<credit>[^.:]{3,60})$/u,
  // "Caption | Name / Agency"
  /^(?<caption>.*\S)\s+\|\s+(?<credit>\p{Lu}[^|.]{3,60})$/u,
]

/** The words before "by": "Photo by". */
const labelsBeforeBy = oncePer(
  (labels: readonly string[]) =>
    `(?:${labels.map((label) => label.replace(/ (?:by|von|par|por)$/u, '')).join('|')})`,
)

const japaneseForms = ({photos}: LanguageRules): RegExp[] => [
  // （写真：名前／通信）, （写真はすべて省提供）
  pattern(
    photos.creditLabels,
    `^(?<caption>.*?)[（(](?:%)[:：＝=／は・]\\s*(?<credit>[^（）()]+)[）)]\\s*$`,
    'u',
  ),
  // （省提供）, （名前撮影）
  pattern(photos.by, `^(?<caption>.*?)[（(](?<credit>[^（）()]*%)[）)]\\s*$`, 'u'),
  // ＝11日午後、名前撮影: the date is the caption's.
  pattern(photos.by, `^(?<caption>.*＝[^＝、]*[日時分月])、(?<credit>[^＝、]*%)\\s*$`, 'u'),
  // ＝省提供, ＝名前撮影
  pattern(photos.by, `^(?<caption>.*)＝(?<credit>[^＝]*%)\\s*$`, 'u'),
]

/** Who made the picture and who has the rights, from the credit as printed. No creator is invented. */
export function creditParties(
  creditLine: string,
  rules: LanguageRules,
): {creator: string | null; holder: string | null} {
  const {photos} = rules
  const line = creditLine
    .replace(/[«»]\s?/gu, '')
    .replace(/^[©Ⓒⓒ]\s*/u, '')
    .replace(/^\(c\)\s*/iu, '')
    .trim()
  if (rules.hasNoSpaces) {
    const japanese = japaneseParties(line, rules)
    if (japanese) return japanese
  }
  const courtesy = pattern(photos.courtesy, `^%\\s+(?<holder>.+)$`).exec(line)?.groups?.['holder']
  // CEDIDA POR EL COMITÉ
  if (courtesy)
    return {
      creator: null,
      holder: withoutArticle(courtesy, rules, ALL_CAPITALS.test(courtesy) ? 'iu' : 'u'),
    }
  const via = pattern(photos.via, `^(?<first>.+?),?\\s+%\\s+(?<agency>.+)$`).exec(line)?.groups
  if (via) {
    const first = via['first'] ?? ''
    if (/[/／]/u.test(first)) return slashParties(first, rules)
    return isPersonName(first, rules)
      ? {creator: first, holder: via['agency'] ?? null}
      : {creator: null, holder: withoutArticle(first, rules)}
  }
  const by = pattern(photos.by, `^(?<holder>.+?)\\s+%\\s+(?<creator>.+)$`).exec(line)?.groups
  if (by) return {creator: by['creator'] ?? null, holder: withoutLabel(by['holder'] ?? '', rules)}
  const forHolder = pattern(photos.for, `^(?<creator>.+?)\\s+%\\s+(?<holder>.+)$`).exec(
    line,
  )?.groups
  if (forHolder && isPersonLike(forHolder['creator'] ?? '', rules)) {
    return {creator: forHolder['creator'] ?? null, holder: forHolder['holder'] ?? null}
  }
  return slashParties(line, rules)
}

/** "Name/AGENCY", "AGENCY Photo/Name", "NAME (AGENCY)", "Name, Agency", or one of them. */
function slashParties(
  line: string,
  rules: LanguageRules,
): {creator: string | null; holder: string | null} {
  const brackets = /^(?<first>[^()（）]+?)\s*[(（](?<second>[^()（）]+)[)）]$/u.exec(line)?.groups
  const note = pattern(rules.photos.creditNotes, `^%$`)
  const parts = (
    brackets
      ? [brackets['first'] ?? '', brackets['second'] ?? '']
      : line.split(line.includes(';') ? /\s*;\s*/u : /\s*[/／|]\s*|\s*[,、，]\s+|\s[—–-]\s/u)
  )
    .map((part) => part.trim())
    .filter((part) => part && !note.test(part))
  if (parts.length === 0) return {creator: null, holder: null}
  if (parts.length === 1) {
    const only = parts[0] ?? ''
    return isPersonLike(only, rules)
      ? {creator: only, holder: null}
      : {creator: null, holder: withoutArticle(only, rules)}
  }
  const people = parts.filter((part) => isPersonLike(part, rules))
  const others = parts.filter((part) => !people.includes(part))
  if (people.length === 0) {
    // A person's name is longer than the short name of an agency.
    const person = parts.find((part) => / /u.test(part) && !isOrganisation(part, rules))
    return person
      ? {
          creator: person,
          holder: withoutLabel(parts.filter((part) => part !== person).join('/'), rules),
        }
      : {creator: null, holder: parts.join('/')}
  }
  if (others.length === 0)
    return {creator: people[0] ?? null, holder: people.slice(1).join('/') || null}
  return {creator: people.join(', '), holder: withoutLabel(others.join('/'), rules)}
}

/** A name, not an acronym: LÉO MARCHENOIR. */
const ALL_CAPITALS = /^[\p{Lu}\p{M}\s’'.-]+$/u

/** One person or several: "Isla Brandreth and Rory Quaile". */
function isPersonLike(text: string, rules: LanguageRules): boolean {
  const parts = text.split(pattern(rules.head.and, `\\s+%\\s+`))
  return parts.every(
    (part) =>
      isPersonName(part, rules) ||
      (ALL_CAPITALS.test(part) && isPersonName(titleCase(part), rules)),
  )
}

/** "HW Photo" is HW. */
const withoutLabel = (text: string, {photos}: LanguageRules): string => {
  const short = text.replace(pattern(photos.creditLabels, `\\s+%$`), '').trim()
  return /^\p{Lu}{2,6}$/u.test(short) ? short : text
}

const withoutArticle = (text: string, {names}: LanguageRules, flags: 'u' | 'iu' = 'u'): string =>
  text.replace(pattern(names.articles, `^%\\s+`, flags), '').trim()

/** 名前／通信, 省提供, ©新聞 名前撮影, 名前（通信） */
function japaneseParties(
  line: string,
  rules: LanguageRules,
): {creator: string | null; holder: string | null} | null {
  const taken = pattern(rules.photos.by, `^(?<who>.*?)(?:%)$`, 'u').exec(line)?.groups?.['who']
  const isGiven = pattern(rules.photos.courtesy, `%$`, 'u').test(line)
  const given = isGiven ? line.replace(pattern(rules.photos.courtesy, `%$`, 'u'), '').trim() : null
  if (given !== null)
    return isPersonName(given.replace(/さん$|氏$/u, ''), rules)
      ? {creator: given.replace(/さん$|氏$/u, ''), holder: null}
      : {creator: null, holder: given}
  const parts = (taken ?? line).split(/[\s　／/・、，]+/u).filter(Boolean)
  const people = parts.filter((part) => isPersonName(part, rules))
  if (people.length === 0 || (parts.length > 2 && taken === undefined))
    return parts.length === 1 || taken !== undefined ? {creator: null, holder: taken ?? line} : null
  return {
    creator: people.at(-1) ?? null,
    holder: parts.filter((part) => part !== people.at(-1)).join('／') || null,
  }
}
