// Proposes a quote for words that are selected in an article: the words without their marks, and their speaker.
import type {ProposedQuote, Quote, QuotedText, SelectedWords} from '../article.ts'
import {languageOf} from '../languages/languages.ts'
import type {LanguageRules} from '../languages/rules.ts'
import {quotesIn} from './find-quotes.ts'
import {linesOf} from './japanese/lines.ts'
import {outerMarks, quotedIn, trimmed} from './marks.ts'
import type {Passage, Quoted} from './mentions.ts'

/** Marks that may stand at the ends of words that were selected. */
const MARKS_AROUND = /^[\s"“”„«»‹›「」『』‘‚]+|[\s"“”„«»‹›「」『』’]+$/gu

/**
 * Reads what was selected. A caret within quotation marks stands for everything between them.
 *
 * @param selected in the order of the text
 * @returns null if nothing is selected, and the caret is not within quotation marks
 */
export function proposeQuote(
  text: QuotedText,
  selected: readonly SelectedWords[],
  languages?: readonly LanguageRules[],
): ProposedQuote | null {
  const rules = languageOf({lines: text.blocks}, languages)
  const passages = passagesOf(text, selected)
  const quoted = quotedWords(passages, rules)
  const inMarks = selected.flatMap((one) =>
    partsInMarks(one, quoted.get(one.block) ?? [], text.blocks[one.block]?.text ?? ''),
  )
  const parts = inMarks.length > 0 ? inMarks : selected.flatMap((one) => withoutMarks(one, text))
  if (parts.length === 0) return null
  const said =
    quoteAt(quotesIn(passages, text.dateline, rules), parts) ??
    quoteAt(quotesIn(marked(passages, parts, rules), text.dateline, rules), parts)
  const isPassage = parts.every(({block}) => text.blocks[block]?.style === 'blockquote')
  const found = said?.form === 'document' ? 'document' : formOf(parts, inMarks, isPassage, said)
  return {
    parts,
    words: joined(parts, text, rules),
    form: found,
    speakers: said?.speakers ?? [],
    attribution: said?.attribution ?? null,
  }
}

/** A quoted passage counts as text of the article where it is what was selected. */
function passagesOf({blocks, naming}: QuotedText, selected: readonly SelectedWords[]): Passage[] {
  const isMeant = new Set(selected.map(({block}) => block))
  return [
    ...naming.map((text) => ({block: null, text, isHeading: false})),
    ...blocks.flatMap(({text, style}, block) =>
      style === 'blockquote' && !isMeant.has(block)
        ? []
        : [{block, text, isHeading: (style === 'h2' || style === 'h3') && !isMeant.has(block)}],
    ),
  ]
}

/** By the positions of the blocks. */
function quotedWords(passages: readonly Passage[], rules: LanguageRules): Map<number, Quoted[]> {
  const marks = outerMarks(passages, rules)
  const lists = rules.withoutSpaces
    ? linesOf(passages).map(({quoted}) => quoted)
    : passages.map((passage) => quotedIn(passage, marks, rules))
  return new Map(
    passages.flatMap(({block}, index) => (block === null ? [] : [[block, lists[index] ?? []]])),
  )
}

/** `isCut`: less than whole sentences of what is between the marks. */
type Part = SelectedWords & {isCut?: boolean}

function partsInMarks(
  {block, from, to}: SelectedWords,
  quoted: readonly Quoted[],
  text: string,
): Part[] {
  const isCaret = from === to
  return quoted.flatMap((words): Part[] => {
    if (isCaret) {
      const isIn = words.outer.from < from && from < words.outer.to
      return isIn ? [{block, from: words.from, to: words.to}] : []
    }
    const part = trimmed(text, Math.max(from, words.from), Math.min(to, words.to))
    if (part.from >= part.to) return []
    const before = text.slice(words.from, part.from)
    const after = text.slice(part.to - 1, words.to)
    const isWhole = /(?:^|[.?!…]\s)$/u.test(before) && /^(?:.$|.?[.?!…])/u.test(after)
    return [{block, ...part, isCut: !isWhole}]
  })
}

function withoutMarks({block, from, to}: SelectedWords, {blocks}: QuotedText): Part[] {
  const text = blocks[block]?.text ?? ''
  const words = text.slice(from, to)
  const before = /^[\s"“”„«»‹›「」『』‘‚]*/u.exec(words)?.[0].length ?? 0
  const bare = words.replaceAll(MARKS_AROUND, '')
  const part = trimmed(text, from + before, from + before + bare.length)
  return part.from < part.to ? [{block, ...part}] : []
}

/** The same text, as if the words were between marks. */
function marked(passages: Passage[], parts: readonly Part[], rules: LanguageRules): Passage[] {
  const [open, close] = rules.withoutSpaces ? ['「', '」'] : (rules.speech.marks[0] ?? ['"', '"'])
  return passages.map((passage) =>
    parts
      .filter(({block}) => block === passage.block)
      .toReversed()
      .reduce(({text, ...rest}, {from, to}) => {
        const words = text.slice(from, to)
        return {...rest, text: `${text.slice(0, from)}${open}${words}${close}${text.slice(to)}`}
      }, passage),
  )
}

/** The first quotation among those of the parts that names somebody. */
function quoteAt(quotes: readonly Quote[], parts: readonly Part[]): Quote | undefined {
  const own = quotes.filter((quote) =>
    parts.some(({block, from, to}) => block === quote.block && from < quote.to && quote.from < to),
  )
  return own.find(({speakers}) => speakers.length > 0) ?? own.find(({attribution}) => attribution)
}

function formOf(
  parts: readonly Part[],
  inMarks: readonly Part[],
  isPassage: boolean,
  said: Quote | undefined,
): ProposedQuote['form'] {
  if (isPassage) return 'direct'
  // Without quotation marks they are the writer's words.
  if (inMarks.length === 0) return 'paraphrase'
  const isCut = parts.length === 1 && parts.some((part) => part.isCut)
  return isCut ? 'partial' : (said?.form ?? 'direct')
}

/** "Words," she said, "more words": one sentence or two, as the text has it. */
function joined(parts: readonly Part[], {blocks}: QuotedText, rules: LanguageRules): string {
  return parts.reduce((words, {block, from, to}, index) => {
    const text = blocks[block]?.text ?? ''
    const part = text.slice(from, to)
    const before = parts[index - 1]
    if (!before) return part
    const around = blocks[before.block]?.text ?? ''
    const gap = block === before.block ? text.slice(before.to, from) : around.slice(before.to)
    return `${words}${between(words, gap, block !== before.block, rules)}${part}`
  }, '')
}

function between(
  words: string,
  gap: string,
  isParagraph: boolean,
  {withoutSpaces}: LanguageRules,
): string {
  const isEnded = /[.?!…。？！]["”’»“]?$/u.test(words)
  if (withoutSpaces) return isEnded ? '' : '。'
  if (isEnded) return ' '
  const [first = ''] = gap
  if (first === '.' || isParagraph || /[.?!]\s*["“„«»‘'—–]\s?$/u.test(gap)) return '. '
  return /[,;:]/u.test(first) ? `${first} ` : ' '
}
