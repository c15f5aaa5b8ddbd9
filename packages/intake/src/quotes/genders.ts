// Whether a noun or a name is a woman's or a man's, where a language shows it.
import {GIVEN_NAMES} from '../languages/given-names.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {bare, pattern} from '../parts/patterns.ts'
import type {Gender} from './capitals.ts'
import {nounPhraseIn} from './nouns.ts'

const oneOf = (isFemale: boolean, isMale: boolean): Gender =>
  isFemale === isMale ? null : isFemale ? 'female' : 'male'

/** "la chorégraphe" by its article, "directora" by its ending. */
export function genderOfNoun(phrase: string, rules: LanguageRules): Gender {
  const {genders} = rules.names
  if (!genders) return null
  const {article, noun} = nounPhraseIn(phrase, rules)
  const ofArticle = (list: readonly string[]) => pattern(list, '^(?:%)$').test(article.trim())
  const ofNoun = (list: readonly string[]) => pattern(list, '^(?:%)$').test(noun)
  return (
    oneOf(ofArticle(genders.female.articles), ofArticle(genders.male.articles)) ??
    oneOf(ofNoun(genders.female.nouns), ofNoun(genders.male.nouns))
  )
}

/** By the given name: "Beatriz", "Aurelio". */
export function genderOfName(name: string, {names: {genders}}: LanguageRules): Gender {
  if (!genders) return null
  const [given = ''] = name.split(/[\s-]/u)
  const small = given.toLowerCase()
  const is = (list: readonly string[]) => pattern(list, '^(?:%)$').test(given)
  return (
    oneOf(GIVEN_NAMES.female.has(small), GIVEN_NAMES.male.has(small)) ??
    oneOf(is(genders.female.given), is(genders.male.given))
  )
}

/** The nouns of a title: "directora" and "docente" of "directora y única docente". */
export function nounsOfTitle(title: string, rules: LanguageRules): string[] {
  if (!rules.names.hasLateAdjectives) return bare(title).split(' ')
  return title
    .split(pattern(rules.head.and, ',\\s|\\s%\\s'))
    .map((part) => bare(nounPhraseIn(part, rules).noun).split(' ').at(-1) ?? '')
}

/** "the priest" for somebody with the title of a vicar. */
export const isSameRole = (word: string, title: string, {names}: LanguageRules): boolean =>
  (names.sameRoles ?? []).some(
    ([words, titles]) =>
      pattern(words, '^(?:%)$').test(word) && pattern(titles, '^(?:%)$').test(title),
  )
