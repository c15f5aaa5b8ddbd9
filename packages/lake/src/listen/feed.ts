// What the hub and its streams agree on: a feed says which events an entry of the log means for one
// reader, a sink takes them to that reader. Types only.
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
  /** Of feeds of one name each says the same, where their actors may read the same. */
  name: string
  /** Only what has one of these keys, before or after, is of concern; undefined for everything. */
  keys?: readonly string[]
  /** `Last-Event-ID` of a reader that wants to resume. */
  resumeFrom?: string
  /** First event of a new stream. */
  opening(position: number): ServerEvent
  /** First event of a resumed stream; what was missed follows. */
  resumed(position: number): ServerEvent
  /** First event where what was missed cannot be told any more: the client fetches anew. */
  lost(position: number): ServerEvent
  /** What the entry means for this reader; empty for nothing. */
  events(entry: LoggedEntry, view: View): ServerEvent[]
}

/** Where a reader's events go. Methods never throw and may be called after the end. */
export interface Sink {
  /** Events that belong together (one transaction) come in one call and leave in one piece. */
  send(events: readonly ServerEvent[]): void
  /** A sign of life, so that neither side nor a proxy takes the stream for dead. */
  idle(): void
  end(): void
}
