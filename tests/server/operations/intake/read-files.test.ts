// Files are read in a thread that is ended after a while.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {TOO_LARGE, TOO_LONG} from '@copydesk/intake/limits'
import {readFiles} from '../../../../server/operations/intake/read-files.ts'
import {ROOT, SOURCES} from '../../../../server/paths.ts'
import {temporaryFolder} from '../../support.ts'

const folder = temporaryFolder()

const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const story = (): string => file('story.txt', 'The town’s only tide clock stopped.')

/** It takes minutes to read. */
const endless = (): string => file('endless.txt', '“'.repeat(3_000_000))

/** The headline of each file, or why it was not read. */
async function outcomes(paths: string[], limitMs?: number): Promise<[string, string][]> {
  const found = await Array.fromAsync(readFiles(paths, limitMs))
  return found.map((one) => [
    one.name,
    'problem' in one ? one.problem : (one.result.article.headline?.text ?? ''),
  ])
}

it('reads each file, also behind one that cannot be read', async () => {
  const large = file('large.txt', '')
  truncateSync(large, 51 * 1024 * 1024)
  const none = join(folder, 'none.txt')
  expect(await outcomes([none, large, folder, file('a.pdf', '%PDF-1.7'), story()])).toEqual([
    ['none.txt', `There is no file ${none}.`],
    ['large.txt', TOO_LARGE],
    [expect.any(String), `There is no file ${folder}.`],
    ['a.pdf', expect.stringContaining('This is a PDF.')],
    ['story.txt', 'The town’s only tide clock stopped.'],
  ])
})

it('ends a file that takes too long, in the middle of its work', async () => {
  expect(await outcomes([endless()], 1500)).toEqual([['endless.txt', TOO_LONG]])
})

it('reads the file behind one that took too long', {tags: ['full']}, async () => {
  expect(await outcomes([endless(), story()])).toEqual([
    ['endless.txt', TOO_LONG],
    ['story.txt', 'The town’s only tide clock stopped.'],
  ])
})

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the command at once',
  {tags: ['full']},
  async (signal) => {
    const script = join(ROOT, 'scripts/copydesk.ts')
    const child = spawn(process.execPath, [SOURCES, script, 'intake', endless(), '--dry-run'], {
      // The thread tells that it has started.
      env: {...process.env, NODE_DEBUG: 'worker'},
    })
    const closed = once(child, 'close')
    await once(child.stderr, 'data')
    const begun = performance.now()
    child.kill(signal)
    expect(await closed).toEqual([signal === 'SIGINT' ? 130 : 143, null])
    expect(performance.now() - begun).toBeLessThan(5000)
  },
)
