// Words such as "director of the Asia Society" become a title and an affiliation.
import type {LanguageRules} from '../../languages/rules.ts'
import {honorificsOf, isOrganisation} from '../../parts/names.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {nominativeTitle} from '../cases.ts'
import {endsInJob, nounPhraseIn} from '../nouns.ts'
import {
  BEHIND_SMALL,
  CAPITALS,
  affiliationWords,
  beforeName,
  isBody,
  kindBefore,
  kindWords,
  named,
  withoutKind,
} from './organisations.ts'
import {shortTitle} from './short-title.ts'

export interface FoundTitle {
  title: string | null
  /** As printed: a name, or "the institute". */
  affiliation: string | null
  /** Of the names before it in the list, too: "A and B of the Asia Society". */
  isShared?: boolean
  /** Of the organisation that was named last: "its director". */
  isOwn?: boolean
  /** The same of any title: "a teacher there". */
  isThere?: boolean
  /** "Gov.", "PC" before the name. */
  isShort?: boolean
  /** "L’ancien chef comptable de Delorge": maybe the short name of an organisation. */
  short?: {title: string; name: string}
}

/** "the trust’s head of engineering" and "Chief Economist at Calloway Marine Bank": title and organisation. */
export function splitTitle(words: string, rules: LanguageRules): FoundTitle {
  const found = split(words, rules)
  const article = pattern(rules.names.articles, '^(?:%)(?=\\s)').exec(words.trim())?.[0] ?? ''
  const title =
    found.title === null ? null : nominativeTitle(shortTitle(found.title, rules), article, rules)
  const {hasCapitalTitles, hasSmallTitles} = rules.names
  // "Président de la région" begins a sentence.
  const small = hasCapitalTitles !== true && hasSmallTitles === true
  const short = shortBody(found, rules)
  return {
    ...found,
    affiliation: found.affiliation ?? seatOf(found.title ?? '', title ?? '', rules),
    ...(short && {short}),
    title: small ? (title?.replace(/^\p{Lu}(?=\p{Ll})/u, lower) ?? null) : title,
  }
}

/** "adjointe chargée du patrimoine à Lorgues": the town whose council it is. */
function seatOf(whole: string, title: string, {names, head}: LanguageRules): string | null {
  if (!pattern(names.councilTitles ?? NONE, '^(?:%)$').test(title)) return null
  const town = wordPattern(
    together(head.from, names.hasLateAdjectives ? names.genitives : NONE),
    '^\\s%\\s(?<town>\\p{Lu}[\\p{L}’-]+(?:\\s\\p{Lu}[\\p{L}’-]+)?)$',
    'u',
  )
  return whole.startsWith(title)
    ? (town.exec(whole.slice(title.length))?.groups?.['town'] ?? null)
    : null
}

/** The one name behind a title that has no organisation yet. */
function shortBody({title, affiliation}: FoundTitle, {names}: LanguageRules): FoundTitle['short'] {
  if (!names.hasLateAdjectives || affiliation !== null) return undefined
  const found = wordPattern(
    together(names.genitives, names.contracted),
    `^(?<title>.+?)\\s%${BEHIND_SMALL}(?:(?:${wordsOf(names.definite)})\\s?)?(?<name>\\p{Lu}[\\p{L}-]+)$`,
    'u',
  ).exec(title ?? '')?.groups
  return found?.['title'] && found['name']
    ? {title: found['title'], name: found['name']}
    : undefined
}

const lower = (letter: string): string => letter.toLowerCase()

/** "la maire écologiste de Lorgues": the party is not part of the office. */
function withoutColour(words: string, {names}: LanguageRules): string {
  if (!names.hasLateAdjectives) return words
  const {office = '', colour = ''} =
    wordPattern(
      names.genitives,
      "^(?:\\p{L}{1,3}[\\s’])?(?<office>\\p{L}+)(?<colour>(?:\\s\\p{Ll}+){1,2})\\s%(?:\\s|(?<=[’']))\\p{Lu}",
      'u',
    ).exec(words)?.groups ?? {}
  const is = (title: string) => pattern(names.placeTitles, '^(?:%)$').test(title)
  return is(office) && !is(office + colour) ? words.replace(colour, '') : words
}

function split(words: string, rules: LanguageRules): FoundTitle {
  const {names, head} = rules
  // "mayor and a onetime third trombone": what somebody is besides.
  const others = [names.articles, names.indefinite, names.relatives.female, names.relatives.male]
  const indefinite = `(?:${wordsOf(names.genitives)})\\s?(?:${sourceOf(names.indefinite)})\\s`
  const besides = wordPattern(
    head.and,
    `\\s(?!(?:${wordsOf(names.prepositions)})\\s|(?:${sourceOf(names.firmEnds ?? NONE)})$)%\\s(?:(?:${others.map(sourceOf).join('|')})|\\p{L}+\\s${indefinite})\\s?.*$`,
  )
  // "bióloga y autora del informe"
  const lesser = pattern(names.lesserTitles ?? NONE, `\\s(?:${sourceOf(head.and)})\\s(?:%)\\s.*$`)
  // "avocat de M. Chastel"
  const ofPerson = pattern(
    eitherCase(honorificsOf(rules)),
    `\\s(?:${wordsOf(names.genitives)}|for|to)\\s?(?:%)(?:[.․]?\\s\\p{Lu}.*)?$`,
    'u',
  )
  const plain = words
    .trim()
    .replace(besides, '')
    .replace(lesser, '')
    .replace(ofPerson, '')
    // "lawyer for the family"
    .replace(pattern(names.clients ?? NONE, '\\s(?:%)$'), '')
  const whole = withoutColour(plain, rules)
  // "procureur de la République de Lorgues"
  const office = pattern(
    names.offices ?? NONE,
    `^(?:(?:${sourceOf(names.articles)})\\s?)?(?<title>%)${WORD_END}(?:\\s(?:${wordsOf(together(names.genitives, head.from))})${BEHIND_SMALL}(?<town>[\\p{L}’-]+)$)?`,
  ).exec(whole)?.groups
  if (office?.['title']) return {title: office['title'], affiliation: office['town'] ?? null}
  const own = wordPattern(names.owners, '^%\\s+', 'iu')
  if (own.test(whole)) return {title: whole.replace(own, ''), affiliation: null, isOwn: true}
  const owner = /^(?<where>.+?)(?:[’']s|s[’'])\s(?<title>.+)$/u.exec(whole)?.groups
  if (
    owner?.['where'] &&
    owner['title'] &&
    (pattern(names.titles, `${WORD_START}%${WORD_END}`).test(owner['title']) ||
      // "the council’s transport lead"
      (names.hasLateBodies === true &&
        pattern(names.bodies, '^the\\s(?:%)$').test(owner['where'])) ||
      isWorkOf(owner['where'], owner['title'], rules))
  ) {
    const isPlural = /^s[’']/u.test(whole.slice(owner['where'].length))
    const where = ownerOnly(owner['where'] + (isPlural ? 's' : ''), rules)
    return {title: owner['title'], affiliation: where}
  }
  const article = pattern(names.articles, "^(?:%)(?:\\s+|(?<=[’']))", 'iu')
  const before = organisationBefore(whole.replace(article, ''), rules)
  if (before) return before
  const part = partOfBody(whole.replace(article, ''), rules)
  if (part) return part
  const union = unionIn(whole.replace(article, ''), rules)
  if (union) return union
  const found = firmIn(whole, rules) ?? organisationIn(whole, rules) ?? halfNamed(whole, rules)
  return found
    ? {title: found.title.replace(article, ''), affiliation: withoutKind(found.where, rules)}
    : {title: whole.replace(article, ''), affiliation: null}
}

/** "chef du service d’obstétrique de l’établissement": the part that somebody heads belongs to the title. */
function partOfBody(words: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  if (!names.hasLateAdjectives) return null
  const small = (list: readonly string[]) => `(?:${wordsOf(list)})${BEHIND_SMALL}`
  const of = `\\s${small(together(names.contracted, names.genitives))}`
  // "del comité de empresa" has no article: it is the name of the committee.
  const ofThe = `\\s(?:${small(names.contracted)}|${small(names.genitives)}(?=${small(names.definite)}))`
  const {title, where} =
    pattern(
      names.anyBodies,
      `^(?<title>\\p{L}+${of}.+?)${ofThe}(?<where>(?:${small(names.definite)})?%)$`,
    ).exec(words)?.groups ?? {}
  const isPart =
    title !== undefined && isOrganisation(title, rules) && !/\p{Lu}/u.test(title.slice(1))
  return isPart && where !== undefined ? {title, affiliation: where} : null
}

/** "délégué syndical CFDT", "délégué CFDT chez Orval": the union right behind the title. */
function unionIn(words: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  if (!names.hasLateAdjectives) return null
  const small = `${wordsOf(together(names.contracted, names.genitives))}|${sourceOf(names.indefinite)}`
  const {title, where} =
    pattern(
      names.of,
      `^(?<title>.*\\p{Ll}{3})(?<![\\s’'](?:${small}))\\s(?<where>\\p{Lu}{2,6})(?:\\s(?:%)(?:\\s|(?<=[’'])).*)?$`,
      'u',
    ).exec(words)?.groups ?? {}
  const isOne =
    title !== undefined &&
    where !== undefined &&
    !pattern(names.organisations, `${WORD_START}%${WORD_END}`).test(title) &&
    endsInJob(nounPhraseIn(title, rules).noun, rules)
  return isOne ? {title, affiliation: where} : null
}

/** "délégué central de Force métallurgie": a name of which only the first word has a capital. */
function halfNamed(whole: string, rules: LanguageRules): {title: string; where: string} | null {
  const {names, head} = rules
  if (!names.hasSmallWords) return null
  const {title, where} =
    wordPattern(
      together(names.genitives, together(names.contracted, head.from)),
      `^(?<title>.+?)\\s%${BEHIND_SMALL}(?<where>\\p{Lu}\\p{Ll}[\\p{L}-]+\\s\\p{Ll}{5,})$`,
      'u',
    ).exec(whole)?.groups ?? {}
  const isTown = pattern(names.placeTitles, '^(?:%)$').test(title ?? '')
  const isJob = title !== undefined && endsInJob(nounPhraseIn(title, rules).noun, rules)
  return title && where && isJob && !isTown ? {title, where} : null
}

/** "the project of the league", "according to the hospital": only what has its article last is the owner. */
function ownerOnly(words: string, rules: LanguageRules): string {
  const {names} = rules
  if (!names.hasLateBodies) return words
  // "Then the company": the sentence begins before it.
  const ahead = pattern(names.bodies, '^.*\\s(?=the\\s(?:%)$)').exec(words)?.[0]
  if (ahead !== undefined) return words.slice(ahead.length)
  const before = wordPattern(
    names.prepositions,
    `^(?:.*\\s)?%\\s(?=(?:${wordsOf(names.definite)})\\s)`,
  ).exec(words)?.[0]
  const isName =
    /\s.*\p{Lu}|\p{Lu}.*\s.*\s/u.test(before ?? '') && isOrganisation(before ?? '', rules)
  return before === undefined || isName ? words : words.slice(before.length)
}

/** "the orchestra’s first oboe": what an organisation has is somebody’s work, if it is beside a name. */
const isWorkOf = (owner: string, work: string, rules: LanguageRules): boolean =>
  rules.names.hasLateBodies === true &&
  isBody(owner, rules) &&
  // A "harbour master" is somebody, although a harbour is an organisation.
  (!isBody(work, rules) || endsInJob(work, rules)) &&
  !work.endsWith('s') &&
  !wordPattern(rules.names.prepositions, '\\s%\\s').test(owner)

/** "owner of the Fern cafe", "founder of the Flicker and Hum festival": what such a title is of has a name. */
function firmIn(
  words: string,
  {names, head}: LanguageRules,
): {title: string; where: string} | null {
  if (!names.hasLateBodies) return null
  const {title = '', where} =
    pattern(
      names.firmTitles,
      `^(?<title>(?:.*\\s)?%)\\sof\\s(?:the\\s)?(?<where>${CAPITALS}(?:\\s(?:(?:${sourceOf(head.and)})\\s)?${CAPITALS})*\\s(?!(?:${wordsOf(together(names.prepositions, names.clauses))}|${sourceOf(head.and)})$)\\p{Ll}{3,})$`,
      'u',
    ).exec(words)?.groups ?? {}
  // "owner of Malik's Fish Bar"
  const own =
    where === undefined
      ? pattern(
          names.firmTitles,
          `^(?<title>(?:.*\\s)?%)\\sof\\s(?<where>\\p{Lu}\\S*[’']s(?:\\s\\p{Lu}\\S+)*)$`,
          'u',
        ).exec(words)?.groups
      : undefined
  if (own?.['title'] && own['where']) return {title: own['title'], where: own['where']}
  return where === undefined ? null : {title, where}
}

/** "RSPCA inspector", "Wendell College historian" */
function organisationBefore(words: string, rules: LanguageRules): FoundTitle | null {
  if (rules.speech.hasCapitalNouns || rules.names.hasLateAdjectives) return null
  const {where, title} =
    /^(?<where>\p{Lu}[\p{L}’'&.-]*(?:\s\p{Lu}[\p{L}’'&.-]*)*)\s(?<title>\p{Ll}.*)$/u.exec(words)
      ?.groups ?? {}
  const {core} = nounPhraseIn(title ?? '', rules)
  const isJob = endsInJob(core, rules)
  // "County councillor" is of no county.
  const isKind = pattern(rules.names.organisations, '^%$').test(where ?? '')
  // "the Arden Women captain"
  const {teamTitles = NONE, praise = NONE, bodies} = rules.names
  const isTeam =
    pattern(teamTitles, '^(?:%)$').test(title ?? '') &&
    !pattern(praise, '^(?:%)\\s').test(words) &&
    !pattern(bodies, '^(?:%)$').test(where ?? '')
  return where && title && isJob && !isKind && (isTeam || isOrganisation(where, rules))
    ? {title, affiliation: where}
    : null
}

/** The first organisation of a title, by what is the surest sign first. */
function organisationIn(
  words: string,
  rules: LanguageRules,
): {title: string; where: string} | undefined {
  const {names, head} = rules
  // "vice-président du conseil régional chargé des transports"
  const inCharge = names.hasLateAdjectives
    ? `\\s\\p{Ll}+(?:[éi]e?|[ai]d[oa])\\s(?:${wordsOf(together(names.genitives, names.contracted))})${BEHIND_SMALL}.*`
    : '(?!)'
  // "Direktor des Instituts für Hydrologie an der Universität Arnau"
  const within = rules.speech.hasCapitalNouns ? `\\s(?:${sourceOf(names.of)})\\s\\p{Lu}.*` : '(?!)'
  const end = `(?:\\s(?:in|near|à|en)\\s\\p{Lu}.*|${within}|${inCharge}|\\s(?:${wordsOf(head.and)})\\s\\p{Ll}.*)?$`
  const sure = `(?<where>${beforeName(rules)}${kindWords(rules)}(?=\\s|$))`
  const any = `${kindBefore(rules)}(?<where>${affiliationWords(rules)}(?:[’']s)?)`
  const places = [...words.matchAll(pattern(names.of, `\\s(?:%)(?:\\s|(?<=[’']))`, 'gu'))]
  // "Professor of Optics at the Halden Institute sends pulses": last, cut where no title goes on.
  const surely = places.map(({index}) => named(words, index, `${sure}(?<whole>${end})`, rules))
  const isPart = pattern(
    names.departments ?? NONE,
    `^(?:(?:${sourceOf(names.articles)})\\s?)?(?:%)\\s`,
  )
  // "cheffe du service des soins palliatifs"
  const isPartOnly = (where: string) =>
    names.hasLateAdjectives === true && !/\p{Lu}/u.test(where) && isPart.test(where)
  const isName = (one: (typeof surely)[number]) =>
    one && /\p{Lu}|\s\S+\s/u.test(one.where) && !isPartOnly(one.where)
  const found = surely.find(isName)
  // "cheffe du service des urgences de l’hôpital de Brassac": of the hospital
  const whole = isPart.test(found?.where ?? '') ? surely.findLast(isName) : undefined
  const initials = initialsIn(words, places, rules)
  if (initials && initials.title.length < (found?.title.length ?? Infinity)) return initials
  if (found) return whole ?? found
  if (surely.some((one) => one && isPartOnly(one.where))) return undefined
  const maybe = places.flatMap(
    ({index}) => named(words, index, `${any}(?:(?<whole>${end})|(?=\\s\\p{Ll}))`, rules) ?? [],
  )
  const wholly = maybe.find(({isWhole}) => isWhole)
  // "secrétaire du syndicat CGT de l’usine": of the union
  const isSmall = names.hasLateAdjectives === true && wholly && !/\p{Lu}/u.test(wholly.where)
  const printed = isSmall
    ? maybe.find(({where}) => /\p{Lu}/u.test(where) && isBody(where, rules))
    : undefined
  return printed ?? wholly ?? maybe[0] ?? shopOf(words, places, rules)
}

/** "gérant du supermarché Orvane": of a firm by the title, whatever the noun before its name. */
function shopOf(
  words: string,
  places: readonly {index: number}[],
  rules: LanguageRules,
): {title: string; where: string} | undefined {
  const {hasLateAdjectives, genitives, firmTitles} = rules.names
  if (!hasLateAdjectives) return undefined
  const noun = `[\\p{Ll}-]{5,}(?:\\s(?:(?:${wordsOf(genitives)})\\s)?[\\p{Ll}-]{4,}){0,2}`
  const shop = pattern(
    rules.names.of,
    `^\\s(?:%)\\s?(?<where>${noun}(?:\\s${CAPITALS}){1,4})$`,
    'u',
  )
  return places
    .map(({index}) => ({
      title: words.slice(0, index),
      where: shop.exec(words.slice(index))?.groups?.['where'] ?? '',
    }))
    .find(
      ({title, where}) =>
        where !== '' &&
        pattern(firmTitles, "(?:^|[\\s’'])(?:%)$").test(title) &&
        !endsInJob(where.split(' ')[0] ?? '', rules),
    )
}

/** "portavoz del PP en el Ayuntamiento": the first that has initials. */
const initialsIn = (
  words: string,
  places: readonly {index: number}[],
  rules: LanguageRules,
): {title: string; where: string} | undefined =>
  rules.names.hasLateAdjectives
    ? places.flatMap(
        ({index}) =>
          named(
            words,
            index,
            `(?<where>\\p{Lu}{2,6}(?:\\s\\p{Lu}[\\p{L}-]+)*(?:\\s(?:${wordsOf(together(rules.names.genitives, rules.names.contracted))})\\s\\p{Lu}[\\p{L}-]+)?)(?=\\s\\p{Ll}|$)`,
            rules,
          ) ?? [],
      )[0]
    : undefined
