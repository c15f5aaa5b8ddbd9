// Queries: their threads, and the log of slow queries.
import {createQueryEngine} from '../query/engine.ts'
import {createSlowQueries} from '../query/slow-queries.ts'
import type {AccessPart} from './access.ts'
import type {Base} from './base.ts'
import type {Storage} from './storage.ts'

export type Reading = ReturnType<typeof createReading>

/** People notice a delay of this length. */
const SLOW_QUERY_MS = 200

export function createReading(base: Base, {databaseFile, datasetList}: Storage & AccessPart) {
  const {options, clock, logger, counts, state, product} = base
  const {roles, addons = [], projectId} = options
  const {slowMs = SLOW_QUERY_MS, ...queries} = options.queries ?? {}
  const slowQueries = createSlowQueries({
    log: (line) => logger?.warn(line, 'Slow query'),
    count: () => void (counts.slowQueries += 1),
    clock,
  })
  const engine = createQueryEngine({
    databaseFile,
    roles,
    addons,
    clock,
    projectId,
    isPrivate: datasetList.isPrivate,
    memoryHint: product.hints.queryMemory,
    onTooLarge: (report) =>
      logger?.error(report, 'A dataset does not fit in the memory of a query thread'),
    slow: {
      ms: slowMs,
      queries: {
        // Before it is ready, a lake sends warm-up queries to cold threads. Nobody waits for those.
        record: (query) => void (state.isReady && slowQueries.record(query)),
      },
    },
    ...queries,
  })
  return {engine}
}
