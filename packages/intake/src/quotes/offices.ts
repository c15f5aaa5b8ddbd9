// Offices for several things: "Department for Work, Youth and Rivers".
import type {LanguageRules} from '../languages/rules.ts'
import {eitherCase, NONE, pattern, sourceOf, together, wordsOf} from '../parts/patterns.ts'
import {CAPITAL} from './capitals.ts'
import {genderOfName} from './genders.ts'
import {BEHIND_SMALL} from './titles/organisations.ts'

const CAPITALS = `${CAPITAL}(?:\\s${CAPITAL})*`

/**
 * @param name "Department for Work"
 * @param behind the text behind it
 * @returns how much of that belongs to the name: ", Youth and Rivers"
 */
export function furtherThings(name: string, behind: string, rules: LanguageRules): number {
  const {ministries = NONE, genitives, contracted, definite, adjectiveEndings = NONE} = rules.names
  const office = `^(?:%)\\s(?!.*\\s(?:${sourceOf(rules.head.and)})\\s)`
  if (!/^,\s/u.test(behind) || !pattern(eitherCase(ministries), office).test(name)) return 0
  // "de l’Eau", "des Transports routiers"
  const small = `(?:(?:${wordsOf(together(genitives, contracted))})${BEHIND_SMALL}(?:(?:${wordsOf(definite)})${BEHIND_SMALL})?)`
  const late = `(?:\\s[\\p{Ll}-]*(?:${sourceOf(adjectiveEndings)})(?![\\p{L}]))?`
  const thing = rules.names.hasSmallWords
    ? `(?:${small}[\\p{L}-]+${late}|${CAPITALS}${late})`
    : CAPITALS
  const list = pattern(
    rules.head.and,
    `^(?<some>(?:,\\s${thing})+),?\\s(?:%)\\s(?<last>${thing})`,
    'u',
  ).exec(behind.slice(0, 160))
  if (!list) return 0
  const {some = '', last = ''} = list.groups ?? {}
  const isPerson = (words: string) => words.includes(' ') && genderOfName(words, rules) !== null
  return [...some.split(', '), last].some(isPerson) ? 0 : list[0].length
}
