// Every language that intake knows, and how one is recognised.
import {german} from './de.ts'
import {english} from './en.ts'
import {spanish} from './es.ts'
import {french} from './fr.ts'
import {japanese} from './ja.ts'
import type {LanguageRules} from './rules.ts'

export const LANGUAGES: readonly LanguageRules[] = [english, german, french, spanish, japanese]

/** The rules of the language that the text is in, whatever the file says of itself. */
export function languageOf(
  {lines}: {lines: readonly {text: string}[]},
  languages: readonly LanguageRules[] = LANGUAGES,
): LanguageRules {
  const text = lines.map((line) => line.text).join(' ')
  const japaneseLetters = text.match(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  const spaceless = languages.find((language) => language.hasNoSpaces)
  if (spaceless && japaneseLetters > text.length / 10) return spaceless
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const spaced = languages.filter(({hasNoSpaces}) => !hasNoSpaces)
  // "La" is common in several languages, and says less than "dans".
  const weight = (word: string): number =>
    1 / spaced.filter(({common}) => common.includes(word)).length
  let best = languages[0] as LanguageRules
  let most = -1
  for (const language of spaced) {
    const weights = new Map(language.common.map((word) => [word, weight(word)]))
    const sum = words.reduce((all, word) => all + (weights.get(word) ?? 0), 0)
    const count = sum / weights.size ** 0.5
    if (count > most) [best, most] = [language, count]
  }
  return best
}
