import {isoMoment, modifiedAt, type FeedArticle} from '../feed-article.ts'
import {addressOf, type Publisher} from '../publisher.ts'

/** A list of articles, before it becomes RSS, Atom or JSON. */
export interface Feed {
  /** The document whose articles these are: it outlasts its title and its address. */
  _id: string
  title: string
  description: string | null | undefined
  /** The path of the page that shows the same list. */
  path: string
  articles: readonly FeedArticle[]
}

/** The address of one of a feed's forms, `feed.xml`. */
export const feedAddress = (publisher: Publisher, {path}: Feed, name: string): string =>
  addressOf(publisher, `${path === '/' ? '' : path}/${name}`)

/** When the newest change in a feed was made; the beginning of time for an empty one. */
export function feedUpdatedAt({articles}: Feed): string {
  const moments = articles.flatMap((article) => modifiedAt(article) ?? [])
  return moments.toSorted().at(-1) ?? isoMoment('1970-01-01T00:00:00Z') ?? ''
}
