import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {lockFolder} from '../../scripts/folder-lock.ts'
import {startNewsroom} from '../../scripts/newsroom.ts'
import {ROOT} from '../../scripts/paths.ts'
import {noFront, temporaryFolder} from './support.ts'

const SCRIPT = `
  import {lockFolder} from ${JSON.stringify(join(ROOT, 'scripts/folder-lock.ts'))}
  lockFolder(process.argv[1])
  gc()
  console.log('locked')
  setInterval(() => {}, 1000)
`

describe('the lock of a data folder', () => {
  it('is given to one at a time', () => {
    const folder = temporaryFolder()
    const first = lockFolder(folder)
    expect(() => lockFolder(folder, 0)).toThrow(`Another Copydesk serves the data folder ${folder}`)
    first.release()
    lockFolder(folder).release()
  })

  it('is free again when its process was killed without warning', async () => {
    const folder = temporaryFolder()
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--input-type=module', '-e', SCRIPT, folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    try {
      await once(child.stdout, 'data')
      expect(() => lockFolder(folder, 0)).toThrow(/Another Copydesk/)
    } finally {
      child.kill('SIGKILL')
    }
    await once(child, 'exit')
    lockFolder(folder).release()
  })
})

it('a second newsroom on the folder is refused, and the pictures of the first keep their address', async () => {
  const environment = {port: 0, host: '127.0.0.1', dataFolder: temporaryFolder()}
  const start = () =>
    startNewsroom(environment, () => {}, {demonstration: false, frontMaker: noFront})
  const first = await start()
  await expect(start()).rejects.toThrow(/Another Copydesk serves the data folder/)
  expect((await fetch(`${first.origin}/healthz`)).status).toBe(200)
  await first.close()
  await (await start()).close()
})
