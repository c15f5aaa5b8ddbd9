// The paragraphs of an article with their quotation marks.
import type {Stretch} from '../../article.ts'
import type {Passage, Quoted} from '../mentions.ts'
import {NOUN} from './rules.ts'

export interface Sentence extends Stretch {
  /** Within the line. */
  text: string
}

export interface Line {
  passage: Passage
  index: number
  text: string
  /** As long as `text`; what is between marks is `〓`, so that nobody in it is taken for a speaker. */
  masked: string
  quoted: Quoted[]
  sentences: Sentence[]
}

/** Not a name: it would only take long to search. */
const RUN = new RegExp(`[${NOUN}]{60,}`, 'gu')

const CLOSING: Record<string, string> = {'「': '」', '『': '』'}

export const linesOf = (passages: readonly Passage[]): Line[] =>
  passages.map((passage, index) => {
    const stretches = betweenMarks(passage.text)
    const masked = mask(passage.text, stretches).replaceAll(RUN, (run) => '〓'.repeat(run.length))
    return {
      passage,
      index,
      text: passage.text,
      masked,
      quoted: stretches
        .filter(({from}) => passage.text[from] === '「')
        .flatMap((outer) => quotedOf(passage.text, outer) ?? []),
      sentences: sentencesOf(masked),
    }
  })

/** Outermost stretches with their marks. A mark that is never closed goes on to the end of the paragraph. */
function betweenMarks(text: string): Stretch[] {
  const found: Stretch[] = []
  const open: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    const closing = CLOSING[char]
    if (closing !== undefined) {
      if (open.length === 0) from = at
      open.push(closing)
    } else if (open.at(-1) === char) {
      open.pop()
      if (open.length === 0) found.push({from, to: at + 1})
    }
  }
  if (open.length > 0 && from === 0) found.push({from, to: text.length})
  return found
}

/** The words without the marks and without a full stop or comma at their end. */
function quotedOf(text: string, outer: Stretch): Quoted | null {
  const inner = text.slice(outer.from + 1, innerEnd(text, outer))
  const words = inner.trim().replace(/[。、，．\s]+$/u, '')
  if (words === '') return null
  const from = outer.from + 1 + inner.indexOf(words)
  return {from, to: from + words.length, words, outer}
}

const innerEnd = (text: string, {from, to}: Stretch): number =>
  to - from > 1 && text[to - 1] === CLOSING[text.charAt(from)] ? to - 1 : to

const mask = (text: string, stretches: readonly Stretch[]): string =>
  stretches.reduceRight((masked, {from, to}) => {
    const end = innerEnd(text, {from, to})
    return masked.slice(0, from + 1) + '〓'.repeat(end - from - 1) + masked.slice(end)
  }, text)

/** Sentences end with a full stop or a question mark that is not between marks. */
function sentencesOf(masked: string): Sentence[] {
  return [...masked.matchAll(/[^。？！?!]+[。？！?!]*|[。？！?!]+/gu)].map(({0: text, index}) => ({
    from: index,
    to: index + text.length,
    text,
  }))
}

export const sentenceAt = (line: Line, at: number): number =>
  line.sentences.findIndex(({from, to}) => from <= at && at < to)
