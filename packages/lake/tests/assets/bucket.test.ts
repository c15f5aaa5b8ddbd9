// Files in a bucket instead of the data folder: two lakes share them, and each keeps copies of what it has shown.
import {writeFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {createServer, type IncomingHttpHeaders, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {text} from 'node:stream/consumers'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi} from 'vitest'
import {startBucket, type BucketServer} from '../../../../tests/support/bucket.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'
import {claimBucket} from '../../src/assets/bucket-store.ts'
import {openBucket, type Bucket} from '../../src/assets/bucket.ts'
import type {LakeDocument} from '../../src/types.ts'
import {dataset, halves, openWorld, type World} from './world.ts'

let server: BucketServer
beforeAll(async () => {
  server = await startBucket()
})
afterAll(() => server.close())

let bucket: Bucket
let world: World
beforeEach(async () => {
  for (const [name, value] of Object.entries(server.environment)) vi.stubEnv(name, value)
  bucket = openBucket(server.url)
  for (const {key} of await bucket.list('')) await bucket.delete(key)
  world = await openWorld({bucket})
})
afterEach(() => world.close())

async function listening(store: Server) {
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve))
  const {port} = store.address() as AddressInfo
  const close = () => {
    store.closeAllConnections()
    return new Promise((resolve) => store.close(resolve))
  }
  return {endpoint: `http://127.0.0.1:${port}`, close}
}

/** A store of one object, which holds what is claimed until two claims are there: both have then seen an empty bucket. */
async function startConditionalStore() {
  let stored: string | null = null
  const writes: (() => void)[] = []
  const store = createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(stored === null ? 404 : 200)
      response.end(stored ?? '<Error><Code>NoSuchKey</Code></Error>')
      return
    }
    void text(request).then((body) => {
      writes.push(() => {
        const isRefused = request.headers['if-none-match'] === '*' && stored !== null
        if (!isRefused) stored = body
        response.writeHead(isRefused ? 412 : 200)
        response.end(isRefused ? '<Error><Code>PreconditionFailed</Code></Error>' : undefined)
      })
      if (writes.length === 2) for (const write of writes) write()
    })
  })
  return listening(store)
}

/** A store that answers each request with an error. */
async function startStore(
  answer: (method: string, headers: IncomingHttpHeaders) => [status: number, code: string],
) {
  const store = createServer(({method = '', headers}, response) => {
    const [status, code] = answer(method, headers)
    response.writeHead(status).end(code && `<Error><Code>${code}</Code></Error>`)
  })
  return listening(store)
}

const startReadOnlyBucket = () =>
  startStore((method) => (method === 'GET' ? [404, 'NoSuchKey'] : [403, 'AccessDenied']))

const picture = () => halves(40, 20).jpeg().toBuffer()
const keys = async () => (await bucket.list('')).map(({key}) => key)
const fileOf = ({path}: LakeDocument) => String(path).split('/').at(-1) as string

describe('an upload', () => {
  it('is in the bucket before its document names it', async () => {
    const stored = await world.picture(await picture())
    expect(await keys()).toEqual([`originals/${dataset}/${fileOf(stored)}`])
  })

  it('is refused with a 503, and leaves no document, while the store is away', async () => {
    const bytes = await picture()
    await server.stop()
    try {
      const answer = await world.upload('images', bytes)
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(await answer.json()).toMatchObject({
        error: {description: 'The store of pictures does not answer. Try again.'},
      })
      expect(world.documents()).toEqual([])
    } finally {
      await server.start()
    }
    expect((await world.upload('images', bytes)).status).toBe(200)
  })
})

describe('a picture', () => {
  it('is shown on another machine', async () => {
    const stored = await world.picture(await picture())
    await rm(join(world.folder, 'originals'), {recursive: true})
    expect((await world.get(`/${String(stored.path)}?w=10`)).status).toBe(200)
    // From now on from the copy.
    expect(await world.files()).toContain(fileOf(stored))
  })

  it('that was rendered before is shown while the store is away, even without a copy', async () => {
    const stored = await world.picture(await picture())
    await world.get(`/${String(stored.path)}?w=10`)
    await rm(join(world.folder, 'originals'), {recursive: true})
    await server.stop()
    try {
      expect((await world.get(`/${String(stored.path)}?w=10`)).status).toBe(200)
      expect((await world.get(`/${String(stored.path)}?w=11`)).status).toBe(503)
    } finally {
      await server.start()
    }
    expect((await world.get(`/${String(stored.path)}?w=11`)).status).toBe(200)
  })

  it('that was deleted on another machine is deleted here, with its renditions', async () => {
    const stored = await world.picture(await picture())
    await world.get(`/${String(stored.path)}?w=10`)
    world.remove(stored._id)
    world.clock.now = Date.now() + 2 * 3_600_000
    await world.assets.sweepCopies()
    expect(await world.files()).toEqual([])
    // In the bucket, for a day: an upload of another machine may be about to name it.
    expect(await keys()).toHaveLength(1)
    expect(await world.assets.sweep(dataset)).toEqual([])
    world.clock.now += 24 * 3_600_000
    expect(await world.assets.sweep(dataset)).toEqual([fileOf(stored)])
    expect(await keys()).toEqual([])
  })
})

describe('a bucket', () => {
  it('belongs to the lake that came first', async () => {
    await world.assets.claim('one')
    await world.assets.claim('one')
    await expect(world.assets.claim('other')).rejects.toThrow('the files of another lake')
  })

  it('that two lakes claim at the same moment is one’s, in a store with conditional writes', async () => {
    const store = await startConditionalStore()
    vi.stubEnv('AWS_ENDPOINT_URL_S3', store.endpoint)
    const claims = ['one', 'other'].map((id) => claimBucket(openBucket('s3://newsroom'), id))
    const outcomes = await Promise.allSettled(claims)
    expect(outcomes.map(({status}) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(String(refused?.reason)).toContain('the files of another lake')
    await store.close()
  })

  it('that two lakes may claim is claimed in a store without conditional writes, too', async () => {
    const known: string[] = []
    const store = await startStore((method, {'if-none-match': condition}) => {
      known.push(method)
      if (method === 'GET') return [404, 'NoSuchKey']
      return condition ? [501, 'NotImplemented'] : [200, '']
    })
    vi.stubEnv('AWS_ENDPOINT_URL_S3', store.endpoint)
    await claimBucket(openBucket('s3://newsroom'), 'one')
    expect(known).toEqual(['GET', 'PUT', 'PUT'])
    await store.close()
  })

  it('is taken while another node claims it, in a store that shows objects before their bytes', async () => {
    await bucket.putText('lake-id', '')
    await world.assets.claim('one')
    expect(await bucket.text('lake-id')).toBe('one')
  })

  it('gets the files that it lacks, and gives all of them back', async () => {
    const stored = await world.picture(await picture())
    await bucket.delete(`originals/${dataset}/${fileOf(stored)}`)
    const steps: string[] = []
    const note = (done: number, of: number) => void steps.push(`${done} of ${of}`)
    await world.assets.push(note)
    await world.assets.push(note)
    expect(await keys()).toHaveLength(1)
    await rm(join(world.folder, 'originals'), {recursive: true})
    await world.assets.pull(note)
    expect(await world.files()).toEqual([fileOf(stored)])
    expect(steps).toEqual(['1 of 1', '1 of 1'])
  })

  it.each([
    [
      'does not exist',
      's3://elsewhere/pictures',
      {},
      'The bucket of s3://elsewhere/pictures does not',
    ],
    ['refuses the key', 's3://newsroom', {AWS_ACCESS_KEY_ID: 'nobody'}, '(InvalidAccessKeyId)'],
    ['has no region', 's3://newsroom', {AWS_REGION: undefined}, '(Region is missing)'],
  ])('that %s is refused in one sentence', async (_, url, environment, words) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    const wrong = openBucket(url)
    const refused = expect.objectContaining({
      name: 'OperatorError',
      message: expect.stringMatching(/^The bucket of s3:[^\n]+\.$/),
    })
    const {assets, upload, close} = await openWorld({bucket: wrong})
    await expect(assets.claim('one')).rejects.toEqual(refused)
    await expect(assets.claim('one')).rejects.toThrow(words)
    await expect(assets.push(() => {})).rejects.toEqual(refused)
    await expect(assets.pull(() => {})).rejects.toEqual(refused)
    // While the server runs, a person may correct it: uploads can be tried again.
    const answer = await upload('images', await picture())
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([503, true])
    await close()
  })

  it('that can be read and not written is refused', async () => {
    const other = await startReadOnlyBucket()
    vi.stubEnv('AWS_ENDPOINT_URL_S3', other.endpoint)
    await expect(claimBucket(openBucket('s3://newsroom'), 'one')).rejects.toThrow(
      'The bucket of s3://newsroom cannot be read and written with the credentials that are set (AccessDenied)',
    )
    await other.close()
  })

  it('that does not answer, or answers with an error of its own, is away', async () => {
    const broken = await startStore(() => [500, 'InternalError'])
    vi.stubEnv('AWS_ENDPOINT_URL_S3', broken.endpoint)
    const away = expect.objectContaining({name: 'StoreUnavailable', status: 503})
    await expect(claimBucket(openBucket('s3://newsroom'), 'one')).rejects.toEqual(away)
    await broken.close()
    await expect(claimBucket(openBucket('s3://newsroom'), 'one')).rejects.toEqual(away)
  })

  it('that takes requests and says nothing is away, too', async () => {
    const silent = await listening(createServer(() => {}))
    vi.stubEnv('AWS_ENDPOINT_URL_S3', silent.endpoint)
    const away = expect.objectContaining({name: 'StoreUnavailable', status: 503})
    await expect(openBucket('s3://newsroom', 50).text('lake-id')).rejects.toEqual(away)
    const file = join(temporaryFolder(), 'picture')
    writeFileSync(file, 'bytes')
    await expect(openBucket('s3://newsroom', 50).put('picture', file, 5)).rejects.toEqual(away)
    await silent.close()
  })

  it('is named as s3://bucket/folder', () => {
    expect(() => openBucket('https://bucket.example')).toThrow('Write s3://bucket/folder')
  })
})

it('deletes the files of a dataset everywhere', async () => {
  await world.picture(await picture())
  await world.assets.deleteDataset(dataset)
  expect([await keys(), await world.files()]).toEqual([[], []])
})
