// Which of the lines above the text is the headline, where the file does not say so.
import type {LanguageRules} from '../languages/rules.ts'
import {isPersonName} from './names.ts'
import {isHeadOfPage, isLabel, isPageLine} from './page.ts'
import {endsSentence, isCapital, length, pattern, WORD_END} from './patterns.ts'
import type {Sorting} from './sorting.ts'

/** A title that is so much better than one above it takes its place: the first is a kicker or the name of the paper. */
const CLEARLY_BETTER = 1

/**
 * The headline among the lines above the text, without those of the page. `dek` is the first sentence below them if it
 * is not yet the text, such as one above the byline.
 */
export function bestTitle(
  sorting: Sorting,
  titles: readonly number[],
  dek: number | undefined,
): number | undefined {
  const scores = titles.map((_, position) => titleScore(sorting, titles, position, dek))
  const best = Math.max(...scores)
  return titles[scores.findIndex((score) => score > best - CLEARLY_BETTER)]
}

function titleScore(
  sorting: Sorting,
  titles: readonly number[],
  position: number,
  dek: number | undefined,
): number {
  const {rules} = sorting
  const index = titles[position] as number
  const text = sorting.text(index)
  const above = titles[position - 1]
  const below = titles[position + 1]
  let score = lengthScore(titleLength(sorting, index))
  if (isLabel(text, rules) || /[:：]$/u.test(text)) score -= 4
  if (isPersonName(text, rules) && !rules.hasNoSpaces) score -= 2
  if (isCapital(withoutAside(text)) && titles.some((other) => !isCapital(sorting.text(other))))
    score -= 1.5
  if (isAboveDay(sorting, titles, position)) score -= 3
  if (titles.length > 1 && isBesideHeadOfPage(sorting, index)) score -= 2
  // "A town waits for its ferry": most headlines have no article where a standfirst has one.
  const isLongSentence = length(text, rules) > 6 && !isTitleCased(text, rules)
  const isBelowTitle = above === index - 1 && !isLabel(sorting.text(above), rules)
  const hasArticle =
    isBelowTitle && isLongSentence && pattern(rules.names.indefinite, `^%${WORD_END}`).test(text)
  if (hasArticle) score -= 1
  else if (above !== undefined && isKickerOf(sorting, above, index)) score += 1
  if (rules.hasNoSpaces && /\S　\S/u.test(text)) score += 0.5
  const isMiddle = above === index - 1 && below !== undefined && isBetween(sorting, above, index)
  if (isMiddle) score += 1.5
  const isShortAbove = above === undefined || titleLength(sorting, above) <= 6
  if (below === undefined && dek !== undefined && isShortAbove) score += 1.5
  return score
}

/** "POTTERY – THE NORTH (2nd day)" is in capitals. */
const withoutAside = (text: string): string => text.replace(/\s\([^()]*\)$/u, '')

/** In words. A Japanese headline says more in fewer characters than a sentence. */
const titleLength = (sorting: Sorting, index: number): number =>
  length(sorting.text(index), sorting.rules) * (sorting.rules.hasNoSpaces ? 1.25 : 1)

/** Of a menu's word, a kicker, a headline. */
function lengthScore(words: number): number {
  if (words < 1.5) return -3
  if (words < 2.5) return 0
  if (words < 3.5) return 1.5
  if (words < 4.5) return 2.5
  return words <= 20 ? 3 : 2.5
}

/** A short line right above a longer one. */
function isKickerOf(sorting: Sorting, above: number, index: number): boolean {
  const text = sorting.text(above)
  return (
    above === index - 1 &&
    (isLabel(text, sorting.rules) ||
      isCapital(text) ||
      /[:：]$/u.test(text) ||
      titleLength(sorting, above) <= 3)
  )
}

/** "He Can Open Any Lock in the Country. He’d Rather Not." */
export function isTitleCased(text: string, rules: LanguageRules): boolean {
  const words = text.match(/\p{L}[\p{L}’']{3,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return rules.speech.hasTitleCase === true && capitals.length >= words.length * 0.8
}

/** The second of three titles, below a shorter one: kicker, headline and standfirst. */
const isBetween = (sorting: Sorting, above: number, index: number): boolean =>
  isLabel(sorting.text(above), sorting.rules) ||
  (titleLength(sorting, above) <= 6 && sorting.text(above).length <= sorting.text(index).length)

/** "kcw Regional – for subscribers", in one group with "Sport/Pottery/Women". */
function isBesideHeadOfPage(sorting: Sorting, index: number): boolean {
  if (sorting.hasNoGroups) return false
  return sorting
    .groupOf(index)
    .some((at) => at !== index && isHeadOfPage(sorting.text(at), sorting.rules))
}

/** "Kiln Courier" above the day, where the headline follows. */
function isAboveDay(sorting: Sorting, titles: readonly number[], position: number): boolean {
  const index = titles[position] as number
  const next = sorting.lines[index + 1]
  if (position > 0 || titles.length < 2 || !next || !isPageLine(next, sorting.rules)) return false
  const text = sorting.text(index)
  return sorting.rules.hasNoSpaces
    ? /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,12}$/u.test(text)
    : length(text, sorting.rules) <= 5 &&
        text.split(/\s+/u).every((word) => /^\P{Ll}|^\p{Ll}{1,3}$/u.test(word))
}

/** Whether the first sentence below the titles is a standfirst: not a paragraph but a byline or a caption follows. */
export function isStandfirst(sorting: Sorting, index: number): boolean {
  const next = sorting.lines.find(({text}, at) => at > index && text !== '')
  return (
    next !== undefined &&
    endsSentence(sorting.text(index)) &&
    length(sorting.text(index), sorting.rules) <= 40 &&
    !endsSentence(next.text) &&
    !next.list
  )
}
