// `caches`: a row for each cache, with it and without it, in processes of their own that take turns.
import {archive} from './articles.ts'
import {WITHOUT, type CacheName} from './cache-list.ts'
import {
  FRONT_PAGE,
  HEARD,
  NEW_QUERY,
  queried,
  RENDITION,
  REPEATED_QUERY,
  type Side,
  type Work,
} from './cache-work.ts'
import {withFolder} from './folder.ts'
import {median, type Bench, type Row} from './row.ts'

/** How many articles the queries find theirs among. */
const COUNT = 10_000
const WARM_UP = 2
const ROUNDS = 10

/** What is measured with and without a cache. `neither`: a cache that both sides do without. */
type Measured = [cache: CacheName, work: Work, neither?: CacheName]

const ONE_ARTICLE = queried('article by slug with what it refers to', COUNT)

const MEASURED: Measured[] = [
  ['plans', ONE_ARTICLE],
  ['field indexes', ONE_ARTICLE],
  ['ordered indexes', queried('front page, latest 20', COUNT)],
  ['orders by value', queried('latest 20 of a section', COUNT)],
  ['views of perspectives', ONE_ARTICLE],
  ['found documents', queried('match in headline, dek and text, latest 20', COUNT)],
  ['long fields', queried('twenty whole articles', COUNT)],
  ['sets of lists', queried('a list of 200 values', COUNT)],
  ['words of the last pattern', queried('match on a made text', COUNT)],
  ['parsed search', queried('search in a made text', COUNT)],
  ['results of subqueries', queried('a subquery for each of 100', COUNT)],
  ['views of readers', NEW_QUERY],
  ['alike decisions', NEW_QUERY, 'views of readers'],
  ['response heads', NEW_QUERY],
  ['datasets', NEW_QUERY],
  ['answers', REPEATED_QUERY],
  ['responses', REPEATED_QUERY],
  ['encoded events', HEARD],
  ['renditions', RENDITION],
  ['compressed bodies', FRONT_PAGE],
  ['pages', FRONT_PAGE],
]

export const caches: Bench = (say) =>
  withFolder(archive(COUNT), async (folder) => {
    const rows: Row[] = []
    for (const [at, [cache, work, neither]] of MEASURED.entries()) {
      say(cache, at + 1, MEASURED.length)
      const others = neither ? [neither] : []
      const sides: Side[] = []
      try {
        sides.push(await without(others, () => work.start(folder)))
        sides.push(await without([cache, ...others], () => work.start(folder)))
        const [ours, theirs] = await inTurns(sides)
        rows.push({what: `${cache}: ${work.what}`, reference: 'without the cache', ours, theirs})
      } finally {
        for (const {close} of sides) close()
      }
    }
    return rows
  })

async function inTurns(sides: readonly Side[]): Promise<[number, number]> {
  const times = sides.map((): number[] => [])
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const order = [...sides.entries()]
    for (const [at, side] of round % 2 === 0 ? order : order.toReversed()) {
      const took = await side.round()
      if (round >= 0) times[at]?.push(took)
    }
  }
  return [median(times[0] ?? []), median(times[1] ?? [])]
}

/** Starts processes that do without these caches. */
async function without(names: readonly CacheName[], start: () => Promise<Side>): Promise<Side> {
  if (names.length === 0) return await start()
  const hook = new URL('./without-cache.ts', import.meta.url).href
  Object.assign(process.env, {[WITHOUT]: names.join(','), NODE_OPTIONS: `--import=${hook}`})
  try {
    return await start()
  } finally {
    delete process.env[WITHOUT]
    delete process.env['NODE_OPTIONS']
  }
}
