import type {ARTICLE_QUERY_RESULT} from '../newsroom/sanity.types'

type Member = NonNullable<NonNullable<ARTICLE_QUERY_RESULT>['body']>[number]
export type QuoteUse = Extract<Member, {_type: 'quoteUse'}>

/** A quote with its speakers, as they were when they spoke. */
export function Quote({quote}: QuoteUse) {
  if (!quote) return null
  const {kind, text, language, attribution, speakers} = quote
  const people = speakers?.map(({name, titleAtTime, affiliationAtTime}) =>
    [name, titleAtTime, affiliationAtTime].filter(Boolean).join(', '),
  )
  return (
    <blockquote lang={language ?? undefined}>
      <p>{kind === 'paraphrase' ? text : `“${text}”`}</p>
      <footer>— {people?.join('; ') || attribution}</footer>
    </blockquote>
  )
}
