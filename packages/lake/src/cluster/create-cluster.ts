// Fills the database of a cluster with what a data folder has. No server may use the folder meanwhile.
import {randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import type pg from 'pg'
import {OperatorError} from '../operator-error.ts'
import {inOwnTransaction, schemaOf} from '../store/database.ts'
import {forgetErasedUpTo} from '../store/erased-up-to.ts'
import {lakeId} from '../store/lake-id.ts'
import {connected, headOf} from './cluster-database.ts'
import {clusterTable} from './member.ts'
import {CREATE, LAYOUT, OTHERS} from './postgres-schema.ts'
import {NO_CHAIN, type Head} from './shared-log.ts'
import {copyDatabase, inPostgresTransaction, saveParts} from './snapshots.ts'

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
    await assertNone(client, database)
    const cluster = randomUUID()
    const origin = lakeId(database)
    await fillDatabase(client, {cluster, origin, position: 0, chain: NO_CHAIN}, databaseFile)
    // Last: if this is interrupted, the command can be repeated.
    makeNode(database, cluster)
    return cluster
  })
}

/**
 * Before anything is copied for a new cluster.
 * @throws OperatorError as `createCluster` would
 */
export const assertNoCluster = (url: string, database: DatabaseSync): Promise<void> =>
  connected(url, (client) => assertNone(client, database))

async function assertNone(client: pg.Client, database: DatabaseSync): Promise<void> {
  const other = clusterTable(database).ids()
  if (other) {
    throw new OperatorError(`The data folder is a node of the cluster ${other.cluster} already.`)
  }
  const head = await headOf(client)
  const {rowCount} = head ? await client.query('SELECT 1 FROM lake.nodes LIMIT 1') : {rowCount: 0}
  // Of the same lake and never used: an interrupted attempt has left it.
  if (head && (head.origin !== lakeId(database) || head.position > 0 || rowCount)) {
    throw new OperatorError(`There is a cluster in this database already: ${head.cluster}.`)
  }
  const {rows} = await client.query<{user: string; may: boolean}>(
    `SELECT current_user AS user, has_database_privilege(current_database(), 'CREATE') AS may`,
  )
  const [own] = rows
  if (own && !own.may) {
    throw new OperatorError(
      `The database’s user ${own.user} may not create a schema: make it the owner of the database.`,
    )
  }
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
  const copy = copyDatabase(databaseFile)
  try {
    const copied = new DatabaseSync(copy)
    if (!clusterTable(copied).ids()) makeNode(copied, cluster)
    const schema = schemaOf(copied)
    copied.close()
    await inPostgresTransaction(client, async () => {
      const folders = await knownFolders(client)
      await client.query('DROP SCHEMA IF EXISTS lake CASCADE')
      await client.query(CREATE)
      for (const {id, name, scrubbed} of folders)
        await client.query('INSERT INTO lake.folders (id, name, scrubbed) VALUES ($1, $2, $3)', [
          id,
          name,
          // Later entries of the same numbers will be others.
          Math.min(Number(scrubbed), position),
        ])
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

interface KnownFolder {
  id: string
  name: string
  scrubbed: string
}

async function knownFolders(client: pg.Client): Promise<KnownFolder[]> {
  const {rows: found} = await client.query<{is: boolean}>(
    `SELECT to_regclass('lake.folders') IS NOT NULL AS is`,
  )
  if (!found[0]?.is) return []
  return (await client.query<KnownFolder>('SELECT id, name, scrubbed FROM lake.folders')).rows
}

function makeNode(database: DatabaseSync, cluster: string): void {
  inOwnTransaction(database, () => {
    database
      .prepare('INSERT INTO cluster VALUES (1, ?, ?, 0, ?)')
      .run(cluster, randomUUID(), NO_CHAIN)
    forgetErasedUpTo(database)
  })
}
