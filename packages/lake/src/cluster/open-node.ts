// Opens the database of a data folder, as a node of its cluster if it is one.
import type {DatabaseSync} from 'node:sqlite'
import {DatabaseRefused, LogDiverged, LogOutdated, OperatorError} from '../errors.ts'
import {migrateDatabase, openDatabase, schemaOf, type OpenOptions} from '../store/database.ts'
import {MIGRATIONS} from '../store/migrations.ts'
import {
  agreementText,
  assertMayReplace,
  differenceTo,
  parseAgreement,
  publicDifferenceTo,
  type Agreement,
} from './agreement.ts'
import {clockProblem} from './clock-problem.ts'
import {clusterTable, createMember, type Member} from './member.ts'
import {openPostgresLog, type PostgresLog} from './postgres-log.ts'

export interface ClusterSettings {
  /** `postgres://…` */
  url: string
  /** The name of this node. Each node has its own. */
  node: string
  /** What all nodes must have in common, by name: `version`, settings of law. Of a command, what it needs of that. */
  agreement?: Agreement
  /** For a command beside the server of this folder: it is not listed, and does no work in the background. */
  isCommand?: boolean
}

export interface ClusterNode {
  log: PostgresLog
  member: Member
}

export interface OpenedDatabase {
  database: DatabaseSync
  /** Null for a lake of its own. */
  node: ClusterNode | null
}

interface NodeOptions extends OpenOptions {
  cluster?: ClusterSettings | undefined
}

/**
 * Opens the lake's database as `openDatabase` does. On a node, all transactions go through the cluster's log; what other
 * nodes have written meanwhile is applied first.
 *
 * @throws DatabaseRefused if the folder is a node and `cluster` is missing, or the other way round
 * @throws OperatorError if the cluster cannot be joined, or its nodes have something else in common
 */
export function openNode(file: string, {cluster, ...options}: NodeOptions = {}): OpenedDatabase {
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
    const {url, node, isCommand = false} = cluster
    const folder = {id: ids.node, cluster: ids.cluster, databaseFile: file}
    log = openPostgresLog({url, node, isCommand, ...folder, schema: MIGRATIONS.length})
    const wrongClock = isCommand && clockProblem(log.clockAhead())
    if (wrongClock) throw new OperatorError(`A node writes nothing while ${wrongClock}.`)
    // What a power cut takes from this copy is in the log, and comes back. So only PostgreSQL waits for its disk.
    database.exec('PRAGMA synchronous = NORMAL')
    const member = joined({database, log, file, cluster, onUpdate: options.onUpdate ?? (() => {})})
    log.serve()
    return {database, node: {log, member}}
  } catch (error) {
    void log?.close()
    database.close()
    // At a start, a person reads it.
    throw error instanceof LogDiverged ? new OperatorError(error.message) : error
  }
}

interface Joining {
  database: DatabaseSync
  log: PostgresLog
  file: string
  cluster: ClusterSettings
  onUpdate: NonNullable<OpenOptions['onUpdate']>
}

/** Catches up, and has the other nodes agree to what this one has, if it may. */
function joined({database, log, file, cluster, onUpdate}: Joining): Member {
  const own: Agreement = {...cluster.agreement, schema: String(MIGRATIONS.length)}
  const text = agreementText(own)
  let {agreement} = log.joined
  let isServing = false
  const adopt = (agreed: string): void => {
    agreement = agreed
    const theirs = parseAgreement(agreed)
    const schema = Number(theirs['schema'])
    const difference = cluster.isCommand
      ? differenceTo(own, theirs, Object.keys(own))
      : publicDifferenceTo(own, theirs)
    if (difference && (isServing || schema > MIGRATIONS.length)) {
      throw new LogOutdated(`${difference} This node writes nothing until it has the same.`)
    }
    if (isServing) log.setAgreement(agreed)
    // Entries behind this one have the tables of the new version.
    if (schema > schemaOf(database)) migrateDatabase(database, file, onUpdate, schema)
  }
  const member = createMember({database, log, adopt, givesWay: cluster.isCommand ?? false})
  member.catchUp()
  for (;;) {
    if (agreement === text) break
    if (cluster.isCommand) {
      const difference = differenceTo(own, parseAgreement(agreement), Object.keys(own))
      if (difference) throw new OperatorError(difference)
      break
    }
    assertMayReplace(own, parseAgreement(agreement), log.joined.others.length === 0)
    member.agree(text)
    member.catchUp()
  }
  log.setAgreement(agreement)
  isServing = true
  return member
}
