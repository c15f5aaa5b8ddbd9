// The state of the dialog, from the selected words to the quote.
import type {Editor} from '@portabletext/editor'
import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useEffect, useEffectEvent, useState} from 'react'
import type {SanityClient} from 'sanity'
import type {SelectedWords} from '@copydesk/intake/types'
import {quoteDrafts, quoteIdOf, referenceTo} from '../../../workflow/intake/quote-drafts.ts'
import {storedIdBeside} from '../../data/stored-id.ts'
import {useRawClient} from '../../data/use-raw-client.ts'
import {textOf} from '../../ui/form-values.ts'
import {useAttempt} from '../../ui/use-attempt.ts'
import {quotesOfArticle, sourcesLike} from './look-ups.ts'
import {
  isNamed,
  quoteForm,
  quoteOfForm,
  quotesWith,
  undecidedNames,
  type KnownQuote,
  type QuoteForm,
} from './quote-form.ts'
import {readWords} from './read-words.ts'
import {textBlocksOf, wordsOf, type Words} from './selected-words.ts'
import {rangesOf, tieWords} from './tie-words.ts'

export interface QuoteRequest {
  editor: Editor
  /** The selection in `value`. */
  selected: SelectedWords[]
  value: readonly unknown[]
  /** The form's document. */
  article: unknown
}

export interface DialogState {
  form: QuoteForm
  /** The words that are tied to the quote. */
  words: Words[]
  /** Quotes of this article with the same words. */
  same: KnownQuote[]
}

/** @param onDone after everything is written, or there is nothing to quote */
export function useMakeQuote(request: QuoteRequest, onDone: () => void) {
  const client = useRawClient()
  const toast = useToast()
  const [state, setState] = useState<DialogState | null>(null)
  const {busy, problem, attempt} = useAttempt()
  const begin = useEffectEvent(async (signal: AbortSignal) => {
    const found = await propose(client, request, signal)
    if (signal.aborted) return
    setState(found)
    if (found) return
    toast.push({status: 'info', title: 'Select the words of the quote, then press again.'})
    onDone()
  })
  useEffect(() => {
    const reading = new AbortController()
    void attempt(() => begin(reading.signal))
    return () => reading.abort()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one request is read once
  }, [request])
  const save = (): void => {
    if (!state || busy) return
    void attempt(async () => {
      await write(client, request, state)
      onDone()
    })
  }
  return {
    state,
    busy,
    problem,
    save,
    setForm: (form: QuoteForm): void => setState((now) => now && {...now, form}),
  }
}

async function propose(
  client: SanityClient,
  {selected, value, article}: QuoteRequest,
  signal: AbortSignal,
): Promise<DialogState | null> {
  const {_id, dek, dateline} = Object(article) as Record<string, unknown>
  const blocks = textBlocksOf(value)
  const text = {
    blocks: blocks.map((block) => ({text: block.text, style: block.style})),
    naming: [textOf(dek)].filter(Boolean),
    dateline: textOf(dateline) || null,
  }
  const [proposal, known] = await Promise.all([
    readWords({text, selected}, signal),
    quotesOfArticle(client, value, storedIdBeside(textOf(_id))),
  ])
  if (!proposal) return null
  const same = quotesWith(proposal, known.quotes)
  return {
    same,
    words: wordsOf(blocks, proposal.parts),
    form: quoteForm(proposal, {same, here: known.sources}),
  }
}

async function write(
  client: SanityClient,
  {editor, article}: QuoteRequest,
  {form, words}: DialogState,
): Promise<void> {
  if (!rangesOf(editor, words)) throw new Error(CHANGED)
  if (form.existing) {
    tieWords(editor, words, referenceTo(form.existing, 'expertQuote'))
    return
  }
  if (form.words.trim() === '') throw new Error('Write the words of the quote.')
  await checkNames(client, form)
  const {_id, language} = Object(article) as Record<string, unknown>
  const documents = quoteDrafts(quoteOfForm(form, textOf(language) || undefined), {
    newId: uuid,
    storedId: storedIdBeside(textOf(_id)),
  })
  await client.mutate(
    documents.map((document) => ({create: document})),
    {returnDocuments: false, tag: 'quoting.create'},
  )
  const quote = {id: quoteIdOf(documents), isPublished: false}
  if (!tieWords(editor, words, referenceTo(quote, 'expertQuote'))) throw new Error(SAVED_ONLY)
}

/** A source of the same name is neither used nor made a second time unasked. */
async function checkNames(client: SanityClient, form: QuoteForm): Promise<void> {
  for (const name of undecidedNames(form)) {
    const found = await sourcesLike(client, name)
    if (!found.some((source) => isNamed(source, name))) continue
    throw new Error(`The newsroom has a source “${name}”. Choose it, or choose a new source.`)
  }
}

const CHANGED =
  'Somebody has changed the selected words. Close this dialog and select the words again.'
const SAVED_ONLY =
  'The quote is saved, but somebody has changed the selected words. Close this dialog, select them and press “Quotation” again.'
