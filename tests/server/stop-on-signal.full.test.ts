// Some threads of the system cannot be interrupted: a name server or a network folder does not answer.
import {spawn} from 'node:child_process'
import {expect, test} from 'vitest'
import {ROOT, SOURCES} from '../../server/paths.ts'

test('the process ends by SIGTERM within ten seconds while a thread of the system hangs', async () => {
  const script = `
    import {read} from 'node:fs'
    import {stopOnSignal} from '@copydesk/lake/serve'
    stopOnSignal(() => {})({close: async () => {}})
    // Nobody writes there.
    read(0, Buffer.alloc(1), 0, 1, null, () => {})
    setInterval(() => {}, 1000)
    console.log('ready')`
  const child = spawn(
    process.execPath,
    [SOURCES, '--input-type=module-typescript', '--eval', script],
    {
      cwd: ROOT,
    },
  )
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
  const begun = performance.now()
  child.kill('SIGTERM')
  expect(await ended).toBe('SIGKILL')
  expect(performance.now() - begun).toBeLessThan(10_000)
}, 60_000)
