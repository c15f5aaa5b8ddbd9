// What a cluster does when its database is behind a pooler, is full, moves to a standby, or loses entries.
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {DATASET} from '../../server/newsroom-lake.ts'
import {adoptMost} from '../support/adopt-most.ts'
import {startCluster, type Cluster, type ClusterNode} from '../support/cluster.ts'
import {clientOf, expectAll, healthOf, topic, writing} from '../support/cluster-writes.ts'
import {copydesk} from '../support/copydesk-command.ts'
import {openLine} from '../support/breakable-line.ts'
import {HAS_PGBOUNCER, startPooler} from '../support/pgbouncer.ts'
import {HAS_POSTGRES, startPostgres, type Postgres} from '../support/postgres.ts'
import {mountDisk} from '../support/small-disk.ts'
import {promote, startStandby, waitForStandby} from '../support/standby.ts'

const PATIENT = {timeout: 20_000, interval: 50}
/** For writes after a failover. It took 0.3 to 2.7 s when it was measured. */
const RESUMED_MS = 15_000

if (HAS_POSTGRES && !HAS_PGBOUNCER)
  console.warn('Not tested: a pooler, as PgBouncer is not installed.')
const disk = HAS_POSTGRES ? mountDisk(256) : null
if (HAS_POSTGRES && !disk) console.warn('Not tested: a full disk, as none can be mounted.')

let cluster: Cluster
let one: ClusterNode
let two: ClusterNode
let three: ClusterNode
/** The server that the nodes write to. */
let primary: Postgres
const standbys: Postgres[] = []

/** From now on the nodes reach this server. */
const lead = ({port}: {port: number}): void => {
  for (const line of cluster.lines) line.lead(port)
}
const many = (acknowledged: readonly string[], more = 60): Promise<void> => {
  const before = acknowledged.length
  return expect.poll(() => acknowledged.length, PATIENT).toBeGreaterThan(before + more)
}
/** For commands that reach the database there. */
const environmentAt = ({port}: {port: number}) => ({
  ...cluster.environment,
  COPYDESK_DATABASE: `postgres://postgres@127.0.0.1:${port}/postgres`,
})
const create = (node: ClusterNode, id: string) => clientOf(cluster, node).create(topic(id))

/** Writes one document, and returns what the node says. */
async function answerTo(node: ClusterNode, id: string): Promise<{status: number; text: string}> {
  const response = await fetch(`${node.origin}/v2025-02-19/data/mutate/${DATASET}`, {
    method: 'POST',
    headers: {'content-type': 'application/json', authorization: `Bearer ${cluster.token}`},
    body: JSON.stringify({mutations: [{create: topic(id)}]}),
  })
  return {status: response.status, text: await response.text()}
}

async function standbyOf(name: string, port = primary.port): Promise<Postgres> {
  const standby = await startStandby(primary, {name, port})
  standbys.push(standby)
  return standby
}

describe.runIf(HAS_POSTGRES)('a cluster whose database', () => {
  beforeAll(async () => {
    primary = await startPostgres(disk ? {data: join(disk.folder, 'data')} : {})
    cluster = await startCluster({postgres: primary})
    ;[one, two, three] = cluster.nodes
  }, 60_000)
  afterAll(async () => {
    for (const standby of standbys) await standby.stop()
    await cluster.close()
    disk?.unmount()
  })

  test.runIf(HAS_PGBOUNCER)('is behind a pooler writes and starts as without it', async () => {
    const pooler = await startPooler(primary.port)
    const acknowledged = await writing(cluster, 'pooled', async (soFar) => {
      lead(pooler)
      await many(soFar)
      // It begins again, with a snapshot.
      await two.stop()
      await copydesk(['cluster', 'join', '--data', two.folder], environmentAt(pooler))
      await two.start()
      await many(soFar)
      lead(primary)
    })
    await pooler.stop()
    await expectAll(cluster, acknowledged, 'pooled')
  })

  test.runIf(disk)('has no room refuses writes, says why, and reads on', async () => {
    const acknowledged = await writing(cluster, 'full', async (soFar) => {
      await many(soFar, 10)
      disk?.fill()
      await refuseForRoom(soFar[0] ?? '').finally(() => disk?.makeRoom())
      await many(soFar)
    })
    await expectAll(cluster, acknowledged, 'full')
  })

  test('moves to a synchronous standby loses nothing, and soon writes again', async () => {
    const standby = await standbyOf('second')
    await waitForStandby(primary, 'second')
    let resumed = 0
    const acknowledged = await writing(cluster, 'promoted', async (soFar) => {
      await many(soFar)
      // It has everything on its disk, and shows less.
      await standby.query('SELECT pg_wal_replay_pause()')
      await many(soFar)
      await primary.crash()
      lead(standby)
      await expect.poll(() => healthOf(one), PATIENT).toBe(503)
      expect(await clientOf(cluster, one).fetch('count(*[_id == $id])', {id: soFar[0]})).toBe(1)
      await promote(standby)
      const begun = performance.now()
      await Promise.all(cluster.nodes.map((node) => create(node, `promoted-on-${node.name}`)))
      resumed = performance.now() - begun
      await many(soFar)
    })
    primary = standby
    console.log(`All nodes wrote again ${Math.round(resumed)} ms after the promotion.`)
    expect(resumed).toBeLessThan(RESUMED_MS)
    await expectAll(cluster, acknowledged, 'promoted')
  }, 90_000)

  test('loses entries gets no writes until the node with most is adopted', async () => {
    const line = await openLine(primary.port)
    const standby = await standbyOf('third', line.port)
    const acknowledged = await writing(cluster, 'lost', async (soFar) => {
      await many(soFar, 10)
      // From now on the standby and a node miss something.
      line.cut()
      cluster.lines[2].cut()
      await many(soFar)
      await primary.crash()
      await promote(standby)
      primary = standby
      lead(standby)
      await refuseWrites()
    })
    await line.close()
    await adoptMost(cluster, environmentAt(primary))
    await expectAll(cluster, acknowledged, 'lost')
  }, 120_000)
})

/** @param stored the ID of a document that was stored before */
async function refuseForRoom(stored: string): Promise<void> {
  let attempts = 0
  for (const node of cluster.nodes) {
    const refused = () => answerTo(node, `full-refused-${attempts++}`)
    await expect.poll(refused, PATIENT).toMatchObject({
      status: 503,
      text: expect.stringContaining('The disk of the cluster’s database is full'),
    })
    await expect.poll(() => node.log(), PATIENT).toContain('LogFull')
  }
  for (const node of cluster.nodes) {
    expect(await healthOf(node)).toBe(200)
    expect(await clientOf(cluster, node).fetch('count(*[_id == $stored])', {stored})).toBe(1)
  }
}

/** Two nodes have what the database lost. The third one, which is still cut off, does not: it lets them decide. */
async function refuseWrites(): Promise<void> {
  for (const node of [one, two]) {
    await expect
      .poll(() => answerTo(node, 'refused'), PATIENT)
      .toMatchObject({
        status: 503,
        text: expect.stringContaining('entries are gone from the log'),
      })
    await expect.poll(() => node.log(), PATIENT).toContain('entries are gone from the log')
    expect(await healthOf(node)).toBe(503)
  }
  cluster.lines[2].mend()
  await expect.poll(() => healthOf(three), PATIENT).toBe(200)
  expect(await answerTo(three, 'refused')).toMatchObject({
    status: 503,
    text: expect.stringContaining('The database of the cluster has lost entries'),
  })
  await expect.poll(() => three.log(), PATIENT).toContain('has lost entries')
  expect(await clientOf(cluster, three).fetch('count(*[_id == "refused"])')).toBe(0)
}
