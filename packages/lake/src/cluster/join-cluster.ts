// Makes a data folder a node, and a lake of its own again. No server may use the folder meanwhile.
import {randomUUID} from 'node:crypto'
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type pg from 'pg'
import {OperatorError} from '../operator-error.ts'
import {removeTextIndex, textFileOf} from '../query/text-index.ts'
import {inOwnTransaction, openDatabase} from '../store/database.ts'
import {erasedUpToSetting} from '../store/erased-up-to.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {connected, headOf} from './cluster-database.ts'
import {clusterTable} from './member.ts'
import {FORGET_FOLDER, REGISTER, SCRUBBED} from './postgres-schema.ts'
import {loadSnapshot, unfinishedOf} from './snapshots.ts'

export interface JoinOptions {
  /** `postgres://…` */
  url: string
  /** The name of the node. */
  node: string
  onPart?: (done: number, of: number) => void
}

export interface JoinedCluster {
  /** Its ID. */
  cluster: string
  before: Before | null
}

/**
 * What became of an earlier database of the folder: it is in `backups/`, or it was deleted, as it contained what was
 * erased since. `doubtful`: it is in `backups/`, and may contain that, as the cluster does not know this folder.
 */
export type Before = 'put aside' | 'deleted' | 'doubtful'

/**
 * Fills an empty folder with the newest snapshot of a cluster. The folder of a node of the same cluster can be filled
 * again: what only this node had is put aside, unless erased content may be in it.
 * @throws OperatorError if there is no cluster, or the folder has other content
 */
export function joinCluster(
  {url, node, onPart}: JoinOptions,
  dataFolder: string,
): Promise<JoinedCluster> {
  return connected(url, async (client) => {
    const head = await headOf(client)
    if (!head) {
      throw new OperatorError('There is no cluster in this database: make one with "cluster init".')
    }
    const {cluster} = head
    const file = join(dataFolder, 'lake.sqlite')
    const earlier = existsSync(file) ? idsIn(file) : null
    if (existsSync(file) && earlier?.cluster !== cluster) {
      throw new OperatorError(
        `The folder ${dataFolder} has content. A new node begins in an empty folder.`,
      )
    }
    const unfinished = unfinishedOf(file)
    rmSync(unfinished, {force: true})
    await loadSnapshot(client, unfinished, {
      schema: MIGRATIONS.length,
      ...(onPart ? {onPart} : {}),
    })
    const {id, erasedUpTo} = renameNode(unfinished)
    const before = earlier && (await fateOf(client, earlier.node, erasedUpTo))
    // Before the file has its name: a folder with content is never unknown to the cluster.
    await client.query(REGISTER, [id, node])
    if (before === 'put aside' || before === 'doubtful') putAside(dataFolder)
    else removeOld(dataFolder)
    renameSync(unfinished, file)
    if (earlier) await client.query(FORGET_FOLDER, [earlier.node])
    return {cluster, before}
  })
}

function idsIn(file: string): {cluster: string; node: string} | null {
  const database = openDatabase(file, {asNode: true})
  try {
    return clusterTable(database).ids()
  } finally {
    database.close()
  }
}

/** @param erasedUpTo the last entry of the log that erased something */
async function fateOf(client: pg.Client, node: string, erasedUpTo: number): Promise<Before> {
  const {rows} = await client.query<{scrubbed: string}>(SCRUBBED, [node])
  const [found] = rows
  if (erasedUpTo === 0 || Number(found?.scrubbed) >= erasedUpTo) return 'put aside'
  return found ? 'deleted' : 'doubtful'
}

/** What only this node has is not lost. */
function putAside(dataFolder: string): void {
  const folder = join(dataFolder, 'backups')
  mkdirSync(folder, {recursive: true, mode: 0o700})
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  // Closed before: SQLite has moved all of its journal into the file.
  renameSync(join(dataFolder, 'lake.sqlite'), join(folder, `lake-node-${time}.sqlite`))
  removeOld(dataFolder)
}

function removeOld(dataFolder: string): void {
  const file = join(dataFolder, 'lake.sqlite')
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, {force: true})
  // It has words of the old database.
  removeTextIndex(textFileOf(file))
}

/** A copy of a folder is a node of its own. */
function renameNode(file: string): {id: string; erasedUpTo: number} {
  const id = randomUUID()
  const database = new DatabaseSync(file)
  database.prepare('UPDATE cluster SET node = ?').run(id)
  const erasedUpTo = erasedUpToSetting(database).get()
  database.close()
  return {id, erasedUpTo}
}

/**
 * Makes a node a lake of its own again, with all that it has.
 * @returns the ID of the node; null if it was not one
 */
export const leaveCluster = (database: DatabaseSync): string | null =>
  inOwnTransaction(database, () => {
    const [left] = database.prepare('DELETE FROM cluster RETURNING node').all()
    return left ? String(left['node']) : null
  })
