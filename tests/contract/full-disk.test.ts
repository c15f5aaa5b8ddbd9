// A full disk, and a folder that is read-only: writes are refused so that the studio keeps unsaved
// text and tries again. Reads work, and nothing is half stored.
import {chmodSync, chownSync, mkdirSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {startReceiver} from '@copydesk/lake/tests/webhooks/receiver.ts'
import {onFolder, temporaryFolder} from '../server/support.ts'
import {startLake, type TestLake} from '../support/lake.ts'

const ACTIONS = '/v2025-02-19/data/actions/production'
const PARAGRAPH = 'Words of an article that is being written. '.repeat(400)

let lake: TestLake
/** The lake's connection for writing. */
let writer: DatabaseSync
let cookie: string

beforeEach(async () => {
  const opened: DatabaseSync[] = []
  const exec = DatabaseSync.prototype.exec
  const spy = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
    this: DatabaseSync,
    sql: string,
  ) {
    if (sql.includes('synchronous = FULL')) opened.push(this)
    return exec.call(this, sql)
  })
  lake = await startLake({webhooksPrivate: 'allow'})
  spy.mockRestore()
  const [found] = opened
  if (!found) throw new Error('The lake has opened no database')
  writer = found
  cookie = lake.person('journalist').cookie
  await lake.client('importer').create({_id: 'story', _type: 'article', headline: 'A'})
})
afterEach(() => lake.close())

const edit = (text: string, transactionId = `edit-${text}`): Promise<Response> =>
  lake.fetch(ACTIONS, {
    method: 'POST',
    headers: {cookie},
    body: JSON.stringify({
      transactionId,
      actions: [
        {
          actionType: 'sanity.action.document.edit',
          publishedId: 'story',
          draftId: 'drafts.story',
          patch: {set: {headline: text}},
        },
      ],
    }),
  })
const pragma = (name: string): number =>
  Number(Object.values(writer.prepare(`PRAGMA ${name}`).get() ?? {})[0])
/** No more pages than exist, as on a full disk. */
const fillDisk = (): void => writer.exec(`PRAGMA max_page_count = ${pragma('page_count')}`)
const makeRoom = (): void => writer.exec('PRAGMA max_page_count = 1000000')
const headline = (): unknown =>
  lake.lake.services.documents.get('production', 'drafts.story')?.['headline']

/** Saves until a write is refused. Returns the refusal and the last saved text. */
async function untilRefused(): Promise<{refused: Response; saved: string; id: string}> {
  let saved = ''
  for (let round = 0; round < 50; round++) {
    const id = `round-${round}`
    const text = `${round} ${PARAGRAPH}`
    const response = await edit(text, id)
    if (response.status !== 200) return {refused: response, saved, id}
    saved = text
  }
  throw new Error('The disk was never full')
}

describe('a full disk', () => {
  it('refuses a write that does not fit completely, and saves it when there is room', async () => {
    await edit('before')
    fillDisk()
    const {refused, saved, id} = await untilRefused()
    expect(refused.status).toBe(507)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.json()).toMatchObject({
      error: {type: 'insufficientStorage', description: expect.stringContaining('disk')},
    })
    expect(headline()).toBe(saved || 'before')
    expect(lake.lake.services.log.find('production', id)).toBeNull()
    expect(writer.isTransaction).toBe(false)

    makeRoom()
    expect((await edit('after', id)).status).toBe(200)
    expect(headline()).toBe('after')
    expect(writer.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'})
  })

  it('rejects everybody whose edit shares its transaction, and nobody whose edit was saved', async () => {
    await edit('before')
    fillDisk()
    const statuses: number[] = []
    for (let round = 0; round < 20; round++) {
      const texts = Array.from({length: 5}, (_, n) => `${round}-${n} ${n % 2 ? PARAGRAPH : ''}`)
      const answers = await Promise.all(texts.map((text, n) => edit(text, `at-once-${round}-${n}`)))
      for (const [n, {status}] of answers.entries()) {
        statuses.push(status)
        const stored = lake.lake.services.log.find('production', `at-once-${round}-${n}`)
        expect(stored !== null, `${round}-${n} ${status}`).toBe(status === 200)
      }
      const saved = texts.filter((_, n) => answers[n]?.status === 200).at(-1)
      if (saved !== undefined) expect(headline()).toBe(saved)
    }
    expect(new Set(statuses)).toEqual(new Set([200, 507]))
    makeRoom()
    expect((await edit('after')).status).toBe(200)
    expect(writer.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'})
  })

  it('does not affect reads: queries, documents, streams, the studio’s session', async () => {
    fillDisk()
    await untilRefused()
    const query = '/v2025-02-19/data/query/production?query=*[_id=="story"][0].headline'
    expect(await (await lake.fetch(query)).json()).toMatchObject({result: 'A'})
    expect(await (await lake.fetch(query, {headers: {cookie}})).json()).toMatchObject({result: 'A'})
    expect((await lake.fetch('/v1/users/me', {headers: {cookie}})).status).toBe(200)
    const controller = new AbortController()
    const stream = await lake.fetch('/v2025-02-19/data/listen/production?query=*', {
      headers: {cookie},
      signal: controller.signal,
    })
    const {value} = (await stream.body?.getReader().read()) ?? {}
    expect(new TextDecoder().decode(value)).toContain('retry')
    controller.abort()
    expect((await lake.fetch('/healthz')).status).toBe(200)
  })

  it('sends listeners nothing that was not saved', async () => {
    const told: unknown[] = []
    const heard = vi.fn<(id: string) => void>()
    const stop = lake.lake.services.hub.listen(
      {
        dataset: 'production',
        actor: {id: 'system', kind: 'system', roles: [], name: 'The system'},
        query: '*',
        params: {},
        includeResult: false,
        includePreviousRevision: false,
        includeMutations: true,
        includeAllVersions: true,
        visibility: 'transaction',
        effects: false,
        enableResume: false,
      },
      {
        send: (events) => {
          for (const {event, data} of events) {
            if (event === 'mutation') heard(JSON.parse(data).transactionId)
          }
        },
        idle: () => {},
        end: () => void told.push('end'),
      },
    )
    fillDisk()
    const {id} = await untilRefused()
    expect(heard).not.toHaveBeenCalledWith(id)
    expect(told).toEqual([])
    stop()
  })
})

describe('a read-only database', () => {
  it('does not send a webhook the same message again and again', async () => {
    const receiver = await startReceiver()
    try {
      const {webhooks} = lake.lake.services
      const hook = webhooks.add({name: 'Rebuild', url: receiver.url, dataset: 'production'})
      receiver.answer((response) => {
        // It is sent, but that cannot be recorded.
        writer.exec('PRAGMA query_only = ON')
        response.end()
      })
      await lake.client('importer').create({_id: 'ports', _type: 'topic', title: 'Ports'})
      for (let times = 0; times < 5; times++) await webhooks.check()
      expect(receiver.received).toHaveLength(1)

      writer.exec('PRAGMA query_only = OFF')
      receiver.answer(200)
      lake.setTime(lake.now() + 60_000)
      await webhooks.check()
      expect(receiver.received).toHaveLength(2)
      expect(webhooks.messages(hook.id)).toMatchObject([{status: 'success'}])
    } finally {
      await receiver.close()
    }
  })

  it('refuses writes so that the studio tries again, and answers reads', async () => {
    await edit('before')
    writer.exec('PRAGMA query_only = ON')
    const refused = await edit('after')
    expect(refused.status).toBe(503)
    expect(await refused.json()).toMatchObject({
      error: {
        description: expect.stringContaining(
          'The newsroom’s server cannot write to its data folder',
        ),
      },
    })
    const me = await lake.fetch('/v1/users/me', {headers: {cookie}})
    expect(me.status).toBe(200)
    expect(headline()).toBe('before')
    writer.exec('PRAGMA query_only = OFF')
    expect((await edit('after')).status).toBe(200)
    expect(headline()).toBe('after')
  })
})

it('is named on the page to people who want to sign in', async () => {
  writer.exec('PRAGMA query_only = ON')
  const body = new URLSearchParams({email: 'rosa@example.org', password: 'a'})
  const answered = await lake.fetch('/login', {method: 'POST', body})
  expect(answered.status).toBe(503)
  expect(answered.headers.get('content-type')).toContain('text/html')
  expect(await answered.text()).toContain('The newsroom’s server cannot write to its data folder')
})

describe('a read-only folder for pictures', () => {
  /** Root may write everywhere, so this runs as a user who may not. */
  async function asNobody<T>(work: () => Promise<T>): Promise<T> {
    if (process.getuid?.() !== 0) return await work()
    for (const entry of readdirSync(lake.folder, {recursive: true, encoding: 'utf8'})) {
      chownSync(join(lake.folder, entry), 65534, 65534)
    }
    chownSync(lake.folder, 65534, 65534)
    process.seteuid?.(65534)
    try {
      return await work()
    } finally {
      process.seteuid?.(0)
    }
  }
  const upload = (bytes: Buffer): Promise<Response> =>
    lake.fetch('/v2025-02-19/assets/files/production?filename=a.bin', {
      method: 'POST',
      headers: {authorization: `Bearer ${lake.token('importer')}`},
      body: new Uint8Array(bytes),
    })

  it.each(['incoming', 'originals'])(
    '%s: the upload is refused, and leaves nothing',
    async (name) => {
      const first = (await (await upload(Buffer.from('the first'))).json()) as {
        document: {url: string}
      }
      const folder = join(lake.folder, 'assets', name)
      await asNobody(async () => {
        chmodSync(name === 'originals' ? join(folder, 'production') : folder, 0o500)
        const refused = await upload(Buffer.from('the second'))
        expect(refused.status).toBe(503)
        const documents = lake.lake.services.documents.ofType('production', 'sanity.fileAsset')
        expect(documents).toHaveLength(1)
        const there = await lake.fetch(new URL(first.document.url).pathname)
        expect(await there.text()).toBe('the first')
        chmodSync(name === 'originals' ? join(folder, 'production') : folder, 0o700)
        expect((await upload(Buffer.from('the second'))).status).toBe(200)
      })
      expect(readdirSync(join(lake.folder, 'assets', 'incoming'))).toEqual([])
    },
  )

  it('cache: a picture is rendered again for each request', async () => {
    const {url} = await lake.client('importer').assets.upload(
      'image',
      await sharp({create: {width: 40, height: 30, channels: 3, background: 'red'}})
        .png()
        .toBuffer(),
    )
    const path = new URL(url).pathname
    const cache = join(lake.folder, 'assets', 'cache')
    const bytesOf = async (query: string): Promise<Buffer> => {
      const response = await lake.fetch(path + query)
      expect(response.status).toBe(200)
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(response.headers.get('content-length')).toBe(String(bytes.length))
      return bytes
    }
    await asNobody(async () => {
      chmodSync(cache, 0o500)
      const first = await bytesOf('?w=10')
      expect(await sharp(first).metadata()).toMatchObject({width: 10, format: 'png'})
      expect(await bytesOf('?w=10')).toEqual(first)
      expect(await (await lake.fetch(`${path}?w=10`, {method: 'HEAD'})).text()).toBe('')
      chmodSync(cache, 0o700)
      expect(await bytesOf('?w=10')).toEqual(first)
    })
    expect(
      readdirSync(cache, {recursive: true, withFileTypes: true}).filter((one) => one.isFile()),
    ).toHaveLength(1)
  })
})

describe('starting on a database that cannot be written', () => {
  it('is refused with one sentence', {tags: ['full']}, async () => {
    const folder = temporaryFolder()
    // A folder in its place cannot be written, not even by root.
    mkdirSync(join(folder, 'lake.sqlite'))
    const {code, stderr} = await onFolder(folder)('user', 'list')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The database [^\n]+lake\.sqlite cannot be [^\n]+\.\n$/)
  })
})
