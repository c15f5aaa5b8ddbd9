// A node that is nothing but a database in memory: a table that writes fill, and one that a foreign key empties.
import {DatabaseSync} from 'node:sqlite'
import {createMember, type Member} from '../../src/cluster/member.ts'
import {NO_CHAIN, type SharedLog} from '../../src/cluster/shared-log.ts'
import {inTransaction} from '../../src/store/database.ts'

const TABLES = `
  CREATE TABLE cluster (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT, node TEXT, position INTEGER, chain BLOB);
  CREATE TABLE writes (id TEXT PRIMARY KEY, node TEXT NOT NULL, number INTEGER NOT NULL);
  CREATE TABLE articles (id TEXT PRIMARY KEY, text TEXT NOT NULL);
  CREATE TABLE words (article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, word TEXT NOT NULL,
    PRIMARY KEY (article, word)) WITHOUT ROWID;
  PRAGMA foreign_keys = ON;`

export interface SmallNode {
  name: string
  database: DatabaseSync
  member: Member
}

export function createSmallNode(name: string, log: SharedLog): SmallNode {
  const database = new DatabaseSync(':memory:')
  database.exec(TABLES)
  database.prepare('INSERT INTO cluster VALUES (1, ?, ?, 0, ?)').run('test', name, NO_CHAIN)
  return {name, database, member: createMember({database, log})}
}

/** As after a restart: the file is what it was, the rest is new. */
export function restart(node: SmallNode, log: SharedLog): void {
  node.member = createMember({database: node.database, log})
}

/** Stores a write with its number, an article, and words. Does nothing for an `id` that is there. */
export const write = ({database, name}: SmallNode, id: string, text: string): number =>
  inTransaction(database, () => {
    const known = database.prepare('SELECT number FROM writes WHERE id = ?').get(id)
    if (known) return Number(known['number'])
    const number = Number(database.prepare('SELECT count(*) AS n FROM writes').get()?.['n']) + 1
    database.prepare('INSERT INTO writes VALUES (?, ?, ?)').run(id, name, number)
    const article = `article-${number % 3}`
    // With its words, which the foreign key deletes.
    database.prepare('DELETE FROM articles WHERE id = ?').run(`article-${(number + 1) % 3}`)
    database.prepare('DELETE FROM articles WHERE id = ?').run(article)
    database.prepare('INSERT INTO articles VALUES (?, ?)').run(article, text)
    for (const word of new Set(text.split(' ')))
      database.prepare('INSERT INTO words VALUES (?, ?)').run(article, word)
    return number
  })

/** Everything but how far the node is. */
export const contentOf = ({database}: Pick<SmallNode, 'database'>): unknown[][] =>
  ['writes', 'articles', 'words'].map((table) =>
    database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  )
