// What is erased on one node leaves the files of all nodes, and the log and the snapshots in PostgreSQL.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import pg from 'pg'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {filesWith, postgresWith} from '../../../../tests/support/find-bytes.ts'
import {HAS_POSTGRES, startPostgres, type Postgres} from '../../../../tests/support/postgres.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'
import {readClusterStatus} from '../../src/cluster/cluster-status.ts'
import {adoptCluster, createCluster} from '../../src/cluster/create-cluster.ts'
import {erasureProblems} from '../../src/cluster/erasure-status.ts'
import {forgetNode} from '../../src/cluster/forget-node.ts'
import {joinCluster, leaveCluster} from '../../src/cluster/join-cluster.ts'
import {openNode, type OpenedDatabase} from '../../src/cluster/open-node.ts'
import {scrubNode} from '../../src/cluster/scrub-node.ts'
import {saveSnapshot} from '../../src/cluster/snapshots.ts'
import {inTransaction, openDatabase} from '../../src/store/database.ts'
import {erasedUpToSetting} from '../../src/store/erased-up-to.ts'
import {createErasure} from '../../src/store/erasure.ts'
import {logTable} from '../../src/store/log.ts'
import {MIGRATIONS} from '../../src/store/migrations.ts'

const PATIENT = {timeout: 10_000, interval: 20}
const SECRET = 'qzxjvkwyhb'

let postgres: Postgres
const opened: OpenedDatabase[] = []
type Node = ReturnType<typeof open>

const fileIn = (folder: string) => join(folder, 'lake.sqlite')
const scrub = (folder: string) => scrubNode(postgres.url, fileIn(folder))
const problems = async () => erasureProblems((await readClusterStatus(postgres.url)).erasure)

async function makeCluster(): Promise<string> {
  const folder = temporaryFolder()
  const database = openDatabase(fileIn(folder))
  await createCluster(postgres.url, {database, databaseFile: fileIn(folder)})
  database.close()
  return folder
}

async function joined(node: string): Promise<string> {
  const folder = temporaryFolder()
  await joinCluster({url: postgres.url, node}, folder)
  return folder
}

function open(folder: string, name: string) {
  const one = openNode(fileIn(folder), {cluster: {url: postgres.url, node: name}})
  opened.push(one)
  if (!one.node) throw new Error('It is not a node.')
  return {database: one.database, ...one.node}
}

async function closeAll(): Promise<void> {
  for (const {database, node} of opened.splice(0)) {
    await node?.log.close()
    database.close()
  }
}

/** Logs a change of a document, as a transaction does. */
const write = ({database}: Node, id: string, text: string): void =>
  inTransaction(database, () => {
    const patch = {id, set: {text}}
    const change = {id, previous: null, result: null, apply: [0, {text}], revert: [0, null]}
    logTable(database).append({
      dataset: 'production',
      transactionId: `${id}-${Math.random()}`,
      author: 'ingrid',
      timestamp: new Date().toISOString(),
      digest: '',
      changes: [{...change, mutations: [{patch}]}] as never,
    })
  })

/** As it is, and compressed. */
function writeSecret(node: Node): void {
  write(node, 'secret', SECRET)
  write(node, 'secret', `${SECRET} ${'and more of it '.repeat(200)}`)
}

const erase = ({database}: Node) => createErasure(database).erase('production', ['secret'])

const idsIn = ({database}: Node): string[] =>
  database
    .prepare('SELECT document_id AS id FROM log_changes ORDER BY position')
    .all()
    .map(({id}) => String(id))

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  return postgres.query<T>(sql)
}

async function snapshotOf(folder: string): Promise<void> {
  const client = new pg.Client(postgres.url)
  await client.connect()
  await saveSnapshot(client, fileIn(folder), MIGRATIONS.length)
  await client.end()
}

/** The end of each entry, as the files of PostgreSQL have it. */
const bodies = async (): Promise<Buffer[]> =>
  (await query<{body: Buffer}>('SELECT body FROM lake.log')).map(({body}) => body.subarray(-60))

/** How many of these bytes are in the files of the tables. */
async function inTableFiles(found: readonly Buffer[]): Promise<number> {
  await query('CHECKPOINT')
  const base = join(postgres.data, 'base')
  const files = readdirSync(base, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  return found.filter((body) => files.some((file) => file.includes(body))).length
}

describe.runIf(HAS_POSTGRES)('erased content', () => {
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterEach(async () => {
    await closeAll()
    await query('DROP SCHEMA IF EXISTS lake CASCADE')
  })
  afterAll(() => postgres.stop())

  test('leaves log, snapshots and files of all nodes, which go on', async () => {
    const folders = [await makeCluster(), await joined('two')] as const
    const [one, two] = [open(folders[0], 'one'), open(folders[1], 'two')]
    writeSecret(one)
    await snapshotOf(folders[0])
    write(two, 'other', 'of the other node')
    one.member.catchUp()
    const before = await bodies()
    expect(await postgresWith(postgres.url, SECRET)).toEqual(['log', 'snapshots'])
    for (const folder of folders) expect(filesWith(folder, SECRET).length).toBeGreaterThan(0)
    expect(await inTableFiles(before)).toBe(before.length)
    // What an interrupted snapshot has left.
    writeFileSync(join(folders[1], 'lake.sqlite.snapshot-1'), SECRET)

    expect(erase(one)).toBe(1)
    two.member.catchUp()
    await scrub(folders[0])
    expect(await problems()).toEqual([expect.stringMatching(/^The node two still has/)])
    await scrub(folders[1])
    expect(await problems()).toEqual([])
    expect(await postgresWith(postgres.url, SECRET)).toEqual([])
    for (const folder of folders) expect(filesWith(folder, SECRET)).toEqual([])
    expect(await inTableFiles(before)).toBe(0)

    write(two, 'after', 'x')
    one.member.catchUp()
    const three = open(await joined('three'), 'three')
    write(three, 'third', 'x')
    for (const node of [one, two]) {
      node.member.catchUp()
      expect(idsIn(node)).toEqual(['secret', 'other', 'after', 'third'])
    }
    expect(idsIn(three)).toEqual(idsIn(one))
  })

  test('leaves everything by the work of another node, if the one that erased it ends', async () => {
    const [folder, other] = [await makeCluster(), await joined('two')]
    const one = open(folder, 'one')
    open(other, 'two')
    writeSecret(one)
    erase(one)
    await closeAll()
    expect(idsIn(open(other, 'two'))).toEqual(['secret'])
    await scrub(other)
    expect(await postgresWith(postgres.url, SECRET)).toEqual([])
    expect(filesWith(other, SECRET)).toEqual([])
    expect(await problems()).toEqual([expect.stringMatching(/^The node one is away/)])
    await scrub(folder)
    expect(await problems()).toEqual([])
    expect(filesWith(folder, SECRET)).toEqual([])
  })

  test('of an earlier cluster means nothing in a new one', async () => {
    const folder = await makeCluster()
    const one = open(folder, 'one')
    writeSecret(one)
    erase(one)
    expect(erasedUpToSetting(one.database).get()).toBe(one.member.head().position)
    await closeAll()
    const left = openDatabase(fileIn(folder), {asNode: true})
    leaveCluster(left)
    await query('DROP SCHEMA lake CASCADE')
    await createCluster(postgres.url, {database: left, databaseFile: fileIn(folder)})
    left.close()
    for (const node of [folder, await joined('two')])
      expect(erasedUpToSetting(open(node, node).database).get()).toBe(0)
    expect(await problems()).toEqual([])
  })

  test('stays in the log until all nodes that are there have read its erasure', async () => {
    const folder = await makeCluster()
    const one = open(folder, 'one')
    const two = open(await joined('two'), 'two')
    writeSecret(one)
    const seen = () => query('SELECT 1 FROM lake.nodes WHERE position > 0')
    two.member.catchUp()
    await expect.poll(async () => (await seen()).length, PATIENT).toBe(2)
    erase(one)
    const scrubbed = scrub(folder)
    await expect
      .poll(() => query('SELECT 1 FROM lake.folders WHERE scrubbed > 0'), PATIENT)
      .toHaveLength(1)
    expect(await postgresWith(postgres.url, SECRET)).toContain('log')
    two.member.catchUp()
    await scrubbed
    expect(await postgresWith(postgres.url, SECRET)).toEqual([])
    two.member.catchUp()
    write(two, 'after', 'x')
    expect(two.member.divergence()).toBeNull()
  })

  test('leaves at once what a server works on again that ended in its turn', async () => {
    const folder = await makeCluster()
    const one = open(folder, 'one')
    writeSecret(one)
    erase(one)
    const turn = `UPDATE lake.erasure SET turn_until = clock_timestamp() + interval '1 hour', turn = `
    await query(`${turn} (SELECT id FROM lake.folders)`)
    await scrubNode(postgres.url, fileIn(folder), true)
    expect(await problems()).toEqual([])
    expect(await query('SELECT turn FROM lake.erasure')).toEqual([{turn: null}])
  })

  test('leaves the folder of a node that was away when it joins again', async () => {
    const folder = await makeCluster()
    const away = await joined('away')
    const one = open(folder, 'one')
    writeSecret(one)
    await open(away, 'away').log.close()
    expect(filesWith(away, SECRET).length).toBeGreaterThan(0)
    opened.pop()?.database.close()
    erase(one)
    await scrub(folder)
    expect(await problems()).toEqual([expect.stringMatching(/^The node away is away, and its/)])
    expect(() => open(away, 'away')).toThrow('is no longer in the cluster’s log')

    expect(await joinCluster({url: postgres.url, node: 'away'}, away)).toMatchObject({
      before: 'deleted',
    })
    expect(filesWith(away, SECRET)).toEqual([])
    await scrub(away)
    expect(await problems()).toEqual([])
    expect(idsIn(open(away, 'away'))).toEqual(['secret'])
  })

  test('is not looked for any more in a folder that is gone', async () => {
    const folder = await makeCluster()
    await joined('gone')
    const one = open(folder, 'one')
    writeSecret(one)
    erase(one)
    await scrub(folder)
    expect(await problems()).toHaveLength(1)
    await expect(forgetNode(postgres.url, 'never')).rejects.toThrow('knows no node "never"')
    await expect.poll(() => query('SELECT 1 FROM lake.nodes'), PATIENT).toHaveLength(1)
    await expect(forgetNode(postgres.url, 'one')).rejects.toThrow('The node one runs')
    await forgetNode(postgres.url, 'gone')
    expect(await problems()).toEqual([])
  })

  test('is not taken to be in a clean folder: what only that node has is put aside', async () => {
    const folder = await makeCluster()
    const one = open(folder, 'one')
    writeSecret(one)
    erase(one)
    await scrub(folder)
    const ahead = await joined('ahead')
    await scrub(ahead)
    write(open(ahead, 'ahead'), 'only here', 'x')
    await closeAll()
    const database = openDatabase(fileIn(folder), {asNode: true})
    await adoptCluster(postgres.url, {database, databaseFile: fileIn(folder)})
    database.close()
    expect(await joinCluster({url: postgres.url, node: 'ahead'}, ahead)).toMatchObject({
      before: 'put aside',
    })
    expect(filesWith(join(ahead, 'backups'), 'only here').length).toBeGreaterThan(0)
  })
})
