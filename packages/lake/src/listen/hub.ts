// Follows the log from its tail and tells the open streams that a new entry concerns what it means.
import {QueryError} from '@copydesk/groq'
import type {GrantsOf} from '../dataset-grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LoggedEntry, LogTable} from '../store/log.ts'
import {isStranger} from '../grants.ts'
import {storedIn} from '../visibility.ts'
import {cpuTime, withinCpuTime} from '../deadline.ts'
import type {Clock, DatasetDeed} from '../types.ts'
import {createEvaluation, type Outcome} from './evaluation.ts'
import type {Feed, ServerEvent, Sink} from './feed.ts'
import {createFeedIndex} from './feed-index.ts'
import {createLiveFeed, type LiveRequest} from './live-feed.ts'
import {createMutationFeed, type ListenRequest} from './mutation-feed.ts'
import {createView, type View} from './view.ts'

/** Repeats `work` until the returned function is called. */
export type Every = (milliseconds: number, work: () => void) => () => void

export interface HubOptions {
  log: LogTable
  grantsOf: GrantsOf
  clock: Clock
  /** How often to look for what other processes wrote. Milliseconds. */
  pollMs?: number
  /** How often an idle stream gets a comment. Milliseconds; proxies give up after 30 s or more. */
  keepAliveMs?: number
  /** How many of the newest transactions keep whole documents, so that listeners can resume. */
  keepBodies?: number
  /** Whole documents after this position are needed by somebody else still; null for nobody. */
  neededAfter?: () => number | null
  /**
   * False once a session or token has ended or carries other roles, whoever changed it; asked every
   * few seconds, because another process cannot call `endCredential`.
   */
  credentialLives?: (credential: string, roles: readonly string[]) => boolean
  /** For grants that hang on other documents. */
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  /** Told what went wrong in the background; nobody waits for it. */
  report?: (error: unknown) => void
  every?: Every
  /** Milliseconds of CPU time from any fixed moment, to see what a listener's query costs. */
  stopwatch?: () => number
}

export interface Hub {
  /**
   * Call after each commit of this process: its events leave before the call returns. False where the
   * log could not be read to its end.
   *
   * @param entries what was committed, as the log has it
   */
  notify(entries?: readonly LoggedEntry[]): boolean
  /**
   * Opens a stream of `/data/listen` and answers the function that closes it. Sends `welcome`,
   * `welcomeback` with all that was missed, or `reset`, at once.
   *
   * @throws QueryError `queryParseError`
   */
  listen(request: ListenRequest, sink: Sink): () => void
  /** Opens a stream of `/data/live/events` and answers the function that closes it. */
  live(request: LiveRequest, sink: Sink): () => void
  /** How many streams are open, the lake's own included. */
  openStreams(): number
  /** Ends every stream that this session or token opened. */
  endCredential(credential: string): void
  /** Tells what was done to datasets, by this process or another one, before their streams hear of it. */
  onDatasetEvent(listener: (entry: LoggedEntry & {datasetEvent: DatasetDeed}) => void): void
  /** Ends every stream and stops following the log. */
  close(): void
}

const BATCH = 100
/** A client that missed more than this fetches anew sooner than it reads it all. */
const RESUME_LIMIT = 1_000
const PRUNE_STEP = 500
const CREDENTIAL_CHECK_MS = 5_000
/** An error and no mere end: the client would come back with the same query. */
const channelError = (type: string, description: string): ServerEvent => ({
  event: 'channelError',
  data: JSON.stringify({error: {type, description}}),
})
/** Sanity's client does not come back after it. */
const disconnect = (reason: string): ServerEvent => ({
  event: 'disconnect',
  data: JSON.stringify({reason}),
})
const TOO_COSTLY = channelError('queryTimeout', 'The query of this listener takes too long.')

const everyUnrefed: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds)
  // An idle hub must not keep a process alive.
  timer.unref()
  return () => clearInterval(timer)
}

/** Streams begin at the log's tail as it is now. */
export function createHub({
  log,
  grantsOf,
  clock,
  pollMs = 250,
  keepAliveMs = 20_000,
  keepBodies = 5_000,
  neededAfter = () => null,
  credentialLives = () => true,
  documents,
  report = () => {},
  every = everyUnrefed,
  stopwatch = cpuTime,
}: HubOptions): Hub {
  const streams = new Map<Feed, Sink>()
  const listeners: Parameters<Hub['onDatasetEvent']>[0][] = []
  const index = createFeedIndex((feed) => grantsOf(feed.dataset).audienceOf(feed.actor))
  let position = log.last()
  let prunedTo = log.oldestWithBodies() - 1

  const evaluation = createEvaluation(stopwatch, withinCpuTime)

  const settle = (feed: Feed, {events, ends}: Outcome): void => {
    const sink = streams.get(feed)
    if (!sink) return
    try {
      if (typeof ends === 'object') {
        if (!(ends.error instanceof QueryError)) throw ends.error
        sink.send([channelError(ends.error.type, ends.error.message)])
      }
      if (events.length > 0) sink.send(events)
      if (ends === 'tooCostly') sink.send([TOO_COSTLY])
      if (ends) end(feed)
    } catch (error) {
      report(error)
      end(feed)
    }
  }

  const viewOf = (entry: LoggedEntry): View =>
    createView(entry, grantsOf(entry.dataset), storedIn(documents, entry.dataset))

  const tellDatasetEvent = (entry: LoggedEntry & {datasetEvent: DatasetDeed}): void => {
    const {dataset, datasetEvent} = entry
    const isOpenedOrClosed =
      datasetEvent.event === 'changed' && datasetEvent.aclMode !== datasetEvent.before
    for (const listener of listeners) listener(entry)
    for (const [feed, sink] of streams) {
      if (feed.dataset !== dataset) continue
      if (datasetEvent.event === 'deleted') {
        sink.send([disconnect(`The dataset "${dataset}" was deleted.`)])
        end(feed)
      } else if (isOpenedOrClosed && isStranger(feed.actor)) {
        sink.send([feed.lost(position)])
      }
    }
  }

  const tell = (entry: LoggedEntry): void => {
    const {datasetEvent} = entry
    position = entry.position
    if (datasetEvent) return tellDatasetEvent({...entry, datasetEvent})
    const groups = index.concernedBy(entry)
    if (groups.length > 0) evaluation.all(groups, entry, viewOf(entry), settle)
  }

  const catchUp = (entries: readonly LoggedEntry[] = []): void => {
    // They need not be read, unless another process has written before them.
    for (const entry of entries) if (entry.position === position + 1) tell(entry)
    // Asked at every request of a reader, and most often nothing is new.
    if (log.last() === position) return
    for (;;) {
      const read = log.since(position, BATCH)
      for (const entry of read) tell(entry)
      if (read.length < BATCH) return
    }
  }

  const prune = (): void => {
    if (position - keepBodies - prunedTo < PRUNE_STEP) return
    const upTo = Math.min(position - keepBodies, neededAfter() ?? Infinity)
    if (upTo <= prunedTo) return
    log.prune(upTo)
    prunedTo = upTo
  }

  /** Another process may hold the file for a moment: the next turn does it. */
  const attempt = (work: () => void): boolean => {
    try {
      work()
      return true
    } catch (error) {
      report(error)
      return false
    }
  }

  const forget = (feed: Feed): void => {
    streams.delete(feed)
    index.remove(feed)
  }

  const end = (feed: Feed): void => {
    const sink = streams.get(feed)
    forget(feed)
    sink?.end()
  }

  const endWhere = (dead: (credential: string, roles: readonly string[]) => boolean): void => {
    for (const feed of streams.keys()) {
      const {credential, roles} = feed.actor
      if (credential !== undefined && dead(credential, roles)) end(feed)
    }
  }

  /** False where what came after `lastEventId` is unknown, no longer kept, or too much. */
  const canResume = (lastEventId: string, dataset: string): boolean => {
    if (!/^\d{1,15}$/.test(lastEventId)) return false
    const from = Number(lastEventId)
    if (from > position || from < log.oldestWithBodies() - 1) return false
    if (log.datasetEventsSince(from).some((event) => event.dataset === dataset)) return false
    return position - from <= RESUME_LIMIT
  }

  /** Tells what was missed, as far as there is time for it. */
  const resume = (feed: Feed, sink: Sink, from: number): void => {
    sink.send([feed.resumed(from)])
    const begun = stopwatch()
    for (let at = from; at < position;) {
      const entries = log.since(at, BATCH)
      for (const entry of entries) {
        if (!streams.has(feed)) return
        if (evaluation.isOverBudget(feed, begun)) return sink.send([feed.lost(position)])
        if (entry.dataset !== feed.dataset) continue
        settle(feed, evaluation.one(feed, entry, viewOf(entry)))
      }
      at = entries.at(-1)?.position ?? position
    }
  }

  const open = (feed: Feed, sink: Sink): (() => void) => {
    catchUp()
    streams.set(feed, sink)
    index.add(feed)
    if (feed.resumeFrom === undefined) sink.send([feed.opening(position)])
    else if (canResume(feed.resumeFrom, feed.dataset)) resume(feed, sink, Number(feed.resumeFrom))
    else sink.send([feed.lost(position)])
    // The credential may have ended between authentication and here.
    const {credential, roles} = feed.actor
    if (credential !== undefined && !credentialLives(credential, roles)) end(feed)
    return () => forget(feed)
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
    notify: (entries) => attempt(() => catchUp(entries)),
    listen: (request, sink) => open(createMutationFeed(request, clock), sink),
    live: (request, sink) => open(createLiveFeed(request), sink),
    openStreams: () => streams.size,
    endCredential: (credential) => endWhere((name) => name === credential),
    onDatasetEvent: (listener) => void listeners.push(listener),
    close() {
      for (const stop of stops) stop()
      for (const feed of streams.keys()) end(feed)
    },
  }
}
