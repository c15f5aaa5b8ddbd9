// Names of organisations in quotation marks, as German prints them: a reader does not take them for speech.
import type {Quote} from '../article.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {WORD_START, pattern, sourceOf} from '../parts/patterns.ts'
import type {Passage} from './mentions.ts'

/** A passage without such marks, and where in its text they were. */
export interface Unmarked {
  passage: Passage
  original: string
  marks: readonly number[]
}

/** "der Verein „Leises Tal“" becomes "der Verein Leises Tal". */
export function withoutNameMarks(passage: Passage, {names, speech}: LanguageRules): Unmarked {
  const {text} = passage
  const marks: number[] = []
  if (speech.quotedNames) {
    const named = pattern(
      speech.quotedNames,
      `${WORD_START}(?:%|(?:${sourceOf(names.organisations)}))(?:e?s|en)?\\s(?<name>[„»“"][^.,:;!?…„»“”«"]{1,40}[“«”"])(?!,\\s(?:${sourceOf(speech.verbs)}))`,
      'giu',
    )
    for (const match of text.matchAll(named)) {
      const name = match.groups?.['name'] ?? ''
      if (!/^.\p{Lu}/u.test(name) || name.split(/\s+/u).length > 4) continue
      const end = match.index + match[0].length
      marks.push(end - name.length, end - 1)
    }
  }
  return {
    passage: marks.length === 0 ? passage : {...passage, text: withoutAt(text, marks)},
    original: text,
    marks,
  }
}

const withoutAt = (text: string, positions: readonly number[]): string =>
  [
    text.slice(0, positions[0]),
    ...positions.map((at, index) => text.slice(at + 1, positions[index + 1])),
  ].join('')

/** The quote where it is in the text as it was. */
export function markedAgain(quote: Quote, unmarked: readonly Unmarked[]): Quote {
  const found = unmarked.find(({passage}) => passage.block === quote.block)
  if (!found || found.marks.length === 0) return quote
  const {marks, original} = found
  const before = (position: number) =>
    marks.reduce((at, mark) => (mark <= at ? at + 1 : at), position)
  const [from, to] = [before(quote.from), before(quote.to - 1) + 1]
  return {...quote, from, to, words: original.slice(from, to)}
}
