// The contract of the hub and its streams: a feed turns an entry of the log into the events of one reader, and a sink
// sends them. Types only.
import type {Actor} from '../types.ts'
import type {LoggedEntry} from '../store/log.ts'
import type {View} from './view.ts'

/** One server-sent event; `data` is JSON text. */
export interface ServerEvent {
  event: string
  /** Comes back as `Last-Event-ID` when the client reconnects. */
  id?: string
  data: string
}

/** One reader's subscription as the hub sees it. Positions are log positions. */
export interface Feed {
  dataset: string
  actor: Actor
  /** Feeds with the same name have the same events for actors who may read the same documents. */
  name: string
  /** Only documents with one of these keys, before or after, concern it; undefined for all documents. */
  keys?: readonly string[]
  /** Whether the events of a small entry are made so fast that no deadline is needed. */
  isQuick?: boolean
  /** `Last-Event-ID` of a reader that wants to resume. */
  resumeFrom?: string
  /** First event of a new stream. */
  opening(position: number): ServerEvent
  /** First event of a resumed stream. The missed events follow. */
  resumed(position: number): ServerEvent
  /** First event if the missed events are no longer available: the client fetches again. */
  lost(position: number): ServerEvent
  /** The events of an entry for this reader. */
  events(entry: LoggedEntry, view: View): ServerEvent[]
}

/** Sends a reader's events. Methods never throw, and may be called after the end. */
export interface Sink {
  /** Sends the events of one transaction together. */
  send(events: readonly ServerEvent[]): void
  /** Sends a sign of life, so that neither the client nor a proxy takes the stream for dead. */
  idle(): void
  end(): void
}
