// `text.sqlite`: which documents hold which words. Made of the database beside it and of nothing else.
import {existsSync, rmSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {inTransaction} from '../store/database.ts'
import type {FtsQuery} from '@copydesk/groq/plan'

/** How far the index has come. */
export interface TextState {
  /** Log position up to which it holds every change. */
  position: number
  /** The document that was taken last, while it is being built: till then it says nothing of others. */
  building: {dataset: string; id: string} | null
  /** Newest log position that anything in it can be of, and the transaction there: whose log it was. */
  newest: number
  transaction: string | null
}

export interface TextIndex {
  readonly database: DatabaseSync
  /** Null for an index of which nothing is there yet. */
  state(): TextState | null
  setState(state: TextState): void
  /** @param text all its words */
  put(dataset: string, id: string, text: string): void
  remove(dataset: string, id: string): void
  removeDataset(dataset: string): void
  /** Forgets everything. */
  clear(): void
  /** Puts the parts of the index together, some at a time. False where there is nothing left to do. */
  tidy(): boolean
  /** Ids of documents that hold the words, in no order, at most `most`. */
  find(dataset: string, query: FtsQuery, most: number): string[]
  /** The file is no more the one that was opened. */
  isReplaced(): boolean
  close(): void
}

/** Counts up with each change of what stands in the file: an older one is made anew. */
const LAYOUT = 1
const PATIENCE_MS = 10_000

// Of each document the words alone: no text can be read back in its order. What is written in one step is
// kept in memory till its end (`hashsize`): many small parts would have to be put together later.
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

/** @returns undefined where there is none, or none that this version can read */
export function openTextIndex(file: string): TextIndex | undefined {
  if (!existsSync(file)) return undefined
  const database = new DatabaseSync(file, {readOnly: true, timeout: PATIENCE_MS})
  try {
    if (layoutOf(database) === LAYOUT) return textIndex(file, database)
  } catch {
    // Made anew by who writes it.
  }
  database.close()
  return undefined
}

/** Opens it to be written; one that is damaged or of another layout is made anew. */
export function createTextIndex(file: string): TextIndex {
  try {
    return writableIndex(file)
  } catch (error) {
    if (!isDamage(error)) throw error
    removeTextIndex(file)
    return writableIndex(file)
  }
}

/** Deletes the file and what lies beside it. */
export function removeTextIndex(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, {force: true})
}

/**
 * Takes all that it holds out of the file, for good; whoever follows it begins anew.
 *
 * @returns false where others read just then: what was deleted may still be beside the file
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

/** Whether the file itself is what is wrong. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  DAMAGE.has(error.errcode & 0xff)

const layoutOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'])

function writableIndex(file: string): TextIndex {
  const database = new DatabaseSync(file, {timeout: PATIENCE_MS})
  try {
    database.exec('PRAGMA journal_mode = WAL')
    // What a power cut takes is made again.
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

/** Prepares the statements once. */
function textIndex(file: string, database: DatabaseSync): TextIndex {
  const inode = statSync(file).ino
  const state = database.prepare('SELECT * FROM state')
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
  // They answer with numbers of FTS5's own, beyond what a number here can be.
  const writers = [addWords, dropWords, dropDocument, dropDatasetWords, dropDataset, merge]
  for (const one of writers) one.setReadBigInts(true)
  const changes = database.prepare('SELECT total_changes() AS n')
  const total = (): number => Number(changes.get()?.['n'])

  const idOf = (dataset: string, id: string): number | undefined => {
    const row = known.get(dataset, id)
    return row && Number(row['id'])
  }
  const remove = (dataset: string, id: string): void => {
    const place = idOf(dataset, id)
    if (place === undefined) return
    dropWords.run(place)
    dropDocument.run(place)
  }

  return {
    database,
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
    put(dataset, id, text) {
      remove(dataset, id)
      const place = addDocument.run(dataset, id).lastInsertRowid
      addWords.run(place, text)
    },
    remove,
    removeDataset(dataset) {
      dropDatasetWords.run(dataset)
      dropDataset.run(dataset)
    },
    clear: () => database.exec(NO_TABLES + TABLES),
    tidy() {
      const before = total()
      merge.run(MERGED_PAGES)
      return total() - before > 1
    },
    find: (dataset, query, most) => find.all(query, dataset, most).map((row) => String(row['id'])),
    isReplaced: () => statSync(file, {throwIfNoEntry: false})?.ino !== inode,
    close: () => database.close(),
  }
}

const MERGED_PAGES = 500
