// Loads articles with their reviews by ID, with only the fields that a row shows.
import {draftIdOf} from '../../../model/ids.ts'
import {reviewIdOf, type Review} from '../../../model/records.ts'
import type {FetchingClient} from '../../data/follow.ts'
import {countWords} from './count-words.ts'
import {DESK_ENTRIES_QUERY} from './desk-query.ts'
import type {DeskArticle, DeskEntry} from './desk-records.ts'

/** At most this many IDs in one query. */
const CHUNK = 150

interface EntriesAnswer {
  articles: (Omit<DeskArticle, 'bylines' | 'authors' | 'length'> & {
    bylines: (string | null)[] | null
    authors: (string | null)[] | null
    text: string | null
  })[]
  reviews: Review[]
}

/** An entry for every ID; empty if there is no document. */
export async function loadEntries(
  client: FetchingClient,
  ids: readonly string[],
): Promise<Map<string, DeskEntry>> {
  const entries = new Map<string, DeskEntry>()
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK)
    const answer = await client.fetch<EntriesAnswer>(
      DESK_ENTRIES_QUERY,
      {
        articles: chunk.flatMap((id) => [draftIdOf(id), id]),
        reviews: chunk.map(reviewIdOf),
      },
      {tag: 'desk.entries'},
    )
    const articles = new Map(answer.articles.map((article) => [article._id, article]))
    const reviews = new Map(answer.reviews.map((review) => [review._id, review]))
    for (const id of chunk) {
      entries.set(id, {
        draft: cutDown(articles.get(draftIdOf(id))),
        published: cutDown(articles.get(id)),
        review: reviews.get(reviewIdOf(id)) ?? null,
      })
    }
  }
  return entries
}

/** Counts the text and drops it. */
function cutDown(article: EntriesAnswer['articles'][number] | undefined): DeskArticle | null {
  if (!article) return null
  const {text, bylines, authors, ...rest} = article
  const filled = (list: (string | null)[] | null): string[] => (list ?? []).flatMap((v) => v ?? [])
  return {
    ...rest,
    bylines: filled(bylines),
    authors: filled(authors),
    length: countWords(text ?? '', article.language),
  }
}
