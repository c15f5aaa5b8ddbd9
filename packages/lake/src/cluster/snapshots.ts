// Copies of a node's SQLite file in PostgreSQL. A new node begins with the newest; older entries leave the log.
import {mkdtempSync, openSync, readSync, closeSync, rmSync, writeSync, fsyncSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
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
 */
export async function saveSnapshot(
  client: Client,
  databaseFile: string,
  schema: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lake-snapshot-'))
  try {
    const copy = join(folder, 'lake.sqlite')
    const position = copyTo(databaseFile, copy)
    await client.query('BEGIN')
    await client.query('DELETE FROM copydesk.snapshots WHERE position = $1', [position])
    await saveParts(client, copy, {position, schema})
    await client.query(
      `DELETE FROM copydesk.snapshots WHERE position NOT IN
         (SELECT DISTINCT position FROM copydesk.snapshots ORDER BY 1 DESC LIMIT ${KEPT})`,
    )
    await client.query(
      `DELETE FROM copydesk.log
       WHERE position <= (SELECT min(position) FROM copydesk.snapshots)`,
    )
    await client.query('COMMIT')
    return position
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Copies a database as it is at one moment, and returns how far it has the log. */
function copyTo(databaseFile: string, copy: string): number {
  const source = new DatabaseSync(databaseFile, {readOnly: true, timeout: 10_000})
  try {
    source.prepare('VACUUM INTO ?').run(copy)
  } finally {
    source.close()
  }
  const copied = new DatabaseSync(copy, {readOnly: true})
  try {
    return Number(copied.prepare('SELECT position FROM cluster').get()?.['position'])
  } finally {
    copied.close()
  }
}

async function saveParts(
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
        'INSERT INTO copydesk.snapshots (position, part, parts, schema, body) VALUES ($1, $2, $3, $4, $5)',
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
  const {rows} = await client.query<{position: string; parts: number; schema: number}>(
    'SELECT position, parts, schema FROM copydesk.snapshots WHERE parts IS NOT NULL ORDER BY position DESC LIMIT 1',
  )
  const [newest] = rows
  if (!newest) throw new OperatorError('The cluster has no snapshot yet.')
  if (newest.schema !== schema) {
    throw new OperatorError(
      `The newest snapshot is of another version (schema ${newest.schema}, this one has ${schema}). Start a node with this version first.`,
    )
  }
  const handle = openSync(file, 'wx', 0o600)
  try {
    for (let part = 0; part < newest.parts; part++) {
      const {rows: parts} = await client.query<{body: Buffer}>(
        'SELECT body FROM copydesk.snapshots WHERE position = $1 AND part = $2',
        [newest.position, part],
      )
      const [stored] = parts
      if (!stored) throw new OperatorError('The snapshot was replaced meanwhile. Try again.')
      writeSync(handle, zstdDecompressSync(stored.body))
      onPart(part + 1, newest.parts)
    }
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
