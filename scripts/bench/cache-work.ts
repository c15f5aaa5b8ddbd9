// What the bench `caches` measures: queries in a query thread, and requests to a lake or a newsroom.
import {articles} from './articles.ts'
import {withLake, type BenchLake} from './bench-lake.ts'
import {withNewsroom, type BenchNewsroom} from './bench-newsroom.ts'
import {createGetter} from './get.ts'
import {load} from './http-load.ts'
import {BY_SLUG, LATEST, pathOf} from './http.ts'
import {createTypist} from './keystrokes.ts'
import {picture, upload} from './pictures.ts'
import {startEngine} from './query-engines.ts'
import {median} from './row.ts'
import {receivedByAll, openTab} from './tab.ts'

/** A process that does the work, with or without a cache. */
export interface Side {
  /** Milliseconds for each piece of its work. */
  round(): Promise<number>
  close(): void
}

export interface Work {
  what: string
  /** @param folder holds the documents of the queries */
  start(folder: string): Promise<Side>
}

/** How many articles a lake has. */
const COUNT = 1_000
const TIMES = 60

/** A query in a query thread, without the way to the thread. */
export function queried(name: string, count: number): Work {
  return {
    what: `query "${name}"`,
    async start(folder) {
      const engine = await startEngine('ours', folder, count)
      let from = 0
      return {
        async round() {
          const {times} = await engine.ask({
            name,
            from: (from += TIMES),
            times: TIMES,
            enoughMs: 500,
          })
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

const inLake = (what: string, begin: (lake: BenchLake) => Promise<Side>): Work => ({
  what,
  start: () => keepOpen<BenchLake>((work) => withLake({documents: articles(COUNT)}, work), begin),
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
export const NEW_QUERY = loaded('processor time of a query not asked before', () => {
  unseen += 1
  return pathOf(BY_SLUG, {slug: `article-${(unseen * 7919) % COUNT}`, unseen})
})
export const REPEATED_QUERY = loaded('processor time of a query asked before', () =>
  pathOf(LATEST, {section: 'section-1'}),
)
const TABS = 200
const STREAMS = 8
const EDITS = 30

export const HEARD = inLake('processor time of a keystroke with 1,600 listeners', async (lake) => {
  const typist = await createTypist(lake, 'typed')
  const opening = Array.from({length: TABS}, () => openTab(lake, 'drafts.typed', STREAMS))
  const sockets = await Promise.all(opening)
  return {
    async round() {
      const {worked} = await lake.usage()
      for (let n = 0; n < EDITS; n++) {
        const heard = receivedByAll(sockets, STREAMS, (frame) => frame.includes('event: mutation'))
        await Promise.all([typist.type(), heard])
      }
      return ((await lake.usage()).worked - worked) / EDITS
    },
    close() {
      for (const socket of sockets) socket.close()
    },
  }
})

const RENDITIONS = 5

export const RENDITION: Work = {
  what: 'processor time of a picture of 800 pixels',
  async start() {
    const {original, photo} = await picture()
    return await keepOpen<BenchLake>(
      (work) => withLake({documents: [photo]}, work),
      async (lake) => {
        const getter = createGetter(1)
        const url = `${await upload(lake, original)}?w=800&q=75`
        return {
          async round() {
            const {worked} = await lake.usage()
            for (let n = 0; n < RENDITIONS; n++) await getter.get(url)
            return ((await lake.usage()).worked - worked) / RENDITIONS
          },
          close: getter.close,
        }
      },
    )
  },
}

const VISITS = 100

export const FRONT_PAGE: Work = {
  what: 'processor time of the front page',
  start: () =>
    keepOpen<BenchNewsroom>(
      (work) => withNewsroom([], work),
      async ({origin, usage}) => {
        const getter = createGetter(1)
        return {
          async round() {
            const {worked} = await usage()
            for (let n = 0; n < VISITS; n++) {
              await getter.get(origin, {'accept-encoding': 'gzip, deflate, br'})
            }
            return ((await usage()).worked - worked) / VISITS
          },
          close: getter.close,
        }
      },
    ),
}
