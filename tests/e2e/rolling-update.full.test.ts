// The nodes of a cluster are restarted one after the other while people write in the studio, behind a balancer that binds
// nobody to a node: each character is kept once, and no window is loaded again.
import {cpSync} from 'node:fs'
import {afterAll, beforeAll, describe, inject, it} from 'vitest'
import {startBalancer, type Balancer} from '../support/balancer.ts'
import {startCluster, type Cluster} from '../support/cluster.ts'
import {expectEqual} from '../support/cluster-writes.ts'
import {openContent} from '../support/content.ts'
import {freePort} from '../support/free-port.ts'
import {generator} from '../support/generator.ts'
import {openDoors, sharedBrowser, type Newsroom} from '../support/newsroom.ts'
import {sitDown, type Writing} from '../support/outage.ts'
import {HAS_POSTGRES} from '../support/postgres.ts'
import {FACTOR} from '../support/runs.ts'

/**
 * In the soak run twenty windows. One machine draws them if people think between two characters, of which a window has
 * shown so many between two restarts.
 */
const {typists, pauseMs, characters} =
  FACTOR > 1
    ? {typists: 20, pauseMs: 2_000, characters: 5}
    : {typists: 3, pauseMs: 0, characters: 10}
const ARTICLE = 'article-night-ferry'

describe.runIf(HAS_POSTGRES)('a rolling update', () => {
  let cluster: Cluster
  let balancer: Balancer
  let newsroom: Omit<Newsroom, 'close'>
  beforeAll(async () => {
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    cluster = await startCluster({
      publicUrl: origin,
      async prepare(folder) {
        cpSync(inject('newsroom').folder, folder, {recursive: true})
        newsroom = await openDoors(await sharedBrowser(), {origin, folder})
      },
    })
    balancer = await startBalancer(
      port,
      cluster.nodes.map(({origin: own}) => own),
    )
  })
  afterAll(async () => {
    await balancer.close()
    await cluster.close()
  })

  it(
    'loses no character of people who write, and loads no window again',
    {tags: ['random'], timeout: 3_600_000},
    async () => {
      const content = openContent(newsroom)
      const writings: Writing[] = []
      for (let n = 0; n < typists; n++) {
        await content.copy(ARTICLE, `rolling-${n}`)
        const {context, page} = await newsroom.signIn('Ingrid Vassall')
        await page.close()
        const place = n % 3 === 2 ? 'headline' : 'body'
        const course = {
          article: `rolling-${n}`,
          place,
          review: n === 0,
          draw: generator(n),
          pauseMs,
        } as const
        writings.push(await sitDown({newsroom: {...newsroom, close}, content, context}, course, ''))
      }
      const stops = writings.map((writing) => writing.begin())
      for (const [turn, node] of cluster.nodes.entries()) {
        await typed(writings, (turn + 1) * characters)
        await node.stop()
        await node.start()
      }
      await typed(writings, (cluster.nodes.length + 1) * characters)
      for (const stop of stops) await stop()
      for (const writing of writings) {
        await writing.holdKept()
        await writing.page.context().close()
      }
      await expectEqual(cluster)
    },
  )
})

const close = async (): Promise<void> => {}

const typed = (writings: readonly Writing[], letters: number): Promise<unknown> =>
  Promise.all(writings.map((writing) => writing.typed(letters)))
