// What the words before a name say about whom it names.
import {honorificsOf} from '../../parts/names.ts'
import type {LanguageRules} from '../../languages/rules.ts'
import {
  NONE,
  WORD_START,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {isGivenName} from '../../languages/given-names.ts'
import {isHolder, openTitle} from '../holder.ts'
import {endsInJob, isApposed, nounPhraseIn} from '../nouns.ts'
import {isAtStart} from '../sentences.ts'
import {
  beforeClause,
  isThing,
  lastClause,
  nounPhrase,
  wholeClause,
  withoutDuration,
  withoutParty,
} from './clause.ts'
import {whereIn} from './lead-in.ts'
import {affiliationWords, isBody} from './organisations.ts'
import {type FoundTitle, splitTitle} from './split-title.ts'
import {directTitle} from './title-in-front.ts'

/** "Chief Executive Ruth Okell", "the trust’s medical director, Vikram Sole", "El alcalde, Celso Arriaga". */
export function titleBefore(text: string, at: number, rules: LanguageRules): FoundTitle | null {
  const {names} = rules
  const before = withoutDuration(withoutParty(text.slice(Math.max(0, at - 120), at), rules), rules)
  const short = pattern(names.titlesBefore, `${WORD_START}(?<title>%)\\s$`).exec(before)?.groups?.[
    'title'
  ]
  if (short) return {title: short, affiliation: null, isShort: true}
  // "Médecin à Lorgues, le docteur Luc Roth": the article belongs to the form of address.
  const article = names.hasLateAdjectives ? `(?:(?<=,\\s)(?:${wordsOf(names.definite)})\\s)?` : ''
  const honorifics = pattern(honorificsOf(rules), `${article}${WORD_START}(?:(?:%)\\.?\\s)+$`)
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
  const worker = firmNounTitle(clause ?? '', text.slice(at), rules)
  if (worker) return worker
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
        fieldTitle(plain, rules) ??
        heldTitle(plain, rules) ??
        (isWhole ? nounOfName(plain, text.slice(at), rules) : null) ??
        initialsTitle(plain, rules) ??
        fronted(plain, rules))
}

/** "and the operator, Ann Poll,": a noun that is a firm elsewhere. */
function firmNounTitle(clause: string, name: string, {names}: LanguageRules): FoundTitle | null {
  const title = pattern(names.firms?.words ?? NONE, '(?:^|\\s)the\\s(?<noun>%)$').exec(clause)
    ?.groups?.['noun']
  const isPerson = names.hasLateBodies === true && isGivenName(name)
  return isPerson && title !== undefined ? {title, affiliation: null} : null
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

/** "Reste le campanaire, Firmin Jolibert,": a noun that no list has, right before somebody’s name. */
export function anyNounBefore(text: string, at: number, rules: LanguageRules): FoundTitle | null {
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
  // "Son auteur, l’ingénieur Luc Roth": the noun right before the name says more.
  const isLess =
    phrase !== undefined &&
    pattern(names.lesserTitles ?? NONE, '^(?:%)$').test(nounPhraseIn(phrase, rules).noun) &&
    endsInJob(before.trimEnd(), rules)
  if (isLess) return null
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

/** "l’adjointe à la culture Anne Roth": what somebody is in charge of is right before the name. */
function fieldTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const {titles, definite, inCharge = NONE} = rules.names
  const words = pattern(
    titles,
    `(?<=(?:^|[\\s~])(?:${sourceOf(eitherCase(definite))})\\s?)(?<words>(?:%)\\s(?:${sourceOf(inCharge)})[\\p{Ll}-]+(?:\\s[\\p{Ll}-]+)?)\\s$`,
  ).exec(before)?.groups?.['words']
  return words === undefined ? null : splitTitle(words, rules)
}

/** "la hidróloga de la Universidad de Valmar Noelia Prats" */
function heldTitle(before: string, rules: LanguageRules): FoundTitle | null {
  const title = isHolder(before, before.length, rules) ? openTitle(before, rules) : null
  return title && splitTitle(title.words.trim(), rules)
}
