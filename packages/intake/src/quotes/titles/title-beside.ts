// What somebody is, as it is printed beside their name.
import {honorificsOf} from '../../parts/names.ts'
import type {LanguageRules} from '../../languages/rules.ts'
import {NONE, WORD_END, WORD_START, pattern, sourceOf, wordPattern} from '../../parts/patterns.ts'
import {endsInJob, nounPhraseIn} from '../nouns.ts'
import {apposition} from './apposition.ts'
import {withoutDuration, withoutParty} from './clause.ts'
import {leadIn} from './lead-in.ts'
import {CAPITALS} from './organisations.ts'
import {type FoundTitle, splitTitle} from './split-title.ts'
import {anyNounBefore, titleBefore} from './title-before.ts'

/** What is printed on either side of a name. Behind "The mayor, Ana Prell," the sentence goes on. */
export function titleBeside(
  text: string,
  {from, to}: {from: number; to: number},
  rules: LanguageRules,
): FoundTitle | null {
  const before = titleBefore(text, from, rules) ?? anyNounBefore(text, from, rules)
  const ahead = text.slice(Math.max(0, from - 40), from)
  const isLesser =
    rules.names.hasLateBodies === true &&
    pattern(rules.names.lesserTitles ?? NONE, '^(?:%)$').test(before?.title ?? '')
  const isAhead =
    before?.title && pattern(honorificsOf(rules), ',\\s(?:(?:%)\\.?\\s)*$').test(ahead)
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
  // "For Winifred Tuke, 77, the news came in a letter"
  const isFronted =
    rules.names.hasLateBodies === true && /(?:^|[.~]\s)(?:For|To|With|Unlike|Like)\s$/u.test(ahead)
  const isApposed = isWithin || isSource || isFronted || /,\s$/u.test(ahead)
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
  const town = after ? null : townBehind(text.slice(to), before, rules)
  if (town !== null) return {...before, affiliation: town}
  return after ? {...after, title: before.title} : before
}

/** "Mayor Ann Poll of Arden told": the town of a mayor is behind the name. */
function townBehind(
  behind: string,
  {title, affiliation}: FoundTitle,
  {names}: LanguageRules,
): string | null {
  const isMayor = pattern(names.placeTitles, '^(?:%)$').test(title ?? '')
  if (!isMayor || affiliation !== null) return null
  const town = pattern(names.belongs, `^\\s(?:%)\\s(?<town>${CAPITALS}(?:\\s${CAPITALS})*)`, 'u')
  return town.exec(behind)?.groups?.['town'] ?? null
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
  const whole = withoutDuration(text.slice(at + particle.length, at + 220), rules)
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
  // ", who drove the route for 19 years and is now a secretary of the union,"
  const now = rules.names.hasLateBodies
    ? /^,\swho\s[^,.;~]{3,80}?\sand\s(?:is|was)\s(?:now\s|currently\s|also\s)?(?<now>(?:an?|the)\s[^,.;~]+)/u.exec(
        rest,
      )
    : null
  if (now?.groups?.['now'])
    return titleAfter(`, ${now.groups['now']}${rest.slice(now[0].length)}`, 0, rules, true)
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

const withoutAge = (text: string): string =>
  // "Teodora Roda (1889-1957), compositora"
  text
    // "Teodora Roda (51), compositora"
    .replace(/^\s\(\d{2,3}(?:\saños)?\)(?=,)/u, '')
    .replace(/^\s\(\d{4}\s?[-–]\s?\d{4}\)(?=,)/u, '')
    // "Eva Roth (parteilos), Landrätin"
    .replace(/^\s\((?:parteilos|fraktionslos)\)(?=,)/u, '')
    .replace(
      /^,\s(?:de\s|aged?\s|who\sis\s|now\s|jetzt\s|heute\s|hoy\s|aujourd[’']hui\s)?\d{1,3}(?:\s(?:años|ans|anni|Jahre(?:\salt)?))?(?=,)/u,
      '',
    )

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
