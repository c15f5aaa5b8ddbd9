// Copies of a node's SQLite file in PostgreSQL. A new node begins with the newest; older entries leave the log.
import {randomUUID} from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import {basename, dirname, join} from 'node:path'
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
  return withCopy(databaseFile, async ({copy, position, chain}) => {
    await inPostgresTransaction(client, async () => {
      // First: it keeps `replaceSnapshots` from taking these tables away in between.
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
  })
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
export async function assertInLog(
  client: Client,
  position: number,
  chain: Uint8Array,
): Promise<void> {
  const {rowCount} = await client.query(
    `SELECT 1 FROM lake.log WHERE position = $1 AND chain = $2
     UNION ALL SELECT 1 FROM lake.head WHERE position = $1 AND chain = $2`,
    [position, chain],
  )
  if (!rowCount) throw new Error(`This node's entry ${position} is not in the cluster's log.`)
}

interface Copy {
  /** The file. */
  copy: string
  /** How far it has the log. */
  position: number
  chain: Uint8Array
}

/** Runs `work` with a copy of a database as it is at one moment, and deletes the copy. */
export async function withCopy<T>(
  databaseFile: string,
  work: (copy: Copy) => Promise<T>,
): Promise<T> {
  const copy = copyDatabase(databaseFile)
  try {
    return await work({copy, ...headOfCopy(copy)})
  } finally {
    rmSync(copy, {force: true})
  }
}

function headOfCopy(copy: string): Pick<Copy, 'position' | 'chain'> {
  const copied = new DatabaseSync(copy, {readOnly: true})
  try {
    const row = copied.prepare('SELECT position, chain FROM cluster').get()
    if (!row) throw new Error('This data folder is not a node of a cluster.')
    return {position: Number(row['position']), chain: row['chain'] as Uint8Array}
  } finally {
    copied.close()
  }
}

/** A command and the server of its folder may copy at the same time. */
const nameOfCopy = (databaseFile: string): string => `${databaseFile}.snapshot-${randomUUID()}`

/** Uploading a copy takes less time. Milliseconds. */
const LEFT_BEHIND_MS = 6 * 60 * 60_000

/** Deletes copies that interrupted attempts have left. A copy in use is missed by one that is tried again later. */
export function removeCopies(databaseFile: string, olderThanMs = 0): void {
  const folder = dirname(databaseFile)
  const [copies, unfinished] = [`${basename(databaseFile)}.snapshot`, unfinishedOf(databaseFile)]
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (!name.startsWith(copies) && file !== unfinished) continue
    const {mtimeMs = 0} = statSync(file, {throwIfNoEntry: false}) ?? {}
    if (Date.now() - mtimeMs >= olderThanMs) rmSync(file, {force: true})
  }
}

/** Until it is complete, the database of a node that joins has this name. */
export const unfinishedOf = (databaseFile: string): string => `${databaseFile}.joining`

/** Returns the name of the copy, which the caller deletes. */
export function copyDatabase(databaseFile: string): string {
  removeCopies(databaseFile, LEFT_BEHIND_MS)
  const copy = nameOfCopy(databaseFile)
  const source = new DatabaseSync(databaseFile, {readOnly: true, timeout: 10_000})
  try {
    source.prepare('VACUUM INTO ?').run(copy)
    return copy
  } catch (error) {
    rmSync(copy, {force: true})
    throw error
  } finally {
    source.close()
  }
}

/** Stores a file as the snapshot of a position. */
export async function saveParts(
  client: Client,
  file: string,
  {position, schema, table = 'lake.snapshots'}: {position: number; schema: number; table?: string},
): Promise<void> {
  const buffer = Buffer.alloc(PART)
  const handle = openSync(file, 'r')
  try {
    for (let part = 0; ; part++) {
      const length = readSync(handle, buffer)
      const isLast = length < PART
      await client.query(
        `INSERT INTO ${table} (position, part, parts, schema, body) VALUES ($1, $2, $3, $4, $5)`,
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
