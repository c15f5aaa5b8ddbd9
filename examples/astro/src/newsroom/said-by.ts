import type {ARTICLE_QUERY_RESULT} from './sanity.types'

type Member = NonNullable<NonNullable<ARTICLE_QUERY_RESULT>['body']>[number]
type Quote = NonNullable<Extract<Member, {_type: 'quoteUse'}>['quote']>

/** The speakers as they were when they spoke, or the words that stand for them in print. */
export function saidBy({speakers, attribution}: Pick<Quote, 'speakers' | 'attribution'>) {
  const people = speakers?.map(({name, titleAtTime, affiliationAtTime}) =>
    [name, titleAtTime, affiliationAtTime].filter(Boolean).join(', '),
  )
  return people?.join('; ') || attribution || undefined
}
