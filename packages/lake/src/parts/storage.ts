// The data folder: its database and the tables of content.
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {openNode} from '../cluster/open-node.ts'
import {documentTable} from '../store/documents.ts'
import {historyTable} from '../store/history.ts'
import {logTable} from '../store/log.ts'
import {createPause} from '../store/pause.ts'
import type {Base} from './base.ts'

export type Storage = ReturnType<typeof openStorage>

/**
 * @throws DatabaseRefused if the folder cannot be written, a newer version wrote it, or it is not what the options say:
 * a node of a cluster, or a lake of its own
 * @throws OperatorError if the cluster cannot be joined
 */
export function openStorage({options, product}: Base) {
  const {dataFolder, onUpdate, cluster} = options
  mkdirSync(dataFolder, {recursive: true, mode: 0o700})
  const databaseFile = join(dataFolder, 'lake.sqlite')
  const {database, node} = openNode(databaseFile, {
    cluster,
    productName: product.name,
    ...(onUpdate ? {onUpdate} : {}),
  })
  const pause = createPause(database)
  return {
    database,
    databaseFile,
    node,
    documents: documentTable(database),
    log: logTable(database),
    historyTable: historyTable(database),
    pause,
    isPaused: (): boolean => pause.since() !== null,
    /** Of the nodes of a cluster, one does the work in the background. */
    worksInBackground: (): boolean => node === null || node.log.holdsLease(),
  }
}
