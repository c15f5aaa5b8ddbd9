// Keeps the desk's snapshot up to date: loads it once, then only what a listener says has changed.
import {publishedIdOf} from '../../../model/ids.ts'
import {DESK_FRAME_QUERY, DESK_LISTEN, DESK_LISTEN_UNKEPT} from './desk-query.ts'
import type {DeskEntry, DeskFrame, DeskSnapshot} from './desk-records.ts'
import {loadEntries, type FetchingClient} from './load-entries.ts'

/** The part of a client that the desk needs; its perspective is `raw`. */
export interface DeskClient extends FetchingClient {
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
  /** The server keeps `review.state` and `review.lapsed`. */
  stateIsKept: boolean
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

  let listening: {unsubscribe: () => void} | undefined
  const listen = (): void => {
    listening = client
      .listen(
        options.stateIsKept ? DESK_LISTEN : DESK_LISTEN_UNKEPT,
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
        // After an error a listener is silent for good.
        error(error) {
          listening = undefined
          onError(error)
        },
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
  }

  const reload = (): void => {
    everything = true
    void work()
  }
  listen()

  return {
    reload: () => (listening ? reload() : listen()),
    close() {
      isClosed = true
      clearTimeout(timer)
      listening?.unsubscribe()
    },
  }
}
