// The article's page as its query answers it, and the members of its text.
import type {ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import type {Answer} from '../content-client.ts'

export type Article = NonNullable<Answer<typeof ARTICLE_BY_SLUG_QUERY>>
export type BodyMember = NonNullable<Article['body']>[number]
export type Member<Type extends BodyMember['_type']> = Extract<BodyMember, {_type: Type}>
export type Block = Member<'block'>
export type Quote = NonNullable<Member<'quoteUse'>['quote']>
/** The annotation of words that somebody said. */
export type QuotationMark = Extract<NonNullable<Block['markDefs']>[number], {_type: 'quotation'}>
export type RichText = NonNullable<Member<'factBox'>['body']>
