// How `npm start` ends: by a process manager, by a terminal, during its start, and without a reader
// of its output.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {text} from 'node:stream/consumers'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {lockFolder} from '@copydesk/lake/data-folder'
import {ROOT} from '../../server/paths.ts'
import {onFolder} from '../server/support.ts'
import {start, startByNpm, startWithoutReader, temporaryFolder, type Started} from './support.ts'

const folder = temporaryFolder()
const environment = {COPYDESK_DATA: folder, PORT: '0'}

const stopsIn = (newsroom: Started): number => newsroom.output().split('Stopping …').length - 1

/** Throws while a server uses the folder, also one that is stopping. */
const expectNoServer = (): void => lockFolder(folder, {patience: 0}).release()

beforeAll(async () => {
  // Without demonstration content it starts at once.
  const made = await onFolder(folder)('init', '--name', 'The Courier', '--admin', 'a@example.org')
  expect(made.stderr).toContain('The Courier is ready')
})

describe('npm start', () => {
  test('ends after its server, with exit code 0, when its pid gets SIGTERM', async () => {
    const newsroom = await startByNpm(environment)
    const code = await newsroom.stop('SIGTERM')
    expectNoServer()
    expect(code).toBe(0)
    expect(stopsIn(newsroom)).toBe(1)
  })

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stops once, with exit code 0, when its process group gets %s',
    async (signal) => {
      const newsroom = await startByNpm(environment)
      const code = await newsroom.stop(signal, 'group')
      expectNoServer()
      expect(code).toBe(0)
      expect(stopsIn(newsroom)).toBe(1)
      expect(newsroom.errors()).toBe('')
    },
  )

  test('continues when the reader of its output has gone, and stops without a stack trace', async () => {
    const newsroom = await startWithoutReader(environment)
    const {site} = newsroom.addresses
    expect((await fetch(new URL('/healthz', site))).status).toBe(200)
    await newsroom.stop('SIGINT', 'group')
    expect(newsroom.errors()).toBe('')
    expectNoServer()
  })

  test('ends with exit code 0 during its first start, which the next start completes', async () => {
    const settings = {COPYDESK_DATA: join(temporaryFolder(), 'data'), PORT: '0'}
    const first = await startByNpm(settings, 'Importing documents')
    expect(await first.stop('SIGINT', 'group')).toBe(0)
    expect(first.output()).not.toContain('Copydesk is running')
    const second = await start(settings)
    expect(second.output()).toContain('(Journalist)')
    expect(second.errors()).toBe('')
    expect(await second.stop('SIGINT')).toBe(0)
  })
})

test('a command ends without a stack trace when the reader of its output has gone', async () => {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'copydesk', '--help'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  const ended = once(child, 'close')
  expect(await text(child.stderr)).toBe('')
  expect(await ended).toEqual([0, null])
})
