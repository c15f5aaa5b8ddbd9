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
const EDITS = 50
/** How many write at once. */
const CROWDS = [8, 64]
const REFERENCE = 'SQLite alone, same rows'

export const write: Bench = async (say) => [...(await overHttp(say)), await byCommit(say)]

/** Rounds of the lake and of SQLite alternate, so that both have the same machine. */
const overHttp = (say: Say): Promise<Row[]> =>
  withLake({}, async (lake) => {
    const {replay, close} = openReplay(lake.folder)
    const typists = await Promise.all(
      Array.from({length: Math.max(...CROWDS)}, (_, n) => createTypist(lake, `typist-${n}`)),
    )
    const [first] = typists
    if (!first) throw new Error('Nobody types.')
    for (let n = 0; n < EDITS; n++) await first.type()
    replay()

    const one: number[] = []
    const many = CROWDS.map((): number[] => [])
    const alone: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      say('Typing', round + 1, ROUNDS)
      for (let n = 0; n < EDITS; n++) one.push(await time(() => first.type()))
      alone.push(...replay())
      for (const [at, crowd] of CROWDS.entries()) {
        const each = Math.ceil(EDITS / crowd)
        const together = await time(() =>
          Promise.all(
            typists.slice(0, crowd).map(async (typist) => {
              for (let n = 0; n < each; n++) await typist.type()
            }),
          ),
        )
        many[at]?.push(together / (each * crowd))
        alone.push(...replay())
      }
    }
    close()
    const theirs = median(alone)
    const row = (what: string, ours: number[]): Row => ({
      what,
      reference: REFERENCE,
      ours: median(ours),
      theirs,
      as: 'rate',
    })
    return [
      row('keystrokes of one typist', one),
      ...CROWDS.map((crowd, at) => row(`keystrokes of ${crowd} typists at once`, many[at] ?? [])),
    ]
  })

/** The commit itself with the newsroom's grants and rules, in this process and without HTTP. */
const byCommit = (say: Say): Promise<Row> =>
  withFolder([], async (folder) => {
    const lake = createNewsroomLake({dataFolder: folder, origin: 'http://127.0.0.1'})
    const editor: Actor = {id: 'bench', kind: 'user', roles: ['editor'], name: 'Bench'}
    const commit = (mutation: Mutation) =>
      lake.services.commit({
        dataset: DATASET,
        actor: editor,
        steps: [() => ({mutations: [mutation]})],
      })
    const draft = createDraft('drafts.committed')
    await commit({create: draft.document})
    const {replay, close} = openReplay(folder)
    const edit = () => commit({patch: {id: 'drafts.committed', ...draft.edit()}})
    for (let n = 0; n < EDITS; n++) await edit()
    replay()
    const ours: number[] = []
    const alone: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      say('Committing', round + 1, ROUNDS)
      for (let n = 0; n < EDITS; n++) ours.push(await time(edit))
      alone.push(...replay())
    }
    close()
    await lake.close()
    return {
      what: 'the same commits, without HTTP',
      reference: REFERENCE,
      ours: median(ours),
      theirs: median(alone),
      as: 'rate',
    }
  })

/** @param folder of a lake that writes; its rows are written again beside it */
export function openReplay(folder: string): {replay: () => number[]; close: () => void} {
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
