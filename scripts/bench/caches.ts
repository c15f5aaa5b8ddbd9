// `caches`: a row for each cache, with it and without it, in processes of their own that take turns.
import {fork} from 'node:child_process'
import {once} from 'node:events'
import type {LakeDocument} from '@copydesk/lake/types'
import {archive, articles} from './articles.ts'
import {withLake, type BenchLake} from './bench-lake.ts'
import {withNewsroom, type BenchNewsroom} from './bench-newsroom.ts'
import {WITHOUT, type CacheName} from './cache-list.ts'
import {withFolder} from './folder.ts'
import {createGetter} from './get.ts'
import {load} from './http-load.ts'
import {BY_SLUG, LATEST, pathOf} from './http.ts'
import {createTypist} from './keystrokes.ts'
import {picture, upload} from './pictures.ts'
import {startEngine} from './query-engines.ts'
import {median, time, type Bench, type Row} from './row.ts'
import {receivedByAll, openTab} from './tab.ts'

const COUNT = 1_000
const WARM_UP = 2
const ROUNDS = 10

/** One of the two that are compared. */
interface Side {
  /** Milliseconds for each piece of its work. */
  round(): Promise<number>
  close(): void
}

interface Work {
  what: string
  start(folder: string): Promise<Side>
}

/** In which row a cache is measured. `both`: a cache that is switched off on both sides. */
type Measured = [cache: CacheName, work: Work, both?: CacheName]

export const caches: Bench = async (say) =>
  await withFolder(archive(COUNT), async (folder) => {
    const rows: Row[] = []
    const chosen = process.env['COPYDESK_BENCH_CACHES']?.split(',')
    for (const [cache, work, both] of MEASURED) {
      if (chosen && !chosen.includes(cache)) continue
      say(cache)
      const sides = [await work.start(folder)]
      try {
        const begin = both ? () => without([both], () => work.start(folder)) : undefined
        if (begin) {
          sides.pop()?.close()
          sides.push(await begin())
        }
        sides.push(await without(both ? [cache, both] : [cache], () => work.start(folder)))
        const [ours, theirs] = await inTurns(sides)
        rows.push({what: `${cache}: ${work.what}`, reference: 'without', ours, theirs})
        console.log(cache, work.what, ours, theirs, theirs / ours)
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

/** Starts processes that do without the caches. */
async function without(names: readonly CacheName[], start: () => Promise<Side>): Promise<Side> {
  const hook = new URL('./without-cache.ts', import.meta.url).href
  Object.assign(process.env, {[WITHOUT]: names.join(','), NODE_OPTIONS: `--import=${hook}`})
  try {
    return await start()
  } finally {
    delete process.env[WITHOUT]
    delete process.env['NODE_OPTIONS']
  }
}

/** A query in a query thread, without the way to the thread. */
function asked(name: string): Work {
  return {
    what: `query "${name}"`,
    async start(folder) {
      const engine = await startEngine('ours', folder, COUNT)
      let from = 0
      return {
        async round() {
          const {times} = await engine.ask({name, from: (from += 60), times: 60, enoughMs: 500})
          return median(times)
        },
        close: engine.close,
      }
    },
  }
}

/** Keeps what `open` opens until it is closed. */
function keepOpen<T>(
  open: (work: (opened: T) => Promise<void>) => Promise<void>,
  begin: (opened: T) => Promise<Side>,
): Promise<Side> {
  return new Promise((resolve, reject) => {
    const end = Promise.withResolvers<void>()
    open(async (opened) => {
      const side = await begin(opened)
      resolve({
        round: () => side.round(),
        close() {
          side.close()
          end.resolve()
        },
      })
      await end.promise
    }).catch(reject)
  })
}

const inLake = (
  what: string,
  begin: (lake: BenchLake) => Promise<Side>,
  documents: () => Promise<LakeDocument[]> = async () => articles(COUNT),
): Work => ({
  what,
  start: async () => {
    const all = await documents()
    return await keepOpen<BenchLake>((work) => withLake({documents: all}, work), begin)
  },
})

const inNewsroom = (what: string, begin: (newsroom: BenchNewsroom) => Promise<Side>): Work => ({
  what,
  start: () => keepOpen<BenchNewsroom>((work) => withNewsroom([], work), begin),
})

/** Processor time of the lake for each of anybody's requests, over 16 connections. */
const loaded = (what: string, pathOfRequest: () => string): Work =>
  inLake(what, async ({origin, usage}) => ({
    async round() {
      const {worked} = await usage()
      let requests = 0
      const next = (): string => {
        requests += 1
        return pathOfRequest()
      }
      await load(origin, next, {connections: 16, ms: 400})
      return ((await usage()).worked - worked) / requests
    },
    close() {},
  }))

let unseen = 0
const NEW_QUERY = loaded('a query not asked before', () => {
  unseen += 1
  return pathOf(BY_SLUG, {slug: `article-${(unseen * 7919) % COUNT}`, unseen})
})
const REPEATED = loaded('a query asked before', () => pathOf(LATEST, {section: 'section-1'}))
const HEALTH = loaded('GET /healthz', () => '/healthz')

/** Processor time of a keystroke. */
const typed = (what: string, tabs: number): Work =>
  inLake(what, async (lake) => {
    const typist = await createTypist(lake, 'typed')
    const sockets = await Promise.all(
      Array.from({length: tabs}, () => openTab(lake, 'drafts.typed', 8)),
    )
    return {
      async round() {
        const {worked: before} = await lake.usage()
        for (let n = 0; n < 30; n++) {
          const heard = receivedByAll(sockets, 8, (frame) => frame.includes('event: mutation'))
          await typist.type()
          if (tabs > 0) await heard
        }
        return ((await lake.usage()).worked - before) / 30
      },
      close() {
        for (const socket of sockets) socket.close()
      },
    }
  })
const TYPED = typed('processor time of a keystroke', 0)
const HEARD = typed('processor time of a keystroke with 1,600 listeners', 200)

const COMMITTED: Work = {
  what: 'processor time of a commit',
  start: () =>
    keepOpen<string>(
      (work) => withFolder([], work),
      async (folder) => {
        const child = fork(new URL('./commit-process.ts', import.meta.url), [folder])
        await once(child, 'message')
        return {
          async round() {
            child.send(100)
            const [took] = (await once(child, 'message')) as [number]
            return took
          },
          close: () => void child.kill(),
        }
      },
    ),
}

const picturesAt = (what: string, isKnown: boolean, times: number): Work => {
  const made = picture()
  return inLake(
    what,
    async (lake) => {
      const getter = createGetter(1)
      const url = `${await upload(lake, (await made).original)}?w=800&q=75`
      const {headers} = await getter.get(url)
      const known: Record<string, string> = isKnown ? {'if-none-match': headers.etag ?? ''} : {}
      return {
        async round() {
          const {worked} = await lake.usage()
          for (let n = 0; n < times; n++) await getter.get(url, known)
          return ((await lake.usage()).worked - worked) / times
        },
        close: getter.close,
      }
    },
    async () => [(await made).photo],
  )
}

/** Processor time of the newsroom for each of anybody's requests. */
const visited = (what: string, pathIn: (frontPage: string) => string): Work =>
  inNewsroom(what, async ({origin, usage}) => {
    const getter = createGetter(1)
    const frontPage = (await getter.get(origin)).body.toString()
    const url = new URL(pathIn(frontPage), origin).href
    return {
      async round() {
        const {worked} = await usage()
        for (let n = 0; n < 100; n++) {
          const {status} = await getter.get(url, {'accept-encoding': 'gzip, deflate, br'})
          if (status !== 200) throw new Error(`${url}: ${status}`)
        }
        return ((await usage()).worked - worked) / 100
      },
      close: getter.close,
    }
  })
const FRONT_PAGE = visited('processor time of the front page', () => '/')
const MEASURED: Measured[] = [
  ['plans', asked('article by slug with what it refers to')],
  ['field indexes', asked('article by slug with what it refers to')],
  ['ordered indexes', asked('front page, latest 20')],
  ['orders by value', asked('latest 20 of a section')],
  ['long fields', asked('twenty whole articles')],
  ['long fields', asked('one of ten articles with its text')],
  ['long fields', asked('an article by parts of its text')],
  ['sets of lists', asked('a list of 200 values')],
  ['words of the last pattern', asked('match on a made text')],
  ['parsed search', asked('search in a made text')],
  ['results of subqueries', asked('a subquery for each of 100')],
  ['views of perspectives', asked('article by slug with what it refers to')],
  ['views of readers', NEW_QUERY],
  ['alike decisions', NEW_QUERY, 'views of readers'],
  ['responses', REPEATED],

  ['answers', REPEATED],
  ['datasets', HEALTH],
  ['datasets', NEW_QUERY],
  ['datasets', TYPED],
  ['recent documents', COMMITTED],
  ['texts of documents', COMMITTED],
  ['datasets', COMMITTED],
  ['entries as seen', HEARD],
  ['encoded events', HEARD],
  ['renditions', picturesAt('a stored rendition', false, 5)],
  ['compressed bodies', FRONT_PAGE],
  ['pages', FRONT_PAGE],
]
