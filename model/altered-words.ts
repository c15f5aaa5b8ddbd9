// A quotation is not altered: the words in quotation marks are the words of the quote.
import {withoutQuotationMarks} from './quotation-marks.ts'

/** What shows readers that the writer inserted or left out something: `[the minister]`, `[…]`, `(…)`. */
const ASIDE = /\[[^\]]*\]|\( ?\.( ?\.){2} ?\)/g

/**
 * The parts of a quotation that are not words of the quote. Each part must be in the quote, after the one before it.
 * Quotation marks around them, brackets with what is in them, spaces, the shape of marks and dashes, and a comma or
 * full stop at the end make no difference.
 *
 * @param parts as they are in the text
 * @param words of the quote
 * @returns positions in `parts`
 */
export function alteredParts(parts: readonly string[], words: string): number[] {
  // The quote's own brackets may be printed or not.
  const plain = uniform(words)
  const versions = [uniform(plain.replaceAll(ASIDE, ' ')), plain.replaceAll(/[[\]]/g, '')]
  const [first = [], second = []] = versions.map((version) => missingParts(parts, version))
  return second.length < first.length ? second : first
}

/** Both versions of altered words, for a message. */
export function bothVersions(part: string, words: string): string {
  return `The text says ${quoted(part)}, the quote says ${quoted(words)}.`
}

const quoted = (text: string): string => `“${withoutQuotationMarks(text).replace(/[.,]$/, '')}”`

function missingParts(parts: readonly string[], words: string): number[] {
  let from = 0
  return parts.flatMap((part, index) => {
    let end = from
    for (const fragment of fragmentsOf(part)) {
      end = endOf(fragment, words, end)
      if (end < 0) return [index]
    }
    from = end
    return []
  })
}

/** Words between two brackets. A bracket may be in the middle of a word: `[T]he`, `promis[ed]`. */
interface Fragment {
  text: string
  beginsInWord: boolean
  endsInWord: boolean
}

function fragmentsOf(part: string): Fragment[] {
  const pieces = uniform(part).replaceAll(ASIDE, '\n').split('\n')
  return pieces.flatMap((piece, index) => {
    const text = piece.replaceAll(/^[\s".,،。、，]+|[\s".,،。、，-]+$/g, '')
    if (text === '') return []
    return [
      {
        text,
        beginsInWord: index > 0 && isLetter(piece.at(0)),
        endsInWord: index < pieces.length - 1 && isLetter(piece.at(-1)),
      },
    ]
  })
}

/** The end of the fragment in the words, whole words of them; negative if it is not there. */
function endOf({text, beginsInWord, endsInWord}: Fragment, words: string, from: number): number {
  for (let at = words.indexOf(text, from); at >= 0; at = words.indexOf(text, at + 1)) {
    const end = at + text.length
    const isWhole = (beginsInWord || !isInWord(words, at)) && (endsInWord || !isInWord(words, end))
    if (isWhole) return end
  }
  return -1
}

const LETTER = /[\p{L}\p{M}\p{N}ʼ]/u
/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER.test(character) && !UNSPACED.test(character)

const isInWord = (words: string, at: number): boolean =>
  isLetter(words.at(at)) && at > 0 && isLetter(words.at(at - 1))

/** The same for all ways to type it. */
function uniform(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
      .replaceAll('…', '...')
      // An apostrophe belongs to its word.
      .replaceAll(/(\p{L})['’ʼ′`´](?=\p{L})/gu, '$1ʼ')
      .replaceAll(/[“”„‟"«»‹›「」『』〝〞‘’‚‛'`´′″]+/g, '"')
      .replaceAll(/[-‐‑‒–—―−]+/g, '-')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/ ?(\.{3}|[?!:;"-]) ?/g, '$1')
  )
}
