// Makes clusters, and makes data folders their nodes. No server may use the folder meanwhile.
import {randomUUID} from 'node:crypto'
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import pg from 'pg'
import {OperatorError} from '../operator-error.ts'
import {inOwnTransaction, openDatabase, schemaOf} from '../store/database.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {clusterTable} from './member.ts'
import {CREATE, HEAD, LAYOUT, OTHERS} from './postgres-schema.ts'
import {NO_CHAIN, type Head} from './shared-log.ts'
import {copyDatabase, inPostgresTransaction, loadSnapshot, saveParts} from './snapshots.ts'
import {lakeId} from '../store/lake-id.ts'

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

/** A sentence if a node has entries that the log has not; null for a healthy cluster. */
export function lostEntries({position, nodes}: ClusterStatus): string | null {
  const [most] = nodes.toSorted((one, other) => other.position - one.position)
  if (!most || most.position <= position) return null
  return `The node ${most.name} has entry ${most.position}, the log ends at entry ${position}: entries are lost. Stop all nodes, and run "cluster adopt" on ${most.name}.`
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

async function headOf(
  client: pg.Client,
): Promise<{cluster: string; position: number; origin: string} | null> {
  const {rows: found} = await client.query<{is: boolean}>(
    `SELECT to_regclass('lake.head') IS NOT NULL AS is`,
  )
  if (!found[0]?.is) return null
  const {rows} = await client.query<{cluster: string; position: string; origin: string}>(HEAD)
  const [head] = rows
  return head ? {...head, position: Number(head.position)} : null
}

/**
 * Makes a cluster of a lake. The folder becomes its first node.
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
    const origin = lakeId(database)
    const head = await headOf(client)
    const {rowCount} = head ? await client.query('SELECT 1 FROM lake.nodes LIMIT 1') : {rowCount: 0}
    // Of the same lake and never used: an interrupted attempt has left it.
    if (head && (head.origin !== origin || head.position > 0 || rowCount)) {
      throw new OperatorError(`There is a cluster in this database already: ${head.cluster}.`)
    }
    const cluster = randomUUID()
    await fillDatabase(client, {cluster, origin, position: 0, chain: NO_CHAIN}, databaseFile)
    // Last: if this is interrupted, the command can be repeated.
    makeNode(database, cluster)
    return cluster
  })
}

/**
 * Begins the log of a cluster again where a node's copy ends: entries are gone from it, or the whole database is. Nodes
 * that have less than this one begin with a snapshot.
 * @returns the position of the copy
 * @throws OperatorError if other nodes run, or the folder is not a node of this cluster
 */
export function adoptCluster(
  url: string,
  {database, databaseFile}: {database: DatabaseSync; databaseFile: string},
): Promise<number> {
  return connected(url, async (client) => {
    const table = clusterTable(database)
    const ids = table.ids()
    if (!ids) throw new OperatorError('The data folder is not a node of a cluster.')
    const head = await headOf(client)
    if (head && head.cluster !== ids.cluster) {
      throw new OperatorError(
        `The data folder is a node of the cluster ${ids.cluster}, the database has the cluster ${head.cluster}.`,
      )
    }
    const {rows} = head ? await client.query<{name: string}>(OTHERS, [ids.node]) : {rows: []}
    if (rows.length > 0) {
      const names = rows.map(({name}) => name).join(', ')
      throw new OperatorError(`Other nodes run: ${names}. Stop them first.`)
    }
    const {cluster} = ids
    const own = table.head()
    await fillDatabase(client, {cluster, origin: ids.node, ...own}, databaseFile)
    return own.position
  })
}

/** Replaces all tables of a cluster, with a snapshot of the folder, in one transaction. */
async function fillDatabase(
  client: pg.Client,
  {cluster, origin, position, chain}: Head & {cluster: string; origin: string},
  databaseFile: string,
): Promise<void> {
  const copy = `${databaseFile}.snapshot`
  try {
    copyDatabase(databaseFile, copy)
    const copied = new DatabaseSync(copy)
    if (!clusterTable(copied).ids()) makeNode(copied, cluster)
    const schema = schemaOf(copied)
    copied.close()
    await inPostgresTransaction(client, async () => {
      await client.query('DROP SCHEMA IF EXISTS lake CASCADE')
      await client.query(CREATE)
      await client.query(`INSERT INTO lake.head VALUES (1, $1, $2, $3, $4, $5, '{}')`, [
        cluster,
        LAYOUT,
        origin,
        position,
        chain,
      ])
      await saveParts(client, copy, {position, schema})
    })
  } finally {
    rmSync(copy, {force: true})
  }
}

const makeNode = (database: DatabaseSync, cluster: string): void =>
  inOwnTransaction(database, () => {
    database
      .prepare('INSERT INTO cluster VALUES (1, ?, ?, 0, ?)')
      .run(cluster, randomUUID(), NO_CHAIN)
  })

/**
 * Fills an empty folder with the newest snapshot of a cluster. The database of a node of the same cluster is put aside
 * first, into `backups/`.
 * @throws OperatorError if there is no cluster, or the folder has other content
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
    const isNode = existsSync(file) && isNodeOf(file, head.cluster)
    if (existsSync(file) && !isNode) {
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
    if (isNode) putAside(dataFolder)
    renameSync(unfinished, file)
    return head.cluster
  })
}

function isNodeOf(file: string, cluster: string): boolean {
  const database = openDatabase(file, {asNode: true})
  try {
    return clusterTable(database).ids()?.cluster === cluster
  } finally {
    database.close()
  }
}

/** What only this node has is not lost. */
function putAside(dataFolder: string): void {
  const folder = join(dataFolder, 'backups')
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  // Closed before: SQLite has moved all of its journal into the file.
  renameSync(join(dataFolder, 'lake.sqlite'), join(folder, `lake-node-${time}.sqlite`))
  for (const end of ['-wal', '-shm']) rmSync(join(dataFolder, `lake.sqlite${end}`), {force: true})
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
      'SELECT coalesce(sum(length(body)), 0) AS bytes, count(*) AS entries FROM lake.log',
    )
    const {rows: snapshots} = await client.query<{position: string; bytes: string; made: Date}>(
      `SELECT position, sum(length(body)) AS bytes, max(made_at) AS made
       FROM lake.snapshots GROUP BY position ORDER BY position DESC`,
    )
    const {rows: nodes} = await client.query<{
      name: string
      position: string
      silence: string
      holds: boolean
    }>(
      `SELECT n.name, n.position, extract(epoch FROM clock_timestamp() - n.seen_at) * 1000 AS silence,
         l.node IS NOT NULL AS holds
       FROM lake.nodes n
       LEFT JOIN lake.lease l ON l.node = n.instance AND l.until > clock_timestamp()
       ORDER BY n.name`,
    )
    const [log] = logs
    const {cluster, position} = head
    return {
      cluster,
      position,
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
