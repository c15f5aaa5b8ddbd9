// Who made a picture and who has the rights, from its credit as printed. No creator is invented.
import type {LanguageRules} from '../languages/rules.ts'
import {isOrganisation, isPersonName, titleCase} from './names.ts'
import {isGivenName} from '../languages/given-names.ts'
import {pattern, wordPattern, WORD_END, WORD_START} from './patterns.ts'

export interface CreditParties {
  creator: string | null
  holder: string | null
}

export function creditParties(
  creditLine: string,
  rules: LanguageRules,
  /** The text of the article, in which a company may have been named. */
  article = '',
): CreditParties {
  const line = withoutBareLabel(
    withoutSign(creditLine).replace(pattern(rules.photos.creditLabels, '^%\\s*[:：]\\s*'), ''),
    rules,
  )
  const japanese = rules.hasNoSpaces ? japaneseParties(line, rules, article) : null
  return japanese ?? wordedParties(line, rules) ?? listedParties(line, rules, article)
}

/** "© 2026 Acme. All rights reserved." is Acme's. */
const withoutSign = (credit: string): string =>
  credit
    .replace(/[«»]\s?/gu, '')
    .replace(
      /^(?:(?:[©Ⓒⓒ]|[(（][cｃ][)）]|copyright(?=\W))\s*)+(?:\d{4}(?:\s?[-–]\s?\d{2,4})?[.,]?\s+)?/iu,
      '',
    )
    .replace(/[.,]?\s*all rights reserved\.?$/iu, '')
    .trim()

/** "Photo Léo Marche" has a label without a colon. */
export function withoutBareLabel(credit: string, rules: LanguageRules): string {
  const rest = pattern(rules.photos.creditLabels, '^%\\s+(?<rest>\\S.*)$').exec(credit)?.groups?.[
    'rest'
  ]
  if (!rest || pattern(rules.photos.courtesy, '^%\\s').test(credit)) return credit
  const [first = ''] = partsOfCredit(rest, rules)
  const isName =
    isPersonLike(first, rules) || isHolder(first, rules) || wordedParties(rest, rules) !== null
  return isName && /^\p{Lu}/u.test(rest) ? rest : credit
}

/** What words between the names say: "courtesy of Holder", "Name via AGENCY", "Holder by Name", "Name for Holder". */
export function wordedParties(line: string, rules: LanguageRules): CreditParties | null {
  const {photos} = rules
  const courtesy = pattern(photos.courtesy, '^%\\s+(?<holder>.+)$').exec(line)?.groups?.['holder']
  // CEDIDA POR EL COMITÉ
  if (courtesy)
    return {
      creator: null,
      holder: withoutArticle(courtesy, rules, ALL_CAPITALS.test(courtesy) ? 'iu' : 'u'),
    }
  const {first = '', agency = ''} =
    pattern(photos.via, '^(?<first>.+?),?\\s+%\\s+(?<agency>.+)$').exec(line)?.groups ?? {}
  if (first && !isNote(first, rules)) {
    const parties = listedParties(first, rules)
    return parties.holder === null ? {...parties, holder: agency} : parties
  }
  if (first) return {creator: null, holder: agency}
  const by = pattern(photos.by, '^(?<holder>.+?)\\s+(?<word>%)\\s+(?<creator>.+)$').exec(
    line,
  )?.groups
  if (by) {
    const {holder = '', word = '', creator = ''} = by
    // "Jana von der Marsch" is one name.
    const isOneName =
      wordPattern(rules.names.particles, '^%$').test(word) && !isPersonLike(creator, rules)
    if (!isOneName && !/[/／|]/u.test(creator))
      return {creator, holder: withoutLabel(holder, rules)}
  }
  const given = pattern(photos.for, '^(?<creator>.+?)\\s+%\\s+(?<holder>.+)$').exec(line)?.groups
  return given && isPersonLike(given['creator'] ?? '', rules)
    ? {creator: given['creator'] ?? null, holder: given['holder'] ?? null}
    : null
}

/** "AGENCY Photo/Name", "NAME (AGENCY)", "Name, Agency", "Name—Agency", "Agency: Name", or one of them. */
const BETWEEN_PARTS = /\s*[/／|;—]\s*|\s*[,、，]\s+|\s[–-]\s|[:：]\s+/u

/** "NAME (AGENCY)", "Name (Agency)". */
const BRACKETS = /^(?<first>[^()（）]+?)\s*[(（](?<second>[^()（）]+)[)）]$/u

/** Parts of a credit that are a person or a holder. */
export function partsOfCredit(line: string, rules: LanguageRules): string[] {
  const brackets = BRACKETS.exec(line)?.groups
  const parts = (
    brackets
      ? [brackets['first'] ?? '', brackets['second'] ?? '']
      : line.split(line.includes(';') ? /\s*;\s*/u : BETWEEN_PARTS)
  )
    .map((part) => part.trim())
    .filter((part) => part && !isNote(part, rules))
  // A collection within an archive: the archive has the rights.
  const isCollection = pattern(rules.photos.collections, '^%$')
  const others = parts.filter((part) => !isCollection.test(part))
  return others.length > 0 ? others : parts
}

/** "Brightwater Ferries", if the article has it only as where somebody works: "at Brightwater Ferries". */
function isFirmOfArticle(name: string, article: string): boolean {
  const before = article.split(capitalised(name)).slice(0, -1)
  return (
    name.includes(' ') &&
    !isGivenName(capitalised(name)) &&
    before.length > 0 &&
    before.every((text) => /(?:^|\s)(?:at|bei|beim|vom|chez)\s$/u.test(text.slice(-8)))
  )
}

function listedParties(line: string, rules: LanguageRules, article = ''): CreditParties {
  const parts = partsOfCredit(line, rules)
  if (parts.length === 0) return {creator: null, holder: null}
  if (parts.length === 1) {
    const only = parts[0] ?? ''
    return isPersonLike(only, rules) && !isFirmOfArticle(only, article)
      ? {creator: only, holder: null}
      : {
          creator: null,
          holder: withoutLabel(withoutArchive(withoutArticle(only, rules), rules), rules),
        }
  }
  const people = parts.filter((part) => isPersonLike(part, rules))
  const others = parts.filter((part) => !people.includes(part))
  if (people.length === 0) {
    // A person's name is longer than the short name of an agency.
    const person = parts.find(
      (part) => /^\p{Lu}\S* (?:\S+ ){0,2}\p{Lu}\S*$/u.test(part) && !isHolder(part, rules),
    )
    return person && parts.length === 2
      ? {creator: person, holder: withoutLabel(parts.find((part) => part !== person) ?? '', rules)}
      : {creator: null, holder: parts.join('/')}
  }
  if (others.length > 0)
    return {creator: people.join(', '), holder: withoutLabel(others.join('/'), rules)}
  // Two people with a comma, but a person and an agency that is called like one with a stroke.
  return /[/／|—(]/u.test(line)
    ? {creator: people[0] ?? null, holder: people.slice(1).join('/') || null}
    : {creator: people.join(', '), holder: null}
}

/** A name, not an acronym: LÉO MARCHENOIR. */
const ALL_CAPITALS = /^[\p{Lu}\p{M}\s’'.-]+$/u

/** "File photo", "privat": neither a person nor a holder. */
export const isNote = (text: string, {photos}: LanguageRules): boolean =>
  pattern(photos.creditNotes, '^%\\.?$').test(text)

/** The name of an agency, an archive, an institution. */
export const isHolder = (text: string, rules: LanguageRules): boolean =>
  isOrganisation(text, rules) ||
  // "L’Écho du Four" is a paper.
  /^L[’']\p{Lu}/u.test(text) ||
  pattern(rules.photos.holders, `${WORD_START}%${WORD_END}`, 'iu').test(text)

/** One person or several: "Isla Brandreth and Rory Quaile". */
export function isPersonLike(text: string, rules: LanguageRules): boolean {
  const parts = text.split(pattern(rules.head.and, '\\s+%\\s+'))
  return parts.every((part) => isPerson(part, rules) || isPerson(capitalised(part), rules))
}

const isPerson = (text: string, rules: LanguageRules): boolean =>
  isPersonName(text, rules) && !isHolder(text, rules)

const capitalised = (text: string): string => (ALL_CAPITALS.test(text) ? titleCase(text) : text)

/** "HW Photo" is HW, and SURF IMAGES is a name. */
const withoutLabel = (text: string, {photos}: LanguageRules): string => {
  const short = text.replace(pattern(photos.creditLabels, '\\s+%$'), '').trim()
  return /^\p{Lu}{2,6}$/u.test(short) && !ALL_CAPITALS.test(text) ? short : text
}

const withoutArticle = (text: string, {names}: LanguageRules, flags: 'u' | 'iu' = 'u'): string =>
  text.replace(pattern(names.articles, '^%\\s+', flags), '').trim()

/** ARCHIVO FAMILIA GALDAMES has the picture from the family; an ARCHIVO MUNICIPAL is the archive itself. */
function withoutArchive(text: string, rules: LanguageRules): string {
  const owner = pattern(rules.photos.archives, '^%\\s+(?<owner>\\S.*)$').exec(text)?.groups?.[
    'owner'
  ]
  const first = owner?.split(' ')[0] ?? ''
  const isOwner =
    isOrganisation(titleCase(first), rules) ||
    pattern(rules.names.articles, '^%$', 'iu').test(first)
  return owner && isOwner && !/^\p{Lu}{2,6}$/u.test(owner) ? owner : text
}

/** 名前／通信, 省提供, ©新聞 名前撮影, 名前（通信） */
function japaneseParties(
  line: string,
  rules: LanguageRules,
  article: string,
): CreditParties | null {
  const {photos} = rules
  if (/^[\p{sc=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(line)) return null
  const given = pattern(photos.courtesy, '^(?<giver>.+?)%$', 'u').exec(line)?.groups?.['giver']
  if (given !== undefined) {
    const person = /^(?<name>.+?)(?:さん|氏|様)の?$/u.exec(given)?.groups?.['name']
    return person && isJapanesePerson(person, rules, '')
      ? {creator: person, holder: null}
      : {creator: null, holder: given.trim()}
  }
  const taken = pattern(photos.by, '^(?<who>.*?)・?(?:%)$', 'u').exec(line)?.groups?.['who']
  const brackets = /^(?<name>[^（(]+)[（(](?<holder>[^（）()]+)[）)]$/u.exec(taken ?? line)?.groups
  const parts = brackets
    ? [brackets['name'] ?? '', brackets['holder'] ?? '']
    : (taken ?? line)
        .split(/[\s　／/、，|｜]+|・(?=[\p{sc=Han}]{2,4}[\p{sc=Han}\p{sc=Kana}]*$)/u)
        .filter(Boolean)
  const named = parts.filter((part) => !isNote(part, rules))
  const people = named.filter((part) => isJapanesePerson(part, rules, article))
  const others = named.filter((part) => !people.includes(part))
  if (people.length === 0) {
    if (taken !== undefined && !named.some((part) => isHolder(part, rules)))
      return {creator: null, holder: null}
    return {creator: null, holder: (taken ?? line) || null}
  }
  return {creator: people.join('、'), holder: restOf(taken ?? line, people, others) || null}
}

/** What is left of a credit without its people. */
function restOf(line: string, people: readonly string[], others: readonly string[]): string {
  if (others.length < 2) return others[0] ?? ''
  return people
    .reduce((rest, name) => rest.replace(name, ''), line)
    .replace(/^[\s　／/・、，|｜（(]+|[\s　／/・、，|｜）)]+$/gu, '')
}

/** Not a company with a name like a person's, which the article names without 「さん」 or a title: 「東灘汽船が」. */
function isJapanesePerson(name: string, rules: LanguageRules, article: string): boolean {
  const length = [...name].length
  if (!isPersonName(name, rules) || isHolder(name, rules)) return false
  if (/\p{sc=Han}/u.test(name) && (length < 3 || length > 6)) return false
  if (pattern(rules.photos.holders, '%$', 'u').test(name)) return false
  const after = article.split(name).slice(1)
  return (
    !after.some((rest) => /^(?:[がはのをにでともへ]|から|など|側)/u.test(rest)) ||
    after.some((rest) => /^(?:さん|氏|くん|君|ちゃん|先生|選手)/u.test(rest))
  )
}
