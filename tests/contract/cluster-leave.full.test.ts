// A newsroom becomes a cluster, and one of its nodes a newsroom of its own again: nothing is lost, and nothing else is taken.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import pg from 'pg'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createNode, startCluster, type Cluster, type ClusterNode} from '../support/cluster.ts'
import {clientOf, topic} from '../support/cluster-writes.ts'
import {HAS_POSTGRES} from '../support/postgres.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'
import {copydeskProcess} from '../server/support.ts'

const PATIENT = {timeout: 20_000, interval: 50}
const PHOTO = join(import.meta.dirname, '../fixtures/photos/everything.jpg')

let cluster: Cluster
let one: ClusterNode
let three: ClusterNode
let alone: ClusterNode | undefined

const has = (node: ClusterNode, id: string) =>
  expect.poll(() => clientOf(cluster, node).getDocument(id), PATIENT).toBeTruthy()

/** A command on a folder, with the settings of the cluster. */
const run = (folder: string, args: readonly string[], more: Record<string, string> = {}) =>
  copydeskProcess([...args, '--data', folder], {
    ...cluster.environment,
    COPYDESK_NODE: 'by-hand',
    ...more,
  })

/** Another database of the same server. */
async function otherDatabase(name: string, ...statements: string[]) {
  await cluster.postgres.query(`CREATE DATABASE ${name}`)
  const url = cluster.postgres.url.replace(/postgres$/, name)
  const query = async (sql: string): Promise<unknown[]> => {
    const client = new pg.Client({connectionString: url})
    await client.connect()
    return (await client.query(sql).finally(() => client.end())).rows as unknown[]
  }
  for (const statement of statements) await query(statement)
  return {url, query}
}

async function emptyNewsroom(): Promise<string> {
  const folder = join(temporaryFolder(), 'data')
  const ofItsOwn = {COPYDESK_DATABASE: '', COPYDESK_FILES: ''}
  const made = await run(folder, ['init', '--name', 'Other', '--admin', 'a@example.org'], ofItsOwn)
  expect(made.code, made.stderr).toBe(0)
  return folder
}

describe.runIf(HAS_POSTGRES)('a node', () => {
  beforeAll(async () => {
    cluster = await startCluster()
    ;[one, , three] = cluster.nodes
  }, 60_000)
  afterAll(async () => {
    await alone?.stop('SIGKILL')
    await cluster.close()
  })

  test('does not leave while the cluster has more than it has', async () => {
    await three.stop()
    await clientOf(cluster, one).create(topic('missed'))
    const refused = await run(three.folder, ['cluster', 'leave'])
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(
        /has (an entry|\d+ entries) that this node does not have\. Start it once/,
      ),
    ])
    await three.start()
    await has(three, 'missed')
  })

  test('does not leave without the settings of its cluster', async () => {
    await three.stop()
    const none = {COPYDESK_DATABASE: '', COPYDESK_FILES: ''}
    const leaving = await run(three.folder, ['cluster', 'leave'], none)
    expect([leaving.code, leaving.stderr]).toEqual([
      1,
      expect.stringContaining('It is not known whether this node has everything'),
    ])
    const forced = await run(three.folder, ['cluster', 'leave', '--behind'], none)
    expect([forced.code, forced.stderr]).toEqual([
      1,
      expect.stringContaining('set COPYDESK_FILES as it was'),
    ])
    await three.start()
  })

  test('does not leave with the pictures of somebody else', async () => {
    await three.stop()
    const refused = await run(three.folder, ['cluster', 'leave'], {
      COPYDESK_FILES: 's3://newsroom/other',
    })
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('does not have the files of this cluster'),
    ])
    await three.start()
  })

  test('leaves with each document and picture, and is paused while others run', async () => {
    const {_id, path} = await clientOf(cluster, one).assets.upload('image', readFileSync(PHOTO))
    const edited = clientOf(cluster, one).patch('missed').set({title: 'Edited'})
    await edited.commit()
    await has(three, _id)
    await expect
      .poll(() => clientOf(cluster, three).getDocument('missed'), PATIENT)
      .toMatchObject({title: 'Edited'})
    await three.stop()
    const left = await run(three.folder, ['cluster', 'leave'])
    expect([left.code, left.stdout, left.stderr]).toEqual([
      0,
      expect.stringContaining('is a newsroom of its own'),
      expect.stringContaining('so it is paused'),
    ])
    alone = await createNode('alone', three.folder, {
      PUBLIC_URL: 'http://newsroom.example',
      SITE: 'off',
    })
    await alone.start()
    expect(await clientOf(cluster, alone).getDocument('missed')).toMatchObject({title: 'Edited'})
    const headers = {authorization: `Bearer ${cluster.token}`}
    expect((await fetch(`${alone.origin}/${path}`, {headers})).status).toBe(200)
    await clientOf(cluster, alone).create(topic('alone'))
    const settings = {COPYDESK_DATABASE: '', COPYDESK_FILES: ''}
    expect((await run(alone.folder, ['doctor'], settings)).stdout).toContain('It is paused since')
    await alone.stop()
    const again = await run(alone.folder, ['cluster', 'leave'])
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('is not a node of a cluster'),
    ])
  })

  test('of a new cluster takes no database with something else under the name of its schema', async () => {
    const other = await otherDatabase('fishery', 'CREATE SCHEMA lake', 'CREATE TABLE lake.fish ()')
    const refused = await run(await emptyNewsroom(), ['cluster', 'init'], {
      COPYDESK_DATABASE: other.url,
      COPYDESK_FILES: 's3://newsroom/fishery',
    })
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining('has a schema "lake" that is not a cluster’s'),
    ])
    expect(await other.query('SELECT * FROM lake.fish')).toEqual([])
  })

  test('is not known to another cluster whose database its settings name', async () => {
    const {url} = await otherDatabase('second')
    const folder = await emptyNewsroom()
    const made = {COPYDESK_DATABASE: url, COPYDESK_FILES: 's3://newsroom/second'}
    expect(await run(folder, ['cluster', 'init'], made)).toMatchObject({code: 0})
    const again = await run(folder, ['cluster', 'init'], made)
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('is a node of the cluster'),
    ])
    const foreign = await createNode('foreign', folder, cluster.environment)
    await expect(foreign.start()).rejects.toThrow('the database has the cluster')
    expect(
      await cluster.postgres.query("SELECT 1 FROM lake.folders WHERE name = 'foreign'"),
    ).toEqual([])
    expect(one.log()).not.toContain('foreign')
  })
})
