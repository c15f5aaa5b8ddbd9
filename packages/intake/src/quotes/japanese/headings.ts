// Headings in quotation marks: they repeat words of the text, whose speaker is known there.
import type {Quote} from '../../article.ts'
import type {Line} from './lines.ts'
import type {Lexicon} from './rules.ts'
import {isSentence} from './is-sentence.ts'

const LEAST = 4

/** Words of headings that somebody says in the text, or that are a sentence which is a heading by itself. */
export function headingQuotes(
  lines: readonly Line[],
  inText: readonly Quote[],
  {speech}: Lexicon,
): Quote[] {
  return lines.flatMap(({passage: {block, isHeading}, text, quoted}) => {
    if (block === null || !isHeading) return []
    return quoted.flatMap(({from, to, words, outer}) => {
      const repeated = inText.find((quote) => isSame(words, quote.words))
      const isAll = outer.from === 0 && outer.to === text.length
      const next =
        isAll && isSentence(words) ? inText.find((quote) => quote.block > block) : undefined
      const said = repeated ?? next
      // 「聞こえない人」とつくる
      const after = text.slice(outer.to)
      if (!said || (/^と\p{L}/u.test(after) && !speech.test(after))) return []
      const {speakers, attribution} = said
      const isDocument = said.form === 'document'
      const isWhole = isSentence(words) && !(repeated && isEndOfSentence(words, repeated.words))
      const form = isDocument ? said.form : isWhole ? 'direct' : 'partial'
      return [{block, from, to, words, form, speakers, attribution}]
    })
  })
}

const bare = (words: string): string => words.replaceAll(/[\s、。！？!?…『』]/gu, '')
const withoutParticles = (words: string): string => bare(words).replaceAll(/[をがはもに]/gu, '')

/** A heading may shorten what is said, and leave particles out. */
function isSame(heading: string, words: string): boolean {
  const short = bare(heading)
  if (short.length < LEAST) return short === bare(words)
  const shorter = withoutParticles(heading)
  const isShortened = shorter.length >= LEAST && withoutParticles(words).includes(shorter)
  return bare(words).includes(short) || isShortened
}

/** 病院に住むしかない, of バスがなくなれば、病院に住むしかない; not after だが only. */
const isEndOfSentence = (heading: string, words: string): boolean =>
  words.endsWith(heading) && /[^。！？]{4}$/u.test(words.slice(0, -heading.length))
