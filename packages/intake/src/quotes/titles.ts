// What somebody is, as it is printed beside their name.
import type {LanguageRules} from '../languages/rules.ts'
import {
  eitherCase,
  oncePer,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
  WORD_END,
  WORD_START,
} from '../parts/patterns.ts'

export interface FoundTitle {
  title: string | null
  /** As printed: a name, or "the institute". */
  affiliation: string | null
  /** Of the names before it in the list, too: "A and B of the Asia Society". */
  isShared?: boolean
  /** Of the organisation that was named last: "its director". */
  isOwn?: boolean
}

const CAPITALS = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'&.-](?!s(?!\p{L}))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Lu}))?`

/** A kind of organisation, what may follow it, and what may be between it and the next word with a capital. */
export const organisationParts = oncePer(({names}: LanguageRules) => {
  const link = `(?:${wordsOf(names.links)})`
  return {
    link,
    kind: `(?:${sourceOf(eitherCase(names.organisations))})`,
    small: names.hasSmallWords
      ? '(?:\\s\\p{Ll}{4,}|\\s(?:de|del|des|du)\\s\\p{Ll}{5,}(?!\\s(?:de|del|du)))?'
      : '',
    middle: names.hasSmallWords ? `(?:\\p{Ll}{4,}\\s(?:${link}\\s|[dl][’'])?)?` : '',
  }
})

/** An organisation as it may follow "of" or "at": a name with small words in it, or "the institute". */
export const affiliationWords = oncePer((rules: LanguageRules): string => {
  const {names} = rules
  const {link} = organisationParts(rules)
  const owned = `(?:[’']s(?=\\s(?:${sourceOf(eitherCase(names.organisations))})(?![\\p{L}])))?`
  const named = `${CAPITALS}(?:\\s(?:(?:${link})\\s){0,2}${CAPITALS}${owned})*(?:\\s(?:${sourceOf(names.bodies)})(?![\\p{L}]))?`
  return `${beforeName(rules)}(?:${kindWords(rules)}|${named})`
})

const beforeName = ({names}: LanguageRules): string =>
  `(?:(?:${eitherCase(names.articles).join('|')})\\s)?(?:[dl][’'])?`

/** Of these, what surely is an organisation: "Universidad de Montegrís". */
const kindWords = oncePer((rules: LanguageRules): string => {
  const {link, kind, small, middle} = organisationParts(rules)
  return `${kind}${small}(?:\\s(?:${link}\\s|[dl][’']){0,2}${middle}${CAPITALS})*`
})

/** ", Chief Economist at Calloway Marine Bank", ", who heads the Bakers' Union", " of the Asia Society". */
export function titleAfter(text: string, at: number, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const rest = text
    .slice(at, at + 220)
    .replace(/^,\s(?:de\s|aged?\s)?\d{1,3}(?:\s(?:años|ans|Jahre(?:\salt)?))?(?=,)/u, '')
    .replace(pattern(names.isVerbs, `^\\s%\\s`), ', ')
    .replace(pattern(names.isClauses, `^,\\s%\\s(?=(?:${sourceOf(names.articles)}))`), ', ')
  const lead =
    pattern(names.leads, `^,\\s%\\s(?<where>${affiliationWords(rules)})`, 'u').exec(rest) ??
    pattern(names.belongs, `^\\s(?:%)\\s(?<where>${affiliationWords(rules)})`, 'u').exec(rest)
  const apposition = /^,\s(?<words>[^,;:.()—–"“”«»„~]+(?:\.[\p{Ll}\p{N}][^,;:.~]*)?)/u.exec(rest)
    ?.groups?.['words']
  const isTitle =
    apposition !== undefined &&
    !wordPattern(names.clauses, '^%\\s').test(apposition) &&
    !(names.hasCapitalTitles === true && /^\p{Ll}+ed\s/u.test(apposition)) &&
    pattern(names.titles, `${WORD_START}%${WORD_END}`).test(beforeClause(apposition, rules))
  if (apposition !== undefined && isTitle) return splitTitle(beforeClause(apposition, rules), rules)
  const where = lead?.groups?.['where']
  const unknown = unlistedTitle(text, at, rules)
  if (unknown) return unknown
  if (!where || !/\p{Lu}/u.test(where)) return null
  return {title: null, affiliation: where, isShared: !lead[0].startsWith(',')}
}

/** A title that no list has: ", fisióloga de la Universidad", ", luthier,", ", a vicar at St Mary". */
export function unlistedTitle(text: string, at: number, rules: LanguageRules): FoundTitle | null {
  const {names, page, speech, head} = rules
  const noun = speech.hasCapitalNouns ? '\\p{Lu}\\p{Ll}{3,}' : '\\p{Ll}{4,}'
  const article = names.needsArticle
    ? `(?:${sourceOf(names.articles)})\\s`
    : `(?:(?:${sourceOf(names.articles)})\\s)?`
  const rest = text.slice(at, at + 140)
  const found = pattern(
    names.of,
    `^,\\s${article}(?<noun>${noun}(?:\\s\\p{Ll}{4,})?)(?:,\\s|\\s(?=(?:${wordsOf(names.clauses)}|${wordsOf(head.and)})\\s)|\\s(?<of>%)\\s?(?<where>${affiliationWords(rules)})(?=[,.;\\s]))`,
    'u',
  ).exec(rest)?.groups
  const [word = '', second = ''] = found?.['noun']?.split(' ') ?? []
  if (!word) return null
  const isOther =
    wordPattern(names.notTitles, '^%$').test(found?.['noun']?.split(' ').at(-1) ?? '') ||
    wordPattern(names.starters, '^%$').test(word) ||
    wordPattern(names.clauses, '^%$').test(word) ||
    wordPattern(page.calendar, '^%$').test(word) ||
    pattern(speech.verbs, '^%$').test(word) ||
    pattern(speech.documents, '^%$').test(word)
  if (isOther) return null
  const where = found?.['where']
  if (where && !/\p{Lu}/u.test(where)) return null
  // "an acoustician called by the company"
  const isCalled = pattern(together(speech.calls, speech.verbs), '^(?:%)$').test(second)
  const title = isCalled ? word : (found?.['noun'] ?? null)
  return {title, affiliation: where ?? null}
}

/** "the boatman who takes visitors": up to the clause. */
const beforeClause = (text: string, {names}: LanguageRules): string =>
  text.split(wordPattern(names.clauses, `\\s%\\s`, 'u'))[0] ?? text

/** "Chief Executive Ruth Okell", "the trust’s medical director, Vikram Sole", "El alcalde, Celso Arriaga". */
export function titleBefore(text: string, at: number, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const before = text.slice(Math.max(0, at - 120), at)
  const short = pattern(names.titlesBefore, `${WORD_START}(?<title>%)\\s$`).exec(before)?.groups?.[
    'title'
  ]
  if (short) return {title: short, affiliation: null}
  const honorifics = pattern(
    together(together(names.honorifics.any, names.honorifics.female), names.honorifics.male),
    `(?:%)\\.?\\s$`,
  )
  const plain = before.replace(honorifics, '').replace(pattern(names.ages, '(?:%)\\s$'), '')
  const clause = /,\s$/u.test(plain) ? lastClause(plain.replace(/,\s$/u, ''), rules) : undefined
  const apposed = clause && nounPhrase(clause, rules)
  if (
    apposed &&
    pattern(names.titles, `${WORD_START}%(?:\\s(?:${names.of.join('|')})\\s.*)?$`).test(apposed)
  )
    return splitTitle(apposed, rules)
  const direct = pattern(
    eitherCase(names.titles),
    `(?<words>(?:${affiliationWords(rules)}[’']?s?\\s)?(?:\\p{L}[\\p{L}-]*\\s){0,2}%)\\s$`,
    'u',
  ).exec(plain)?.groups?.['words']
  if (!direct) return null
  const capitalised = /(?<title>(?:\p{Lu}[\p{L}-]+\s)*\p{Lu}[\p{L}-]+)$/u.exec(direct)?.groups?.[
    'title'
  ]
  const isTitleCase =
    capitalised !== undefined &&
    pattern(names.titles, `^(?:\\p{L}[\\p{L}-]*\\s)*%$`).test(capitalised) &&
    !wordPattern(names.starters, '^%(?:\\s|$)').test(capitalised)
  if (isTitleCase) {
    const title = titleWords(capitalised, rules)
    const placed = pattern(names.placeTitles, '^(?<where>\\p{Lu}.*)\\s(?<title>%)$').exec(
      title,
    )?.groups
    return {title: placed?.['title'] ?? title, affiliation: placed?.['where'] ?? null}
  }
  const last = pattern(names.titles, `(?<title>(?:chief\\s|senior\\s|deputy\\s)?%)$`).exec(direct)
    ?.groups?.['title']
  const {where, own} =
    pattern(names.of, `^(?<where>${affiliationWords(rules)})(?<own>[’']s?)?\\s`, 'u').exec(direct)
      ?.groups ?? {}
  const owner = where?.replace(wordPattern(names.articles, '^%(?:\\s|$)'), '')
  // "Defense attorney": of nobody's.
  const isKind = last && owner && !own && /^\p{Lu}\p{Ll}+$/u.test(owner)
  if (isKind && !pattern(names.organisations, `${WORD_START}%$`).test(owner))
    return {title: `${owner} ${last}`, affiliation: null}
  return last ? {title: last, affiliation: owner && /\p{Lu}/u.test(owner) ? owner : null} : null
}

/** What comes after the last mark, or after "by". */
function lastClause(text: string, {names, speech}: LanguageRules): string | undefined {
  const clause = /[^,.;:!?—–]*$/u.exec(text)?.[0].trim() ?? ''
  const by = pattern(
    names.articles,
    `^.*\\s(?:by|with|von|par|por|${sourceOf(names.isVerbs)})\\s(?=%\\s)`,
  ).exec(clause)
  const words = (by ? clause.slice(by[0].length) : clause).replace(
    pattern(speech.verbs, '^%\\s(?=\\p{L}+\\s)'),
    '',
  )
  return words.length > 2 && words.length < 90 ? words : undefined
}

/** "Seoul has appointed a new foreign minister": without what is before its last article. */
function nounPhrase(clause: string, rules: LanguageRules): string | undefined {
  if (beginsPlainly(clause, rules)) return clause
  const articles = together(rules.names.articles, rules.names.indefinite)
  return wordPattern(articles, '\\s(?<phrase>%\\s(?!.*\\s%\\s).*)$').exec(clause)?.groups?.[
    'phrase'
  ]
}

/** No verb and no name of a person before the title. */
const beginsPlainly = (text: string, {names}: LanguageRules): boolean =>
  wordPattern(names.articles, '^%\\s').test(text) ||
  wordPattern(names.owners, '^%\\s', 'iu').test(text) ||
  /^[^ ]+[’']s?\s/u.test(text) ||
  pattern(names.titles, '^%').test(text) ||
  /[’'](?:s)?\s\p{Ll}/u.test(text)

/** Words of a title before a name, without what only begins the sentence. */
const titleWords = (text: string, {names}: LanguageRules): string =>
  text.replace(wordPattern(names.starters, '^%\\s+', 'iu'), '')

/** "the trust’s head of engineering" and "Chief Economist at Calloway Marine Bank": title and organisation. */
export function splitTitle(words: string, rules: LanguageRules): FoundTitle {
  const found = split(words, rules)
  const title = found.title === null ? null : shortTitle(found.title, rules)
  const {hasCapitalTitles, hasSmallTitles} = rules.names
  // "Président de la région" begins a sentence.
  const small = hasCapitalTitles !== true && hasSmallTitles === true
  return {...found, title: small ? (title?.replace(/^\p{Lu}(?=\p{Ll})/u, lower) ?? null) : title}
}

const lower = (letter: string): string => letter.toLowerCase()

/** Without what is not part of a title: "driver with no licence", "Wirt im", "librero de 68 años". */
function shortTitle(words: string, {names, speech}: LanguageRules): string {
  const title = words.replace(wordPattern(names.newTitles, '^%\\s', 'iu'), '')
  // In "Curator of Works on Paper" the capitals show that all of it is the title.
  const behind = names.hasCapitalTitles && /^\p{Lu}/u.test(title) ? '(?!\\p{Lu})' : ''
  const end =
    wordPattern(names.titleEnds, `\\s(?:%)(?:\\s${behind}|$)`, 'u').exec(title)?.index ??
    title.length
  const number = /\s(?:\p{L}+\s){0,2}\d/u.exec(title)?.index ?? title.length
  const hidden = title.search(/\s[~]/u)
  const cut = title.slice(0, Math.min(end, number, hidden < 0 ? title.length : hidden))
  const last = wordPattern(names.prepositions, '\\s(?:%)$')
  const called = pattern(speech.calls, '\\s(?:%)$')
  return cut.replace(last, '').replace(called, '').trim() || title
}

/** "at the broker Hollin & Bray": the broker is not part of the name. */
const kindBefore = oncePer(({names}: LanguageRules): string =>
  names.hasLateBodies
    ? `(?:(?:(?:${sourceOf(names.articles)})\\s)?(?!(?:${wordsOf(names.links)})\\s)(?:\\p{Ll}{3,}\\s){1,2}(?=\\p{Lu}))?`
    : '',
)

function split(words: string, rules: LanguageRules): FoundTitle {
  const {names, head} = rules
  // "mayor and a onetime third trombone": what somebody is besides.
  const besides = wordPattern(
    head.and,
    `\\s%\\s(?:${[names.articles, names.indefinite, names.relatives.female, names.relatives.male].map(sourceOf).join('|')})\\s.*$`,
  )
  const whole = words.trim().replace(besides, '')
  const own = wordPattern(names.owners, '^%\\s+', 'iu')
  if (own.test(whole)) return {title: whole.replace(own, ''), affiliation: null, isOwn: true}
  const owner = /^(?<where>.+?)(?:[’']s|s[’'])\s(?<title>.+)$/u.exec(whole)?.groups
  if (
    owner?.['where'] &&
    owner['title'] &&
    pattern(names.titles, `${WORD_START}%${WORD_END}`).test(owner['title'])
  ) {
    const isPlural = /^s[’']/u.test(whole.slice(owner['where'].length))
    const where = owner['where'] + (isPlural ? 's' : '')
    return {title: owner['title'], affiliation: where}
  }
  const rest = `(?:\\s(?:in|near|à|en)\\s\\p{Lu}.*|\\s(?:${wordsOf(head.and)})\\s\\p{Ll}.*)?$`
  const sure = `(?<where>${beforeName(rules)}${kindWords(rules)}(?=\\s|$))`
  const any = `${kindBefore(rules)}(?<where>${affiliationWords(rules)}(?:[’']s)?)`
  // "profesor de Economía del Transporte en la Universidad de Montegrís"
  const certain = pattern(names.of, `^(?<title>.*?)\\s(?<of>%)\\s?${sure}${rest}`, 'u').exec(
    whole,
  )?.groups
  const isName = /\p{Lu}|\s\S+\s/u.test(certain?.['where'] ?? '')
  const of = isName
    ? certain
    : pattern(names.of, `^(?<title>.*?)\\s(?<of>%)\\s?${any}${rest}`, 'u').exec(whole)?.groups
  const article = wordPattern(names.articles, '^%\\s+', 'iu')
  // "früherer Bürgermeister von Hollerbrück"
  const isOfTown =
    /^\p{Lu}\p{Ll}+$/u.test(of?.['where'] ?? '') &&
    pattern(names.placeTitles, `(?:^|\\s)(?:%)$`).test(of?.['title'] ?? '')
  if (of?.['title'] && of['where'] && (isOfTown || isPlace(of['where'], of['of'] ?? '', rules))) {
    return {title: of['title'].replace(article, ''), affiliation: of['where']}
  }
  return {title: whole.replace(article, ''), affiliation: null}
}

/** After "of" only what is surely an organisation; after "at" whatever has a capital. */
function isPlace(where: string, of: string, rules: LanguageRules): boolean {
  const {names} = rules
  const plain = where.replace(wordPattern(names.articles, '^%\\s+', 'iu'), '')
  if (
    pattern(names.organisations, `${WORD_START}%${WORD_END}`).test(plain) ||
    pattern(names.bodies, `(?:^|\\s)%$`).test(plain)
  )
    return true
  const isOwner = wordPattern(names.genitives, '^%(?:\\s|$)').test(of)
  return /^\p{Lu}/u.test(plain) && (!isOwner || plain.includes(' '))
}
