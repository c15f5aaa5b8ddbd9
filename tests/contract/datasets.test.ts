// Administrators create, change and delete datasets with the real client, over HTTP.
import type {SanityClient} from '@sanity/client'
import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {openPresenceTab} from '@copydesk/lake/tests/http/presence-tab.ts'
import sharp from 'sharp'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {startLake, type Role, type TestLake} from '../support/lake.ts'

const MINUTE = 60_000
const TOPIC = {_id: 'ports', _type: 'topic', title: 'Ports'} as const

let lake: TestLake
let administrator: SanityClient
beforeAll(async () => {
  lake = await startLake({webhooksPrivate: 'allow'})
  administrator = lake.client('administrator')
})
afterAll(() => lake.close())
/** Each test begins with the datasets of the options. */
afterEach(async () => {
  for (const {name} of await administrator.datasets.list()) {
    if (!name.startsWith('production')) await administrator.datasets.delete(name)
  }
  const {documents} = lake.lake.services
  for (const id of documents.idsUnder('production', '')) await lake.client('importer').delete(id)
})

const inDataset = (dataset: string, role?: Role | 'importer'): SanityClient =>
  lake.client(role).withConfig({dataset, perspective: role ? 'raw' : 'published'})
const titles = (client: SanityClient): Promise<string[]> =>
  client.fetch('*[_type == "topic"].title')
const ask = (method: string, path: string, role?: Role, body?: object): Promise<Response> =>
  lake.fetch(`/v2025-02-19${path}`, {
    method,
    headers: {
      ...(role && {authorization: `Bearer ${lake.token(role)}`}),
      ...(body && {'content-type': 'application/json'}),
    },
    ...(body && {body: JSON.stringify(body)}),
  })
const errorOf = async (response: Response): Promise<{type: string; description: string}> =>
  ((await response.json()) as {error: {type: string; description: string}}).error

describe('client.datasets', () => {
  it('creates, lists, changes and deletes a dataset', async () => {
    expect(await administrator.datasets.create('staging')).toEqual({
      datasetName: 'staging',
      aclMode: 'public',
      description: null,
    })
    const edited = {aclMode: 'private', description: 'To try things out'} as const
    expect(await administrator.datasets.edit('staging', edited)).toEqual({
      datasetName: 'staging',
      ...edited,
    })
    const listed = await lake.client('journalist').datasets.list()
    expect(listed.find(({name}) => name === 'staging')).toMatchObject({
      ...edited,
      createdAt: new Date(lake.now()).toISOString(),
      createdByUserId: expect.stringMatching(/^t/),
      addonFor: null,
      datasetProfile: 'content',
      features: [],
      tags: [],
    })
    expect(await administrator.datasets.delete('staging')).toEqual({deleted: true})
    expect((await administrator.datasets.list()).map(({name}) => name)).toEqual([
      'production',
      'production-comments',
    ])
  })

  it.each([
    ['PUT', 'production', {}, 409, 'conflict', 'exists already'],
    ['PUT', 'Staging', {}, 400, 'invalidDataset', 'lower case'],
    ['PUT', 'staging', {aclMode: 'secret'}, 400, 'invalidDataset', 'public, private, custom'],
    ['PUT', 'staging', {description: 7}, 400, 'invalidDataset', 'description'],
    ['PUT', 'staging', {embeddings: {enabled: true}}, 403, 'notOffered', 'no embeddings'],
    ['PATCH', 'staging', {aclMode: 'private'}, 404, 'datasetNotFound', 'does not exist'],
    ['PATCH', 'production-comments', {aclMode: 'public'}, 403, 'datasetProtected', 'stays private'],
    ['DELETE', 'staging', undefined, 404, 'datasetNotFound', 'does not exist'],
    ['DELETE', 'production', undefined, 403, 'datasetProtected', 'holds the content'],
    ['DELETE', 'production-comments', undefined, 403, 'datasetProtected', 'holds the comments'],
  ])('%s %s %j is refused with %i %s', async (method, name, body, status, type, says) => {
    for (const path of [`/datasets/${name}`, `/projects/copydesk/datasets/${name}`]) {
      const response = await ask(method, path, 'administrator', body)
      expect(response.status).toBe(status)
      const error = await errorOf(response)
      expect(error).toMatchObject({type, description: expect.stringContaining(says)})
    }
    const named = (await administrator.datasets.list()).map((one) => [one.name, one.aclMode])
    expect(named).toEqual([
      ['production', 'public'],
      ['production-comments', 'private'],
    ])
  })
})

describe('a new dataset', () => {
  beforeEach(async () => void (await administrator.datasets.create('staging')))

  it('has its own documents: one ID can be in two datasets', async () => {
    await inDataset('production', 'editor').create(TOPIC)
    await inDataset('staging', 'editor').create({...TOPIC, title: 'Harbours'})
    expect(await titles(lake.client())).toEqual(['Ports'])
    expect(await titles(inDataset('staging'))).toEqual(['Harbours'])
  })

  it('has the same grants, rules and custom actions as the content', async () => {
    const acl = (name: string) =>
      ask('GET', `/projects/copydesk/datasets/${name}/acl`, 'journalist').then((r) => r.json())
    expect(await acl('staging')).toEqual(await acl('production'))

    const editor = inDataset('staging', 'editor')
    await editor.create({_id: 'drafts.gate', _type: 'article', headline: 'The gate'})
    const publish = {
      actionType: 'sanity.action.document.publish',
      publishedId: 'gate',
      draftId: 'drafts.gate',
    } as const
    await expect(editor.action(publish)).rejects.toThrow(/approv/i)
    const ifRevision = (await editor.getDocument('drafts.gate'))?._rev
    const assign = {
      act: 'assign',
      articleId: 'gate',
      assignee: lake.person('editor').id,
      ifRevision,
    }
    expect((await ask('POST', '/acts/staging', 'editor', assign)).status).toBe(200)
    expect(await editor.getDocument('review.gate')).toMatchObject({_type: 'review'})
    expect(await lake.client('editor').getDocument('review.gate')).toBeUndefined()
  })

  it('has the same timers: a scheduled release goes out', async () => {
    const editor = inDataset('staging', 'editor')
    await editor.create(TOPIC)
    const releaseId = 'rSpring'
    await editor.releases.create({releaseId, metadata: {title: 'Spring', releaseType: 'scheduled'}})
    const document = {...TOPIC, _id: `versions.${releaseId}.ports`, title: 'Ports in spring'}
    await editor.createVersion({releaseId, publishedId: 'ports', document})
    const publishAt = new Date(lake.now() + MINUTE).toISOString()
    await editor.releases.schedule({releaseId, publishAt})
    lake.setTime(lake.now() + 2 * MINUTE)
    await lake.lake.services.timer.check()
    expect(await titles(inDataset('staging'))).toEqual(['Ports in spring'])
  })

  it('exists after a restart, with its aclMode', async () => {
    await administrator.datasets.edit('staging', {aclMode: 'private'})
    await inDataset('staging', 'editor').create(TOPIC)
    const again = await startLake({dataFolder: lake.folder})
    try {
      const client = again.client('editor').withConfig({dataset: 'staging'})
      expect(await titles(client)).toEqual(['Ports'])
      expect(await titles(again.client().withConfig({dataset: 'staging'}))).toEqual([])
    } finally {
      await again.close()
    }
  })
})

describe('aclMode', () => {
  const readerToken = (): SanityClient =>
    inDataset('staging').withConfig({token: lake.readerToken(), perspective: 'published'})

  it.each(['private', 'custom'] as const)('%s: reading needs a token', async (aclMode) => {
    await administrator.datasets.create('staging', {aclMode})
    const editor = inDataset('staging', 'editor')
    await editor.create(TOPIC)
    const asset = await upload(editor)
    await inDataset('staging', 'importer').create({
      _id: 'photo',
      _type: 'photoWithCredit',
      image: {_type: 'image', asset: {_type: 'reference', _ref: asset._id}},
    })

    const anonymous = inDataset('staging')
    expect(await titles(anonymous)).toEqual([])
    expect(await anonymous.getDocument('ports')).toBeUndefined()
    expect(await (await ask('GET', '/projects/copydesk/datasets/staging/acl')).json()).toEqual([])
    expect((await fetch(asset.url)).status).toBe(404)
    expect(await titles(readerToken())).toEqual(['Ports'])
    await administrator.datasets.edit('staging', {aclMode: 'public'})
    expect((await fetch(asset.url)).status).toBe(200)
  })

  it('takes effect at once, for cached responses and open streams', async () => {
    await administrator.datasets.create('staging')
    const editor = inDataset('staging', 'editor')
    const anonymous = inDataset('staging')
    await editor.create(TOPIC)
    expect(await titles(anonymous)).toEqual(['Ports'])
    const live = heard(anonymous.live.events())
    const listening = heard(
      anonymous.listen('*', {}, {events: ['welcome', 'reset', 'mutation'], enableResume: true}),
    )
    await live.until(1)
    await listening.until(1)

    await administrator.datasets.edit('staging', {aclMode: 'private'})
    expect(await titles(anonymous)).toEqual([])
    await live.until(2)
    await listening.until(2)
    await editor.patch('ports').set({title: 'Harbours'}).commit()
    expect(await titles(anonymous)).toEqual([])

    await administrator.datasets.edit('staging', {aclMode: 'public'})
    expect(await titles(anonymous)).toEqual(['Harbours'])
    await live.until(3)
    await listening.until(3)
    expect(live.types()).toEqual(['welcome', 'restart', 'restart'])
    // Changes that nobody could see had no events.
    expect(listening.types()).toEqual(['welcome', 'reset', 'reset'])
    live.stop()
    listening.stop()
  })
})

describe('a dataset that is deleted', () => {
  beforeEach(async () => void (await administrator.datasets.create('staging')))

  it('leaves only the record of its deletion', async () => {
    const editor = inDataset('staging', 'editor')
    const {webhooks, datasets} = lake.lake.services
    const hook = {name: 'Rebuild', url: 'http://127.0.0.1:9/', isDisabledByUser: true}
    const {id} = webhooks.add({...hook, dataset: 'staging'})
    webhooks.add({...hook, dataset: 'production'})
    const asset = await upload(editor)
    await editor.create({...TOPIC, about: {_type: 'reference', _ref: asset._id, _weak: true}})
    await editor
      .patch('ports')
      .set({title: 'x'.repeat(5_000)})
      .commit()
    await editor.delete('ports')
    await editor.create({_id: 'drafts.gate', _type: 'article', headline: 'The gate'})
    const shown = `${asset.url}?w=2`
    const token = {headers: {authorization: `Bearer ${lake.token('editor')}`}}
    expect((await fetch(shown, token)).status).toBe(200)
    expect(rowsOf('staging')).toMatchObject({documents: 2, webhooks: 1})
    expect(filesOf('staging')).toHaveLength(2)

    await administrator.datasets.delete('staging')
    const {log, ...rows} = rowsOf('staging')
    expect(new Set(Object.values(rows))).toEqual(new Set([0]))
    expect(log).toBe(datasets.events().filter(({dataset}) => dataset === 'staging').length)
    expect(filesOf('staging')).toEqual([])
    expect(webhooks.list().map(({dataset}) => dataset)).toEqual(['production'])
    expect(() => webhooks.get(id)).toThrow(/no webhook/)
    expect(datasets.events()[0]).toMatchObject({
      dataset: 'staging',
      timestamp: new Date(lake.now()).toISOString(),
      datasetEvent: {event: 'deleted', documents: 2, by: {account: expect.stringMatching(/^t/)}},
    })
    expect((await fetch(shown, token)).status).toBe(404)
    const response = await ask('GET', '/data/query/staging?query=*', 'editor')
    expect(response.status).toBe(404)
    expect(await errorOf(response)).toEqual({
      type: 'datasetNotFound',
      description: 'Dataset "staging" does not exist.',
    })
  })

  it('ends its streams and presence with the reason, and no others', async () => {
    const ended = [
      heard(inDataset('staging').live.events()),
      heard(inDataset('staging', 'editor').listen('*', {}, {events: ['welcome']})),
    ]
    const other = heard(lake.client('editor').listen('*', {}, {events: ['welcome', 'mutation']}))
    const {cookie} = lake.person('editor')
    const tab = await openPresenceTab(lake.origin, {cookie}, {path: '/v2022-06-30/socket/staging'})
    for (const stream of [...ended, other]) await stream.until(1)

    await administrator.datasets.delete('staging')
    for (const {failed} of ended) {
      expect(String(await failed)).toContain('The dataset "staging" was deleted.')
    }
    expect((await tab.closed).reason).toBe('The dataset "staging" was deleted.')
    await lake.client('editor').create(TOPIC)
    await other.until(2)
    expect(other.types()).toEqual(['welcome', 'mutation'])
    other.stop()
  })

  it('is empty when it is created again, despite caches', async () => {
    const transactionId = 'one-of-the-client'
    const editor = inDataset('staging', 'editor')
    const write = (title: string) =>
      editor.transaction([{create: {...TOPIC, title}}]).commit({transactionId})
    await write('Ports')
    expect(await titles(editor)).toEqual(['Ports'])
    expect(await titles(inDataset('staging'))).toEqual(['Ports'])
    await administrator.datasets.delete('staging')
    await administrator.datasets.create('staging')
    expect(await titles(inDataset('staging'))).toEqual([])
    expect(await titles(editor)).toEqual([])
    // The same revision with other content.
    await write('Harbours')
    await editor.patch('ports').set({seen: true}).commit()
    expect(await editor.getDocument('ports')).toMatchObject({title: 'Harbours', seen: true})
    expect(await titles(inDataset('staging'))).toEqual(['Harbours'])
    const history = '/data/history/staging/transactions/ports?excludeContent=true'
    const lines = (await (await ask('GET', history, 'editor')).text()).trim().split('\n')
    expect(lines).toHaveLength(2)
  })

  it('accepts no write that was running', async () => {
    const deleting = administrator.datasets.delete('staging')
    const outcomes = await Promise.allSettled(
      Array.from({length: 50}, (_, index) =>
        inDataset('staging', 'editor').create({...TOPIC, _id: `ports-${index}`}),
      ),
    )
    await deleting
    expect(outcomes.filter(({status}) => status === 'rejected')).not.toEqual([])
    expect(rowsOf('staging')['documents']).toBe(0)
  })

  it('is deleted completely at the next start if the process ended before', async () => {
    await inDataset('staging', 'editor').create(TOPIC)
    await upload(inDataset('staging', 'editor'))
    lake.lake.services.access.datasets.markDeleted('staging')
    expect(rowsOf('staging')['documents']).toBe(2)
    const again = await startLake({dataFolder: lake.folder})
    try {
      const refused = again.client('administrator').datasets.create('staging')
      await expect(refused).rejects.toThrow(/still being deleted/)
      await again.lake.tidy()
      expect(rowsOf('staging')).toMatchObject({documents: 0, log_changes: 0, datasets: 0})
      expect(filesOf('staging')).toEqual([])
      await again.client('administrator').datasets.create('staging')
    } finally {
      await again.close()
    }
  })
})

describe('another process', () => {
  it('creates and deletes datasets, and the server is notified', async () => {
    const command = await startLake({dataFolder: lake.folder, serve: false})
    try {
      const {datasets} = command.lake.services
      const by = {machineUser: 'operator'}
      await datasets.create({name: 'staging', aclMode: 'private'}, by)
      lake.lake.services.hub.notify()
      const editor = inDataset('staging', 'editor')
      await editor.create(TOPIC)
      expect(await titles(inDataset('staging'))).toEqual([])
      const stream = heard(editor.listen('*', {}, {events: ['welcome']}))
      await stream.until(1)

      await datasets.delete('staging', by)
      expect(String(await stream.failed)).toContain('was deleted')
      expect((await ask('GET', '/data/query/staging?query=*', 'editor')).status).toBe(404)
      const events = lake.lake.services.datasets.events().slice(0, 2)
      expect(events.map(({datasetEvent}) => datasetEvent)).toEqual([
        {event: 'deleted', documents: 1, by},
        {event: 'created', aclMode: 'private', by},
      ])
    } finally {
      await command.close()
    }
  })
})

const upload = async (client: SanityClient) => {
  const background = {r: 200, g: 9, b: 9}
  const bytes = await sharp({create: {width: 8, height: 6, channels: 3, background}})
    .png()
    .toBuffer()
  return await client.assets.upload('image', bytes)
}

/** Rows of a dataset, by table. */
function rowsOf(dataset: string): Record<string, number> {
  const database = new DatabaseSync(join(lake.folder, 'lake.sqlite'), {readOnly: true})
  const count = (sql: string, ...values: string[]): number =>
    Number(database.prepare(`SELECT count(*) AS n FROM ${sql}`).get(...values)?.['n'])
  try {
    const tables = database
      .prepare(
        `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND c.name = 'dataset'`,
      )
      .all()
      .map(({name}) => String(name))
    expect(tables).toEqual(expect.arrayContaining(['documents', 'heads', 'log', 'log_changes']))
    return {
      ...Object.fromEntries(
        tables.map((name) => [name, count(`${name} WHERE dataset = ?`, dataset)]),
      ),
      datasets: count('datasets WHERE name = ?', dataset),
      webhooks: count(`webhooks WHERE json_extract(settings, '$.dataset') = ?`, dataset),
    }
  } finally {
    database.close()
  }
}

/** Originals of a dataset, and their renditions. */
function filesOf(dataset: string): string[] {
  return ['originals', 'cache'].flatMap((part) => {
    const folder = join(lake.folder, 'assets', part, dataset)
    if (!existsSync(folder)) return []
    return readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({name}) => name)
  })
}

interface Source {
  subscribe(observer: {next: (event: {type: string}) => void; error: (error: unknown) => void}): {
    unsubscribe: () => void
  }
}

/** The events of a stream, and the error that ends it. */
function heard(source: Source) {
  const events: string[] = []
  let told = (): void => {}
  let fail: (error: unknown) => void = () => {}
  const failed = new Promise<unknown>((resolve) => (fail = resolve))
  const subscription = source.subscribe({
    next({type}) {
      events.push(type)
      told()
    },
    error: (error) => fail(error),
  })
  return {
    failed,
    types: () => events,
    stop: () => subscription.unsubscribe(),
    async until(count: number): Promise<void> {
      while (events.length < count) await new Promise<void>((resolve) => (told = resolve))
    },
  }
}
