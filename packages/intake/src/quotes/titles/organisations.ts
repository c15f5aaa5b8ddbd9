// The organisation that a title names behind a small word: "of the Reform Union".
import type {LanguageRules} from '../../languages/rules.ts'
import {isOrganisation} from '../../parts/names.ts'
import {
  NONE,
  WORD_END,
  WORD_START,
  eitherCase,
  oncePer,
  pattern,
  sourceOf,
  together,
  wordPattern,
  wordsOf,
} from '../../parts/patterns.ts'
import {nameBehind} from '../cases.ts'

/** "Industrie- und Handelskammer", "St. Anna" */
export const SHARED_END = String.raw`(?:\p{Lu}\p{L}+-\s(?:und|oder)\s|St\.\s(?=\p{Lu}))?`

export const CAPITALS = String.raw`${SHARED_END}\p{Lu}[\p{L}\p{M}\p{N}]*(?:[’'&.-](?!s(?!\p{L}))(?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*(?:(?<=s)[’'](?=\s\p{Lu}))?`

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
  const begins = `${article}(?:\\p{Ll}[\\p{L}-]+|${CAPITALS}(?=\\s(?:${wordsOf(names.genitives)})${BEHIND_SMALL}))|(?:${sourceOf(eitherCase(names.sloganStarts ?? NONE))})|${CAPITALS}(?=\\s(?:${sourceOf(names.sloganWords ?? NONE)})${WORD_END})`
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
  const named = `${own}${saint}${CAPITALS}(?:\\s(?:(?:${link})\\s){0,2}${CAPITALS}${owned})*(?:(?<=\\s(?:No\\.?|Local))\\s\\d+)?(?:\\s(?:\\p{Ll}+s[’']\\s|(?:${sourceOf(names.lateParts ?? NONE)})\\s)?(?:${sourceOf(names.bodies)})(?![\\p{L}]))?(?:\\s(?:${sourceOf(names.firmEnds ?? NONE)})${WORD_END})?`
  return `${beforeName(rules)}(?:${kindWords(rules)}|${named})`
})

export const beforeName = ({names}: LanguageRules): string =>
  `(?:(?:${eitherCase(names.articles).join('|')})\\s)?(?:[dl][’'])?`

/** Of these, what surely is an organisation: "Universidad de Montegrís". */
export const kindWords = oncePer((rules: LanguageRules): string => {
  const {link, kind, small, middle, tail, adjective, slogan} = organisationParts(rules)
  const capitals = `(?:\\s(?:${link}\\s|[dl][’']){0,2}${middle}${CAPITALS})`
  // "Escuela Rural 14"
  const number = `(?:\\s${CAPITALS})?\\s\\d{1,3}(?=$|\\s|[,.;:)](?!\\d))`
  return `${SHARED_END}${kind}${WORD_END}(?:${slogan}(?=$)|${number}|${small}${capitals}+${adjective}|${tail}${capitals}*|${small}${capitals}*)`
})

/** "bei der Verlesung": where each noun has a capital, one with an article is not a name. */
export function isThingBehind(where: string, before: string, rules: LanguageRules): boolean {
  if (!rules.speech.hasCapitalNouns) return false
  const plain = where.replace(wordPattern(rules.names.articles, '^%\\s+', 'iu'), '')
  const hasArticle =
    plain !== where ||
    wordPattern(rules.names.definite, '(?:^|\\s)%$').test(before.trim()) ||
    wordPattern(rules.names.contracted, '(?:^|\\s)%$').test(before.trim())
  return hasArticle && !/[\s-]\p{Lu}/u.test(plain) && !isBody(plain, rules)
}

/** "at the broker Hollin & Bray": the broker is not part of the name. */
export const kindBefore = oncePer(({names}: LanguageRules): string =>
  names.hasLateBodies
    ? `(?:(?:(?:${sourceOf(names.articles)})\\s)?(?!(?:${wordsOf(names.links)})\\s)(?:\\p{Ll}{3,}\\s){1,2}(?=\\p{Lu}))?`
    : '',
)

/** "the union Allied Health Together": the kind is not part of the name. */
export const withoutKind = (where: string, {names}: LanguageRules): string =>
  names.hasLateBodies
    ? where
        .replace(/^(?:the\s)?(?:\p{Ll}+\s){1,3}(?=\p{Lu}\S*\s\p{Lu})/u, '')
        .replace(pattern(names.bodies, '^(?:the\\s)?(?:%)\\s(?=\\p{Lu})', 'u'), '')
    : where

/** "Cáritas en Lerma" is Cáritas, but "Escuela en Red" is a name. */
function withoutTown(where: string, {names, head}: LanguageRules): string {
  if (!names.hasLateAdjectives) return where
  const own = wordPattern(
    head.from,
    '^(?<own>\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+)?)\\s%\\s\\p{Lu}[\\p{L}-]+$',
    'u',
  ).exec(where)?.groups?.['own']
  return own === undefined || pattern(names.bodies, '^(?:%)(?:\\s|$)').test(own) ? where : own
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
export function named(
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
export const isOfTown = (title: string, where: string, {names}: LanguageRules): boolean =>
  /^\p{Lu}[\p{L}’'-]+$/u.test(where) &&
  [names.placeTitles, names.councilTitles ?? NONE, names.townTitles ?? NONE].some((list) =>
    pattern(list, "(?:^|[\\s’'])(?:%)$").test(title),
  )

/** After "of" only what is surely an organisation; after "at" whatever has a capital. */
export function isPlace(where: string, of: string, rules: LanguageRules): boolean {
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
export const isBody = (where: string, {names, speech}: LanguageRules): boolean =>
  (speech.hasCapitalNouns === true && /^\p{Lu}{2,6}$/u.test(where)) ||
  pattern(
    names.organisations,
    `${WORD_START}%${speech.hasCapitalNouns ? '(?:e?s)?' : ''}${WORD_END}`,
  ).test(where) ||
  pattern(names.bodies, speech.hasCapitalNouns ? '(?:^|\\s)\\p{L}*%(?:e?s)?$' : '(?:^|\\s)%$').test(
    where,
  )
