// Evaluates entries of the log for the open streams, and sends the events.
import type {GrantsOf} from '../dataset-grants.ts'
import {isStranger} from '../grants.ts'
import {storedIn} from '../visibility.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {LoggedEntry, LogTable} from '../store/log.ts'
import {withinCpuTime} from '../deadline.ts'
import type {DatasetDeed} from '../types.ts'
import {createEvaluation} from './evaluation.ts'
import type {Feed, ServerEvent} from './feed.ts'
import {BATCH} from './log-tail.ts'
import type {OpenStreams} from './open-streams.ts'
import {createView, type View} from './view.ts'

/** An entry for a dataset that was created, changed or deleted. */
export type DatasetEntry = LoggedEntry & {datasetEvent: DatasetDeed}

export interface PublisherOptions {
  log: Pick<LogTable, 'since'>
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get' | 'referencing'>
  streams: OpenStreams
  stopwatch: () => number
}

export interface Publisher {
  /** Sends an entry to the streams that it concerns. */
  publish(entry: LoggedEntry): void
  publishDatasetEvent(entry: DatasetEntry): void
  /** Sends the entries from `from` to `to` to one stream. If that takes too long, the stream starts over. */
  replay(feed: Feed, range: {from: number; to: number}): void
}

/** Sanity's client does not reconnect after this event. */
const disconnect = (reason: string): ServerEvent => ({
  event: 'disconnect',
  data: JSON.stringify({reason}),
})

export function createPublisher({
  log,
  grantsOf,
  documents,
  streams,
  stopwatch,
}: PublisherOptions): Publisher {
  const evaluation = createEvaluation(stopwatch, withinCpuTime)
  const viewOf = (entry: LoggedEntry): View =>
    createView(entry, grantsOf(entry.dataset), storedIn(documents, entry.dataset))

  return {
    publish(entry) {
      const groups = streams.concernedBy(entry)
      if (groups.length > 0) evaluation.all(groups, entry, viewOf(entry), streams.deliver)
    },
    publishDatasetEvent({dataset, datasetEvent, position}) {
      const isDeleted = datasetEvent.event === 'deleted'
      const isOpenedOrClosed =
        datasetEvent.event === 'changed' && datasetEvent.aclMode !== datasetEvent.before
      for (const feed of streams.of(dataset)) {
        if (isDeleted) streams.send(feed, [disconnect(`The dataset "${dataset}" was deleted.`)])
        else if (isOpenedOrClosed && isStranger(feed.actor)) {
          streams.send(feed, [feed.lost(position)])
        }
      }
      if (isDeleted) streams.endWhere((feed) => feed.dataset === dataset)
    },
    replay(feed, {from, to}) {
      streams.send(feed, [feed.resumed(from)])
      const begun = stopwatch()
      for (let at = from; at < to;) {
        const entries = log.since(at, BATCH)
        for (const entry of entries) {
          if (!streams.has(feed)) return
          if (evaluation.isOverBudget(feed, begun)) return streams.send(feed, [feed.lost(to)])
          if (entry.dataset !== feed.dataset) continue
          streams.deliver(feed, evaluation.one(feed, entry, viewOf(entry)))
        }
        at = entries.at(-1)?.position ?? to
      }
    },
  }
}
