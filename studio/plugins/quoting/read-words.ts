// Reads what was selected: its words without marks, and who says them.
import type {ProposedQuote, QuotedText, SelectedWords} from '@copydesk/intake/types'
import {withoutQuotationMarks} from '../../../model/quotation-marks.ts'
import {askWorker, type AskedWorker} from '../../data/ask-worker.ts'

export interface WordsQuestion {
  text: QuotedText
  selected: SelectedWords[]
}

type WordsWorker = AskedWorker<WordsQuestion>

export const LIMIT_MS = 10_000

const startWorker = (): WordsWorker =>
  new Worker(new URL('./worker.ts', import.meta.url), {type: 'module', name: 'quoting'})

/**
 * Null for a caret that is not within a quotation. If the worker fails, the words are proposed without a speaker: a person
 * can name one.
 */
export async function readWords(
  question: WordsQuestion,
  signal: AbortSignal,
  start: () => WordsWorker = startWorker,
): Promise<ProposedQuote | null> {
  try {
    const failed = 'The words could not be read.'
    return await askWorker<WordsQuestion, ProposedQuote | null>(start, question, {
      signal,
      limitMs: LIMIT_MS,
      tooLong: failed,
      failed,
    })
  } catch (error) {
    if (signal.aborted) throw error
    return asSelected(question)
  }
}

function asSelected({text, selected}: WordsQuestion): ProposedQuote | null {
  const words = selected.map(({block, from, to}) => text.blocks[block]?.text.slice(from, to) ?? '')
  const plain = withoutQuotationMarks(words.join(' '))
  if (plain === '') return null
  return {parts: [...selected], words: plain, form: 'direct', speakers: [], attribution: null}
}
