// @module-tag soak
// A cluster through random faults, one after the other, while programs write and read. ROUNDS of each kind, default 50.
import {setTimeout as sleep} from 'node:timers/promises'
import {afterEach, describe, expect, test} from 'vitest'
import {startCluster, type Cluster, type ClusterNode} from '../support/cluster.ts'
import {clientOf, expectEqual, healthOf} from '../support/cluster-writes.ts'
import {faultsIn, runSession, type Work} from '../support/cluster-sessions.ts'
import {generator} from '../support/generator.ts'
import {HAS_POSTGRES} from '../support/postgres.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 50)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const SESSIONS = 6
const DOCUMENTS = 3
/** To compare all tables takes longer the more was written: then a new cluster begins. */
const ROUNDS_OF_A_CLUSTER = 20
const BACK = {timeout: 40_000, interval: 50}

interface Place {
  cluster: Cluster
  random: () => number
}

const anyOf = <T>({random}: Place, all: readonly T[]): T =>
  all[Math.floor(random() * all.length)] as T

const FAULTS: Record<string, (place: Place) => Promise<void>> = {
  async 'a node is killed'(place) {
    const node = anyOf<ClusterNode>(place, place.cluster.nodes)
    await node.stop('SIGKILL')
    await sleep(place.random() * 3_000)
    await node.start()
  },
  async 'a node hangs'(place) {
    const {process} = anyOf<ClusterNode>(place, place.cluster.nodes)
    process.kill('SIGSTOP')
    await sleep(15_000)
    process.kill('SIGCONT')
  },
  async 'a node is cut off'(place) {
    const line = anyOf(place, place.cluster.lines)
    line.cut()
    await sleep(500 + place.random() * 12_000)
    line.mend()
  },
  async 'PostgreSQL crashes'({cluster, random}) {
    await cluster.postgres.crash()
    await sleep(random() * 2_000)
    await cluster.postgres.start()
  },
  async 'the nodes are restarted in turn'({cluster}) {
    for (const node of cluster.nodes) {
      await node.stop()
      await node.start()
    }
  },
}

/** Each kind of fault as often as `ROUNDS` says, in a random order. */
function courseOf(random: () => number): string[] {
  const all = Object.keys(FAULTS).flatMap((kind) => Array.from({length: ROUNDS}, () => kind))
  return all
    .map((kind) => ({kind, at: random()}))
    .toSorted((one, other) => one.at - other.at)
    .map(({kind}) => kind)
}

async function playRound(place: Place, number: number, kind: string): Promise<Work> {
  const {cluster, random} = place
  const documents = Array.from({length: DOCUMENTS}, (_, n) => `round-${number}-${n}`)
  const client = clientOf(cluster, cluster.nodes[0])
  for (const _id of documents) await client.create({_id, _type: 'topic', title: _id, words: []})
  const work: Work = {appended: [], olderReads: [], reads: 0}
  const over = new AbortController()
  const sessions = Array.from({length: SESSIONS}, (_, n) =>
    runSession({cluster, documents, name: `${n}`, random, signal: over.signal}, work),
  )
  await sleep(300)
  await FAULTS[kind]?.(place).finally(() => sleep(300))
  const health = () => Promise.all(cluster.nodes.map(healthOf))
  await expect.poll(health, BACK).toEqual([200, 200, 200])
  over.abort()
  await Promise.all(sessions)
  await check(cluster, documents, work)
  return work
}

async function check(cluster: Cluster, documents: readonly string[], work: Work): Promise<void> {
  expect(work.olderReads).toEqual([])
  await expectEqual(cluster)
  for (const node of cluster.nodes) {
    for (const document of documents) {
      const stored = await clientOf(cluster, node).getDocument<{words: string[]}>(document)
      const appended = work.appended.filter((one) => one.document === document)
      expect(faultsIn(stored?.words ?? [], appended)).toEqual([])
    }
  }
}

/** What the nodes logged last, to find out why a round has failed. */
const lastErrors = (cluster: Cluster | undefined): string[] | undefined =>
  cluster?.nodes.map((node) => {
    const lines = node.log().split('\n')
    const errors = lines.filter((line) => line.includes('"level":"error"')).slice(-3)
    return `${node.name}\n${errors.join('\n')}`
  })

describe.runIf(HAS_POSTGRES)('a cluster', () => {
  let cluster: Cluster | undefined
  afterEach(() => cluster?.close())

  test(
    'loses nothing through random faults, and shows nobody less than before',
    async () => {
      console.log(`SEED=${SEED} ROUNDS=${ROUNDS}`)
      const random = generator(SEED)
      for (const [index, kind] of courseOf(random).entries()) {
        if (index % ROUNDS_OF_A_CLUSTER === 0) {
          await cluster?.close()
          cluster = await startCluster()
        }
        if (!cluster) throw new Error('There is no cluster.')
        const {appended, reads} = await playRound({cluster, random}, index, kind).catch(
          (error: unknown) => {
            console.log(`Round ${index + 1}: ${kind}. It failed.`, lastErrors(cluster))
            throw error
          },
        )
        const stored = appended.filter(({acknowledged}) => acknowledged < Infinity)
        console.log(
          `Round ${index + 1}: ${kind}. ${stored.length} of ${appended.length} writes, ${reads} reads.`,
        )
      }
    },
    // The longest rounds take 20 s.
    ROUNDS * Object.keys(FAULTS).length * 60_000,
  )
})
