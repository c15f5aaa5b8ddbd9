// A bucket that does not exist, or is not this newsroom's: start, doctor and `cluster init` say so.
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {bucketOwner, claimBucket, openBucket} from '@copydesk/lake/cluster'
import {readEnvironment} from '../../../server/environment.ts'
import {startNewsroom} from '../../../server/newsroom.ts'
import {startBucket, type BucketServer} from '../../support/bucket.ts'
import {copydesk, noFront, temporaryFolder} from '../support.ts'

const MISSING = 's3://elsewhere/pictures'
const SENTENCE = `The bucket of ${MISSING} does not exist: create it, or correct its name, endpoint or region.`

let bucket: BucketServer
let folder: string

beforeAll(async () => {
  bucket = await startBucket()
  folder = temporaryFolder()
  const admin = ['--name', 'The Courier', '--admin', 'agnes@example.org']
  expect((await copydesk(['init', ...admin, '--data', folder])).code).toBe(0)
})
afterAll(() => bucket.close())

const start = async (files: string) => {
  for (const [name, value] of Object.entries(bucket.environment)) vi.stubEnv(name, value)
  const settings = {PORT: '0', COPYDESK_DATA: folder, COPYDESK_FILES: files}
  const environment = readEnvironment({...settings, LOG_LEVEL: 'silent'})
  const {close} = await startNewsroom(environment, () => {}, {frontMaker: noFront})
  await close()
}
const run = (args: readonly string[], files: string) =>
  copydesk([...args, '--data', folder], {
    ...bucket.environment,
    COPYDESK_FILES: files,
    COPYDESK_DATABASE: 'postgres://nobody@127.0.0.1:1/none',
    PUBLIC_URL: 'http://newsroom.example',
  })
const doctor = async (files: string): Promise<string> => (await run(['doctor'], files)).stdout

describe('a bucket that does not exist', () => {
  test('is refused at the start', async () => {
    await expect(start(MISSING)).rejects.toMatchObject({name: 'OperatorError', message: SENTENCE})
  })

  test('is refused by "cluster init", before anything is made', async () => {
    const {code, stderr} = await run(['cluster', 'init'], MISSING)
    expect([code, stderr.trim()]).toEqual([1, SENTENCE])
  })

  test('stays unclaimed if "cluster init" does not reach the database', async () => {
    const unused = 's3://newsroom/unclaimed'
    const {code, stderr} = await run(['cluster', 'init'], unused)
    expect([code, stderr]).toEqual([1, expect.stringContaining('database cannot be reached')])
    for (const [name, value] of Object.entries(bucket.environment)) vi.stubEnv(name, value)
    expect(await bucketOwner(openBucket(unused))).toBeNull()
  })

  test('is a problem for doctor', async () => {
    expect(await doctor(MISSING)).toContain(`PROBLEM  ${SENTENCE}`)
  })
})

test('doctor tells an unused bucket, its own, and that of another newsroom', async () => {
  expect(await doctor(bucket.url)).toContain(`note     The next start takes ${bucket.url}`)
  await start(bucket.url)
  expect(await doctor(bucket.url)).toContain(`ok       ${bucket.url} can be read and written`)
  const other = 's3://newsroom/other'
  await claimBucket(openBucket(other), 'another lake')
  expect(await doctor(other)).toContain(`PROBLEM  ${other} has files of another newsroom`)
})

test('a store that is away does not stop the start', async () => {
  await bucket.stop()
  try {
    await start(bucket.url)
    expect(await doctor(bucket.url)).toContain('PROBLEM  The store of pictures does not answer')
  } finally {
    await bucket.start()
  }
})
