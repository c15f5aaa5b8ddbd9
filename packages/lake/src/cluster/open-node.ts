// Opens the database of a data folder, as a node of its cluster if it is one.
import type {DatabaseSync} from 'node:sqlite'
import {DatabaseRefused} from '../errors.ts'
import {openDatabase, type OpenOptions} from '../store/database.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {createMember, type Member} from './member.ts'
import {openPostgresLog, type PostgresLog} from './postgres-log.ts'
import {clusterTable} from './member.ts'

export interface ClusterSettings {
  /** `postgres://…` */
  url: string
  /** The name of this node. Each node has its own. */
  node: string
  /** What all nodes must have in common, by name: version, settings of law. */
  agreement?: Readonly<Record<string, string>>
  /** For a command beside the server of this folder: it is not listed, and does no work in the background. */
  isCommand?: boolean
}

export interface ClusterNode {
  log: PostgresLog
  member: Member
}

export interface OpenedDatabase {
  database: DatabaseSync
  /** Null for a newsroom of its own. */
  node: ClusterNode | null
}

/**
 * Opens the lake's database as `openDatabase` does. On a node, all transactions go through the cluster's log; what other
 * nodes have written meanwhile is applied first.
 *
 * @throws DatabaseRefused if the folder is a node and `cluster` is missing, or the other way round
 * @throws OperatorError if the cluster cannot be joined
 */
export function openNode(
  file: string,
  {cluster, ...options}: OpenOptions & {cluster?: ClusterSettings | undefined} = {},
): OpenedDatabase {
  const database = openDatabase(file, {...options, asNode: cluster !== undefined})
  if (!cluster) return {database, node: null}
  let log: PostgresLog | undefined
  try {
    const ids = clusterTable(database).ids()
    if (!ids) {
      throw new DatabaseRefused(
        'The settings name a cluster, and this data folder is not a node of one: "cluster init" makes a cluster of it, "cluster join" fills an empty folder.',
      )
    }
    const agreement = {...cluster.agreement, schema: String(MIGRATIONS.length)}
    const schema = MIGRATIONS.length
    log = openPostgresLog({...cluster, agreement, id: ids.node, databaseFile: file, schema})
    if (log.cluster !== ids.cluster) {
      throw new DatabaseRefused(
        `This data folder is a node of the cluster ${ids.cluster}, the database has the cluster ${log.cluster}.`,
      )
    }
    const member = createMember({database, log})
    member.catchUp()
    return {database, node: {log, member}}
  } catch (error) {
    void log?.close()
    database.close()
    throw error
  }
}
