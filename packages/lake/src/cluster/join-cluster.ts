// Makes a data folder a node, and a lake of its own again. No server may use the folder meanwhile.
import {randomUUID} from 'node:crypto'
import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {OperatorError} from '../operator-error.ts'
import {inOwnTransaction, openDatabase} from '../store/database.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {connected, headOf} from './cluster-database.ts'
import {clusterTable} from './member.ts'
import {loadSnapshot} from './snapshots.ts'

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
