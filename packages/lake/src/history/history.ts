// History from the log: earlier documents, transactions, events.
import {documentsAt, type DocumentsAt, type DocumentsAtRequest} from './documents-at.ts'
import type {LogTable} from '../store/log.ts'
import {events, type EventsAnswer, type EventsRequest} from './events.ts'
import type {VisibilityDeps} from './past-visibility.ts'
import {
  releaseEvents,
  type ReleaseEventsAnswer,
  type ReleaseEventsRequest,
} from './release-events.ts'
import {transactions, type PastTransaction, type TransactionsRequest} from './transactions.ts'

export interface History {
  documentsAt(request: DocumentsAtRequest): Promise<DocumentsAt>
  /** @throws NotFound while it is read, for a transaction that is not in the log */
  transactions(request: TransactionsRequest): AsyncGenerator<PastTransaction>
  events(request: EventsRequest): Promise<EventsAnswer>
  releaseEvents(request: ReleaseEventsRequest): Promise<ReleaseEventsAnswer>
}

/** All results are limited to the documents that the actor may see. */
export function createHistory(deps: VisibilityDeps & {log: Pick<LogTable, 'find'>}): History {
  return {
    documentsAt: (request) => documentsAt(deps, request),
    transactions: (request) => transactions(deps, request),
    events: (request) => events(deps, request),
    releaseEvents: (request) => releaseEvents(deps, request),
  }
}
