// `history`: what keystrokes weigh in the log, one by one and merged; what it takes to go back to an old
// revision; what merging does to somebody who types meanwhile.
import {mkdtempSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {
  documentTable,
  historyTable,
  compactHistory,
  compactionTable,
  openDatabase,
} from '@copydesk/lake/store'
import {DATASET} from '../../server/newsroom-lake.ts'
import {withLake, type BenchLake} from './bench-lake.ts'
import {createTypist} from './keystrokes.ts'
import {median, quantile, time, type Bench} from './row.ts'

const TYPISTS = 4
const EDITS = 1_000
const ASKED = 20

/** Four drafts of 10 kB, a thousand keystrokes in each. */
export const history: Bench = (say) =>
  withLake({}, async (lake) => {
    const file = join(lake.folder, 'lake.sqlite')
    const typists = await Promise.all(
      Array.from({length: TYPISTS}, (_, n) => createTypist(lake, `writer-${n}`)),
    )
    const empty = weightOf(file)
    const calm: number[] = []
    for (let round = 0; round < EDITS; round++) {
      if (round % 100 === 0) say('Typing', round, EDITS)
      calm.push(...(await typeOnce(typists)))
    }
    const typed = weightOf(file)
    const {old, now} = await goBack(lake)
    say('Merging')
    const busy = await typeWhileMerging(file, typists)
    const thousands = (TYPISTS * EDITS) / 1_000
    const each = (weight: number) => (weight - empty) / thousands
    return [
      {
        what: '1,000 keystrokes in the log, merged',
        ours: each(weightOf(file)),
        reference: 'as they were typed',
        theirs: each(typed),
        as: 'bytes',
      },
      {
        what: `the oldest of ${EDITS} revisions of 10 kB`,
        ours: old,
        reference: 'the document as it is',
        theirs: now,
      },
      {
        what: 'slowest of 20 keystrokes while old ones are merged',
        ours: quantile(busy, 0.95),
        reference: 'while none are',
        theirs: quantile(calm, 0.95),
      },
    ]
  })

type Typist = Awaited<ReturnType<typeof createTypist>>

/** One keystroke of each, in milliseconds. */
const typeOnce = (typists: readonly Typist[]): Promise<number[]> =>
  Promise.all(typists.map((typist) => time(() => typist.type())))

/** The times of the keystrokes during the merge. In the end they are merged too. */
async function typeWhileMerging(file: string, typists: readonly Typist[]): Promise<number[]> {
  const database = openDatabase(file)
  const times: number[] = []
  const merging = {isOver: false}
  const typing = (async () => {
    while (!merging.isOver) times.push(...(await typeOnce(typists)))
  })()
  const deps = {
    database,
    documents: documentTable(database),
    history: historyTable(database),
    table: compactionTable(database),
  }
  await compactHistory(deps, {before: Date.now()})
  merging.isOver = true
  await typing
  await compactHistory(deps, {before: Date.now() + 1})
  database.close()
  return times
}

/** Bytes of the database without free pages. */
function weightOf(file: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-weight-'))
  const copy = join(folder, 'copy.sqlite')
  try {
    const database = openDatabase(file)
    database.prepare('VACUUM INTO ?').run(copy)
    database.close()
    return statSync(copy).size
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Medians in milliseconds, over HTTP. */
async function goBack({origin, token}: BenchLake): Promise<{old: number; now: number}> {
  const id = 'drafts.writer-0'
  const get = async (path: string): Promise<string> => {
    const response = await fetch(`${origin}/v2025-02-19/data/${path}`, {
      headers: {authorization: `Bearer ${token}`},
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status}: ${text}`)
    return text
  }
  const lines = await get(`history/${DATASET}/transactions/${id}?excludeMutations=true&limit=1`)
  const {id: revision} = JSON.parse(lines) as {id: string}
  const [old, now]: [number[], number[]] = [[], []]
  for (let n = 0; n < ASKED; n++) {
    old.push(await time(() => get(`history/${DATASET}/documents/${id}?revision=${revision}`)))
    now.push(await time(() => get(`doc/${DATASET}/${id}`)))
  }
  return {old: median(old), now: median(now)}
}
