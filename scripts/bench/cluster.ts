// `cluster`: keystrokes on a node of a cluster, compared with a newsroom of its own. PostgreSQL is on the same machine;
// one row adds a line with a millisecond of network.
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {createCluster, joinCluster} from '@copydesk/lake/cluster'
import {openDatabase} from '@copydesk/lake/store'
import type {Lake} from '@copydesk/lake'
import type {Actor, Mutation} from '@copydesk/lake/types'
import {createNewsroomLake, DATASET} from '../../server/newsroom-lake.ts'
import {startPostgres} from '../../tests/support/postgres.ts'
import {withFolder} from './folder.ts'
import {createDraft} from './keystrokes.ts'
import {median, time, type Bench, type Row, type Say} from './row.ts'

const ROUNDS = 20
const EDITS = 192
/** How many write at once. */
const CROWDS = [1, 8, 64]
const MOST = Math.max(...CROWDS)
/** Articles that are imported at another node. */
const IMPORTED = 10_000
/** Milliseconds between two keys of somebody who types meanwhile. */
const KEY_MS = 50

export const cluster: Bench = async (say) => {
  const postgres = await startPostgres()
  try {
    return await withFolder([], (own) =>
      withFolder([], async (shared) => {
        const {url} = postgres
        await makeCluster(url, shared)
        const rows = await compare(own, {folder: shared, url}, say)
        const far = await overSlowLine(postgres.port, (port) =>
          keysOfOne(own, {folder: shared, url: url.replace(`:${postgres.port}`, `:${port}`)}, say),
        )
        return [...rows, far, ...(await besideImport({folder: shared, url}, say))]
      }),
    )
  } finally {
    await postgres.stop()
  }
}

/** A node's folder, and the database of its cluster. */
interface Node {
  folder: string
  url: string
}

async function makeCluster(url: string, folder: string): Promise<void> {
  const databaseFile = join(folder, 'lake.sqlite')
  const database = openDatabase(databaseFile)
  await createCluster(url, {database, databaseFile})
  database.close()
}

const ORIGIN = 'http://127.0.0.1'
const openAlone = (dataFolder: string): Lake => createNewsroomLake({dataFolder, origin: ORIGIN})
const openNode = ({folder, url}: Node): Lake =>
  createNewsroomLake({dataFolder: folder, origin: ORIGIN, cluster: {url, node: 'bench'}})

async function compare(own: string, shared: Node, say: Say): Promise<Row[]> {
  const alone = openAlone(own)
  const node = openNode(shared)
  const writers = [await createWriter(node), await createWriter(alone)]
  const measured = CROWDS.map((crowd) => ({crowd, times: writers.map((): number[] => [])}))
  for (let round = 0; round < ROUNDS; round++) {
    say('Typing on a node', round + 1, ROUNDS)
    for (const {crowd, times} of measured) {
      for (const [at, type] of writers.entries()) {
        const taken = await time(() => typeAtOnce(crowd, type))
        times[at]?.push(taken / EDITS)
      }
    }
  }
  await Promise.all([alone.close(), node.close()])
  return measured.map(({crowd, times: [ours = [], theirs = []]}) => ({
    what: crowd === 1 ? 'keystrokes of one typist' : `keystrokes of ${crowd} typists at once`,
    reference: 'a newsroom of its own',
    ours: median(ours),
    theirs: median(theirs),
    as: 'rate' as const,
  }))
}

/** What a network of one millisecond, there and back, costs a key. */
async function keysOfOne(own: string, shared: Node, say: Say): Promise<Row> {
  const alone = openAlone(own)
  const node = openNode(shared)
  const writers = [await createWriter(node, 'far'), await createWriter(alone, 'far')]
  const times = writers.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    say('Typing over a slow line', round + 1, ROUNDS)
    for (const [at, type] of writers.entries()) {
      for (let key = 0; key < ROUNDS; key++) times[at]?.push(await time(() => type(0)))
    }
  }
  await Promise.all([alone.close(), node.close()])
  const [ours = [], theirs = []] = times
  return {
    what: 'a keystroke with 1 ms of network to PostgreSQL',
    reference: 'a newsroom of its own',
    ours: median(ours),
    theirs: median(theirs),
  }
}

async function overSlowLine<T>(target: number, work: (port: number) => Promise<T>): Promise<T> {
  const line = fork(new URL('./slow-line.ts', import.meta.url), [String(target)])
  const [port] = (await once(line, 'message')) as [number]
  try {
    return await work(port)
  } finally {
    line.kill()
  }
}

type Type = (typist: number) => Promise<unknown>

async function createWriter({services: {commit}}: Lake, name = 'c'): Promise<Type> {
  const actor: Actor = {id: 'bench', kind: 'user', roles: ['editor'], name: 'Bench'}
  const write = (mutation: Mutation) =>
    commit({dataset: DATASET, actor, steps: [() => ({mutations: [mutation]})]})
  const drafts = Array.from({length: MOST}, (_, n) => createDraft(`drafts.${name}${n}`))
  for (const {document} of drafts) await write({create: document})
  return (n) => write({patch: {id: `drafts.${name}${n}`, ...drafts[n]?.edit()}})
}

async function typeAtOnce(crowd: number, type: Type): Promise<void> {
  const typist = async (n: number): Promise<void> => {
    for (let edit = 0; edit < EDITS / crowd; edit++) await type(n)
  }
  await Promise.all(Array.from({length: crowd}, (_, n) => typist(n)))
}

/** How long a key takes at one node while another imports. */
async function besideImport(shared: Node, say: Say): Promise<Row[]> {
  return await withFolder([], async (other) => {
    const {url} = shared
    await joinCluster({url, node: 'importer'}, other)
    const node = openNode(shared)
    const type = await createWriter(node, 'import')
    const script = new URL('./cluster-importer.ts', import.meta.url)
    const importer = fork(script, [other, url, String(IMPORTED)])
    await once(importer, 'message')
    say('Typing beside an import', 1, 2)
    const theirs = await typeUntil(type, setTimeout(10_000))
    say('Typing beside an import', 2, 2)
    importer.send('import')
    const ours = await typeUntil(type, once(importer, 'message'))
    importer.kill()
    await node.close()
    const what = `of ${ours.length} keys while another node imports ${IMPORTED.toLocaleString('en')} articles`
    const reference = 'nobody imports'
    return [
      {
        what: `the slowest ${what}`,
        reference,
        ours: Math.max(...ours),
        theirs: Math.max(...theirs),
      },
      {what: `the median ${what}`, reference, ours: median(ours), theirs: median(theirs)},
    ]
  })
}

/** Milliseconds of each key, pressed one after the other at a person's pace. */
async function typeUntil(type: Type, end: Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  const over = end.then(() => true)
  const pause = (): Promise<boolean> => setTimeout(KEY_MS, false)
  do taken.push(await time(() => type(0)))
  while (!(await Promise.race([over, pause()])))
  return taken
}
