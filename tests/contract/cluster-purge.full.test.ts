// What is purged on one node is nowhere in the cluster any more: no file of any node, no table of PostgreSQL, no object.
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createTextIndexer, textFileOf} from '@copydesk/lake/query'
import {openDatabase} from '@copydesk/lake/store'
import {startReceiver, type Receiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {COMMENTS_DATASET, DATASET} from '../../server/newsroom-lake.ts'
import {copydeskProcess, type Outcome} from '../server/support.ts'
import {createNode, startCluster, type Cluster, type ClusterNode} from '../support/cluster.ts'
import {
  addWebhook,
  clientOf as clientOfNode,
  expectAll,
  expectEqual,
  healthOf,
  topic,
  writing,
} from '../support/cluster-writes.ts'
import {filesWith, postgresWith} from '../support/find-bytes.ts'
import {newsroomClient} from '../support/newsroom-client.ts'
import {HAS_POSTGRES} from '../support/postgres.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const PATIENT = {timeout: 20_000, interval: 50}
const SECRET = 'qzxjvkwyhb'
const MEANWHILE = 'kwqzvjxhbf'
const PERSON = 'vqjzkxwhbg'
const LONG = `${SECRET} ${'and so on '.repeat(300)}`

let cluster: Cluster
let one: ClusterNode
let two: ClusterNode
let three: ClusterNode
let receiver: Receiver
const restored: ClusterNode[] = []

const clientOf = (node: ClusterNode) => clientOfNode(cluster, node)

const command = (node: ClusterNode, ...args: string[]): Promise<Outcome> =>
  copydeskProcess([...args, '--data', node.folder], {
    ...cluster.environment,
    COPYDESK_NODE: node.name,
  })

const purge = (node: ClusterNode, ...args: string[]): Promise<Outcome> =>
  command(node, 'purge', ...args, '--yes')

/** Resolves when the node has the document. */
const reaches = (node: ClusterNode, id: string) =>
  expect.poll(() => clientOf(node).getDocument(id), PATIENT).toBeTruthy()

/** Where a text is. */
async function placesWith(text: string): Promise<string[]> {
  return [
    ...cluster.nodes.flatMap(({folder}) => filesWith(folder, text)),
    ...(await postgresWith(cluster.postgres.url, text)),
    ...filesWith(cluster.bucket.folder, text),
  ]
}

/** A topic that is edited, published and commented on, and the bytes of a file with such a name. */
async function writeSecret(): Promise<string> {
  const editor = clientOf(one)
  await editor.create({...topic('drafts.secret', SECRET), description: 'short'})
  await editor.patch('drafts.secret').set({description: LONG}).commit()
  await reaches(two, 'drafts.secret')
  await clientOf(two)
    .patch('drafts.secret')
    .set({title: `${SECRET} again`})
    .commit()
  await editor.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.secret',
    publishedId: 'secret',
  })
  const document = {_type: 'crossDatasetReference', _ref: 'secret', _dataset: DATASET}
  const made = await command(one, 'token', 'create', '--role', 'importer', '--name', 'comments')
  // On the node of the folder: others know the token a moment later.
  await newsroomClient(one.origin, made.stdout.trim())
    .withConfig({dataset: COMMENTS_DATASET})
    .create({_type: 'comment', authorId: 'u1', message: SECRET, target: {document}} as never)
  const bytes = Buffer.from(`The list of ${SECRET}`)
  const file = await editor.assets.upload('file', bytes, {filename: `${SECRET}.txt`})
  for (const node of [two, three]) {
    await reaches(node, file._id)
    const shown = await fetch(`${node.origin}/${file.path}`, {
      headers: {authorization: `Bearer ${cluster.token}`},
    })
    expect(await shown.text()).toContain(SECRET)
  }
  return file._id
}

/** As a search does in a large newsroom. */
function indexTexts({folder}: ClusterNode): void {
  const file = join(folder, 'lake.sqlite')
  const database = openDatabase(file, {readOnly: true})
  const indexer = createTextIndexer({database, textFile: textFileOf(file)})
  while (indexer.step(1_000));
  indexer.close()
  database.close()
}

describe.runIf(HAS_POSTGRES)('a cluster of which something is purged', () => {
  beforeAll(async () => {
    cluster = await startCluster()
    ;[one, two, three] = cluster.nodes
    receiver = await startReceiver()
  }, 60_000)
  afterAll(async () => {
    for (const node of restored) await node.stop()
    await receiver.close()
    await cluster.close()
  })

  test('has it nowhere any more, also on a node that was away, and goes on', async () => {
    await addWebhook(cluster, one, {
      url: receiver.url,
      rule: {on: ['create', 'update'], filter: '_type == "topic"'},
    })
    const file = await writeSecret()
    await receiver.heard(1)
    await clientOf(one).create(topic('other'))
    await reaches(three, 'other')
    for (const node of cluster.nodes) indexTexts(node)
    const places = (await placesWith(SECRET)).join('\n')
    for (const place of [
      ...cluster.nodes.map(({folder}) => `${folder}/lake.sqlite documents`),
      ...cluster.nodes.map(({folder}) => `${folder}/text.sqlite`),
      'lake.sqlite webhook_messages',
      `${two.folder}/assets/originals`,
      `${three.folder}/assets/originals`,
      'log',
      cluster.bucket.folder,
    ])
      expect(places).toContain(place)

    await three.stop()
    const away = /The node node-3 is away, and its folder still has erased content/
    const first = await purge(two, 'secret')
    expect(first).toMatchObject({code: 1, stderr: expect.stringMatching(away)})
    expect(first.stdout).toContain('PostgreSQL’s archive of its write-ahead log')
    expect(await purge(one, file)).toMatchObject({code: 1, stderr: expect.stringMatching(away)})
    expect((await command(one, 'cluster', 'status')).stdout).toMatch(away)
    expect((await command(one, 'doctor')).stdout).toMatch(away)
    await expect(three.start()).rejects.toThrow('is no longer in the cluster’s log')
    expect(await command(three, 'cluster', 'join')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('The earlier database is deleted'),
    })
    await three.start()

    // It can be repeated, and waits for the node that is back.
    expect(await purge(three, 'secret')).toMatchObject({code: 0})
    const status = async () => (await command(one, 'cluster', 'status')).stdout
    await expect.poll(status, PATIENT).not.toContain('erased content')
    expect(await placesWith(SECRET)).toEqual([])
    for (const node of cluster.nodes) {
      expect(await healthOf(node)).toBe(200)
      expect(await clientOf(node).fetch('*[_id in ["secret", "other"]]._id')).toEqual(['other'])
      await clientOf(node).create(topic(`after-${node.name}`))
    }
    await expectEqual(cluster)
  }, 180_000)

  test('loses nothing that is written meanwhile', async () => {
    await clientOf(one).create(topic('meanwhile', MEANWHILE))
    const acknowledged = await writing(cluster, 'during', async (written) => {
      await expect.poll(() => written.length, PATIENT).toBeGreaterThan(10)
      expect(await purge(two, 'meanwhile')).toMatchObject({code: 0})
      const before = written.length
      await expect.poll(() => written.length, PATIENT).toBeGreaterThan(before + 10)
    })
    await expectAll(cluster, acknowledged, 'during')
    expect(await placesWith(MEANWHILE)).toEqual([])
  }, 120_000)

  test('has no name and address of a person any more', async () => {
    const person = [`${PERSON}@example.org`, '--name', PERSON, '--role', 'developer']
    expect(await command(one, 'user', 'add', ...person)).toMatchObject({code: 0})
    await expect.poll(() => filesWith(three.folder, PERSON).length, PATIENT).toBeGreaterThan(0)
    const purged = await purge(three, '--account', `${PERSON}@example.org`)
    expect(purged).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('It is gone from PostgreSQL and from the files of all nodes'),
    })
    expect(await placesWith(PERSON)).toEqual([])
    await expectEqual(cluster)
  }, 120_000)

  test('is restored beside it: a new folder, an empty database, an unused folder of the bucket', async () => {
    await clientOf(one).create(topic('backed-up'))
    const made = await command(one, 'backup', temporaryFolder())
    const backup = made.stdout.trim()
    const refused = await command(two, 'restore', backup, '--force')
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/is a node of a cluster: .* Restore into a new folder/),
    })
    await cluster.postgres.query('CREATE DATABASE restored')
    const environment = {
      ...cluster.environment,
      COPYDESK_DATABASE: cluster.postgres.url.replace(/postgres$/, 'restored'),
      COPYDESK_FILES: 's3://newsroom/restored',
      COPYDESK_NODE: 'restored-1',
    }
    const folder = join(temporaryFolder(), 'restored')
    const run = (...args: string[]) => copydeskProcess([...args, '--data', folder], environment)
    expect(await run('restore', backup, '--awake')).toMatchObject({code: 0})
    expect(await run('cluster', 'init')).toMatchObject({code: 0})
    const first = await createNode('restored-1', folder, environment)
    const second = await createNode('restored-2', join(temporaryFolder(), 'second'), environment)
    restored.push(first, second)
    for (const node of restored) await node.start()
    await clientOf(first).create(topic('after-restore'))
    for (const id of ['backed-up', 'after-restore']) await reaches(second, id)
  }, 120_000)
})
