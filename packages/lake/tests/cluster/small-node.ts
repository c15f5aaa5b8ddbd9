// A node that is nothing but a database in memory: a table that writes fill, and one that a foreign key empties.
import {DatabaseSync, type StatementSync} from 'node:sqlite'
import {createMember, type Member} from '../../src/cluster/member.ts'
import {NO_CHAIN, type SharedLog} from '../../src/cluster/shared-log.ts'
import {inTransaction, type Attempt} from '../../src/store/database.ts'

const TABLES = `
  CREATE TABLE cluster (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT, node TEXT, position INTEGER, chain BLOB);
  CREATE TABLE writes (id TEXT PRIMARY KEY, node TEXT NOT NULL, number INTEGER NOT NULL);
  CREATE TABLE attempts (number INTEGER PRIMARY KEY AUTOINCREMENT, ticket TEXT NOT NULL);
  CREATE TABLE articles (id TEXT PRIMARY KEY, text TEXT NOT NULL);
  CREATE TABLE words (article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, word TEXT NOT NULL,
    PRIMARY KEY (article, word)) WITHOUT ROWID;
  PRAGMA foreign_keys = ON;`

export interface SmallNode {
  name: string
  database: DatabaseSync
  member: Member
  statements: Record<keyof typeof STATEMENTS, StatementSync>
}

const STATEMENTS = {
  numberOf: 'SELECT number FROM writes WHERE id = ?',
  count: 'SELECT count(*) AS n FROM writes',
  tally: 'INSERT INTO attempts (ticket) VALUES (?)',
  add: 'INSERT INTO writes VALUES (?, ?, ?)',
  // With its words, which the foreign key deletes.
  remove: 'DELETE FROM articles WHERE id = ?',
  put: 'INSERT INTO articles VALUES (?, ?)',
  putWord: 'INSERT INTO words VALUES (?, ?)',
}

export function createSmallNode(name: string, log: SharedLog): SmallNode {
  const database = new DatabaseSync(':memory:')
  database.exec(TABLES)
  database.prepare('INSERT INTO cluster VALUES (1, ?, ?, 0, ?)').run('test', name, NO_CHAIN)
  const prepared = Object.entries(STATEMENTS).map(([key, sql]) => [key, database.prepare(sql)])
  const statements = Object.fromEntries(prepared) as SmallNode['statements']
  return {name, database, member: createMember({database, log}), statements}
}

/** As after a restart: the file is what it was, the rest is new. */
export function restart(node: SmallNode, log: SharedLog): void {
  node.member = createMember({database: node.database, log})
}

/** Stores a write with its number, an article, and words. Does nothing for an `id` that is there. */
export const write = ({database, name, statements}: SmallNode, id: string, text: string): number =>
  inTransaction(database, () => {
    const {numberOf, count, add, remove, put, putWord} = statements
    const known = numberOf.get(id)
    if (known) return Number(known['number'])
    const number = Number(count.get()?.['n']) + 1
    add.run(id, name, number)
    const article = `article-${number % 3}`
    remove.run(`article-${(number + 1) % 3}`)
    remove.run(article)
    put.run(article, text)
    for (const word of new Set(text.split(' '))) putWord.run(article, word)
    return number
  })

/**
 * Stores a row without an ID, such as an attempt to sign in.
 * @param attempts earlier ones of the same, as `inTransaction` takes them
 */
export const tally = (
  {database, statements}: SmallNode,
  ticket: string,
  attempts: Attempt<number>[],
): number =>
  inTransaction(database, () => Number(statements.tally.run(ticket).lastInsertRowid), attempts)

/** Everything but how far the node is. */
export const contentOf = ({database}: Pick<SmallNode, 'database'>): unknown[][] =>
  ['writes', 'articles', 'words', 'attempts'].map((table) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  )
