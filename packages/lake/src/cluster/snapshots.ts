// Copies of a node's SQLite file in PostgreSQL. A new node begins with the newest; older entries leave the log.
import {closeSync, fsyncSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {zstdCompressSync, zstdDecompressSync} from 'node:zlib'
import type {Client} from 'pg'
import {OperatorError} from '../operator-error.ts'

/** Bytes of a part before it is compressed. */
const PART = 8 * 1024 * 1024
/** A node that was away for longer begins with a snapshot again. */
const KEPT = 2

/**
 * Stores a copy of a node's SQLite file, and deletes what is older than the last one.
 * @param databaseFile another connection may be writing to it
 * @returns the position of the snapshot
 * @throws Error if the file is not a copy of the log
 */
export async function saveSnapshot(
  client: Client,
  databaseFile: string,
  schema: number,
): Promise<number> {
  const copy = `${databaseFile}.snapshot`
  try {
    const {position, chain} = copyTo(databaseFile, copy)
    await inPostgresTransaction(client, async () => {
      await assertInLog(client, position, chain)
      await client.query('DELETE FROM lake.snapshots WHERE position = $1', [position])
      await saveParts(client, copy, {position, schema})
      await client.query(
        `DELETE FROM lake.snapshots WHERE position NOT IN
           (SELECT DISTINCT position FROM lake.snapshots ORDER BY 1 DESC LIMIT ${KEPT})`,
      )
      await client.query(
        'DELETE FROM lake.log WHERE position <= (SELECT min(position) FROM lake.snapshots)',
      )
    })
    return position
  } finally {
    rmSync(copy, {force: true})
  }
}

/** Runs `work` in one transaction of PostgreSQL. */
export async function inPostgresTransaction(
  client: Client,
  work: () => Promise<void>,
  begin = 'BEGIN',
): Promise<void> {
  await client.query(begin)
  try {
    await work()
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/** A node whose copy differs must not hand it on. */
async function assertInLog(client: Client, position: number, chain: Uint8Array): Promise<void> {
  const {rowCount} = await client.query(
    `SELECT 1 FROM lake.log WHERE position = $1 AND chain = $2
     UNION ALL SELECT 1 FROM lake.head WHERE position = $1 AND chain = $2`,
    [position, chain],
  )
  if (!rowCount) throw new Error(`This node's entry ${position} is not in the cluster's log.`)
}

/** Copies a database as it is at one moment, and returns how far it has the log. */
function copyTo(databaseFile: string, copy: string): {position: number; chain: Uint8Array} {
  copyDatabase(databaseFile, copy)
  const copied = new DatabaseSync(copy, {readOnly: true})
  try {
    const row = copied.prepare('SELECT position, chain FROM cluster').get()
    if (!row) throw new Error('This data folder is not a node of a cluster.')
    return {position: Number(row['position']), chain: row['chain'] as Uint8Array}
  } finally {
    copied.close()
  }
}

export function copyDatabase(databaseFile: string, copy: string): void {
  // What an interrupted attempt has left.
  rmSync(copy, {force: true})
  const source = new DatabaseSync(databaseFile, {readOnly: true, timeout: 10_000})
  try {
    source.prepare('VACUUM INTO ?').run(copy)
  } finally {
    source.close()
  }
}

/** Stores a file as the snapshot of a position. */
export async function saveParts(
  client: Client,
  file: string,
  {position, schema}: {position: number; schema: number},
): Promise<void> {
  const buffer = Buffer.alloc(PART)
  const handle = openSync(file, 'r')
  try {
    for (let part = 0; ; part++) {
      const length = readSync(handle, buffer)
      const isLast = length < PART
      await client.query(
        'INSERT INTO lake.snapshots (position, part, parts, schema, body) VALUES ($1, $2, $3, $4, $5)',
        [
          position,
          part,
          isLast ? part + 1 : null,
          schema,
          zstdCompressSync(buffer.subarray(0, length)),
        ],
      )
      if (isLast) return
    }
  } finally {
    closeSync(handle)
  }
}

/**
 * Writes the newest snapshot to a new file.
 * @param onPart called after each part
 * @throws OperatorError if there is none, or it is of another version
 */
export async function loadSnapshot(
  client: Client,
  file: string,
  {schema, onPart = () => {}}: {schema: number; onPart?: (done: number, of: number) => void},
): Promise<void> {
  // Another node may replace it meanwhile.
  const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
  await inPostgresTransaction(client, () => load(client, file, {schema, onPart}), begin)
  const loaded = new DatabaseSync(file, {readOnly: true})
  const checked = loaded.prepare('PRAGMA quick_check').get()?.['quick_check']
  loaded.close()
  if (checked !== 'ok') throw new OperatorError('The snapshot is damaged. Try again.')
}

async function load(
  client: Client,
  file: string,
  {schema, onPart}: {schema: number; onPart: (done: number, of: number) => void},
): Promise<void> {
  const {rows} = await client.query<{position: string; parts: number; schema: number}>(
    'SELECT position, parts, schema FROM lake.snapshots WHERE parts IS NOT NULL ORDER BY position DESC LIMIT 1',
  )
  const [newest] = rows
  if (!newest) throw new OperatorError('The cluster has no snapshot yet.')
  if (newest.schema > schema) {
    throw new OperatorError(
      `The cluster runs a newer version (schema ${newest.schema}, this one has ${schema}): update this node.`,
    )
  }
  const handle = openSync(file, 'wx', 0o600)
  try {
    for (let part = 0; part < newest.parts; part++) {
      const {rows: parts} = await client.query<{body: Buffer}>(
        'SELECT body FROM lake.snapshots WHERE position = $1 AND part = $2',
        [newest.position, part],
      )
      writeSync(handle, zstdDecompressSync(parts[0]?.body ?? new Uint8Array()))
      onPart(part + 1, newest.parts)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
