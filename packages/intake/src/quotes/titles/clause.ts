// The clause before a name, and the noun phrase in it.
import type {LanguageRules} from '../../languages/rules.ts'
import {NONE, WORD_START, pattern, sourceOf, together, wordPattern} from '../../parts/patterns.ts'
import {endsInJob, nounPhraseIn} from '../nouns.ts'
import {withoutShortForms} from '../sentences.ts'

/** "Le maire (PS) de Vauclair", "Ana Roda (PP), portavoz": the party is not part of a title. */
export const withoutParty = (text: string, {names}: LanguageRules): string =>
  names.hasLateAdjectives ? text.replace(/\s\((?!\d)[^()~]{2,40}\)(?=[\s,])/gu, '') : text

/** "présidente depuis dix ans du club" as "présidente du club". */
export const withoutDuration = (text: string, {names}: LanguageRules): string =>
  text.replace(
    pattern(
      names.durations ?? NONE,
      `,?\\s(?:%),?(?=\\s(?:${sourceOf(names.of)})(?:\\s|(?<=[’'])))`,
    ),
    '',
  )

/** "the boatman who takes visitors": up to the clause. */
export const beforeClause = (text: string, {names}: LanguageRules): string =>
  text.split(wordPattern(names.clauses, `\\s%\\s`, 'u'))[0] ?? text

/** "the village", "the firm", "the book": what may have a name and is nobody. */
export function isThing(phrase: string, rules: LanguageRules): boolean {
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
export const wholeClause = (text: string): string =>
  /[^.!?:;~,—–]*(?=,\s$)/u.exec(text)?.[0].trim() ?? ''

/** What comes after the last mark, or after "by". */
export function lastClause(text: string, rules: LanguageRules): string | undefined {
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
export function nounPhrase(clause: string, rules: LanguageRules): string | undefined {
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
