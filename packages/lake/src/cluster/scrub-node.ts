// Removes erased content from all that a node reaches: the files of its folder, and the log and the snapshots in PostgreSQL.
// Nodes do so one after the other, as the file of a node cannot be written meanwhile. It can be repeated at any time.
import {randomUUID} from 'node:crypto'
import {statSync} from 'node:fs'
import {dirname} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {setTimeout as sleep} from 'node:timers/promises'
import type pg from 'pg'
import {emptyTextIndex, textFileOf} from '../query/text-index.ts'
import {openDatabase, schemaOf} from '../store/database.ts'
import {erasedUpToSetting} from '../store/erased-up-to.ts'
import {emptyJournal} from '../store/erasure.ts'
import {olderCopies} from '../store/older-copies.ts'
import {connected} from './cluster-database.ts'
import {clusterTable} from './member.ts'
import {
  END_TURN,
  FOLDER_SCRUBBED,
  NODES_BEFORE,
  NOTE_ERASED,
  SCRUBBED,
  TAKE_TURN,
} from './postgres-schema.ts'
import {assertInLog, inPostgresTransaction, removeCopies, saveParts, withCopy} from './snapshots.ts'

const POLL_MS = 200
/** A node that does not get on for so long misses the entries that leave the log. */
const BEHIND_MS = 60_000
/** A node that ends in its turn keeps the others from theirs for so long, and longer if its file is large. */
const TURN_SECONDS = 120
/** Slower disks are not expected. */
const BYTES_A_SECOND = 4_000_000
/** Readers hold on to a file for as long as a slow query takes. */
const READERS_MS = 60_000
/** New nodes may be copying a large snapshot. */
const TABLES_MS = 10 * 60_000

/**
 * Does nothing for a lake of its own, and for what is done already.
 * @param url `postgres://…`
 * @param databaseFile of the node; its server may run
 * @param isServer whether the node's server calls it: after a restart, it takes its own turn again
 * @throws OperatorError if PostgreSQL cannot be reached
 */
export async function scrubNode(
  url: string,
  databaseFile: string,
  isServer = false,
): Promise<void> {
  const database = openDatabase(databaseFile, {asNode: true})
  try {
    const node = clusterTable(database).ids()?.node
    const erased = erasedUpToSetting(database).get()
    if (node === undefined || erased === 0) return
    await connected(url, async (client) => {
      await client.query(NOTE_ERASED, [erased])
      const seconds = TURN_SECONDS + statSync(databaseFile).size / BYTES_A_SECOND
      // A command and the server of its folder may both be here.
      const own = isServer ? node : randomUUID()
      await inTurn(client, {own, seconds}, async () => {
        const {rows} = await client.query<{scrubbed: string}>(SCRUBBED, [node])
        if (Number(rows[0]?.scrubbed ?? 0) < erased) {
          await scrubFolder(database, databaseFile)
          await client.query(FOLDER_SCRUBBED, [node, erased, olderCopies(dirname(databaseFile))])
        }
        await scrubLog(client, {databaseFile, schema: schemaOf(database), erased})
      })
    })
  } finally {
    database.close()
  }
}

async function inTurn(
  client: pg.Client,
  {own, seconds}: {own: string; seconds: number},
  work: () => Promise<void>,
): Promise<void> {
  while ((await client.query(TAKE_TURN, [own, seconds])).rowCount === 0) await sleep(POLL_MS)
  try {
    await work()
  } finally {
    await client.query(END_TURN, [own])
  }
}

async function scrubFolder(database: DatabaseSync, databaseFile: string): Promise<void> {
  removeCopies(databaseFile)
  // Pages that were freed keep their content, on this node and from all earlier deletions.
  database.exec('VACUUM')
  await until(() => emptyJournal(database), READERS_MS, 'Its database is being read all the time.')
  const textFile = textFileOf(databaseFile)
  await until(() => emptyTextIndex(textFile), READERS_MS, 'Its text index is being read.')
}

interface LogScrub {
  databaseFile: string
  schema: number
  /** What was erased up to this entry has to leave the log. */
  erased: number
}

/**
 * Puts a new snapshot in place of all others, and removes entries from the log. The rows go into new tables: PostgreSQL
 * leaves the bytes of deleted rows in the files of a table.
 */
async function scrubLog(
  client: pg.Client,
  {databaseFile, schema, erased}: LogScrub,
): Promise<void> {
  const {rows} = await client.query<{is: boolean}>(
    'SELECT scrubbed >= $1 AS is FROM lake.erasure',
    [erased],
  )
  if (rows[0]?.is) return
  await othersHave(client, erased)
  await withCopy(databaseFile, ({copy, position, chain}) =>
    inPostgresTransaction(client, async () => {
      // Until this transaction ends, the turn cannot be taken.
      await client.query('UPDATE lake.erasure SET scrubbed = $1', [erased])
      await client.query('CREATE TABLE lake.new_snapshots (LIKE lake.snapshots INCLUDING ALL)')
      await saveParts(client, copy, {position, schema, table: 'lake.new_snapshots'})
      await lockTables(client)
      await assertInLog(client, position, chain)
      await client.query('CREATE TABLE lake.new_log (LIKE lake.log INCLUDING ALL)')
      await client.query('INSERT INTO lake.new_log SELECT * FROM lake.log WHERE position > $1', [
        erased,
      ])
      for (const table of ['log', 'snapshots']) {
        await client.query(`DROP TABLE lake.${table}`)
        await client.query(`ALTER TABLE lake.new_${table} RENAME TO ${table}`)
      }
    }),
  )
}

/** Nodes that are there read the entries before these leave the log. */
async function othersHave(client: pg.Client, erased: number): Promise<void> {
  const end = performance.now() + BEHIND_MS
  while ((await client.query(NODES_BEFORE, [erased])).rowCount !== 0 && performance.now() < end)
    await sleep(POLL_MS)
}

/** A request for a lock holds up all that come after it, such as appends to the log: it must not wait for long. */
async function lockTables(client: pg.Client): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '300ms'`)
  await until(
    async () => {
      await client.query('SAVEPOINT locking')
      try {
        await client.query('LOCK TABLE lake.log, lake.snapshots IN ACCESS EXCLUSIVE MODE')
        return true
      } catch (error) {
        if ((error as {code?: unknown}).code !== LOCK_NOT_AVAILABLE) throw error
        await client.query('ROLLBACK TO SAVEPOINT locking; RELEASE SAVEPOINT locking')
        return false
      }
    },
    TABLES_MS,
    'The cluster’s tables are in use all the time.',
  )
}

const LOCK_NOT_AVAILABLE = '55P03'

async function until(
  isDone: () => boolean | Promise<boolean>,
  patienceMs: number,
  failure: string,
): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await isDone())) {
    if (performance.now() > end) throw new Error(failure)
    await sleep(POLL_MS)
  }
}
