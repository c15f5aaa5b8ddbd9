// `text.sqlite`: which words each document contains. It is built only from the database beside it.
import {existsSync, rmSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {inTransaction} from '../store/database.ts'
import type {FtsQuery} from '@copydesk/groq/plan'

/** How much of the database the index contains. */
export interface TextState {
  /** Log position up to which it holds every change. */
  position: number
  /** While the index is being built, the document that was added last; later documents are missing. */
  building: {dataset: string; id: string} | null
  /** Newest log position that the index can hold. With the transaction there it identifies the log. */
  newest: number
  transaction: string | null
}

export interface TextIndex {
  readonly database: DatabaseSync
  /** Null for an empty index. */
  state(): TextState | null
  setState(state: TextState): void
  /** @param text all its words */
  put(dataset: string, id: string, text: string): void
  remove(dataset: string, id: string): void
  removeDataset(dataset: string): void
  /** Removes everything. */
  clear(): void
  /** Merges some parts of the index. False when there is nothing left to merge. */
  tidy(): boolean
  /** IDs of documents that match, in any order, at most `most`. */
  find(dataset: string, query: FtsQuery, most: number): string[]
  /** Whether another file has taken the place of the one that was opened. */
  isReplaced(): boolean
  close(): void
}

/** Version of the file's content. A file of another version is built again. */
const LAYOUT = 1
const BUSY_TIMEOUT_MS = 10_000
const MERGED_PAGES = 500

// The index has only the words of each document, so no text can be read back in its order. Words written in one step
// stay in memory until its end (`hashsize`), because many small parts would have to be merged later.
const TABLES = `
  CREATE TABLE docs (
    id INTEGER PRIMARY KEY,
    dataset TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (dataset, document)
  );
  CREATE VIRTUAL TABLE words USING fts5(
    text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );
  CREATE TABLE state (
    position INTEGER NOT NULL,
    building TEXT,
    newest INTEGER NOT NULL,
    "transaction" TEXT
  );
  INSERT INTO words (words, rank) VALUES ('hashsize', ${32 * 1024 * 1024});
  PRAGMA user_version = ${LAYOUT};
`
const NO_TABLES = `
  DROP TABLE IF EXISTS docs;
  DROP TABLE IF EXISTS words;
  DROP TABLE IF EXISTS state;
`

/** The index beside a lake's database. */
export const textFileOf = (databaseFile: string): string =>
  join(dirname(databaseFile), 'text.sqlite')

/** @returns undefined for a missing file, or one that this version cannot read */
export function openTextIndex(file: string): TextIndex | undefined {
  if (!existsSync(file)) return undefined
  const database = new DatabaseSync(file, {readOnly: true, timeout: BUSY_TIMEOUT_MS})
  try {
    if (layoutOf(database) === LAYOUT) return textIndex(file, database)
  } catch {
    // The indexer builds it again.
  }
  database.close()
  return undefined
}

/** Opens the index for writing. A damaged one, or one of another layout, is built again. */
export function createTextIndex(file: string): TextIndex {
  try {
    return writableIndex(file)
  } catch (error) {
    if (!isDamage(error)) throw error
    removeTextIndex(file)
    return writableIndex(file)
  }
}

/** Deletes the file and SQLite's files beside it. */
export function removeTextIndex(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, {force: true})
}

/**
 * Erases all words from the file. The indexer then begins again.
 *
 * @returns false if somebody was reading: deleted words may still be in the file beside it
 */
export function emptyTextIndex(file: string): boolean {
  if (!existsSync(file)) return true
  const index = createTextIndex(file)
  try {
    inTransaction(index.database, index.clear)
    index.database.exec('VACUUM')
    const row = index.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    return Number(row?.['busy']) === 0
  } finally {
    index.close()
  }
}

/** SQLITE_CORRUPT, SQLITE_NOTADB; a table of another shape is an SQLITE_ERROR. */
const DAMAGE = new Set([1, 11, 26])

/** Whether an error says that the file itself is damaged. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  DAMAGE.has(error.errcode & 0xff)

const layoutOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'])

function writableIndex(file: string): TextIndex {
  const database = new DatabaseSync(file, {timeout: BUSY_TIMEOUT_MS})
  try {
    database.exec('PRAGMA journal_mode = WAL')
    // Words that a power cut loses are indexed again.
    database.exec('PRAGMA synchronous = NORMAL')
    database.exec('PRAGMA secure_delete = ON')
    if (layoutOf(database) !== LAYOUT) {
      inTransaction(database, () => {
        // Another process may have made them while this one waited.
        if (layoutOf(database) !== LAYOUT) database.exec(NO_TABLES + TABLES)
      })
    }
    return textIndex(file, database)
  } catch (error) {
    database.close()
    throw error
  }
}

function textIndex(file: string, database: DatabaseSync): TextIndex {
  const inode = statSync(file).ino
  return {
    database,
    ...stateTable(database),
    ...wordTable(database),
    clear: () => database.exec(NO_TABLES + TABLES),
    isReplaced: () => statSync(file, {throwIfNoEntry: false})?.ino !== inode,
    close: () => database.close(),
  }
}

function stateTable(database: DatabaseSync): Pick<TextIndex, 'state' | 'setState'> {
  const state = database.prepare('SELECT * FROM state')
  return {
    state() {
      const row = state.get()
      if (!row) return null
      const building = row['building']
      return {
        position: Number(row['position']),
        building:
          building === null
            ? null
            : (JSON.parse(String(building)) as NonNullable<TextState['building']>),
        newest: Number(row['newest']),
        transaction: row['transaction'] === null ? null : String(row['transaction']),
      }
    },
    setState({position, building, newest, transaction}) {
      database.exec('DELETE FROM state')
      database
        .prepare(
          'INSERT INTO state (position, building, newest, "transaction") VALUES (?, ?, ?, ?)',
        )
        .run(position, building && JSON.stringify(building), newest, transaction)
    },
  }
}

type WordTable = Pick<TextIndex, 'put' | 'remove' | 'removeDataset' | 'tidy' | 'find'>

/** Tables `docs` and `words`. Prepares the statements once. */
function wordTable(database: DatabaseSync): WordTable {
  const find = database.prepare(
    `SELECT docs.document AS id FROM words CROSS JOIN docs ON docs.id = words.rowid
     WHERE words MATCH ? AND docs.dataset = ? LIMIT ?`,
  )
  const known = database.prepare('SELECT id FROM docs WHERE dataset = ? AND document = ?')
  const addDocument = database.prepare('INSERT INTO docs (dataset, document) VALUES (?, ?)')
  const dropDocument = database.prepare('DELETE FROM docs WHERE id = ?')
  const dropDatasetWords = database.prepare(
    'DELETE FROM words WHERE rowid IN (SELECT id FROM docs WHERE dataset = ?)',
  )
  const dropDataset = database.prepare('DELETE FROM docs WHERE dataset = ?')
  const addWords = database.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)')
  const dropWords = database.prepare('DELETE FROM words WHERE rowid = ?')
  const merge = database.prepare(`INSERT INTO words (words, rank) VALUES ('merge', ?)`)
  // FTS5 answers them with numbers that may be too large for a JavaScript number.
  const writers = [addWords, dropWords, dropDocument, dropDatasetWords, dropDataset, merge]
  for (const one of writers) one.setReadBigInts(true)
  const totalChanges = database.prepare('SELECT total_changes() AS n')
  const total = (): number => Number(totalChanges.get()?.['n'])

  const remove = (dataset: string, id: string): void => {
    const row = known.get(dataset, id)
    if (!row) return
    const rowid = Number(row['id'])
    dropWords.run(rowid)
    dropDocument.run(rowid)
  }

  return {
    put(dataset, id, text) {
      remove(dataset, id)
      const rowid = addDocument.run(dataset, id).lastInsertRowid
      addWords.run(rowid, text)
    },
    remove,
    removeDataset(dataset) {
      dropDatasetWords.run(dataset)
      dropDataset.run(dataset)
    },
    tidy() {
      const before = total()
      merge.run(MERGED_PAGES)
      return total() - before > 1
    },
    find: (dataset, query, most) => find.all(query, dataset, most).map((row) => String(row['id'])),
  }
}
