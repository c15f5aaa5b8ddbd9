// Finds out who says the words that were selected, beside the page.
import {proposeQuote} from '@copydesk/intake'
import type {ProposedQuote} from '@copydesk/intake/types'
import type {WordsQuestion} from './read-words.ts'

globalThis.addEventListener('message', ({data}: MessageEvent<WordsQuestion>) => {
  const answer: ProposedQuote | null = proposeQuote(data.text, data.selected)
  globalThis.postMessage(answer, {transfer: []})
})
