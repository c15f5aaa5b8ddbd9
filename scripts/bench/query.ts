// `query`: a newsroom's queries by our engine, held against groq-js on an array and against prepared SQL; the
// same over HTTP, against a server that does nothing; and the start of a lake with so many documents.
import type {LakeDocument} from '@copydesk/lake/types'
import {archive, sizesFor} from './articles.ts'
import {startLake} from './bench-lake.ts'
import {withFolder} from './folder.ts'
import {http} from './http.ts'
import {ASKED, type Asked} from './query-asked.ts'
import {startEngine, type Engine} from './query-engines.ts'
import {buildReference} from './query-sql.ts'
import {median, quantile, type Bench, type Row, type Say} from './row.ts'
import {start} from './start.ts'

const SIZES = [1_000, 10_000]
const LARGE = 100_000
/** The engines take turns, so that each has the same machine. */
const ROUNDS = 4
const TIMES = 60
/** Of a query before it is measured: a server has been asked for a while. */
const WARM_TIMES = 3_000
const WARM_MS = 2_000
const ENOUGH_MS = 500
/** Of an engine that needs seconds for one answer: then the first is as good as the next ones. */
const FEW = 3
const SLOW_MS = 1_000

export const query: Bench = async (say, {isLarge} = {isLarge: false}) => {
  const rows: Row[] = []
  for (const count of isLarge ? [...SIZES, LARGE] : SIZES) {
    const size = `${count.toLocaleString('en')} articles`
    const saySize: Say = (step, ...at) => say(`${size}: ${step}`, ...at)
    await withFolder(withProgress(archive(count), count, saySize), async (folder) => {
      saySize('Building the reference in SQL')
      buildReference(folder)
      rows.push(...(await compare(folder, count, saySize)))
      saySize('Starting a lake')
      rows.push(...(await start(folder, count, saySize)))
      const lake = await startLake(folder)
      try {
        rows.push(...(await http(lake, count, saySize)))
      } finally {
        lake.close()
      }
    })
  }
  return rows
}

function* withProgress(
  documents: Iterable<LakeDocument>,
  count: number,
  say: Say,
): Iterable<LakeDocument> {
  const total = Object.values(sizesFor(count)).reduce((sum, size) => sum + size, count)
  let written = 0
  for (const document of documents) {
    if (written % 5_000 === 0) say('Writing documents', written, total)
    written += 1
    yield document
  }
}

async function compare(folder: string, count: number, say: Say): Promise<Row[]> {
  const engines: Engine[] = []
  const open = async (name: Parameters<typeof startEngine>[0]): Promise<Engine> => {
    say(`Reading documents for ${name}`)
    const engine = await startEngine(name, folder, count)
    engines.push(engine)
    return engine
  }
  try {
    const ours = await open('ours')
    const groqJs = await open('groq-js')
    const sql = await open('sql')
    const rows: Row[] = []
    for (const asked of ASKED) {
      say(asked.name)
      const others = asked.sql ? [groqJs, sql] : [groqJs]
      const [own, ...theirs] = await measure(asked, [ours, ...others])
      if (!own) throw new Error('Nothing was measured.')
      // Seen at once: with the large size the table comes after half an hour.
      const found = [own, ...theirs].map(describeTimes)
      console.log(`${count.toLocaleString('en')} articles, ${asked.name}: ${found.join(', ')} ms`)
      for (const [at, reference] of ['groq-js on an array', 'prepared SQL'].entries()) {
        const other = theirs[at]
        if (!other) continue
        rows.push({
          what: `${asked.name}, ${count.toLocaleString('en')} articles`,
          reference,
          ours: median(own),
          theirs: median(other),
          tails: {ours: quantile(own, 0.95), theirs: quantile(other, 0.95)},
        })
      }
    }
    return rows
  } finally {
    for (const engine of engines) engine.close()
  }
}

/** Median, and what 95 of 100 did not exceed. Milliseconds. */
const describeTimes = (times: readonly number[]): string =>
  `${short(median(times))} (${short(quantile(times, 0.95))})`

const short = (ms: number): string => (ms < 10 ? ms.toPrecision(2) : ms.toFixed(0))

/**
 * What each engine needed, once it knew the query. The first answers must be the same.
 *
 * @returns milliseconds, in the order of the engines
 */
async function measure({name}: Asked, engines: readonly Engine[]): Promise<number[][]> {
  const answers: string[] = []
  const times: number[][] = []
  for (const [at, engine] of engines.entries()) {
    const first = await engine.ask({name, from: 0, times: WARM_TIMES, enoughMs: WARM_MS})
    answers.push(first.answer)
    // Ours made its indexes.
    times.push(at === 0 ? [] : first.times.filter((took) => took > SLOW_MS))
  }
  const odd = answers.findIndex((answer) => answer !== answers[0])
  if (odd >= 0) {
    const [first = '', other = ''] = [answers[0], answers[odd]].map((text) => text?.slice(0, 500))
    throw new Error(`The answers to "${name}" differ:\n${first}\n${other}`)
  }
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [at, engine] of engines.entries()) {
      const known = times[at]
      const isSlow = known && known.length > 0 && median(known) > ENOUGH_MS
      if (!known || (isSlow && known.length >= FEW)) continue
      const task = {name, from: WARM_TIMES + round * TIMES, times: TIMES, enoughMs: ENOUGH_MS}
      known.push(...(await engine.ask(task)).times)
    }
  }
  return times
}
