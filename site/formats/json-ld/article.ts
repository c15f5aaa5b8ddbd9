import {quotesIn} from '../../body/quotes-in.ts'
import type {Article} from '../../body/types.ts'
import {languageTag} from '../../display/language.ts'
import {pieceAddress, categoriesOf, modifiedAt, publishedAt} from '../feed-article.ts'
import {picturesOf} from '../pictures.ts'
import type {Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {authorNode} from './author.ts'
import {correctionNode} from './correction.ts'
import {imageNode} from './image.ts'
import {newsroomId} from './newsroom.ts'
import {quotationNode} from './quotation.ts'
import {partOf} from './part-of.ts'

/** The general type first, for readers that know no other. Sponsored content is not news. */
const TYPES: Record<string, string[]> = {
  reportage: ['NewsArticle', 'ReportageNewsArticle'],
  analysis: ['NewsArticle', 'AnalysisNewsArticle'],
  background: ['NewsArticle', 'BackgroundNewsArticle'],
  explainer: ['NewsArticle', 'BackgroundNewsArticle'],
  opinion: ['NewsArticle', 'OpinionNewsArticle'],
  review: ['NewsArticle', 'ReviewNewsArticle'],
  sponsored: ['Article', 'AdvertiserContentArticle'],
}

/** The property for a role in the byline; a writer is the author. */
const PARTS: Record<string, 'author' | 'translator' | 'editor' | 'contributor'> = {
  photographer: 'contributor',
  illustrator: 'contributor',
  factChecker: 'contributor',
  translator: 'translator',
  editor: 'editor',
}

/** An article as a `NewsArticle`, or as what its kind is called among those. */
export function articleNode(article: Article, publisher: Publisher): object {
  const {headline, dek, dateline, section, topics, language} = article
  const address = webAddress(article.seo?.canonicalUrl) ?? pieceAddress(publisher, article)
  const types = TYPES[article.articleType ?? ''] ?? ['NewsArticle']
  return {
    '@type': types,
    '@id': `${address}#article`,
    url: address,
    mainEntityOfPage: address,
    headline,
    alternativeHeadline: article.seoHeadline?.trim() || undefined,
    description: article.seo?.description?.trim() || (dek ?? undefined),
    // Only news articles have this property.
    dateline: types[0] === 'NewsArticle' ? (dateline ?? undefined) : undefined,
    datePublished: publishedAt(article),
    dateModified: modifiedAt(article),
    inLanguage: languageTag(language) ?? publisher.language,
    articleSection: section?.title ?? undefined,
    keywords: categoriesOf({section: null, topics, articleType: article.articleType}),
    isAccessibleForFree: true,
    ...partOf(article, publisher),
    publisher: {'@id': newsroomId(publisher)},
    ...peopleOf(article, publisher),
    image: picturesOf(article, publisher).map((picture) => imageNode(picture, publisher)),
    hasPart: quotesIn(article.body ?? []).flatMap((quote) => quotationNode(quote) ?? []),
    citation: (article.citations ?? []).flatMap(({title, publication, url, publishedOn}) =>
      title
        ? {
            '@type': 'CreativeWork',
            name: title,
            publisher: publication ? {'@type': 'Organization', name: publication} : undefined,
            url: webAddress(url),
            datePublished: publishedOn ?? undefined,
          }
        : [],
    ),
    correction: article.corrections.flatMap((correction) => correctionNode(correction) ?? []),
  }
}

/** Without a named author, the newsroom is the author. */
function peopleOf(article: Article, publisher: Publisher): Record<string, object[]> {
  const people: Record<string, object[]> = {}
  for (const {role, author} of article.bylines ?? []) {
    const whole = article.authors?.find((one) => one?._id === author?._id)
    const node = whole && authorNode(whole, publisher)
    if (!node) continue
    const part = PARTS[role ?? ''] ?? 'author'
    people[part] = [...(people[part] ?? []), node]
  }
  return {...people, author: people['author'] ?? [{'@id': newsroomId(publisher)}]}
}
