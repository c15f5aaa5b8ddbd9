// The data folder: its database and the tables of content.
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {openDatabase} from '../store/database.ts'
import {documentTable} from '../store/documents.ts'
import {historyTable} from '../store/history.ts'
import {logTable} from '../store/log.ts'
import {createPause} from '../store/pause.ts'
import type {Base} from './base.ts'

export type Storage = ReturnType<typeof openStorage>

/** @throws DatabaseRefused if the folder cannot be written, or a newer version wrote it */
export function openStorage({options, product}: Base) {
  const {dataFolder, onUpdate} = options
  mkdirSync(dataFolder, {recursive: true, mode: 0o700})
  const databaseFile = join(dataFolder, 'lake.sqlite')
  const database = openDatabase(databaseFile, {
    productName: product.name,
    ...(onUpdate ? {onUpdate} : {}),
  })
  const pause = createPause(database)
  return {
    database,
    databaseFile,
    documents: documentTable(database),
    log: logTable(database),
    historyTable: historyTable(database),
    pause,
    isPaused: (): boolean => pause.since() !== null,
  }
}
