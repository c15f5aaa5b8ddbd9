// Three servers, one newsroom: what one writes, the others have; whatever stops, nothing that was answered is lost.
import {cpSync, existsSync, readFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {joinCluster, openNode, readClusterStatus} from '@copydesk/lake/cluster'
import {startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {DATASET} from '../../server/newsroom-lake.ts'
import {withAccess} from '../../server/commands/data-folder.ts'
import {
  contentOf,
  createNode,
  startCluster,
  type Cluster,
  type ClusterNode,
} from '../support/cluster.ts'
import {copydeskProcess} from '../server/support.ts'
import {
  addWebhook,
  clientOf as clientOfNode,
  expectAll,
  healthOf,
  topic,
  writing,
} from '../support/cluster-writes.ts'
import {openEvents} from '../support/events.ts'
import {HAS_POSTGRES} from '../support/postgres.ts'
import {mountDisk} from '../support/small-disk.ts'
import {temporaryFolder} from '../support/temporary-folder.ts'

const PATIENT = {timeout: 20_000, interval: 50}
const SOON = {timeout: 1_000, interval: 20}

const disk = HAS_POSTGRES ? mountDisk(96) : null
if (HAS_POSTGRES && !disk) console.warn('Not tested: a full disk, as none can be mounted.')

let cluster: Cluster
let one: ClusterNode
let two: ClusterNode
let three: ClusterNode

const clientOf = (node: ClusterNode) => clientOfNode(cluster, node)

/** A request of a program, or of a browser with cookies. */
const ask = ({origin}: ClusterNode, query: string, headers: Record<string, string>) =>
  fetch(`${origin}/v2025-02-19/data/query/${DATASET}?query=${encodeURIComponent(query)}`, {headers})

const requestsTo = ({origin}: ClusterNode) => ({
  fetch: (path: string, init?: RequestInit) => fetch(origin + path, init),
})

/** The nodes that work in the background: one, or none for some seconds. */
async function holdersIn({nodes, postgres}: Cluster): Promise<ClusterNode[]> {
  const {nodes: found} = await readClusterStatus(postgres.url)
  const names = found.filter(({holdsLease}) => holdsLease).map(({name}) => name)
  return nodes.filter(({name}) => names.includes(name))
}

async function holderOf(all: Cluster): Promise<ClusterNode> {
  await expect.poll(async () => (await holdersIn(all)).length, PATIENT).toBe(1)
  return (await holdersIn(all))[0] as ClusterNode
}

describe.runIf(HAS_POSTGRES)('a cluster of three nodes', () => {
  beforeAll(async () => {
    cluster = await startCluster()
    ;[one, two, three] = cluster.nodes
  }, 60_000)
  afterAll(async () => {
    await cluster.close()
    disk?.unmount()
  })

  test('shows a program on another node what it has written, by a header', async () => {
    for (let n = 0; n < 20; n++) {
      const written = await fetch(`${one.origin}/v2025-02-19/data/mutate/${DATASET}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${cluster.token}`,
        },
        body: JSON.stringify({mutations: [{createOrReplace: topic(`own-${n}`)}]}),
      })
      const position = written.headers.get('x-lake-position') ?? ''
      expect(Number(position)).toBeGreaterThan(0)
      const read = await ask(two, `*[_id == "own-${n}"]._id`, {
        authorization: `Bearer ${cluster.token}`,
        'x-lake-position': position,
      })
      expect(await read.json()).toMatchObject({result: [`own-${n}`]})
    }
  })

  test('shows on any node what a live event announced', async () => {
    const query = 'count(*[_type == "topic" && string::startsWith(_id, "live-")])'
    const events: string[] = []
    let isOpen = false
    const live = clientOf(one)
      .live.events({includeDrafts: false})
      .subscribe((event) => {
        if (event.type === 'welcome') isOpen = true
        if (event.type === 'message') events.push(event.id)
      })
    await expect.poll(() => isOpen, PATIENT).toBe(true)
    const found: unknown[] = []
    for (let n = 1; n <= 20; n++) {
      await clientOf(one).create(topic(`live-${n}`))
      await expect.poll(() => events.length, PATIENT).toBe(n)
      const at = n % 2 ? two : three
      const options = {filterResponse: false, lastLiveEventId: events.at(-1) ?? ''} as const
      const {result} = await clientOf(at).fetch<number>(query, {}, options)
      found.push(result)
    }
    live.unsubscribe()
    expect(found).toEqual(found.map((_, at) => at + 1))
  })

  test('knows a session of another node at once, and ends it on all within a second', async () => {
    const invite = () =>
      withAccess(two.folder, {}, ({people}) =>
        people.invite(
          {email: 'ines@example.org', name: 'Ines', roles: ['editor']},
          {machineUser: 'test'},
        ),
      )
    // Taken back after the test, whatever happens.
    for (const [name, value] of Object.entries(cluster.environment)) vi.stubEnv(name, value)
    const invitation = await invite()
    const signedIn = await fetch(`${one.origin}/sign-in/${invitation.secret}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        password: 'four words of her own',
        again: 'four words of her own',
      }),
    })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    expect(cookie).toContain('copydesk_position=')
    for (const node of cluster.nodes) expect((await ask(node, '1', {cookie})).status).toBe(200)
    // Her studio is told by the node that stored it, and reads on another node.
    for (let n = 0; n < 20; n++) {
      await clientOf(one).create(topic(`studio-${n}`))
      const read = await ask(n % 2 ? two : three, `*[_id == "studio-${n}"]._id`, {cookie})
      expect(await read.json()).toMatchObject({result: [`studio-${n}`]})
    }
    await withAccess(three.folder, {}, ({people, users}) =>
      people.change(
        users.byEmail('ines@example.org')?.id ?? '',
        {disabled: true},
        {
          machineUser: 'test',
        },
      ),
    )
    for (const node of cluster.nodes)
      await expect.poll(async () => (await ask(node, '1', {cookie})).status, SOON).toBe(401)
  })

  test('sends a stream what was written on another node', async () => {
    const seen: string[] = []
    const stream = clientOf(two)
      .listen('*[_type == "topic"]', {}, {events: ['welcome', 'mutation']})
      .subscribe((event) => {
        seen.push(event.type === 'mutation' ? event.documentId : event.type)
      })
    await expect.poll(() => seen, PATIENT).toEqual(['welcome'])
    for (const id of ['heard-1', 'heard-2', 'heard-3']) await clientOf(three).create(topic(id))
    await expect.poll(() => seen, SOON).toEqual(['welcome', 'heard-1', 'heard-2', 'heard-3'])
    stream.unsubscribe()
  })

  test('goes on at another node with a stream, from its last event', async () => {
    const ids: string[] = []
    let last = ''
    let next = 0
    for (const node of [one, two, three, one]) {
      const query = encodeURIComponent('*[string::startsWith(_id, "hop-")]')
      const path = `/v2025-02-19/data/listen/${DATASET}?query=${query}&enableResume=true`
      const headers = {
        authorization: `Bearer ${cluster.token}`,
        ...(last && {'last-event-id': last}),
      }
      const stream = await openEvents(requestsTo(node), path, headers)
      const until = next + 5
      for (; next < until; next++) {
        await clientOf(next % 2 ? one : three).create(topic(`hop-${String(next).padStart(3, '0')}`))
      }
      // The first one says welcome.
      const [, ...heard] = await stream.until(1 + next - ids.length)
      await stream.close()
      ids.push(...heard.map(({data}) => data.documentId))
      last = stream.items.findLast(({id}) => id !== '')?.id ?? last
      // Nobody listens.
      await clientOf(two).create(topic(`hop-${String(next++).padStart(3, '0')}`))
    }
    expect(ids).toEqual(ids.map((_, n) => `hop-${String(n).padStart(3, '0')}`))
  })

  test('shows a picture on all nodes that was uploaded to one', async () => {
    const path = join(import.meta.dirname, '../fixtures/photos/everything.jpg')
    const {_id, path: address} = await clientOf(one).assets.upload('image', readFileSync(path))
    for (const node of [two, three]) {
      await expect.poll(() => clientOf(node).getDocument(_id), SOON).toBeTruthy()
      const headers = {authorization: `Bearer ${cluster.token}`}
      const shown = await fetch(`${node.origin}/${address}?w=80`, {headers})
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    }
  })

  test('is backed up whole on any node, which becomes one server with each picture', async () => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/photos/no-credit.jpg'))
    const {_id, path} = await clientOf(one).assets.upload('image', bytes)
    await expect.poll(() => clientOf(three).getDocument(_id), SOON).toBeTruthy()
    const original = join(three.folder, 'assets/originals', DATASET, basename(path))
    expect(existsSync(original)).toBe(false)
    const settings = {...cluster.environment, COPYDESK_NODE: three.name}
    const [place, restored] = [temporaryFolder(), join(temporaryFolder(), 'restored')]
    const made = await copydeskProcess(['backup', place, '--data', three.folder], settings)
    expect(made).toMatchObject({code: 0})
    const restore = ['restore', made.stdout.trim(), '--awake', '--data', restored]
    expect(await copydeskProcess(restore)).toMatchObject({code: 0})
    const single = await createNode('single', restored, {})
    await single.start({SITE: 'off'})
    const headers = {authorization: `Bearer ${cluster.token}`}
    const shown = await fetch(`${single.origin}/${path}`, {headers})
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    await single.stop()
  })

  test('writes on all nodes at once, and all end equal', async () => {
    const acknowledged = await writing(cluster, 'together', () => sleep(3_000))
    await expectAll(cluster, acknowledged, 'together')
  })

  test('loses nothing when a node is killed, and the others go on within a second', async () => {
    let after = 0
    const acknowledged = await writing(cluster, 'killed', async () => {
      await sleep(1_000)
      await three.stop('SIGKILL')
      const begun = performance.now()
      await clientOf(one).create(topic('killed-other'))
      after = performance.now() - begun
      await sleep(500)
      await three.start()
    })
    expect(after).toBeLessThan(1_000)
    await expectAll(cluster, acknowledged, 'killed')
  })

  test('loses nothing when the nodes are restarted one after the other', async () => {
    const acknowledged = await writing(cluster, 'rolling', async () => {
      for (const node of cluster.nodes) {
        await node.stop()
        await node.start()
      }
    })
    await expectAll(cluster, acknowledged, 'rolling')
  })

  test('loses nothing when a node hangs for 15 seconds', async () => {
    const acknowledged = await writing(cluster, 'hung', async () => {
      await sleep(500)
      two.process.kill('SIGSTOP')
      await sleep(15_000)
      two.process.kill('SIGCONT')
      await sleep(500)
    })
    await expectAll(cluster, acknowledged, 'hung')
  })

  test('loses nothing when PostgreSQL hangs, reads on, and says that it is not in touch', async () => {
    const acknowledged = await writing(cluster, 'silent', async () => {
      await sleep(500)
      cluster.postgres.signal('SIGSTOP')
      await expect.poll(() => healthOf(one), PATIENT).toBe(503)
      expect(await clientOf(one).fetch('count(*[_id == "own-1"])')).toBe(1)
      cluster.postgres.signal('SIGCONT')
      await expect.poll(() => healthOf(one), PATIENT).toBe(200)
      await clientOf(one).create(topic('silent-after'))
    })
    await expectAll(cluster, [...acknowledged, 'silent-after'], 'silent')
  })

  test('loses nothing when PostgreSQL crashes', async () => {
    const acknowledged = await writing(cluster, 'crashed', async () => {
      await sleep(500)
      await cluster.postgres.crash()
      await sleep(1_000)
      await cluster.postgres.start()
      for (const node of cluster.nodes) await expect.poll(() => healthOf(node), PATIENT).toBe(200)
      await clientOf(one).create(topic('crashed-after'))
    })
    await expectAll(cluster, [...acknowledged, 'crashed-after'], 'crashed')
  })

  test('loses nothing when one node is cut off; it says so, and comes back', async () => {
    const acknowledged = await writing(cluster, 'cut', async () => {
      await sleep(500)
      cluster.lines[2].cut()
      await expect.poll(() => healthOf(three), PATIENT).toBe(503)
      await clientOf(one).create(topic('cut-meanwhile'))
      // A session may have ended meanwhile, and an article been withdrawn. If no node knows more, readers get what there is.
      const statusFor = async (headers: Record<string, string>) =>
        (await ask(three, '1', headers)).status
      await expect.poll(() => statusFor({}), PATIENT).toBe(503)
      const noNode = {'x-lake-no-node-in-touch': '1'}
      expect(await statusFor(noNode)).toBe(200)
      expect(await statusFor({...noNode, authorization: `Bearer ${cluster.token}`})).toBe(503)
      cluster.lines[2].mend()
      await expect.poll(() => healthOf(three), PATIENT).toBe(200)
      await clientOf(three).create(topic('cut-after'))
    })
    await expectAll(cluster, [...acknowledged, 'cut-meanwhile', 'cut-after'], 'cut')
  })

  test('sends each message of a webhook, in order, also when the node that sends is killed', async () => {
    const receiver = await startReceiver()
    const rule = {on: ['create'], filter: 'string::startsWith(_id, "told-")'}
    await addWebhook(cluster, one, {url: receiver.url, rule})
    const ids: string[] = []
    const write = async (count: number, nodes: readonly ClusterNode[]): Promise<void> => {
      for (let n = 0; n < count; n++) {
        const id = `told-${ids.length}`
        await clientOf(nodes[n % nodes.length] as ClusterNode).create(topic(id))
        ids.push(id)
      }
    }
    await write(15, cluster.nodes)
    await receiver.heard(3)
    const holder = await holderOf(cluster)
    await holder.stop('SIGKILL')
    await write(
      15,
      cluster.nodes.filter((node) => node !== holder),
    )
    const byKey = () =>
      new Map(receiver.received.map(({headers, json}) => [headers['idempotency-key'], json._id]))
    await expect.poll(() => byKey().size, PATIENT).toBe(30)
    // At least once each: the same message has the same key, and its first time is in order.
    expect([...new Set(receiver.received.map(({json}) => json._id))]).toEqual(ids)
    expect(receiver.received.length).toBeLessThan(40)
    await holder.start()
    await receiver.close()
  }, 90_000)

  test('publishes once what was scheduled, also when the node that would is killed', async () => {
    const editor = clientOf(one)
    await editor.create({_id: 'drafts.planned', _type: 'topic', title: 'Planned'})
    await editor.releases.create({releaseId: 'plan', metadata: {releaseType: 'scheduled'}})
    await editor.createVersion({
      releaseId: 'plan',
      publishedId: 'planned',
      baseId: 'drafts.planned',
    })
    const publishAt = new Date(Date.now() + 4_000).toISOString()
    await editor.releases.schedule({releaseId: 'plan', publishAt})
    const holder = await holderOf(cluster)
    await holder.stop('SIGKILL')
    const alive = cluster.nodes.filter((node) => node !== holder)
    for (const node of alive) {
      const published = () => clientOf(node).fetch<string>('*[_id == "planned"][0].title')
      await expect.poll(published, PATIENT).toBe('Planned')
    }
    await holder.start()
    const changes = contentOf(one.folder)['log_changes'] as string[]
    expect(changes.filter((text) => text.includes('"document_id":"planned"'))).toHaveLength(1)
  }, 90_000)

  test('refuses a node with other rules, and says which', async () => {
    await three.stop()
    await expect(three.start({COPYDESK_FOUR_EYES: 'recorded'})).rejects.toThrow(
      'This node’s COPYDESK_FOUR_EYES is recorded, that of the cluster is enforced. Other nodes run.',
    )
    await expect(three.start({COPYDESK_HISTORY_DAYS: '90'})).rejects.toThrow(
      'This node’s COPYDESK_HISTORY_DAYS is 90, that of the cluster is 30.',
    )
    await expect(three.start({COPYDESK_FILES: 's3://newsroom/elsewhere'})).rejects.toThrow(
      'This node’s COPYDESK_FILES is s3://newsroom/elsewhere, that of',
    )
    const mail = {SMTP_URL: 'smtp://desk:hidden@mail.example:587'}
    const refused = await three.start(mail).catch(String)
    expect(refused).toContain('This node’s SMTP_URL is smtp://mail.example:587, that of')
    expect(refused).not.toContain('hidden')
    await three.start()
    // A command does not send mail.
    const settings = {...cluster.environment, ...mail, COPYDESK_NODE: three.name}
    const listed = await copydeskProcess(['user', 'list', '--data', three.folder], settings)
    expect(listed).toMatchObject({code: 0, stdout: expect.stringContaining('agnes@example.org')})
  })

  test('refuses a copy of a node’s folder, and a folder without its cluster', async () => {
    const folder = temporaryFolder()
    cpSync(two.folder, folder, {recursive: true})
    const copy = await createNode('node-4', folder, cluster.environment)
    await expect(copy.start()).rejects.toThrow('A copy of this node’s folder runs already')
    await three.stop()
    await expect(three.start({COPYDESK_DATABASE: ''})).rejects.toThrow('is a node of a cluster')
    await three.start()
  })

  test('hands the work in the background on when it is stopped, while it still answers', async () => {
    // Only one that was there first has it.
    await Promise.all(cluster.nodes.map((node) => node.stop()))
    await three.start({COPYDESK_DRAIN_SECONDS: '60'})
    expect(await holderOf(cluster)).toBe(three)
    await one.start()
    const asEditor = {authorization: `Bearer ${cluster.token}`}
    const stopped = three.stop()
    await expect.poll(() => healthOf(three), PATIENT).toBe(503)
    await expect.poll(async () => (await holdersIn(cluster))[0], PATIENT).toBe(one)
    expect((await ask(three, '1', asEditor)).status).toBe(200)
    await clientOf(three).create(topic('while-stopping'))
    await three.stop('SIGKILL')
    await stopped
    await Promise.all([two.start(), three.start()])
    expect(await clientOf(two).getDocument('while-stopping')).toBeTruthy()
  }, 90_000)

  test('says that the clock of a node is wrong: on /healthz, in metrics, by doctor and commands', async () => {
    await three.stop()
    const ahead = 'const now = Date.now; Date.now = () => now() + 60_000'
    const wrong = {NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}`}
    await three.start({...wrong, METRICS_TOKEN: 'only for this test'})
    const reason = expect.stringMatching(
      /^the clock of this machine is (59|60)\.\d s ahead of the /,
    )
    const health = await fetch(`${three.origin}/healthz`)
    expect([health.status, await health.json()]).toEqual([503, {status: 'wrong clock', reason}])
    await expect(clientOf(three).create(topic('early'))).rejects.toThrow('does not answer')
    const scraper = {headers: {authorization: 'Bearer only for this test'}}
    const metrics = await (await fetch(`${three.origin}/metrics`, scraper)).text()
    expect(metrics).toMatch(/^copydesk_cluster_clock_ahead_seconds (59|60)(\.\d+)?$/m)
    const settings = {...cluster.environment, ...wrong, COPYDESK_NODE: three.name}
    const run = (...args: string[]) => copydeskProcess([...args, '--data', three.folder], settings)
    const {stdout} = await run('doctor')
    expect(stdout).toMatch(/PROBLEM {2}This node writes nothing: the clock of this machine is/)
    expect(stdout).toMatch(/PROBLEM {2}The server at \S+, .* is not ready: wrong clock, the clock/)
    expect((await run('user', 'list')).stderr).toMatch(/^A node writes nothing while the clock of/)
    await three.stop()
    await three.start()
    expect(await healthOf(three)).toBe(200)
  }, 90_000)

  test('has one node that works in the background, and a different one when that is killed', async () => {
    const before = await holderOf(cluster)
    await before.stop('SIGKILL')
    await expect.poll(async () => (await holdersIn(cluster))[0] !== before, PATIENT).toBe(true)
    expect(await holderOf(cluster)).not.toBe(before)
    await before.start()
  })

  test.runIf(disk)(
    'has a node whose own disk is full: it says so, and goes on with room',
    async () => {
      const folder = join(disk?.folder ?? '', 'data')
      const four = await createNode('node-4', folder, cluster.environment)
      try {
        await four.start()
        disk?.fill()
        let written = 0
        const writeMore = async (): Promise<number> => {
          // What SQLite has room for in its files has to be used up.
          await clientOf(one).create(topic(`small-${written++}`, 'words '.repeat(50_000)))
          return healthOf(four)
        }
        await expect.poll(writeMore, PATIENT).toBe(503)
        const answer = await fetch(`${four.origin}/v2025-02-19/data/mutate/${DATASET}`, {
          method: 'POST',
          headers: {'content-type': 'application/json', authorization: `Bearer ${cluster.token}`},
          body: JSON.stringify({mutations: [{create: topic('small-own')}]}),
          signal: AbortSignal.timeout(10_000),
        })
        expect(answer.status).toBeGreaterThanOrEqual(500)
        expect(four.log().match(/could not be followed/g)?.length ?? 0).toBeLessThan(5)
        disk?.makeRoom()
        await expect.poll(() => healthOf(four), PATIENT).toBe(200)
        expect(await clientOf(four).getDocument(`small-${written - 1}`)).toBeTruthy()
      } finally {
        disk?.makeRoom()
        await four.stop()
      }
    },
    60_000,
  )

  test('is read on while a newer version starts, and writes nothing', async () => {
    const folder = temporaryFolder()
    const {url} = cluster.postgres
    await clientOf(one).create(topic('before-newer'))
    await joinCluster({url, node: 'newer'}, folder)
    const [head] = await cluster.postgres.query<{agreement: string}>(
      'SELECT agreement FROM lake.head',
    )
    const agreement = {
      ...(JSON.parse(head?.agreement ?? '{}') as Record<string, string>),
      version: '99.0.0',
    }
    const newer = openNode(join(folder, 'lake.sqlite'), {cluster: {url, node: 'newer', agreement}})
    try {
      await expect.poll(() => healthOf(one), PATIENT).toBe(503)
      const read = await ask(one, '*[_id == "before-newer"]._id', {})
      expect(await read.json()).toMatchObject({result: ['before-newer']})
      await expect(clientOf(one).create(topic('too-late'))).rejects.toMatchObject({
        message: expect.stringContaining('This node’s version is'),
      })
    } finally {
      await newer.node?.log.close()
      newer.database.close()
    }
    for (const node of cluster.nodes) await node.stop()
    for (const node of cluster.nodes) await node.start()
    await clientOf(one).create(topic('after-newer'))
  })
})
