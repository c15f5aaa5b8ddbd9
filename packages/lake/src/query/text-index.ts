// `text.sqlite`: which words each document contains, and where. It is built only from the database beside it.
import {existsSync, rmSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {inTransaction} from '../store/database.ts'
import {OTHER_PLACE, type Place, type TextSearch} from '@copydesk/groq/plan'

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
  /** @param texts all its words, by their places */
  put(dataset: string, id: string, texts: ReadonlyMap<Place, string>): void
  remove(dataset: string, id: string): void
  removeDataset(dataset: string): void
  /** Removes everything. */
  clear(): void
  /** Merges some parts of the index into one. False when nothing is left to merge. */
  tidy(): boolean
  /**
   * Empties the file that SQLite writes first (`-wal`): it would stay as large as it ever was.
   *
   * @returns false if somebody was reading for too long
   */
  shrink(): boolean
  /** Documents that have the words. At most `most` if the search is not exact. */
  find(dataset: string, search: TextSearch, most: number): FoundInIndex
  /** Whether another file has taken the place of the one that was opened. */
  isReplaced(): boolean
  close(): void
}

interface FoundInIndex {
  /** In any order. */
  ids: string[]
  /** See `FoundTexts`. */
  isExact: boolean
}

/** Version of the file's content. A file of another version is built again. */
const LAYOUT = 2
const BUSY_TIMEOUT_MS = 10_000
const MERGED_PAGES = 500

/** The words of further places count as words of `OTHER_PLACE`: a search in all places looks in each of them. */
const MAX_PLACES = 200

// The index has only the words of each document, so no text can be read back in its order. Each word begins with the
// number of its place: a column for each place would make the index larger. Words written in one step stay in memory
// until its end (`hashsize`), because many small parts would have to be merged later.
const TABLES = `
  CREATE TABLE datasets (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE docs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL,
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
  INSERT INTO places (id, name) VALUES (0, '${OTHER_PLACE}');
  PRAGMA user_version = ${LAYOUT};
`
// Keeps the number that the next document gets (`sqlite_sequence`).
const CLEAR = `
  INSERT INTO words (words) VALUES ('delete-all');
  DELETE FROM docs;
  DELETE FROM datasets;
  DELETE FROM places WHERE id > 0;
  DELETE FROM state;
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

class OtherLayout extends Error {}

/** Opens the index for writing. A damaged one, or one of another layout, is built again. */
export function createTextIndex(file: string): TextIndex {
  try {
    return writableIndex(file)
  } catch (error) {
    if (!isDamage(error) && !(error instanceof OtherLayout)) throw error
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
    return index.shrink()
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
    const layout = layoutOf(database)
    if (layout !== 0 && layout !== LAYOUT) throw new OtherLayout()
    // Of an empty file only. Merging frees about as many pages as the index has.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL')
    database.exec('PRAGMA journal_mode = WAL')
    // Words that a power cut loses are indexed again.
    database.exec('PRAGMA synchronous = NORMAL')
    database.exec('PRAGMA secure_delete = ON')
    if (layoutOf(database) !== LAYOUT) {
      inTransaction(database, () => {
        // Another process may have made them while this one waited.
        if (layoutOf(database) !== LAYOUT) database.exec(TABLES)
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
    clear: () => database.exec(CLEAR),
    shrink: () => Number(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy']) === 0,
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

/** All tables but `state`. Prepares the statements once. */
function wordTable(database: DatabaseSync): WordTable {
  return {...wordWriter(database), ...wordFinder(database)}
}

function wordWriter(database: DatabaseSync): Omit<WordTable, 'find'> {
  const datasets = nameTable(database, 'datasets')
  const places = nameTable(database, 'places')
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
  let isMerging = false

  const remove = (dataset: number, id: string): void => {
    const row = known.get(dataset, id)
    if (!row) return
    const rowid = Number(row['id'])
    dropWords.run(rowid)
    dropDocument.run(rowid)
  }
  const placeNumber = (place: Place): number =>
    places.find(place) ?? (places.count() < MAX_PLACES ? places.add(place) : 0)

  return {
    put(dataset, id, texts) {
      const number = datasets.find(dataset) ?? datasets.add(dataset)
      remove(number, id)
      const rowid = addDocument.run(number, id).lastInsertRowid
      const words = Array.from(texts, ([place, text]) =>
        text.replace(TOKEN, `${prefixOf(placeNumber(place))}$&`),
      )
      addWords.run(rowid, words.join(' '))
    },
    remove(dataset, id) {
      const number = datasets.find(dataset)
      if (number !== undefined) remove(number, id)
    },
    removeDataset(dataset) {
      const number = datasets.find(dataset) ?? null
      dropDatasetWords.run(number)
      dropDataset.run(number)
    },
    tidy() {
      const before = total()
      // The sign begins a merge of all parts into one, in which a search has to look only once.
      merge.run(isMerging ? MERGED_PAGES : -MERGED_PAGES)
      isMerging = total() - before > 1
      if (!isMerging) database.exec('PRAGMA incremental_vacuum')
      return isMerging
    },
  }
}

function wordFinder(database: DatabaseSync): Pick<WordTable, 'find'> {
  const places = nameTable(database, 'places')
  const find = database.prepare('SELECT rowid FROM words WHERE words MATCH ? LIMIT ?')
  find.setReturnArrays(true)
  const idOf = documentIds(database)

  /** The numbers of the places to look in. A place without a number has no words, or they are among the others. */
  const numbersOf = (search: TextSearch): {numbers: number[]; isExact: boolean} => {
    const found = search.places?.map(places.find)
    const isFull = found?.includes(undefined) && places.count() >= MAX_PLACES
    if (!found || isFull) return {numbers: places.all(), isExact: false}
    return {numbers: found.filter((one) => one !== undefined), isExact: search.isExact}
  }

  return {
    find(dataset, search, most) {
      const {numbers, isExact} = numbersOf(search)
      if (numbers.length === 0) return {ids: [], isExact}
      const rows = find.all(ftsQuery(search, numbers), isExact ? -1 : most)
      const ids: string[] = []
      for (const row of rows) {
        const id = idOf(dataset, Number(row[0]))
        if (id !== '') ids.push(id)
      }
      return {ids, isExact}
    },
  }
}

/** By dataset, the documents found so far. No entry is ever outdated: no number is used again. */
function documentIds(database: DatabaseSync): (dataset: string, number: number) => string {
  const known = new Map<string, Map<number, string>>()
  const find = database.prepare(
    'SELECT document FROM docs JOIN datasets ON datasets.id = dataset WHERE docs.id = ? AND name = ?',
  )
  return (dataset, number) => {
    const ids = known.get(dataset) ?? new Map<number, string>()
    const id = ids.get(number)
    if (id !== undefined) return id
    // Empty for a document of another dataset.
    const found = String(find.get(number, dataset)?.['document'] ?? '')
    if (ids.size >= MAX_DOCUMENT_IDS) ids.clear()
    known.set(dataset, ids.set(number, found))
    return found
  }
}

/** Of a dataset. Also documents that were changed since have an entry. */
const MAX_DOCUMENT_IDS = 200_000

interface NameTable {
  find(name: string): number | undefined
  add(name: string): number
  all(): number[]
  count(): number
}

function nameTable(database: DatabaseSync, table: 'datasets' | 'places'): NameTable {
  const find = database.prepare(`SELECT id FROM ${table} WHERE name = ?`)
  const add = database.prepare(`INSERT INTO ${table} (name) VALUES (?)`)
  const all = database.prepare(`SELECT id FROM ${table}`)
  const count = database.prepare(`SELECT count(*) AS n FROM ${table}`)
  return {
    find(name) {
      const row = find.get(name)
      return row && Number(row['id'])
    },
    add: (name) => Number(add.run(name).lastInsertRowid),
    all: () => all.all().map(({id}) => Number(id)),
    count: () => Number(count.get()?.['n']),
  }
}

/** As the tokenizer `ascii` splits a text. */
const TOKEN = /[^\0-\x2f:-@[-`{-\x7f]+/g

/** Two characters: the number of the place with which a word begins in the index. */
const prefixOf = (place: number): string => place.toString(36).padStart(2, '0')

/** A query for FTS5. */
function ftsQuery({words, isAny}: TextSearch, places: readonly number[]): string {
  const prefixes = places.map(prefixOf)
  const terms = words.map(({token, goesOn}) => {
    const anywhere = prefixes.map((prefix) => `"${prefix}${token}"${goesOn ? '*' : ''}`)
    return `(${anywhere.join(' OR ')})`
  })
  return terms.join(isAny ? ' OR ' : ' AND ')
}
