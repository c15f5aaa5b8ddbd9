// What somebody is, as it is printed beside their name.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
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
import {isOrganisation} from '../parts/names.ts'
import {isAtStart, withoutShortForms} from './sentences.ts'
import {nameBehind, nominativeTitle} from './cases.ts'
import {isHolder, openTitle} from './holder.ts'
import {endsInJob, isApposed, nounPhraseIn, upToJob} from './nouns.ts'

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

/** "Industrie- und Handelskammer", "St. Anna" */
export const SHARED_END = String.raw`(?:\p{Lu}\p{L}+-\s(?:und|oder)\s|St\.\s(?=\p{Lu}))?`

const CAPITALS = String.raw`${SHARED_END}\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'&.-](?!s(?!\p{L}))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Lu}))?`

/** Behind a small word: "de ", "d’". */
export const BEHIND_SMALL = "(?:\\s|(?<=[’']))"

/**
 * A kind of organisation, what may follow it, and what may be between it and the next word with a capital. `tail` is
 * "des bois anciens": what names of organisations have in lower case.
 */
export const organisationParts = oncePer(({names, head, page, speech}: LanguageRules) => {
  // "of the Reform Union and Alan Frye of the Harbor Party": the second is a name of its own.
  const other = `(?:${wordsOf(head.and)})\\s${CAPITALS}\\s${CAPITALS}(?:,|\\s(?:${sourceOf(names.belongs)})\\s)`
  // "der Universitätsklinik Arnau und der Hersteller Velor"
  const another = speech.hasCapitalNouns
    ? `|(?:${wordsOf(head.and)})\\s(?:${wordsOf(names.definite)})\\s`
    : ''
  const day = `\\p{L}+\\s(?:${sourceOf(eitherCase(page.calendar.filter((word) => word.length > 4)))})${WORD_END}`
  // "dijo al periódico el presidente del Deportivo Orbal"
  const somebody = names.hasLateAdjectives
    ? `|(?<!\\s(?:${wordsOf(names.prepositions)}|${wordsOf(head.and)})\\s)(?:${wordsOf(names.definite)})\\s\\p{Ll}`
    : ''
  const link = `(?:(?!${other}|${day}${another}${somebody})(?:${wordsOf(names.links)}))`
  // "El Atlético Valdorna jugará en Segunda"
  const noVerb = `(?!(?:${sourceOf(speech.verbEndings ?? NONE)}|${wordsOf(together(speech.auxiliaries, names.prepositions))})\\s)`
  const early = names.earlyAdjectives ? `(?:(?:${wordsOf(names.earlyAdjectives)})s?\\s)?` : ''
  const late = `\\s[\\p{Ll}-]*(?:${sourceOf(names.adjectiveEndings ?? NONE)})${WORD_END}`
  // "recherches géologiques et minières", "études polaires appliquées"
  const adjective = `(?:${late}(?:(?:\\s(?:${sourceOf(head.and)}))?${late})?)?`
  // "commerce et d’industrie", "du climat et de l’environnement", "des cuirs et peaux"
  const joined = `(?:\\s(?:${sourceOf(head.and)})\\s(?:${wordsOf(names.genitives)})${BEHIND_SMALL}(?:(?:${wordsOf(names.definite)})${BEHIND_SMALL}(?!(?:${sourceOf(names.bodies)})${WORD_END}))?[\\p{Ll}-]{3,}|(?<=s)\\s(?:${sourceOf(head.and)})\\s[\\p{Ll}-]{3,}[sx])?`
  // "collectif Un toit pour tous", "association Les Amis du moulin", "comité Sauvons nos haies"
  const article = `(?=\\p{Lu})(?:${sourceOf(eitherCase(together(names.definite, names.indefinite)))})${BEHIND_SMALL}`
  const begins = `${article}(?:\\p{Ll}[\\p{L}-]+|${CAPITALS}(?=\\s(?:${wordsOf(names.genitives)})${BEHIND_SMALL}))|(?:${sourceOf(eitherCase(names.sloganStarts ?? NONE))})|${CAPITALS}(?=\\s(?:${wordsOf(names.sloganWords ?? NONE)})${WORD_END})`
  return {
    link,
    adjective: names.hasSmallWords ? adjective : '',
    kind: `(?:${sourceOf(eitherCase(names.organisations))})`,
    small: names.hasSmallWords
      ? `(?:\\s${noVerb}\\p{Ll}{4,}|\\s(?:de|del|des|du)\\s\\p{Ll}{5,}(?!\\s(?:de|del|du)))?`
      : '',
    middle: names.hasSmallWords
      ? `(?:${noVerb}\\p{Ll}{4,}\\s(?:(?:${wordsOf(names.genitives)})\\s|[dl][’'])?)?`
      : '',
    slogan: names.sloganWords ? `\\s(?:${begins})(?:[\\s’'][\\p{Ll}\\d-]+){1,5}` : '(?!)',
    // "Centre technique des fruits à noyau"
    tail: names.hasSmallWords
      ? `${adjective}(?:\\s(?:(?:${wordsOf(together(names.genitives, names.contracted))})${BEHIND_SMALL}(?:(?:${wordsOf(names.definite)})${BEHIND_SMALL})?)(?!(?:${wordsOf(page.calendar)})${WORD_END})${early}[\\p{Ll}-]{3,}${adjective}${joined}){0,3}(?:\\sà\\s\\p{Ll}{4,}(?=[,.;]))?`
      : '',
  }
})

/** An organisation as it may follow "of" or "at": a name with small words in it, or "the institute". */
export const affiliationWords = oncePer((rules: LanguageRules): string => {
  const {names} = rules
  const {link} = organisationParts(rules)
  const owned = `(?:[’']s(?=\\s(?:${sourceOf(eitherCase(names.organisations))})(?![\\p{L}])))?`
  const own = names.hasLateBodies ? "(?:\\p{Lu}\\p{L}+[’']s\\s(?=\\p{Lu}))?" : ''
  // "St Oswin’s Primary"
  const saint = names.hasLateBodies ? "(?:St\\.?\\s\\p{Lu}\\p{Ll}+[’']s\\s(?=\\p{Lu}))?" : ''
  const named = `${own}${saint}${CAPITALS}(?:\\s(?:(?:${link})\\s){0,2}${CAPITALS}${owned})*(?:(?<=\\s(?:No\\.?|Local))\\s\\d+)?(?:\\s(?:\\p{Ll}+s[’']\\s)?(?:${sourceOf(names.bodies)})(?![\\p{L}]))?`
  return `${beforeName(rules)}(?:${kindWords(rules)}|${named})`
})

const beforeName = ({names}: LanguageRules): string =>
  `(?:(?:${eitherCase(names.articles).join('|')})\\s)?(?:[dl][’'])?`

/** Of these, what surely is an organisation: "Universidad de Montegrís". */
const kindWords = oncePer((rules: LanguageRules): string => {
  const {link, kind, small, middle, tail, adjective, slogan} = organisationParts(rules)
  const capitals = `(?:\\s(?:${link}\\s|[dl][’']){0,2}${middle}${CAPITALS})`
  // "Escuela Rural 14"
  const number = `(?:\\s${CAPITALS})?\\s\\d{1,3}(?=$|\\s|[,.;:)](?!\\d))`
  return `${SHARED_END}${kind}${WORD_END}(?:${slogan}(?=$)|${number}|${small}${capitals}+${adjective}|${tail}${capitals}*|${small}${capitals}*)`
})

/** What is printed on either side of a name. Behind "The mayor, Ana Prell," the sentence goes on. */
export function titleBeside(
  text: string,
  {from, to}: {from: number; to: number},
  rules: LanguageRules,
): FoundTitle | null {
  const before = titleBefore(text, from, rules) ?? anyNounBefore(text, from, rules)
  const address = together(
    rules.names.honorifics.any,
    together(rules.names.honorifics.female, rules.names.honorifics.male),
  )
  const ahead = text.slice(Math.max(0, from - 40), from)
  const isLesser =
    rules.names.hasLateBodies === true &&
    pattern(rules.names.lesserTitles ?? NONE, '^(?:%)$').test(before?.title ?? '')
  const isAhead = before?.title && pattern(address, ',\\s(?:(?:%)\\.?\\s)*$').test(ahead)
  // "The study’s author, Ann Poll, a geologist at the Merrow Institute,"
  const own = isAhead && isLesser ? titleAfter(text, to, rules, true) : null
  if (own?.title) return own
  if (before && isAhead) {
    const lead = before.affiliation ? null : leadIn(text.slice(to, to + 220), rules)
    const isHers = lead && (!lead.isShared || (isLesser && lead.isOfBody))
    return isHers ? {...before, affiliation: lead.where, isOwn: false} : before
  }
  // "Carmen Oliva, la sobrina de Ramón Oliva, vive allí": the comma ends the apposition.
  const isWithin = wordPattern(rules.names.genitives, ',\\s[^,.]{3,36}\\s%\\s?$').test(ahead)
  // "Selon Ana Roda, el plan «nace muerto»": the sentence goes on.
  const isSource =
    rules.names.hasLateAdjectives === true &&
    pattern(rules.speech.accordingTo, '(?:^|[.~]\\s)(?:%)\\s[^,.;~]*$').test(ahead)
  const isApposed = isWithin || isSource || /,\s$/u.test(ahead)
  const after = titleAfter(text, to, rules, isApposed || before?.title !== undefined)
  // "la bióloga Inés Roda, autora del estudio"
  const isLess =
    before?.title &&
    after?.title &&
    pattern(rules.names.lesserTitles ?? NONE, '^(?:%)$').test(nounPhraseIn(after.title, rules).noun)
  if (isLess) return {...before, affiliation: before.affiliation ?? after.affiliation}
  // "State Senator Ann Poll, the bill's sponsor"
  const isOffice = after?.title && before?.title && isOfficeBefore(before.title, ahead, rules)
  if (isOffice) return {...before, affiliation: before.affiliation ?? after.affiliation}
  if (after?.title == null && before?.title == null) {
    // "Professor Eva Roth vom Institut": where nothing else is said of her
    const rank = pattern(rules.names.academics ?? NONE, `${WORD_START}(?<rank>%)\\s$`).exec(ahead)
      ?.groups?.['rank']
    if (rank) return {affiliation: null, ...before, ...after, title: rank}
  }
  // "Kassenwart Jan Roth, Steuerberater": what is before the name is why he speaks.
  const isMain = rules.speech.hasCapitalNouns === true && !after?.affiliation
  if (before?.title && after?.title && isMain) return before
  // "Cllr Ann Orr, cabinet member for leisure": the office says more than the rank.
  const isRank =
    before?.isShort && !pattern(rules.names.lesserRanks ?? NONE, '^(?:%)$').test(before.title ?? '')
  if (!before || (after?.title && !isRank)) return after
  return after ? {...after, title: before.title} : before
}

/** Directly before a name, with capitals where other titles have none. */
const isOfficeBefore = (title: string, ahead: string, {names}: LanguageRules): boolean =>
  names.hasCapitalTitles === true &&
  ahead.endsWith(`${title} `) &&
  /^\p{Lu}\S*\s\p{Lu}/u.test(title)

/** ", Chief Economist at Calloway Marine Bank", ", who heads the Bakers' Union", " of the Asia Society". */
export function titleAfter(
  text: string,
  at: number,
  rules: LanguageRules,
  onlyJobs = false,
): FoundTitle | null {
  // "räumte Eva Roth ein, die Direktorin"
  const particle =
    wordPattern(rules.speech.verbParticles ?? NONE, '^\\s%(?=,\\s)').exec(
      text.slice(at, at + 16),
    )?.[0] ?? ''
  const whole = text.slice(at + particle.length, at + 220)
  const rest = withoutAge(withoutParty(whole, rules))
  // "Gonzalo Mena, de 39 años, llega de Lisboa": behind an age the sentence may go on.
  const isSure = onlyJobs || (rest !== whole && rules.names.hasLateAdjectives === true)
  const bracketed = inBrackets(rules.names.hasLateAdjectives ? whole : rest, rules)
  if (bracketed) {
    const skipped = rules.names.hasLateAdjectives ? 0 : whole.length - rest.length
    const next = titleAfter(
      text,
      at + particle.length + skipped + bracketed.length,
      rules,
      onlyJobs,
    )
    return {...next, title: next?.title ?? null, affiliation: bracketed.where}
  }
  const lead = leadIn(rest, rules)
  if (!lead && pattern(rules.names.worksThere ?? NONE, '^,\\s(?:%)[,.]').test(rest))
    return {title: null, affiliation: null, isThere: true}
  const last = lastInClause(rest, rules)
  if (last) return last
  const apposed =
    (lead && !lead.isShared ? null : apposition(rest, rules, isSure)) ??
    (lead?.rest && apposition(lead.rest, rules, true))
  if (apposed) {
    const found = splitTitle(apposed, rules)
    // "a physics teacher there"
    if (!found.affiliation && wordPattern(rules.names.there ?? NONE, '\\s%$').test(apposed))
      return {...found, isThere: true}
    return {...found, affiliation: found.affiliation ?? lead?.where ?? null}
  }
  return lead && {title: null, affiliation: lead.where, isShared: lead.isShared}
}

/** "Enno Roth (Bürgerunion)": the party. A place in a picture and a year are none. */
function inBrackets(text: string, {names}: LanguageRules): {where: string; length: number} | null {
  const {0: whole = '', groups} =
    /^\s\((?<where>\p{L}[\p{L}/-]+(?:\s[\p{L}’-]+){0,6})\)/u.exec(text) ?? {}
  const where = groups?.['where']
  if (where === undefined) return null
  // "la sociologue Anne Roth (université de Mornac)", but not a party
  const isBody =
    names.hasLateAdjectives === true &&
    pattern(names.organisations, `^%${WORD_END}`).test(where) &&
    !/^\p{Lu}+$/u.test(where)
  const isOther = pattern(names.asides ?? NONE, '^(?:%)$').test(where)
  const isParty = names.hasPartiesInBrackets === true && /^\p{Lu}/u.test(where) && !isOther
  return isBody || isParty ? {where, length: whole.length} : null
}

/** "Le maire (PS) de Vauclair", "Ana Roda (PP), portavoz": the party is not part of a title. */
const withoutParty = (text: string, {names}: LanguageRules): string =>
  names.hasLateAdjectives ? text.replace(/\s\((?!\d)[^()~]{2,40}\)(?=[\s,])/gu, '') : text

const withoutAge = (text: string): string =>
  // "Teodora Roda (1889-1957), compositora"
  text
    // "Teodora Roda (51), compositora"
    .replace(/^\s\(\d{2,3}(?:\saños)?\)(?=,)/u, '')
    .replace(/^\s\(\d{4}\s?[-–]\s?\d{4}\)(?=,)/u, '')
    .replace(
      /^,\s(?:de\s|aged?\s|who\sis\s|now\s|jetzt\s|heute\s|hoy\s|aujourd[’']hui\s)?\d{1,3}(?:\s(?:años|ans|anni|Jahre(?:\salt)?))?(?=,)/u,
      '',
    )

/** The organisation of somebody whose title is not said: ", who heads the Bakers' Union". */
export function leadIn(
  text: string,
  rules: LanguageRules,
): {where: string; rest: string; isShared: boolean; isOfBody: boolean} | null {
  const {names} = rules
  const ahead = `(?=(?:\\p{Ll}+[’'\\s]\\s?)?\\p{Lu}|(?:${wordsOf(names.definite)})\\s?\\p{Ll}|\\p{Ll}+\\s)`
  const lead = pattern(names.leads, `^,\\s%\\s${ahead}`, 'u').exec(text)?.[0]
  const clause = lead === undefined ? (clauseWith(text, rules) ?? mainVerb(text, rules)) : null
  const belongs = pattern(names.belongs, `^,?\\s(?:%)\\s?`, 'u').exec(text)?.[0]
  const isShared = lead === undefined && clause === null
  const found =
    lead === undefined ? (clause ?? whereIn(text, belongs, rules)) : whereIn(text, lead, rules)
  if (!found) return null
  const {where: behind, rest} =
    isShared || !rules.speech.hasCapitalNouns ? found : withoutObject(found, rules)
  const where = withoutKind(behind, rules).replace(
    /^(?:the|an?)\s(?:[\p{Ll}-]{3,}\s){2,3}(?=\p{Lu})/u,
    '',
  )
  // "of Bread and Roses, a housing charity"
  const isCalled =
    names.hasLateBodies === true &&
    pattern(names.bodies, '^,\\san?\\s(?:[\\p{Ll}-]+\\s){0,3}(?:%)(?![\\p{L}])').test(rest)
  // "from the RSPB"
  const isShort = names.hasLateBodies === true && /^(?:the\s)?\p{Lu}{3,6}$/u.test(where)
  const isOfBody = isBody(where, rules) || where !== behind || isCalled || isShort
  // ", from Madrid"
  if (isShared && text.startsWith(',') && !isOfBody) return null
  // "who works on the Selwick boats"
  const isPart = !isOfBody && !where.includes(' ') && /^\s\p{Ll}{3,}/u.test(rest)
  const isKnown =
    /\p{Lu}/u.test(where) || (isOfBody && wordPattern(names.definite, '^%\\s').test(where))
  const isThing = isThingBehind(where, lead ?? belongs ?? '', rules)
  const {any, female, male} = names.honorifics
  if (pattern(together(any, together(female, male)), '^(?:%)(?:\\s|$)').test(where)) return null
  // "die im Alten Land lebt"
  const isSomewhere =
    rules.speech.hasCapitalNouns === true &&
    lead !== undefined &&
    !isOfBody &&
    !pattern(names.leadEnds ?? NONE, `${WORD_START}(?:%)\\s$`).test(lead)
  return !isKnown || isPart || isThing || isSomewhere ? null : {where, rest, isShared, isOfBody}
}

/** A noun behind at least two others, with an ending that few places have. */
const LAST_OBJECT = /\s\S+(?<object>\s\p{Lu}\p{Ll}*(?:e|ung|ik|ie|ität|schaft|[hk]eit|recht))$/u

/** "Waldbau" of "Universität Wessel Waldbau lehrt": what is studied, between an organisation and the verb. */
export function objectIn(name: string, behind: string, {names}: LanguageRules): string {
  const isStudied =
    wordPattern(names.objectVerbs ?? NONE, `^\\s%${WORD_END}`).test(behind) &&
    /^(?:\p{Lu}\S+\s){2,}\S+$/u.test(name)
  const last = isStudied ? /\s\S+$/u.exec(name)?.[0] : undefined
  return last ?? LAST_OBJECT.exec(name)?.groups?.['object'] ?? ''
}

/** "die am Institut für Wasserbau Strömungen misst": the last noun does not belong to the name. */
function withoutObject(
  found: {where: string; rest: string},
  rules: LanguageRules,
): {where: string; rest: string} {
  const object = objectIn(found.where, found.rest, rules)
  const where = found.where.slice(0, found.where.length - object.length)
  const isOne = object !== '' && /^\s\p{Ll}+[,.]/u.test(found.rest) && isBody(where, rules)
  return isOne ? {where, rest: object + found.rest} : found
}

/** "bei der Verlesung": where each noun has a capital, one with an article is not a name. */
function isThingBehind(where: string, before: string, rules: LanguageRules): boolean {
  if (!rules.speech.hasCapitalNouns) return false
  const plain = where.replace(wordPattern(rules.names.articles, '^%\\s+', 'iu'), '')
  const hasArticle =
    plain !== where ||
    wordPattern(rules.names.definite, '(?:^|\\s)%$').test(before.trim()) ||
    wordPattern(rules.names.contracted, '(?:^|\\s)%$').test(before.trim())
  return hasArticle && !/[\s-]\p{Lu}/u.test(plain) && !isBody(plain, rules)
}

/**
 * The organisation of which a sentence says what its subject does there: "leitet das Institut", "sits on the board of".
 *
 * @param text behind the subject
 */
export function leadOf(text: string, rules: LanguageRules): string | null {
  const {names, speech} = rules
  if (!speech.hasCapitalNouns) {
    const who = names.who ?? ''
    return who === '' ? null : (leadIn(`, ${who}${text}`, rules)?.where ?? null)
  }
  const verb = pattern(
    names.leadEnds ?? NONE,
    `^\\s(?:%)\\s(?:seit\\s[^,.;~]{2,20}?\\s)?(?:(?:${sourceOf(names.articles)}|an der|am|beim|bei der|im)\\s)?(?=\\p{Lu})`,
    'u',
  ).exec(text)?.[0]
  const where = whereIn(text, verb, rules)?.where
  return where === undefined || isThingBehind(where, 'der', rules) ? null : where
}

/** The organisation behind a beginning of a text. */
function whereIn(
  text: string,
  before: string | undefined,
  rules: LanguageRules,
): {where: string; rest: string} | null {
  if (before === undefined) return null
  const {definite, bodies} = rules.names
  const body = `(?:${wordsOf(definite)})\\s?%${WORD_END}`
  const behind = text.slice(before.length)
  const called = whereBehindKind(behind, rules)
  if (called) return called
  // "leitet die Abteilung Wald am Institut für Wasserbau"
  const part = pattern(
    rules.names.parts ?? NONE,
    `^(?:(?:${wordsOf(definite)})\\s)?(?:%)\\s[^,.;~]{2,40}?\\s(?=(?:am|an der|beim|bei der|im)\\s\\p{Lu})`,
  ).exec(behind)?.[0]
  const of =
    part === undefined ? '' : (/^\p{Ll}+(?:\sder)?\s/u.exec(behind.slice(part.length))?.[0] ?? '')
  if (part !== undefined && of !== '') return whereIn(behind, part + of, rules)
  const where = pattern(bodies, `^(?:${affiliationWords(rules)}|${body})`, 'u').exec(behind)?.[0]
  return where ? {where: nameBehind(before, where, rules), rest: behind.slice(where.length)} : null
}

/** "of the administrator Holt Asher": what the firm does is before its name. */
function whereBehindKind(
  behind: string,
  rules: LanguageRules,
): {where: string; rest: string} | null {
  if (!rules.names.hasLateBodies) return null
  // "of campaign group Clean Harbours"
  const kind = /^(?:(?:the|an?)\s)?(?:[\p{Ll}-]{3,}\s){1,3}(?=\p{Lu}\S*\s(?:and\s)?\p{Lu})/u.exec(
    behind,
  )?.[0]
  const isKind =
    kind !== undefined &&
    (endsInJob(kind.trimEnd(), rules) || pattern(rules.names.bodies, '\\s(?:%)\\s$').test(kind))
  if (kind === undefined || !isKind) return null
  const where = pattern(rules.names.bodies, `^${affiliationWords(rules)}`, 'u').exec(
    behind.slice(kind.length),
  )?.[0]
  return where ? {where: kind + where, rest: behind.slice(kind.length + where.length)} : null
}

/** " preside la Federación de Vecinos", " travaille à l’Agence de l’eau": the verb of the sentence, and an organisation. */
function mainVerb(text: string, rules: LanguageRules): {where: string; rest: string} | null {
  const {names, speech} = rules
  if (!names.hasLateAdjectives || !/^\s\p{Ll}/u.test(text)) return null
  if (pattern(names.isVerbs, '^\\s%\\s').test(text)) return null
  const clause = `, ${speech.relative[0]}${text}`
  const found = whereIn(clause, pattern(names.leads, '^,\\s%\\s', 'u').exec(clause)?.[0], rules)
  return found && /\p{Lu}/u.test(found.where) && isBody(found.where, rules) ? found : null
}

/** ", der die Initiative Freier Himmel leitet" */
function clauseWith(text: string, rules: LanguageRules): {where: string; rest: string} | null {
  const {names, speech} = rules
  if (!names.leadEnds) return null
  const begins = pattern(
    names.articles,
    `^,\\s(?:${wordsOf(names.clauses)}|${sourceOf(speech.relative)})\\s(?:(?:${wordsOf(names.prepositions)})\\s[^,.;~]{2,24}?\\s(?=(?:%)\\s))?(?:(?:%)\\s)?`,
    'u',
  ).exec(text)?.[0]
  const found = whereIn(text, begins, rules)
  const ends = pattern(names.leadEnds, `^\\s(?:[^,.]{0,40}\\s)?(?:%)${WORD_END}`, 'u')
  const end = found && ends.exec(found.rest)?.[0]
  if (found && isThingBehind(found.where, 'der', rules)) return null
  return found && end ? {where: found.where, rest: found.rest.slice(end.length)} : null
}

/** ", der dort seit elf Jahren Kellermeister ist": a title at the end of a relative clause. */
function lastInClause(text: string, rules: LanguageRules): FoundTitle | null {
  const {names, speech} = rules
  if (!speech.hasCapitalNouns) return null
  const {ahead = '', title} =
    pattern(
      names.isVerbs,
      `^,\\s(?:${sourceOf(speech.relative)})\\s(?<ahead>(?:[^,.;~]{1,60}?\\s)??)(?<title>\\p{Lu}[\\p{L}-]+(?:\\s(?:${sourceOf(names.of)})\\s[^,.;~]{2,60}?)?)\\s%[,.]`,
      'u',
    ).exec(text)?.groups ?? {}
  const isTitle = title !== undefined && endsInJob(title.split(' ')[0] ?? '', rules)
  if (!isTitle) return null
  const where = wordPattern(names.prepositions, `${WORD_START}%\\s.*$`).exec(ahead)?.[0] ?? ''
  const isThere = wordPattern(names.there ?? NONE, `^%(?:\\s|$)`).test(ahead)
  return {...splitTitle(`${title} ${where}`.trim(), rules), ...(isThere ? {isOwn: true} : {})}
}

/** The noun phrase behind a name that says what somebody is: ", a vicar at St Mary". */
export function apposition(text: string, rules: LanguageRules, onlyJobs = false): string | null {
  const {names} = rules
  const whole = joinedAs(text, rules)
    .replace(pattern(names.times, '^,\\s(?:%)\\s'), ', ')
    .replace(pattern(names.isVerbs, `^,?\\s%\\s`), ', ')
    .replace(pattern(names.times, '^,\\s(?:%)\\s'), ', ')
    .replace(
      pattern(names.isClauses, `^,\\s%\\s(?=(?:${sourceOf(names.articles)})(?:\\s|(?<=[’'])))`),
      ', ',
    )
    .replace(
      pattern(
        names.isClauses,
        rules.speech.hasCapitalNouns
          ? '^,\\s%\\s(?=\\p{Lu})'
          : `^,\\s%\\s(?=${names.hasLateBodies ? "(?:\\p{Lu}[\\p{L}-]+(?:\\s[\\p{L}-]+){0,3}[’']s?\\s)?(?:[\\p{Ll}-]+\\s){0,2}" : ''}(?:${sourceOf(eitherCase(names.titles))})${WORD_END})`,
        'u',
      ),
      ', ',
    )
  const words =
    /^,\s(?<words>(?:[^,;:.()—–"“”«»„~]|(?<=\sSt)\.)+(?:\.[\p{Ll}\p{N}][^,;:.~]*)?)/u.exec(whole)
      ?.groups?.['words']
  if (words === undefined || wordPattern(names.clauses, '^%\\s').test(words)) return null
  if (wordPattern(names.prepositions, '^%\\s').test(words)) return null
  const phrase = withoutOther(
    withoutRelative(withoutVerb(beforeClause(words, rules), rules), rules),
    rules,
  ).replace(pattern(names.ages, '(?<=^\\p{L}+\\s)(?:%)\\s'), '')
  // "Anne Roth est formelle" says nothing of her work.
  const isClause =
    names.hasLateAdjectives === true && pattern(names.isVerbs, '^,?\\s%\\s').test(text)
  return isApposed(phrase, rules, onlyJobs || isClause) ? phrase : null
}

/** " joined Acme as finance director": as if it were ", finance director at Acme". */
function joinedAs(text: string, rules: LanguageRules): string {
  const verb = pattern(rules.names.joins ?? NONE, '^(?:,\\swho)?\\s(?:%)\\s').exec(text)?.[0]
  const found = whereIn(text, verb, rules)
  if (!found) return text
  const title = /^\sas\s(?:an?\s|its\s|the\s)?(?<title>[^,.;:~]+)/u.exec(found.rest)?.groups?.[
    'title'
  ]
  return title === undefined ? text : `, ${shortTitle(title, rules)} at ${found.where},`
}

/** "a biologist and the author of": what somebody is besides is not part of the title. */
function withoutOther(phrase: string, rules: LanguageRules): string {
  const {names, speech} = rules
  if (!names.hasLateBodies) return phrase
  const end = pattern(names.articles, `\\s(?:${sourceOf(speech.joining)})\\s(?:%)\\s`).exec(
    phrase,
  )?.index
  return end !== undefined && endsInJob(phrase.slice(0, end), rules) ? phrase.slice(0, end) : phrase
}

/** "great-granddaughter of the founder and chief executive": only the second is a title. */
function withoutRelative(phrase: string, rules: LanguageRules): string {
  const {names, head} = rules
  const job = pattern(
    together(names.relatives.female, names.relatives.male),
    `^(?:(?:${sourceOf(names.articles)})\\s?)?(?:%)\\s.*?\\s(?:${wordsOf(head.and)})\\s(?<job>.+)$`,
  ).exec(phrase)?.groups?.['job']
  return job !== undefined && isApposed(job, rules, true) ? job : phrase
}

/** "an acoustician called by the company", "a nurse working in Selby": up to the verb. */
function withoutVerb(text: string, rules: LanguageRules): string {
  const {names, speech} = rules
  const participle = `\\p{L}+(?:ing|ed)\\s(?:${wordsOf(names.prepositions)})\\s`
  const verbs = pattern(
    together(speech.calls, speech.verbs),
    `\\s(?:(?:%)(?:\\s|$)|${participle})`,
    'giu',
  )
  // "der als Dachdecker arbeitet"
  const work = speech.hasCapitalNouns
    ? pattern(names.leadEnds ?? NONE, '\\s(?:%)(?:\\s|$)').exec(text)?.index
    : undefined
  if (work !== undefined) return text.slice(0, work)
  const end = [...text.matchAll(verbs)].find(({index}) => endsInJob(text.slice(0, index), rules))
  return end ? text.slice(0, end.index) : text
}

/** "the boatman who takes visitors": up to the clause. */
const beforeClause = (text: string, {names}: LanguageRules): string =>
  text.split(wordPattern(names.clauses, `\\s%\\s`, 'u'))[0] ?? text

/** "Chief Executive Ruth Okell", "the trust’s medical director, Vikram Sole", "El alcalde, Celso Arriaga". */
export function titleBefore(text: string, at: number, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const before = withoutParty(text.slice(Math.max(0, at - 120), at), rules)
  const short = pattern(names.titlesBefore, `${WORD_START}(?<title>%)\\s$`).exec(before)?.groups?.[
    'title'
  ]
  if (short) return {title: short, affiliation: null, isShort: true}
  // "Médecin à Lorgues, le docteur Luc Roth": the article belongs to the form of address.
  const article = names.hasLateAdjectives ? `(?:(?<=,\\s)(?:${wordsOf(names.definite)})\\s)?` : ''
  const honorifics = pattern(
    together(together(names.honorifics.any, names.honorifics.female), names.honorifics.male),
    `${article}${WORD_START}(?:%)\\.?\\s$`,
  )
  const plain = before.replace(honorifics, '').replace(pattern(names.ages, '(?:%)\\s$'), '')
  const called =
    namedTitle(plain, rules) ??
    predicateTitle(plain, rules) ??
    partyTitle(plain, rules) ??
    forceTitle(plain, rules)
  if (called) return called
  const own = employerBefore(plain, text.slice(at), rules)
  if (own) return own
  const words = /,\s$/u.test(plain) ? lastClause(plain.replace(/,\s$/u, ''), rules) : undefined
  // "La hija del cineasta, Ana Roda"
  const isRelative =
    names.hasLateAdjectives === true &&
    words !== undefined &&
    pattern(
      together(names.relatives.female, names.relatives.male),
      `^(?:${sourceOf(names.articles)})\\s(?:%)\\s(?:${wordsOf(names.genitives)})`,
    ).test(words)
  const clause = isRelative ? undefined : words
  // "Le médiateur nommé par la préfecture, Anne Roth"
  const by = names.hasLateAdjectives
    ? wordPattern(names.agents ?? NONE, '^[^,;:.~]+\\s%\\s[^,;:.~]+$').exec(wholeClause(plain))?.[0]
    : undefined
  const noun = by === undefined ? '' : nounPhraseIn(by, rules).noun
  const apposed =
    by && endsInJob(noun, rules) && nounPhraseIn(by, rules).article !== ''
      ? by
      : clause && nounPhrase(clause, rules)
  // "el arqueólogo que dirige la excavación, Sergio Lope"
  if (apposed) return splitTitle(beforeClause(apposed, rules), rules)
  // "le luthier Anselme Roth": the noun with its article, right before a whole name
  const isWhole = /^\p{Lu}[\p{L}’-]+\s(?:\p{Ll}{1,3}[\s’])?\p{Lu}/u.test(text.slice(at, at + 60))
  const isOne =
    isWhole &&
    pattern(eitherCase(names.articles), '(?:^|\\s)(?:%)\\s?\\p{Ll}[\\p{L}-]+\\s$', 'u').test(plain)
  const isJob =
    names.hasLateAdjectives && !isOne
      ? /\s$/u.test(plain) && pattern(names.titles, `${WORD_START}%$`).test(plain.trimEnd())
      : /\s$/u.test(plain) && endsInJob(plain.trimEnd(), rules)
  return isJob
    ? directTitle(plain, rules)
    : (lateTitle(plain, rules) ??
        heldTitle(plain, rules) ??
        (isWhole ? nounOfName(plain, text.slice(at), rules) : null) ??
        initialsTitle(plain, rules) ??
        fronted(plain, rules))
}

/** "la députée LFI Anne Roth": the party or the union right before the name. */
function initialsTitle(before: string, rules: LanguageRules): FoundTitle | null {
  if (!rules.names.hasLateAdjectives) return null
  const {job = '', initials = ''} =
    /(?<job>\p{Ll}[\p{Ll}-]+)\s(?<initials>\p{Lu}{2,6})\s$/u.exec(before)?.groups ?? {}
  return job !== '' && endsInJob(job, rules) ? {title: job, affiliation: initials} : null
}

/** "À la tête du musée depuis mars, Anne Roth", "Nommée en mars directrice du musée, Anne Roth" */
function fronted(before: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const clause = wholeClause(before)
  if (!names.appointed || !isAtStart(before, before.lastIndexOf(clause))) return null
  const lead = pattern(names.leads, '^(?:[^,]{2,40}?\\s)?(?:%)\\s').exec(clause)?.[0]
  const where = whereIn(clause, lead, rules)?.where
  if (where !== undefined && isBody(where, rules)) return {title: null, affiliation: where}
  const appointed = pattern(
    names.appointed,
    `^(?:%)\\s(?:(?:${wordsOf(names.prepositions)})\\s[^,]{2,20}?\\s)?(?=(?:${sourceOf(names.titles)})\\s)`,
  ).exec(clause)?.[0]
  return appointed === undefined ? null : splitTitle(clause.slice(appointed.length), rules)
}

/** "the Holm Institute’s Ann Poll": the organisation right before a whole name. */
function employerBefore(before: string, after: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  if (!names.hasLateBodies || !/[’']s?\s$/u.test(before)) return null
  if (!/^\p{Lu}[\p{L}’-]+\s\p{Lu}/u.test(after)) return null
  const where = pattern(
    names.of,
    `(?:^|[\\s,~])(?<where>${affiliationWords(rules)})(?:[’']s|(?<=s)[’'])\\s$`,
    'u',
  ).exec(before)?.groups?.['where']
  const plain = where?.replace(wordPattern(names.articles, '^%\\s', 'iu'), '') ?? ''
  return /^\p{Lu}/u.test(plain) ? {title: null, affiliation: plain} : null
}

/** "the baritone Luc Roth", "die Imkerin Eva Roth": a noun that no list has, between its article and a whole name. */
function nounOfName(before: string, after: string, rules: LanguageRules): FoundTitle | null {
  const {names, speech, head} = rules
  const noun = speech.hasCapitalNouns
    ? String.raw`(?:\p{Ll}{4,}\s)?\p{Lu}\p{Ll}{3,}`
    : names.hasLateAdjectives
      ? String.raw`\p{Ll}[\p{Ll}-]{3,}`
      : String.raw`(?:\p{Ll}[\p{Ll}-]{2,}\s)?\p{Ll}[\p{Ll}-]{3,}`
  // "sein Amtskollege Jan Roth"
  const articles = speech.hasCapitalNouns ? names.articles : names.definite
  const words = pattern(
    eitherCase(articles),
    `(?:^|[\\s~])(?<words>(?:%)(?:\\s|(?<=[’']))${noun})\\s$`,
    'u',
  ).exec(before)?.groups?.['words']
  if (words === undefined || !isApposed(words, rules) || isThing(words, rules)) return null
  // "a déclaré à la barre Anne Roth"
  const isPlace = wordPattern(speech.within ?? NONE, '(?:^|\\s)%\\s$').test(
    before.slice(0, -words.length - 1),
  )
  if (isPlace && names.hasLateAdjectives) return null
  // "y la canta Irene Roda.": a pronoun and a verb
  const isClause =
    names.hasLateAdjectives === true &&
    /^[^\s,.;:]+(?:\s[^\s,.;:]+){1,3}[.;]/u.test(after) &&
    pattern(together(speech.joining, head.and), '(?:^|[,.~]|\\s%)\\s$').test(
      before.slice(0, -words.length - 1),
    )
  if (isClause) return {title: null, affiliation: null}
  return splitTitle(words, rules)
}

/** "the village", "the firm", "the book": what may have a name and is nobody. */
function isThing(phrase: string, rules: LanguageRules): boolean {
  const {names, speech} = rules
  const {noun} = nounPhraseIn(phrase, rules)
  return [
    names.bodies,
    names.organisations,
    names.placeKinds,
    names.places,
    speech.works,
    speech.documents,
  ].some((list) => pattern(list, '^(?:%)$').test(noun))
}

/** The clause that a comma ends. */
const wholeClause = (text: string): string => /[^.!?:;~,—–]*(?=,\s$)/u.exec(text)?.[0].trim() ?? ''

/** "Reste le campanaire, Firmin Jolibert,": a noun that no list has, right before somebody’s name. */
function anyNounBefore(text: string, at: number, rules: LanguageRules): FoundTitle | null {
  const {names, speech} = rules
  const ahead = text.slice(Math.max(0, at - 90), at)
  if (!names.hasLateAdjectives || !/,\s$/u.test(ahead)) return null
  const clause = /[^,.;:!?~—–]*$/u.exec(ahead.replace(/,\s$/u, ''))?.[0].trim() ?? ''
  const begins = isAtStart(ahead, ahead.lastIndexOf(clause))
  const {first, phrase} =
    pattern(
      names.articles,
      "^(?:(?<first>\\p{L}+)\\s)?(?<phrase>(?:%)(?:\\s|(?<=[’']))[\\p{Ll}-]+(?:\\s[\\p{Ll}-]+){0,2})$",
    ).exec(clause)?.groups ?? {}
  const isSmall = [names.prepositions, names.clauses, speech.joining].some((list) =>
    wordPattern(list, '^%$').test(first ?? ''),
  )
  // "Cette phrase, Anne Roth la connaît"
  const isTopic = wordPattern(
    names.definite,
    "^\\p{Lu}[\\p{L}-]+\\s\\p{Lu}[\\p{L}-]+\\s%(?:\\s|(?<=[’']))\\p{Ll}",
  ).test(text.slice(at, at + 60))
  if (!begins || isTopic || isSmall || phrase === undefined || !isApposed(phrase, rules))
    return null
  return isThing(phrase, rules) ? null : splitTitle(phrase, rules)
}

/** "a 90-year-old farmer by the name of Knut Sande", "Her supervisor, a quiet man named Gus Pelletier" */
function namedTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const words = pattern(names.namedBy, '^(?<words>.*)\\s(?:%)\\s$').exec(before)?.groups?.['words']
  if (words === undefined) return null
  const own = lastClause(words, rules)
  const phrase = own && nounPhrase(own.replace(pattern(names.ages, '(?:%)\\s'), ''), rules)
  if (phrase) return splitTitle(phrase, rules)
  const earlier =
    own && lastClause(words.slice(0, words.lastIndexOf(own)).replace(/,\s$/u, ''), rules)
  const other = earlier && nounPhrase(earlier, rules)
  return other ? splitTitle(other, rules) : null
}

/** "El alcalde de Peñalba, el independiente Julián Terreros": the party is between the title and the name. */
function partyTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  if (!names.hasLateAdjectives) return null
  const words = wordPattern(
    names.definite,
    "^(?<words>.*),\\s%(?:\\s|(?<=[’']))(?:[\\p{Ll}-]+\\s){1,2}$",
  ).exec(before)?.groups?.['words']
  const clause = words === undefined ? undefined : lastClause(words, rules)
  const phrase = clause === undefined ? undefined : nounPhrase(clause, rules)
  return phrase === clause && phrase ? splitTitle(beforeClause(phrase, rules), rules) : null
}

/** "el sargento de la Guardia Civil Ramón Seco" */
function forceTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const words = pattern(
    names.forces ?? NONE,
    `${WORD_START}(?<words>[\\p{L}-]{4,}\\s(?:${sourceOf(names.of)})\\s%)\\s$`,
  ).exec(before)?.groups?.['words']
  return words === undefined ? null : splitTitle(words, rules)
}

/** "Neue Geschäftsführerin ist Eva Roth" */
function predicateTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {names, speech} = rules
  if (!speech.hasCapitalNouns && !names.hasLateBodies) return null
  const words = pattern(names.isVerbs, '(?:^|[.~]\\s)(?<words>[^,.:;~]{4,60})\\s%\\s$').exec(before)
    ?.groups?.['words']
  // "The bakery’s owner is Ann Poll"
  if (names.hasLateBodies)
    return words !== undefined && nounPhrase(words, rules) === words
      ? splitTitle(words, rules)
      : null
  const role = words?.replace(wordPattern(names.newTitles, '^%\\s'), '')
  const {noun, core} = nounPhraseIn(role ?? '', rules)
  const isRole = role !== undefined && endsInJob(noun, rules) && core === noun
  return isRole ? splitTitle(role, rules) : null
}

/** "el catedrático de Óptica Gonzalo Fresneda": what belongs to the title is between it and the name. */
function lateTitle(before: string, rules: LanguageRules): FoundTitle | undefined {
  const {names, head} = rules
  if (!names.hasLateAdjectives) return undefined
  const links = together(together(names.genitives, names.contracted), names.electedFor ?? NONE)
  const words = pattern(
    names.titles,
    `${WORD_START}(?<words>(?:(?:${wordsOf(names.formerTitles ?? NONE)})[\\s-]?)?%(?:\\s(?!(?:${wordsOf(names.prepositions)}|${sourceOf(head.and)}|${sourceOf(names.isVerbs)})\\s)[\\p{Ll}-]+)?(?:\\s(?:${wordsOf(links)})\\s?(?:(?:${wordsOf(names.definite)})\\s)?[\\p{L}’'-]+(?:\\s(?!(?:${wordsOf(names.prepositions)})\\s)[\\p{L}-]{4,})?){0,2})\\s$`,
  ).exec(before)?.groups?.['words']
  return words === undefined ? undefined : splitTitle(words, rules)
}

/** "la hidróloga de la Universidad de Valmar Noelia Prats" */
function heldTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const title = isHolder(before, before.length, rules) ? openTitle(before, rules) : null
  return title && splitTitle(title.words.trim(), rules)
}

/** "Chief Executive Ruth Okell", "tide-gauge engineer Rob Sallis", "deren Vorsitzender Kai Diercks". */
function directTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {names, speech} = rules
  const own = wordPattern(names.owners, '^%\\s', 'iu')
  const printed = capitalTitle(before, rules)
  // "founder and Chief Executive Ann Poll"
  const joined = printed === null ? null : jobAhead(before, printed, rules)
  if (joined) return {title: joined, affiliation: null}
  const capitalised = withAdjectives(before, printed, rules)
  if (capitalised) {
    const owner = speech.hasCapitalNouns
      ? /^(?<where>\p{Lu}\p{Ll}{2,}[^s])s\s(?<title>\p{Lu}.*)$/u.exec(capitalised)?.groups
      : undefined
    // "Nordhaldens Ministerpräsident"
    if (owner?.['where'] && owner['title'] && !endsInJob(owner['where'], rules))
      return {title: owner['title'], affiliation: owner['where']}
    if (own.test(capitalised))
      return {title: capitalised.replace(own, ''), affiliation: null, isOwn: true}
    const placed = pattern(names.placeTitles, '^(?<where>.*)\\s(?<title>%)$').exec(
      capitalised,
    )?.groups
    const isPlaced = /^\p{Lu}/u.test(placed?.['where'] ?? '')
    const isOwn = wordPattern(names.owners, `${WORD_START}%\\s${capitalised}\\s$`, 'iu').test(
      before,
    )
    return {
      title: isPlaced ? (placed?.['title'] ?? capitalised) : capitalised,
      affiliation: isPlaced ? ofTown(placed?.['where'] ?? '', rules) : null,
      ...(isOwn ? {isOwn} : {}),
    }
  }
  const words = before.trimEnd().split(/\s+/u)
  const isSmall = (word: string) =>
    /^\p{Ll}[\p{Ll}\p{N}-]*$/u.test(word) &&
    !pattern(speech.verbs, '^%$').test(word) &&
    (pattern(names.soleBodies ?? NONE, '^(?:%)$').test(word) ||
      [names.prepositions, names.starters, names.clauses].every(
        (list) => !wordPattern(list, '^%$').test(word),
      )) &&
    [names.articles, names.indefinite, rules.head.and].every(
      (list) => !pattern(list, '^%$').test(word),
    )
  // "le chef d’orchestre": all of it is the title.
  const joinedTitle = /\sd[’']\p{L}+\s$/u.test(before)
    ? pattern(names.titles, `${WORD_START}(?<whole>%)$`).exec(before.trimEnd())?.groups?.['whole']
    : undefined
  if (names.hasLateAdjectives && joinedTitle?.includes(' '))
    return {title: joinedTitle, affiliation: null}
  // "a fait valoir l’avocat": the article is at the noun.
  const elided = /^\p{L}{1,2}[’']/u.exec(words.at(-1) ?? '')?.[0].length ?? 0
  words.push((words.pop() ?? '').slice(elided))
  let from = words.length - 1
  const most = elided > 0 ? 1 : 5
  const behindArticle = elided > 0 ? null : wordsBehindArticle(words, rules)
  if (behindArticle !== null) return {title: behindArticle, affiliation: null}
  while (from > 0 && words.length - from < most && isSmall(words[from - 1] ?? '')) from -= 1
  const title = shortTitle(words.slice(from).join(' '), rules)
  const isOwn = wordPattern(names.owners, '^%$', 'iu').test(words[from - 1] ?? '')
  if (isOwn) return {title, affiliation: null, isOwn}
  const both = jobAhead(before, words.slice(from).join(' '), rules)
  if (both) return {title: both, affiliation: null}
  return ownerBefore(words.slice(0, from).join(' '), title, rules)
}

/** The whole of "founder and Chief Executive", where only the second title has capitals. */
function jobAhead(before: string, title: string, rules: LanguageRules): string | null {
  if (!rules.names.hasLateBodies) return null
  const ahead = before.trimEnd().slice(0, -title.length)
  // "Novelist and critic Ann Poll"
  const first =
    /(?:^|\s)(?<first>(?:[\p{Ll}-]+\s)?[\p{Ll}-]+|(?<=^|[.~]\s)\p{Lu}\p{Ll}+)\sand\s$/u.exec(ahead)
      ?.groups?.['first']
  const job =
    first === undefined ? null : (upToJob(first.split(' ').at(-1) ?? '', 1, rules) ?? null)
  return job && `${job} and ${title}`
}

/** "der frühere Direktor" before a name, but "der Arnauer Direktor" is the director. */
function withAdjectives(before: string, title: string | null, rules: LanguageRules): string | null {
  const {names, speech} = rules
  if (title === null || !speech.hasCapitalNouns) return title
  const ahead = before.slice(0, before.lastIndexOf(title))
  const {adjectives = ''} =
    pattern(names.titleAdjectives ?? NONE, '(?:^|\\s)(?<adjectives>(?:(?:%)e[nr]?\\s)+)$').exec(
      ahead,
    )?.groups ?? {}
  const {article, first: job} =
    pattern(
      names.articles,
      `(?:^|[\\s~])(?<article>%)\\s(?:(?<first>[\\p{L}-]{4,})\\s(?:${sourceOf(rules.head.and)})\\s)?$`,
    ).exec(ahead.slice(0, ahead.length - adjectives.length))?.groups ?? {}
  // "der Dachdecker und Hobbyimker Jan Roth"
  if (job && /^\p{Lu}/u.test(job) && endsInJob(job, rules)) return `${job} und ${title}`
  const [first = '', ...rest] = title.split(' ')
  const isOfTown =
    rest.length > 0 &&
    /^\p{Lu}\p{Ll}{2,}er$/u.test(first) &&
    !pattern(names.titles, '^(?:%)$').test(first) &&
    !pattern(names.placeTitles, '^(?:%)$').test(rest.join(' '))
  const own = isOfTown ? rest.join(' ') : title
  return nominativeTitle(adjectives + own, article ?? '', rules)
}

/** "l’institutrice retraitée", "l’ancien ministre", "le photographe et vidéaste": up to an article that is close. */
function wordsBehindArticle(words: readonly string[], rules: LanguageRules): string | null {
  const {names, head} = rules
  if (!names.hasLateAdjectives) return null
  const last = words.at(-1) ?? ''
  const and = words.at(-2) ?? ''
  const isPair = pattern(head.and, '^(?:%)$').test(and)
  const [before = '', article = ''] = isPair ? [words.at(-3), words.at(-4)] : [and]
  const elided = /^[lL][’'](?=\p{Ll}{2})/u.exec(before)?.[0].length ?? 0
  const noun = before.slice(elided)
  if (isPair) {
    const isWhole = elided > 0 || pattern(names.articles, '^(?:%)$').test(article)
    return isWhole && endsInJob(noun, rules) ? `${noun} ${and} ${last}` : null
  }
  const isFormer = wordPattern(names.formerTitles ?? NONE, '^%$').test(noun)
  return elided > 0 && (isFormer || endsInJob(noun, rules)) ? `${noun} ${last}` : null
}

/** "Ellmoors Bürgermeisterin" is of Ellmoor. */
const ofTown = (where: string, {speech}: LanguageRules): string =>
  speech.hasCapitalNouns ? where.replace(/(?<=\p{L}{3}[^s])s$/u, '') : where

/** "Cutler Pass goaltender" and "the port’s director", but "Defense attorney" is of nobody. */
function ownerBefore(before: string, title: string, rules: LanguageRules): FoundTitle {
  const {names} = rules
  const {where, own} =
    pattern(
      names.of,
      `(?:^|[\\s,~])(?<where>${affiliationWords(rules)})(?<own>[’']s?)?$`,
      'u',
    ).exec(before)?.groups ?? {}
  const owner = where?.replace(wordPattern(names.articles, '^%(?:\\s|$)'), '') ?? ''
  // "former Arden mayor"
  const was = pattern(names.formerly ?? NONE, `${WORD_START}(?<was>%\\s)$`).exec(
    before.slice(0, before.length - (where ?? '').length - (own ?? '').length),
  )?.groups?.['was']
  // "Former Arden mayor" at the beginning of a sentence
  const {first, town} =
    pattern(names.formerly ?? NONE, '^(?<first>%\\s)(?<town>\\p{L}.*)$').exec(owner)?.groups ?? {}
  if (first && town && !own && names.hasLateBodies) return {title: first + title, affiliation: town}
  if (was && owner !== '' && names.hasLateBodies)
    return {title: was + title, affiliation: /\p{Lu}/u.test(owner) ? owner : null}
  if (!own && names.hasLateBodies && pattern(names.placeTitles, '^(?:%)$').test(title))
    return {title, affiliation: /\p{Lu}/u.test(owner) ? owner : null}
  const isKind = !own && /^\p{Lu}\p{Ll}+$/u.test(owner)
  if (isKind)
    return wordPattern(names.starters, '^%$').test(owner)
      ? {title, affiliation: null}
      : {title: shortTitle(`${owner} ${title}`, rules), affiliation: null}
  return {title, affiliation: /\p{Lu}/u.test(owner) ? owner : null}
}

/** "Chief Executive" at the end, without a word that only begins the sentence. */
function capitalTitle(before: string, rules: LanguageRules): string | null {
  const {names} = rules
  const found = /(?<title>(?:\p{Lu}[\p{L}-]+\s)*\p{Lu}[\p{L}-]+)\s$/u.exec(before)?.groups?.[
    'title'
  ]
  if (!found || !endsInJob(found, rules)) return null
  const isOwned = wordPattern(names.owners, '^%\\s').test(found)
  const title = isOwned
    ? found
    : titleWords(rules.speech.hasCapitalNouns ? ownWords(found, rules) : found, rules)
  const begins = wordPattern(names.starters, '^%(?:\\s|$)').test(title)
  return title === '' || (begins && !isOwned && !isOfSoleBody(title, rules)) ? null : title
}

/** "am Nachmittag Richterin": of the words before the noun, only adjectives, jobs and owners belong to it. */
function ownWords(title: string, rules: LanguageRules): string {
  const words = title.split(' ')
  const belongs = (word: string) =>
    (/(?:e[nrs]?|s)$/u.test(word) && !wordPattern(rules.page.calendar, '^%$').test(word)) ||
    endsInJob(word, rules)
  const from = words.slice(0, -1).findLastIndex((word) => !belongs(word)) + 1
  return words.slice(from).join(' ')
}

/** What comes after the last mark, or after "by". */
function lastClause(text: string, rules: LanguageRules): string | undefined {
  const {names, speech} = rules
  const clause = /[^,.;:!?~—–]*$/u.exec(withoutShortForms(text))?.[0].trim() ?? ''
  const by = pattern(
    names.articles,
    `^.*\\s(?:by|with|von|par|por|${sourceOf(names.isVerbs)})\\s(?=%\\s)`,
  ).exec(clause)
  // "la Plataforma por el Tren": the preposition belongs to the name.
  const agent = by ? clause.slice(by[0].length) : clause
  const isName =
    names.hasLateAdjectives === true &&
    by !== null &&
    /\p{Lu}[^,]*$/u.test(by[0].slice(1)) &&
    !endsInJob(nounPhraseIn(agent, rules).noun, rules)
  const words = (isName ? clause : agent).replace(
    pattern(speech.verbs, "^%\\s(?=\\p{L}+(?:[’']s?)?\\s)"),
    '',
  )
  return words.length > 2 && words.length < 90 ? words : undefined
}

/** "Seoul has appointed a new foreign minister": the first phrase in which the noun is a job. */
function nounPhrase(clause: string, rules: LanguageRules): string | undefined {
  const {names} = rules
  const starts = pattern(
    together(names.articles, names.indefinite),
    `${WORD_START}(?:%)(?:\\s|(?<=[’']))`,
    'giu',
  )
  const phrases = [clause, ...[...clause.matchAll(starts)].map(({index}) => clause.slice(index))]
  return phrases.find((phrase) => {
    // "the Bureau of Waters’ deputy director for rivers"
    const owned = names.hasLateAdjectives
      ? undefined
      : /[’']s?\s(?<owned>\p{Ll}.*)$/u.exec(phrase)?.groups
    const {core, noun} = nounPhraseIn(owned?.['owned'] ?? phrase, rules)
    const head = names.hasLateAdjectives ? noun : core
    const isFirst =
      phrase === clause && /^\p{Lu}\p{Ll}/u.test(phrase) && names.hasLateAdjectives === true
    const isBare = phrase === clause && !isFirst && !beginsPlainly(phrase, rules)
    const isOwned = wordPattern(names.owners, '^%\\s', 'iu').test(phrase)
    const isBodys = pattern(names.bodies, '^%$').test(noun) && !(isOwned && names.hasLateAdjectives)
    // "la protagonista, Ana Roth"
    const isNone = names.hasLateAdjectives && wordPattern(names.notTitles, '^%$').test(noun)
    return !isBare && !isBodys && !isNone && endsInJob(head, rules)
  })
}

/** No verb and no name of a person before the title. */
const beginsPlainly = (text: string, {names}: LanguageRules): boolean =>
  pattern(names.articles, "^(?:%)(?:\\s|(?<=[’']))").test(text) ||
  wordPattern(names.owners, '^%\\s', 'iu').test(text) ||
  /^[^ ]+[’']s?\s/u.test(text) ||
  pattern(names.titles, '^%').test(text) ||
  /[’'](?:s)?\s\p{Ll}/u.test(text)

/** Words of a title before a name, without what only begins the sentence. */
const titleWords = (text: string, rules: LanguageRules): string =>
  isOfSoleBody(text, rules)
    ? text
    : text.replace(wordPattern(rules.names.starters, '^%\\s+', 'iu'), '')

/** "Police Chief" */
const isOfSoleBody = (title: string, {names}: LanguageRules): boolean =>
  names.hasLateBodies === true && pattern(names.soleBodies ?? NONE, '^(?:%)\\s').test(title)

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
    ...(short && {short}),
    title: small ? (title?.replace(/^\p{Lu}(?=\p{Ll})/u, lower) ?? null) : title,
  }
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

/** Without what is not part of a title: "driver with no licence", "Wirt im", "librero de 68 años". */
function shortTitle(words: string, rules: LanguageRules): string {
  const {names, speech, head} = rules
  const isRank = pattern(names.ranks ?? NONE, `^(?:%)${WORD_END}`).test(words)
  const title = words
    .replace(pattern(names.ages, '^(?:%)\\s'), '')
    .replace(pattern(names.beforeNames ?? NONE, '^(?:%)\\s'), '')
    .replace(pattern(names.praise ?? NONE, '^(?:(?:%)\\s)+(?=\\p{Ll})', 'u'), '')
    .replace(wordPattern(isRank ? NONE : names.newTitles, '^%\\s', 'iu'), '')
  // In "Curator of Works on Paper" the capitals show that all of it is the title.
  const behind = names.hasCapitalTitles && /^\p{Lu}\p{Ll}/u.test(title) ? '(?!\\p{Lu})' : ''
  // "lecturer in transport planning": a field has no article, "a nurse in a clinic" does.
  const articles = [names.articles, names.indefinite, names.definite].map(sourceOf).join('|')
  const hasField = pattern(names.fields?.titles ?? NONE, `${WORD_START}(?:%)${WORD_END}`).test(
    title,
  )
  const field = hasField
    ? `|(?:${wordsOf(names.fields?.before ?? NONE)})\\s(?!(?:${articles})${WORD_END})(?:(?:\\p{Lu}\\p{Ll}+\\s)?\\p{Ll}{3,}${names.studies ? `|(?<=(?:${sourceOf(eitherCase(names.studies))})\\s\\p{Ll}+\\s)\\p{Lu}` : ''})`
    : ''
  const end =
    wordPattern(
      names.titleEnds,
      `\\s(?!(?:(?:${wordsOf(names.titleTails)})${WORD_END}${field}))(?:%)(?:\\s${behind}|$)`,
      'u',
    ).exec(title)?.index ?? title.length
  // "éleveuse à la sortie du bourg", but "adjointe à la culture"
  const isOfField = pattern(names.fieldTitles ?? NONE, '^(?:%)\\s').test(title)
  const loose = wordPattern(
    isOfField ? NONE : (names.placeEnds ?? NONE),
    `\\s(?!(?:${wordsOf(names.titleTails)})${WORD_END})%(?:\\s|(?<=[’']))`,
  ).exec(title)?.index
  const hidden = title.search(/\s[~]/u)
  // "médiateur nommé par la préfecture"
  const done = wordPattern(
    names.agents ?? NONE,
    '\\s\\p{Ll}+(?:[éiut]e?s?|[ai]d[oa]s?)\\s%\\s',
    'u',
  ).exec(title)?.index
  // "viticulteur de Saint-Loup"
  const home =
    names.hasLateAdjectives && !names.hasCapitalFields && !isOfField
      ? wordPattern(names.genitives, '\\s%\\s?\\p{Lu}[\\p{L}-]+$', 'u').exec(title)?.index
      : undefined
  const ends = [
    end,
    homeEnd(title, rules),
    loose ?? title.length,
    home ?? title.length,
    ownerEnd(title, rules),
    thingEnd(title, rules),
    numberEnd(title, rules),
    hidden < 0 ? title.length : hidden,
    townEnd(title, rules),
  ]
  const cut = title
    .slice(0, Math.min(...ends, done ?? title.length))
    // "chief executive at the time"
    .replace(pattern(names.lateTimes ?? NONE, '\\s(?:%)$'), '')
  const last = pattern(head.and, `\\s(?:%|${wordsOf(names.prepositions)})$`)
  const called = pattern(speech.calls, '\\s(?:%)$')
  return cut.replace(last, '').replace(called, '').trim() || title
}

/** Where a title ends before a number: "librero de 68 años", "ingeniero de caminos de 52 años". */
const numberEnd = (title: string, {names}: LanguageRules): number =>
  wordPattern(names.hasLateAdjectives ? names.genitives : NONE, '\\s%\\s\\d').exec(title)?.index ??
  wordPattern(names.prepositions, '\\s(?:%(?:\\s\\p{L}+){0,2}\\s)?\\d').exec(title)?.index ??
  title.length

/** Where a title ends before the town where somebody works: "médica en Almora", but "doctora en Química". */
function townEnd(title: string, {names, head}: LanguageRules): number {
  const isStudy = pattern(names.studies ?? NONE, '^(?:%)\\s').test(title)
  const town =
    names.hasLateAdjectives && !isStudy
      ? wordPattern(head.from, '\\s%\\s\\p{Lu}', 'u').exec(title)?.index
      : undefined
  return town ?? title.length
}

/** Where a title ends before a town: "panadera de Almora", but "jefa de Prensa". */
function homeEnd(title: string, {names}: LanguageRules): number {
  const {noun = '', town} =
    wordPattern(
      names.genitives,
      `^(?<noun>\\p{Ll}+)(?:\\s\\p{Ll}+)?(?<town>\\s(?!(?:${wordsOf(names.contracted)})\\s)%\\s\\p{Lu}[\\p{L}-]+)$`,
      'u',
    ).exec(title)?.groups ?? {}
  const hasField =
    !names.capitalFieldTitles || pattern(names.capitalFieldTitles, '^(?:%)$').test(noun)
  return title.length - (hasField ? 0 : (town?.length ?? 0))
}

/** Where a title ends before a thing: "portera del edificio". */
function thingEnd(title: string, {names}: LanguageRules): number {
  const of = wordPattern(
    together(names.genitives, names.contracted),
    `(?<=\\p{Ll})\\s%\\s(?:(?:${sourceOf(names.articles)})\\s)?(?!(?:${sourceOf(names.titleObjects ?? NONE)})${WORD_END})(?=\\p{Ll})`,
    'gu',
  )
  const thing = [...title.matchAll(of)].find(({0: words}) =>
    pattern(together(names.contracted, names.articles), '\\s%\\s$').test(words),
  )
  return (names.titleObjects && thing?.index) ?? title.length
}

/** Where a title ends before what it is of: "pilot of a plane", "patrón de un palangrero", "abogada del matrimonio". */
function ownerEnd(title: string, {names}: LanguageRules): number {
  const ofSome = names.hasLateAdjectives
    ? wordPattern(names.genitives, `\\s%\\s?(?:${sourceOf(names.indefinite)})\\s`).exec(title)
        ?.index
    : pattern(names.ofSome ?? NONE, '\\s(?:%)\\s').exec(title)?.index
  // But "avocate de la défense"
  const client = pattern(
    names.advocates?.titles ?? NONE,
    `^(?:%)(?=\\s(?:${wordsOf(names.genitives)})${BEHIND_SMALL}(?!(?:(?:${wordsOf(names.definite)})\\s?)?(?:${sourceOf(names.advocates?.sides ?? NONE)})${WORD_END})(?:(?:${wordsOf(names.definite)})\\s?)?\\p{Ll})`,
  ).exec(title)?.[0].length
  return Math.min(...[ofSome, client].map((end) => end ?? title.length))
}

/** "at the broker Hollin & Bray": the broker is not part of the name. */
const kindBefore = oncePer(({names}: LanguageRules): string =>
  names.hasLateBodies
    ? `(?:(?:(?:${sourceOf(names.articles)})\\s)?(?!(?:${wordsOf(names.links)})\\s)(?:\\p{Ll}{3,}\\s){1,2}(?=\\p{Lu}))?`
    : '',
)

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
    `\\s(?!(?:${wordsOf(names.prepositions)})\\s)%\\s(?:(?:${others.map(sourceOf).join('|')})|\\p{L}+\\s${indefinite})\\s?.*$`,
  )
  // "bióloga y autora del informe"
  const lesser = pattern(names.lesserTitles ?? NONE, `\\s(?:${sourceOf(head.and)})\\s(?:%)\\s.*$`)
  const {any, female, male} = names.honorifics
  // "avocat de M. Chastel"
  const ofPerson = pattern(
    eitherCase(together(any, together(female, male))),
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
  const office = pattern(
    names.offices ?? NONE,
    `^(?:(?:${sourceOf(names.articles)})\\s?)?(?<title>%)${WORD_END}`,
  ).exec(whole)?.groups?.['title']
  if (office) return {title: office, affiliation: null}
  const own = wordPattern(names.owners, '^%\\s+', 'iu')
  if (own.test(whole)) return {title: whole.replace(own, ''), affiliation: null, isOwn: true}
  const owner = /^(?<where>.+?)(?:[’']s|s[’'])\s(?<title>.+)$/u.exec(whole)?.groups
  if (
    owner?.['where'] &&
    owner['title'] &&
    (pattern(names.titles, `${WORD_START}%${WORD_END}`).test(owner['title']) ||
      isWorkOf(owner['where'], owner['title'], rules))
  ) {
    const isPlural = /^s[’']/u.test(whole.slice(owner['where'].length))
    const where = ownerOnly(owner['where'] + (isPlural ? 's' : ''), rules)
    return {title: owner['title'], affiliation: where}
  }
  const article = pattern(names.articles, "^(?:%)(?:\\s+|(?<=[’']))", 'iu')
  const before = organisationBefore(whole.replace(article, ''), rules)
  if (before) return before
  // "délégué syndical CFDT"
  const union = names.hasLateAdjectives
    ? /^(?<title>.*\p{Ll}{4})\s(?<where>\p{Lu}{2,6})$/u.exec(whole.replace(article, ''))?.groups
    : undefined
  if (
    union?.['title'] &&
    union['where'] &&
    !pattern(names.organisations, `${WORD_START}%${WORD_END}`).test(union['title']) &&
    endsInJob(nounPhraseIn(union['title'], rules).noun, rules)
  )
    return {title: union['title'], affiliation: union['where']}
  const found = firmIn(whole, rules) ?? organisationIn(whole, rules)
  return found
    ? {title: found.title.replace(article, ''), affiliation: withoutKind(found.where, rules)}
    : {title: whole.replace(article, ''), affiliation: null}
}

/** "the project of the league", "according to the hospital": only what has its article last is the owner. */
function ownerOnly(words: string, rules: LanguageRules): string {
  const {names} = rules
  if (!names.hasLateBodies) return words
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
  !isBody(work, rules) &&
  !work.endsWith('s') &&
  !wordPattern(rules.names.prepositions, '\\s%\\s').test(owner)

/** "the union Allied Health Together": the kind is not part of the name. */
const withoutKind = (where: string, {names}: LanguageRules): string =>
  names.hasLateBodies
    ? where
        .replace(/^(?:the\s)?(?:\p{Ll}+\s){1,3}(?=\p{Lu}\S*\s\p{Lu})/u, '')
        .replace(pattern(names.bodies, '^(?:the\\s)?(?:%)\\s(?=\\p{Lu})', 'u'), '')
    : where

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
  return maybe.find(({isWhole}) => isWhole) ?? maybe[0] ?? shopOf(words, places, rules)
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

/** "Cáritas en Lerma" is Cáritas, but "Escuela en Red" is a name. */
function withoutTown(where: string, {names, head}: LanguageRules): string {
  if (!names.hasLateAdjectives) return where
  const own = wordPattern(
    head.from,
    '^(?<own>\\p{Lu}[\\p{L}-]+)\\s%\\s\\p{Lu}[\\p{L}-]+$',
    'u',
  ).exec(where)?.groups?.['own']
  return own === undefined || pattern(names.bodies, '^(?:%)$').test(own) ? where : own
}

/** "coordinador en Orbal de la Red Acoge": a town is between a title and its organisation. */
const isTownBetween = (of: string, where: string, rules: LanguageRules): boolean =>
  rules.names.hasLateAdjectives === true &&
  wordPattern(rules.head.from, '^%$').test(of) &&
  pattern(
    rules.names.organisations,
    `^\\p{Lu}[\\p{L}-]+\\s(?:${wordsOf(rules.names.contracted)}|(?:${wordsOf(rules.names.genitives)})\\s(?:${wordsOf(rules.names.definite)}))\\s(?:%)${WORD_END}`,
  ).test(where) &&
  !isOrganisation(where.split(' ')[0] ?? '', rules)

/** What is before the preposition at a place, and the organisation behind it. */
function named(
  words: string,
  at: number,
  name: string,
  rules: LanguageRules,
): {title: string; where: string; isWhole: boolean} | null {
  const {names} = rules
  const found = pattern(names.of, `^\\s(?<of>%)\\s?${name}`, 'u').exec(words.slice(at))?.groups
  const {of = '', whole} = found ?? {}
  const where = withoutTown(found?.['where'] ?? '', rules)
  const title = words.slice(0, at)
  if (isTownBetween(of, where, rules)) return null
  // "patron d’une entreprise"
  const isSome =
    names.hasLateAdjectives === true &&
    pattern(names.indefinite, "^(?:[dl][’'])?(?:%)\\s").test(found?.['where'] ?? '')
  if (isSome) return null
  // "an aide to the mayor" is of no organisation, "an adviser to Arden council" is.
  if (
    pattern(names.toward ?? NONE, '^(?:%)$').test(of) &&
    !(/\p{Lu}/u.test(where) && isBody(where, rules))
  )
    return null
  // "profesora de instituto" is a kind of teacher.
  const isBare = /^\p{Ll}+$/u.test(where) && pattern(names.genitives, '^(?:%)$').test(of)
  if (where === '' || (isBare && !wordPattern(names.contracted, '^%$').test(of))) return null
  if (isDepartment(of, where, rules) || isWorkplace(of, where, rules)) return null
  // "jefa de prensa del festival"
  const isSmall = !/\p{Lu}/u.test(where) && wordPattern(names.genitives, '^%$').test(of)
  const isPart = names.hasLateAdjectives === true && isSmall
  if (isPart && !wordPattern(names.contracted, '^%$').test(of)) return null
  // "limpiadora en tres portales del centro": not hers
  const {prepositions, genitives, contracted} = names
  const isFar =
    names.hasLateAdjectives === true &&
    /^\p{Ll}+$/u.test(where) &&
    title
      .split(' ')
      .slice(1)
      .some(
        (word) =>
          wordPattern(prepositions, '^%$').test(word) &&
          !wordPattern(together(genitives, contracted), '^%$').test(word),
      )
  if (isFar) return null
  if (isFieldOf(title, of, where, rules)) return null
  if (isTownOnly(title, of, where, rules)) return null
  const isOf =
    wordPattern(names.electedFor ?? NONE, '^%$').test(of) ||
    isOfTown(title, where, rules) ||
    isOfFirm(title, where, rules) ||
    (isPaperName(where) && pattern(rules.head.authorRoles, '(?:^|\\s)(?:%)$').test(title)) ||
    isPlace(where, of, rules)
  return isOf ? {title, where: nameBehind(of, where, rules), isWhole: whole !== undefined} : null
}

/** "céréalier à Lignac" is of no organisation. */
function isTownOnly(title: string, of: string, where: string, rules: LanguageRules): boolean {
  const {names, head} = rules
  const isIn = names.hasLateAdjectives === true && wordPattern(head.from, '^%$').test(of)
  if (!isIn || isOrganisation(where, rules)) return false
  // "critique à La Mesure" is of a paper.
  if (isPaperName(where) && pattern(head.authorRoles, '^(?:%)$').test(title)) return false
  // "farmacéutico en Peña Alta", but "directora en Radio Alta"
  const isFirm = isBody(where, rules) || pattern(names.firmTitles, '(?:^|\\s)(?:%)$').test(title)
  return /^(?:L[aeo]s?\s)?\S+$/u.test(where) || !isFirm
}

/** What somebody teaches or does: "catedrática de Derecho Penal", "professor of Latin". */
function isFieldOf(title: string, of: string, where: string, rules: LanguageRules): boolean {
  const {names} = rules
  const isStudy =
    names.hasCapitalFields === true &&
    pattern(names.fields?.titles ?? NONE, "(?:^|[\\s’'])(?:%)$").test(title) &&
    !isBody(where, rules) &&
    !isOrganisation(where, rules)
  const isField =
    !(rules.speech.hasCapitalNouns && wordPattern(names.genitives, '^%$').test(of)) &&
    pattern(names.fieldTitles ?? NONE, '(?:^|[\\s’])(?:%)$').test(title) &&
    // But "vice-présidente de la métropole"
    (/^(?:\p{L}{1,2}[\s’'])?\p{Lu}\S*$/u.test(where) || !isBody(where, rules)) &&
    !pattern(names.placeTitles, '(?:^|\\s)(?:%)$').test(title)
  return isStudy || isField
}

/** "cheffe de service au CHU de Mornac": the service belongs to the title. */
const isDepartment = (of: string, where: string, {names, head}: LanguageRules): boolean =>
  names.hasLateAdjectives === true &&
  wordPattern(names.genitives, '^%$').test(of) &&
  !wordPattern(names.contracted, '^%$').test(of) &&
  wordPattern(
    head.from,
    `^\\p{Ll}+\\s(?!(?:${wordsOf(names.genitives)})\\s)(?:%|aux)\\s`,
    'u',
  ).test(where)

/** "jefa de cocina del hotel Miramar", "maestra de almazara de la cooperativa": the first noun belongs to the title. */
export const isWorkplace = (of: string, where: string, {names}: LanguageRules): boolean =>
  names.titleObjects !== undefined &&
  wordPattern(names.genitives, '^%$').test(of) &&
  !wordPattern(names.contracted, '^%$').test(of) &&
  pattern(
    names.organisations,
    `^\\p{Ll}+\\s(?:(?:${wordsOf(names.contracted)})|(?:${wordsOf(names.genitives)})\\s(?:${wordsOf(names.definite)}))\\s(?:%)${WORD_END}`,
  ).test(where)

/** "La Mesure", "El Faro" */
const isPaperName = (where: string): boolean => /^(?:L[aeo]s?|El)\s\p{Lu}/u.test(where)

/** "chief operating officer of Brightgrain", but not "professor of Latin". */
const isOfFirm = (title: string, where: string, {names}: LanguageRules): boolean =>
  /^\p{Lu}[\p{L}’'-]+$/u.test(where) && pattern(names.firmTitles, `(?:^|\\s)(?:%)$`).test(title)

/** "früherer Bürgermeister von Hollerbrück", "Kulturdezernentin von Arnau" */
const isOfTown = (title: string, where: string, {names}: LanguageRules): boolean =>
  /^\p{Lu}[\p{L}’'-]+$/u.test(where) &&
  [names.placeTitles, names.councilTitles ?? NONE, names.townTitles ?? NONE].some((list) =>
    pattern(list, "(?:^|[\\s’'])(?:%)$").test(title),
  )

/** After "of" only what is surely an organisation; after "at" whatever has a capital. */
function isPlace(where: string, of: string, rules: LanguageRules): boolean {
  const plain = where.replace(wordPattern(rules.names.articles, '^%\\s+', 'iu'), '')
  // "der Bäckermeister aus Hollerau"
  const isTown =
    rules.speech.hasCapitalNouns === true &&
    wordPattern(rules.head.from, '^%(?:\\s|$)').test(of) &&
    (pattern(rules.names.placeKinds, '^(?:%)$').test(plain) ||
      (!plain.includes(' ') && !isBody(plain, rules)))
  if (isTown || isThingBehind(where, of, rules)) return false
  if (isBody(plain, rules)) return true
  // "représentante de la FCPE"
  if (rules.names.hasLateAdjectives && /^\p{Lu}{2,6}$/u.test(plain)) return true
  // "a doctor in Arden"
  if (rules.names.hasLateBodies && wordPattern(rules.speech.within ?? NONE, '^%$').test(of))
    return false
  // "a care worker from Upper Eddle"
  if (!rules.names.hasLateAdjectives && wordPattern(origins(rules), '^%$').test(of)) return false
  const isOwner = wordPattern(rules.names.genitives, '^%(?:\\s|$)').test(of)
  // "éleveur de Sainte-Marthe" is of a town.
  const joined = rules.names.hasLateAdjectives ? /\s\p{Lu}/u : /[\s-]\p{Lu}/u
  return /^\p{Lu}/u.test(plain) && (!isOwner || joined.test(plain) || where.startsWith('The '))
}

/** What is before the place that somebody comes from, and may be before an organisation: "from", "aus". */
const origins = ({names, head}: LanguageRules): string[] =>
  head.from.filter((word) => wordPattern(names.genitives, '^%$').test(word))

/** "Gerichts" is the genitive of a court, "HSG" a club. */
const isBody = (where: string, {names, speech}: LanguageRules): boolean =>
  (speech.hasCapitalNouns === true && /^\p{Lu}{2,6}$/u.test(where)) ||
  pattern(
    names.organisations,
    `${WORD_START}%${speech.hasCapitalNouns ? '(?:e?s)?' : ''}${WORD_END}`,
  ).test(where) ||
  pattern(names.bodies, speech.hasCapitalNouns ? '(?:^|\\s)\\p{L}*%(?:e?s)?$' : '(?:^|\\s)%$').test(
    where,
  )
