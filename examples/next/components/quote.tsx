import type {ARTICLE_QUERY_RESULT} from '../newsroom/sanity.types'

type Member = NonNullable<NonNullable<ARTICLE_QUERY_RESULT>['body']>[number]
export type QuoteUse = Extract<Member, {_type: 'quoteUse'}>

type SaidBy = Pick<NonNullable<QuoteUse['quote']>, 'speakers' | 'attribution'>

/** The speakers as they were when they spoke, or the words that stand for them in print. */
export function saidBy({speakers, attribution}: SaidBy): string | undefined {
  const people = speakers?.map(({name, titleAtTime, affiliationAtTime}) =>
    [name, titleAtTime, affiliationAtTime].filter(Boolean).join(', '),
  )
  return people?.join('; ') || attribution || undefined
}

/** A quote with its speakers. */
export function Quote({quote}: QuoteUse) {
  if (!quote) return null
  const {kind, text, language} = quote
  return (
    <blockquote lang={language ?? undefined}>
      <p>{kind === 'paraphrase' ? text : `“${text}”`}</p>
      <footer>— {saidBy(quote)}</footer>
    </blockquote>
  )
}
