// Some threads of the system cannot be interrupted: a name server or a network folder does not answer.
import {spawn, spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {ROOT} from '../../scripts/paths.ts'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-stop-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('the process ends by SIGTERM within ten seconds while a thread of the system hangs', async () => {
  const pipe = join(folder, 'pipe')
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
  const script = `
    import {open} from 'node:fs/promises'
    import {stopOnSignal} from './scripts/stop-on-signal.ts'
    stopOnSignal({close: async () => {}}, () => {})
    void open(${JSON.stringify(pipe)}, 'r')
    setInterval(() => {}, 1000)
    console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
    cwd: ROOT,
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ended = new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
  const begun = performance.now()
  child.kill('SIGTERM')
  expect(await ended).toBe('SIGKILL')
  expect(performance.now() - begun).toBeLessThan(10_000)
}, 60_000)
