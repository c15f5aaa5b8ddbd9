// What `doctor` says about the bucket of pictures and files.
import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {bucketOwner, claimBucket, openBucket} from '@copydesk/lake/cluster'
import {StoreUnavailable} from '@copydesk/lake/errors'
import {openDatabase} from '@copydesk/lake/store'
import {note, ok, problem, type Finding} from './finding.ts'

/** @param url `s3://…` */
export async function examineBucket(url: string, dataFolder: string): Promise<Finding> {
  try {
    const bucket = openBucket(url)
    const owner = await bucketOwner(bucket)
    if (owner === null) return note(`The next start takes ${url}, which is unused`)
    if (!idsOf(dataFolder).includes(owner)) return problem(`${url} has files of another newsroom`)
    // Writes what is there already: only a write shows that it is allowed.
    await claimBucket(bucket, owner)
    return ok(`${url} can be read and written`)
  } catch (error) {
    if (error instanceof StoreUnavailable) return problem(error.reason)
    return problem(error instanceof Error ? error.message : String(error))
  }
}

/** The bucket of a node has the ID of its cluster. */
function idsOf(dataFolder: string): string[] {
  const database = openDatabase(join(dataFolder, 'lake.sqlite'), {readOnly: true})
  try {
    const ids = [`SELECT value FROM settings WHERE key = 'files-id'`]
    if (hasTable(database, 'cluster')) ids.unshift('SELECT id FROM cluster')
    return ids.flatMap((sql) => database.prepare(sql).all().flatMap(Object.values).map(String))
  } finally {
    database.close()
  }
}

/** `doctor` does not bring an older folder up to date. */
const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = ?`).get(name) !== undefined
