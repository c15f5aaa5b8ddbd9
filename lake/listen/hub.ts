// Follows the log from its tail and tells every open stream what each new entry means for it.
import type {Grants} from '../grants.ts'
import type {LoggedEntry, LogTable} from '../store/log.ts'
import type {Clock} from '../types.ts'
import type {Feed, ServerEvent, Sink} from './feed.ts'
import {createLiveFeed, type LiveRequest} from './live-feed.ts'
import {createMutationFeed, type ListenRequest} from './mutation-feed.ts'
import {createView, type View} from './view.ts'

/** Repeats `work` until the returned function is called. */
export type Every = (milliseconds: number, work: () => void) => () => void

export interface HubOptions {
  log: LogTable
  grants: Grants
  clock: Clock
  /** How often to look for what other processes wrote. Milliseconds. */
  pollMs?: number
  /** How often an idle stream gets a comment. Milliseconds; proxies give up after 30 s or more. */
  keepAliveMs?: number
  /** How many of the newest transactions keep whole documents, so that listeners can resume. */
  keepBodies?: number
  /**
   * False once a session or token has ended or carries other roles, whoever changed it; asked every
   * few seconds, because another process cannot call `endCredential`.
   */
  credentialLives?: (credential: string, roles: readonly string[]) => boolean
  /** For grants that count only while something published refers to the document. */
  isReferenced?: (dataset: string, id: string) => boolean
  /** Told what went wrong in the background; nobody waits for it. */
  report?: (error: unknown) => void
  every?: Every
  /** Milliseconds from any fixed moment, to see what a listener's query costs. */
  stopwatch?: () => number
}

export interface Hub {
  /** Call after each commit of this process: its events leave before the call returns. */
  notify(): void
  /**
   * Opens a stream of `/data/listen` and answers the function that closes it. Sends `welcome`,
   * `welcomeback` with all that was missed, or `reset`, at once.
   *
   * @throws BadRequest `queryParseError`
   */
  listen(request: ListenRequest, sink: Sink): () => void
  /** Opens a stream of `/data/live/events` and answers the function that closes it. */
  live(request: LiveRequest, sink: Sink): () => void
  /** Ends every stream that this session or token opened. */
  endCredential(credential: string): void
  /** Ends every stream and stops following the log. */
  close(): void
}

const BATCH = 100
/** A client that missed more than this fetches anew sooner than it reads it all. */
const RESUME_LIMIT = 1_000
const PRUNE_STEP = 500
const CREDENTIAL_CHECK_MS = 5_000
/** What an anonymous listener's query may cost for one transaction: it runs on the thread that saves. */
const ANONYMOUS_BUDGET_MS = 200
const TOO_COSTLY: ServerEvent = {
  event: 'channelError',
  data: JSON.stringify({
    error: {type: 'queryTimeout', description: 'The query of this listener takes too long.'},
  }),
}

const everyUnrefed: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds)
  // An idle hub must not keep a process alive.
  timer.unref()
  return () => clearInterval(timer)
}

/** Streams begin at the log's tail as it is now. */
export function createHub({
  log,
  grants,
  clock,
  pollMs = 250,
  keepAliveMs = 20_000,
  keepBodies = 5_000,
  credentialLives = () => true,
  isReferenced,
  report = () => {},
  every = everyUnrefed,
  stopwatch = () => performance.now(),
}: HubOptions): Hub {
  const streams = new Map<Feed, Sink>()
  let position = log.last()
  let prunedTo = log.oldestWithBodies() - 1

  const isOverBudget = (feed: Feed, begun: number): boolean =>
    feed.actor.kind === 'anonymous' && stopwatch() - begun > ANONYMOUS_BUDGET_MS

  const deliver = (feed: Feed, sink: Sink, entry: LoggedEntry, view: View): void => {
    if (feed.dataset !== entry.dataset) return
    try {
      const begun = stopwatch()
      const events = feed.events(entry, view)
      const isCostly = isOverBudget(feed, begun)
      if (events.length > 0) sink.send(events)
      if (!isCostly) return
      // An error and no mere end: the client would come back with the same query.
      sink.send([TOO_COSTLY])
      end(feed)
    } catch (error) {
      report(error)
      end(feed)
    }
  }

  const viewOf = (entry: LoggedEntry): View => createView(entry, grants, isReferenced)

  const catchUp = (): void => {
    for (;;) {
      const entries = log.since(position, BATCH)
      for (const entry of entries) {
        position = entry.position
        const view = viewOf(entry)
        for (const [feed, sink] of streams) deliver(feed, sink, entry, view)
      }
      if (entries.length < BATCH) return
    }
  }

  const prune = (): void => {
    const upTo = position - keepBodies
    if (upTo - prunedTo < PRUNE_STEP) return
    log.prune(upTo)
    prunedTo = upTo
  }

  /** Another process may hold the file for a moment: the next turn does it. */
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      report(error)
    }
  }

  const end = (feed: Feed): void => {
    const sink = streams.get(feed)
    streams.delete(feed)
    sink?.end()
  }

  const endWhere = (dead: (credential: string, roles: readonly string[]) => boolean): void => {
    for (const feed of streams.keys()) {
      const {credential, roles} = feed.actor
      if (credential !== undefined && dead(credential, roles)) end(feed)
    }
  }

  /** Null where what came after `lastEventId` is unknown or no longer kept. */
  const missedSince = (lastEventId: string): LoggedEntry[] | null => {
    if (!/^\d{1,15}$/.test(lastEventId)) return null
    const from = Number(lastEventId)
    if (from > position || from < log.oldestWithBodies() - 1) return null
    const entries = log.since(from, RESUME_LIMIT + 1)
    return entries.length > RESUME_LIMIT ? null : entries
  }

  const open = (feed: Feed, sink: Sink): (() => void) => {
    catchUp()
    streams.set(feed, sink)
    const missed = feed.resumeFrom === undefined ? undefined : missedSince(feed.resumeFrom)
    if (missed === undefined) sink.send([feed.opening(position)])
    else if (missed === null) sink.send([feed.lost(position)])
    else {
      sink.send([feed.resumed(Number(feed.resumeFrom))])
      const begun = stopwatch()
      for (const entry of missed) {
        if (!streams.has(feed)) break
        if (isOverBudget(feed, begun)) {
          sink.send([feed.lost(position)])
          break
        }
        deliver(feed, sink, entry, viewOf(entry))
      }
    }
    // The credential may have ended between authentication and here.
    const {credential, roles} = feed.actor
    if (credential !== undefined && !credentialLives(credential, roles)) end(feed)
    return () => void streams.delete(feed)
  }

  const stops = [
    every(pollMs, () =>
      attempt(() => {
        if (log.last() > position) catchUp()
        prune()
      }),
    ),
    every(keepAliveMs, () => {
      for (const sink of streams.values()) sink.idle()
    }),
    every(CREDENTIAL_CHECK_MS, () =>
      attempt(() => endWhere((credential, roles) => !credentialLives(credential, roles))),
    ),
  ]

  return {
    notify: () => attempt(catchUp),
    listen: (request, sink) => open(createMutationFeed(request, clock), sink),
    live: (request, sink) => open(createLiveFeed(request), sink),
    endCredential: (credential) => endWhere((name) => name === credential),
    close() {
      for (const stop of stops) stop()
      for (const feed of streams.keys()) end(feed)
    },
  }
}
