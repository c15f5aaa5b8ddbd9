// Nodes without servers, over a PostgreSQL of the test's own: snapshots, presence, and what is refused.
import {mkdirSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import pg from 'pg'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {HAS_POSTGRES, startPostgres, type Postgres} from '../../../../tests/support/postgres.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'
import {adoptCluster, createCluster} from '../../src/cluster/create-cluster.ts'
import {joinCluster, leaveCluster} from '../../src/cluster/join-cluster.ts'
import type {Aside} from '../../src/cluster/messages.ts'
import {openNode, type ClusterSettings, type OpenedDatabase} from '../../src/cluster/open-node.ts'
import {forgetNode} from '../../src/cluster/forget-node.ts'
import {saveSnapshot} from '../../src/cluster/snapshots.ts'
import {inTransaction, openDatabase} from '../../src/store/database.ts'
import {MIGRATIONS} from '../../src/store/migrations.ts'

const PATIENT = {timeout: 10_000, interval: 20}
const SCHEMA = MIGRATIONS.length

let postgres: Postgres
const opened: OpenedDatabase[] = []

const fileIn = (folder: string) => join(folder, 'lake.sqlite')

async function makeCluster(): Promise<string> {
  const folder = temporaryFolder()
  const database = openDatabase(fileIn(folder))
  write({database}, 'before')
  await createCluster(postgres.url, {database, databaseFile: fileIn(folder)})
  database.close()
  return folder
}

async function joined(): Promise<string> {
  const folder = temporaryFolder()
  await joinCluster({url: postgres.url, node: 'new'}, folder)
  return folder
}

function open(folder: string, node: string, more: Partial<ClusterSettings> = {}) {
  const one = openNode(fileIn(folder), {cluster: {url: postgres.url, node, ...more}})
  opened.push(one)
  if (!one.node) throw new Error('It is not a node.')
  return {database: one.database, ...one.node}
}

const write = ({database}: Pick<OpenedDatabase, 'database'>, key: string) =>
  inTransaction(database, () =>
    database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(key, 'x'.repeat(1000)),
  )

const keysIn = ({database}: Pick<OpenedDatabase, 'database'>): string[] =>
  database
    .prepare('SELECT key FROM settings ORDER BY key')
    .all()
    .map(({key}) => String(key))

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client(postgres.url)
  await client.connect()
  const {rows} = await client.query<T>(sql)
  await client.end()
  return rows
}

async function closeAll(): Promise<void> {
  for (const {database, node} of opened.splice(0)) {
    await node?.log.close()
    database.close()
  }
}

describe.runIf(HAS_POSTGRES)('nodes over PostgreSQL', () => {
  beforeAll(async () => {
    postgres = await startPostgres()
  }, 60_000)
  afterEach(async () => {
    await closeAll()
    await query('DROP SCHEMA IF EXISTS lake CASCADE')
  })
  afterAll(() => postgres.stop())

  test('begin with a snapshot, and go on from there', async () => {
    const one = open(await makeCluster(), 'one')
    write(one, 'first')
    const two = open(await joined(), 'two')
    write(two, 'second')
    one.member.catchUp()
    expect(keysIn(one)).toEqual(['before', 'files-id', 'first', 'second'])
    expect(keysIn(two)).toEqual(keysIn(one))
  })

  test('keep the log short: with the second snapshot, entries before the first one go', async () => {
    const folder = await makeCluster()
    const away = await joined()
    const one = open(folder, 'one')
    const client = new pg.Client(postgres.url)
    await client.connect()
    for (let n = 0; n < 30; n++) {
      write(one, `key-${n}`)
      if (n === 9 || n === 19) await saveSnapshot(client, fileIn(folder), SCHEMA)
    }
    await client.end()
    const [{first, count} = {first: '', count: ''}] = await query<Record<string, string>>(
      'SELECT min(position) AS first, count(*) AS count FROM lake.log',
    )
    expect([Number(first), Number(count)]).toEqual([12, 20])
    // A new node needs no more than that; one that was away since then has to begin again.
    expect(keysIn(open(await joined(), 'two'))).toEqual(keysIn(one))
    expect(() => open(away, 'away')).toThrow('is no longer in the cluster’s log')
  })

  test('copy a file that is larger than a part', async () => {
    const folder = await makeCluster()
    const one = open(folder, 'one')
    inTransaction(one.database, () => {
      const insert = one.database.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
      for (let n = 0; n < 20; n++) insert.run(`large-${n}`, `${n}`.repeat(500_000))
    })
    const client = new pg.Client(postgres.url)
    await client.connect()
    await saveSnapshot(client, fileIn(folder), SCHEMA)
    await client.end()
    const parts: string[] = []
    const target = temporaryFolder()
    const onPart = (done: number, of: number) => void parts.push(`${done}/${of}`)
    await joinCluster({url: postgres.url, node: 'two', onPart}, target)
    expect(parts).toEqual(['1/2', '2/2'])
    expect(keysIn(open(target, 'two'))).toEqual(keysIn(one))
  })

  test('tell each other where somebody is, and that they are gone', async () => {
    const one = open(await makeCluster(), 'one')
    const two = open(await joined(), 'two')
    const heard: Aside[] = []
    two.log.onAside((aside) => heard.push(aside))
    const change = {dataset: 'production', session: 'tab', person: 'ingrid'}
    const places = () =>
      heard
        .flatMap((aside) => ('announced' in aside ? aside.announced : []))
        .map(({change: {locations}}) => locations)
    one.log.announce({...change, locations: [{type: 'document', documentId: 'a', path: []}]})
    await expect
      .poll(places, PATIENT)
      .toContainEqual([{type: 'document', documentId: 'a', path: []}])
    one.log.announce({...change, locations: null})
    await expect.poll(() => places().at(-1), PATIENT).toBeNull()
  })

  test('are named, and two that have one name are refused', async () => {
    const one = open(await makeCluster(), 'one')
    await expect.poll(() => query('SELECT name FROM lake.nodes'), PATIENT).toEqual([{name: 'one'}])
    const folder = await joined()
    expect(() => open(folder, 'one')).toThrow('Another node has the name "one", too.')
    // A command beside the server is none.
    const command = open(folder, 'one 4711', {isCommand: true})
    write(command, 'by command')
    one.member.catchUp()
    expect(keysIn(one)).toContain('by command')
  })

  test('get what a command writes beside the server of their folder, again and again', async () => {
    const folder = await makeCluster()
    const server = open(folder, 'one')
    const command = open(folder, 'one 4711', {isCommand: true})
    for (let n = 0; n < 100; n++) {
      write(command, `command-${n}`)
      server.member.catchUp()
      write(server, `server-${n}`)
      command.member.catchUp()
    }
    expect(server.member.divergence()).toBeNull()
    expect(keysIn(server)).toHaveLength(202)
  })

  test('agree to a newer version when it starts, and the older ones write nothing more', async () => {
    const folder = await makeCluster()
    const other = await joined()
    const one = open(folder, 'one', {agreement: {version: '1.9.0', rules: 'a'}})
    write(one, 'first')
    await expect.poll(() => query('SELECT name FROM lake.nodes'), PATIENT).toHaveLength(1)
    expect(() => open(other, 'two', {agreement: {version: '1.9.0', rules: 'b'}})).toThrow(
      'This node’s rules is b, that of the cluster is a. Other nodes run.',
    )
    expect(() => open(other, 'two', {agreement: {version: '1.8.0', rules: 'a'}})).toThrow(
      'This node’s version is 1.8.0, that of the cluster is 1.9.0.',
    )
    const two = open(other, 'two', {agreement: {version: '1.10.0', rules: 'a'}})
    write(two, 'second')
    expect(() => write(one, 'third')).toThrow('This node’s version is 1.9.0')
    expect(keysIn(one)).toEqual(['before', 'files-id', 'first'])
    await closeAll()
    // With nobody else there, a node may bring other settings.
    const again = open(folder, 'one', {agreement: {version: '1.10.0', rules: 'b'}})
    expect(keysIn(again)).toEqual(['before', 'files-id', 'first', 'second'])
  })

  test('make no snapshot of a copy that is not in the log', async () => {
    const folder = await makeCluster()
    const one = open(folder, 'one')
    write(one, 'first')
    await query(`DELETE FROM lake.log; UPDATE lake.head SET position = 0, chain = '\\x00'`)
    const client = new pg.Client(postgres.url)
    await client.connect()
    await expect(saveSnapshot(client, fileIn(folder), SCHEMA)).rejects.toThrow(
      'entry 2 is not in the cluster',
    )
    await client.end()
    expect(() => one.member.catchUp()).toThrow('entries are gone from the log')
  })

  test('go on from the copy that has most, when entries are gone from the database', async () => {
    const folder = await makeCluster()
    const less = await joined()
    const one = open(folder, 'one')
    for (const key of ['first', 'second', 'third']) write(one, key)
    open(less, 'two')
    await closeAll()
    await query(`DELETE FROM lake.log WHERE position > 2;
      UPDATE lake.head SET (position, chain) = (SELECT position, chain FROM lake.log WHERE position = 2)`)
    expect(() => open(folder, 'one')).toThrow('entries are gone from the log')

    const database = openDatabase(fileIn(folder), {asNode: true})
    const adopt = () => adoptCluster(postgres.url, {database, databaseFile: fileIn(folder)})
    expect(await adopt()).toBe(4)
    // The whole database is gone.
    await query('DROP SCHEMA lake CASCADE')
    expect(await adopt()).toBe(4)
    database.close()
    const again = open(folder, 'one')
    write(again, 'fourth')
    // The other one begins again, and keeps what it had.
    await query(`DELETE FROM lake.log`)
    expect(await joinCluster({url: postgres.url, node: 'two'}, less)).toMatchObject({
      before: 'put aside',
    })
    expect(readdirSync(join(less, 'backups'))).toEqual([
      expect.stringMatching(/^lake-node-.*\.sqlite$/),
    ])
  })

  describe('of which one has a new connection', () => {
    const OTHER = '11111111-1111-4111-8111-111111111111'
    const say = (what: string) => query(`UPDATE lake.nodes SET ${what} WHERE id = '${OTHER}'`)
    const addOther = (seenAt: string) =>
      query(`INSERT INTO lake.nodes VALUES ('${OTHER}', 'other', '${OTHER}', 1, ${seenAt})`)
    const end = (connections: string) =>
      query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name LIKE '${connections}'`)
    const noteOf = async (folder: string) => {
      const one = open(folder, 'one')
      const heard: Aside[] = []
      one.log.onAside((aside) => heard.push(aside))
      const looked = async (number: number) => {
        one.log.look(number)
        const isThere = () => heard.some((at) => 'looked' in at && at.looked === number)
        await expect.poll(isThere, PATIENT).toBe(true)
      }
      return {one, heard, looked}
    }

    /** Beside another node that is there, and says nothing yet. */
    async function reconnected() {
      const {one, heard, looked} = await noteOf(await makeCluster())
      write(one, 'first')
      const knows = () => heard.some((at) => 'liveNodes' in at && at.liveNodes.includes(OTHER))
      await addOther(`clock_timestamp() + interval '1 minute'`)
      await expect.poll(knows, PATIENT).toBe(true)
      const [{begun} = {begun: ''}] = await query<{begun: string}>(
        `SELECT clock_timestamp()::text AS begun`,
      )
      await end('lake one%')
      const seen = () =>
        query(`SELECT 1 FROM lake.nodes WHERE name = 'one' AND seen_at > '${begun}'`)
      await expect.poll(seen, PATIENT).toHaveLength(1)
      // It follows the log again, but does not write, nor does what has begun before.
      expect(() => write(one, 'early')).toThrow('does not answer')
      const {position, chain} = one.member.head()
      const entry = {position: position + 1, chain, body: new Uint8Array(), agreement: null}
      expect(() => one.log.append(entry, chain)).toThrow('does not answer')
      return {one, looked}
    }

    test('write when the others have said what they have', async () => {
      const {one} = await reconnected()
      await say(`seen_at = seen_at + interval '1 ms'`)
      await expect.poll(() => one.member.trouble(), PATIENT).toBeNull()
      write(one, 'second')
      expect(keysIn(one)).toEqual(['before', 'files-id', 'first', 'second'])
    })

    test('write nothing if another has more than the log, until that is forgotten', async () => {
      const {one, looked} = await reconnected()
      await say(`position = 9, seen_at = seen_at + interval '1 ms'`)
      await expect.poll(() => String(one.member.trouble()), PATIENT).toContain('lost entries')
      // Also when the other is gone for long: it is to be adopted.
      await say(`seen_at = seen_at - interval '1 day'`)
      await looked(1)
      expect(() => write(one, 'late')).toThrow('a server has 9, the database only 2')
      await query(`INSERT INTO lake.folders VALUES ('${OTHER}', 'other')`)
      await forgetNode(postgres.url, 'other')
      await expect.poll(() => one.member.trouble(), PATIENT).toBeNull()
    })

    test('write after three seconds if another says nothing', async () => {
      const {one} = await reconnected()
      await expect.poll(() => one.member.trouble(), PATIENT).toBeNull()
      write(one, 'second')
    })

    test('hear others when they start, too', async () => {
      const folder = await makeCluster()
      open(folder, 'one')
      await closeAll()
      await addOther(`clock_timestamp() - interval '3 seconds'`)
      const client = new pg.Client(postgres.url)
      await client.connect()
      // While this thread waits for the start.
      const said = client.query(`SELECT pg_sleep(0.5);
        UPDATE lake.nodes SET position = 9, seen_at = clock_timestamp() WHERE id = '${OTHER}'`)
      const one = open(folder, 'one')
      expect(() => write(one, 'early')).toThrow('a server has 9')
      await said
      await client.end()
    })

    test('go on if only one of two connections has the new settings of its user', async () => {
      const {one, looked} = await noteOf(await makeCluster())
      await query(`ALTER ROLE postgres SET timezone = 'Asia/Tokyo'`)
      await end('lake one')
      await expect.poll(() => one.member.trouble(), PATIENT).not.toBeNull()
      await expect.poll(() => one.member.trouble(), PATIENT).toBeNull()
      await looked(1)
      expect(one.member.trouble()).toBeNull()
      await query('ALTER ROLE postgres RESET timezone')
    })
  })

  test('write nothing while PostgreSQL waits for a standby that is not there, and still say that they are', async () => {
    const set = async (standby: string) => {
      await query(`ALTER SYSTEM SET synchronous_standby_names = '${standby}'`)
      await query('SELECT pg_reload_conf()')
    }
    const one = open(await makeCluster(), 'one')
    await set('gone')
    await expect.poll(() => String(one.member.trouble()?.cause), PATIENT).toContain('a standby')
    expect(() => write(one, 'early')).toThrow('does not answer')
    const [{at} = {at: ''}] = await query<{at: string}>(
      'SELECT seen_at::text AS at FROM lake.nodes',
    )
    const later = () => query(`SELECT 1 FROM lake.nodes WHERE seen_at > '${at}'`)
    await expect.poll(later, PATIENT).toHaveLength(1)
    await set('')
    await expect.poll(() => one.member.trouble(), PATIENT).toBeNull()
    write(one, 'first')
  })

  test('stay listed when they stop, if they have more than the log', async () => {
    const one = open(await makeCluster(), 'one')
    write(one, 'first')
    await query(`DELETE FROM lake.log; UPDATE lake.head SET position = 0, chain = '\\x00'`)
    const listed = () => query('SELECT 1 FROM lake.nodes WHERE position = 2')
    await expect.poll(listed, PATIENT).toHaveLength(1)
    await closeAll()
    expect(await listed()).toHaveLength(1)
  })

  test('leave with all that they have', async () => {
    const folder = await makeCluster()
    write(open(folder, 'one'), 'first')
    await closeAll()
    expect(() => openDatabase(fileIn(folder))).toThrow('is a node of a cluster')
    const database = openDatabase(fileIn(folder), {asNode: true})
    expect([leaveCluster(database), leaveCluster(database)]).toEqual([expect.any(String), null])
    database.close()
    const own = openDatabase(fileIn(folder))
    write({database: own}, 'second')
    expect(keysIn({database: own})).toEqual(['before', 'files-id', 'first', 'second'])
    own.close()
  })

  test('are refused for the wrong cluster, for none, and for a folder with content', async () => {
    const folder = await makeCluster()
    const own = temporaryFolder()
    openDatabase(fileIn(own)).close()
    await expect(joinCluster({url: postgres.url, node: 'two'}, own)).rejects.toThrow('has content')
    const database = openDatabase(fileIn(folder), {asNode: true})
    const create = createCluster(postgres.url, {database, databaseFile: fileIn(folder)})
    await expect(create).rejects.toThrow('is a node of the cluster')
    database.close()
    await query('DROP SCHEMA lake CASCADE')
    expect(() => open(folder, 'one')).toThrow('There is no cluster in this database.')
    const empty = temporaryFolder()
    mkdirSync(empty, {recursive: true})
    await expect(joinCluster({url: postgres.url, node: 'two'}, empty)).rejects.toThrow(
      'make one with "cluster init"',
    )
    await makeCluster()
    expect(() => open(folder, 'one')).toThrow('the database has the cluster')
  })

  test('say why the database cannot be reached, without its password', async () => {
    const url = 'postgres://copydesk:secret@127.0.0.1:1/newsroom'
    const folder = await makeCluster()
    const reasons: string[] = []
    for (const attempt of [
      async () => openNode(fileIn(folder), {cluster: {url, node: 'one'}}),
      () => joinCluster({url, node: 'two'}, temporaryFolder()),
    ])
      await attempt().catch((error: Error) => reasons.push(error.message))
    expect(reasons).toEqual([
      expect.stringContaining('ECONNREFUSED'),
      expect.stringContaining('ECONNREFUSED'),
    ])
    expect(reasons.join()).not.toContain('secret')
  })
})
