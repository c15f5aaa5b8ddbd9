// The metrics of a lake at one moment.
import type {Timer} from '../scheduled-actions/timer.ts'
import type {Clustering} from '../parts/clustering.ts'
import type {Hub} from '../listen/hub.ts'
import type {QueryEngine} from '../query/engine.ts'
import type {LogTable} from '../store/log.ts'
import type {Sizes} from '../store/sizes.ts'
import {isOff} from '../webhooks/hook-table.ts'
import type {Webhooks} from '../webhooks/webhooks.ts'
import type {UnknownEndpoints} from './unknown-endpoints.ts'
import type {Metric} from './metrics.ts'

export interface LakeMetricsOptions {
  /** The prefix of their names, as `Product.prefix`. */
  prefix: string
  engine: Pick<QueryEngine, 'load'>
  hub: Pick<Hub, 'openStreams'>
  unknownEndpoints: UnknownEndpoints
  log: Pick<LogTable, 'last'>
  sizes: Sizes
  timer: Pick<Timer, 'backlog'>
  webhooks: Pick<Webhooks, 'list'>
  /** Of a node of a cluster. */
  clustering?: Pick<Clustering, 'figures'> | null
  /** Counted since the start. */
  counts: {commits: number; answersKept: number; answersMade: number; slowQueries: number}
}

/** Nothing is cached: a scrape comes only a few times a minute. */
export function lakeMetrics(options: LakeMetricsOptions): Metric[] {
  const {prefix, hub, unknownEndpoints, log, sizes, timer, counts} = options
  const {scheduled, overdueMs} = timer.backlog()
  const metrics = [
    counter('commits_total', 'Transactions that this process has written.', counts.commits),
    gauge('log_position', 'Position of the newest transaction.', log.last()),
    gauge('event_streams', 'Open event streams, the server’s own included.', hub.openStreams()),
    ...queryMetrics(options),
    {
      name: 'documents',
      help: 'Documents, drafts included, by dataset.',
      type: 'gauge' as const,
      values: sizes.documents().map(({dataset, count}) => ({labels: {dataset}, value: count})),
    },
    gauge('database_bytes', 'Size of the database on the disk.', sizes.databaseBytes()),
    gauge('asset_bytes', 'Size of the pictures and files that were uploaded.', sizes.assetBytes()),
    gauge('plans', 'Scheduled actions.', scheduled),
    gauge(
      'plans_overdue_seconds',
      'How long the oldest scheduled action has been due.',
      overdueMs / 1000,
    ),
    webhooksOff(options),
    ...clusterMetrics(options),
    gauge(
      'unknown_endpoints',
      'Endpoints that were requested and do not exist.',
      unknownEndpoints.entries().length,
    ),
    gauge('resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss()),
    gauge('uptime_seconds', 'Since the process began.', Math.round(process.uptime())),
  ]
  return metrics.map((metric) => ({...metric, name: `${prefix}_${metric.name}`}))
}

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  help,
  type: 'gauge',
  values: [{value}],
})
const counter = (name: string, help: string, value: number): Metric => ({
  ...gauge(name, help, value),
  type: 'counter',
})

function queryMetrics({engine, counts}: LakeMetricsOptions): Metric[] {
  const load = engine.load()
  return [
    gauge('query_threads', 'Threads for queries.', load.threads),
    gauge('query_threads_busy', 'Of them, at work.', load.busy),
    gauge('query_queue', 'Queries that wait for a thread.', load.waiting),
    counter(
      'query_threads_killed_total',
      'Threads that were ended because a query took too long.',
      load.killed,
    ),
    counter(
      'queries_cut_total',
      'Evaluations that were interrupted for other queries and start again later.',
      load.cut,
    ),
    counter(
      'queries_turned_away_total',
      'Queries that got a 503 because too many were waiting.',
      load.turnedAway,
    ),
    counter('slow_queries_total', 'Slow queries. The log names them.', counts.slowQueries),
    {
      name: 'answers_total',
      help: 'Queries that can be cached, by cache hit or miss.',
      type: 'counter',
      values: [
        {labels: {kept: 'yes'}, value: counts.answersKept},
        {labels: {kept: 'no'}, value: counts.answersMade},
      ],
    },
  ]
}

function clusterMetrics({clustering}: LakeMetricsOptions): Metric[] {
  if (!clustering) return []
  const {position, behind, conflicts, holdsLease, silence, hasDiverged, clockAhead} =
    clustering.figures()
  return [
    gauge('cluster_position', 'Entries of the cluster’s log that this node has.', position),
    gauge('cluster_behind', 'Entries of the cluster’s log that this node has not yet.', behind),
    counter(
      'cluster_conflicts_total',
      'Transactions that ran again, because another node was faster.',
      conflicts,
    ),
    gauge('cluster_lease', '1 for the node that works in the background.', Number(holdsLease)),
    gauge(
      'cluster_silence_seconds',
      'Since the latest moment whose changes this node has.',
      silence / 1000,
    ),
    gauge(
      'cluster_diverged',
      '1 for a node that differs from the log, and writes nothing.',
      Number(hasDiverged),
    ),
    gauge(
      'cluster_clock_ahead_seconds',
      'How far this clock is ahead of that of the cluster’s database. Beyond 2, the node writes nothing.',
      clockAhead / 1000,
    ),
  ]
}

function webhooksOff({webhooks}: LakeMetricsOptions): Metric {
  const off = webhooks.list().filter(isOff)
  const byPerson = off.filter(({isDisabledByUser}) => isDisabledByUser).length
  return {
    name: 'webhooks_off',
    help: 'Webhooks that are switched off, by cause: too costly, or by a person.',
    type: 'gauge',
    values: [
      {labels: {by: 'itself'}, value: off.length - byPerson},
      {labels: {by: 'person'}, value: byPerson},
    ],
  }
}
