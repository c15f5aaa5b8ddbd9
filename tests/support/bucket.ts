// An S3-compatible store of a test's own, on this machine.
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import S3rver from 's3rver'
import {freePort} from './free-port.ts'

export interface BucketServer {
  /** What AWS's client and `COPYDESK_FILES` need. */
  environment: Readonly<Record<string, string>>
  url: string
  /** The folder with its files. */
  folder: string
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function startBucket(): Promise<BucketServer> {
  const directory = mkdtempSync(join(tmpdir(), 'copydesk-bucket-'))
  const port = await freePort()
  const make = (): S3rver =>
    new S3rver({
      address: '127.0.0.1',
      port,
      silent: true,
      directory,
      vhostBuckets: false,
      configureBuckets: [{name: 'newsroom'}],
    })
  let server = make()
  await server.run()
  let isRunning = true
  const stop = async (): Promise<void> => {
    if (isRunning) await server.close()
    isRunning = false
  }
  return {
    url: 's3://newsroom/pictures',
    folder: directory,
    environment: {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    stop,
    async start() {
      server = make()
      await server.run()
      isRunning = true
    },
    async close() {
      await stop()
      rmSync(directory, {recursive: true, force: true})
    },
  }
}
