// `save-while-querying`: keystrokes and readers while a hostile query burns its budget, held against
// the same without it.
import {ARTICLE_BY_SLUG_QUERY} from '../../queries/articles.ts'
import {articles} from './articles.ts'
import {withLake, type BenchLake} from './bench-lake.ts'
import {createTypist, type Typist} from './keystrokes.ts'
import {median, quantile, time, type Bench, type Row} from './row.ts'

/** Goes through every pair of documents, and each pair’s third: it never ends by itself. */
const HOSTILE = '*[count(*[count(*[_id > ^.^._id && _rev != ^._id]) > 1]) > 1]'
const ALONE_MS = 3_000
const ROUNDS = 2

interface Measured {
  saves: number[]
  reads: number[]
}

/** Calm and hostile rounds alternate. */
export const saveWhileQuerying: Bench = (say) =>
  withLake({documents: articles(1000)}, async (lake) => {
    const typist = await createTypist(lake, 'typed')
    const calm: Measured = {saves: [], reads: []}
    const hostile: Measured = {saves: [], reads: []}
    await work(lake, typist, {saves: [], reads: []}, until(ALONE_MS / 3))
    for (let round = 0; round < ROUNDS; round++) {
      say('Saving alone', round + 1, ROUNDS)
      await work(lake, typist, calm, until(ALONE_MS))
      say('Saving beside a hostile query', round + 1, ROUNDS)
      let burning = true
      const query = burn(lake).finally(() => (burning = false))
      await work(lake, typist, hostile, () => burning)
      await query
    }
    return [
      row('a save, median', 'without the query', median, calm.saves, hostile.saves),
      row('a save, 95th of 100', 'without the query', p95, calm.saves, hostile.saves),
      row('a reader’s article, median', 'without the query', median, calm.reads, hostile.reads),
    ]
  })

const p95 = (values: readonly number[]): number => quantile(values, 0.95)

function row(
  what: string,
  reference: string,
  of: (values: readonly number[]) => number,
  calm: readonly number[],
  hostile: readonly number[],
): Row {
  return {what: `${what}, beside a hostile query`, reference, ours: of(hostile), theirs: of(calm)}
}

/** Types, and reads an article after every fifth letter, as long as `goesOn`. */
async function work(
  lake: BenchLake,
  typist: Typist,
  {saves, reads}: Measured,
  goesOn: () => boolean,
): Promise<void> {
  for (let n = 0; goesOn(); n++) {
    saves.push(await time(() => typist.type()))
    if (n % 5 > 0) continue
    const slug = `article-${n % 1000}`
    reads.push(await time(() => lake.query(ARTICLE_BY_SLUG_QUERY, {slug})))
  }
}

/** Resolves once the lake has ended the query; anything else was no hostile query. */
async function burn(lake: BenchLake): Promise<void> {
  const refused = await lake.ask(HOSTILE).catch((error: unknown) => String(error))
  if (!refused.includes('queryTimeout')) {
    throw new Error(`The hostile query was answered: ${refused.slice(0, 200)}`)
  }
}

function until(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds
  return () => performance.now() < end
}
