// How a cluster is, for people: its nodes, its log and its snapshots.
import type pg from 'pg'
import {OperatorError} from '../operator-error.ts'
import {clockAhead} from './clock-problem.ts'
import {connected, headOf} from './cluster-database.ts'
import {readErasure, type ErasureStatus} from './erasure-status.ts'
import {NOW} from './postgres-schema.ts'

export interface NodeStatus {
  id: string
  name: string
  position: number
  /** Milliseconds since it was seen. */
  silence: number
  holdsLease: boolean
}

export interface ClusterStatus {
  cluster: string
  position: number
  /** Of the log, in bytes and entries. `first`: the oldest entry that it still has. */
  log: {bytes: number; entries: number; first: number | null}
  snapshots: {position: number; bytes: number; madeAt: string}[]
  nodes: NodeStatus[]
  erasure: ErasureStatus
  /** How far the clock of this machine is ahead of PostgreSQL’s. Milliseconds. */
  clockAhead: number
}

/** A sentence if a node has entries that the log has not; null for a healthy cluster. */
export function lostEntries({position, nodes}: ClusterStatus): string | null {
  const [most] = nodes.toSorted((one, other) => other.position - one.position)
  if (!most || most.position <= position) return null
  return `The node ${most.name} has entry ${most.position}, the log ends at entry ${position}: entries are lost. Stop all nodes, and run "cluster adopt" on ${most.name}.`
}

/** A node that was not seen for longer is away. Milliseconds. */
const AWAY_MS = 10_000

export const isHere = ({silence}: NodeStatus): boolean => silence < AWAY_MS

/** Whether a node with that position can read what it lacks: the log is shortened. */
export const canCatchUp = ({position, log}: ClusterStatus, own: number): boolean =>
  own >= position || (log.first !== null && log.first <= own + 1)

/** @throws OperatorError if there is no cluster */
export function readClusterStatus(url: string): Promise<ClusterStatus> {
  return connected(url, async (client) => {
    const head = await headOf(client)
    if (!head) throw new OperatorError('There is no cluster in this database.')
    return {
      cluster: head.cluster,
      position: head.position,
      log: await readLog(client),
      snapshots: await readSnapshots(client),
      nodes: await readNodes(client),
      erasure: await readErasure(client),
      clockAhead: await clockAhead(() => client.query(NOW)),
    }
  })
}

async function readLog(client: pg.Client): Promise<ClusterStatus['log']> {
  const {rows} = await client.query<{bytes: string; entries: string; first: string | null}>(
    `SELECT coalesce(sum(length(body)), 0) AS bytes, count(*) AS entries, min(position) AS first
     FROM lake.log`,
  )
  const [log] = rows
  const first = log?.first ?? null
  return {
    bytes: Number(log?.bytes),
    entries: Number(log?.entries),
    first: first === null ? null : Number(first),
  }
}

async function readSnapshots(client: pg.Client): Promise<ClusterStatus['snapshots']> {
  const {rows} = await client.query<{position: string; bytes: string; made: Date}>(
    `SELECT position, sum(length(body)) AS bytes, max(made_at) AS made
     FROM lake.snapshots GROUP BY position ORDER BY position DESC`,
  )
  return rows.map(({position, bytes, made}) => ({
    position: Number(position),
    bytes: Number(bytes),
    madeAt: made.toISOString(),
  }))
}

async function readNodes(client: pg.Client): Promise<NodeStatus[]> {
  const {rows} = await client.query<{
    id: string
    name: string
    position: string
    silence: string
    holds: boolean
  }>(
    `SELECT n.id, n.name, n.position, extract(epoch FROM clock_timestamp() - n.seen_at) * 1000 AS silence,
       l.node IS NOT NULL AS holds
     FROM lake.nodes n
     LEFT JOIN lake.lease l ON l.node = n.instance AND l.until > clock_timestamp()
     ORDER BY n.name`,
  )
  return rows.map(({id, name, position, silence, holds}) => ({
    id,
    name,
    position: Number(position),
    silence: Math.round(Number(silence)),
    holdsLease: holds,
  }))
}
