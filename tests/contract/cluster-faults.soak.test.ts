// @module-tag soak
// A cluster through random faults, one after the other, while programs write and read. ROUNDS of each kind, default 50.
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterEach, describe, expect, test} from 'vitest'
import {adoptMost} from '../support/adopt-most.ts'
import {openLine, type BreakableLine} from '../support/breakable-line.ts'
import {startCluster, type Cluster, type ClusterNode} from '../support/cluster.ts'
import {clientOf, expectEqual, healthOf} from '../support/cluster-writes.ts'
import {faultsIn, runSession, type Work} from '../support/cluster-sessions.ts'
import {generator} from '../support/generator.ts'
import {HAS_POSTGRES, startPostgres, type Postgres} from '../support/postgres.ts'
import {mountDisk, type SmallDisk} from '../support/small-disk.ts'
import {promote, startStandby, waitForStandby, type StandbyOptions} from '../support/standby.ts'

const ROUNDS = Number(process.env['ROUNDS'] ?? 50)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const SESSIONS = 6
const DOCUMENTS = 3
/** Of the disk of PostgreSQL. */
const MEGABYTES = 1_024
/** To compare all tables takes longer the more was written: then a new cluster begins. */
const ROUNDS_OF_A_CLUSTER = 20
const BACK = {timeout: 40_000, interval: 50}

interface Place {
  cluster: Cluster
  /** Between programs and each node. */
  doors: BreakableLine[]
  /** The server that the nodes write to. */
  primary: Postgres
  standbys: Postgres[]
  /** The files of the first server are on it; null where none can be mounted. */
  disk: SmallDisk | null
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
  async 'a node is cut off from people'(place) {
    const door = anyOf(place, place.doors)
    door.cut()
    await sleep(500 + place.random() * 12_000)
    door.mend()
  },
  async 'PostgreSQL crashes'({primary, random}) {
    await primary.crash()
    await sleep(random() * 2_000)
    await primary.start()
  },
  async 'the disk of PostgreSQL is full'({primary, disk, random}) {
    disk?.fill()
    await sleep(500 + random() * 3_000)
    disk?.makeRoom()
    // Without room for its own log it ends.
    await primary.query('SELECT 1').catch(() => primary.start())
  },
  async 'a standby takes over'(place) {
    const {primary, cluster, random} = place
    const standby = await standbyOf(place, {name: 'next'})
    await waitForStandby(primary, 'next')
    await sleep(500)
    await primary.crash()
    for (const line of cluster.lines) line.lead(standby.port)
    await sleep(random() * 2_000)
    await promote(standby)
    place.primary = standby
  },
  async 'a standby without the last entries takes over'(place) {
    const {primary, cluster} = place
    const between = await openLine(primary.port)
    const standby = await standbyOf(place, {name: 'late', port: between.port})
    const [one, two, three] = cluster.nodes
    // The third node misses the same, so it would go on to write.
    const [, , third] = cluster.lines
    between.cut()
    third.cut()
    await sleep(1_000)
    // Sessions may all wait for the third node.
    const lost = `lost-${place.primary.port}`
    await clientOf(cluster, one).create({_id: lost, _type: 'topic', title: 'Lost'})
    await expect.poll(() => clientOf(cluster, two).getDocument(lost), BACK).toBeTruthy()
    await primary.crash()
    await promote(standby)
    await between.close()
    place.primary = standby
    // It is often the first that reaches the standby.
    third.mend()
    for (const line of cluster.lines) line.lead(standby.port)
    for (const node of [one, two])
      await expect.poll(() => node.log(), BACK).toContain('entries are gone from the log')
    // A standby on a busy machine may lack entries that the third node has, too.
    const isNoticed = /has lost entries|entries are gone from the log/
    await expect.poll(() => three.log(), BACK).toMatch(isNoticed)
    await adoptMost(cluster, {...cluster.environment, COPYDESK_DATABASE: standby.url})
  },
  async 'the nodes are restarted in turn'({cluster}) {
    for (const node of cluster.nodes) {
      await node.stop()
      await node.start()
    }
  },
}

async function standbyOf(place: Place, options: StandbyOptions): Promise<Postgres> {
  const standby = await startStandby(place.primary, options)
  place.standbys.push(standby)
  return standby
}

async function openPlace(random: () => number): Promise<Place> {
  const disk = mountDisk(MEGABYTES)
  const primary = await startPostgres(disk ? {data: join(disk.folder, 'data')} : {})
  const cluster = await startCluster({postgres: primary})
  const doors = await Promise.all(
    cluster.nodes.map(({origin}) => openLine(Number(new URL(origin).port))),
  )
  return {cluster, doors, primary, standbys: [], disk, random}
}

async function closePlace({cluster, doors, standbys, disk}: Place): Promise<void> {
  await Promise.all(doors.map((door) => door.close()))
  for (const standby of standbys) await standby.stop()
  await cluster.close()
  disk?.unmount()
}

/** The cluster as programs reach it. */
const behindDoors = ({cluster, doors}: Place): Cluster => ({
  ...cluster,
  nodes: cluster.nodes.map((node, at) =>
    Object.create(node, {origin: {value: `http://127.0.0.1:${doors[at]?.port}`}}),
  ) as Cluster['nodes'],
})

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
  const outside = behindDoors(place)
  const documents = Array.from({length: DOCUMENTS}, (_, n) => `round-${number}-${n}`)
  const client = clientOf(cluster, cluster.nodes[0])
  for (const _id of documents) await client.create({_id, _type: 'topic', title: _id, words: []})
  const work: Work = {appended: [], olderReads: [], reads: 0}
  const over = new AbortController()
  const sessions = Array.from({length: SESSIONS}, (_, n) =>
    runSession({cluster: outside, documents, name: `${n}`, random, signal: over.signal}, work),
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
const lastErrors = (cluster: Cluster): string[] =>
  cluster.nodes.map((node) => {
    const lines = node.log().split('\n')
    const errors = lines.filter((line) => line.includes('"level":"error"')).slice(-3)
    return `${node.name}\n${errors.join('\n')}`
  })

describe.runIf(HAS_POSTGRES)('a cluster', () => {
  let place: Place | undefined
  afterEach(async () => {
    if (place) await closePlace(place)
  })

  test(
    'loses nothing through random faults, and shows nobody less than before',
    async () => {
      console.log(`SEED=${SEED} ROUNDS=${ROUNDS}`)
      const random = generator(SEED)
      for (const [index, kind] of courseOf(random).entries()) {
        // A standby is on a large disk.
        const needsDisk = kind === 'the disk of PostgreSQL is full'
        const isMoved = place !== undefined && place.primary !== place.cluster.postgres
        if (index % ROUNDS_OF_A_CLUSTER === 0 || (needsDisk && isMoved)) {
          if (place) await closePlace(place)
          place = undefined
          place = await openPlace(random)
        }
        const at = place
        if (!at) throw new Error('There is no cluster.')
        const {appended, reads} = await playRound(at, index, kind).catch((error: unknown) => {
          console.log(`Round ${index + 1}: ${kind}. It failed.`, lastErrors(at.cluster))
          throw error
        })
        const stored = appended.filter(({acknowledged}) => acknowledged < Infinity)
        console.log(
          `Round ${index + 1}: ${kind}. ${stored.length} of ${appended.length} writes, ${reads} reads.`,
        )
      }
    },
    // The longest rounds take 30 s.
    ROUNDS * Object.keys(FAULTS).length * 60_000,
  )
})
