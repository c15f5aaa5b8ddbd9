// Table `documents`, with the references and the short copies of its documents.
import type {DatabaseSync} from 'node:sqlite'
import type {LakeDocument} from '../types.ts'
import {shortDocumentTable, type ShortDocument, type ShortDocumentTable} from './short-documents.ts'

export interface StoredReference {
  target: string
  weak: boolean
}

/** Whole documents. */
interface DocumentReader {
  get(dataset: string, id: string): LakeDocument | null
  /** Ascending by `_id`, in the order of GROQ's `*`. */
  all(dataset: string): LakeDocument[]
  /** A document's JSON text. */
  text(dataset: string, id: string): string | null
  /** All of them, one after the other, ascending by `_id`. */
  texts(dataset: string): Iterable<string>
  /** Documents of all datasets after the given one, ascending by dataset and `_id`. */
  after(dataset: string, id: string): Iterable<{dataset: string; id: string; text: string}>
  /** Documents of one type, ascending by `_id`. */
  ofType(dataset: string, type: string): LakeDocument[]
  /** The same as an iterable, so that not all are in memory. */
  eachOfType(dataset: string, type: string): Iterable<LakeDocument>
  /** Comments or tasks about a document (`target.document`), ascending by `_id`. */
  about(dataset: string, type: 'comment' | 'tasks.task', id: string): LakeDocument[]
}

/** Documents without their long fields. */
interface ShortDocumentReader {
  short(dataset: string, id: string): ShortDocument | null
  /** All of them, one after the other, ascending by `_id`. Long fields are not read. */
  allShort(dataset: string): Iterable<ShortDocument>
}

/** IDs and counts, from indexes. */
interface DocumentFinder {
  /** IDs with this prefix, ascending. */
  idsUnder(dataset: string, prefix: string): string[]
  /** Ids of stored documents that refer to `target`, ascending. */
  referencing(dataset: string, target: string, options?: {strongOnly?: boolean}): string[]
  count(dataset: string): number
  /** How many documents of each type there are, ascending by type. */
  typeCounts(dataset: string): Map<string, number>
}

interface DocumentWriter {
  /**
   * Returns the document's JSON text.
   * @param references undefined if they have not changed
   */
  put(dataset: string, document: LakeDocument, references: StoredReference[] | undefined): string
  remove(dataset: string, id: string): void
}

export interface DocumentTable
  extends DocumentReader, ShortDocumentReader, DocumentFinder, DocumentWriter {}

/** SQLite keeps a document of up to this many bytes in one page. */
const ONE_PAGE = 4_000

/** How many documents of each type a dataset has, ascending by type. Read from the index. */
export function typeCounts(database: DatabaseSync, dataset: string): Map<string, number> {
  const rows = database
    .prepare('SELECT type, count(*) AS n FROM documents WHERE dataset = ? GROUP BY type')
    .all(dataset)
  return new Map(rows.map(({type, n}) => [String(type), Number(n)]))
}

/** Prepares all statements once. */
export function documentTable(database: DatabaseSync): DocumentTable {
  const shortDocuments = shortDocumentTable(database)
  const documents = documentReader(database)
  return {
    ...documents,
    ...shortDocumentReader(database, {shortDocuments, documents}),
    ...documentFinder(database),
    ...documentWriter(database, shortDocuments),
  }
}

type Row = Record<string, unknown>

const bodyOf = (row: Row): string => String(row['body'])
const parsed = (row: Row): LakeDocument => JSON.parse(bodyOf(row)) as LakeDocument

function documentReader(database: DatabaseSync): DocumentReader {
  const get = database.prepare('SELECT body FROM documents WHERE dataset = ? AND id = ?')
  const all = database.prepare('SELECT body FROM documents WHERE dataset = ? ORDER BY id')
  const after = database.prepare(
    'SELECT dataset, id, body FROM documents WHERE (dataset, id) > (?, ?) ORDER BY dataset, id',
  )
  const ofType = database.prepare(
    'SELECT body FROM documents WHERE dataset = ? AND type = ? ORDER BY id',
  )
  // SQLite uses the index `documents_by_target` only for a condition with exactly its expression.
  const about = database.prepare(
    `SELECT body FROM documents
     WHERE dataset = ? AND type = ? AND type IN ('comment', 'tasks.task')
     AND json_extract(body, '$.target.document._ref') = ? ORDER BY +id`,
  )
  return {
    get(dataset, id) {
      const row = get.get(dataset, id)
      return row ? parsed(row) : null
    },
    all: (dataset) => all.all(dataset).map(parsed),
    text(dataset, id) {
      const row = get.get(dataset, id)
      return row ? bodyOf(row) : null
    },
    *texts(dataset) {
      for (const row of all.iterate(dataset)) yield bodyOf(row)
    },
    *after(dataset, id) {
      for (const row of after.iterate(dataset, id)) {
        yield {dataset: String(row['dataset']), id: String(row['id']), text: bodyOf(row)}
      }
    },
    ofType: (dataset, type) => ofType.all(dataset, type).map(parsed),
    *eachOfType(dataset, type) {
      for (const row of ofType.iterate(dataset, type)) yield parsed(row)
    },
    about: (dataset, type, id) => about.all(dataset, type, id).map(parsed),
  }
}

function shortDocumentReader(
  database: DatabaseSync,
  {shortDocuments, documents}: {shortDocuments: ShortDocumentTable; documents: DocumentReader},
): ShortDocumentReader {
  // Without longer texts, because a text that does not fit into a page takes several reads.
  const withSmallBodies = database.prepare(
    `SELECT id, CASE WHEN octet_length(body) <= ${ONE_PAGE} THEN body END AS body
     FROM documents WHERE dataset = ? ORDER BY id`,
  )
  const shortOf = (dataset: string, id: string): ShortDocument | null => {
    const short = shortDocuments.get(dataset, id)
    if (short) return short
    const text = documents.text(dataset, id)
    return text === null ? null : {text}
  }
  return {
    short: shortOf,
    *allShort(dataset) {
      using copies = shortDocuments.all(dataset)
      let next = copies.next()
      for (const {id, body} of withSmallBodies.iterate(dataset)) {
        if (!next.done && next.value.id === id) {
          yield next.value.short
          next = copies.next()
        } else {
          const short = body === null ? shortOf(dataset, String(id)) : {text: String(body)}
          if (short) yield short
        }
      }
    },
  }
}

function documentFinder(database: DatabaseSync): DocumentFinder {
  const under = database.prepare(
    'SELECT id FROM documents WHERE dataset = ? AND id >= ? AND id < ? ORDER BY id',
  )
  const referencing = database.prepare(
    `SELECT DISTINCT source FROM document_references
     WHERE dataset = ? AND target = ? AND weak <= ? ORDER BY source`,
  )
  const count = database.prepare('SELECT count(*) AS n FROM documents WHERE dataset = ?')
  return {
    idsUnder: (dataset, prefix) =>
      under.all(dataset, prefix, `${prefix}\u{10ffff}`).map((row) => String(row.id)),
    referencing: (dataset, target, {strongOnly = false} = {}) =>
      referencing.all(dataset, target, strongOnly ? 0 : 1).map((row) => String(row.source)),
    count: (dataset) => Number(count.get(dataset)?.n ?? 0),
    typeCounts: (dataset) => typeCounts(database, dataset),
  }
}

function documentWriter(
  database: DatabaseSync,
  shortDocuments: ShortDocumentTable,
): DocumentWriter {
  const put = database.prepare(
    `INSERT INTO documents (dataset, id, type, rev, body) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (dataset, id) DO UPDATE
     SET type = excluded.type, rev = excluded.rev, body = excluded.body`,
  )
  const remove = database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const forget = database.prepare(
    'DELETE FROM document_references WHERE dataset = ? AND source = ?',
  )
  const remember = database.prepare(
    `INSERT OR IGNORE INTO document_references (dataset, source, target, weak)
     VALUES (?, ?, ?, ?)`,
  )
  return {
    put(dataset, document, references) {
      const {_id: id, _type: type, _rev: rev} = document
      const text = JSON.stringify(document)
      put.run(dataset, id, type, rev, text)
      shortDocuments.put(dataset, document)
      if (references) forget.run(dataset, id)
      for (const {target, weak} of references ?? []) remember.run(dataset, id, target, weak ? 1 : 0)
      return text
    },
    remove(dataset, id) {
      remove.run(dataset, id)
      shortDocuments.remove(dataset, id)
      forget.run(dataset, id)
    },
  }
}
