// `write`: keystrokes through HTTP, held against SQLite alone writing the very same rows as durably.
import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {join} from 'node:path'
import {inTransaction, openDatabase} from '../../lake/store/database.ts'
import type {Actor, Mutation} from '../../lake/types.ts'
import {createNewsroomLake, DATASET} from '../newsroom-lake.ts'
import {withLake} from './bench-lake.ts'
import {withFolder} from './folder.ts'
import {createDraft, createTypist} from './keystrokes.ts'
import {median, time, type Bench, type Row, type Say} from './row.ts'

const ROUNDS = 10
const EDITS = 192
/** As of a server that has been up for a while. */
const WARM_UP = 1_000
/** How many write at once. */
const CROWDS = [1, 8, 64]
const REFERENCE = 'SQLite alone, same rows, one by one'

export const write: Bench = async (say) => [...(await overHttp(say)), ...(await byCommit(say))]

/** Types one more letter in the draft of somebody. */
type Type = (typist: number) => Promise<unknown>

const overHttp = (say: Say): Promise<Row[]> =>
  withLake({}, async (lake) => {
    const typists = await Promise.all(
      Array.from({length: Math.max(...CROWDS)}, (_, n) => createTypist(lake, `typist-${n}`)),
    )
    return await inTurns('Typing', lake.folder, (n) => typists[n]?.type() ?? Promise.reject(), say)
  })

/** The commit itself with the newsroom's grants and rules, in this process and without HTTP. */
const byCommit = (say: Say): Promise<Row[]> =>
  withFolder([], async (folder) => {
    const lake = createNewsroomLake({dataFolder: folder, origin: 'http://127.0.0.1'})
    const editor: Actor = {id: 'bench', kind: 'user', roles: ['editor'], name: 'Bench'}
    const commit = (mutation: Mutation) =>
      lake.services.commit({
        dataset: DATASET,
        actor: editor,
        steps: [() => ({mutations: [mutation]})],
      })
    const drafts = Array.from({length: Math.max(...CROWDS)}, (_, n) => createDraft(`drafts.c${n}`))
    for (const {document} of drafts) await commit({create: document})
    const type: Type = (n) => commit({patch: {id: `drafts.c${n}`, ...drafts[n]?.edit()}})
    const rows = await inTurns('Committing', folder, type, say)
    await lake.close()
    return rows.map((row) => ({...row, what: `${row.what}, without HTTP`}))
  })

/**
 * Rounds of the lake and of SQLite alternate, so that both have the same machine. Both are counted by
 * the round: now and then SQLite puts its log into the database, and that is part of writing.
 */
async function inTurns(what: string, folder: string, type: Type, say: Say): Promise<Row[]> {
  const {replay, close} = openReplay(folder)
  for (let n = 0; n < WARM_UP; n++) await type(n % Math.max(...CROWDS))
  replay()
  const measured = CROWDS.map((crowd) => ({crowd, ours: [] as number[], alone: [] as number[]}))
  for (let round = 0; round < ROUNDS; round++) {
    say(what, round + 1, ROUNDS)
    for (const {crowd, ours, alone} of measured) {
      const each = Math.ceil(EDITS / crowd)
      const together = await time(() =>
        Promise.all(
          Array.from({length: crowd}, async (_, typist) => {
            for (let n = 0; n < each; n++) await type(typist)
          }),
        ),
      )
      ours.push(together / (each * crowd))
      alone.push(replay())
    }
  }
  close()
  return measured.map(({crowd, ours, alone}) => ({
    what: crowd === 1 ? 'keystrokes of one typist' : `keystrokes of ${crowd} typists at once`,
    reference: REFERENCE,
    ours: median(ours),
    theirs: median(alone),
    as: 'rate',
  }))
}

/** @param folder of a lake that writes; its rows are written again beside it */
function openReplay(folder: string): {replay: () => number; close: () => void} {
  const written = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
  const bare = openDatabase(join(folder, 'reference.sqlite'))
  return {
    replay: createReplay(written, bare),
    close() {
      written.close()
      bare.close()
    },
  }
}

/**
 * Copies what the lake has written since the last call, one transaction for each of the lake's.
 *
 * @returns the milliseconds that one transaction took, on the average; reading left out
 */
function createReplay(from: DatabaseSync, to: DatabaseSync): () => number {
  const positions = from.prepare('SELECT position FROM log WHERE position > ? ORDER BY position')
  const select = (table: string): StatementSync =>
    from.prepare(`SELECT * FROM ${table} WHERE position = ?`)
  const [entry, changes, bodies] = [select('log'), select('log_changes'), select('log_bodies')]
  const insertEntry = to.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)')
  const insertChange = to.prepare('INSERT INTO log_changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const insertBody = to.prepare('INSERT INTO log_bodies VALUES (?, ?, ?, ?)')
  const put = to.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)')
  // Kept for the newest revision alone: that of each before it was as long.
  const head = from.prepare('SELECT * FROM heads WHERE dataset = ? AND id = ?')
  const putHead = to.prepare('INSERT OR REPLACE INTO heads VALUES (?, ?, ?, ?)')
  let done = 0
  return () => {
    const taken = positions.all(done).map(({position}) => {
      done = Number(position)
      const rows = [entry, changes, bodies].map((table) =>
        table.all(done).map((row) => Object.values(row)),
      )
      const documents = (rows[1] ?? []).map(([, ordinal, dataset, id, , revision]) => {
        const body = rows[2]?.find((row) => row[1] === ordinal)?.[3] ?? null
        return [dataset ?? null, id ?? null, 'article', revision ?? null, body]
      })
      const heads = documents.flatMap(([dataset = null, id = null]) =>
        head.all(dataset, id).map((row) => Object.values(row)),
      )
      const begun = performance.now()
      inTransaction(to, () => {
        for (const row of rows[0] ?? []) insertEntry.run(...row)
        for (const row of rows[1] ?? []) insertChange.run(...row)
        for (const row of rows[2] ?? []) insertBody.run(...row)
        for (const row of documents) put.run(...row)
        for (const row of heads) putHead.run(...row)
      })
      return performance.now() - begun
    })
    return taken.reduce((sum, ms) => sum + ms, 0) / taken.length
  }
}
