// A thread that stores one snapshot.
import {isMainThread, workerData} from 'node:worker_threads'
import pg from 'pg'
import {saveSnapshot} from './snapshots.ts'

export interface SnapshotOptions {
  url: string
  databaseFile: string
  /** The version of the tables in that file. */
  schema: number
}

/** A part has megabytes, and the disk of the database may be busy. */
const QUERY_MS = 60_000

if (!isMainThread) {
  const {url, databaseFile, schema} = workerData as SnapshotOptions
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: QUERY_MS,
    query_timeout: QUERY_MS,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await saveSnapshot(client, databaseFile, schema)
  } finally {
    await client.end()
  }
}
