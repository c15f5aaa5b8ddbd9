import {draftIdOf} from '../../model/ids.ts'
import {lengthOf} from '../../model/lengths.ts'
import type {CustomValidator} from 'sanity'

interface QuoteUse {
  display?: string
  quote?: {_ref?: string}
}

/** A pull quote is a large line beside the text: the quote document has its length. */
export function pullQuoteAtMost(limit: number): CustomValidator<QuoteUse | undefined> {
  return async (use, {getClient, signal}) => {
    const id = use?.quote?._ref
    if (!id || use.display !== 'pull') return true
    const text = await getClient({apiVersion: '2025-02-19'}).fetch<string | null>(
      'coalesce(*[_id == $draft][0].text, *[_id == $id][0].text)',
      {id, draft: draftIdOf(id)},
      {perspective: 'raw', signal, tag: 'validation.pull-quote'},
    )
    const length = lengthOf(text)
    return (
      length <= limit ||
      `A pull quote has at most ${limit} characters; this has ${length}. Show it as a block instead.`
    )
  }
}
