// Looks for a text in all bytes of folders and of a cluster's PostgreSQL, compressed parts too.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {zstdDecompressSync} from 'node:zlib'
import {connected} from './postgres.ts'
import {temporaryFolder} from './temporary-folder.ts'

/** Begins each part that zstd has compressed. */
const COMPRESSED = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

function decompressed(bytes: Buffer): Buffer | null {
  try {
    return zstdDecompressSync(bytes)
  } catch {
    // The four bytes were there by chance.
    return null
  }
}

/** Whether the text is in these bytes, or in what is compressed in them. Upper case counts as lower case. */
export function hasText(bytes: Buffer, text: string): boolean {
  if (bytes.toString('latin1').toLowerCase().includes(text)) return true
  for (let at = bytes.indexOf(COMPRESSED); at >= 0; at = bytes.indexOf(COMPRESSED, at + 1)) {
    const inner = decompressed(bytes.subarray(at))
    if (inner && hasText(inner, text)) return true
  }
  return false
}

const valueHasText = (value: unknown, text: string): boolean =>
  hasText(value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)), text)

/** Tables of an SQLite file that have the text. What is compressed may be spread over pages of the file. */
function tablesWith(file: string, text: string): string[] {
  const database = new DatabaseSync(file, {readOnly: true})
  try {
    const names = database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%'`)
      .all()
      .map(({name}) => String(name))
    return names.filter((name) =>
      database
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .some((row) => Object.values(row).some((value) => valueHasText(value, text))),
    )
  } finally {
    database.close()
  }
}

/** Files of a folder that have the text, as paths, and tables of its databases. */
export function filesWith(folder: string, text: string): string[] {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return files.flatMap((file) => [
    ...(hasText(readFileSync(file), text) ? [file] : []),
    ...(file.endsWith('.sqlite') ? tablesWith(file, text).map((table) => `${file} ${table}`) : []),
  ])
}

/** Tables of a cluster's PostgreSQL that have the text. */
export function postgresWith(url: string, text: string): Promise<string[]> {
  return connected(url, async (client) => {
    const {rows: tables} = await client.query<{name: string}>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'lake' AND c.relkind = 'r' ORDER BY 1`,
    )
    const found: string[] = []
    for (const {name} of tables) {
      const {rows} = await client.query<Record<string, unknown>>(`SELECT * FROM lake.${name}`)
      const isThere =
        rows.some((row) => Object.values(row).some((value) => valueHasText(value, text))) ||
        (name === 'snapshots' && rows.some((row) => partHasText(row['body'] as Buffer, text)))
      if (isThere) found.push(name)
    }
    return found
  })
}

/** Of a snapshot in one part, which is an SQLite file. */
function partHasText(body: Buffer, text: string): boolean {
  const file = join(temporaryFolder(), 'snapshot.sqlite')
  writeFileSync(file, zstdDecompressSync(body))
  return tablesWith(file, text).length > 0
}
