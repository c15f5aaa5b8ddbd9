// Nouns for what somebody is: by the words of the language's lists, by their endings, and by their place beside a name.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  oncePer,
  pattern,
  together,
  wordPattern,
  WORD_END,
  WORD_START,
} from '../parts/patterns.ts'

const notJobs = oncePer(({names}: LanguageRules) => new Set(names.notJobs))

/** Whether a text ends in a title of the list, or in a noun whose ending shows a job: "lock-keeper", "sociologue". */
export function endsInJob(text: string, rules: LanguageRules): boolean {
  const {names} = rules
  if (pattern(names.titles, `${WORD_START}%$`).test(text)) return true
  const word = /[\p{L}]+(?:-[\p{L}]+)*$/u.exec(text)?.[0].toLowerCase() ?? ''
  const last = word.split('-').at(-1) ?? word
  if (notJobs(rules).has(word) || notJobs(rules).has(last)) return false
  const relatives = together(names.relatives.female, names.relatives.male)
  return pattern(names.jobEndings, '^(?:%)$').test(word) && !pattern(relatives, '^%$').test(last)
}

/** "economists" */
export const isPluralJob = (word: string, rules: LanguageRules): boolean =>
  word.endsWith('s') && endsInJob(word.slice(0, -1), rules)

/** The first words of a text up to the first that is a job, among the first `most`. */
export function upToJob(text: string, most: number, rules: LanguageRules): string | null {
  const ends = [...text.matchAll(/[\p{L}][\p{L}’'-]*/gu)].slice(0, most)
  const end = ends.find(({0: word, index}) => endsInJob(text.slice(0, index + word.length), rules))
  return end ? text.slice(0, end.index + end[0].length) : null
}

/** A noun that names no job: "friend", "daughter", "Tuesday", "report". "A mail carrier" may be one. */
const isOtherNoun = (word: string, isOfTwo: boolean, {names, page, speech}: LanguageRules) =>
  [names.notTitles, names.starters, names.clauses, page.calendar].some((list) =>
    wordPattern(list, '^%$').test(word),
  ) ||
  (!isOfTwo && wordPattern(names.notJobs, '^%$').test(word)) ||
  [names.relatives.female, names.relatives.male, speech.verbs, speech.documents, speech.works].some(
    (list) => pattern(list, '^%$').test(word),
  )

export interface NounPhrase {
  /** With a space or an apostrophe at its end; empty if there is none. */
  article: string
  /** Noun and adjectives, up to a preposition. */
  core: string
  noun: string
}

/** The noun phrase with which a text begins. */
export function nounPhraseIn(text: string, rules: LanguageRules): NounPhrase {
  const {names} = rules
  const article =
    pattern(together(names.articles, names.indefinite), "^(?:%)(?:\\s|(?<=[’']))").exec(
      text,
    )?.[0] ??
    /^(?:\p{Lu}[\p{L}-]*\s){0,3}\p{L}+(?:[’']s|s[’'])\s/u.exec(text)?.[0] ??
    ''
  const rest = text.slice(article.length)
  const end = wordPattern(
    together(names.prepositions, names.genitives),
    "\\s%(?:\\s|(?<=[’']))",
  ).exec(rest)?.index
  const core = rest.slice(0, end ?? rest.length).trim()
  const words = core.split(/\s+/u)
  const isEarly = (word: string) => wordPattern(names.earlyAdjectives ?? NONE, '^%$').test(word)
  // "la principale" has no other noun.
  const own = names.hasLateAdjectives ? words.find((word) => !isEarly(word)) : undefined
  const first = own ?? words.at(-1)
  return {article, core, noun: first ?? ''}
}

/**
 * Whether a phrase directly behind somebody's name says what they are: "a retired teacher", "sociologue à Mornac".
 *
 * @param onlyJobs for a phrase at another place, where an unknown noun may be anything
 */
export function isApposed(phrase: string, rules: LanguageRules, onlyJobs = false): boolean {
  const {names, speech, page} = rules
  const {article, core, noun} = nounPhraseIn(phrase, rules)
  // "Anne Roth, el pasado jueves en el puerto"
  const isWhen = names.hasLateAdjectives === true && wordPattern(page.calendar, '\\s%$').test(core)
  if (isWhen) return false
  const count = core.split(/\s+/u).length
  if (core === '' || count > 6 || /\d/u.test(core)) return false
  // "would rather sell the chandelier": a noun phrase has its article at its beginning.
  if (pattern(together(names.articles, names.indefinite), '(?:^|\\s)(?:%)\\s').test(core))
    return false
  const relatives = together(names.relatives.female, names.relatives.male)
  if (pattern(relatives, '^%$').test(noun)) return false
  // "war bedient"
  if (speech.hasCapitalNouns && /^\p{Ll}/u.test(noun)) return false
  const isKnown = endsInJob(names.hasLateAdjectives ? noun : core, rules)
  // "kit man"
  const isPair = pattern(names.titles, '^(?:%)$').test(core.split(' ').slice(-2).join(' '))
  if (isKnown)
    return (isPair && core.includes(' ')) || !wordPattern(names.notTitles, '^%$').test(noun)
  if (pattern(names.titles, `${WORD_START}%${WORD_END}`).test(core)) return true
  // "chargée de projet", "femme de ménage": a job of several words
  const hasJob = pattern(names.titles, `^%${WORD_END}`).test(phrase.slice(article.length))
  if (names.hasLateAdjectives && hasJob) return true
  const isOfTwo = core.includes(' ') && pattern(names.indefinite, '^(?:%)\\s$').test(article)
  if (
    onlyJobs ||
    isOtherNoun(noun, isOfTwo, rules) ||
    pattern(names.notNouns, '^(?:%)$').test(core)
  )
    return false
  const isNoun = (speech.hasCapitalNouns ? /^\p{Lu}\p{Ll}{2,}/u : /^\p{Ll}{3,}/u).test(noun)
  const isMarked = article !== '' || names.needsArticle !== true
  const hasVerb =
    names.hasLateAdjectives === true && wordPattern(speech.auxiliaries, '\\s%\\s').test(phrase)
  if (hasVerb) return false
  // "Anne Roth, cuillère à la main, attend"
  const isHeld =
    names.hasLateAdjectives === true &&
    article === '' &&
    !names.genitives.some((of) => phrase.startsWith(`${core} ${of}`)) &&
    phrase !== core &&
    !/\p{Lu}/u.test(phrase)
  if (isHeld) return false
  const isVerb = speech.hasCapitalNouns === true && !/^(?:\p{Ll}+e[rnms]?\s)*\S+$/u.test(core)
  return isNoun && !isVerb && isMarked && count <= (article === '' ? 2 : 4)
}
