// Follows the log, and sends each new entry to the open streams that it concerns.
import type {GrantsOf} from '../dataset-grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LoggedEntry, LogTable} from '../store/log.ts'
import {cpuTime} from '../deadline.ts'
import type {Clock} from '../types.ts'
import type {Feed, Sink} from './feed.ts'
import {createLiveFeed, type LiveRequest} from './live-feed.ts'
import {createLogTail} from './log-tail.ts'
import {createMutationFeed, type ListenRequest} from './mutation-feed.ts'
import {createOpenStreams} from './open-streams.ts'
import {createPublisher, type DatasetEntry} from './publisher.ts'

/** Repeats `work` until the returned function is called. */
export type Every = (milliseconds: number, work: () => void) => () => void

export interface HubOptions {
  log: LogTable
  grantsOf: GrantsOf
  clock: Clock
  /** How often to look for commits of other processes. Milliseconds. */
  pollMs?: number
  /** How often an idle stream gets a comment. Milliseconds; proxies close idle ones after 30 s or more. */
  keepAliveMs?: number
  /**
   * False once a session or token has ended or has other roles. Called every few seconds, because another process
   * cannot call `endCredential`.
   */
  credentialLives?: (credential: string, roles: readonly string[]) => boolean
  /** For grants that depend on other documents. */
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  /** Called with errors in the background, for which no caller waits. */
  report?: (error: unknown) => void
  every?: Every
  /** Milliseconds of CPU time from any fixed moment, to see what a listener's query costs. */
  stopwatch?: () => number
}

export interface Hub {
  /**
   * Call after each commit of this process: its events are sent before the call returns. False if the log could not
   * be read to its end.
   *
   * @param entries what was committed, as the log has it
   */
  notify(entries?: readonly LoggedEntry[]): boolean
  /**
   * Opens a stream of `/data/listen` and returns the function that closes it. First it sends
   * `welcome`, `welcomeback` with the missed events, or `reset`.
   * @throws QueryError `queryParseError`
   */
  listen(request: ListenRequest, sink: Sink): () => void
  /** Opens a stream of `/data/live/events` and returns the function that closes it. */
  live(request: LiveRequest, sink: Sink): () => void
  /** Number of open streams, including the lake's own. */
  openStreams(): number
  /** Ends the streams whose session or token has ended or has other roles. It does so every few seconds, too. */
  checkCredentials(): void
  /** Ends every stream of this session or token. */
  endCredential(credential: string): void
  /** Called when this or another process has created, changed or deleted a dataset, before its streams are told. */
  onDatasetEvent(listener: (entry: DatasetEntry) => void): void
  /** Ends every stream and stops following the log. */
  close(): void
}

/** Above this number, a client fetches faster than it reads the missed events. */
const RESUME_LIMIT = 1_000
const CREDENTIAL_CHECK_MS = 5_000

const everyUnrefed: Every = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds)
  // An idle hub must not keep a process alive.
  timer.unref()
  return () => clearInterval(timer)
}

/** Streams begin at the current end of the log. */
export function createHub(options: HubOptions): Hub {
  const {log, grantsOf, clock, pollMs = 250, keepAliveMs = 20_000, stopwatch = cpuTime} = options
  const {credentialLives = () => true, report = () => {}, every = everyUnrefed} = options
  const listeners: ((entry: DatasetEntry) => void)[] = []
  const streams = createOpenStreams((feed) => grantsOf(feed.dataset).audienceOf(feed.actor), report)
  const publisher = createPublisher({...options, streams, stopwatch})
  const tail = createLogTail(log, (entry) => {
    const {datasetEvent} = entry
    if (!datasetEvent) return publisher.publish(entry)
    for (const listener of listeners) listener({...entry, datasetEvent})
    publisher.publishDatasetEvent({...entry, datasetEvent})
  })

  /** Another process may lock the file for a moment. The next attempt succeeds then. */
  const attempt = (work: () => void): boolean => {
    try {
      work()
      return true
    } catch (error) {
      report(error)
      return false
    }
  }

  const open = (feed: Feed, sink: Sink): (() => void) => {
    tail.catchUp()
    const position = tail.position()
    streams.add(feed, sink)
    if (feed.resumeFrom === undefined) sink.send([feed.opening(position)])
    else if (canResume(log, feed, position)) {
      publisher.replay(feed, {from: Number(feed.resumeFrom), to: position})
    } else sink.send([feed.lost(position)])
    // The credential may have ended between authentication and here.
    const {credential, roles} = feed.actor
    if (credential !== undefined && !credentialLives(credential, roles)) streams.end(feed)
    return () => streams.remove(feed)
  }

  const checkCredentials = (): void =>
    void attempt(() => streams.endCredentials((name, roles) => !credentialLives(name, roles)))

  const stops = [
    every(pollMs, () => attempt(tail.catchUp)),
    every(keepAliveMs, streams.keepAlive),
    every(CREDENTIAL_CHECK_MS, checkCredentials),
  ]

  return {
    notify: (entries) => attempt(() => tail.catchUp(entries)),
    listen: (request, sink) => open(createMutationFeed(request, clock), sink),
    live: (request, sink) => open(createLiveFeed(request), sink),
    openStreams: streams.count,
    checkCredentials,
    endCredential: (credential) => streams.endCredentials((name) => name === credential),
    onDatasetEvent: (listener) => void listeners.push(listener),
    close() {
      for (const stop of stops) stop()
      streams.endWhere(() => true)
    },
  }
}

/** False if the entries after the feed's last one are unknown, merged or erased, or too many. */
function canResume(
  log: Pick<LogTable, 'wholeAfter' | 'datasetEventsSince'>,
  {dataset, resumeFrom = ''}: Feed,
  position: number,
): boolean {
  if (!/^\d{1,15}$/.test(resumeFrom)) return false
  const from = Number(resumeFrom)
  if (from > position || from < log.wholeAfter()) return false
  if (log.datasetEventsSince(from).some((event) => event.dataset === dataset)) return false
  return position - from <= RESUME_LIMIT
}
