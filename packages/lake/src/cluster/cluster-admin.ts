// Makes clusters, and makes data folders their nodes. No server may use the folder meanwhile.
import {randomUUID} from 'node:crypto'
import {existsSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import pg from 'pg'
import {OperatorError} from '../operator-error.ts'
import {inOwnTransaction} from '../store/database.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {clusterTable} from './member.ts'
import {CREATE, HEAD, LAYOUT} from './postgres-schema.ts'
import {NO_CHAIN} from './shared-log.ts'
import {loadSnapshot, saveSnapshot} from './snapshots.ts'

export interface ClusterNode {
  name: string
  position: number
  /** Milliseconds since it was seen. */
  silence: number
  holdsLease: boolean
}

export interface ClusterStatus {
  cluster: string
  position: number
  /** Of the log, in bytes and entries. */
  log: {bytes: number; entries: number}
  snapshots: {position: number; bytes: number; madeAt: string}[]
  nodes: ClusterNode[]
}

/** Runs `work` with a connection, and ends it. */
async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({connectionString: url, connectionTimeoutMillis: 10_000})
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`The cluster’s database cannot be reached: ${reason}.`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function headOf(client: pg.Client): Promise<{cluster: string; position: number} | null> {
  const {rows: found} = await client.query<{is: boolean}>(
    `SELECT to_regclass('copydesk.head') IS NOT NULL AS is`,
  )
  if (!found[0]?.is) return null
  const {rows} = await client.query<{cluster: string; position: string}>(HEAD)
  const [head] = rows
  return head ? {cluster: head.cluster, position: Number(head.position)} : null
}

/**
 * Makes a cluster of a newsroom. The folder becomes its first node.
 * @returns the cluster's ID
 * @throws OperatorError if there is a cluster already, or the folder is a node
 */
export function createCluster(
  url: string,
  {database, databaseFile}: {database: DatabaseSync; databaseFile: string},
): Promise<string> {
  return connected(url, async (client) => {
    const other = clusterTable(database).ids()
    if (other) {
      throw new OperatorError(`The data folder is a node of the cluster ${other.cluster} already.`)
    }
    const head = await headOf(client)
    const {rows} = head ? await client.query('SELECT 1 FROM copydesk.nodes LIMIT 1') : {rows: []}
    if (head && (head.position > 0 || rows.length > 0)) {
      throw new OperatorError(`There is a cluster in this database already: ${head.cluster}.`)
    }
    // What an interrupted attempt has left.
    if (head) await client.query('DROP SCHEMA copydesk CASCADE')
    const cluster = randomUUID()
    await client.query(CREATE)
    await client.query('INSERT INTO copydesk.head VALUES (1, $1, $2, 0, $3)', [
      cluster,
      LAYOUT,
      NO_CHAIN,
    ])
    inOwnTransaction(database, () => {
      database
        .prepare('INSERT INTO cluster VALUES (1, ?, ?, 0, ?)')
        .run(cluster, randomUUID(), NO_CHAIN)
    })
    try {
      await saveSnapshot(client, databaseFile, MIGRATIONS.length)
    } catch (error) {
      leaveCluster(database)
      throw error
    }
    return cluster
  })
}

/**
 * Fills an empty folder with the newest snapshot of a cluster.
 * @throws OperatorError if there is no cluster, or the folder has a database
 */
export function joinCluster(
  url: string,
  dataFolder: string,
  onPart?: (done: number, of: number) => void,
): Promise<string> {
  return connected(url, async (client) => {
    const head = await headOf(client)
    if (!head) {
      throw new OperatorError('There is no cluster in this database: make one with "cluster init".')
    }
    const file = join(dataFolder, 'lake.sqlite')
    if (existsSync(file)) {
      throw new OperatorError(
        `The folder ${dataFolder} has content. A new node begins in an empty folder.`,
      )
    }
    const unfinished = `${file}.joining`
    rmSync(unfinished, {force: true})
    await loadSnapshot(client, unfinished, {
      schema: MIGRATIONS.length,
      ...(onPart ? {onPart} : {}),
    })
    renameNode(unfinished)
    renameSync(unfinished, file)
    return head.cluster
  })
}

/** A copy of a folder is a node of its own. */
function renameNode(file: string): void {
  const database = new DatabaseSync(file)
  database.prepare('UPDATE cluster SET node = ?').run(randomUUID())
  database.close()
}

/**
 * Makes a node a lake of its own again, with all that it has.
 * @returns false if it was not a node
 */
export const leaveCluster = (database: DatabaseSync): boolean =>
  inOwnTransaction(database, () => database.prepare('DELETE FROM cluster').run().changes > 0)

/** @throws OperatorError if there is no cluster */
export function readClusterStatus(url: string): Promise<ClusterStatus> {
  return connected(url, async (client) => {
    const head = await headOf(client)
    if (!head) throw new OperatorError('There is no cluster in this database.')
    const {rows: logs} = await client.query<{bytes: string; entries: string}>(
      'SELECT coalesce(sum(length(body)), 0) AS bytes, count(*) AS entries FROM copydesk.log',
    )
    const {rows: snapshots} = await client.query<{position: string; bytes: string; made: Date}>(
      `SELECT position, sum(length(body)) AS bytes, max(made_at) AS made
       FROM copydesk.snapshots GROUP BY position ORDER BY position DESC`,
    )
    const {rows: nodes} = await client.query<{
      name: string
      position: string
      silence: string
      holds: boolean
    }>(
      `SELECT n.name, n.position, extract(epoch FROM clock_timestamp() - n.seen_at) * 1000 AS silence,
         l.node IS NOT NULL AS holds
       FROM copydesk.nodes n
       LEFT JOIN copydesk.lease l ON l.node = n.id AND l.until > clock_timestamp()
       ORDER BY n.name`,
    )
    const [log] = logs
    return {
      ...head,
      log: {bytes: Number(log?.bytes), entries: Number(log?.entries)},
      snapshots: snapshots.map(({position, bytes, made}) => ({
        position: Number(position),
        bytes: Number(bytes),
        madeAt: made.toISOString(),
      })),
      nodes: nodes.map(({name, position, silence, holds}) => ({
        name,
        position: Number(position),
        silence: Math.round(Number(silence)),
        holdsLease: holds,
      })),
    }
  })
}
