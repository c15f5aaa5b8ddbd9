// Keeps the desk's snapshot up to date: loads all of it once, and then only the documents that change.
import {publishedIdOf} from '../../../model/ids.ts'
import {LISTEN_OPTIONS, type FetchingClient, type FollowedClient} from '../../data/follow.ts'
import {DESK_FRAME_QUERY, DESK_LISTEN, DESK_LISTEN_UNSTORED} from './desk-query.ts'
import type {DeskFrame, DeskSnapshot} from './desk-records.ts'
import {loadEntries} from './load-entries.ts'

/** The part of a client that the desk needs; its perspective is `raw`. */
export type DeskClient = FetchingClient & FollowedClient

export interface FollowOptions {
  client: DeskClient
  me: string
  /** The server stores `review.state` and `review.lapsed`. */
  stateIsStored: boolean
  /** Called at each load: a day may have ended. */
  startOfDay: (timeZone: string) => string
  onSnapshot: (snapshot: DeskSnapshot) => void
  onError: (error: Error) => void
}

export interface DeskFollower {
  /** Loads everything again: a day has ended, or a person wants to try again. */
  reload(): void
  close(): void
}

/** Typing makes many changes a second; a row is loaded once for all within this time. */
const GATHER_MS = 700
/** If more than this changed at once, all is loaded again. */
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
  const {client, onSnapshot, onError} = options
  let snapshot: DeskSnapshot = {
    frame: {sections: [], myAuthors: [], timeZone: 'UTC'},
    entries: new Map(),
  }
  let everything = false
  let isLoading = false
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const changed = new Set<string>()

  const work = async (): Promise<void> => {
    if (isLoading || isClosed) return
    isLoading = true
    try {
      while (everything || changed.size > 0) {
        const ids = [...changed]
        changed.clear()
        const all = everything || ids.length > MANY
        everything = false
        snapshot = await (all ? loadAll(options, snapshot) : loadChanged(client, snapshot, ids))
        if (isClosed) return
        onSnapshot(snapshot)
      }
    } catch (error) {
      if (!isClosed) onError(error as Error)
    } finally {
      isLoading = false
    }
  }

  let listening: {unsubscribe: () => void} | undefined
  const listen = (): void => {
    listening = listenToDesk(options, {
      // Comes first, and again after each interruption: changes in between are unknown.
      welcome: () => reload(),
      change(id) {
        changed.add(id)
        clearTimeout(timer)
        timer = setTimeout(() => void work(), GATHER_MS)
      },
      // After an error the listener gets no more events.
      error(error) {
        listening = undefined
        onError(error)
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

async function loadAll(options: FollowOptions, {frame}: DeskSnapshot): Promise<DeskSnapshot> {
  const answer = await loadFrame(options, frame.timeZone)
  return {frame: answer.frame, entries: await loadEntries(options.client, idsOf(answer))}
}

async function loadChanged(
  client: DeskClient,
  {frame, entries}: DeskSnapshot,
  ids: string[],
): Promise<DeskSnapshot> {
  const next = new Map(entries)
  for (const [id, entry] of await loadEntries(client, ids)) {
    if (entry.draft || entry.published || entry.review) next.set(id, entry)
    else next.delete(id)
  }
  return {frame, entries: next}
}

/** Queries again if the newsroom's time zone, which comes with the result, has another start of the day. */
async function loadFrame(
  {client, me, startOfDay}: Pick<FollowOptions, 'client' | 'me' | 'startOfDay'>,
  timeZone: string,
): Promise<FrameAnswer> {
  const ask = (from: string): Promise<FrameAnswer> =>
    client.fetch<FrameAnswer>(DESK_FRAME_QUERY, {me, startOfDay: from}, {tag: 'desk.frame'})
  const from = startOfDay(timeZone)
  const answer = await ask(from)
  const ownDay = startOfDay(answer.frame.timeZone)
  return ownDay === from ? answer : await ask(ownDay)
}

/** Published IDs of all pieces of the desk. */
function idsOf({drafts, open, closed, today, publishedAgain}: FrameAnswer): string[] {
  const all = [...drafts, ...open, ...closed, ...today, ...publishedAgain]
  return [...new Set(all.flatMap((id) => (id ? [publishedIdOf(id)] : [])))]
}

function listenToDesk(
  {client, stateIsStored}: Pick<FollowOptions, 'client' | 'stateIsStored'>,
  on: {welcome: () => void; change: (id: string) => void; error: (error: Error) => void},
): {unsubscribe: () => void} {
  return client
    .listen(
      stateIsStored ? DESK_LISTEN : DESK_LISTEN_UNSTORED,
      {},
      {...LISTEN_OPTIONS, tag: 'desk.listen'},
    )
    .subscribe({
      error: on.error,
      next({type, documentId}) {
        if (type === 'welcome') on.welcome()
        if (type !== 'mutation' || documentId === undefined) return
        const id = publishedIdOf(documentId)
        on.change(id.startsWith('review.') ? id.slice('review.'.length) : id)
      },
    })
}
