import {authorsOf, type FeedArticle} from '../feed-article.ts'
import type {Publisher} from '../publisher.ts'

/** The names in the byline as one line; `undefined` without a name. */
export function bylineText(article: FeedArticle, {language}: Publisher): string | undefined {
  const names = authorsOf(article).map(({name}) => name)
  return new Intl.ListFormat(language).format(names) || undefined
}
