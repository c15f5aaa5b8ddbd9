// Which of the lines above the text is the headline, where the file does not say so.
import type {LanguageRules} from '../languages/rules.ts'
import {isPersonName} from './names.ts'
import {isDateLine, isHeadOfPage, isLabel, isPageLine} from './page.ts'
import {
  endsSentence,
  isCapital,
  length,
  pattern,
  QUOTED_WHOLE,
  WORD_END,
  wordPattern,
} from './patterns.ts'
import type {Sorting} from './sorting.ts'

/** A title must fit so much better than one above it. */
const CLEARLY_BETTER = 0.6

/** A title below the standfirst is nothing that a head has. */
const UNEXPLAINED = 0.75

/**
 * The headline among the lines above the text, without those of the page. `dek` is the first sentence below them if it
 * is not yet the text, such as one above the byline.
 *
 * Each title is tried as the headline: then the one above it is the kicker, those further up belong to the page, and
 * the one below is the standfirst. What fits best as a whole counts.
 */
export function bestTitle(
  sorting: Sorting,
  titles: readonly number[],
  dek: number | undefined,
): number | undefined {
  const points = titles.map((_, position) => headPoints(sorting, titles, position, dek))
  const best = Math.max(...points)
  return titles[points.findIndex((each) => each > best - CLEARLY_BETTER)]
}

/** How well the titles fit what they are if the one at `position` is the headline. */
function headPoints(
  sorting: Sorting,
  titles: readonly number[],
  position: number,
  dek: number | undefined,
): number {
  const index = titles[position] as number
  let points = headlinePoints(sorting, titles, position)
  titles.slice(0, position).forEach((above, at) => {
    const isNext = at === position - 1 && above === index - 1
    points += isNext ? kickerPoints(sorting, above, index) : pagePoints(sorting, above)
  })
  const below = titles[position + 1]
  if (below !== undefined) points += dekPoints(sorting, below, index)
  points -= Math.max(0, titles.length - position - 2) * UNEXPLAINED
  if (dek !== undefined) points += below === undefined ? 1 : -1
  return points
}

function headlinePoints(sorting: Sorting, titles: readonly number[], position: number): number {
  const {rules} = sorting
  const index = titles[position] as number
  const text = wholeTitle(sorting, index)
  // Japanese says more in fewer characters in a headline than in a sentence.
  let points = lengthPoints(length(text, rules) * (rules.hasNoSpaces ? 1.25 : 1))
  if (isLabel(text, rules) || /[:：]$|^[※→▶]/u.test(text)) points -= 4
  if (isPersonName(text, rules) && !rules.hasNoSpaces) points -= 2
  if (isCapital(withoutAside(text)) && titles.some((other) => !isCapital(sorting.text(other))))
    points -= 2
  if (isAboveDay(sorting, titles, position)) points -= 3
  // The way to the page is above the headline.
  else if (position + 1 < titles.length && isHeadOfPage(sorting.text(index + 1), rules)) points -= 2
  if (hasManyDigits(text)) points -= 2
  if (isHeadlineShaped(text)) points += 0.5
  if (QUOTED_WHOLE.test(text)) points += 1.25
  if (isInMasthead(sorting, titles, index)) points -= 1.25
  if (sorting.lines[index]?.isBold && titles.some((other) => !sorting.lines[other]?.isBold))
    points += 1.5
  if (titles.length > 1 && isBesideHeadOfPage(sorting, index)) points -= 2
  if (rules.hasNoSpaces) {
    // Nearly all headlines of a newspaper have such a space, if the paper sets one at all.
    if (IN_TWO.test(text)) points += 0.5
    else if (titles.some((other) => IN_TWO.test(sorting.text(other)))) points -= 0.5
  }
  return points
}

/** Two parts with a wide space between them: 「窯に火が入る」, 「市民ら見守る」. */
const IN_TWO = /\S　\S/u

/** A label, or a few words: "Life on the quay". */
function kickerPoints(sorting: Sorting, index: number, headline: number): number {
  const text = withoutAside(sorting.text(index))
  const words = length(text, sorting.rules)
  let points = words <= 3.5 ? 1 : words <= 5 ? 0 : Math.max(-4, 2.5 - words / 2)
  if (words > titleLength(sorting, headline) * 1.3) points -= 1
  // A Japanese headline is far longer than what is above it.
  if (sorting.rules.hasNoSpaces && titleLength(sorting, headline) > words * 2.5) points += 0.5
  if (isLabel(text, sorting.rules) || /[:：]$|\S\s[|/]\s\S/u.test(text)) points += 1.5
  else if (isCapital(text)) points += 1.5
  if (endsSentence(text)) points -= 1
  if (hasVerb(text, sorting.rules)) points -= 1
  return points
}

/** "Lotsen legen Arbeit nieder": where nouns have capitals, a word without one behind a noun. */
function hasVerb(text: string, {names, speech}: LanguageRules): boolean {
  if (!speech.hasCapitalNouns) return false
  const words = [...text.matchAll(/\p{Lu}[\p{L}-]+\s(?<next>\p{Ll}{2,}(?:en|t))(?!\p{L})/gu)]
  return words.some(
    ({groups}) => !wordPattern(names.prepositions, '^%$').test(groups?.['next'] ?? ''),
  )
}

/** The name of the paper, a word of the menu. A longer line would be lost. */
const pagePoints = (sorting: Sorting, index: number): number =>
  hasManyDigits(sorting.text(index))
    ? 0
    : -Math.min(4, Math.max(0.25, (titleLength(sorting, index) - 4) / 2))

/** "Fire at Holm: ‘We saw it first’", "Who lit the kiln?" */
const isHeadlineShaped = (text: string): boolean =>
  /^[^.!?]*\S\s?: ?["“„«‘']|^[^.!?:]*\?$/u.test(text)

/** In the first lines of the page, of which there are two or more, with other titles below a blank line. */
function isInMasthead(sorting: Sorting, titles: readonly number[], index: number): boolean {
  const group = sorting.groupOf(index)
  return (
    !sorting.hasNoGroups &&
    group[0] === 0 &&
    group.length > 1 &&
    titles.some((title) => !group.includes(title))
  )
}

/** "Holm Gazette 6/5/2032 No. 104" */
const hasManyDigits = (text: string): boolean => (text.match(/\p{N}/gu)?.length ?? 0) > 5

/** A standfirst says more than the headline does, and in whole sentences. */
function dekPoints(sorting: Sorting, index: number, headline: number): number {
  const {rules} = sorting
  const text = sorting.text(index)
  const ratio = titleLength(sorting, index) / titleLength(sorting, headline)
  let points = ratio >= 1.3 ? 0.75 : ratio < 0.7 ? -0.75 : 0
  if (titleLength(sorting, index) < 3.5) points -= 1
  if (endsSentence(text) || isMoreSentences(text)) points += 0.5
  if (isLabel(text, rules)) points -= 3
  if (isHeadlineShaped(text)) points -= 0.5
  if (QUOTED_WHOLE.test(text) && !QUOTED_WHOLE.test(sorting.text(headline))) points -= 1
  if (isCapital(text) && !isCapital(sorting.text(headline))) points -= 1
  // "A town waits for its ferry": most headlines have no article where a standfirst has one.
  const isLongSentence = length(text, rules) > 6 && !isTitleCased(text, rules)
  if (isLongSentence && pattern(rules.names.indefinite, `^%${WORD_END}`).test(text)) points += 1
  return points
}

const isMoreSentences = (text: string): boolean => /[.!?。！？]\P{L}*\s\p{Lu}/u.test(text)

/** A title that was broken within its sentence: "The ferry" above "nobody wanted". */
function wholeTitle(sorting: Sorting, index: number): string {
  let text = sorting.text(index)
  for (let at = index + 1; isBroken(sorting, at); at++) text += ` ${sorting.text(at)}`
  return text
}

/** The second line of a title. */
export const isBroken = (sorting: Sorting, index: number): boolean =>
  sorting.lines[index]?.startsGroup === false && /^\p{Ll}/u.test(sorting.text(index))

/** "POTTERY – THE NORTH (2nd day)" is in capitals. */
const withoutAside = (text: string): string => text.replace(/\s\([^()]*\)$/u, '')

/** In words. */
const titleLength = (sorting: Sorting, index: number): number =>
  length(wholeTitle(sorting, index), sorting.rules)

/** Of a menu's word, a kicker, a headline, a standfirst. */
function lengthPoints(words: number): number {
  if (words < 1.5) return -3
  if (words < 2.5) return 0
  if (words < 3.5) return 2
  if (words < 4.5) return 2.5
  if (words <= 14) return 3
  return words <= 20 ? 2.5 : 2
}

/** "He Can Open Any Lock in the Country. He’d Rather Not." */
export function isTitleCased(text: string, rules: LanguageRules): boolean {
  const words = text.match(/\p{L}[\p{L}’']{3,}/gu) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  return rules.speech.hasTitleCase === true && capitals.length >= words.length * 0.8
}

/** "kcw Regional – for subscribers", in one group with "Sport/Pottery/Women". */
function isBesideHeadOfPage(sorting: Sorting, index: number): boolean {
  if (sorting.hasNoGroups) return false
  // A day may be below the headline, too.
  return sorting
    .groupOf(index)
    .some(
      (at) =>
        at !== index &&
        isHeadOfPage(sorting.text(at), sorting.rules) &&
        !isDateLine(sorting.text(at), sorting.rules),
    )
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
