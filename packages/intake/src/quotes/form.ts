// Whether quoted words are a whole sentence, a fragment, or what a text says.
import type {Quote} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {bare, pattern, WORD_END, WORD_START} from '../parts/patterns.ts'
import type {Quoted} from './mentions.ts'
import type {Region} from './region.ts'
import type {Subject} from './subject.ts'

/** `isAlone`: the sentence has no other words. */
export function formOf(
  {words}: Quoted,
  region: Region,
  {subject, isAlone}: {subject: Subject; isAlone: boolean},
  {speech}: LanguageRules,
): Quote['form'] {
  if (subject.isDocument) return 'document'
  const writes = pattern(speech.writes, `${WORD_START}%${WORD_END}`)
  const isWritten =
    writes.test(region.before) ||
    (!/\p{L}/u.test(region.before) && writes.test(region.after.slice(0, 40))) ||
    (pattern(
      speech.documents,
      `${WORD_START}(?:in|on|to|dans|im|auf|en(?=\\s(?:un|una|el|la|su|este|esta|otra?)\\s))\\s(?:\\p{L}+\\s){0,3}%${WORD_END}`,
    ).test(region.whole) &&
      subject.entities.length > 0 &&
      !isAlone)
  if (isWritten) return 'document'
  const isSentence = /^[¿¡"“„«‚‘'([…\s]*[\p{Lu}\p{N}]/u.test(words)
  if (!isSentence) return 'partial'
  // In German a sentence of its own has a colon before it.
  if (speech.hasCapitalNouns && /\p{L}\s*$/u.test(region.before)) return 'partial'
  const count = words.split(/\s+/u).length
  if (speech.hasCapitalNouns && count <= 2 && !/[.!?]/u.test(region.after.slice(0, 1)))
    return 'partial'
  return count === 1 && pattern(speech.calls, `${WORD_START}%[^~]*$`).test(region.before)
    ? 'partial'
    : 'direct'
}

/** Whether nothing but `," she said, "` is between two quotations: the sentence of the first goes on in the second. */
export function isOnlyAttribution(between: string, {speech}: LanguageRules): boolean {
  const verb = pattern(speech.verbs, `${WORD_START}%${WORD_END}`).exec(between)
  return (
    verb !== null &&
    /^\s?[^.!?]*(?:,|\s[–—])\s$/u.test(between) &&
    between.split(/\s+/u).length <= 14 &&
    !/\s(?:and|but|und|aber|et|mais|y|pero)\s[^,]*,\s$/u.test(between)
  )
}

/** Of a heading in quotation marks: the words are a sentence of their own, or all of one that is quoted below. */
export function formOfHeading(words: string, below: Quote, {speech}: LanguageRules): Quote['form'] {
  if (below.form === 'document') return 'document'
  const sentences = below.words.split(/[.!?…]\s+/u).map(bare)
  const isWhole =
    pattern(speech.clauseSigns, '%').test(words) ||
    (below.form === 'direct' && sentences.includes(bare(words)))
  return isWhole ? 'direct' : 'partial'
}
