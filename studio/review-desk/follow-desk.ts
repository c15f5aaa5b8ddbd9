// Keeps the desk's snapshot up to date: loads it once, then only what a listener says has changed.
import {publishedIdOf} from '../../workflow/piece.ts'
import {reviewIdOf, type Review} from '../../workflow/records.ts'
import {countWords} from './count-words.ts'
import {DESK_ENTRIES_QUERY, DESK_FRAME_QUERY, DESK_LISTEN} from './desk-query.ts'
import type {DeskArticle, DeskEntry, DeskFrame, DeskSnapshot} from './desk-records.ts'

/** The part of a client that the desk needs; its perspective is `raw`. */
export interface DeskClient {
  fetch<T>(query: string, params: Record<string, unknown>, options: {tag: string}): Promise<T>
  listen(
    query: string,
    params: Record<string, unknown>,
    options: {
      events: ('welcome' | 'mutation' | 'reconnect')[]
      includeResult: false
      includeMutations: false
      includeAllVersions: true
      visibility: 'query'
      tag: string
    },
  ): {
    subscribe(observer: {
      next: (event: {type: string; documentId?: string}) => void
      error: (error: Error) => void
    }): {unsubscribe: () => void}
  }
}

export interface FollowOptions {
  client: DeskClient
  me: string
  /** Asked at each load, as days end. */
  startOfDay: (timeZone: string) => string
  onSnapshot: (snapshot: DeskSnapshot) => void
  onError: (error: Error) => void
}

export interface DeskFollower {
  /** Loads everything anew: a day has ended, or a person wants to try again. */
  reload(): void
  close(): void
}

/** Keys in a text come many a second; a row need not follow each. */
const GATHER_MS = 700
/** So many ids in one question at most. */
const CHUNK = 150
/** Where more than this changed at once, all is loaded anew. */
const MANY = 300

interface FrameAnswer {
  frame: DeskFrame
  drafts: string[]
  open: (string | null)[]
  closed: (string | null)[]
  today: string[]
  publishedAgain: (string | null)[]
}

interface EntriesAnswer {
  articles: (Omit<DeskArticle, 'bylines' | 'authors' | 'length'> & {
    bylines: (string | null)[] | null
    authors: (string | null)[] | null
    text: string | null
  })[]
  reviews: Review[]
}

export function createDeskFollower(options: FollowOptions): DeskFollower {
  const {client, me, onSnapshot, onError} = options
  let frame: DeskFrame = {sections: [], myAuthors: [], timeZone: 'UTC'}
  let entries = new Map<string, DeskEntry>()
  let everything = false
  let isLoading = false
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const changed = new Set<string>()

  const loadAll = async (): Promise<void> => {
    const ask = (startOfDay: string): Promise<FrameAnswer> =>
      client.fetch<FrameAnswer>(DESK_FRAME_QUERY, {me, startOfDay}, {tag: 'desk.frame'})
    let startOfDay = options.startOfDay(frame.timeZone)
    let answer = await ask(startOfDay)
    // The zone comes with the first answer; where the day began elsewhere, it is asked once more.
    if (options.startOfDay(answer.frame.timeZone) !== startOfDay) {
      startOfDay = options.startOfDay(answer.frame.timeZone)
      answer = await ask(startOfDay)
    }
    const {drafts, open, closed, today, publishedAgain} = answer
    const ids = new Set(
      [...drafts, ...open, ...closed, ...today, ...publishedAgain].flatMap((id) =>
        id ? [publishedIdOf(id)] : [],
      ),
    )
    const loaded = await loadEntries(client, [...ids])
    frame = answer.frame
    entries = loaded
  }

  const loadChanged = async (ids: string[]): Promise<void> => {
    const loaded = await loadEntries(client, ids)
    const next = new Map(entries)
    for (const [id, entry] of loaded) {
      if (entry.draft || entry.published || entry.review) next.set(id, entry)
      else next.delete(id)
    }
    entries = next
  }

  const work = async (): Promise<void> => {
    if (isLoading || isClosed) return
    isLoading = true
    try {
      while (everything || changed.size > 0) {
        const ids = [...changed]
        changed.clear()
        const all = everything || ids.length > MANY
        everything = false
        await (all ? loadAll() : loadChanged(ids))
        if (isClosed) return
        onSnapshot({frame, entries})
      }
    } catch (error) {
      if (!isClosed) onError(error as Error)
    } finally {
      isLoading = false
    }
  }

  const reload = (): void => {
    everything = true
    void work()
  }

  const listening = client
    .listen(
      DESK_LISTEN,
      {},
      {
        events: ['welcome', 'mutation', 'reconnect'],
        includeResult: false,
        includeMutations: false,
        includeAllVersions: true,
        visibility: 'query',
        tag: 'desk.listen',
      },
    )
    .subscribe({
      error: onError,
      next({type, documentId}) {
        // Welcome comes first, and again after each interruption: what happened meanwhile is unknown.
        if (type === 'welcome') reload()
        if (type !== 'mutation' || documentId === undefined) return
        const id = publishedIdOf(documentId)
        changed.add(id.startsWith('review.') ? id.slice('review.'.length) : id)
        clearTimeout(timer)
        timer = setTimeout(() => void work(), GATHER_MS)
      },
    })

  return {
    reload,
    close() {
      isClosed = true
      clearTimeout(timer)
      listening.unsubscribe()
    },
  }
}

async function loadEntries(
  client: DeskClient,
  ids: readonly string[],
): Promise<Map<string, DeskEntry>> {
  const entries = new Map<string, DeskEntry>()
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK)
    const answer = await client.fetch<EntriesAnswer>(
      DESK_ENTRIES_QUERY,
      {
        articles: chunk.flatMap((id) => [`drafts.${id}`, id]),
        reviews: chunk.map(reviewIdOf),
      },
      {tag: 'desk.entries'},
    )
    const articles = new Map(answer.articles.map((article) => [article._id, article]))
    const reviews = new Map(answer.reviews.map((review) => [review._id, review]))
    for (const id of chunk) {
      entries.set(id, {
        draft: cutDown(articles.get(`drafts.${id}`)),
        published: cutDown(articles.get(id)),
        review: reviews.get(reviewIdOf(id)) ?? null,
      })
    }
  }
  return entries
}

/** The text is counted and let go. */
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
