// `write`: keystrokes through HTTP, held against SQLite alone writing the very same rows as durably.
import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {join} from 'node:path'
import {inTransaction, openDatabase} from '../../lake/store/database.ts'
import {withLake} from './bench-lake.ts'
import {createTypist} from './keystrokes.ts'
import {median, time, type Bench} from './row.ts'

const ROUNDS = 10
const EDITS = 50
const TYPISTS = 8

/** Rounds of the lake and of SQLite alternate, so that both have the same machine. */
export const write: Bench = (say) =>
  withLake({}, async (lake) => {
    const written = openDatabase(join(lake.folder, 'lake.sqlite'), {readOnly: true})
    const bare = openDatabase(join(lake.folder, 'reference.sqlite'))
    const replay = createReplay(written, bare)
    const typists = await Promise.all(
      Array.from({length: TYPISTS}, (_, n) => createTypist(lake, `typist-${n}`)),
    )
    const [first] = typists
    if (!first) throw new Error('Nobody types.')
    for (let n = 0; n < EDITS; n++) await first.type()
    replay()

    const one: number[] = []
    const many: number[] = []
    const alone: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      say('Typing', round + 1, ROUNDS)
      for (let n = 0; n < EDITS; n++) one.push(await time(() => first.type()))
      alone.push(...replay())
      const together = await time(() =>
        Promise.all(
          typists.map(async (typist) => {
            for (let n = 0; n < EDITS / TYPISTS; n++) await typist.type()
          }),
        ),
      )
      many.push(together / (Math.ceil(EDITS / TYPISTS) * TYPISTS))
      alone.push(...replay())
    }
    written.close()
    bare.close()
    const reference = 'SQLite alone, same rows'
    const theirs = median(alone)
    const as = 'rate'
    return [
      {what: 'keystrokes of one typist', reference, ours: median(one), theirs, as},
      {
        what: `keystrokes of ${TYPISTS} typists at once`,
        reference,
        ours: median(many),
        theirs,
        as,
      },
    ]
  })

/**
 * Copies what the lake has written since the last call, one transaction for each of the lake's.
 *
 * @returns the milliseconds that each transaction took, reading left out
 */
function createReplay(from: DatabaseSync, to: DatabaseSync): () => number[] {
  const positions = from.prepare('SELECT position FROM log WHERE position > ? ORDER BY position')
  const select = (table: string): StatementSync =>
    from.prepare(`SELECT * FROM ${table} WHERE position = ?`)
  const [entry, changes, bodies] = [select('log'), select('log_changes'), select('log_bodies')]
  const insertEntry = to.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)')
  const insertChange = to.prepare('INSERT INTO log_changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertBody = to.prepare('INSERT INTO log_bodies VALUES (?, ?, ?, ?)')
  const put = to.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)')
  let done = 0
  return () =>
    positions.all(done).map(({position}) => {
      done = Number(position)
      const rows = [entry, changes, bodies].map((table) =>
        table.all(done).map((row) => Object.values(row)),
      )
      const documents = (rows[1] ?? []).map(([, ordinal, dataset, id, , revision]) => {
        const body = rows[2]?.find((row) => row[1] === ordinal)?.[3] ?? null
        return [dataset ?? null, id ?? null, 'article', revision ?? null, body]
      })
      const begun = performance.now()
      inTransaction(to, () => {
        for (const row of rows[0] ?? []) insertEntry.run(...row)
        for (const row of rows[1] ?? []) insertChange.run(...row)
        for (const row of rows[2] ?? []) insertBody.run(...row)
        for (const row of documents) put.run(...row)
      })
      return performance.now() - begun
    })
}
