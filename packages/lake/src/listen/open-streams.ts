// The open event streams of all datasets, each with its connection.
import {QueryError} from '@copydesk/groq'
import type {LoggedEntry} from '../store/log.ts'
import type {Outcome} from './evaluation.ts'
import type {Feed, ServerEvent, Sink} from './feed.ts'
import {createFeedIndex, type Group} from './feed-index.ts'

export interface OpenStreams {
  count(): number
  add(feed: Feed, sink: Sink): void
  has(feed: Feed): boolean
  /** Removes a stream whose client has closed it. */
  remove(feed: Feed): void
  /** Removes a stream, and closes its connection. */
  end(feed: Feed): void
  endWhere(test: (feed: Feed) => boolean): void
  /** Ends the streams whose session or token has ended. */
  endCredentials(hasEnded: (credential: string, roles: readonly string[]) => boolean): void
  send(feed: Feed, events: readonly ServerEvent[]): void
  /** Sends what an entry means for a stream, and ends the stream if that was too much. */
  deliver(feed: Feed, outcome: Outcome): void
  /** The streams of a dataset. */
  of(dataset: string): Feed[]
  /** The streams that an entry may concern. */
  concernedBy(entry: LoggedEntry): Group[]
  /** Sends a sign of life on every stream. */
  keepAlive(): void
}

/** Unlike the end of a stream, this stops the client from reconnecting with the same query. */
const channelError = (type: string, description: string): ServerEvent => ({
  event: 'channelError',
  data: JSON.stringify({error: {type, description}}),
})
const TOO_COSTLY = channelError('queryTimeout', 'The query of this listener takes too long.')

/**
 * @param audienceOf the actors of two feeds with the same audience may read the same documents
 * @param report called with errors of a stream, which then ends
 */
export function createOpenStreams(
  audienceOf: (feed: Feed) => string,
  report: (error: unknown) => void,
): OpenStreams {
  const sinks = new Map<Feed, Sink>()
  const index = createFeedIndex(audienceOf)

  const remove = (feed: Feed): void => {
    sinks.delete(feed)
    index.remove(feed)
  }
  const end = (feed: Feed): void => {
    const sink = sinks.get(feed)
    remove(feed)
    sink?.end()
  }
  const endWhere = (test: (feed: Feed) => boolean): void => {
    for (const feed of sinks.keys()) if (test(feed)) end(feed)
  }

  return {
    count: () => sinks.size,
    add(feed, sink) {
      sinks.set(feed, sink)
      index.add(feed)
    },
    has: (feed) => sinks.has(feed),
    remove,
    end,
    endWhere,
    endCredentials: (hasEnded) =>
      endWhere(
        ({actor: {credential, roles}}) => credential !== undefined && hasEnded(credential, roles),
      ),
    send: (feed, events) => sinks.get(feed)?.send(events),
    deliver(feed, {events, ends}) {
      const sink = sinks.get(feed)
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
    },
    of: (dataset) => [...sinks.keys()].filter((feed) => feed.dataset === dataset),
    concernedBy: (entry) => index.concernedBy(entry),
    keepAlive() {
      for (const sink of sinks.values()) sink.idle()
    },
  }
}
