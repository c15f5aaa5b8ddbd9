import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {describe, expect, it, onTestFinished, vi} from 'vitest'
import {lockFolder, serverOf} from '@copydesk/lake/data-folder'
import {startNewsroom} from '../../server/newsroom.ts'
import {ROOT, SOURCES} from '../../server/paths.ts'
import {noFront, temporaryFolder} from './support.ts'

const SCRIPT = `
  import {lockFolder} from '@copydesk/lake/data-folder'
  lockFolder(process.argv[1])
  gc()
  console.log('locked')
  setInterval(() => {}, 1000)
`

describe('the lock of a data folder', () => {
  it('is given to one at a time', () => {
    const folder = temporaryFolder()
    const first = lockFolder(folder)
    expect(() => lockFolder(folder, {patience: 0})).toThrow(
      `Another server uses the data folder ${folder}`,
    )
    first.release()
    lockFolder(folder).release()
  })

  it('tells the address of the server that has it, and of no other', () => {
    const folder = temporaryFolder()
    const address = {origin: 'https://news.example.org', local: 'http://127.0.0.1:4600'}
    expect(serverOf(folder)).toBeNull()
    const server = lockFolder(folder, {address})
    expect(serverOf(folder)).toEqual(address)
    expect(() => lockFolder(folder, {patience: 0})).toThrow(/Another server/)
    expect(serverOf(folder)).toEqual(address)
    server.release()
    expect(serverOf(folder)).toBeNull()
    // A restore has the folder, and answers nobody.
    const restore = lockFolder(folder)
    expect(serverOf(folder)).toBeNull()
    restore.release()
    const moved = {origin: 'http://127.0.0.1:4601', local: 'http://127.0.0.1:4601'}
    const next = lockFolder(folder, {address: moved})
    expect(serverOf(folder)).toEqual(moved)
    next.release()
  })

  it('is refused to a server whose address another server has overwritten', () => {
    const folder = temporaryFolder()
    const {exec} = DatabaseSync.prototype
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function between(
      this: DatabaseSync,
      sql: string,
    ) {
      if (sql !== 'COMMIT; BEGIN IMMEDIATE') return exec.call(this, sql)
      exec.call(this, 'COMMIT')
      const other = new DatabaseSync(join(folder, 'server.lock'))
      exec.call(other, `UPDATE server SET address = 'null'`)
      other.close()
      exec.call(this, 'BEGIN IMMEDIATE')
    })
    onTestFinished(() => void vi.restoreAllMocks())
    const origin = 'http://127.0.0.1:4600'
    expect(() => lockFolder(folder, {address: {origin, local: origin}})).toThrow(/Another server/)
  })

  it('is free again when its process was killed without warning', async () => {
    const folder = temporaryFolder()
    const child = spawn(
      process.execPath,
      [SOURCES, '--expose-gc', '--input-type=module', '-e', SCRIPT, folder],
      {
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    try {
      await once(child.stdout, 'data')
      expect(() => lockFolder(folder, {patience: 0})).toThrow(/Another server/)
    } finally {
      child.kill('SIGKILL')
    }
    await once(child, 'exit')
    lockFolder(folder).release()
  })
})

it(
  'a second newsroom on the folder is refused, and the pictures of the first keep their address',
  {tags: ['full']},
  async () => {
    const environment = {port: 0, host: '127.0.0.1', dataFolder: temporaryFolder()}
    const start = () =>
      startNewsroom(environment, () => {}, {demonstration: false, frontMaker: noFront})
    const first = await start()
    await expect(start()).rejects.toThrow(/Another server uses the data folder/)
    expect((await fetch(`${first.origin}/healthz`)).status).toBe(200)
    await first.close()
    await (await start()).close()
  },
)
