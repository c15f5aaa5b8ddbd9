// "la hidróloga de la Universidad de Valmar Noelia Prats": somebody's name right behind the organisation of their title.
import type {LanguageRules} from '../languages/rules.ts'
import {
  NONE,
  eitherCase,
  pattern,
  sourceOf,
  together,
  wordPattern,
  WORD_END,
} from '../parts/patterns.ts'
import {genderOfName, genderOfNoun} from './genders.ts'
import {isGivenName} from '../languages/given-names.ts'
import {endsInJob} from './nouns.ts'

/** A title with its article in the clause that a text ends with, if it is of something: "la hidróloga de la ". */
export function openTitle(
  before: string,
  rules: LanguageRules,
): {words: string; phrase: string} | null {
  const {names} = rules
  if (!names.hasLateAdjectives) return null
  const clause = /[^,.;:!?~()«»“”—–]*$/u.exec(before)?.[0] ?? ''
  const article = pattern(
    eitherCase(together(names.articles, names.indefinite)),
    `(?<=^|\\s)(?<article>%)(?:\\s|(?<=[’']))(?<noun>(?:[\\p{L}-]+\\s)?[\\p{L}-]+)(?=\\s)`,
    'gu',
  )
  for (const {index, groups} of clause.matchAll(article)) {
    const {article: small = '', noun = ''} = groups ?? {}
    const [first = '', second = first] = noun.split(' ')
    const job = endsInJob(first, rules) ? first : endsInJob(second, rules) ? noun : null
    if (job === null) continue
    const words = clause.slice(index).slice(small.length).trimStart()
    const isOf = wordPattern(
      together(names.genitives, names.contracted),
      `^(?:[\\p{Ll}-]+\\s){1,3}%(?:\\s|(?<=[’']))`,
      'u',
    )
    const hasVerb = pattern(rules.speech.verbs, `\\s(?:%)${WORD_END}`)
    if (isOf.test(words) && !hasVerb.test(words))
      return {words, phrase: `${small.toLowerCase()} ${job.split(' ').at(-1)}`}
  }
  return null
}

/** The place among words with capitals where the name of a person begins, or -1. */
export function holderAt(
  words: readonly string[],
  around: {before: string; after: string},
  rules: LanguageRules,
): number {
  if (words.length < 3 || !rules.names.hasLateAdjectives) return -1
  const {names} = rules
  // "el director del Hospital Clínico Juan Ramón Jiménez, Luis Vela": the name comes later.
  const later = /^,\s(?<name>\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)/u.exec(around.after)?.groups?.['name']
  if (later !== undefined && genderOfName(later, rules) !== null) return -1
  const small = wordPattern(names.particles, '^%$')
  const kind = pattern(names.organisations, '^(?:%)$')
  const isFirst = (word: string, index: number) =>
    index > 0 &&
    index < words.length - 1 &&
    /^\p{Lu}\p{Ll}/u.test(word) &&
    isGivenName(word) &&
    !small.test(words[index - 1] ?? '') &&
    (/^\p{Lu}{2,}$/u.test(words[index - 1] ?? '') || !kind.test(words[index - 1] ?? '')) &&
    !/^San(?:ta|to)?$/u.test(words[index - 1] ?? '')
  const at = words.findIndex(isFirst)
  if (at < 0) return -1
  if (isTold(around.before, rules)) return at
  const title = openTitle(around.before, rules)
  const gender = title && genderOfNoun(title.phrase, rules)
  const own = genderOfName(words[at] ?? '', rules)
  return title && (gender === null || own === null || own === gender) ? at : -1
}

/** "contó a la agencia ", and "a la agencia " behind the verb: those who heard it are before the name of the speaker. */
const isTold = (before: string, {speech}: LanguageRules): boolean =>
  pattern(
    speech.verbs,
    `(?:^|(?:^|[\\s~,])(?:%))\\s(?:${sourceOf(speech.datives ?? NONE)})\\s[^,.;~]{0,30}$`,
  ).test(before)

/** Whether somebody's name at that place is right behind the organisation of their title. */
export const isHolder = (text: string, at: number, rules: LanguageRules): boolean =>
  /\p{Lu}[\p{L}-]*\s$/u.test(text.slice(0, at)) && openTitle(text.slice(0, at), rules) !== null
