// A backup where pictures are in a bucket: it has all of them, whatever this machine has shown.
import {existsSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {SYSTEM_ACTOR} from '@copydesk/lake/access'
import {createNewsroomLake, DATASET} from '../../../../server/newsroom-lake.ts'
import {startBucket, type BucketServer} from '../../../support/bucket.ts'
import {copydesk, onFolder, temporaryFolder} from '../../support.ts'

let bucket: BucketServer
let folder: string
/** `images/…` */
let paths: string[]

const COUNT = 3
const originalsIn = (data: string) => join(data, 'assets/originals', DATASET)

beforeAll(async () => {
  bucket = await startBucket()
  for (const [name, value] of Object.entries(bucket.environment)) vi.stubEnv(name, value)
  folder = temporaryFolder()
  const origin = 'http://127.0.0.1:3333'
  const lake = createNewsroomLake({dataFolder: folder, origin, files: {url: bucket.url}})
  const {assets, documents} = lake.services
  for (let red = 0; red < COUNT; red++) {
    const background = {r: red, g: 9, b: 9}
    const create = {width: 30, height: 20, channels: 3 as const, background}
    const bytes = await sharp({create}).png().toBuffer()
    await assets.upload({
      dataset: DATASET,
      kind: 'image',
      actor: SYSTEM_ACTOR,
      body: (async function* body() {
        yield bytes
      })(),
      details: {},
      meta: [],
    })
  }
  paths = documents.ofType(DATASET, 'sanity.imageAsset').map(({path}) => String(path))
  await lake.close()
  // As on a machine that has shown the first one only.
  for (const path of paths.slice(1)) rmSync(join(originalsIn(folder), path.split('/').at(-1) ?? ''))
})
afterAll(() => bucket.close())

const backup = (place: string) =>
  copydesk(['backup', place, '--data', folder], {
    ...bucket.environment,
    COPYDESK_FILES: bucket.url,
  })

test('has each picture, and restores into a folder of its own', async () => {
  const made = await backup(temporaryFolder())
  expect(made.stderr).toContain(`Copying pictures and files: 1 of ${COUNT}`)
  expect(made.stderr).toContain(`${COUNT} pictures and files are backed up`)
  expect(made.code).toBe(0)
  const copy = made.stdout.trim()
  for (const file of readdirSync(originalsIn(copy)))
    expect(statSync(join(originalsIn(copy), file)).mode & 0o777).toBe(0o600)
  // The data folder has no more than before.
  expect(readdirSync(originalsIn(folder))).toHaveLength(1)

  const restored = join(temporaryFolder(), 'restored')
  expect((await onFolder(restored)('restore', copy)).code).toBe(0)
  const all = `${COUNT} pictures and files, all on the disk`
  expect((await onFolder(restored)('doctor')).stdout).toContain(all)
  const lake = createNewsroomLake({dataFolder: restored, origin: 'http://127.0.0.1:3333'})
  const {secret} = lake.services.access.tokens.create({name: 'test', role: 'editor'})
  const headers = {authorization: `Bearer ${secret}`, host: '127.0.0.1'}
  for (const path of paths) {
    const shown = await lake.fetch(new Request(`http://127.0.0.1:3333/${path}`, {headers}))
    expect([shown.status, (await shown.bytes()).length > 0]).toEqual([200, true])
  }
  await lake.close()
})

test('names what it lacks while the bucket is away, and has the rest', async () => {
  const place = temporaryFolder()
  await bucket.stop()
  const made = await backup(place)
  await bucket.start()
  expect(made.code).toBe(1)
  expect(made.stderr).toContain('The store of pictures does not answer')
  expect(made.stderr).toContain('2 files are missing, the first is assets/originals/')
  expect(existsSync(join(made.stdout.trim(), 'lake.sqlite'))).toBe(true)
})
