// `write`: keystrokes through HTTP, compared with SQLite writing the same rows as durably without the
// lake.
import {fork} from 'node:child_process'
import {once} from 'node:events'
import type {Actor, Mutation} from '@copydesk/lake/types'
import {createNewsroomLake, DATASET} from '../../server/newsroom-lake.ts'
import {withLake} from './bench-lake.ts'
import {withFolder} from './folder.ts'
import {createDraft, createTypist} from './keystrokes.ts'
import {createPoster} from './post.ts'
import {openReplay} from './replay.ts'
import {median, time, type Bench, type Row, type Say} from './row.ts'

const ROUNDS = 10
const EDITS = 192
/** As of a server that has been up for a while. */
const WARM_UP = 1_000
/** How many write at once. */
const CROWDS = [1, 8, 64]
const ACTION = {actionType: 'sanity.action.document.edit'}

export const write: Bench = async (say) => [...(await overHttp(say)), ...(await byCommit(say))]

/** Types one more letter in the draft of somebody. */
type Type = (typist: number) => Promise<unknown>

interface Reference {
  name: string
  /**
   * Writes what the lake has written since the last call, by so many at once.
   *
   * @returns the milliseconds that one transaction took, on the average
   */
  write(crowd: number): Promise<number>
  close(): void
}

const overHttp = (say: Say): Promise<Row[]> =>
  withLake({}, async (lake) => {
    const typists = await Promise.all(
      Array.from({length: Math.max(...CROWDS)}, (_, n) => createTypist(lake, `typist-${n}`)),
    )
    const references = [createPlainSqlite(lake.folder), await createFloor(lake.folder)]
    const type: Type = async (n) => await typists[n]?.type()
    return await alternate('Typing', references, type, say)
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
    const rows = await alternate('Committing', [createPlainSqlite(folder)], type, say)
    await lake.close()
    return rows.map((row) => ({...row, what: `${row.what}, without HTTP`}))
  })

/**
 * Rounds of the lake and of SQLite alternate, so that both have the same machine. Both are counted by
 * the round: now and then SQLite puts its log into the database, and that is part of writing.
 */
async function alternate(
  what: string,
  references: readonly Reference[],
  type: Type,
  say: Say,
): Promise<Row[]> {
  for (let n = 0; n < WARM_UP; n++) await type(n % Math.max(...CROWDS))
  for (const {write} of references) await write(1)
  const measured = CROWDS.map((crowd) => ({
    crowd,
    ours: [] as number[],
    theirs: references.map((): number[] => []),
  }))
  for (let round = 0; round < ROUNDS; round++) {
    say(what, round + 1, ROUNDS)
    for (const {crowd, ours, theirs} of measured) {
      const each = EDITS / crowd
      const together = await time(() =>
        atOnce(crowd, async (typist) => {
          for (let n = 0; n < each; n++) await type(typist)
        }),
      )
      ours.push(together / EDITS)
      for (const [at, {write}] of references.entries()) theirs[at]?.push(await write(crowd))
    }
  }
  for (const {close} of references) close()
  return measured.flatMap(({crowd, ours, theirs}) =>
    references.map(({name}, at) => ({
      what: crowd === 1 ? 'keystrokes of one typist' : `keystrokes of ${crowd} typists at once`,
      reference: name,
      ours: median(ours),
      theirs: median(theirs[at] ?? []),
      as: 'rate' as const,
    })),
  )
}

async function atOnce(crowd: number, work: (n: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({length: crowd}, (_, n) => work(n)))
}

/** The lake's rows, written by SQLite without the lake, in this process. */
function createPlainSqlite(folder: string): Reference {
  const replay = openReplay(folder, 'reference.sqlite')
  return {
    name: 'SQLite alone, same rows, one by one',
    async write() {
      const all = replay.read()
      const taken = await time(() => all.forEach((one) => one()))
      return taken / all.length
    },
    close: replay.close,
  }
}

/** The same behind the least of a server, asked for by as many at once. */
async function createFloor(folder: string): Promise<Reference> {
  const child = fork(new URL('./write-floor-process.ts', import.meta.url), [folder])
  const [origin] = (await once(child, 'message')) as [string]
  const {post, close} = createPoster(Math.max(...CROWDS))
  const body = {actions: [{...ACTION, publishedId: 'floor', patch: createDraft('floor').edit()}]}
  return {
    name: 'SQLite behind node:http, same rows, one by one',
    async write(crowd) {
      const {left} = JSON.parse(await post(`${origin}/read`, {}, {})) as {left: number}
      const each = left / crowd
      const taken = await time(() =>
        atOnce(crowd, async () => {
          for (let n = 0; n < each; n++) await post(origin, body, {})
        }),
      )
      return taken / left
    },
    close() {
      close()
      child.kill()
    },
  }
}
