import type {CustomValidator, ValidationContext, ValidationError} from 'sanity'
import {alteredParts, bothVersions} from '../../model/altered-words.ts'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import {quotationsIn, type Quotation} from '../../model/quotations.ts'

/** Annotated words are words of the quote. The editorial actions refuse what is only a warning here. */
export const unalteredQuotations: CustomValidator<unknown[] | undefined> = async (
  text,
  context,
) => {
  const quotations = quotationsIn(text)
  if (quotations.length === 0) return true
  const wordsOf = await loadWords(quotations, context)
  return quotations.flatMap(({quote, parts}): ValidationError[] => {
    const words = wordsOf.get(quote)
    if (!words) return []
    const texts = parts.map((part) => part.text)
    return alteredParts(texts, words).flatMap((index) => {
      const part = parts[index]
      if (!part) return []
      const what = bothVersions(part.text, words)
      const message = `${what} Restore the words, or put what was changed in brackets.`
      return [{message, path: [...part.path]}]
    })
  })
}

interface Quote {
  _id: string
  text: string | null
  kind: string | null
}

/** The words of the quotes by their IDs, of the draft if there is one. A paraphrase has none: it is in our words. */
async function loadWords(
  quotations: readonly Quotation[],
  {getClient, signal}: ValidationContext,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(quotations.map(({quote}) => quote))]
  const quotes = await getClient({apiVersion: '2025-02-19'}).fetch<Quote[]>(
    '*[_id in $ids]{_id, text, kind}',
    {ids: ids.flatMap((id) => [id, draftIdOf(id)])},
    {perspective: 'raw', signal, tag: 'validation.quotations'},
  )
  const isPublished = ({_id}: Quote): boolean => _id === publishedIdOf(_id)
  const draftsLast = quotes.toSorted((a, b) => Number(isPublished(b)) - Number(isPublished(a)))
  return new Map(
    draftsLast.map(({_id, text, kind}) => [
      publishedIdOf(_id),
      kind === 'paraphrase' ? '' : (text ?? ''),
    ]),
  )
}
