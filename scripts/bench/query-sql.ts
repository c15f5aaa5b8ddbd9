// The reference of `query` in SQL: the same documents as JSONB, with every index that the statements want.
import {DatabaseSync, type SQLInputValue} from 'node:sqlite'
import {join} from 'node:path'
import {documentTable, isPublished, openDatabase, referencesIn} from '@copydesk/lake/store'
import {DATASET} from '../../server/newsroom-lake.ts'
import type {LakeDocument} from '@copydesk/lake/types'
import type {Asked} from './query-asked.ts'

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  PRAGMA cache_size = -524288;
  CREATE TABLE documents (id TEXT PRIMARY KEY, type TEXT, published INTEGER, body BLOB);
  CREATE TABLE edges (target TEXT, source TEXT, PRIMARY KEY (target, source)) WITHOUT ROWID;
  CREATE TABLE topics_of (topic TEXT, article TEXT, PRIMARY KEY (topic, article)) WITHOUT ROWID;
  CREATE TABLE authors_of (author TEXT, published INTEGER, published_at TEXT, article TEXT);
  CREATE VIRTUAL TABLE texts USING fts5 (text, content = '', detail = none, columnsize = 0);
  INSERT INTO texts (texts, rank) VALUES ('hashsize', 67108864);
`
const INDEXES = `
  CREATE INDEX by_type ON documents (published, type);
  CREATE INDEX by_slug ON documents (json_extract(body, '$.slug.current'))
    WHERE published = 1 AND type = 'article';
  CREATE INDEX by_date ON documents (json_extract(body, '$.firstPublishedAt') DESC, id)
    WHERE published = 1 AND type = 'article';
  CREATE INDEX by_section ON documents
    (json_extract(body, '$.section._ref'), json_extract(body, '$.firstPublishedAt') DESC, id)
    WHERE published = 1 AND type = 'article';
  CREATE INDEX by_author ON authors_of (author, published, published_at DESC, article);
  ANALYZE;
`

interface Article {
  headline: string
  dek: string
  firstPublishedAt?: string
  topics: {_ref: string}[]
  bylines: {author: {_ref: string}}[]
  body: {children?: {text: string}[]}[]
}

const fileIn = (folder: string): string => join(folder, 'reference.sqlite')

/** Copies the lake's documents of a folder. */
export function buildReference(folder: string): void {
  const lake = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
  const reference = new DatabaseSync(fileIn(folder))
  reference.exec(SCHEMA)
  const put = reference.prepare('INSERT INTO documents VALUES (?, ?, ?, jsonb(?))')
  const edge = reference.prepare('INSERT OR IGNORE INTO edges VALUES (?, ?)')
  const topic = reference.prepare('INSERT INTO topics_of VALUES (?, ?)')
  const author = reference.prepare('INSERT INTO authors_of VALUES (?, ?, ?, ?)')
  const words = reference.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)')
  reference.exec('BEGIN')
  for (const text of documentTable(lake).texts(DATASET)) {
    const document = JSON.parse(text) as LakeDocument
    const {_id, _type} = document
    const published = isPublished(_id)
    const {lastInsertRowid} = put.run(_id, _type, published ? 1 : 0, text)
    if (published) for (const {target} of referencesIn(document)) edge.run(target, _id)
    if (_type !== 'article') continue
    const article = document as unknown as Article
    for (const {author: who} of article.bylines) {
      author.run(who._ref, published ? 1 : 0, article.firstPublishedAt ?? null, _id)
    }
    if (!published) continue
    for (const {_ref} of article.topics) topic.run(_ref, _id)
    const texts = article.body.flatMap(({children = []}) => children.map(({text}) => text))
    words.run(lastInsertRowid, [article.headline, article.dek, ...texts].join('\n'))
  }
  reference.exec(`COMMIT; ${INDEXES}`)
  reference.close()
  lake.close()
}

/** Answers as JSON text, by a statement that is prepared once. */
export function createReference(
  folder: string,
): (asked: Asked) => (params: Record<string, unknown>) => string {
  const database = new DatabaseSync(fileIn(folder), {readOnly: true})
  database.exec('PRAGMA cache_size = -262144; PRAGMA mmap_size = 8589934592')
  return ({sql}) => {
    if (!sql) throw new Error('There is no such statement.')
    const {text, params: names, isOne} = sql
    const statement = database.prepare(text)
    return (params) => {
      const values = names.map((name): SQLInputValue => {
        const value = params[name]
        return typeof value === 'string' ? value : JSON.stringify(value)
      })
      if (isOne) return String(statement.get(...values)?.json ?? null)
      const rows = statement.all(...values).map(({json}) => String(json))
      return `[${rows.join(',')}]`
    }
  }
}
