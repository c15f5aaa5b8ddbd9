// `query`: the site's queries over HTTP, held against groq-js on a bare array in this process.
import {evaluateSync, parse, toJS} from 'groq-js'
import type {LakeDocument} from '../../lake/types.ts'
import {ARTICLE_BY_SLUG_QUERY, HOME_QUERY} from '../../queries/articles.ts'
import {SECTION_BY_SLUG_QUERY} from '../../queries/sections.ts'
import {articles} from './articles.ts'
import {withLake, type BenchLake} from './bench-lake.ts'
import {median, time, type Bench, type Row} from './row.ts'

const SIZES = [1_000, 10_000]
const TIMES = 30
const WARM_UP = 10
/** Enough of a query that takes long. */
const ENOUGH_MS = 8_000
const LEAST = 5

interface Asked {
  name: string
  query: string
  /** Other ones each time, as readers ask for other pages. */
  params(n: number): Record<string, unknown>
}

const ASKED: Asked[] = [
  {
    name: 'article',
    query: ARTICLE_BY_SLUG_QUERY,
    params: (n) => ({slug: `article-${(n * 37) % 1000}`}),
  },
  {
    name: 'section',
    query: SECTION_BY_SLUG_QUERY,
    params: (n) => ({slug: `section-${n % 8}`, start: 0, end: 24}),
  },
  {name: 'front page', query: HOME_QUERY, params: () => ({})},
]

export const query: Bench = async (say) => {
  const rows: Row[] = []
  for (const size of SIZES) {
    const documents = articles(size)
    await withLake({documents}, async (lake) => {
      for (const asked of ASKED) {
        const what = `${asked.name}, ${size.toLocaleString('en')} articles`
        say(what)
        rows.push({
          what,
          reference: 'groq-js on an array',
          ...(await compare(lake, documents, asked)),
        })
      }
      rows.push(await keptAnswer(lake, size))
    })
  }
  return rows
}

/** The front page once more, as every reader after the first gets it. */
async function keptAnswer(lake: BenchLake, size: number): Promise<Row> {
  const kept: number[] = []
  const anew: number[] = []
  for (let n = 0; n < TIMES; n++) {
    anew.push(await time(() => lake.query(HOME_QUERY)))
    kept.push(await time(() => lake.ask(HOME_QUERY)))
  }
  return {
    what: `front page as it was kept, ${size.toLocaleString('en')} articles`,
    reference: 'the same, evaluated',
    ours: median(kept.slice(LEAST)),
    theirs: median(anew.slice(LEAST)),
  }
}

/** Alternates, and makes sure that both give the same answer. */
async function compare(
  lake: BenchLake,
  documents: readonly LakeDocument[],
  {query, params}: Asked,
): Promise<{ours: number; theirs: number}> {
  const tree = parse(query, {params: params(0)})
  const bare = (n: number): string => {
    const value = evaluateSync(tree, {dataset: documents, params: params(n)})
    return JSON.stringify(toJS(value))
  }
  // The first answer reads the dataset into memory and makes the plan.
  const first = (JSON.parse(await lake.query(query, params(0))) as {result: unknown}).result
  if (JSON.stringify(first) !== bare(0)) throw new Error('The lake and groq-js disagree.')
  const ours: number[] = []
  const theirs: number[] = []
  const begun = performance.now()
  for (let n = 0; n < WARM_UP + TIMES; n++) {
    if (theirs.length > LEAST && performance.now() - begun > ENOUGH_MS) break
    ours.push(await time(() => lake.query(query, params(n))))
    theirs.push(await time(() => bare(n)))
  }
  const warm = Math.min(WARM_UP, ours.length - LEAST)
  return {ours: median(ours.slice(warm)), theirs: median(theirs.slice(warm))}
}
