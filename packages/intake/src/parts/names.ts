// What a person's name looks like, and what an organisation's.
import type {LanguageRules} from '../languages/rules.ts'
import {NONE, oncePer, pattern, together, wordPattern, WORD_END, WORD_START} from './patterns.ts'

const CAPITAL_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|d[’']\p{Lu}[\p{L}\p{M}-]*|l[’']\p{Lu}[\p{L}\p{M}-]*)$/u

/** Two to five words with capitals, small words of names between them. */
function isNameShaped(text: string, {names}: LanguageRules): boolean {
  const words = text.split(/\s+/u)
  if (words.length < 2 || words.length > 5) return false
  if (wordPattern(names.starters, '^%$', 'iu').test(words[0] ?? '')) return false
  const isParticle = wordPattern(names.particles, '^%$', 'u')
  return words.every((word, index) => {
    if (CAPITAL_WORD.test(word)) return true
    const isWithin = index > 0 && index < words.length - 1
    // "von der", "de la"
    const isSecond = /^(?:der|den|dem|la|las|los|le)$/u.test(word)
    return (
      isWithin && (isParticle.test(word) || (isSecond && isParticle.test(words[index - 1] ?? '')))
    )
  })
}

/** 石野窯人, 大野ミキ, 石野みち子; a space may be between. A foreign name has a dot within. A given name does not change its script. */
const JAPANESE_NAME =
  /^(?:(?=.{3})[\p{sc=Han}々ヶツノ]{1,4}[ \u3000]?(?:[\p{sc=Han}々]{1,4}|\p{sc=Hiragana}{1,5}[子江代恵美香夫男郎]?|[\p{sc=Katakana}ー]{2,6})|[\p{sc=Katakana}ー]+・[\p{sc=Katakana}ー・]+)$/u

/** The countries of ISO 3166 in the language of an article, in lower case. */
const countries = oncePer(({code}: LanguageRules): ReadonlySet<string> => {
  const names = new Intl.DisplayNames([code], {type: 'region', fallback: 'none'})
  const letters = Array.from({length: 26}, (_, index) => String.fromCharCode(65 + index))
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Set(codes.map((region) => names.of(region)?.toLowerCase() ?? region))
})

/** "South Korea". A country of one word may be somebody's name: Jordan; `isSure` if an article shows it is not. */
export const isCountry = (name: string, rules: LanguageRules, isSure = false): boolean =>
  (isSure || name.includes(' ')) && countries(rules).has(name.toLowerCase())

/** Of a century or a king: "XIV". */
const ROMAN_NUMERAL = /^X{0,3}(?:IX|IV|V?I{0,3})$/u

export function isOrganisation(text: string, {names}: LanguageRules): boolean {
  if (
    (/^\p{Lu}{2,6}$/u.test(text) && !ROMAN_NUMERAL.test(text)) ||
    (/(?:^|\s)\p{Lu}{2,4}(?:\s|$)/u.test(text) && /\p{Ll}/u.test(text)) ||
    /[&＆]/u.test(text) ||
    pattern(names.ownNames ?? NONE, `^(?:%)${WORD_END}`, 'u').test(text)
  )
    return true
  // The towns Port-Aldon and Vieux-Port are not ports.
  const [start, end] = names.hasLateAdjectives
    ? [`(?<!-)${WORD_START}`, `${WORD_END}(?!-)`]
    : [WORD_START, WORD_END]
  return pattern(names.organisations, `${start}%${end}`, 'iu').test(text)
}

/** A Japanese organisation is told by how its name ends. */
const isJapaneseOrganisation = (text: string, {names}: LanguageRules): boolean =>
  pattern(names.organisations, '%$', 'u').test(text)

/** A person's full name and nothing else. */
export function isPersonName(text: string, rules: LanguageRules): boolean {
  if (rules.hasNoSpaces && !/^[\p{Lu}]\p{Ll}/u.test(text)) {
    // 財源の更新, 若手が定着, 記事を印刷する: such particles are within no name.
    const isPhrase =
      /\p{sc=Han}[のがは]\p{sc=Han}|を|には|では|(?:する|した|から|まで)$|記事|会員|限定|登録|有料|無料|配信|毎[日週月]/u.test(
        text,
      )
    const {courtesy, by} = rules.photos
    const isCredit = pattern(together(courtesy, by), '(?:%)$', 'u').test(text)
    return (
      JAPANESE_NAME.test(text) && !isPhrase && !isCredit && !isJapaneseOrganisation(text, rules)
    )
  }
  return isNameShaped(text, rules) && !isOrganisation(text, rules)
}

/** All forms of address of a language: "Mr", "Dr". */
export const honorificsOf = oncePer(({names}: LanguageRules): readonly string[] => {
  const {any, female, male} = names.honorifics
  return together(any, together(female, male))
})

/** A name printed in capitals as it is written: LÉO MARCHENOIR is Léo Marchenoir. */
export const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(
      /(^|[\s’'-])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    )

/** Names in a list: "Ivo Karr, Selma Dray and Wen Castel". Null if one of them is none. */
export function namesIn(text: string, rules: LanguageRules): string[] | null {
  const between = rules.hasNoSpaces
    ? /[、，,・＝]|\s+と\s+/u
    : wordPattern(rules.head.and, `\\s*[,/]\\s*(?:%\\s+)?|\\s+%\\s+`, 'iu')
  const parts = text
    .split(rules.hasNoSpaces && /・/u.test(text) ? /[、，,]/u : between)
    .map((part) => part.trim())
    .map((part) => (rules.hasNoSpaces ? part.replace(/(?:記者|特派員)$/u, '') : part))
  const names = parts.filter(Boolean)
  return names.length > 0 && names.every((name) => isPersonName(name, rules)) ? names : null
}
