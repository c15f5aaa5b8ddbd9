// What all machine formats say of a piece in the same words: its id, its dates, its people.
import type {FEED_QUERY} from '../../queries/feeds.ts'
import type {Answer} from '../content-client.ts'
import {pagePath} from '../display/paths.ts'
import type {Piece} from '../piece.ts'
import {addressOf, type Publisher} from './publisher.ts'

/** An article with its whole text; what an article's page gets is one, too. */
export type FeedArticle = Answer<typeof FEED_QUERY>[number]
export type FeedPhotoUse = NonNullable<FeedArticle['leadPhoto']>
export type FeedPhoto = NonNullable<FeedPhotoUse['photo']>

/** A moment as ISO 8601 with its zone (UTC); `undefined` for an invalid date. */
export function isoMoment(text: string | null | undefined): string | undefined {
  const moment = new Date(text ?? Number.NaN)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** When readers first saw it, or the date it shows. */
export const publishedAt = ({date}: Pick<Piece, 'date'>): string | undefined => isoMoment(date)

/**
 * Its last change that readers learn about: the newest correction or update, else its publication. Other
 * edits do not move an article up in feeds.
 */
export function modifiedAt({
  date,
  corrections,
}: {
  date: string
  corrections: readonly {publishedAt: string | null}[]
}): string | undefined {
  const moments = [date, ...corrections.map(({publishedAt}) => publishedAt)].flatMap(
    (moment) => isoMoment(moment) ?? [],
  )
  return moments.toSorted().at(-1)
}

/** A name for a document that outlasts its headline and its address: a tag URI (RFC 4151). */
export function permanentId(
  publisher: Publisher,
  kind: string,
  id: string,
  since?: string | null,
): string {
  const authority = new URL(publisher.origin).hostname.replace(/[^\w.-]/g, '-')
  const day = isoMoment(since)?.slice(0, 10) ?? '2026-01-01'
  return `tag:${authority},${day}:${kind}/${encodeURIComponent(id)}`
}

/** The permanent id of a piece. */
export const pieceId = (
  publisher: Publisher,
  {_id, _type, firstPublishedAt, date}: Pick<Piece, '_id' | '_type' | 'firstPublishedAt' | 'date'>,
): string => permanentId(publisher, _type, _id, firstPublishedAt ?? date)

/** The address of a piece's page. */
export const pieceAddress = (
  publisher: Publisher,
  {_type, slug}: Pick<Piece, '_type' | 'slug'>,
): string => addressOf(publisher, pagePath(_type, slug ?? ''))

/** Who is named in the byline, each once, in its order. */
export function authorsOf({
  bylines,
}: Pick<Piece, 'bylines'>): {_id: string; name: string; slug: string | null}[] {
  const named = (bylines ?? []).flatMap(({author}) =>
    author?.name ? [{...author, name: author.name}] : [],
  )
  return [...new Map(named.map((author) => [author._id, author])).values()]
}

/** What a piece is a part of, by name: its series, its package. */
const groupsOf = ({series, package: itsPackage}: Pick<Piece, 'series' | 'package'>): string[] =>
  [...(series ?? []), itsPackage].flatMap((group) => group?.title ?? [])

/** The categories of a piece in a feed: with its series and its package. */
export const feedCategoriesOf = (piece: Piece): string[] => [
  ...new Set([...categoriesOf(piece), ...groupsOf(piece)]),
]

/** The categories of a piece: its section, its topics, and its kind of text. */
export function categoriesOf({
  section,
  topics,
  articleType,
}: Pick<Piece, 'section' | 'topics' | 'articleType'>): string[] {
  const titles = [section?.title, ...(topics ?? []).map((topic) => topic?.title)]
  if (articleType === 'sponsored') titles.push('Sponsored')
  return [...new Set(titles.filter((title) => title !== null && title !== undefined))]
}
