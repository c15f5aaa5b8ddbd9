/**
 * Reads the credit at the end of a caption, in the forms that the languages of intake know. Small enough for a page: it
 * does not need the readers of files.
 */
import {languageOf, LANGUAGES} from './languages/languages.ts'
import type {LanguageRules} from './languages/rules.ts'
import {isCaptionWithCredit, splitCaption} from './parts/credits.ts'
import {creditParties} from './parts/parties.ts'
import {pattern, together} from './parts/patterns.ts'

export interface Parties {
  /** The person who made the picture. Never a guess. */
  creator: string | null
  /** The agency, the archive or the institution that has the rights. */
  holder: string | null
}

export interface CaptionWithCredit extends Parties {
  /** Without its credit. */
  caption: string
  /** As printed, without brackets around it. A label such as "Photo:" is not part of it. */
  creditLine: string
  /** Words after the credit that belong to the page that the text was copied from; null if there are none. */
  rest: string | null
}

/**
 * A caption and the credit at its end; null if there is none.
 *
 * @param language BCP 47; null if it is to be recognised. English is assumed for a language that intake does not know.
 * @param isCaption whether the text is surely a caption. Otherwise it may be a paragraph that ends in brackets.
 */
export function readCredit(
  text: string,
  language: string | null,
  isCaption: boolean,
): CaptionWithCredit | null {
  const rules = rulesOf(language, text)
  const line = text.trim()
  // First, as it is asked at each key in a paragraph.
  if (!isCaption && !isCaptionWithCredit(line, rules)) return null
  const split = splitCaption(line, rules, isCaption)
  if (!split) return null
  return {
    caption: split.caption,
    creditLine: withoutLoss(line, split, rules),
    rest: split.rest || null,
    ...creditParties(split.creditLine, rules),
  }
}

/** Creator and holder of a credit that has no caption. */
export function readParties(credit: string, language: string | null): Parties {
  const whole = readCredit(credit, language, true)
  if (whole && whole.caption === '') return {creator: whole.creator, holder: whole.holder}
  return creditParties(credit.trim(), rulesOf(language, credit))
}

function rulesOf(language: string | null, text: string): LanguageRules {
  if (language === null) return languageOf({lines: [{text}]})
  const [code] = language.toLowerCase().split('-')
  const known = LANGUAGES.find((rules) => rules.code === code) ?? LANGUAGES[0]
  return known as LanguageRules
}

/** The credit, or with the words before it if these are more than a label: the "AP" of "AP photo by Ada Crane". */
function withoutLoss(
  line: string,
  {caption, creditLine, rest}: {caption: string; creditLine: string; rest: string | null},
  {photos}: LanguageRules,
): string {
  const printed = (rest ? line.slice(0, line.lastIndexOf(rest)) : line).slice(caption.length)
  const before = printed.slice(0, Math.max(0, printed.lastIndexOf(creditLine)))
  const isLabel = pattern(
    together(photos.creditLabels, photos.by),
    '^[\\p{P}\\p{S}\\s]*(?:%[\\p{P}\\p{S}\\s]*){0,2}は?$',
  ).test(before)
  if (isLabel) return creditLine
  return printed
    .trim()
    .replace(/^[|/–—-]\s*/u, '')
    .replace(/^[(（[［](?<inside>.*)[)）\]］][.。]?$/u, '$<inside>')
    .trim()
}
